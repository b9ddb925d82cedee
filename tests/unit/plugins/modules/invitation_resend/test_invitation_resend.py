# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`invitation_resend` sends mails to those whose invitation is open, and to nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import partial

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import invitation_resend
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    crowd,
    failure,
    parameters,
)

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
KEY = ["GET keys/%40self", f"GET people/{OWNER}"]
RESEND = "PUT people/invite"


def task(site, *people, check_mode=False, **options):
    given = parameters(site, invitation_resend, users=list(people), **options)
    return invitation_resend.run(given, check_mode)


failed = partial(failure, task)


def mailed(site):
    """To whom mails were sent, by user name, one request after the other."""
    names = {user["id"]: user["userName"] for user in site.state["users"]}
    return [
        [names[key] for key in request.body["userIds"]]
        for request in site.portal.requests
        if request.method == "PUT"
    ]


def addresses(people):
    return [person["email"] for person in people]


@pytest.fixture
def waiting(site):
    """Somebody was invited ten days ago, somebody else yesterday; many more long ago."""
    now = datetime.now(timezone.utc)
    for name, days in (("pending01", 10), ("pending02", 1)):
        user = next(each for each in site.state["users"] if each["userName"] == name)
        user["registered"] = (now - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
    site.state["users"] += [{**each, "status": "pending"} for each in crowd(60)]
    site.__post_init__()
    return site


def test_only_those_whose_invitation_is_open_get_a_mail(site):
    result = task(site, "pending01", "user01", "disabled01", "pending01@example.org")

    assert result["changed"]
    assert addresses(result["users"]) == ["pending01@example.org"]
    assert result["users"][0]["pending_since"] == "2026-01-15T09:00:00Z"
    assert addresses(result["not_sent"]) == ["disabled01@example.org", "user01@example.org"]
    assert mailed(site) == [["pending01"]]
    assert site.log()[-3:] == [*KEY, RESEND]
    assert result["diff"]["after"] == (
        "pending01@example.org (pending01@example.org): invitation\n"
    )


def test_nobody_to_send_to_is_no_change_and_no_request_more(site):
    result = task(site, "user01")

    assert not result["changed"]
    assert site.log() == ["GET people/user01"]


@pytest.mark.parametrize(
    ("days", "sent"),
    [(0, ["pending01", "pending02"]), (1, ["pending01", "pending02"]), (2, ["pending01"]),
     (10, ["pending01"]), (11, [])],
)  # fmt: skip
def test_only_invitations_that_are_old_enough(waiting, days, sent):
    result = task(waiting, "pending01", "pending02", older_than_days=days)

    assert addresses(result["users"]) == [f"{name}@example.org" for name in sent]
    assert {each["reason"] for each in result["not_sent"]} <= {"was invited later than that"}
    assert mailed(waiting) == ([sent] if sent else [])


def test_each_run_sends_another_mail(site):
    for _run in range(2):
        assert task(site, "pending01")["changed"]

    assert mailed(site) == [["pending01"], ["pending01"]]


def test_check_mode_sends_none_and_tells_the_same(site):
    preview = task(site, "pending01", "user01", check_mode=True)
    assert mailed(site) == []
    real = task(site, "pending01", "user01")

    assert preview.pop("requests") == {"read": 4, "write": 0}
    assert real.pop("requests") == {"read": 4, "write": 1}
    assert preview == real


def test_check_mode_says_what_a_key_that_only_reads_may_not(site):
    result = task(site, "pending01", check_mode=True, key="owner accounts:read key")

    (warning,) = result["warnings"]
    assert "lacks the scope accounts:write" in warning


def test_many_are_sent_by_fifty(waiting):
    people = [each["email"] for each in crowd(60)]

    result = task(waiting, *people, max_users=60)

    assert addresses(result["users"]) == people
    assert [len(each) for each in mailed(waiting)] == [50, 10]


def test_more_than_is_allowed_are_refused(waiting):
    result = failed(waiting, *(each["email"] for each in crowd(11)))

    assert result["failure"] == {"code": "max_users_exceeded", "status": None}
    assert "11 people would get a mail, and the limit is 10. Nothing was sent" in result["msg"]
    assert mailed(waiting) == []


def test_who_is_nobody(site):
    result = failed(site, "pending01", "ghost")
    assert result["failure"]["code"] == "unusable_users"
    assert mailed(site) == []

    result = task(site, "pending01", "ghost", unknown_users="warn")
    assert result["unknown"] == ["ghost"]
    assert len(result["warnings"]) == 1
    assert task(site, "ghost", unknown_users="ignore")["warnings"] == []


def test_people_whom_a_key_is_not_shown_are_not_nobody(site):
    users = ["disabled01", "disabled02", "disabled03", "user01", "user02", "user03"]

    result = failed(site, *users, key="room admin key", unknown_users="warn")

    assert result["failure"]["code"] == "hidden_people"
    assert task(site, *users)["unknown"] == []


def test_a_key_that_the_portal_would_let_send_nothing(site):
    result = failed(site, "pending01", key="room admin key")

    assert result["failure"] == {"code": "forbidden", "status": None}
    assert mailed(site) == []


@pytest.mark.parametrize("options", [{"older_than_days": -1}, {"max_users": -1}])
def test_numbers_have_bounds(site, options):
    assert failed(site, "pending01", **options)["failure"]["option"] in options
    assert site.log() == []


# --- what became of it --------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [done_but(500), instead(500), instead(502)])
def test_mails_are_never_sent_twice_and_what_is_not_known_is_said(site, fault):
    site.faults.append(("PUT", "people/invite", fault))

    result = failed(site, "pending01")

    assert result["changed"]
    assert result["failure"]["verified"] is False
    assert result["msg"].endswith(
        "What became of it could not be read: a portal does not tell which mails it has sent."
        " Another run of the task sends all of them once more."
    )
    assert len([line for line in site.log() if line == RESEND]) <= 1
    assert "users" not in result


def test_a_refusal_of_the_first_request_is_a_failure_without_change(site):
    site.faults.append(("PUT", "people/invite", instead(400, {"error": {"message": "x"}})))

    result = failed(site, "pending01")

    assert not result["changed"]


def test_a_refusal_in_the_midst_says_who_got_a_mail(waiting):
    refusal = instead(400, {"error": {"message": "x", "type": "System.Exception"}})
    people = [each["email"] for each in crowd(60)]
    waiting.faults.append(Fault("PUT", "people/invite", refusal, first=5))

    result = failed(waiting, *people, max_users=60)

    assert result["changed"]
    assert addresses(result["users"]) == people[:50]
    assert "no mail was sent to person0050@example.net" in result["msg"]
