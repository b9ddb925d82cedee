# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `room` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import room as module
from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

_STATE = Path(__file__).parents[4] / "recorded" / "state_people.json"
OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
#: Room administrators.
RITA, REMY = (f"b0000000-0000-4000-8000-0000000000{number}" for number in (11, 12))
USER = "c0000000-0000-4000-8000-000000000004"
ENGINEERING = "10000000-0000-4000-8000-000000000004"
PLANS, RITAS, OLD, TWIN, OTHER_TWIN, AGENT, TEMPLATE, RITAS_OLD = range(301, 309)
LIFETIME = {"period": "month", "value": 3, "delete_permanently": True}
_STORED_LIFETIME = {"period": 1, "value": 3, "deletePermanently": True}
WATERMARK = {"text": "Secret", "additions": ["user_name"], "rotate": -45}


def state_with_settings() -> dict[str, Any]:
    """A portal with rooms of the owner and of Rita, and a template."""
    state: dict[str, Any] = load_state(_STATE)
    state["rooms"] = [
        _room(
            PLANS,
            "Plans",
            OWNER,
            shares=[
                {"user": RITA, "access": 9},
                {"user": REMY, "access": 2},
                {"group": ENGINEERING, "access": 10},
            ],
            settings={"tags": ["alpha", "beta"], "lifetime": _STORED_LIFETIME, "color": "FF6680"},
        ),
        _room(RITAS, "Rita's", RITA),
        _room(OLD, "Old plans", OWNER, archived=True),
        _room(TWIN, "Twin", OWNER),
        _room(OTHER_TWIN, "Twin", OWNER, archived=True),
        _room(AGENT, "Agent", OWNER, kind=9),
        _room(
            TEMPLATE,
            "Template",
            OWNER,
            is_template=True,
            settings={"tags": ["gamma"], "denies_download": True},
        ),
        _room(RITAS_OLD, "Rita's old", RITA, archived=True),
    ]
    state["documents"] = [
        _document("folder", 901, "Drafts", PLANS),
        _document("folder", 902, "First", 901),
        _document("file", 903, "Plan.docx", 902),
        _document("file", 904, "Old.docx", OLD),
        _document("folder", 905, "Inside", TEMPLATE),
    ]
    return state


def _room(number: int, title: str, owner: str, kind: int = 5, **more: Any) -> dict[str, Any]:
    return {"id": number, "title": title, "type": kind, "owner": owner, **more}


def _document(kind: str, number: int, title: str, parent: int) -> dict[str, Any]:
    return {"kind": kind, "id": number, "title": title, "parent": parent, "maker": OWNER}


def task(site, room, check_mode=False, key="owner key", **options):
    """Run a task for a room, given by its id or title."""
    given = parameters(site, module, key, room=str(room), **options)
    return module.run(given, check_mode)


failed = partial(failure, task)


def stored(site, room):
    """A room as it is stored, by its id or title; None if there is none."""
    found = [each for each in site.portal.state()["rooms"] if room in (each["id"], each["title"])]
    return found[0] if found else None


def writes(site):
    return [line for line in site.log() if not line.startswith("GET ")]


def sent(site):
    """The bodies of the writes."""
    return [each.body for each in site.portal.requests if each.method != "GET"]
