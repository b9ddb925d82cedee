# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`offboard` gives groups another manager before the present one leaves."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    DESIGN,
    FINANCE,
    LEGAL,
    TWINS,
    failed,
    leaver,
    task,
    writes,
)


def managed(result, email):
    """By group, who manages it now that the leaver does not."""
    return {
        group["name"]: group["manager"] and group["manager"]["email"]
        for group in leaver(result, email)["managed"]
    }


def test_a_group_without_a_new_manager_has_none_and_that_is_a_warning(site):
    result = task(site, ["user05"])

    assert site.group("Finance")["manager"] is None
    assert managed(result, "user05") == {"Finance": None}
    assert result["warnings"] == [
        "user05@example.org (Eva User05) is the manager of"
        f' "Finance" ({FINANCE}), which has no manager afterwards; name one with new_managers or'
        " new_manager."
    ]


@pytest.mark.parametrize("named", ["Finance", FINANCE, f"{{{FINANCE.upper()}}}"])
def test_a_new_manager_takes_over_before_the_old_one_leaves(site, named):
    result = task(site, ["user05"], new_managers=[{"group": named, "manager": "user01"}])

    assert site.group("Finance")["manager"].endswith("0001")
    assert site.members(FINANCE) == {"user01"}
    assert managed(result, "user05") == {"Finance": "user01@example.org"}
    assert result["warnings"] == []
    first = site.portal.requests[-len(writes(site))]
    assert first.body == {"groupManager": site.group("Finance")["manager"]}


def test_one_person_takes_over_all_that_no_entry_names(site):
    result = task(
        site,
        ["user03", "user05", "user07"],
        new_managers=[{"group": "Legal", "manager": "user08"}],
        new_manager="user02@example.org",
    )

    new = [site.group(name)["manager"][-4:] for name in ("Design", "Finance", "Legal")]
    assert new == ["0002", "0002", "0008"]
    assert not any("no manager" in warning for warning in result["warnings"])


def test_a_leaver_who_manages_a_kept_group_goes_on_managing_it(site):
    directory = next(group for group in site.state["groups"] if group["ldap"])
    directory["manager"] = directory["members"][0]
    site.__post_init__()

    result = task(site, ["user03"], new_manager="user01")

    assert site.group("Directory team")["manager"].endswith("0003")
    assert managed(result, "user03") == {"Design": "user01@example.org"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"new_manager": "ghost"}, "new_manager: ghost is nobody on this portal"),
        ({"new_manager": "guest01"}, "new_manager: guest01@example.com (Gus1 Guest) is a guest"),
        (
            {"new_managers": [{"group": "Finance", "manager": "disabled01"}]},
            "new_managers: disabled01@example.org (Dora1 Disabled) is disabled",
        ),
        ({"new_manager": "USER07@example.org"}, "new_manager: USER07@example.org is among the"),
        (
            {"new_managers": [{"group": "Elsewhere", "manager": "user05"}]},
            "new_managers: user05 is among the users who leave",
        ),
    ],
)
def test_who_cannot_take_over_is_refused_before_a_write(site, options, words):
    result = failed(site, ["user05", "user07"], **options)

    assert words in result["msg"]
    assert site.portal.mutations == 0


def test_new_managers_are_not_asked_for_where_nothing_is_to_take_over(site):
    result = task(site, ["user12"], new_manager="ghost")

    assert result["requests"] == {"read": 1, "write": 1}


@pytest.mark.parametrize("fallback", [{}, {"new_manager": "user02"}])
def test_an_entry_about_a_group_that_no_manager_leaves_is_warned_of(site, fallback):
    entries = [{"group": name, "manager": "user01"} for name in ("Finanse", "Legal", "Finance")]
    warning = (
        "new_managers: no manager leaves {}, so nobody takes over there; check the names, and take"
        " out what is done."
    )

    result = task(site, ["user05"], new_managers=entries[:2], **fallback)

    assert result["warnings"][-1] == warning.format('"Finanse", "Legal"')
    manager = site.group("Finance")["manager"]
    assert (manager and manager[-4:]) == ("0002" if fallback else None)
    repeated = task(site, ["user05"], new_managers=entries[2:], **fallback)
    assert not repeated["changed"]
    assert repeated["warnings"] == [warning.format('"Finance"')]


def test_an_entry_about_a_kept_group_is_warned_of(site):
    directory = next(group for group in site.state["groups"] if group["ldap"])
    directory["manager"] = directory["members"][0]
    site.__post_init__()
    entry = {"group": "Directory team", "manager": "user01"}

    result = task(site, ["user03"], new_managers=[entry])

    assert 'no manager leaves "Directory team"' in result["warnings"][-1]


def test_a_name_that_means_two_groups_of_leavers_is_refused(site):
    twins = [group for group in site.state["groups"] if group["name"] == "Twins"]
    twins[0]["manager"] = twins[0]["members"][0]
    site.__post_init__()
    entry = {"group": "Twins", "manager": "user05"}

    result = failed(site, ["user01", "user02"], new_managers=[entry])

    assert "people who leave are in 2 groups with the name" in result["msg"]
    assert site.portal.mutations == 0
    task(site, ["user01", "user02"], new_managers=[{**entry, "group": TWINS}])
    assert site.group("Accounting")["manager"] is None


def test_two_entries_for_one_group_are_refused(site):
    result = failed(
        site,
        ["user03"],
        new_managers=[
            {"group": "Design", "manager": "user01"},
            {"group": DESIGN, "manager": "user02"},
        ],
    )

    assert f'"Design" ({DESIGN}) is there 2 times' in result["msg"]


def test_the_new_manager_is_a_member_already(site):
    task(site, ["user07"], new_managers=[{"group": LEGAL, "manager": "user08"}])

    assert site.members(LEGAL) == {"user08", "user09"}
