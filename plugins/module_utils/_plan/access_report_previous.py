# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""An earlier report, read back to be compared with the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Callable

from .._portal.model.person import ADMINISTRATORS, Person
from .access_report_facts import INVITATIONS, ITEMS, ITEMS_PARTLY_READ, LINKS

Row = dict[str, Any]
Cells = dict[tuple[str, str], tuple[str, str]]

#: What of a person, a room and a link is compared, and of which kinds that may be.
_TEXT, _MAYBE, _LIST, _BOOL = (str,), (str, type(None)), (list,), (bool,)
_OF_PEOPLE = {
    "display_name": _TEXT,
    "email": _TEXT,
    "type": _TEXT,
    "status": _TEXT,
    "groups": _LIST,
    "managed_groups": _LIST,
}
_OF_ROOMS = {
    "title": _TEXT,
    "type": _TEXT,
    "archived": _BOOL,
    "owner": _MAYBE,
    "external_links": _BOOL,
    "open_links": _BOOL,
    "groups": _LIST,
}
_OF_LINKS = {
    "title": _TEXT,
    "type": _TEXT,
    "level": _TEXT,
    "expires": _MAYBE,
    "expired": _BOOL,
    "password": _BOOL,
    "internal": _BOOL,
    "deny_download": _BOOL,
    "max_use_count": (int, type(None)),
}


@dataclass(frozen=True)
class ComparedReport:
    """What of a report is compared with another one.

    :param cells: level and cause, by room and person, of everybody who is in.
    :param links: by room and link.
    :param linked: the rooms whose links are in it.
    :param has_invitations: whether links by which people are invited were looked for everywhere.
    :param item_links: links on folders and files, by room, type, item and link; ``item_title`` is
        that of what they open.
    :param itemized: the rooms in which all folders and files were looked at.
    :param hidden_items: those whose links are not shown, by room, type and item.
    """

    people: Mapping[str, Row]
    rooms: Mapping[str, Row]
    cells: Cells
    links: Mapping[tuple[str, str], Row]
    linked: frozenset[str] | None
    has_invitations: bool
    item_links: Mapping[tuple[str, str, str, str], Row]
    itemized: frozenset[str] | None
    hidden_items: frozenset[tuple[str, str, str]]

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> ComparedReport:
        """Read a report.

        :raises LookupError, TypeError, AttributeError: if something is not as in a report.
        """
        rooms, include = report["rooms"], report["scope"]["include"]
        has_links = LINKS in include
        shown = [room for room in rooms if has_links and room["links"] is not None]
        has_items = ITEMS in include
        partly = {
            spot["room"]["id"]
            for spot in report["blind_spots"]
            if spot["code"] == ITEMS_PARTLY_READ
        }
        looked = [room for room in rooms if has_items and room["items"] is not None]
        looked = [room for room in looked if room["id"] not in partly]
        items = [
            ((room["id"], _text(item["type"]), _text(item["id"])), item)
            for room in looked
            for item in room["items"]
        ]
        return cls(
            people={_text(row["id"]): _kept(row, _OF_PEOPLE) for row in report["people"]},
            rooms={_text(row["id"]): _kept(row, _OF_ROOMS) for row in rooms},
            cells={
                (room["id"], _text(row["person"])): (_text(row["level"]), _text(row["cause"]))
                for room in rooms
                for row in room["access"]
            },
            links={
                (room["id"], _text(link["id"])): _kept(link, _OF_LINKS)
                for room in shown
                for link in room["links"]
            },
            linked=frozenset(room["id"] for room in shown) if has_links else None,
            has_invitations=INVITATIONS in include,
            item_links={
                (*key, _text(link["id"])): {
                    "item_title": _text(item["title"]),
                    **_kept(link, _OF_LINKS),
                }
                for key, item in items
                for link in item["links"] or ()
            },
            itemized=frozenset(room["id"] for room in looked) if has_items else None,
            hidden_items=frozenset(key for key, item in items if item["links"] is None),
        )


@dataclass(frozen=True)
class PreviousReport:
    """An earlier report.

    :param sha256: of the bytes of its file.
    :param named: the ids of the rooms and of the people that it is about; None for all.
    :param read_by: the id and the type of whose key it was read with; None if that is not known.
    """

    portal: str
    taken_at: str
    sha256: str
    named: tuple[frozenset[str] | None, frozenset[str] | None]
    redacted: bool
    read_by: tuple[str | None, str | None]
    compared: ComparedReport

    @classmethod
    def parse(cls, report: Mapping[str, Any], sha256: str) -> PreviousReport:
        """Read what somebody may have edited.

        :raises LookupError, TypeError, AttributeError: if something is not as in a report.
        """
        scope = report["scope"]
        return cls(
            portal=_text(report["portal"]),
            taken_at=_text(report["taken_at"]),
            sha256=sha256,
            named=(_ids(scope["rooms"]), _ids(scope["people"])),
            redacted=scope["redacted"] is not False,
            read_by=(report["read_by"]["id"], report["read_by"]["type"]),
            compared=ComparedReport.of(report),
        )

    def shows_as_much_to(self, reader: Person | None) -> bool:
        """Whether somebody is shown the same people and rooms as who read this.

        What only one of the two is shown would seem to have come or gone.
        """
        person_id, kind = self.read_by
        if kind in ADMINISTRATORS and reader and reader.type in ADMINISTRATORS:
            return True
        return (person_id, kind) == ((reader.id, reader.type) if reader else (None, None))

    @property
    def person_ids(self) -> set[str]:
        """Everybody in it."""
        owners = {row["owner"] for row in self.compared.rooms.values() if row["owner"]}
        return {*self.compared.people, *owners, *(each for _room, each in self.compared.cells)}

    def renamed(self, pseudonym: Callable[[str], str]) -> PreviousReport:
        """The same with other ids of people, and without their names and addresses."""

        def person(row: Row, new: str) -> Row:
            return {**row, "display_name": new, "email": ""}

        def room(row: Row) -> Row:
            return {**row, "owner": row["owner"] and pseudonym(row["owner"])}

        old = self.compared
        return replace(
            self,
            compared=replace(
                old,
                people={
                    pseudonym(id): person(row, pseudonym(id)) for id, row in old.people.items()
                },
                rooms={id: room(row) for id, row in old.rooms.items()},
                cells={(room, pseudonym(id)): cell for (room, id), cell in old.cells.items()},
            ),
        )


def _ids(found: Sequence[str] | None) -> frozenset[str] | None:
    return None if found is None else frozenset(map(_text, found))


def _kept(row: Mapping[str, Any], kinds: Mapping[str, tuple[type, ...]]) -> Row:
    kept = {key: row[key] for key in kinds}
    if not all(isinstance(kept[key], kind) for key, kind in kinds.items()):
        raise TypeError
    return kept


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
