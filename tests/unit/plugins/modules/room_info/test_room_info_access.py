# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_info` tells who gets in, and why, and what of it nobody is shown."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    ADMIN,
    ADMIN2,
    DATA_ROOM,
    DESIGN,
    DIRECTORY,
    DISABLED,
    ENGINEERING,
    EVERYONE,
    GUEST,
    OLD_PLANS,
    OLGA,
    OPEN,
    PENDING,
    PLANS,
    ROGER,
    ROSA,
    TWIN,
    USER,
    failed,
    rooms_request,
    share,
    task,
)


def access(result, room):
    """Who is in a room as what, and why; what counts is in front of a bar."""
    (found,) = (each for each in result["rooms"] if each["id"] == str(room))
    return {
        person["id"]: (person["level"], *(told(cause) for cause in person["causes"]))
        for person in found["access"]
    }


def told(cause):
    by = f" by {cause['group']['name']}" if cause["group"] else ""
    return f"{'' if cause['counts'] else 'not '}{cause['cause']}{by}: {cause['level']}"


def test_everybody_who_gets_in_with_all_reasons(rooms_site):
    result = task(rooms_site, rooms=[str(PLANS)], access=True)

    administrator = "not administrator: administrator"
    assert access(result, PLANS) == {
        ROSA: ("owner", "owner: owner"),
        ROGER: ("room_manager", "direct: room_manager"),
        ADMIN: ("reviewer", "direct: reviewer", administrator),
        GUEST: ("viewer", "direct: viewer"),
        # Their own entry counts, although the group's is higher.
        USER.format(3): ("viewer", "direct: viewer", "not group by Design: editor"),
        USER.format(4): (
            "editor", "group by Design: editor", "not group by Engineering: commenter",
        ),
        USER.format(5): (
            "editor", "group by Design: editor", "not group by Engineering: commenter",
        ),
        USER.format(6): ("commenter", "group by Engineering: commenter"),
        USER.format(7): ("commenter", "group by Engineering: commenter"),
    }  # fmt: skip
    (room,) = result["rooms"]
    assert room["access"][0] == {
        "id": ADMIN,
        "display_name": "Adam Admin",
        "email": "dsadmin@example.org",
        "status": "active",
        "type": "docspace_admin",
        "level": "reviewer",
        "causes": [
            {"cause": "direct", "level": "reviewer", "group": None, "counts": True},
            {"cause": "administrator", "level": "administrator", "group": None, "counts": False},
        ],
    }
    assert [(each["id"], each["status"], each["level"]) for each in room["inactive"]] == [
        (DISABLED, "disabled", "commenter"),
        (PENDING, "pending", "editor"),
    ]
    assert room["groups"] == [
        {"id": DESIGN, "name": "Design", "level": "editor"},
        {"id": ENGINEERING, "name": "Engineering", "level": "commenter"},
    ]
    assert room["unseen"] == []
    assert rooms_site.log() == [f"GET files/rooms/{PLANS}", DIRECTORY, share(PLANS)]


def test_administrators_are_told_of_once(rooms_site):
    result = task(rooms_site, all=True, access=True)

    assert [each["id"] for each in result["administrators"]] == [OLGA, ADMIN2, ADMIN]
    assert ADMIN not in access(result, OPEN)
    assert access(result, TWIN) == {ROGER: ("owner", "owner: owner")}


def test_everyone_and_the_archive(rooms_site):
    result = task(rooms_site, all=True, access=True)

    in_numbers = access(result, DATA_ROOM)
    assert in_numbers[GUEST] == ("viewer", "everyone by Everyone: viewer")
    assert in_numbers[OLGA] == (
        "owner",
        "owner: owner",
        "not everyone by Everyone: viewer",
        "not administrator: administrator",
    )
    assert PENDING not in in_numbers
    assert DISABLED not in in_numbers
    # In the archive, being an administrator counts more than the own entry.
    in_old_plans = access(result, OLD_PLANS)
    assert in_old_plans[ADMIN] == (
        "administrator", "administrator: administrator", "not direct: viewer",
    )  # fmt: skip
    assert in_old_plans[USER.format(4)] == ("viewer", "group by Design: viewer")
    (room,) = (each for each in result["rooms"] if each["id"] == str(DATA_ROOM))
    assert room["groups"] == [{"id": EVERYONE, "name": "Everyone", "level": "viewer"}]


def test_the_cost_is_a_request_for_each_room(rooms_site):
    result = task(rooms_site, all=True, access=True)

    assert rooms_site.log() == [
        rooms_request(),
        DIRECTORY,
        *map(share, (DATA_ROOM, OPEN, PLANS, TWIN, OLD_PLANS)),
    ]
    assert result["requests"] == {"read": 7, "write": 0}


def test_what_nobody_is_shown_is_said(rooms_site):
    groups, links = task(rooms_site, all=True, access=True)["warnings"]

    assert groups.startswith("access: no list of the portal shows whether the groups of")
    assert links == (
        "access: people with an account who came by an external link stay in and are in no list of"
        f' the portal. These rooms have such links: "Open" ({OPEN}).'
    )


def test_a_room_administrator_is_told_who_is_not_seen(rooms_site):
    result = task(rooms_site, key="room admin key", rooms=[str(PLANS)], access=True)

    (room,) = result["rooms"]
    assert [(each["id"], each["email"], each["level"]) for each in room["unseen"]] == [
        (DISABLED, "disabled01@example.org", "commenter"),
        (GUEST, "guest01@example.com", "viewer"),
    ]
    assert GUEST not in access(result, PLANS)
    assert result["warnings"][0].startswith("Disabled people and guests are left out, as")


def test_people_cannot_be_read_by_everybody(rooms_site):
    options = {"rooms": [str(PLANS)], "access": True}

    assert failed(rooms_site, key="user3 key", **options)["failure"]["code"] == "forbidden"
    lacking = failed(rooms_site, key="owner rooms:read key", **options)
    assert lacking["failure"]["code"] == "missing_scope"
    assert "lacks the scope accounts:read" in lacking["msg"]


def test_the_owner_of_a_room_who_is_disabled_is_not_in():
    from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info import tasks

    state = tasks.state_with_rooms()
    (rosa,) = (user for user in state["users"] if user["id"] == ROSA)
    rosa["status"] = "disabled"
    with tasks.portal_with_rooms(users=state["users"]) as site:
        (room,) = task(site, rooms=[str(OPEN)], access=True)["rooms"]

    assert room["access"] == []
    assert [(each["id"], each["level"]) for each in room["inactive"]] == [(ROSA, "owner")]
