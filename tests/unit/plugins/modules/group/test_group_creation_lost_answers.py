# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` finds out what became of a creation whose answer is lost or odd, and says so."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    FIND_NEW,
    LOST,
    USER,
    after,
    failed,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_creation_without_answer_that_was_made_is_a_success_with_a_warning(site, status):
    site.faults.append(("POST", "group", done_but(status)))

    result = task(site, "New", manager="user01", members={"add": ["user02"]})

    assert result["changed"]
    assert result["group"]["id"] == site.group("New")["id"]
    assert "was made in full, although the portal answered otherwise" in result["warnings"][0]
    assert [line for line in site.log() if line.startswith("POST")] == ["POST group"]
    assert site.log()[-2] == FIND_NEW


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_creation_without_answer_that_was_not_made_is_a_failure_and_not_repeated(site, status):
    site.faults.append(("POST", "group", instead(status)))

    result = failed(site, "New", manager="user01")

    assert result["changed"] is False
    assert result["msg"].startswith(
        'The new group "New" is not as planned: it does not exist (if the portal is still at work'
    )
    assert f"{site.base_url} failed with {status}" in result["msg"]
    assert result["failure"] == {"code": "server_error", "status": status}
    assert writes(site) == []
    assert result["requests"]["write"] == 1


def test_a_creation_without_answer_beside_another_one_is_told(site):
    def twice(portal):
        for name in ["New", "New"]:
            request(portal, "POST", "group", {"groupName": name}, site.api_key())

    site.faults.append(("POST", "group", after(twice, instead(502))))

    result = failed(site, "New")

    ids = sorted(group["id"] for group in site.portal.state()["groups"] if group["name"] == "New")
    assert len(ids) == 2
    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 502, "ids": ids}
    assert f"there are 2, keep one and delete the others by id: {', '.join(ids)}." in result["msg"]


def test_a_creation_that_was_made_in_part_is_a_failure_that_says_so(site):
    def other(portal):
        body = {"groupName": "New", "members": [USER.format(2), USER.format(4)]}
        request(portal, "POST", "group", body, site.api_key())

    site.faults.append(("POST", "group", after(other, instead(500))))

    result = failed(site, "New", manager="user01", members={"add": ["user02"]})

    assert result["changed"]
    assert "it has no manager instead of user01@example.org (Ada User01)" in result["msg"]
    missing = "user01@example.org (Ada User01) is not a member"
    unexpected = f"{USER.format(4)} is a member too"
    assert f"; {missing}; {unexpected}. {site.base_url} failed with 500" in result["msg"]
    assert result["failure"]["group"] == site.group("New")["id"]


def test_an_answer_to_a_creation_that_shows_no_group_is_verified_by_a_read(site):
    site.faults.append(("POST", "group", done_but(200, {"response": True})))

    result = task(site, "New", members={"add": ["user02"]})

    assert result["group"]["id"] == site.group("New")["id"]
    assert result["warnings"] == []


def test_an_answer_to_a_creation_without_any_group_is_a_failure(site):
    site.faults.append(("POST", "group", instead(200, {"response": True})))

    result = failed(site, "New")

    assert result["failure"]["code"] == "not_as_planned"
    assert "running the task again will find it" in result["msg"]
    assert not result["changed"]


def test_members_of_a_new_group_who_were_left_out_are_named_with_the_reasons(site):
    def disable(portal):
        people = [USER.format(1), USER.format(2)]
        request(portal, "PUT", "people/status/Terminated", {"userIds": people}, site.api_key())

    site.faults.append(("POST", "group", after(disable, partly(0, 200, {"response": True}))))

    result = failed(site, "New", members={"add": ["user01", "user02"]})

    assert result["msg"].endswith(
        ": user01@example.org (Ada User01) is not a member;"
        " user02@example.org (Ben User02) is not a member."
        " user01@example.org (Ada User01) is disabled; enable the account first."
        " user02@example.org (Ben User02) is disabled; enable the account first."
    )
    assert result["changed"]


def test_a_member_who_is_disabled_meanwhile_is_refused_by_the_portal(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(2)]},
                site.api_key())  # fmt: skip

    site.faults.append(("POST", "group", before(disable)))

    result = failed(site, "New", members={"add": ["user02"]})

    assert result["failure"] == {"code": "rejected", "status": 400}
    assert not result["changed"]
    # What is certain needs no look.
    assert site.log()[-1] == "POST group"


def test_what_cannot_be_verified_is_said_and_counted_as_a_change(site):
    def become_unreadable(portal):
        site.faults.append(("GET", "group", instead(500)))

    site.faults.append(("POST", "group", after(become_unreadable, instead(504))))

    result = failed(site, "New")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 504, "verified": False}
