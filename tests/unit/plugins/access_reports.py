# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reports of who gets into which rooms, of any size, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Optional

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    EVERYONE,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_report_remarks import (
    Row,
    blind_spots,
    changes_of,
    findings,
)

#: A cause, the level that it gives, and the group.
Cause = tuple[str, str, Optional[str]]

TAKEN_AT = "2026-11-28T02:00:00Z"
_FIRST = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hugo", "Ines", "José", "Zoë", "Лев")
_LAST = ("Ahn", "Bauer", "Costa", "Díaz", "Eriksen", "Fox", "Gómez", "O'Neil", "Öz", "Weiß")
_TOPICS = ("Plans", "Büro & Co", "{{ Sales }}", "2026 budget", "Ideas - none", "#1", "0121", "- x")
_TYPES = ("user", "user", "user", "room_admin", "guest")
#: From the strongest to the weakest.
_LEVELS = ("room_manager", "content_creator", "editor", "reviewer", "commenter", "viewer")
_STATUSES = ("active",) * 18 + ("disabled", "pending")


def access_report(
    seed: int = 0,
    people: int = 12,
    groups: int = 4,
    rooms: int = 6,
    everyone: int = 1,
    names: Sequence[str] = (),
    changes: bool = False,
) -> Row:
    """A report as ``access_report`` makes it.

    :param people: how many, among them an owner and a DocSpace administrator; 3 at least.
    :param everyone: how many of the rooms have let Everyone in.
    :param names: for people, groups, rooms, links and keys, in turn, instead of harmless ones.
    :param changes: whether it is compared with one before.
    """
    made = _Making(Random(seed), names)
    made.people(people)
    made.groups(groups)
    for number in range(rooms):
        made.room(number, everyone=number < everyone)
    return made.report(changes)


def _by_name(row: Row) -> tuple[str, str]:
    name = next(row[key] for key in ("display_name", "name", "title") if key in row)
    return (name.casefold(), row["id"])


class _Making:
    def __init__(self, random: Random, names: Sequence[str]) -> None:
        self.random = random
        self.names = names
        self.taken = 0
        self.found_people: list[Row] = []
        self.found_groups: list[Row] = []
        self.found_rooms: list[Row] = []
        #: Equal lists of causes are one list, as in a report.
        self.shared: dict[str, list[Row]] = {}

    def name(self, harmless: str) -> str:
        if not self.names:
            return harmless
        self.taken += 1
        return self.names[self.taken % len(self.names)]

    def people(self, count: int) -> None:
        for number in range(count):
            kind = ("owner", "docspace_admin", "guest")[number] if number < 3 else ""
            name = f"{_FIRST[number % len(_FIRST)]} {_LAST[number // len(_FIRST) % len(_LAST)]}"
            self.found_people.append(
                {
                    "id": f"70000000-0000-4000-8000-{number:012}",
                    "display_name": self.name(name if number < 120 else f"{name} {number}"),
                    "email": f"person{number}@example.net",
                    "user_name": f"person{number}",
                    "type": kind or _TYPES[number % len(_TYPES)],
                    "status": "active" if kind else self.random.choice(_STATUSES),
                    "groups": [],
                    "managed_groups": [],
                    "rooms": 0,
                }
            )
        self.found_people.sort(key=_by_name)

    def groups(self, count: int) -> None:
        members = [person for person in self.found_people if person["type"] != "guest"]
        for number in range(count):
            group_id = f"20000000-0000-4000-8000-{number:012}"
            chosen = self.random.sample(members, min(len(members), self.random.randint(0, 50)))
            manager = self.random.choice(chosen)["id"] if chosen and number % 3 else None
            self.found_groups.append(
                {
                    "id": group_id,
                    "name": self.name(f"Group {number:03}"),
                    "manager": manager,
                    "members": len(chosen),
                }
            )
            for person in chosen:
                person["groups"].append(group_id)
                person["managed_groups"] += [group_id] if person["id"] == manager else []
        self.found_groups.sort(key=_by_name)

    def room(self, number: int, everyone: bool) -> None:
        choose = self.random.choice
        managers = [each for each in self.found_people if each["type"] not in ("user", "guest")]
        owner = choose(managers)["id"] if number % 7 != 6 else None
        own = self.random.sample(self.found_people, min(len(self.found_people), 3 + number % 12))
        levels = {person["id"]: choose(_LEVELS) for person in own if person["id"] != owner}
        chosen = self.random.sample(self.found_groups, min(len(self.found_groups), number % 3))
        by_groups = {group["id"]: choose(_LEVELS) for group in chosen}
        if everyone:
            by_groups[EVERYONE] = "viewer"
        access, inactive = [], []
        for person in self.found_people:
            causes = self.causes(person, owner, levels.get(person["id"]), by_groups)
            if person["status"] != "active":
                if person["id"] in levels:
                    level = levels[person["id"]]
                    row = {"person": person["id"], "status": person["status"], "level": level}
                    inactive.append(row)
            elif causes and causes[0]["cause"] != "administrator":
                first = causes[0]
                row = {"person": person["id"], "level": first["level"], "cause": first["cause"]}
                access.append({**row, "causes": causes})
                person["rooms"] += 1
        guests = {person["id"] for person in self.found_people if person["type"] == "guest"}
        links = [self.link(number, each) for each in range(number % 3)]
        self.found_rooms.append(
            {
                "id": str(100 + number),
                "title": self.name(f"{_TOPICS[number % len(_TOPICS)]} {number}"),
                "type": ("custom", "editing", "public", "virtual_data")[number % 4],
                "archived": number % 11 == 10,
                "owner": owner,
                "people": len(access),
                "guests": sum(row["person"] in guests for row in access),
                "external_links": any(link["type"] == "external" for link in links),
                "open_links": any(link["readers"].startswith("anybody") for link in links),
                "groups": [{"group": id, "level": level} for id, level in by_groups.items()],
                "access": access,
                "inactive": inactive,
                "unseen": [],
                "links": None if number % 5 == 4 else links,
            }
        )

    def causes(
        self, person: Row, owner: str | None, own: str | None, by_groups: dict[str, str]
    ) -> list[Row]:
        found: list[Cause] = [("owner", "owner", None)] if person["id"] == owner else []
        found += [("direct", own, None)] if own else []
        groups = [each for each in by_groups if each in (*person["groups"], EVERYONE)]
        for group in sorted(groups, key=lambda each: _LEVELS.index(by_groups[each])):
            cause = "everyone" if group == EVERYONE else "group"
            found.append((cause, by_groups[group], group))
        if person["type"] in ("owner", "docspace_admin"):
            found.append(("administrator", "administrator", None))
        return self.shared.setdefault(repr(found), _as_causes(found))

    def link(self, room: int, number: int) -> Row:
        external = number == 0
        password = room % 2 == 0
        readers = "anybody with the password" if password else "anybody"
        return {
            "id": f"30000000-0000-4000-8000-{room:06}{number:06}",
            "title": self.name(f"Link {room}-{number}"),
            "type": "external" if external else "invitation",
            "primary": external,
            "level": "viewer",
            "expires": None if room % 4 else "2026-12-31T00:00:00Z",
            "expired": False,
            "password": password and external,
            "internal": False,
            "deny_download": False,
            "max_use_count": None,
            "use_count": None,
            "created": None,
            "readers": readers if external else "whoever accepts the invitation",
        }

    def report(self, changes: bool) -> Row:
        self.found_rooms.sort(key=_by_name)
        people, rooms = self.found_people, self.found_rooms
        counted = {"people": people, "groups": self.found_groups, "rooms": rooms}
        owner = next(each for each in people if each["type"] == "owner")
        gone = [self.name(harmless) for harmless in ("Olga Old", "Old room", "Old link")]
        return {
            "report": "onlyoffice.docspace.access_report",
            "version": 1,
            "portal": "https://portal.example.com",
            "taken_at": TAKEN_AT,
            "read_by": {key: owner[key] for key in ("id", "display_name", "email", "type")},
            "scope": {"rooms": None, "people": None, "include": ["links"], "redacted": False},
            "completeness": [
                {"what": what, "counted": len(rows), "portal": len(rows)}
                for what, rows in counted.items()
            ],
            "blind_spots": list(blind_spots(rooms)),
            "people": people,
            "groups": self.found_groups,
            "administrators": [
                each["id"] for each in people if each["type"] in ("owner", "docspace_admin")
            ],
            "rooms": rooms,
            "findings": list(findings(people, rooms)),
            "changes": changes_of(people, rooms, gone) if changes else None,
        }


def _as_causes(found: list[Cause]) -> list[Row]:
    """As the rule has it: what comes first counts, of groups all that give the same level."""
    first = found[:1]
    return [
        {
            "cause": cause,
            "level": level,
            "group": group,
            "counts": (cause, level, group) in first
            or (bool(group) and bool(first[0][2]) and level == first[0][1]),
        }
        for cause, level, group in found
    ]
