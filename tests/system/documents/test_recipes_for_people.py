# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The recipes of the documentation for people who join, leave, pay and do not answer."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    company,
    members,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.copies import BEFORE, recipe


def person(state, name):
    return next(each for each in state["users"] if each["userName"] == name)


def staffed():
    """The company, where Gina is a room administrator with rooms, and Ada may inherit them."""
    state = company()
    for name in ("ada", "gina"):
        person(state, name)["type"] = "RoomAdmin"
    gina = person(state, "gina")["id"]
    state["rooms"] = [
        {"id": 8, "title": "Plans", "type": 5, "owner": gina},
        {"id": 9, "title": "Old plans", "type": 5, "owner": gina, "archived": True},
    ]
    return state


@recipe("Leavers with their successors")
def test_leavers_and_their_rooms(copied):
    copied.portal.restart(staffed())

    status, preview = copied.run()
    assert status == 0, preview
    assert "Plans" in preview
    assert copied.portal.look()["mutations"] == 0

    status, output = copied.run()
    assert status == 0, output
    state = copied.state()
    assert person(state, "gina")["status"] == "disabled"
    assert person(state, "ben")["status"] == "active"
    assert {room["owner"] for room in state["rooms"]} == {person(state, "ada")["id"]}
    assert members(state) == {name: people - {"gina"} for name, people in BEFORE.items()}


@recipe("Leavers with their successors")
@pytest.mark.parametrize(
    "row", ["ben@example.com,2024-06-30,", "ben@example.com,2024-06-30", "ben@example.com,,ada@x.y"]
)
def test_a_leaver_without_a_successor_stops_all(copied, row):
    with (copied.folder / "successors.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"{row}\n")

    for _command in range(2):
        status, output = copied.run()

        assert status != 0
        assert f"Not an address, a date as YYYY-MM-DD and an address: {row}" in output
    assert copied.portal.look()["mutations"] == 0


@recipe("Joiners from a CSV file")
def test_joiners(copied):
    with (copied.folder / "joiners.csv").open("a", encoding="utf-8") as rows:
        rows.write("ada@example.com,Finance\n\n")
    state = company()
    person(state, "ada")["type"] = "RoomAdmin"
    copied.portal.restart(state)

    status, preview = copied.run()
    assert status == 0, preview
    assert "hanna@example.com" in preview
    assert members(copied.state()) == BEFORE
    assert copied.portal.look()["mutations"] == 0

    status, output = copied.run()
    assert status == 0, output
    state = copied.state()
    joined = [user for user in state["users"] if user["status"] == "pending"]
    assert [user["email"].partition("@")[0] for user in joined] == ["hanna", "ivo", "jana"]
    assert {user["type"] for user in joined} == {"User"}
    assert person(state, "ada")["type"] == "RoomAdmin"
    more = {"Engineering": {"hanna"}, "Finance": {"ivo", "ada"}}
    assert members(state) == {
        **{name: people | more.get(name, set()) for name, people in BEFORE.items()},
        "Quality Assurance": {"jana"},
    }


@recipe("Joiners from a CSV file")
def test_a_joiner_without_a_department_stops_all(copied):
    with (copied.folder / "joiners.csv").open("a", encoding="utf-8") as rows:
        rows.write("karl@example.com,\n")

    for _command in range(2):
        status, output = copied.run()

        assert status != 0
        assert "Not an address and a department: karl@example.com," in output


@recipe("Paid seats without a group")
def test_seats_without_a_group(copied):
    state = company()
    for name in ("dan", "ada"):
        person(state, name)["type"] = "RoomAdmin"
    copied.portal.restart(state)

    status, output = copied.run(["accounts:read"])

    assert status != 0
    assert "A paid seat and no group: dan@example.com" in output
    assert "ada@example.com" not in output


@recipe("Invitations that nobody accepts")
def test_invitations(copied):
    state = company()
    for name, registered in (("dan", "2026-01-15T09:00:00Z"), ("eva", "2999-01-01T00:00:00Z")):
        person(state, name).update(status="pending", firstName="", lastName="")
        person(state, name)["registered"] = registered
    copied.portal.restart(state)

    status, output = copied.run()
    assert status == 0, output
    assert "dan@example.com, since 2026-01-15T09:00:00Z" in output
    assert "eva@example.com" not in output
    assert "changed=0" in output
    assert sent(copied) == []

    status, output = copied.run()
    assert status == 0, output
    assert "changed=1" in output
    assert sent(copied) == [[person(state, "dan")["id"]]]


def sent(copied):
    """To whom invitations were sent again."""
    return [
        request["body"]["userIds"]
        for request in copied.portal.look()["requests"]
        if request["method"] == "PUT"
    ]
