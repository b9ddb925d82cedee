# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` finds out what became of a write whose answer is lost or odd, and says so."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    EMPTY,
    ENGINEERING,
    NONE,
    WRITE,
    emails,
    failed,
    people,
    task,
)


def test_an_answer_without_members_is_verified_by_a_read(site):
    site.faults.append(("DELETE", WRITE, done_but(200, {"response": True})))

    result = task(site, ["user05"], state="absent")

    assert result["changed"]
    assert result["requests"] == {"read": 3, "write": 1}


def test_an_answer_for_another_group_is_verified_by_a_read(site):
    other = {"response": {"id": EMPTY, "members": []}}
    site.faults.append(("DELETE", WRITE, instead(200, other)))

    result = failed(site, ["user05"], state="absent")

    assert "user05@example.org (Eva User05) is still a member" in result["msg"]
    assert "The portal does not say why; run the task again." in result["msg"]
    assert not result["changed"]


@pytest.mark.parametrize("fault", [
    done_but(500, {"error": {"message": "x", "stack": "stack"}}),
    done_but(403, {"error": {"message": "x", "type": "System.InvalidOperationException"}}),
    done_but(200, "<html>login</html>"),
    done_but(200, '{"response": {"id"'),
])  # fmt: skip
def test_a_write_that_was_done_in_spite_of_its_answer_is_a_success_with_a_warning(site, fault):
    site.faults.append(("DELETE", WRITE, fault))

    result = task(site, ["user05", "user06"], state="absent")

    assert result["changed"]
    said = f"was made in full, although the portal answered otherwise: {site.base_url} "
    assert said in result["warnings"][0]
    assert site.members(ENGINEERING) == {"user04", "user07"}
    assert result["requests"] == {"read": 4, "write": 1}


def test_a_write_that_was_done_in_part_is_a_failure_that_says_which(site):
    error = {"error": {"message": "x", "type": "System.InvalidOperationException"}}
    site.faults.append(("DELETE", WRITE, partly(1, 403, error)))

    result = failed(site, ["user05", "user06"], state="absent")

    assert result["changed"]
    assert emails(result["removed"]) == ["user05@example.org"]
    assert "user06@example.org (Finn User06) is still a member" in result["msg"]
    assert result["failure"]["status"] == 403
    assert site.members(ENGINEERING) == {"user04", "user06", "user07"}


def test_a_write_that_failed_outright_is_a_failure_without_change(site):
    site.faults.append(("PUT", WRITE, instead(500)))

    result = failed(site, ["user01"])

    assert not result["changed"]
    assert (result["added"], result["removed"]) == ([], [])
    assert result["failure"] == {"code": "server_error", "status": 500}


def test_a_refused_write_needs_no_look_at_the_truth(site):
    result = failed(site, ["user05"], state="absent", key="room admin key")

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert not result["changed"]
    assert result["requests"] == {"read": 2, "write": 1}


@pytest.mark.parametrize("refusal", [
    instead(401),
    instead(403),
    instead(404),
    instead(429, headers={"Retry-After": "3600"}),
    instead(302, headers={"Location": "/login"}),
])  # fmt: skip
def test_a_repeat_that_is_refused_does_not_prove_that_the_first_try_did_nothing(
    site, naps, refusal
):
    site.faults += [("DELETE", WRITE, done_but(502)), ("DELETE", WRITE, refusal)]

    result = task(site, ["user05"], state="absent")

    assert result["changed"]
    assert "was made in full, although the portal answered otherwise" in result["warnings"][0]


def test_a_group_that_is_gone_at_a_repeat_may_have_been_changed_by_the_first_try(site, naps):
    gone = {"error": {"message": "x", "type": "x"}, "status": 1, "statusCode": 404}
    site.faults += [("DELETE", WRITE, done_but(502)), ("DELETE", WRITE, instead(404, gone))]

    result = failed(site, ["user05"], state="absent")

    assert result["failure"]["code"] == "group_not_found"
    assert result["changed"]


def test_a_refusal_after_too_many_requests_proves_that_nothing_was_done(site, naps):
    site.faults += [("DELETE", WRITE, instead(429)), ("DELETE", WRITE, instead(401))]

    result = failed(site, ["user05"], state="absent")

    assert not result["changed"]
    assert result["requests"] == {"read": 2, "write": 1}


@pytest.mark.parametrize(
    ("answer", "status", "sentence"),
    [
        (done_but(503), 503, "failed with 503; try again later. What became of it"),
        (done_but(200, {"response": True}), 500, "The portal accepted the change. What became"),
    ],
)
def test_what_cannot_be_verified_is_said_and_counted_as_a_change(
    site, naps, answer, status, sentence
):
    site.faults += [("DELETE", WRITE, answer)] * 4 + [("GET", "/simple/filter", instead(500))]

    result = failed(site, ["user05"], state="absent")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": status, "verified": False}
    assert sentence in result["msg"]
    assert f"could not be read: {site.base_url} failed with 500; try" in result["msg"]
    assert result["msg"].endswith("Run the task again to find out and to complete it.")


def test_a_failure_in_the_second_write_reports_the_first(big_site):
    big_site.faults.append(("PUT", NONE, before(lambda portal: big_site.faults.append(
        ("PUT", NONE, instead(500))
    ))))  # fmt: skip

    result = failed(big_site, people(*range(150)), NONE)

    assert result["changed"]
    assert len(result["added"]) == 100
    assert len(big_site.members(NONE)) == 100


def test_a_refusal_of_the_second_write_reports_the_first_and_why(big_site):
    big_site.faults.append(("PUT", NONE, before(lambda portal: big_site.faults.append(
        ("PUT", NONE, instead(401))
    ))))  # fmt: skip

    result = failed(big_site, people(*range(150)), NONE)

    assert result["changed"]
    assert len(result["added"]) == 100
    assert "did not accept api_key" in result["msg"]
    assert result["failure"] == {"code": "unauthorized", "status": 401}
