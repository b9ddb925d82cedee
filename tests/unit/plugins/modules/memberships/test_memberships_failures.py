# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`memberships` goes on after a failure in one group, and tells all failures in the end."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import done_but, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    EMPTY,
    ENGINEERING,
    LEGAL,
    entry,
    failed,
    task,
)


def test_of_a_group_that_cannot_be_read_after_a_lost_answer_nothing_is_claimed(site):
    site.faults.append(("PUT", f"group/{LEGAL}", done_but(500)))
    site.faults.append(("GET", "simple/filter", instead(500)))

    result = failed(site, entry("Legal", remove=["user07"]), entry(EMPTY, add=[]))

    unknown, as_it_was = result["groups"]
    assert (unknown["id"], unknown["changed"], unknown["failed"]) == (LEGAL, True, True)
    assert unknown.keys() == {"id", "name", "action", "changed", "failed", "msg"}
    assert as_it_was["added"] == []


def test_a_failure_in_one_group_does_not_stop_the_others(site):
    site.faults.append(("PUT", f"group/{LEGAL}", instead(500)))

    result = failed(
        site,
        entry("Legal", remove=["user07"]),
        entry("Engineering", remove=["user05"]),
        entry(EMPTY, add=[]),
    )

    assert result["changed"]
    assert [each["failed"] for each in result["groups"]] == [True, False, False]
    assert [each["changed"] for each in result["groups"]] == [False, True, False]
    assert result["groups"][0]["removed"] == []
    assert "user07@example.org (Gina User07) is still a member" in result["groups"][0]["msg"]
    assert result["msg"].startswith("1 of 3 groups are not as desired: ")
    assert site.members(ENGINEERING) == {"user04", "user06", "user07"}
    # The group that failed has its manager still.
    assert result["groups"][0]["manager"]["email"] == "user07@example.org"


def test_a_group_that_was_written_in_spite_of_its_answer_is_a_success_with_a_warning(site):
    site.faults.append(("PUT", f"group/{LEGAL}", done_but(500)))

    result = task(site, entry("Legal", remove=["user08"]))

    assert result["groups"][0]["changed"]
    assert "was made in full" in result["warnings"][0]


def test_failures_of_several_groups_are_all_told(site):
    site.faults += [("PUT", f"group/{each}", instead(500)) for each in (LEGAL, ENGINEERING)]

    result = failed(site, entry("Legal", add=["user01"]), entry("Engineering", add=["user01"]))

    assert not result["changed"]
    assert result["failure"]["code"] == "several"
    assert [each["code"] for each in result["failure"]["problems"]] == ["server_error"] * 2
