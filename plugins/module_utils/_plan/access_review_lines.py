# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What gives access by a report, one line for each thing that can be taken away by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .effective_access import EVERYONE

#: What a line is about: an own entry, the entry of a group, being in a group that has one, a link,
#: the account of a guest, being an administrator.
DIRECT, GROUP, MEMBERSHIP, LINK = "direct", "group", "membership", "link"
GUEST, ADMINISTRATOR = "guest", "administrator"

#: Somebody and a room, by their ids.
Pair = tuple[str, str]


@dataclass(frozen=True)
class Line:
    """One thing that gives access, and what would become of it if it went.

    :param level: of an entry or a link; empty where the rooms have several.
    :param person: an id, as what follows; empty where the line is not about one.
    :param loses: by words, what goes with it: people of a room, or rooms of a person.
    :param stays: by words, what lets somebody in all the same.
    :param losses: who would lose a room, or have another level in it, if nothing else went.
    :param touches: who has this among the reasons to be in a room.
    """

    cause: str
    level: str = ""
    person: str = ""
    group: str = ""
    room: str = ""
    link: str = ""
    loses: Sequence[str] = field(default=(), compare=False)
    stays: Sequence[str] = field(default=(), compare=False)
    losses: frozenset[Pair] = field(default=frozenset(), compare=False)
    touches: frozenset[Pair] = field(default=frozenset(), compare=False)

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What tells lines of a portal apart."""
        return (self.cause, self.person, self.group, self.room, self.link)


class ReportIndex:
    """What is in a report, by ids.

    :param report: that is not redacted.
    """

    def __init__(self, report: Mapping[str, Any]) -> None:
        self.report = report
        self.people = {each["id"]: each for each in report["people"]}
        self.rooms = {each["id"]: each for each in report["rooms"]}
        self.groups = {each["id"]: each["name"] for each in report["groups"]}
        self.groups.setdefault(EVERYONE, "Everyone")
        self._lines: tuple[Line, ...] | None = None
        self.rows: dict[Pair, Mapping[str, Any]] = {
            (row["person"], room["id"]): row for room in report["rooms"] for row in room["access"]
        }

    def link(self, line: Line) -> Mapping[str, Any]:
        """The link that a line is about."""
        links = self.rooms.get(line.room, {}).get("links") or ()
        return next((each for each in links if each["id"] == line.link), {})

    def person_label(self, person_id: str) -> str:
        """Somebody in a list of words."""
        person = self.people.get(person_id, {})
        return str(person.get("email") or person.get("display_name") or person_id)

    def lines(self) -> tuple[Line, ...]:
        """What can be taken away, room by room, then group by group, then accounts.

        What reaches beyond the rooms or people that a report was asked for is left out, as it does
        not tell what else would go.
        """
        if self._lines is None:
            self._lines = tuple(self._found())
        return self._lines

    def _found(self) -> Iterator[Line]:
        scope = self.report["scope"]
        for room in self.report["rooms"]:
            if not room["archived"]:  # where the portal changes nothing
                if scope["people"] is None:
                    yield from self._of_groups(room)
                yield from self._of_people(room)
                if scope["people"] is None:
                    yield from self._of_links(room)
        if scope["rooms"] is None:
            yield from self._memberships()
            yield from self._accounts()

    def _of_groups(self, room: Mapping[str, Any]) -> Iterator[Line]:
        for entry in room["groups"]:
            losses, loses, stays, touches = set(), [], [], set()
            for row in room["access"]:
                if all(group_of(each) != entry["group"] for each in row["causes"]):
                    continue
                touches.add((row["person"], room["id"]))
                after = _without(row, entry["group"])
                label = self.person_label(row["person"])
                if _is_same(row, after):
                    stays.append(f"{label} ({self.why(row['causes'][0])})")
                    continue
                losses.add((row["person"], room["id"]))
                loses.append(f"{label} ({_change(row, after, self)})")
            yield Line(
                GROUP,
                entry["level"],
                group=entry["group"],
                room=room["id"],
                loses=loses,
                stays=stays,
                losses=frozenset(losses),
                touches=frozenset(touches),
            )

    def _of_people(self, room: Mapping[str, Any]) -> Iterator[Line]:
        for row in room["access"]:
            own = [each for each in row["causes"] if each["cause"] == "direct"]
            if not own or row["person"] == room["owner"]:  # of whom no entry counts
                continue
            after = [each for each in row["causes"] if each["cause"] != "direct"]
            yield Line(
                DIRECT,
                own[0]["level"],
                person=row["person"],
                room=room["id"],
                stays=[self.why(each) for each in after],
                losses=frozenset({(row["person"], room["id"])}),
            )
        for entry in room["inactive"]:
            if entry["level"] != "owner":
                yield Line(DIRECT, entry["level"], person=entry["person"], room=room["id"])

    def _of_links(self, room: Mapping[str, Any]) -> Iterator[Line]:
        for link in room.get("links") or ():
            end = link["expires"] or "never ends"
            loses = [f"{link['readers']}; {end}"]
            yield Line(LINK, link["level"], room=room["id"], link=link["id"], loses=loses)

    def _memberships(self) -> Iterator[Line]:
        by_group: dict[str, list[tuple[Mapping[str, Any], str]]] = {}
        for room in self.report["rooms"]:
            for entry in room["groups"]:
                by_group.setdefault(entry["group"], []).append((room, entry["level"]))
        for group_id in self._in_order(by_group):
            for person in self.report["people"]:
                if group_id in person["groups"]:
                    yield self._membership(person["id"], group_id, by_group[group_id])

    def _membership(
        self, person_id: str, group_id: str, rooms: Iterable[tuple[Mapping[str, Any], str]]
    ) -> Line:
        losses, loses, stays, touches = set(), [], [], set()
        for room, level in rooms:
            touches.add((person_id, room["id"]))
            row = self.rows.get((person_id, room["id"]))
            if not row:  # an account that cannot sign in now
                loses.append(f"{room['title']} ({level})")
                continue
            after = _without(row, group_id)
            if _is_same(row, after):
                stays.append(f"{room['title']} ({self.why(row['causes'][0])})")
                continue
            losses.add((person_id, room["id"]))
            loses.append(f"{room['title']} ({_change(row, after, self)})")
        return Line(
            MEMBERSHIP,
            person=person_id,
            group=group_id,
            loses=loses,
            stays=stays,
            losses=frozenset(losses),
            touches=frozenset(touches),
        )

    def _accounts(self) -> Iterator[Line]:
        rooms: dict[str, list[Mapping[str, Any]]] = {}
        for room in self.report["rooms"]:
            for row in room["access"]:
                rooms.setdefault(row["person"], []).append(room)
        for person in self.report["people"]:
            if person["type"] != "guest" or person["status"] == "disabled":
                continue
            of_guest = rooms.get(person["id"], [])
            loses = [
                f"{room['title']} ({self.rows[person['id'], room['id']]['level']})"
                for room in of_guest
            ]
            losses = frozenset((person["id"], room["id"]) for room in of_guest)
            yield Line(GUEST, person=person["id"], loses=loses, losses=losses)
        for person_id in self.report["administrators"]:
            if self.people.get(person_id, {}).get("type") != "docspace_admin":
                continue  # the owner of the portal, from whom nobody can take that
            losses = frozenset(
                (person_id, room["id"])
                for room in rooms.get(person_id, [])
                if self.rows[person_id, room["id"]]["causes"][0]["cause"] == "administrator"
            )
            loses = ["every room where nothing else lets them in, and the administration"]
            yield Line(ADMINISTRATOR, person=person_id, loses=loses, losses=losses)

    def _in_order(self, group_ids: Iterable[str]) -> list[str]:
        return sorted(
            (each for each in group_ids if each != EVERYONE),
            key=lambda key: (self.groups.get(key, "").casefold(), key),
        )

    def why(self, cause: Mapping[str, Any]) -> str:
        """A cause in words, with the level that it gives."""
        kind, level = cause["cause"], cause["level"]
        if kind == "direct":
            return f"own entry: {level}"
        if kind in ("group", "everyone"):
            group_id = group_of(cause)
            return f"group {self.groups.get(group_id, group_id)}: {level}"
        return f"link: {level}" if kind == "link" else f"as {kind}"


def group_of(cause: Mapping[str, Any]) -> str:
    """The id of the group that a cause comes from; empty if it comes from none."""
    return EVERYONE if cause["cause"] == "everyone" else cause["group"] or ""


def _without(row: Mapping[str, Any], group_id: str) -> Mapping[str, Any] | None:
    """What counts without a group: of what is left, what stands first."""
    return next((each for each in row["causes"] if group_of(each) != group_id), None)


def _is_same(row: Mapping[str, Any], after: Mapping[str, Any] | None) -> bool:
    return bool(after and after["level"] == row["level"])


def _change(row: Mapping[str, Any], after: Mapping[str, Any] | None, index: ReportIndex) -> str:
    return f"{row['level']}, then {index.why(after)}" if after else str(row["level"])
