# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A report of who can open what, and why, as data: the same portal gives the same report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._portal.model.person import Person
from .access_report_blind_spots import blind_spots
from .access_report_changes import access_changes
from .access_report_facts import (
    HISTORY,
    INVITATIONS,
    ITEMS,
    KEYS,
    LINKS,
    REPORT,
    SETTINGS,
    VERSION,
    ReportFacts,
    ReportScope,
)
from .access_report_findings import findings
from .access_report_order import in_group_order, in_name_order, in_title_order
from .access_report_parts import (
    history_part,
    invitations_part,
    items_part,
    keys_part,
    links_part,
)
from .access_report_previous import PreviousReport
from .access_report_rooms import RoomRows
from .effective_access import EVERYONE


def access_report(
    facts: ReportFacts,
    portal: str,
    taken_at: str,
    scope: ReportScope,
    previous: PreviousReport | None = None,
) -> dict[str, Any]:
    """The whole report; lists of causes that are equal are one list, to save memory.

    :param facts: already with pseudonyms, if it shall be redacted, and so is ``previous``.
    :param portal: its address.
    :param taken_at: when the facts were read, in UTC; the only time that the report has of its own.
    :param previous: with what it is compared.
    """
    rows = RoomRows(facts.access, scope.people)
    rooms = []
    for room in in_title_order(facts.access.rooms.values()):
        row = rows.of(room)
        if LINKS in scope.include:
            row["links"] = links_part(facts, room)
        if ITEMS in scope.include:
            row["items"] = items_part(facts, room)
        if HISTORY in scope.include:
            row["history"] = history_part(facts, room, scope.people)
        rooms.append(row)
    report: dict[str, Any] = {
        "report": REPORT,
        "version": VERSION,
        "portal": portal,
        "taken_at": taken_at,
        "read_by": _reader(facts.read_by),
        "scope": scope.result,
        "completeness": [each.result for each in facts.completeness],
        "blind_spots": blind_spots(facts, scope),
        "people": _people(facts, scope, rows),
        "groups": _groups(facts),
        "administrators": _administrators(facts, scope),
        "rooms": rooms,
    }
    if KEYS in scope.include:
        report["keys"] = keys_part(facts, taken_at)
    if INVITATIONS in scope.include:
        report["invitations"] = invitations_part(facts)
    if SETTINGS in scope.include:
        report["settings"] = facts.settings
    report["findings"] = findings(facts, report)
    report["changes"] = access_changes(previous, report) if previous else None
    return report


def _reader(person: Person | None) -> dict[str, Any]:
    return {
        "id": person.id if person else None,
        "display_name": person.display_name if person else None,
        "email": person.email if person else None,
        "type": person.type if person else None,
    }


def _people(facts: ReportFacts, scope: ReportScope, rows: RoomRows) -> list[dict[str, Any]]:
    managed: dict[str, list[str]] = {}
    for group in in_group_order(facts.groups):
        if group.manager:
            managed.setdefault(group.manager.id, []).append(group.id)
    return [
        {
            "id": person.id,
            "display_name": person.display_name,
            "email": person.email,
            "user_name": person.user_name,
            "type": person.type,
            "status": person.status,
            "groups": sorted(person.groups, key=lambda id: (person.groups[id].casefold(), id)),
            "managed_groups": managed.get(person.id, []),
            "rooms": rows.rooms_of[person.id],
        }
        for person in in_name_order(facts.access.people.values())
        if scope.people is None or person.id in scope.people
    ]


def _groups(facts: ReportFacts) -> list[dict[str, Any]]:
    """The groups of the portal, and those of the server that have an entry in a room."""
    access = facts.access
    found: list[dict[str, Any]] = [
        {
            "id": group.id,
            "name": group.name,
            "manager": group.manager.id if group.manager else None,
            "members": len(access.members(group.id)),
        }
        for group in facts.groups
    ]
    known = {row["id"] for row in found}
    for room in access.rooms.values():
        for entry in access.group_entries(room):
            if entry.id in known:
                continue
            known.add(entry.id)
            is_everyone = entry.id == EVERYONE
            members = access.people if is_everyone else access.members(entry.id)
            name = access.group_names.get(entry.id, "")
            found.append({"id": entry.id, "name": name, "manager": None, "members": len(members)})
    return sorted(found, key=lambda row: (row["name"].casefold(), row["id"]))


def _administrators(facts: ReportFacts, scope: ReportScope) -> Sequence[str]:
    found = in_name_order(facts.access.administrators)
    return [each.id for each in found if scope.people is None or each.id in scope.people]
