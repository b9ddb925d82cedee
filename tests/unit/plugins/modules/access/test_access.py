# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access` makes the access to many rooms as desired, or refuses the whole plan."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DSADMIN,
    ENGINEERING,
    OWNER,
    PUBLIC,
    ROOMADMIN,
    USER,
    history,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access.tasks import (
    entry,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    group,
    person,
)


def test_the_preview_is_what_happens(site):
    with_rooms(site, room(120, "Contracts", {USER(6): 2}), room(121, "Travel", {ENGINEERING: 2}))
    wanted = [
        entry("Contracts", exact=[person("user05"), group("Engineering")]),
        entry("Travel", remove=[{"group": "Engineering"}]),
    ]

    preview = task(site, *wanted, check_mode=True)
    assert site.portal.mutations == 0
    result = task(site, *wanted)

    assert {**preview, "requests": None} == {**result, "requests": None}
    assert result["changed"]


def test_a_room_stands_once(site):
    with_rooms(site, room(120, "Contracts"))
    result = failed(site, entry("Contracts", exact=[]), entry("120", exact=[]))
    assert 'rooms: "Contracts" (120) is there more than once' in result["msg"]


def test_everything_that_stands_in_the_way_is_told_at_once(site):
    with_rooms(
        site,
        room(120, "Contracts", {USER(1): 2}),
        room(121, "Public", kind=PUBLIC),
        room(122, "Foreign", {DSADMIN: 9}, owner=ROOMADMIN),
        room(123, "Old", {USER(1): 2}, archived=True),
    )
    wanted = [
        entry("Contracts", add=[person("gone@example.org")]),
        entry("Public", add=[person("user05")]),
        entry("Foreign", add=[person("user05")]),
        entry("Old", exact=[]),
    ]

    for check_mode in (True, False):
        result = failed(site, *wanted, check_mode=check_mode, max_removals_total="0")
        codes = [each["code"] for each in result["failure"]["problems"]]
        assert codes == [
            "unusable_entries",
            "unusable_entries",
            "forbidden",
            "room_archived",
            "max_removals_total_exceeded",
        ]
    assert site.portal.mutations == 0
    assert result["msg"].startswith('(1) rooms, "Contracts", add: gone@example.org is nobody')
    result = failed(site, entry("No such", exact=[]), entry("Contracts", exact=[]))
    assert result["failure"]["code"] == "room_not_found"


def test_rooms_managed_by_the_rule_are_told_from_others(site):
    """Four rooms change, so the rule tells which of them the credential manages."""
    with_rooms(
        site,
        room(120, "A", {ROOMADMIN: 9}),
        room(121, "B", owner=ROOMADMIN),
        room(122, "C", {ROOMADMIN: 10}),
        room(123, "D", {ENGINEERING: 2}),
    )
    wanted = [entry(title, add=[person("user05")]) for title in "AB"]
    key = {"key": "room admin key"}
    # Rooms of others are not in the list that this key reads.
    result = failed(site, *wanted, entry("C", add=[person("user05")]), entry("D", exact=[]), **key)
    assert result["failure"]["code"] == "room_not_found"
    result = failed(site, *wanted, entry("C", add=[person("user05")]), **key)
    assert result["failure"]["code"] == "forbidden"
    assert "roomadmin@example.org (Rosa Roomadmin), who owns the credential" in result["msg"]
    assert task(site, *wanted, **key)["changed"]


def test_a_failure_in_one_room_does_not_stop_the_others(site):
    with_rooms(site, room(120, "Contracts"), room(121, "Travel"))
    site.faults.append(Fault("PUT", "rooms/120/share", instead(500)))

    result = failed(
        site,
        entry("Contracts", add=[person("user05")]),
        entry("Travel", add=[person("user05", "editor")]),
    )

    assert result["msg"].startswith("1 of 2 rooms are not as desired: ")
    first, second = result["rooms"]
    assert (first["changed"], first["failed"], first["added"]) == (False, True, [])
    assert (second["changed"], second["failed"], len(second["added"])) == (True, False, 1)


def test_a_request_for_many_rooms_that_stops_in_the_middle_is_told_room_by_room(site, monkeypatch):
    with_rooms(site, room(120, "A"), room(121, "B", kind=PUBLIC), room(122, "C"))
    monkeypatch.setattr(
        "ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_rules._why_not",
        lambda *_given: None,
    )

    result = failed(site, *(entry(title, add=[person("user05")]) for title in "ABC"))

    assert [each["changed"] for each in result["rooms"]] == [True, False, False]
    assert [each["failed"] for each in result["rooms"]] == [False, True, True]
    assert levels(site, 120) == {USER(5): 2}
    assert (levels(site, 121), levels(site, 122)) == ({}, {})
    assert 'has no entry in "B" (121)' in result["msg"]


def test_a_lost_answer_for_many_rooms_is_made_good_by_reading(site):
    with_rooms(site, *(room(number, f"R{number}", {USER(5): 2}) for number in range(120, 125)))
    site.faults.append(Fault("PUT", "files/share", done_but(500)))

    result = task(site, *(entry(str(number), remove=["user05"]) for number in range(120, 125)))

    assert result["changed"]
    assert history(site, 120) == ["RoomRemoveUser"]


@pytest.mark.parametrize("parallel", [1, 15])
def test_two_rooms_invite_the_same_guest_once(site, parallel):
    with_rooms(site, room(120, "A"), room(121, "B"))
    wanted = [entry(title, add=[person("new@example.net")]) for title in "AB"]

    result = task(site, *wanted, invite_guests=True, parallel=parallel)

    (made,) = (each for each in site.portal.state()["users"] if each["email"] == "new@example.net")
    assert levels(site, 120) == levels(site, 121) == {made["id"]: 2}
    assert [len(each["added"]) for each in result["rooms"]] == [1, 1]
    assert not task(site, *wanted, invite_guests=True)["changed"]


def test_unknown_people_are_told_once_with_their_rooms(site):
    with_rooms(site, room(120, "A"), room(121, "B"))

    result = task(site, entry("A", remove=["gone"]), entry("B", remove=["gone", OWNER[:-1] + "0"]))

    assert result["unknown"] == ["gone", OWNER[:-1] + "0"]
    assert result["warnings"][0] == (
        'gone is nobody on this portal; named for "A" (120), "B" (121).'
    )


def test_who_is_known_by_an_entry_in_one_room_is_in_another_by_a_group(site):
    with_rooms(site, room(120, "A", {USER(4): 2}), room(121, "B", {ENGINEERING: 2}))
    stays = entry("A", add=[person("user04@example.org")])

    for other in ([], [stays]):
        result = failed(site, *other, entry("B", remove=["user04@example.org"]))
        assert result["failure"]["code"] == "only_by_group"
    assert site.portal.mutations == 0


def test_whose_time_is_over_in_one_room_may_have_an_entry_in_another(site):
    with_rooms(site, room(120, "A", {USER(4): 2}), room(121, "B", {ENGINEERING: 2}))
    ended = entry("B", add=[person("user04@example.org", until="2020-01-01")])

    for other in ([], [entry("A", add=[person("user04@example.org")])]):
        result = task(site, *other, ended)
        (still,) = result["rooms"][-1]["still_in"]
        assert (still["user"]["id"], still["cause"]) == (USER(4), "group")
        assert "is still in as viewer by group Engineering" in result["warnings"][0]
