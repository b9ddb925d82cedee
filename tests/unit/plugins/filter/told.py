# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Results of `room_info` and reports for the filter `explain_access`."""

from __future__ import annotations

from typing import Any

EVA = {
    "id": "c0000000-0000-4000-8000-000000000005",
    "display_name": "Eva Peron",
    "email": "eva@example.org",
    "status": "active",
    "type": "user",
}
OLGA = {**EVA, "id": "66faa6e4-f133-11ea-b126-00ffeec8b4ef", "email": "olga@example.org"}
ADMIN = {
    **EVA, "id": "a0000000-0000-4000-8000-000000000001", "email": "admin@example.org",
    "type": "docspace_admin",
}  # fmt: skip
SALES, DESIGN, TWIN, OTHER_TWIN = (
    {"id": f"10000000-0000-4000-8000-00000000000{number}", "name": name}
    for number, name in enumerate(("Sales", "Design", "Twins", "Twins"), 1)
)
EVERYONE = {"id": "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e", "name": "Everyone"}


def cause(kind: str, level: str, group: Any = None, counts: bool = True) -> dict[str, Any]:
    return {"cause": kind, "level": level, "group": group, "counts": counts}


def room(number: int, title: str, owner: Any = None, **more: Any) -> dict[str, Any]:
    row = {"id": str(number), "title": title, "owner": owner or OLGA, "archived": False}
    return {**row, "external_links": False, **more}


def cell(*causes: dict[str, Any], person: Any = None, why_not: Any = None) -> dict[str, Any]:
    """What a room says of somebody."""
    first = causes[0] if causes else {"level": None, "cause": None}
    shown = {"level": first["level"], "cause": first["cause"]}
    return {**(person or EVA), **shown, "causes": list(causes), "why_not": why_not}


def asked_about(person: Any = None, groups: Any = (SALES, DESIGN, TWIN)) -> dict[str, Any]:
    """A result with `effective_for` about somebody, with rooms of all kinds."""
    person = person or EVA

    def of(*causes: dict[str, Any]) -> list[dict[str, Any]]:
        return [cell(*causes, person=person, why_not=None if causes else "not_in")]

    by_design = cause("group", "viewer", DESIGN, False)
    return {
        "rooms": [
            room(1, "Both", effective_for=of(cause("group", "editor", SALES), by_design)),
            room(2, "Sales alone", effective_for=of(cause("group", "editor", SALES))),
            room(
                3,
                "Own entry",
                effective_for=of(
                    cause("direct", "viewer"),
                    cause("group", "editor", SALES, False),
                    cause("everyone", "commenter", EVERYONE, False),
                ),
            ),
            room(4, "Hers", owner=person, effective_for=of(cause("owner", "owner"))),
            room(5, "Closed", effective_for=of()),
            room(6, "Linked", external_links=True, effective_for=of()),
        ],
        "users": [{**person, "user_name": "eva", "groups": list(groups)}],
        "unknown": ["ghost@example.org"],
    }


def report_of(result: dict[str, Any]) -> dict[str, Any]:
    """The same as a report has it."""

    def with_ids(causes: Any) -> Any:
        return [{**each, "group": each["group"] and each["group"]["id"]} for each in causes]

    return {
        "report": "onlyoffice.docspace.access_report",
        "version": 1,
        "people": [
            {**each, "groups": [group["id"] for group in each["groups"]]}
            for each in result["users"]
        ],
        "groups": [SALES, DESIGN, TWIN],
        "rooms": [
            {
                **{key: value for key, value in each.items() if key != "effective_for"},
                "owner": each["owner"] and each["owner"]["id"],
                "access": [
                    {
                        "person": row["id"],
                        "level": row["level"],
                        "cause": row["cause"],
                        "causes": with_ids(row["causes"]),
                    }
                    for row in each["effective_for"]
                    if row["level"]
                ],
            }
            for each in result["rooms"]
        ],
    }


def of_everybody() -> dict[str, Any]:
    """A result with `access`, and without `effective_for`."""
    gone = {**EVA, "id": "e0000000-0000-4000-8000-000000000001", "email": "gone@example.org"}
    gone["status"] = "disabled"
    hidden = {key: EVA[key] for key in ("id", "display_name", "email")}
    hidden.update(id="f0000000-0000-4000-8000-000000000001", email="guest@example.org")
    nobody: dict[str, Any] = {"access": [], "inactive": [], "unseen": [], "groups": []}
    owner = cell(cause("owner", "owner"), person=OLGA)
    first = {
        **nobody,
        "access": [owner, cell(cause("group", "editor", SALES))],
        "inactive": [{**gone, "level": "viewer"}],
        "unseen": [{**hidden, "level": "viewer"}],
        "groups": [{**SALES, "level": "editor"}, {**DESIGN, "level": "viewer"}],
    }
    rooms = [room(1, "First", **first), room(2, "Second", **{**nobody, "access": [owner]})]
    return {"rooms": rooms, "administrators": [ADMIN], "unknown": []}
