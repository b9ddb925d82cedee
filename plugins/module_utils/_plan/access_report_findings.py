# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What somebody who reviews access looks at first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._base.texts import printable
from .._portal.model.person import Person
from .access_report_facts import ReportFacts
from .access_report_parts import NOBODY
from .effective_access import EVERYONE

Row = dict[str, Any]

_ABOUT = ("room", "person", "group", "link", "key")

#: Keys that open nothing for now, by their state.
_ASLEEP = {
    "owner_disabled": " Its owner is disabled, and it works again when the account does.",
    "owner_pending": " Its owner has not accepted the invitation, and it works from then on.",
    "owner_not_shown": " Its owner is not among the people that the portal shows.",
}


def findings(facts: ReportFacts, report: Mapping[str, Any]) -> list[Row]:
    """All of them: those about rooms, links, keys and people, each in the order of the report.

    :param report: as far as it is made.
    """
    people = facts.access.people
    found = [
        *_of_owners(people, report["rooms"]),
        *_of_links(report["rooms"]),
        *_of_items(report["rooms"]),
        *_of_keys(report.get("keys") or ()),
        *_of_people(report),
    ]
    codes = list(dict.fromkeys(row["code"] for row in found))
    return sorted(found, key=lambda row: codes.index(row["code"]))


def _of_owners(people: Mapping[str, Person], rooms: Sequence[Row]) -> Iterator[Row]:
    for room in rooms:
        name, owner = _room_name(room), people.get(room["owner"] or "")
        if not room["owner"]:
            yield _finding("room_without_owner", f"{name} has no owner.", room=room["id"])
        elif not owner:
            text = f"The owner of {name} is not among the people that the portal shows."
            yield _finding("owner_not_shown", text, room=room["id"], person=room["owner"])
        elif owner.status in ("disabled", "pending"):
            text = f"{_name(owner.display_name)}, who owns {name}, is {owner.status}."
            yield _finding(f"owner_{owner.status}", text, room=room["id"], person=owner.id)
        for entry in room["groups"]:
            if entry["group"] == EVERYONE:
                text = f"{name} is open to everyone who has an account, guests included."
                yield _finding("everyone_in_room", text, room=room["id"], group=EVERYONE)


def _of_links(rooms: Sequence[Row]) -> Iterator[Row]:
    for room in rooms:
        for link in room.get("links") or ():
            yield from _of_link(link, _room_name(room), room["id"])


def _of_items(rooms: Sequence[Row]) -> Iterator[Row]:
    for room in rooms:
        for item in room.get("items") or ():
            name = f"the {item['type']} {_name(item['title'])} ({item['id']}) in {_room_name(room)}"
            for link in item["links"] or ():
                yield from _of_link(link, name, room["id"])


def _of_link(link: Row, what: str, room_id: str) -> Iterator[Row]:
    """:param what: it opens."""
    if link["readers"].startswith(NOBODY):
        return
    name = f"The {link['type']} link {_name(link['title'])} of {what}"
    about = {"room": room_id, "link": link["id"]}
    if not link["expires"]:
        yield _finding("link_without_end", f"{name} never ends.", **about)
    if link["readers"] == "anybody":
        text = f"{name} opens it to anybody, without an account and without a password."
        yield _finding("link_without_password", text, **about)


def _of_keys(keys: Sequence[Row]) -> Iterator[Row]:
    for key in keys:
        if key["state"] in ("off", "expired"):
            continue
        asleep = _ASLEEP.get(key["state"], "")
        name, about = f"The key {_name(key['name'])}", {"key": key["id"], "person": key["owner"]}
        if key["unrestricted"]:
            text = f"{name} may do all that its owner may.{asleep}"
            yield _finding("key_unrestricted", text, **about)
        if not key["expires"]:
            yield _finding("key_without_end", f"{name} never expires.{asleep}", **about)


def _of_people(report: Mapping[str, Any]) -> Iterator[Row]:
    entries: dict[str, int] = {}
    for room in report["rooms"]:
        for row in room["inactive"]:
            if row["status"] == "disabled":
                entries[row["person"]] = entries.get(row["person"], 0) + 1
    for person in report["people"]:
        name, about = _name(person["display_name"]), {"person": person["id"]}
        rooms = _counted(person["rooms"], "room")
        if person["type"] == "guest":
            yield _finding("guest", f"{name} is a guest, and is in {rooms}.", **about)
        if person["status"] == "pending":
            text = f"{name} has not accepted the invitation yet."
            yield _finding("pending", text, **about)
        if person["id"] in entries:
            count = _counted(entries[person["id"]], "room")
            text = f"{name} is disabled, and gets back into {count} when enabled again."
            yield _finding("disabled_with_entry", text, **about)
        is_member = person["groups"] or person["type"] == "guest"
        if person["status"] == "active" and not is_member:
            yield _finding("in_no_group", f"{name} is in no group.", **about)


def _finding(code: str, text: str, **about: str | None) -> Row:
    return {"code": code, "text": text, **{each: about.get(each) for each in _ABOUT}}


def _room_name(room: Row) -> str:
    return f'"{printable(room["title"])}" ({room["id"]})'


def _name(text: str) -> str:
    return f'"{printable(text)}"'


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
