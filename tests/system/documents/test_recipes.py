# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Each recipe of the documentation does what it says."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.documents import (
    test_guide_access_review as of_reviews,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents import (
    test_recipes_for_people as for_people,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents import (
    test_recipes_for_rooms as for_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    company,
    members,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.copies import (
    BEFORE,
    RECIPES,
    recipe,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.forge import EXAMPLES


def test_every_recipe_is_run():
    tested = [
        mark.args[1][0]
        for page in (vars(of_reviews), vars(for_people), vars(for_rooms), globals())
        for name, test in page.items()
        if name.startswith("test_")
        for mark in getattr(test, "pytestmark", ())
        if mark.args[0] == "copied"
    ]

    assert set(tested) == set(RECIPES)


@recipe("Teams as a dictionary")
def test_teams(copied):
    status, preview = copied.run()
    assert status == 0, preview
    assert members(copied.state()) == BEFORE
    assert "cleo@example.com" in preview

    status, output = copied.run()
    assert status == 0, output
    teams = {"Engineering": {"ada", "ben", "cleo"}, "Finance": {"finn"}}
    assert members(copied.state()) == {**BEFORE, **teams}


@recipe("Teams with their managers")
def test_teams_with_managers(copied):
    more = "  Équipe:\n    members: [dan@example.com]\n"
    with (copied.folder / "managed_teams.yml").open("a", encoding="utf-8") as teams:
        teams.write(more)

    status, preview = copied.run()
    assert status == 0, preview
    assert members(copied.state()) == BEFORE

    status, output = copied.run()
    assert status == 0, output
    state = copied.state()
    teams = {"Engineering": {"ada", "ben", "cleo"}, "Finance": {"finn", "eva"}}
    assert members(state) == {**BEFORE, **teams, "Équipe": {"dan"}}
    users = {user["id"]: user["userName"] for user in state["users"]}
    managers = {group["name"]: users.get(group["manager"]) for group in state["groups"]}
    assert (managers["Engineering"], managers["Finance"]) == ("ada", "finn")


@recipe("Rename a group")
def test_renaming(copied):
    status, preview = copied.run()
    assert status == 0, preview
    assert members(copied.state()) == BEFORE

    status, output = copied.run()
    assert status == 0, output
    assert members(copied.state()) == {
        "Finance EU" if name == "Finance" else name: people for name, people in BEFORE.items()
    }


@recipe("Leavers from a CSV file")
@pytest.mark.parametrize(
    "row",
    [
        "ben@example.com,1.7.2999,retires",
        "ben@example.com,2024-31-12,",
        "ben@example.com,,retires",
        "ben@example.com",
        "Hur,ben@example.com,2024-06-30,",
    ],
)
def test_a_row_that_is_wrong_disables_nobody(copied, row):
    with (copied.folder / "leavers.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"\n{row}\n")

    for _command in range(2):
        status, output = copied.run()

        assert status != 0
        assert f"Not an address and a date as YYYY-MM-DD: {row}" in output
    assert copied.portal.look()["mutations"] == 0


@recipe("Leavers from a CSV file")
def test_leavers(copied):
    status, preview = copied.run()
    assert status == 0, preview
    assert members(copied.state()) == BEFORE

    status, output = copied.run()
    assert status == 0, output
    state = copied.state()
    assert members(state) == {name: people - {"gina"} for name, people in BEFORE.items()}
    disabled = [each["userName"] for each in state["users"] if each["status"] == "disabled"]
    assert disabled == ["gina"]
    (report,) = copied.folder.glob("leavers-*.yml")
    assert "Everybody's darlings" in report.read_text(encoding="utf-8")


@recipe("People from inventory variables")
def test_people_of_machines(copied):
    status, output = copied.run()

    assert status == 0, output
    assert members(copied.state()) == {**BEFORE, "On call": {"ada", "ben", "dan"}}


def shared(title):
    """The company with rooms that Finance may enter."""
    state = company()
    owner, finance = state["users"][0]["id"], state["groups"][2]["id"]
    shares = [{"group": finance, "access": 10}]
    state["rooms"] = [
        {"id": number, "title": each, "type": 5, "owner": owner, "shares": shares}
        for number, each in ((12, "Contracts"), (14, title))
    ]
    return state


@recipe("Rooms that somebody loses by leaving a group")
def test_leaving_a_group_and_its_rooms(copied):
    state = shared("Contracts")
    copied.portal.restart(state)

    status, preview = copied.run()
    assert status == 0, preview
    lost = 'rooms of eva@example.com: "Contracts" (12): editor (by group Finance) -> none'
    assert lost in preview
    assert members(copied.state()) == BEFORE

    status, output = copied.run()
    assert status == 0, output
    assert members(copied.state())["Finance"] == {"finn"}


@recipe("Rooms that somebody loses by leaving a group")
def test_another_room_than_expected_stops_all(copied):
    copied.portal.restart(shared("Budget"))

    for _command in range(2):
        status, output = copied.run()

        assert status != 0
        assert "Rooms that would be lost as well: Budget" in output
    assert copied.portal.look()["mutations"] == 0


@recipe("Groups without manager")
def test_groups_without_manager(copied):
    status, output = copied.run(["accounts:read"])

    assert status != 0
    assert "Nobody manages: Everybody's darlings, Finance, Project Phoenix" in output


@recipe("Disabled people who are still in groups")
def test_disabled_people(copied):
    state = company()
    next(each for each in state["users"] if each["userName"] == "gina")["status"] = "disabled"
    copied.portal.restart(state)

    status, output = copied.run(["accounts:read"])

    assert status == 0, output
    assert "gina@example.com: Engineering, Everybody's darlings" in output


@recipe("A nightly check for drift")
@pytest.mark.parametrize("is_different", [False, True])
def test_drift(copied, is_different):
    if is_different:
        list_of_groups = copied.folder / "inventory.yml"
        text = list_of_groups.read_text(encoding="utf-8")
        list_of_groups.write_text(
            text.replace("members: [ben@", "members: [dan@"), encoding="utf-8"
        )

    status, output = copied.run(["accounts:read"])

    assert (status != 0) is is_different, output
    assert ("-ben@example.com" in output) is is_different
    assert copied.portal.look()["mutations"] == 0


def test_the_recipe_for_drift_is_the_play_of_the_examples():
    play = RECIPES["A nightly check for drift"].files["drift.yml"]

    assert (EXAMPLES / "drift.yml").read_text(encoding="utf-8").endswith(f"\n\n{play}")
