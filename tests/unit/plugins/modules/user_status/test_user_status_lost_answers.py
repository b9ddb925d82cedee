# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_status` finds out what became of a change whose answer is lost, odd or partial."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_status.tasks import (
    failed,
    statuses,
    task,
)

GONE = instead(404, {"error": {"message": "The user could not be found"}, "statusCode": 404})


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
    assert result["msg"].startswith(
        "The status of the accounts is not as planned: user05@example.org (Eva User05) is not"
        " disabled. "
    )


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
    site.faults.append(("GET", "/people/c0000000", GONE, 1, 3))

    result = failed(site, ["user05"])

    assert result["changed"]
    assert result["failure"]["verified"] is False
    assert "there is no account any more of user05@example.org (Eva User05)." in result["msg"]


def test_an_account_that_the_answer_leaves_out_and_that_is_gone_was_not_changed(site):
    site.faults.append(("PUT", "people/status", instead(200, {"response": []})))
    site.faults.append(("GET", "/people/c0000000", GONE, 1, 3))

    result = failed(site, ["user05"])

    assert (result["changed"], result["users"]) == (False, [])
    assert "user05@example.org (Eva User05) is not disabled" in result["msg"]


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
