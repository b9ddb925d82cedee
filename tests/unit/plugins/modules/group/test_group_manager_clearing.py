# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` says who is left out of a group when a step of clearing its manager fails."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    USER,
    after,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def in_second_step(site, rule):
    """A fault for the second of two equal requests."""
    site.faults.append(("PUT", DESIGN, before(lambda _: site.faults.append(("PUT", DESIGN, rule)))))


def lasting(site, rule):
    """A fault that stays, however often a request is repeated."""

    def again(portal, environ):
        site.faults.append(("PUT", DESIGN, again))
        return rule(portal, environ)

    return again


def test_a_first_step_that_fails_changes_nothing(site):
    site.faults.append(("PUT", DESIGN, instead(500)))

    result = failed(site, DESIGN, no_manager=True)

    assert not result["changed"]
    assert "user03@example.org (Cleo User03) is still a member" in result["msg"]
    assert "out of the group" not in result["msg"]
    assert site.portal.mutations == 0


def test_a_first_step_that_is_done_in_part_says_who_is_left_out(site):
    def take_out(portal):
        body = {"members": [USER.format(3)]}
        request(portal, "DELETE", f"group/{DESIGN}/members", body, site.api_key())

    site.faults.append(("PUT", DESIGN, after(take_out, instead(500))))

    result = failed(site, DESIGN, new_name="Style", no_manager=True)

    assert result["changed"]
    assert 'its name is "Design"' in result["msg"]
    assert result["failure"]["left_out"] == [USER.format(3)]


def test_a_first_step_that_cannot_be_verified_says_who_may_be_left_out(site):
    site.faults.append(("PUT", DESIGN, done_but(500)))
    site.faults.append(("GET", "simple/filter", instead(500)))

    result = failed(site, DESIGN, no_manager=True)

    assert result["changed"]
    assert "user03@example.org (Cleo User03) may be out of the group" in result["msg"]
    assert result["msg"].endswith(f"{site.base_url} failed with 500; try again later.")


def test_a_manager_whom_somebody_sets_between_the_steps_is_told(site):
    def appoint(portal):
        request(portal, "PUT", f"group/{DESIGN}/manager", {"userId": USER.format(4)},
                site.api_key())  # fmt: skip

    in_second_step(site, before(appoint))

    result = failed(site, DESIGN, no_manager=True)

    assert result["changed"]
    assert f"{USER.format(4)} is its manager instead of nobody" in result["msg"]
    assert "left_out" not in result["failure"]
    assert "user03" in site.members(DESIGN)


def test_a_first_step_that_was_done_in_spite_of_its_answer_is_followed_by_the_second(site):
    site.faults.append(("PUT", DESIGN, done_but(500)))

    result = task(site, DESIGN, no_manager=True)

    assert len(result["warnings"]) == 1
    assert site.group("Design")["manager"] is None
    assert "user03" in site.members(DESIGN)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (500, "", "server_error"),
        (429, "", "rate_limited"),
        (403, {"error": {"type": "System.Security.SecurityException"}}, "forbidden"),
    ],
)
def test_a_second_step_that_fails_says_who_is_left_out(site, naps, status, body, code):
    in_second_step(site, lasting(site, instead(status, body)))

    result = failed(site, DESIGN, no_manager=True)

    assert result["changed"]
    assert result["failure"]["code"] == code
    assert result["failure"]["left_out"] == [USER.format(3)]
    assert result["msg"].startswith(
        f'user03@example.org (Cleo User03) is out of the group "Design" ({DESIGN}), having left'
        " it to stop being its manager. Look, and add this person again with group_members;"
        " running this task again does not."
    )
    assert "user03" not in site.members(DESIGN)


def test_a_second_step_is_repeated_as_it_only_adds_a_member(site, naps):
    in_second_step(site, instead(503))

    result = task(site, DESIGN, no_manager=True)

    assert result["warnings"] == []
    assert "user03" in site.members(DESIGN)


def test_a_second_step_that_was_done_in_spite_of_its_answer_is_a_success(site):
    in_second_step(site, done_but(500))

    result = task(site, DESIGN, no_manager=True)

    assert len(result["warnings"]) == 1
    assert "user03" in site.members(DESIGN)


def test_a_second_step_that_cannot_be_verified_says_who_may_be_left_out(site):
    in_second_step(
        site,
        after(lambda _: site.faults.append(("GET", DESIGN, instead(500))), instead(500)),
    )

    result = failed(site, DESIGN, no_manager=True)

    assert result["changed"]
    assert "may be out of the group" in result["msg"]
    assert "Run the task again" not in result["msg"]
    assert result["failure"]["verified"] is False
    assert result["failure"]["left_out"] == [USER.format(3)]


def test_a_person_who_is_disabled_between_the_steps_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
                site.api_key())  # fmt: skip

    in_second_step(site, before(disable))

    result = failed(site, DESIGN, no_manager=True)

    assert "is out of the group" in result["msg"]
    assert "user03@example.org (Cleo User03) is disabled; enable the account" in result["msg"]


def test_a_group_that_is_deleted_between_the_steps_is_named(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    in_second_step(site, before(delete))

    result = failed(site, DESIGN, no_manager=True)

    assert result["msg"] == f'The group "Design" ({DESIGN}) was deleted while the task ran.'
    assert result["changed"]
