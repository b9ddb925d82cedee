# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `access_report` make reports, and look into them."""

from __future__ import annotations

from functools import partial
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import access_report
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import ROSA
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

TAKEN_AT = "2026-11-28T02:00:00Z"


def task(site: Site, check_mode: bool = False, **options: Any) -> dict[str, Any]:
    given = {"taken_at": TAKEN_AT, **options}
    return access_report.run(parameters(site, access_report, **given), check_mode)


failed = partial(failure, task)


def report(site: Site, **options: Any) -> dict[str, Any]:
    """The report itself."""
    made = task(site, return_report=True, **options)["report"]
    assert isinstance(made, dict)
    return made


def as_administrator(site: Site, person_id: str = ROSA) -> None:
    """Make somebody an administrator, who is shown all rooms and people."""
    (person,) = (user for user in site.state["users"] if user["id"] == person_id)
    person["type"] = "DocSpaceAdmin"
    site.__post_init__()


def room(made: dict[str, Any], number: int | str) -> dict[str, Any]:
    """A room of a report."""
    (found,) = (each for each in made["rooms"] if each["id"] == str(number))
    return dict(found)


def rows(made: dict[str, Any], number: int | str) -> dict[str, dict[str, Any]]:
    """Who is in a room, by their ids."""
    return {row["person"]: row for row in room(made, number)["access"]}


def findings(made: dict[str, Any], code: str) -> list[dict[str, Any]]:
    """Those of a kind."""
    return [each for each in made["findings"] if each["code"] == code]


def spots(made: dict[str, Any]) -> dict[str, list[Any]]:
    """The blind spots by their codes, each as the room's id or how many things it has."""
    found: dict[str, list[Any]] = {}
    for spot in made["blind_spots"]:
        assert spot["text"].endswith(".")
        assert spot["way_out"].endswith(".")
        room_id = spot["room"] and int(spot["room"]["id"])
        found.setdefault(spot["code"], []).append(room_id or spot["count"])
    return found
