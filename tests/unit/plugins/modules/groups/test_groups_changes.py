# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    DESIGN,
    ENGINEERING,
    LEGAL,
    MIXED,
    USER,
    emails,
    failed,
    names,
    rows,
    task,
)

LIST = [
    {"name": "Night shift", "manager": "user01", "members": ["user02@example.org", "user01"]},
    {"name": "Style", "id": DESIGN, "manager": "user04", "exact": ["user01"]},
    {"name": "Engineering", "add": ["user01"], "remove": ["user05@example.org", "user12"]},
    {"name": "HR"},
    {"name": "Legal", "state": "absent"},
    {"name": "Never there", "state": "absent"},
]


def test_a_whole_list_is_made_so_in_one_task(site):
    result = task(site, *LIST)

    assert rows(result, "name", "action", "changed") == [
        ("Night shift", "created", True),
        ("Style", "changed", True),
        ("Engineering", "changed", True),
        ("HR", "none", False),
        ("Legal", "deleted", True),
        ("Never there", "none", False),
    ]
    assert site.group("Night shift")["manager"] == USER.format(1)
    assert site.members(site.group("Night shift")["id"]) == {"user01", "user02"}
    assert site.group("Style")["manager"] == USER.format(4)
    assert site.members(DESIGN) == {"user01", "user04"}
    assert site.members(ENGINEERING) == {"user01", "user04", "user06", "user07"}
    assert "Legal" not in names(site)
    created, _style, engineering, *_others, legal, _never = result["groups"]
    assert emails(created["added"]) == ["user01@example.org", "user02@example.org"]
    assert emails(engineering["removed"]) == ["user05@example.org"]
    assert len(legal["removed"]) == 3


def test_the_second_run_has_nothing_to_do_and_neither_has_the_third(site):
    task(site, *LIST)
    site.portal.reset_log()

    for _run in range(2):
        result = task(site, *LIST)
        assert not result["changed"]
        assert {row["action"] for row in result["groups"]} == {"none"}
        assert result["diff"] == []
    assert site.portal.mutations == 0


def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site):
    previewed = task(site, *LIST, check_mode=True)
    assert site.portal.mutations == 0

    real = task(site, *LIST)

    for result in (previewed, real):
        del result["requests"], result["groups"][0]["id"]
    assert previewed == real


def test_each_group_that_changes_is_shown_with_all_its_people(site):
    diffs = task(site, *LIST, check_mode=True)["diff"]

    assert [diff["after_header"] for diff in diffs] == [
        "group Night shift",
        "group Style, members of Design (3 -> 2)",
        "members of Engineering (4 -> 4), only people named in this task",
        "no group",
    ]
    assert diffs[1]["before"] == (
        "name: Design\n"
        "manager: user03@example.org (Cleo User03)\n"
        "members:\n"
        "  - user03@example.org (Cleo User03)\n"
        "  - user04@example.org (Dan User04)\n"
        "  - user05@example.org (Eva User05)\n"
    )
    assert diffs[1]["after"] == (
        "name: Style\n"
        "manager: user04@example.org (Dan User04)\n"
        "members:\n"
        "  - user01@example.org (Ada User01)\n"
        "  - user04@example.org (Dan User04)\n"
    )


def test_a_new_group_of_279_is_shown_and_made_whole(big_site):
    people = [f"person{number:04}@example.net" for number in range(279)]

    previewed = task(big_site, {"name": "New", "members": people}, check_mode=True)
    real = task(big_site, {"name": "New", "members": people})

    assert previewed["diff"][0]["after"].count("  - ") == 279
    assert len(previewed["groups"][0]["added"]) == len(real["groups"][0]["added"]) == 279
    assert len(big_site.group("New")["members"]) == 279
    assert real["requests"]["write"] == 3


@pytest.mark.parametrize(
    ("entry", "managers"),
    [
        ({"manager": "USER03"}, 3),
        ({"manager": "user04"}, 4),
        ({"manager": USER.format(1)}, 1),
        ({"no_manager": True}, None),
        ({"members": ["user04"]}, None),
        ({"members": ["user04"], "no_manager": True}, None),
        ({"remove": ["user03"], "no_manager": True}, None),
        ({"remove": ["user03"], "manager": "user05"}, 5),
    ],
)
def test_the_manager_is_who_the_entry_says(site, entry, managers):
    result = task(site, {"name": "Design", **entry})

    assert site.group("Design")["manager"] == (managers and USER.format(managers))
    manager = result["groups"][0]["manager"]
    assert (manager and manager["id"]) == (managers and USER.format(managers))
    assert not task(site, {"name": "Design", **entry})["changed"]


def test_a_manager_who_leaves_without_being_replaced_is_warned_of(site):
    (warning,) = task(site, {"name": "Design", "remove": ["user03"]})["warnings"]

    assert "is the manager of" in warning
    assert task(site, {"name": "Legal", "no_manager": True})["warnings"] == []


def test_a_disabled_manager_who_leaves_the_group_is_no_obstacle(site):
    design = next(group for group in site.state["groups"] if group["id"] == DESIGN)
    user = next(user for user in site.state["users"] if user["id"] == USER.format(3))
    user["status"] = "disabled"
    site.__post_init__()

    assert failed(site, {"name": "Design", "no_manager": True})["failure"]["code"] == "unchangeable"
    assert not task(site, {"name": "Design", "manager": "user03"})["changed"]
    assert task(site, {"name": "Design", "no_manager": True, "remove": ["user03"]})["changed"]
    assert site.group("Design")["manager"] is None
    assert USER.format(3) in design["members"]


def test_two_groups_may_swap_their_names(site):
    task(site, {"name": "Legal", "id": DESIGN}, {"name": "Design", "id": LEGAL})

    assert site.group("Legal")["id"] == DESIGN
    assert site.group("Design")["id"] == LEGAL


def test_a_failure_stops_no_other_group_but_nothing_is_deleted_then(site):
    site.faults.append(("PUT", f"group/{DESIGN}", instead(403, {"error": {"type": "x"}})))
    site.faults.append(("GET", "people/simple/filter", instead(500)))

    result = failed(
        site,
        {"name": "Design", "remove": ["user03"]},
        {"name": "Engineering", "remove": ["user05"]},
        {"name": "Mixed states", "state": "absent"},
    )

    assert result["changed"]
    assert rows(result, "name", "changed", "failed") == [
        ("Design", True, True),
        ("Engineering", True, False),
        ("Mixed states", False, True),
    ]
    assert result["groups"][2]["msg"] == (
        f'The group "Mixed states" ({MIXED}) was not deleted, as other groups are not as desired.'
    )
    assert "Mixed states" in names(site)


def test_a_group_is_renamed_by_its_name_and_never_created_by_that(site):
    entry = {"name": "Design", "new_name": "Style"}

    assert task(site, entry)["groups"][0]["name"] == "Style"
    assert site.group("Style")["id"] == DESIGN
    assert not task(site, entry)["changed"]
    result = failed(site, {"name": "Desing", "new_name": "Style and more"})
    assert result["failure"]["code"] == "group_not_found"
