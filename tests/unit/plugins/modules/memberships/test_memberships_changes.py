# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`memberships` changes each group that is not as desired by one write, and no other."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.memberships.tasks import (
    EMPTY,
    ENGINEERING,
    LEGAL,
    MIXED,
    entry,
    task,
)


def emails(people):
    return [person["email"] for person in people]


def test_each_changed_group_is_written_once_and_the_others_not(site):
    result = task(
        site,
        entry("Engineering", add=["user01"], remove=["user05@example.org", "user12"]),
        entry(EMPTY, exact=[]),
        entry("Legal", exact=["user07", "user12"]),
    )

    assert [each["name"] for each in result["groups"]] == [
        "Engineering",
        "Empty group",
        "Legal",
    ]
    assert [each["changed"] for each in result["groups"]] == [True, False, True]
    engineering, _empty, legal = result["groups"]
    assert emails(engineering["added"]) == ["user01@example.org"]
    assert emails(engineering["removed"]) == ["user05@example.org"]
    assert emails(legal["added"]) == ["user12@example.org"]
    assert site.members(ENGINEERING) == {"user01", "user04", "user06", "user07"}
    assert site.members(LEGAL) == {"user07", "user12"}
    writes = [line for line in site.log() if not line.startswith("GET ")]
    assert writes == [f"PUT group/{ENGINEERING}", f"PUT group/{LEGAL}"]
    assert [diff["before_header"] for diff in result["diff"]] == [
        "members of Engineering (4 -> 4), only people named in this task",
        "members of Legal (3 -> 2)",
    ]


def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site):
    entries = [
        entry(MIXED, remove=["disabled01", "user01"], add=["user09"]),
        entry("Design", exact=["user04"]),
    ]

    previewed = task(site, *entries, check_mode=True)
    assert site.portal.mutations == 0
    real = task(site, *entries)
    assert site.portal.mutations == 2
    again = task(site, *entries)

    assert not again["changed"]
    assert previewed["requests"].pop("write") == again["requests"]["write"] == 0
    for result in (previewed, real):
        del result["requests"]
    assert previewed == real
    assert "is the manager of" in real["warnings"][0]
    assert real["groups"][0]["manager"] is None


def test_a_disabled_member_goes_or_stays_as_wanted(site):
    task(site, entry(MIXED, remove=["disabled01"], add=["disabled02"]))

    assert site.members(MIXED) == {"user01", "user02", "pending01", "disabled02"}
