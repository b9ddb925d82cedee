# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Lists that `room_access` refuses, whatever would change."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    ROOMADMIN,
    USER,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    failed,
    group,
    person,
    refused,
    task,
)


def test_people_who_are_nobody(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2}))
    ghost = "c0000000-0000-4000-8000-00000000dead"
    refused(site, "unusable_entries", "is nobody on this portal", add=[person(ghost)])
    result = refused(
        site, "unusable_entries", "invite_guests would invite", add=[person("new@example.org")]
    )
    assert result["failure"]["entries"] == ["new@example.org"]
    refused(
        site,
        "several",
        "nobody in this list is on this portal",
        exact=[person("new@example.org")],
    )
    refused(
        site,
        "unusable_entries",
        "nobody in this list",
        exact=[person("new@example.org")],
        unknown_users="ignore",
    )


def test_unknown_people_may_be_let_be(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2}))

    result = task(site, add=[person("user02"), person("gone")], unknown_users="warn")
    assert result["unknown"] == ["gone"]
    assert result["warnings"] == ['gone is nobody on this portal; named for "Contracts" (120).']

    result = task(site, remove=["user01", "gone", {"group": "Gone"}])
    assert result["unknown"] == ["gone", "Gone"]
    assert len(result["warnings"]) == 2
    assert task(site, remove=["gone"], unknown_users="ignore")["warnings"] == []
    assert "gone is nobody" in failed(site, remove=["gone"], unknown_users="fail")["msg"]


def test_groups_that_are_none_or_several(site):
    with_rooms(site, room(120, "Contracts"))
    refused(site, "group_not_found", 'Did you mean "Engineering"', add=[group("engineering")])
    refused(site, "group_not_found", add=[group("Gone")], unknown_users="ignore")
    refused(site, "group_ambiguous", add=[group("Twins")])
    refused(site, "group_ambiguous", remove=[{"group": "Twins"}])


def test_groups_of_the_portal_itself(site):
    with_rooms(site, room(120, "Contracts"))
    for name in ("DocSpaceAdmin", "User"):
        system = site.state["system_groups"][name]
        refused(site, "system_group", "show it in no list", add=[group(system)])


def test_the_owner(site):
    with_rooms(site, room(120, "Contracts", owner=ROOMADMIN))
    options = {"key": "room admin key"}
    refused(
        site, "unusable_entries", "is the owner", add=[person("roomadmin", "editor")], **options
    )
    refused(site, "unusable_entries", "is the owner", remove=["roomadmin"], **options)
    refused(
        site, "unusable_entries", "is the owner", exact=[person("roomadmin", "editor")], **options
    )


def test_somebody_who_is_named_twice(site):
    with_rooms(site, room(120, "Contracts"))
    twice = [person("user05"), person("USER05@example.org", "editor")]
    refused(site, "invalid_option", "is there 2 times", add=twice)
    refused(site, "invalid_option", "is in entry 1 too", add=[person("user05"), person("User05")])
    refused(
        site,
        "invalid_option",
        "decide for one",
        add=[person("user05")],
        remove=["user05@example.org"],
    )
    refused(
        site, "invalid_option", "decide for one", add=[group("Legal")], remove=[{"group": "Legal"}]
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"add": [{"level": "viewer"}]}, "add, entry 1: needs either user or group"),
        (
            {"add": [{"user": "a", "group": "b", "level": "viewer"}]},
            "add, entry 1: needs either user or group",
        ),
        ({"remove": [{"user": "a", "role": "b"}]}, "remove, entry 1: has the key role"),
        ({"remove": [{"user": "a", "until": "2030-01-01"}]}, "remove, entry 1: has the key until"),
        ({"remove": [person("a")]}, "remove, entry 1: has the key level"),
        ({"remove": [{"group": "a", "reason": "b"}]}, "remove, entry 1: has the key reason"),
        ({"remove": ["a, b"]}, "remove, entry 1: 'a, b' is no address"),
        ({"add": [person("a", until="2030-02-30")]}, "add, entry 1, until: '2030-02-30' is no day"),
        ({"add": [person("a", until="soon")]}, "'soon' is no moment such as 2030-12-31 or"),
        ({"add": [person("a", until="2030-12-31T10:00")]}, "has no zone"),
        ({"exact": [], "expiring_within": "a month"}, "expiring_within: 'a month' is no length"),
        ({"exact": [], "max_removals": "some"}, "max_removals: 'some' is neither"),
        ({"room": "A/B", "exact": []}, "room: 'A/B' has characters"),
    ],
)
def test_options_that_are_wrong(site, options, words):
    result = failed(site, **options)
    assert result["failure"]["code"] == "invalid_option"
    assert words in result["msg"]
    assert site.portal.requests == []
