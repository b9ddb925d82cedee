# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`rooms` makes rooms, who may enter them and their links so, in an order that works."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.generated_portals import EVERYONE
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.rooms.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

KEY = "room admin key"
PLANS = {
    "room": "Plans",
    "room_type": "custom",
    "tags": {"exact": ["alpha"]},
    "access": {
        "exact": [
            {"user": "user01@example.org", "level": "editor"},
            {"group": "Design", "level": "viewer"},
        ]
    },
    "links": [
        {"title": "Look", "type": "external", "level": "viewer", "expires": "2030-01-01T00:00:00Z"},
        {"type": "invitation", "level": "viewer", "expires": "2030-01-01T00:00:00Z"},
    ],
}


def room(site, title):
    (found,) = (each for each in site.portal.state()["rooms"] if each["title"] == title)
    return found


def test_a_new_room_has_its_people_and_its_links_after_one_task(site):
    result = task(site, PLANS)

    (row,) = result["rooms"]
    assert (row["action"], row["changed"], row["failed"]) == ("created", True, False)
    assert sorted(each["access"] for each in room(site, "Plans")["shares"]) == [2, 10]
    links = {link["title"] for link in site.portal.state()["links"]}
    assert links == {"Look", "Invitation link"}
    assert result["summary"]["created"] == 1
    assert result["summary"]["let_in"] == 2
    assert result["summary"]["links_changed"] == 2


def test_a_preview_says_what_the_real_run_does(site):
    preview = task(site, PLANS, check_mode=True)
    assert not [line for line in site.log() if not line.startswith("GET")]
    real = task(site, PLANS)

    assert preview["summary"] == real["summary"]
    assert preview["diff"] == real["diff"]


def test_a_second_run_writes_nothing(site):
    task(site, PLANS)
    site.portal.reset_log()

    again = task(site, PLANS)

    assert not again["changed"], again["diff"]
    assert again["requests"]["write"] == 0


def test_a_room_for_somebody_else_does_not_keep_who_made_it(site):
    entry = {**PLANS, "owner": "roomadmin", "links": []}

    result = task(site, entry)

    assert sorted(each["access"] for each in room(site, "Plans")["shares"]) == [2, 10]
    assert not result["rooms"][0]["failed"]
    assert "leaves the room as the last step" in " ".join(result["warnings"])
    assert not task(site, entry)["changed"]


def test_nobody_leaves_a_room_whose_links_a_later_run_could_not_see(site):
    result = failed(site, {**PLANS, "owner": "roomadmin"})

    assert result["failure"]["code"] == "would_lock_out"
    assert not site.portal.state().get("rooms")


def test_nobody_leaves_a_room_who_would_not_see_it_any_more(site):
    entry = {**PLANS, "owner": "admin", "links": []}

    result = failed(site, entry, key=KEY)

    assert result["failure"]["code"] == "would_lock_out"
    assert not site.portal.state().get("rooms")


def test_nobody_gives_a_room_away_and_leaves_who_would_not_see_it_any_more(site):
    task(site, {**PLANS, "links": []}, key=KEY)
    site.portal.reset_log()

    result = failed(site, {"room": "Plans", "owner": "admin", "access": PLANS["access"]}, key=KEY)

    assert result["failure"]["code"] == "would_lock_out"
    assert not [line for line in site.log() if not line.startswith("GET")]


def test_a_room_for_the_archive_is_made_and_archived(site):
    result = task(site, {**PLANS, "state": "archived"})

    assert room(site, "Plans")["archived"]
    assert result["rooms"][0]["room"]["archived"]
    assert len(room(site, "Plans")["shares"]) == 2
    assert not task(site, {**PLANS, "state": "archived"})["changed"]


def test_everything_that_stands_in_the_way_is_told_at_once(site):
    result = failed(
        site,
        {**PLANS, "access": {"exact": [{"group": "Twins", "level": "viewer"}]}},
        {
            "room": "Forms",
            "room_type": "filling_forms",
            "links": [{"title": "x", "level": "viewer"}],
        },
    )

    codes = {each["code"] for each in result["failure"]["problems"]}
    assert {"group_ambiguous", "link_without_end"} <= codes, codes
    assert not site.portal.state().get("rooms")


def test_brakes_stop_what_would_archive_too_much(site):
    for title in ("A", "B"):
        task(site, {"room": title, "room_type": "custom"})

    entries = [{"room": title, "state": "archived"} for title in ("A", "B")]
    result = failed(site, *entries, max_archived="1")

    assert result["failure"]["code"] == "max_archived_exceeded"
    assert not room(site, "A")["archived"]


def test_what_is_deleted_goes_last_and_only_if_all_else_went_well(site):
    task(site, {"room": "Old", "room_type": "custom"}, {"room": "New", "room_type": "custom"})

    result = task(
        site,
        {"room": "Old", "state": "absent", "allow_delete": True},
        {"room": "New", "access": {"add": [{"user": "user01", "level": "viewer"}]}},
    )

    assert [row["action"] for row in result["rooms"]] == ["deleted", "changed"]
    assert [each["title"] for each in site.portal.state()["rooms"]] == ["New"]


def test_who_is_in_by_a_group_only_is_refused_or_warned_of_in_every_run(site):
    people = [{"group": "Engineering", "level": "viewer"}, {"user": "user05", "level": "viewer"}]
    task(site, {"room": "Plans", "room_type": "custom", "access": {"add": people}})
    entry = {"room": "Plans", "access": {"remove": ["user05"]}}

    first = task(site, entry)
    assert first["changed"]
    assert "unless only_by_group is set to warn" in " ".join(first["warnings"])
    assert failed(site, entry)["failure"]["code"] == "only_by_group"

    again = task(site, entry, only_by_group="warn")
    assert (again["changed"], again["requests"]["write"]) == (False, 0)
    assert "is still in as viewer by group Engineering" in " ".join(again["warnings"])
    assert "refused" not in " ".join(again["warnings"])


def test_a_group_with_the_name_of_a_system_group_is_meant_by_its_name():
    state = load_state()
    state["groups"][0]["name"] = "Everyone"
    entries = [{"group": each, "level": "viewer"} for each in (EVERYONE, "Everyone")]
    site = Site(state)
    with serve(site) as site.base_url:
        task(site, {"room": "A", "room_type": "custom", "access": {"exact": entries}})

    shares = {each["group"] for each in room(site, "A")["shares"]}
    assert shares == {EVERYONE, state["groups"][0]["id"]}
