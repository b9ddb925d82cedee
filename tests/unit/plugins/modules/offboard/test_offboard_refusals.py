# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever `offboard` can know before its first write is refused then, all of it at once."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import offboard
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    change,
    failed,
    statuses,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize(
    ("user", "key", "reason"),
    [
        ("admin", "owner key", "admin@example.org (Olga Owner) is the owner of the portal"),
        ("admin", "admin key", "is the owner of the portal"),
        ("dsadmin", "admin key", "dsadmin@example.org (Adam Admin) is the owner of api_key"),
        ("user05", "owner key", "comes from a directory (LDAP), which alone"),
        ("roomadmin", "admin key", "is an administrator, whose account only the key"),
    ],
)
def test_accounts_that_the_portal_does_not_disable(site, user, key, reason, check_mode):
    change(site, "user05", ldap=True)
    change(site, "roomadmin", type="DocSpaceAdmin")

    result = failed(site, ["user09", user], check_mode=check_mode, key=key)

    assert reason in result["msg"]
    assert "set disable to false" in result["msg"]
    assert result["failure"]["code"] == "unusable_users"
    assert site.portal.mutations == 0


def test_an_administrator_is_disabled_with_the_owners_key(site):
    task(site, ["dsadmin"])

    assert statuses(site, "dsadmin") == ["disabled"]


def test_an_access_token_tells_its_person_itself(site):
    site.faults.append(("GET", "keys/@self", instead(401, "")))

    result = failed(site, ["dsadmin", "user09"], key="admin key")

    assert "is the owner of api_key" in result["msg"]
    assert "GET people/%40self" in site.log()
    assert site.portal.mutations == 0


def test_where_nobody_tells_whose_credential_it_is_the_portal_decides(site):
    site.faults += [
        ("GET", "keys/@self", instead(401, "")),
        ("GET", "people/@self", instead(403, "")),
    ]

    result = failed(site, ["dsadmin"], key="admin key")

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert not result["changed"]


@pytest.mark.parametrize("choice", [None, "fail"])
def test_people_who_are_not_there(site, choice):
    result = failed(site, ["ghost", "user05"], unknown_users=choice)

    assert "users: ghost is nobody on this portal." in result["msg"]
    assert result["failure"]["users"] == ["ghost"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("limit", "fits"),
    [("2", True), ("1", False), (2, True), ("9%", False), ("9.1%", True), ("0", False)],
)
def test_no_more_people_than_allowed(site, limit, fits):
    people = ["user05", "disabled01", "disabled03"]  # nothing is to do about the last one
    if fits:
        assert task(site, people, max_users=limit)["changed"]
        return
    result = failed(site, people, max_users=limit)
    of_all = " of 22" if str(limit).endswith("%") else ""
    assert f"max_users: 2{of_all} people would lose their groups" in result["msg"]
    assert result["failure"] == {"code": "max_users_exceeded", "status": None, "users": 2}
    assert site.portal.mutations == 0


def test_a_limit_that_one_person_exceeds(site):
    result = failed(site, ["user05"], max_users=0)

    assert "max_users: 1 person would lose their groups or their account" in result["msg"]


def test_ten_people_are_the_most_unless_told_otherwise(big_site):
    people = [f"person{number:04}" for number in range(1, 12)]

    assert "max_users: 11 people" in failed(big_site, people)["msg"]
    assert task(big_site, people[:10])["changed"]


def test_all_that_speaks_against_it_is_told_at_once(site):
    result = failed(site, ["admin", "ghost", "user05"], max_users="1", new_manager="guest01")

    codes = [problem["code"] for problem in result["failure"]["problems"]]
    assert codes == ["unusable_members", "unusable_users", "unusable_users", "max_users_exceeded"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"users": None}, "users: is null"),
        ({"max_users": None}, "max_users: is null"),
        ({"max_users": "few"}, "max_users: 'few' is neither"),
        ({"users": ["a@example.org b@example.org"]}, "name one person here"),
        ({"users": [" "]}, "users, entry 1: is empty"),
        ({"new_manager": "a b"}, "new_manager: 'a b'"),
        ({"new_managers": [{"group": "X", "manager": ""}]}, 'new_managers, "X", manager: is'),
        ({"parallel": 0}, "parallel: must be from 1 to 15"),
        ({"report": "/nowhere/at/all.json"}, "/nowhere/at/all.json cannot be written: the folder"),
        ({"report": "leavers.csv"}, "leavers.csv must end with .json, .yml, .yaml"),
        ({"report": ""}, "report: is empty"),
    ],
)
def test_options_that_cannot_be_meant(site, options, words):
    """Also where nothing checks them before the module does."""

    def run(*_args):
        offboard.run({**parameters(site, offboard, users=["user05"]), **options}, False)

    result = failure(run, site)

    assert words in result["msg"]
    assert site.log() == []


def test_the_preview_says_that_the_key_may_not_write(site):
    result = task(site, ["user05"], check_mode=True, key="owner accounts:read key")

    assert any("lacks the scope accounts:write" in warning for warning in result["warnings"])
    assert failed(site, ["user05"], key="owner accounts:read key")["changed"] is False
