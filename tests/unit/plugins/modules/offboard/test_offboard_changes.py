# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`offboard` takes people out of everything and disables their accounts, in this order."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    BOEHM,
    DESIGN,
    DIRECTORY,
    ENGINEERING,
    FINANCE,
    MIXED,
    change,
    leaver,
    names,
    statuses,
    task,
    writes,
)


def test_people_are_out_of_their_groups_before_their_accounts_are_disabled(site):
    result = task(site, ["user05@example.org", "USER10"])

    assert result["changed"]
    assert not any({"user05", "user10"} & site.members(key) for key in (DESIGN, ENGINEERING))
    assert statuses(site, "user05", "user10") == ["disabled"] * 2
    assert writes(site)[-1] == "PUT people/status/Terminated"
    assert len(writes(site)) == 6
    eva = leaver(result, "user05")
    assert (eva["previous_status"], eva["status"]) == ("active", "disabled")
    assert names(eva["groups"]) == names(eva["left"]) == ["Design", "Engineering", "Finance"]
    assert names(leaver(result, "user10")["left"]) == ["Marketing", "Sales"]


def test_a_disabled_account_leaves_the_groups_where_it_is_not_seen(site):
    result = task(site, ["disabled01", "disabled03"])

    assert site.members(MIXED) == {"user01", "user02", "pending01", "disabled02"}
    hidden, other = result["leavers"]
    assert names(hidden["left"]) == ["Mixed states"]
    assert (hidden["changed"], other["changed"]) == (True, False)
    assert not any("status" in line for line in writes(site))


def test_an_open_invitation_is_disabled_too(site):
    result = task(site, ["pending01"])

    assert statuses(site, "pending01") == ["disabled"]
    assert result["leavers"][0]["previous_status"] == "pending"


def test_without_disabling_only_the_groups_are_left(site):
    result = task(site, ["user05", "admin"], disable=False)

    assert statuses(site, "user05", "admin") == ["active"] * 2
    assert names(leaver(result, "user05")["left"]) == ["Design", "Engineering", "Finance"]
    assert leaver(result, "user05")["status"] == "active"
    assert not leaver(result, "admin")["changed"]


def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site):
    wanted = {
        "users": ["user03", "user05", "disabled01", "ghost"],
        "unknown_users": "warn",
        "new_managers": [{"group": "Finance", "manager": "user01"}],
    }

    previewed = task(site, check_mode=True, **wanted)
    assert site.portal.mutations == 0
    real = task(site, **wanted)
    again = task(site, **wanted)

    assert not again["changed"]
    assert again["diff"] == []
    assert previewed["requests"].pop("write") == again["requests"]["write"] == 0
    for result in (previewed, real):
        del result["requests"]
    # What people have besides is read in check mode only.
    had = [row["email"] for row in previewed.pop("belongings")]
    assert had == [row["email"] for row in real["leavers"] if row["changed"]]
    assert list(previewed["diff"].pop()) == ["prepared"]
    assert previewed == real


def test_nobody_named_is_nobody_offboarded(site):
    before = site.portal.state()

    result = task(site, [])

    assert (result["changed"], result["leavers"], result["diff"]) == (False, [], [])
    assert result["requests"] == {"read": 0, "write": 0}
    assert site.portal.state() == before


def test_a_group_of_a_directory_keeps_people_with_a_warning(site):
    result = task(site, ["user03"])

    cleo = leaver(result, "user03")
    assert "user03" in site.members(DIRECTORY)
    assert names(cleo["kept"]) == ["Directory team"]
    assert names(cleo["left"]) == ["Böhm & Söhne", "Design"]
    assert not cleo["failed"]
    assert any(
        f'user03@example.org (Cleo User03) stays in "Directory team" ({DIRECTORY}), which a'
        " directory (LDAP) owns" in warning
        for warning in result["warnings"]
    )


def test_a_group_of_a_directory_is_left_if_that_is_allowed(site):
    result = task(site, ["user03"], allow_ldap_group=True)

    assert "user03" not in site.members(DIRECTORY)
    assert leaver(result, "user03")["kept"] == []
    assert not any("LDAP" in warning for warning in result["warnings"])


def test_who_is_only_kept_does_not_change(site):
    task(site, ["user03"])

    again = task(site, ["user03"], max_users="0")

    assert not again["changed"]
    assert names(leaver(again, "user03")["kept"]) == ["Directory team"]


def test_a_directory_account_is_taken_out_of_its_groups_without_disabling(site):
    change(site, "user05", ldap=True)

    result = task(site, ["user05"], disable=False)

    assert len(leaver(result, "user05")["left"]) == 3


def test_a_directory_account_that_is_disabled_already_is_no_obstacle(site):
    change(site, "disabled01", ldap=True)

    assert task(site, ["disabled01"])["changed"]


def test_one_person_by_two_names_is_one_leaver(site):
    result = task(site, ["user05", "user05@example.org"], max_users="1")

    assert len(result["leavers"]) == 1


@pytest.mark.parametrize(("choice", "warned"), [("warn", 1), ("ignore", 0)])
def test_who_is_not_there_is_told(site, choice, warned):
    result = task(site, ["ghost@example.org", "user12"], unknown_users=choice)

    assert result["unknown"] == ["ghost@example.org"]
    assert sum("is nobody on this portal" in each for each in result["warnings"]) == warned
    assert statuses(site, "user12") == ["disabled"]


def test_the_difference_shows_people_with_their_groups_and_the_managers(site):
    result = task(
        site,
        ["user03", "user05", "disabled03"],
        new_managers=[{"group": FINANCE, "manager": "user01"}],
    )

    people, managers = result["diff"]
    assert people["before_header"] == "status and groups of people who leave (2)"
    assert people["before"] == (
        "user03@example.org (Cleo User03): active\n"
        "  Böhm & Söhne\n"
        "  Design (manager)\n"
        "  Directory team\n"
        "user05@example.org (Eva User05): active\n"
        "  Design\n"
        "  Engineering\n"
        "  Finance (manager)\n"
    )
    assert people["after"] == (
        "user03@example.org (Cleo User03): disabled\n"
        "  Directory team\n"
        "user05@example.org (Eva User05): disabled\n"
    )
    assert managers == {
        "before_header": "managers of groups (2)",
        "after_header": "managers of groups (2)",
        "before": "Design: user03@example.org (Cleo User03)\n"
        "Finance: user05@example.org (Eva User05)\n",
        "after": "Design: nobody\nFinance: user01@example.org (Ada User01)\n",
    }
    assert "user03" not in site.members(BOEHM)


def test_many_who_stay_somewhere_are_counted_in_the_warnings(site):
    directory = next(group for group in site.state["groups"] if group["id"] == DIRECTORY)
    directory["members"] = [user["id"] for user in site.state["users"][3:15]]
    site.__post_init__()

    result = task(site, directory["members"], disable=False, max_users="100%")

    stays = [each for each in result["warnings"] if "stays in" in each]
    assert len(stays) == 10
    assert "2 more people stay in groups; see leavers." in result["warnings"]
