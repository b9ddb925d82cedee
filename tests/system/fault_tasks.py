# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tasks in which something goes wrong: each path of each module that sends requests."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.system.fault_access_tasks import (
    ACCESS_TASKS,
    state_with_entries,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_audit_tasks import (
    AUDIT_TASKS,
    TRAIL,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_item_tasks import (
    ITEM_TASKS,
    state_with_items,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_leaving_tasks import (
    LEAVING_TASKS,
    furnished,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_link_tasks import (
    LINK_TASKS,
    state_before,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_people_tasks import (
    PEOPLE_TASKS,
    prepare,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_review_tasks import (
    REVIEW_TASKS,
    reviewed_before,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_room_tasks import (
    ROOM_TASKS,
    rooms_before,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_rooms_tasks import (
    ROOMS_TASKS,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info import (
    tasks as room_info_tasks,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import state_with_rooms
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd

_MODULES = "ansible_collections.onlyoffice.docspace.plugins.modules"
_GROUP = "10000000-0000-4000-8000-{:012}".format
_CROWD = crowd(130)
_LATER = "2999-12-31T23:59:00Z"

#: By name, the module and its options.
TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "add members": (
        "group_members",
        {"group": "Engineering", "members": ["user05", "user08@example.org", "user09"]},
    ),
    # More than one write.
    "add many members": (
        "group_members",
        {"group": _GROUP(15), "members": [each["id"] for each in _CROWD]},
    ),
    # One of them is disabled, whom no answer to a write shows.
    "remove members": (
        "group_members",
        {"group": "Mixed states", "members": ["user02", "disabled01"], "state": "absent"},
    ),
    "set members": (
        "group_members",
        {"group": _GROUP(4), "members": ["user04", "user08", "user09"], "state": "exact"},
    ),
    "change several groups": (
        "memberships",
        {
            # In a fixed order, so that requests can be counted.
            "parallel": 1,
            "groups": [
                {"group": "Engineering", "add": ["user08"], "remove": ["user05"]},
                {"group": _GROUP(14), "remove": ["disabled01"]},
                {"group": "Legal", "exact": ["user07", "user01"]},
            ],
        },
    ),
    # A new group, a new manager for another one who leaves it, and a group that goes.
    "make a list of groups so": (
        "groups",
        {
            "parallel": 1,
            "groups": [
                {"name": "New", "manager": "user01", "members": ["user02@example.org"]},
                {"id": _GROUP(3), "manager": "user08", "remove": ["user03"]},
                {"id": _GROUP(14), "state": "absent"},
            ],
        },
    ),
    "create a group": (
        "group",
        {"name": "New", "manager": "user01", "members": {"add": ["user02@example.org"]}},
    ),
    "change a group": ("group", {"id": _GROUP(3), "new_name": "Style", "manager": "user08"}),
    "end a manager": ("group", {"name": "Design", "no_manager": True}),
    "delete a group": ("group", {"id": _GROUP(14), "state": "absent"}),
    "read groups": ("group_info", {"member": "user07", "members": True}),
    "read people": ("user_info", {"users": ["user03@example.org", "user04"]}),
    "read members": ("user_info", {"group": "Design", "status": "active"}),
    "read rooms of people": ("user_info", {"users": ["roomadmin"], "rooms": True}),
    "read rooms": ("room_info", {"owner": "admin", "links": True}),
    "read access": ("room_info", {"rooms": ["101", "Plans"], "access": True}),
    # Whose address is not read, as it is no part of the question, is told without one.
    "read access of somebody": (
        "room_info",
        {"rooms": ["Numbers"], "effective_for": ["user05", "admin"]},
    ),
    "report access": ("access_report", {"include": ["links", "keys", "invitations"]}),
    "read a portal": ("portal_info", {}),
    # Groups are planned again, with somebody whom the task has invited.
    "make people and groups so": (
        "portal",
        {
            "parallel": 1,
            "users": [
                {"user": "made1@example.org", "type": "user"},
                {"user": "user05", "state": "disabled"},
            ],
            "groups": [
                {"name": "New", "members": ["made1@example.org"]},
                {"id": _GROUP(3), "remove": ["user03"]},
            ],
        },
    ),
    "make a link": ("invitation_link", {"type": "user", "expires": _LATER}),
    "change a link": ("invitation_link", {"type": "user", "expires": _LATER, "max_use_count": 9}),
    "delete a link": ("invitation_link", {"type": "user", "state": "absent"}),
    "disable accounts": ("user_status", {"users": ["user05", "user06"], "status": "disabled"}),
    # All three steps, and a disabled account, which no answer to a write shows.
    "offboard people": (
        "offboard",
        {
            "users": ["user05", "disabled01"],
            "new_manager": "user01",
            "max_users": "50%",
            "parallel": 1,
        },
    ),
    # One of the rooms is in the archive.
    "hand over rooms": (
        "user_handover",
        {
            "users": ["roomer01"],
            "successor": {"roomer01": "roomer03"},
            "without_rooms": "ignore",
            "wait_timeout": 5,
        },
    ),
    "delete accounts": (
        "user_handover",
        {
            "users": ["roomer02"],
            "successor": "roomer04",
            "delete": True,
            "confirm_delete": 1,
            "unknown_users": "ignore",
            "wait_timeout": 5,
        },
    ),
    "offboard with a successor": (
        "offboard",
        {
            "users": ["roomer03"],
            "successor": "roomer04",
            "wait_timeout": 5,
            "parallel": 1,
        },
    ),
    **AUDIT_TASKS,
    **LEAVING_TASKS,
    **PEOPLE_TASKS,
    **ROOM_TASKS,
    **ACCESS_TASKS,
    **ROOMS_TASKS,
    **LINK_TASKS,
    **REVIEW_TASKS,
    **ITEM_TASKS,
    "enable accounts": ("user_status", {"users": ["disabled01"], "status": "active"}),
}


#: The states of portals on which nothing else depends.
_STATES: tuple[tuple[Mapping[str, Any], Callable[[], dict[str, Any]]], ...] = (
    (ROOM_TASKS, rooms_before),
    (ROOMS_TASKS, rooms_before),
    (ACCESS_TASKS, state_with_entries),
    (REVIEW_TASKS, reviewed_before),
    (ITEM_TASKS, state_with_items),
)


def initial_state(task: str) -> dict[str, Any]:
    """The state of the portal before a task."""
    if "successor" in options(task) and task not in PEOPLE_TASKS:
        return state_with_rooms()
    for some, state_of in _STATES:
        if task in some:
            return state_of()
    if TASKS[task][0] in ("access_report", "room_info"):
        return room_info_tasks.state_with_rooms()
    if task in LINK_TASKS:
        return state_before(task)
    state = load_state() | (TRAIL if task in AUDIT_TASKS else {})
    if task in LEAVING_TASKS:
        return furnished(state)
    if task == "add many members":
        state["users"] += _CROWD
    if task in PEOPLE_TASKS:
        prepare(task, state)
    if task in ("change a link", "delete a link"):
        state["invitation_links"] = [
            {"id": _GROUP(1), "type": "User", "expires": "2998-12-31T23:59:00+00:00"}
        ]
    return state


def options(task: str) -> dict[str, Any]:
    """The options of a task, less those of the connection."""
    return TASKS[task][1]


def module(task: str) -> Any:
    """The module of a task."""
    return importlib.import_module(f"{_MODULES}.{TASKS[task][0]}")
