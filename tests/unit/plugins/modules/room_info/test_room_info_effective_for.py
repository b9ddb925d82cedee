# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_info` tells of a few people into which rooms they get, and why not into others."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    ADMIN,
    DATA_ROOM,
    DESIGN,
    DIRECTORY,
    DISABLED,
    ENGINEERING,
    EVERYONE,
    FINANCE,
    GUEST,
    OLD_PLANS,
    OPEN,
    PENDING,
    PLANS,
    ROSA,
    TWIN,
    USER,
    failed,
    portal_with_rooms,
    rooms_request,
    share,
    state_with_rooms,
    task,
)

EVA = USER.format(5)


def cells(result):
    """As what everybody who was named is in each room, or why not."""
    return {
        (int(room["id"]), person["id"]): person["level"] or person["why_not"]
        for room in result["rooms"]
        for person in room["effective_for"]
    }


def without_settings(result):
    return {int(room["id"]): room["effective_for"] for room in result["rooms"]}


def test_a_person_in_a_room_with_what_counts_and_all_reasons(rooms_site):
    result = task(rooms_site, rooms=[str(PLANS)], effective_for=["USER05@example.org"])

    assert without_settings(result)[PLANS] == [
        {
            "id": EVA,
            "display_name": "Eva User05",
            "email": "user05@example.org",
            "status": "active",
            "type": "user",
            "level": "editor",
            "cause": "group",
            "causes": [
                {
                    "cause": "group",
                    "level": "editor",
                    "group": {"id": DESIGN, "name": "Design"},
                    "counts": True,
                },
                {
                    "cause": "group",
                    "level": "commenter",
                    "group": {"id": ENGINEERING, "name": "Engineering"},
                    "counts": False,
                },
            ],
            "why_not": None,
        }
    ]
    (eva,) = result["users"]
    assert (eva["user_name"], [group["name"] for group in eva["groups"]]) == (
        "user05", ["Design", "Engineering", "Finance"],
    )  # fmt: skip
    assert "access" not in result["rooms"][0]
    assert "administrators" not in result
    # A room and the person are all that is needed, beside who owns the room.
    assert rooms_site.log() == [
        "GET people/email?email=USER05@example.org",
        f"GET files/rooms/{PLANS}",
        share(PLANS),
        f"GET people/{ROSA}",
    ]


def test_who_does_not_get_in_is_told_with_the_reason(rooms_site):
    named = [DISABLED, PENDING, GUEST, ADMIN, USER.format(9)]

    result = task(rooms_site, all=True, effective_for=named)

    found = cells(result)
    assert {id: found[PLANS, id] for id in named} == {
        DISABLED: "disabled",
        PENDING: "pending",
        GUEST: "viewer",
        ADMIN: "reviewer",
        USER.format(9): "not_in",
    }
    assert {id: found[DATA_ROOM, id] for id in named} == {
        DISABLED: "disabled",
        PENDING: "pending",
        GUEST: "viewer",
        # An entry for everybody is more than what administrators may do anywhere.
        ADMIN: "viewer",
        USER.format(9): "viewer",
    }
    assert (found[OPEN, ADMIN], found[OPEN, GUEST]) == ("administrator", "not_in")
    assert found[OLD_PLANS, ADMIN] == "administrator"
    (admin,) = (each for each in without_settings(result)[OPEN] if each["id"] == ADMIN)
    assert (admin["cause"], [each["cause"] for each in admin["causes"]]) == (
        "administrator", ["administrator"],
    )  # fmt: skip


def test_alone_it_asks_for_the_rooms_that_these_people_are_in(rooms_site):
    result = task(rooms_site, effective_for=[EVA])

    assert cells(result) == {
        (DATA_ROOM, EVA): "viewer",
        (PLANS, EVA): "editor",
        (OLD_PLANS, EVA): "viewer",
    }
    # She, her three groups and everybody are five lists: the portal has no more rooms than that.
    assert rooms_site.log()[:2] == [f"GET people/{EVA}", rooms_request()]
    assert sorted(rooms_site.log()[2:7]) == sorted(
        map(share, (PLANS, OLD_PLANS, OPEN, DATA_ROOM, TWIN))
    )
    assert not any("subjectId" in line for line in rooms_site.log())


def test_rooms_are_found_by_the_entries_of_a_person_and_the_groups():
    rooms = state_with_rooms()["rooms"]
    rooms += [{"id": 200 + n, "title": f"R{n:02}", "type": 5, "owner": ROSA} for n in range(60)]
    with portal_with_rooms(rooms=rooms) as site:
        assert cells(task(site, effective_for=[EVA])) == {
            (DATA_ROOM, EVA): "viewer",
            (PLANS, EVA): "editor",
            (OLD_PLANS, EVA): "viewer",
        }
        lists = [line for line in site.log() if "subjectId" in line]
        subjects = (DESIGN, ENGINEERING, FINANCE, EVERYONE, EVA)
        assert sorted(lists) == sorted(rooms_request(subjectId=id) for id in subjects)
        assert sorted(line for line in site.log() if "share" in line) == sorted(
            map(share, (PLANS, OLD_PLANS, DATA_ROOM))
        )


def test_the_rooms_of_an_administrator_are_those_with_a_reason_of_their_own(rooms_site):
    result = task(rooms_site, effective_for=[ADMIN])

    assert cells(result) == {
        (DATA_ROOM, ADMIN): "viewer",
        (PLANS, ADMIN): "reviewer",
        (OLD_PLANS, ADMIN): "administrator",
    }
    assert result["warnings"][-1].startswith("effective_for: rooms that somebody entered by an")


def test_all_that_is_told_of_everybody_is_told_of_the_same_people(rooms_site):
    named = [USER.format(number) for number in range(1, 10)] + [ADMIN, ROSA, GUEST]

    together = task(rooms_site, all=True, access=True, effective_for=named)
    alone = task(rooms_site, all=True, effective_for=named)

    assert without_settings(together) == without_settings(alone)
    for room in together["rooms"]:
        everybody = {person["id"]: person for person in room["access"]}
        for person in room["effective_for"]:
            if person["id"] in everybody:
                assert person["causes"] == everybody[person["id"]]["causes"]
                assert person["level"] == everybody[person["id"]]["level"]
            else:
                assert person["level"] in (None, "administrator")
    assert together["requests"]["read"] == 2 + len(together["rooms"])


def test_of_many_rooms_only_those_are_read_that_matter():
    state = state_with_rooms()
    state["rooms"] += [
        {"id": 200 + n, "title": f"R{n:02}", "type": 5, "owner": ROSA} for n in range(60)
    ]
    with portal_with_rooms(rooms=state["rooms"]) as site:
        result = task(site, archived=False, effective_for=[EVA])

        assert len(result["rooms"]) == 63
        assert {key[0]: level for key, level in cells(result).items() if level != "not_in"} == {
            DATA_ROOM: "viewer",
            PLANS: "editor",
        }
        shares = sorted(line for line in site.log() if "share" in line)
        assert shares == [share(PLANS), share(DATA_ROOM)]
        # Eva, the rooms, where five of these have an entry, two rooms, two owners, whose key.
        assert result["requests"] == {"read": 1 + 1 + 5 + 2 + 2 + 1, "write": 0}


def test_many_people_are_a_page_of_people():
    with portal_with_rooms() as site:
        named = [USER.format(number) for number in range(1, 8)]
        task(site, rooms=[str(TWIN)], effective_for=named)

        assert site.log()[0] == DIRECTORY
        assert not any("people/c0000000" in line for line in site.log())


def test_nobody_has_no_rooms_and_takes_no_request(rooms_site):
    result = task(rooms_site, effective_for=[])

    assert (result["rooms"], result["users"], rooms_site.log()) == ([], [], [])


def test_who_is_nobody_is_unknown_beside_rooms_that_are_none(rooms_site):
    named = ["ghost@example.org", "user05"]

    result = task(rooms_site, rooms=["Nowhere", str(PLANS)], effective_for=named)

    assert result["unknown"] == ["Nowhere", "ghost@example.org"]
    assert cells(result) == {(PLANS, EVA): "editor"}


def test_what_nobody_is_shown_is_said_of_the_option(rooms_site):
    warnings = task(rooms_site, rooms=[str(OPEN)], effective_for=[EVA])["warnings"]

    assert [warning.split(":")[0] for warning in warnings] == ["effective_for"] * 2
    assert f'such links: "Open" ({OPEN})' in warnings[1]


def test_people_cannot_be_read_by_everybody(rooms_site):
    options = {"rooms": [str(PLANS)], "effective_for": [EVA]}

    assert failed(rooms_site, key="user3 key", **options)["failure"]["code"] == "forbidden"
