# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a report does not show, each with what would make it visible: never silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._portal.model.person import ADMINISTRATORS
from .._portal.model.room import Room
from .access_report_facts import (
    INVITATIONS,
    ITEMS,
    ITEMS_NOT_READ,
    ITEMS_PARTLY_READ,
    LINKS,
    ReportFacts,
    ReportScope,
)
from .access_report_order import in_title_order

Row = dict[str, Any]

_MANAGER = "Use the key of the owner or of a manager of the room."
_OWNER = "Use the key of the owner of the room."
_ADMINISTRATOR = "Use the key of the owner or of a DocSpace administrator."
#: What the portal shows to nobody.
_ALWAYS = (
    (
        "system_groups",
        "No list of the portal shows whether the groups of administrators and of users that the"
        " portal has itself were let into a room, so people may be in by these.",
        "Only everybody's own key tells which rooms it opens.",
    ),
    (
        "own_documents",
        "What people keep outside of rooms, in their own documents, and with whom they share it, is"
        " shown to nobody but them.",
        "Have people look at what they share themselves.",
    ),
    (
        "templates",
        "Templates of rooms are shown only to those who are let into them, and are not read.",
        "Have the owners of templates look at who may use these.",
    ),
)
_REFUSED = {
    ITEMS: (
        ITEMS_NOT_READ,
        "Links on folders and files inside of rooms are not among the links of a room, and are not"
        " read.",
    ),
    "keys": ("keys_not_shown", "The API keys of the portal are not shown."),
    "invitations": (
        "invitations_not_shown",
        "Some of the links by which people join the portal are not shown.",
    ),
    "settings": ("settings_not_shown", "Some settings of the portal are not shown."),
}


def blind_spots(facts: ReportFacts, scope: ReportScope) -> list[Row]:
    """All of them: first what this key is not shown, at last what nobody is."""
    rooms = in_title_order(facts.access.rooms.values())
    return [
        *_of_key(facts, rooms),
        *_of_links(facts, scope, rooms),
        *_of_items(facts, scope, rooms),
        *_of_visitors(rooms),
        *map(dict, facts.history_spots),
        *(_spot(code, text, way_out) for code, text, way_out in _ALWAYS),
    ]


def _of_key(facts: ReportFacts, rooms: list[Room]) -> Iterator[Row]:
    reader = facts.read_by
    if not reader or reader.type not in ADMINISTRATORS:
        text = (
            "The key is not known to be an administrator's. To others, the portal does not show"
            " people who are disabled, and some guests."
        )
        yield _spot("hidden_people", text, _ADMINISTRATOR)
        text = "The same key is shown only those rooms that its owner may enter."
        yield _spot("hidden_rooms", text, _ADMINISTRATOR)
    unseen = sum(len(facts.access.unknown_people(room)) for room in rooms)
    if unseen:
        text = (
            "People with an entry in a room, or who own one, are not among the people that the"
            f" portal shows, so that it is not known whether they get in: {unseen:,} in all."
        )
        yield _spot("unseen_people", text, _ADMINISTRATOR, count=unseen)
    for part, why in sorted(facts.refused.items()):
        code, text = _REFUSED[part]
        yield _spot(code, text, why)


def _of_links(facts: ReportFacts, scope: ReportScope, rooms: list[Room]) -> Iterator[Row]:
    if LINKS not in scope.include:
        linked = sum(room.has_links for room in rooms)
        text = (
            "Links into rooms are not read. Rooms that have external ones, those that ended"
            f" included: {linked:,}."
        )
        yield _spot("links_not_read", text, "Include links.", count=linked)
    else:
        yield from _of_hidden_links(facts, rooms)
    asked = INVITATIONS in scope.include
    unread = [room for room in rooms if room.id in facts.managed and room.id not in facts.links]
    hidden = [room for room in rooms if room.id not in facts.managed]
    if unread and not asked and LINKS in scope.include:
        text = (
            "Links by which people are invited into a room were only looked for in rooms that have"
            f" external links too. Rooms where they were not looked for: {len(unread):,}."
        )
        yield _spot("invitation_links_not_read", text, "Include invitations.", count=len(unread))
    if hidden and (asked or LINKS in scope.include):
        text = (
            "Whether there is a link by which people are invited into a room is shown only to its"
            " owner and its managers. Rooms where the owner of the key is neither:"
            f" {len(hidden):,}."
        )
        yield _spot("invitation_links_not_shown", text, _MANAGER, count=len(hidden))


def _of_hidden_links(facts: ReportFacts, rooms: list[Room]) -> Iterator[Row]:
    for room in rooms:
        if room.id in facts.managed or not room.has_links:
            continue
        if room.archived:
            text = (
                "This room in the archive has external links, which open nothing until it comes"
                " back, and are shown only to its owner and to managers who are no administrators."
            )
            yield _spot("archived_rooms", text, _OWNER, room)
        else:
            openness = (
                "and at least one needs no account"
                if room.has_open_links
                else "all of which need an account"
            )
            text = (
                f"This room has external links, {openness}; they are shown only to its owner and"
                " its managers, and the owner of the key is neither."
            )
            yield _spot("links_not_shown", text, _MANAGER, room)


def _of_items(facts: ReportFacts, scope: ReportScope, rooms: list[Room]) -> Iterator[Row]:
    if ITEMS not in scope.include:
        yield _spot(*_REFUSED[ITEMS], "Include items.")
    if facts.items is None:
        return
    for room in rooms:
        found = facts.items.get(room.id)
        if found is None:
            text = (
                "The portal does not show what is inside of this room, so it is not known whether"
                " there are links on folders and files."
            )
            yield _spot("items_not_shown", text, _OWNER, room)
            continue
        hidden = sum(each.links is None for each in found.shared)
        if hidden:
            text = (
                "Folders and files of this room whose links are shown to the owner of the room"
                f" only: {hidden:,}."
            )
            yield _spot("item_links_not_shown", text, _OWNER, room, hidden)
        if found.unread:
            text = (
                f"Folders of this room that were not looked into: {found.unread:,}. There are too"
                " many of them, or there is too much in them, or they are not shown. What is in"
                " them may have links."
            )
            way_out = (
                "Look into them on the web pages, as the owner of the room; each folder or file"
                " that is shared is marked there."
            )
            yield _spot(ITEMS_PARTLY_READ, text, way_out, room, found.unread)


def _of_visitors(rooms: list[Room]) -> Iterator[Row]:
    for room in rooms:
        if room.has_links and not room.archived:
            text = (
                "People with an account who came by an external link of this room stay in, and are"
                " in no list of the portal."
            )
            yield _spot("came_by_link", text, "Nothing shows it; removing the link ends it.", room)


def _spot(
    code: str, text: str, way_out: str, room: Room | None = None, count: int | None = None
) -> Row:
    named = {"id": room.id, "title": room.title} if room else None
    return {"code": code, "room": named, "count": count, "text": text, "way_out": way_out}
