# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""From decisions to a portal where just that is gone, and a folder that proves it."""

from __future__ import annotations

import json
import subprocess

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_review.tasks import (
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import (
    BUDGET,
    ENGINEERING,
    GUEST,
    HALL,
    PLANS,
    report_of,
    user,
)


def revoke_one_of_each(review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.revoke("group", group="Design", room="Budget")
    review.revoke("group", group="Everyone", room="Hall")
    review.revoke("membership", person="user06@example.org", group="Engineering")
    review.revoke("link", link="Look")
    review.revoke("guest", person="guest01@example.com")
    review.revoke("administrator", person="dsadmin2@example.org")
    review.decide()


def entries(site, room):
    """Who has an entry in a room, people and groups, by their ids."""
    state = site.portal.state()
    (found,) = (each for each in state["rooms"] if each["id"] == room)
    return {each.get("user") or each.get("group") for each in found["shares"]}


def people_and_rooms(report):
    return {
        (row["person"], room["id"]): row["level"]
        for room in report["rooms"]
        for row in room["access"]
    }


def writes(site, before=0):
    return [line for line in site.log()[before:] if not line.startswith("GET ")]


def test_what_is_revoked_is_gone_and_nothing_else(site, review):
    before = people_and_rooms(report_of(site))
    revoke_one_of_each(review)

    result = task(site, review, via_ownership=True)

    assert result["changed"]
    assert entries(site, PLANS) == {GUEST, ENGINEERING}
    assert entries(site, BUDGET) == {user(5), ENGINEERING}
    assert entries(site, HALL) == {user(1)}
    state = site.portal.state()
    assert not state.get("links")
    assert "user06" not in site.members(ENGINEERING)
    people = {each["userName"]: each for each in state["users"]}
    assert people["guest01"]["status"] == "disabled"
    assert people["dsadmin2"]["type"] == "RoomAdmin"
    after = people_and_rooms(report_of(site))
    effects = {
        (each["person"]["id"], each["room"]["id"]): (each["before"], each["after"])
        for each in result["effects"]
    }
    seen = {
        pair: (level, after.get(pair)) for pair, level in before.items() if after.get(pair) != level
    }
    administrators = {
        pair for pair, levels in effects.items() if levels == ("viewer", "administrator")
    }
    assert len(administrators) == 1  # the other one is none any more
    assert {**effects, **dict.fromkeys(administrators, ("viewer", None))} == seen
    assert result["summary"]["revoked"] == 7
    assert all(each["proven"] for each in result["revoked"])
    assert not result["lost"]
    assert not result["gained"]


def test_who_is_still_in_is_said_with_the_cause(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    (revoked,) = task(site, review)["revoked"]
    assert revoked["still_in"] == ["user04@example.org in Plans (group Engineering: viewer)"]
    text = review.path("done/summary.md").read_text(encoding="utf-8")
    assert "`user04@example.org in Plans (group Engineering: viewer)`" in text


def test_a_preview_says_the_same_and_writes_nothing(site, review):
    revoke_one_of_each(review)
    preview = task(site, review, check_mode=True, via_ownership=True)
    assert not writes(site)
    assert not review.path("done").exists()

    done = task(site, review, via_ownership=True)

    for result in (preview, done):
        result.pop("requests")
        for each in result["revoked"]:
            del each["proven"], each["still_in"]
    assert preview == done
    assert len(preview["diff"]) == 7


def test_what_else_goes_with_a_membership_is_in_the_preview_and_the_summary(site, review):
    review.revoke("membership", person="user06@example.org", group="Engineering")
    review.decide()

    preview = task(site, review, check_mode=True)["diff"][-1]

    assert preview["before_header"] == "who gets into which rooms (3 not as before)"
    assert "user06@example.org in Plans: viewer\n" in preview["before"]
    assert "user06@example.org in Plans: not in\n" in preview["after"]
    task(site, review)
    text = review.path("done/summary.md").read_text(encoding="utf-8")
    assert "## What people lose by that (3)" in text
    assert "- `user06@example.org in Plans (viewer, now not in)`\n" in text


def test_a_reason_of_several_lines_and_what_was_not_seen_are_in_the_summary(site, review):
    review.revoke("link", link="Look")
    review.line("link", link="Look").update(reason="Nobody\nneeds it.")
    review.decide()
    task(site, review)
    text = review.path("done/summary.md").read_text(encoding="utf-8")
    assert ": `Nobody needs it.`." in text
    assert "by an external link" in text


def test_a_second_run_changes_nothing_and_leaves_the_folder(site, review):
    revoke_one_of_each(review)
    task(site, review, via_ownership=True)
    files = {each.name: each.read_bytes() for each in review.path("done").iterdir()}
    so_far = len(site.log())

    result = task(site, review, via_ownership=True)

    assert not result["changed"]
    assert not writes(site, so_far)
    assert result["summary"]["gone"] == 7
    assert not result["changed_meanwhile"]
    assert files == {each.name: each.read_bytes() for each in review.path("done").iterdir()}


def test_the_folder_has_what_was_given_done_and_seen_with_hashes(site, review):
    revoke_one_of_each(review)
    result = task(site, review, via_ownership=True)
    folder = review.path("done")
    assert {each.name for each in folder.iterdir()} == {
        *("decisions.csv", "report.json", "before.json", "after.json", "done.json"),
        *("summary.md", "SHA256SUMS"),
    }
    assert folder.stat().st_mode & 0o777 == 0o700
    checked = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True, check=True
    )
    assert checked.stdout.count(b": OK") == 6
    for name in ("decisions.csv", "report.json"):
        assert (folder / name).read_bytes() == review.path(name).read_bytes()
    done = json.loads((folder / "done.json").read_text(encoding="utf-8"))
    assert done["revoked"] == result["revoked"]
    assert done["failure"] is None
    assert [row["title"] for row in done["writes"]["access"]] == ["Budget", "Hall", "Plans"]
    after = json.loads((folder / "after.json").read_text(encoding="utf-8"))
    assert people_and_rooms(after) == people_and_rooms(report_of(site))
    assert "sekret" not in b"".join(each.read_bytes() for each in folder.iterdir()).decode()


def test_where_everything_is_kept_the_portal_is_read_once(site, review):
    review.decide()
    result = task(site, review)
    assert result["changed"]  # the folder is new
    assert result["requests"] == {"read": 14, "write": 0}
    assert result["summary"]["kept"] == result["summary"]["lines"] == 20
    assert not review.path("done/after.json").exists()
    assert "Nothing was taken away" in review.path("done/summary.md").read_text()


def test_until_keeps_access_now_and_takes_it_away_later(site, review):
    review.line("guest", person="guest02@example.com").update(
        decision="until", until="2999-12-31", reviewer="Ada"
    )
    review.decide()
    assert task(site, review)["summary"]["kept"] == 20
    assert "Until 2999-12-31, its last day in UTC." in review.path("done/summary.md").read_text()

    # The day was to come when it was decided, and is over now.
    review.line("guest", person="guest02@example.com").update(until="2026-11-01")
    result = task(site, review, dest=str(review.path("later")))
    (revoked,) = result["revoked"]
    assert revoked["decision"] == "until"
    assert revoked["proven"]


def test_a_report_of_one_room_is_reviewed_without_reading_the_others(site, review, tmp_path):
    review.report = report_of(site, rooms=["Plans"])
    review.rows = type(review)(tmp_path, review.report).rows
    review.revoke("group", group="Engineering", room="Plans")
    review.decide()
    so_far = len(site.log())

    assert task(site, review)["summary"] == {
        **dict.fromkeys(("undecided", "gone", "changed_meanwhile", "not_reviewed"), 0),
        "lines": 4,
        "kept": 3,
        "revoked": 1,
    }

    assert not [line for line in site.log()[so_far:] if "302" in line]
