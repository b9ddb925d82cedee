# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the ids in a report of access stand for, causes in words, and texts that steer nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .._plan.effective_access import EVERYONE

Row = Mapping[str, Any]

#: Causes without a group.
_CAUSES = {"direct": "own entry", "everyone": "Everyone", "link": "link"}
_FINDINGS = {
    "room_without_owner": "Rooms without an owner",
    "owner_not_shown": "Rooms whose owner the portal does not show",
    "owner_disabled": "Rooms whose owner is disabled",
    "owner_pending": "Rooms whose owner has not accepted the invitation",
    "everyone_in_room": "Rooms open to everyone with an account",
    "link_without_end": "Links without an end",
    "link_without_password": "Links that need neither an account nor a password",
    "key_unrestricted": "API keys without restriction",
    "key_without_end": "API keys without an end",
    "guest": "Guests",
    "pending": "People who have not accepted the invitation",
    "disabled_with_entry": "Disabled people who get back into rooms when enabled",
    "in_no_group": "People in no group",
}
#: Joins letters of some scripts; between others it is not seen and changes nothing.
_JOINERS = "\u200c\u200d"
#: No name is so long; what is longer is cut.
_LONGEST = 2000


def shown(text: str) -> str:
    """A text of others on one line, without what nobody sees or what turns the text around it."""
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}\u2026"
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else "\ufffd" for c in text)


def in_words(name: str) -> str:
    """A level, type or code of a report as people say it."""
    return name.replace("_", " ")


def finding_heading(code: str) -> str:
    """What stands above the findings of a kind."""
    return _FINDINGS.get(code) or in_words(code).capitalize()


def setting_words(value: Any) -> str:
    """The value of a setting; of several, each with its name."""
    if isinstance(value, Mapping):
        return ", ".join(f"{in_words(name)}: {setting_words(each)}" for name, each in value.items())
    if value is None or isinstance(value, bool):
        return {True: "yes", False: "no", None: "not known"}[value]
    if isinstance(value, list):
        return ", ".join(map(setting_words, value)) or "none"
    return str(value)


def counted(number: int, noun: str) -> str:
    """Such as ``1 room``, ``2,000 rooms`` or ``0 people``."""
    more = "people" if noun == "person" else f"{noun}s"
    return f"{number:,} {noun if number == 1 else more}"


def cell_words(cell: Row | None) -> str:
    """What somebody has in a room, as the changes of a report have it."""
    if cell is None:
        return "none"
    level, cause = cell["level"], cell["cause"]
    words = in_words(level)
    return words if level == cause else f"{words} ({_CAUSES.get(cause, cause)})"


class ReportNames:
    """Finds what a report says of a person, a group or a room by its id.

    What is gone since the report before, with which this one is compared, is found too. All else
    that the report does not have is called by its id.
    """

    def __init__(self, report: Row) -> None:
        self.people: dict[str, Row] = {row["id"]: row for row in report["people"]}
        self.groups: dict[str, Row] = {row["id"]: row for row in report["groups"]}
        self.rooms: dict[str, Row] = {row["id"]: row for row in report["rooms"]}
        changes = report["changes"]
        self._gone: dict[str, dict[str, Row]] = {
            noun: {row["id"]: row for row in changes[noun]["gone"]} if changes else {}
            for noun in ("people", "rooms")
        }
        #: By the identity of a list of causes, which many rows of a report share.
        self._causes: dict[int, str] = {}
        self._kept: list[Sequence[Row]] = []

    def person(self, person_id: str | None) -> str:
        """The name of a person, the address where there is no name; empty for nobody."""
        key = person_id or ""
        row = self.people.get(key) or self._gone["people"].get(key, {})
        return row.get("display_name") or row.get("email") or person_id or ""

    def group(self, group_id: str) -> str:
        """The name of a group, without ``group`` before it."""
        if group_id == EVERYONE:
            return "Everyone"
        return self.groups.get(group_id, {}).get("name") or group_id

    def room(self, room_id: str | None) -> str:
        """The title of a room."""
        key = room_id or ""
        row = self.rooms.get(key) or self._gone["rooms"].get(key, {})
        return row.get("title") or key

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
        return f"{words}: {in_words(cause['level'])}"

    def groups_of(self, causes: Iterable[Row]) -> str:
        """The groups among the causes by name."""
        return "; ".join(self.group(each["group"]) for each in causes if each.get("group"))
