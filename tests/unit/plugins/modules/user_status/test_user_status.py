# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `user_status` does to accounts, and what it reports of it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import user_status
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
)


def task(site, users, status="disabled", check_mode=False, key="owner key", **options):
    given = parameters(site, user_status, key, users=users, status=status, **options)
    return user_status.run(given, check_mode)


def failed(site, *args, **options):
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    return raised.value.result()


def statuses(site, *names):
    users = {user["userName"]: user["status"] for user in site.portal.state()["users"]}
    return [users[name] for name in names]


def emails(result):
    return [user["email"] for user in result["users"]]


def test_who_is_not_as_wanted_is_changed_by_one_write(site):
    result = task(site, ["user05@example.org", "disabled01", "USER05", "pending01"])

    assert emails(result) == ["pending01@example.org", "user05@example.org"]
    assert statuses(site, "user05", "disabled01", "pending01") == ["disabled"] * 3
    assert site.log()[-1] == "PUT people/status/Terminated"
    assert all("fields=" in each.query for each in site.portal.requests)
    assert len(site.portal.requests[-1].body["userIds"]) == 2
    assert result["requests"] == {"read": 4, "write": 1}


def test_enabling_brings_people_back_as_they_were(site):
    task(site, ["pending01"])

    result = task(site, ["pending01", "disabled01", "user05"], status="active")

    assert emails(result) == ["disabled01@example.org", "pending01@example.org"]
    assert statuses(site, "pending01", "disabled01") == ["pending", "active"]


@pytest.mark.parametrize(("before", "after"), [("active", "disabled"), ("disabled", "active")])
def test_the_diff_has_a_line_for_each_account(site, before, after):
    task(site, ["user05", "user06"], before)

    assert task(site, ["user05", "user06"], after)["diff"] == {
        "before_header": "accounts",
        "after_header": "accounts",
        "before": f"user05@example.org (Eva User05): {before}\n"
        f"user06@example.org (Finn User06): {before}\n",
        "after": f"user05@example.org (Eva User05): {after}\n"
        f"user06@example.org (Finn User06): {after}\n",
    }


@pytest.mark.parametrize("status", ["disabled", "active"])
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, status):
    people = ["user05", "disabled01", "pending01"]
    if status == "active":
        task(site, ["pending01"])
        site.portal.reset_log()

    previewed = task(site, people, status, check_mode=True)
    assert site.portal.mutations == 0
    real = task(site, people, status)
    again = task(site, people, status)

    assert previewed["requests"].pop("write") == again["requests"]["write"] == 0
    assert not again["changed"]
    for result in (previewed, real):
        del result["requests"]
    assert previewed == real


def test_an_invitation_that_is_open_is_pending_again(site):
    task(site, ["pending01"])

    result = task(site, ["pending01", "disabled01"], "active")

    told = [(each["email"], each["previous_status"], each["status"]) for each in result["users"]]
    assert told == [
        ("disabled01@example.org", "disabled", "active"),
        ("pending01@example.org", "disabled", "pending"),
    ]
    assert "pending01@example.org (pending01@example.org): pending" in result["diff"]["after"]


def test_the_owner_and_unknown_people_are_refused_before_a_write(site):
    result = failed(site, ["admin", "ghost", "user05"], unknown_users="fail")

    assert result["failure"]["code"] == "unusable_users"
    assert "admin@example.org (Olga Owner) is the owner of the portal" in result["msg"]
    assert "ghost is nobody on this portal" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("status", "choice", "fails", "warned"),
    [
        ("disabled", None, False, 1),
        ("active", None, True, 0),
        ("active", "warn", False, 1),
        ("disabled", "ignore", False, 0),
    ],
)
def test_people_who_are_not_there(site, status, choice, fails, warned):
    options = {"unknown_users": choice} if choice else {}
    if fails:
        assert failed(site, ["ghost"], status, **options)["failure"]["code"] == "unusable_users"
        return
    result = task(site, ["ghost"], status, **options)
    assert result["unknown"] == ["ghost"]
    assert len(result["warnings"]) == warned
    assert not result["changed"]


def test_disabling_oneself_is_refused_by_the_portal_and_nothing_is_changed(site):
    result = failed(site, ["dsadmin", "user05"], key="admin key")

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert not result["changed"]
    assert statuses(site, "user05") == ["active"]


def test_a_change_that_was_made_in_spite_of_its_answer_is_a_success_with_a_warning(site):
    site.faults.append(("PUT", "people/status", done_but(500)))

    result = task(site, ["user05"])

    assert result["changed"]
    assert "was made in full" in result["warnings"][0]


def test_a_change_is_repeated_as_it_comes_to_the_same(site, naps):
    site.faults.append(("PUT", "people/status", instead(503)))

    result = task(site, ["user05"])

    assert result["changed"]
    assert result["warnings"] == []
    assert statuses(site, "user05") == ["disabled"]


def test_a_change_that_was_not_made_is_a_failure_without_change(site):
    site.faults.append(("PUT", "people/status", instead(500)))

    result = failed(site, ["user05"])

    assert (result["changed"], result["users"]) == (False, [])
    assert "as planned: user05@example.org (Eva User05) is not disabled. " in result["msg"]


def test_an_answer_that_leaves_somebody_out_is_a_failure_that_names_them(site):
    site.faults.append(("PUT", "people/status", instead(200, {"response": []})))

    result = failed(site, ["user05"])

    assert result["failure"] == {"code": "not_as_planned", "status": None}


def test_an_answer_that_leaves_somebody_out_is_verified_by_a_read(site):
    site.faults.append(("PUT", "people/status", done_but(200, {"response": []})))

    assert task(site, ["user05"])["changed"]


def test_a_read_that_does_not_know_of_the_change_yet_is_repeated(site):
    stale = {"response": {"id": "c0000000-0000-4000-8000-000000000005", "status": 1}}
    site.faults.append(("PUT", "people/status", done_but(500)))
    site.faults.append(("GET", "/people/c0000000", instead(200, stale)))

    assert task(site, ["user05"])["changed"]


def test_what_cannot_be_verified_is_said(site):
    site.faults.append(("PUT", "people/status", instead(500)))
    site.faults.append(("GET", "/people/c0000000", instead(500)))

    result = failed(site, ["user05"])

    assert result["changed"]
    assert result["failure"]["verified"] is False


def test_of_an_account_that_is_gone_nobody_knows_what_was_done_to_it(site):
    site.faults.append(("PUT", "people/status", done_but(500)))
    gone = instead(404, {"error": {"message": "The user could not be found"}, "statusCode": 404})
    site.faults.append(("GET", "/people/c0000000", gone, 1, 3))

    result = failed(site, ["user05"])

    assert result["changed"]
    assert result["failure"]["verified"] is False
    assert "there is no account any more of user05@example.org (Eva User05)." in result["msg"]


def test_full_seats_end_the_enabling_and_who_came_before_is_told(site):
    task(site, ["user05", "user06"])
    full = {"error": {"message": "The number of users should not exceed 11"}, "statusCode": 402}
    site.faults.append(("PUT", "people/status", partly(1, 402, full)))

    result = failed(site, ["user05", "user06"], "active")

    assert result["changed"]
    assert [each["email"] for each in result["users"]] == ["user05@example.org"]
    assert 'does not allow this (402): "The number of users should not exceed 11"' in result["msg"]
    assert "user06@example.org (Finn User06) is not active" in result["msg"]


def test_an_answer_without_a_status_proves_nothing(site):
    answer = {"response": [{"id": "e0000000-0000-4000-8000-000000000001"}]}
    site.faults.append(("PUT", "people/status", instead(200, answer)))

    result = failed(site, ["disabled01"], "active")

    assert not result["changed"]
    assert "disabled01@example.org (Dora1 Disabled) is not active" in result["msg"]


def test_after_a_failure_only_those_are_read_who_are_not_proven(big_site):
    people = [f"person{number:04}" for number in range(102)]
    big_site.faults.append(("PUT", "people/status", before(lambda portal: None)))
    big_site.faults.append(("PUT", "people/status", instead(500)))

    result = failed(big_site, people)

    assert len(result["users"]) == 100
    assert len([line for line in big_site.log() if "GET people/7" in line]) == 2 * 2


def test_the_first_of_two_writes_may_be_done_whatever_its_answer_says(big_site):
    people = [f"person{number:04}" for number in range(150)]
    big_site.faults.append(("PUT", "people/status", done_but(200, {"response": []})))
    big_site.faults.append(("PUT", "people/status", instead(401)))

    result = failed(big_site, people)

    assert result["changed"]
    assert len(result["users"]) == 100


def test_more_than_a_hundred_people_take_more_than_one_write(big_site):
    people = [f"person{number:04}" for number in range(150)]

    result = task(big_site, people)

    assert len(result["users"]) == 150
    assert result["requests"]["write"] == 2
