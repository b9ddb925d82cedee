# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the ids in a report of access stand for, and causes in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._plan.effective_access import EVERYONE

Row = Mapping[str, Any]

#: Causes without a group.
_CAUSES = {"direct": "own entry", "everyone": "Everyone", "link": "link"}


class ReportNames:
    """Finds what a report says of a person, a group or a room by its id.

    What the report does not have, as it is gone, is called by its id.
    """

    def __init__(self, report: Row) -> None:
        self.people: dict[str, Row] = {row["id"]: row for row in report["people"]}
        self.groups: dict[str, Row] = {row["id"]: row for row in report["groups"]}
        self.rooms: dict[str, Row] = {row["id"]: row for row in report["rooms"]}
        #: By the identity of a list of causes, which many rows of a report share.
        self._causes: dict[int, str] = {}
        self._kept: list[Sequence[Row]] = []

    def person(self, person_id: str | None) -> str:
        """The name of a person, the address where there is no name; empty for nobody."""
        row = self.people.get(person_id or "", {})
        return row.get("display_name") or row.get("email") or person_id or ""

    def group(self, group_id: str) -> str:
        """The name of a group, without ``group`` before it."""
        if group_id == EVERYONE:
            return "Everyone"
        return self.groups.get(group_id, {}).get("name") or group_id

    def room(self, room_id: str | None) -> str:
        """The title of a room."""
        return self.rooms.get(room_id or "", {}).get("title") or room_id or ""

    def causes(self, causes: Sequence[Row]) -> str:
        """All causes of somebody's access; of several it says which count."""
        known = self._causes.get(id(causes))
        if known is None:
            several = len(causes) > 1
            words = [
                self.cause(each) + (" (counts)" if several and each["counts"] else "")
                for each in causes
            ]
            known = self._causes[id(causes)] = "; ".join(words)
            self._kept.append(causes)  # so that no other list gets its identity
        return known

    def cause(self, cause: Row) -> str:
        """One cause with what it gives, such as ``group Sales: editor``."""
        kind, group = cause["cause"], cause.get("group")
        if kind == cause["level"]:  # owner, administrator
            return str(kind)
        words = _CAUSES.get(kind, kind) if kind != "group" else f"group {self.group(group or '')}"
        return f"{words}: {cause['level']}"

    def groups_of(self, causes: Iterable[Row]) -> str:
        """The groups among the causes by name."""
        return "; ".join(self.group(each["group"]) for each in causes if each.get("group"))
