# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What all decisions meant together, on a portal where some of it is done or is not so by now."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_review.tasks import (
    failed,
    share,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import (
    ENGINEERING,
    PLANS,
    Review,
    report_of,
    user,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_what_was_broken_off_is_completed_by_the_next_run(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.revoke("membership", person="user04@example.org", group="Engineering")
    review.decide()
    site.faults.append(("PUT", f"group/{ENGINEERING}", instead(403)))

    result = failed(site, review)
    # What is still there by the task's own failure has been taken from nobody.
    assert result["lost"] == []
    assert "1 of what was to go is still there: user04" in result["msg"]

    again = task(site, review)
    assert [each["cause"] for each in again["revoked"]] == ["membership"]
    assert again["changed_meanwhile"] == []
    assert "user04" not in site.members(ENGINEERING)


def test_an_administrator_who_is_in_by_nothing_else_any_more_has_lost_nothing(site, review):
    admin = "a0000000-0000-4000-8000-000000000001"
    (group,) = (each for each in site.state["groups"] if each["id"] == ENGINEERING)
    group["members"].append(admin)
    site.__post_init__()
    # In the archive, administrators are in as such, whatever lets them in beside that.
    then = Review(review.folder, report_of(site))
    then.revoke("membership", person="dsadmin@example.org", group="Engineering")
    then.decide()

    result = task(site, then)

    assert [each["proven"] for each in result["revoked"]] == [True]
    assert result["lost"] == []


def test_two_reasons_may_go_on_different_days(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    until = {"decision": "until", "until": review.report["taken_at"][:10], "reviewer": "Ada"}
    review.line("group", group="Engineering", room="Plans").update(until)
    review.decide()
    share(site, PLANS, user(4), 0)

    result = task(site, review)

    assert [each["cause"] for each in result["revoked"]] == ["group"]
    assert result["changed_meanwhile"] == []


def test_who_was_to_stay_in_by_a_group_that_is_gone_by_now_is_not_locked_out(site, review):
    line = review.line("direct", person="user04@example.org", room="Plans")
    assert line["still_in"] == "group Engineering: viewer"
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    leaves = {"membersToRemove": [user(4)]}
    request(site.portal, "PUT", f"group/{ENGINEERING}", leaves, site.api_key())
    so_far = len(site.log())

    (changed,) = task(site, review)["changed_meanwhile"]

    assert changed["why"] == "would take more from people now than was reviewed"
    assert not writes(site, so_far)
    summary = review.path("done/summary.md").read_text()
    assert "Not touched, although it was decided to go: 1." in summary


def test_who_could_do_more_by_a_group_that_came_since_keeps_the_own_entry(site, review):
    review.revoke("direct", person="guest01@example.com", room="Plans")
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    share(site, PLANS, ENGINEERING, 11)
    so_far = len(site.log())

    result = task(site, review)

    why = {
        each["person"] and each["person"]["email"]: each["why"]
        for each in result["changed_meanwhile"]
    }
    assert why["user04@example.org"] == "would let people do more now than was reviewed"
    assert [each["person"]["email"] for each in result["revoked"]] == ["guest01@example.com"]
    assert len(writes(site, so_far)) == 1


def test_who_can_do_more_without_an_own_entry_is_told_of(site, review):
    line = review.line("direct", person="user05@example.org", room="Budget")
    assert line["still_in"].startswith("group Design: editor")
    line.update(decision="revoke", reviewer="Ada")
    review.decide()
    result = task(site, review, check_mode=True, via_ownership=True)
    warning = "can do more once this is gone: user05@example.org in Budget (commenter, now editor)"
    assert any(warning in text for text in result["warnings"])
