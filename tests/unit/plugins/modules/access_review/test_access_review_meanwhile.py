# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal that is not any more as it was reviewed, or changes while a review is carried out."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_review.tasks import (
    failed,
    join,
    share,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import (
    ENGINEERING,
    HALL,
    PLANS,
    Review,
    report_of,
    user,
)


def meanwhile(site, change, method, path):
    """Something is done just before a request."""
    site.faults.append((method, path, before(lambda _portal: change())))


@pytest.mark.parametrize(
    ("level", "state", "why"),
    [(2, "changed_meanwhile", "is viewer now instead of editor"), (0, "gone", None)],
)
def test_an_entry_that_is_another_one_now_is_not_touched(site, review, level, state, why):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    share(site, PLANS, user(4), level)
    so_far = len(site.log())

    result = task(site, review)

    assert not writes(site, so_far)
    (found,) = result[state]
    assert found["person"]["email"] == "user04@example.org"
    assert found.get("why") == why
    assert result["summary"]["revoked"] == 0
    assert not review.path("done/after.json").exists()


def test_a_kept_entry_with_another_level_is_told_of(site, review):
    review.decide()
    share(site, PLANS, user(4), 2)
    result = task(site, review)
    (changed,) = result["changed_meanwhile"]
    assert changed["why"] == "is viewer now instead of editor"
    assert any("not as it was reviewed, and not touched: user04" in w for w in result["warnings"])


@pytest.mark.parametrize(("decision", "state"), [("keep", "changed"), ("revoke", "revoked")])
def test_a_kept_link_that_lets_in_others_or_for_longer_is_told_of(site, review, decision, state):
    link = site.state["links"][0]
    link["expires"] = "2031-01-01T00:00:00+00:00"
    site.__post_init__()
    then = Review(review.folder, report_of(site))
    then.line("link", link="Look").update(decision=decision, reviewer="Ada")
    then.decide()
    del link["expires"]
    site.__post_init__()

    result = task(site, then)

    (found,) = result["revoked"] or result["changed_meanwhile"]
    assert found["link"]["title"] == "Look"
    assert result["summary"]["changed_meanwhile"] == (state == "changed")
    if state == "changed":
        assert found["why"].startswith("is for anybody; never ends now instead of anybody; 2031-01")


def test_a_group_that_somebody_has_joined_since_is_left_in(site, review):
    review.revoke("group", group="Engineering", room="Plans")
    review.decide()
    join(site, user(1))
    so_far = len(site.log())

    result = task(site, review)

    assert not writes(site, so_far)
    (changed,) = result["changed_meanwhile"]
    assert changed["why"] == "would take more from people now than was reviewed"
    assert [each["person"]["email"] for each in result["not_reviewed"]] == ["user01@example.org"]


@pytest.mark.parametrize(
    ("room", "change"),
    [
        # Nothing else lets this person in any more.
        ("Plans", lambda site: share(site, PLANS, user(4), 0)),
        # Another group does, which may be decided to go as well.
        ("Budget", lambda site: join(site, user(3))),
    ],
    ids=["lost", "touched"],
)
def test_a_group_by_which_more_hangs_since_is_left_in(site, review, room, change):
    review.revoke("group", group="Engineering", room=room)
    review.decide()
    change(site)
    so_far = len(site.log())

    changed = task(site, review, via_ownership=True)["changed_meanwhile"]

    assert not writes(site, so_far)
    (group,) = (each for each in changed if each["decision"] == "revoke")
    assert group["why"] == "would take more from people now than was reviewed"


def test_a_membership_that_opens_more_rooms_since_is_left(site, review):
    review.revoke("membership", person="user06@example.org", group="Engineering")
    review.decide()
    share(site, HALL, ENGINEERING, 10)
    so_far = len(site.log())
    (changed,) = task(site, review)["changed_meanwhile"]
    assert changed["why"] == "would take more from people now than was reviewed"
    assert not writes(site, so_far)


def test_a_line_in_a_room_that_went_into_the_archive_is_left(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    site.state["rooms"][0]["archived"] = True
    site.__post_init__()
    result = task(site, review)
    (changed,) = (each for each in result["changed_meanwhile"] if each["decision"] == "revoke")
    assert changed["why"] == "is there, and cannot be taken away any more"


def test_a_link_that_this_key_is_not_shown_is_left(site, review):
    review.revoke("link", link="Look")
    review.decide()
    (changed,) = task(site, review, key="admin key")["changed_meanwhile"]
    assert changed["why"] == "is not shown to the owner of this key"


def test_what_came_since_is_told_of_and_not_touched(site, review):
    review.decide()
    share(site, PLANS, user(9), 2)
    result = task(site, review)
    (new,) = result["not_reviewed"]
    assert new["person"]["email"] == "user09@example.org"
    assert "user09@example.org" in review.path("done/summary.md").read_text()


def test_somebody_who_loses_access_by_others_meanwhile_spoils_the_proof(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    meanwhile(site, lambda: share(site, HALL, user(1), 0), "PUT", f"rooms/{PLANS}/share")

    result = failed(site, review)

    assert result["failure"]["code"] == "review_not_proven"
    assert "user01@example.org in Hall (content_creator, now viewer)" in result["msg"]
    (lost,) = result["lost"]
    assert (lost["before"], lost["after"]) == ("content_creator", "viewer")
    assert result["changed"]
    assert not review.path("done").exists()
    (folder,) = review.folder.glob("done.failed-*")
    assert "This review is not done." in (folder / "summary.md").read_text()
    assert json.loads((folder / "done.json").read_text())["failure"] == result["msg"]

    # The next run finds everything as decided, and the folder gets its name.
    again = task(site, review)
    assert again["summary"]["gone"] == 2
    assert review.path("done").exists()


def test_what_somebody_gives_back_meanwhile_is_not_proven(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    # The second reading of all people begins the second report.
    site.faults.append(
        ("GET", "api/2.0/group", before(lambda _portal: None)),
    )
    site.faults.append(
        ("GET", "api/2.0/group", before(lambda _portal: None)),
    )
    meanwhile(site, lambda: share(site, PLANS, user(4), 2), "GET", "api/2.0/group")

    result = failed(site, review)

    assert "1 of what was to go is still there: user04@example.org, room Plans" in result["msg"]
    assert [each["proven"] for each in result["revoked"]] == [False]


def test_who_is_let_in_meanwhile_is_told_of(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    meanwhile(site, lambda: share(site, PLANS, user(9), 2), "PUT", f"rooms/{PLANS}/share")
    result = task(site, review)
    assert [each["person"]["email"] for each in result["gained"]] == ["user09@example.org"]
    assert any("user09@example.org in Plans" in warning for warning in result["warnings"])


def test_where_no_second_report_can_be_read_that_is_said(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()

    def fail_from_now_on():
        site.faults.extend([("GET", "people/filter", instead(403))] * 9)

    meanwhile(site, fail_from_now_on, "PUT", f"rooms/{PLANS}/share")
    result = failed(site, review)
    assert result["changed"]
    assert [each["proven"] for each in result["revoked"]] == [None]
    assert list(review.folder.glob("done.failed-*"))


def test_after_a_failure_nothing_later_is_begun(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.revoke("membership", person="user06@example.org", group="Engineering")
    review.decide()
    site.faults.append(("PUT", f"rooms/{PLANS}/share", instead(403)))
    result = failed(site, review)
    assert "Not begun: groups." in result["msg"]
    assert not result["changed"]
    assert "user06" in site.members(ENGINEERING)
    assert not list(review.folder.glob("done*"))
