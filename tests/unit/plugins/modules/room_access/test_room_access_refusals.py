# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_access` refuses what the portal would not do, or not so, before it writes anything."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    AI,
    DATA,
    DISABLED,
    DSADMIN,
    EDITING,
    ENGINEERING,
    EVERYONE,
    FORMS,
    PUBLIC,
    ROOMADMIN,
    USER,
    levels,
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


@pytest.mark.parametrize(
    ("kind", "entry", "offered"),
    [
        (5, person("user05", "form_filler"), "viewer, reviewer, commenter, editor"),
        (DATA, person("user05", "commenter"), "a user viewer, form_filler, editor"),
        (EDITING, group("Engineering", "reviewer"), "a group viewer, editor, content_creator"),
        (PUBLIC, person("user05", "viewer"), "a user content_creator"),
        (FORMS, person("guest01", "viewer"), "a guest form_filler, content_creator"),
        (AI, group("Engineering", "content_creator"), "a group viewer"),
        (AI, person("guest01", "content_creator"), "a guest viewer"),
        (5, person("user05", "room_manager"), "a user viewer"),
        (5, group("Engineering", "room_manager"), "a group viewer"),
        (5, person("pending01", "room_manager"), "a user who is pending"),
    ],
)
def test_levels_that_a_room_does_not_offer_to_them(site, kind, entry, offered):
    with_rooms(site, room(120, "Contracts", kind=kind))
    refused(site, "unusable_entries", "cannot be " + entry["level"], offered, add=[entry])


def test_managers_are_people_who_may_have_rooms(site):
    with_rooms(site, room(120, "Contracts", kind=PUBLIC))

    task(site, add=[person("roomadmin", "room_manager"), person("dsadmin", "room_manager")])

    assert levels(site) == {ROOMADMIN: 9, DSADMIN: 9}


def test_people_who_are_disabled(site):
    with_rooms(site, room(120, "Contracts", {DISABLED: 2}))
    for who in ("disabled01@example.org", "disabled01", DISABLED):
        refused(site, "unusable_entries", "is disabled", add=[person(who, "editor")])
    # Who is in already may stay so, and go.
    assert not task(site, exact=[person("disabled01")])["changed"]
    assert task(site, remove=["disabled01"])["changed"]


def test_rooms_in_the_archive(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2}, archived=True))
    refused(site, "room_archived", "by the module room with state=present", remove=["user01"])
    assert not task(site, exact=[person("user01")])["changed"]


@pytest.mark.parametrize("reference", ["Contracts", "120"])
def test_rooms_that_the_credential_does_not_manage(site, reference):
    with_rooms(site, room(120, "Contracts", {USER(1): 2, DSADMIN: 2}, owner=ROOMADMIN))
    for key in ("owner key", "admin key"):
        refused(
            site,
            "forbidden",
            "may not change who enters",
            room=reference,
            add=[person("user05")],
            key=key,
        )
    assert not task(site, add=[person("user01")])["changed"]


def test_rooms_that_are_none_or_several(site):
    with_rooms(site, room(120, "Contracts"), room(121, "Twins"), room(122, "Twins"))
    refused(site, "room_not_found", 'Did you mean "Contracts"', room="contracts", remove=["user01"])
    refused(site, "room_not_found", room="999", remove=["user01"])
    refused(site, "room_ambiguous", "121, 122", room="Twins", remove=["user01"])


def test_putting_out_who_is_in_by_a_group_only(site):
    with_rooms(site, room(120, "Contracts", {ENGINEERING: 2}))
    result = refused(site, "only_by_group", "user05@example.org", remove=["user05"])
    assert "by group Engineering" in result["msg"]
    assert "out of the group (group_members), or the group out of the room" in result["msg"]
    # Together with the group they are out.
    assert task(site, remove=["user05", {"group": "Engineering"}])["changed"]


def test_who_is_in_by_a_group_too_is_put_out_once_and_refused_then(site):
    with_rooms(site, room(120, "Contracts", {ENGINEERING: 2, USER(5): 2}))

    (warning,) = task(site, remove=["user05"])["warnings"]
    assert "is refused, unless only_by_group is set to warn" in warning

    site.portal.reset_log()
    result = failed(site, remove=["user05"])
    assert result["failure"]["code"] == "only_by_group"
    assert "set only_by_group to warn" in result["msg"]


def test_who_is_in_by_a_group_only_may_be_warned_of_in_every_run(site):
    with_rooms(site, room(120, "Contracts", {ENGINEERING: 2, USER(5): 2}))
    wanted = {"remove": ["user05"], "only_by_group": "warn"}

    first = task(site, **wanted)
    assert first["changed"]
    for check_mode in (True, False):
        again = task(site, check_mode=check_mode, **wanted)
        assert not again["changed"]
        assert [each["user"]["id"] for each in again["still_in"]] == [USER(5)]
        assert again["warnings"] == first["warnings"]
    assert again["requests"]["write"] == 0
    assert "refused" not in first["warnings"][0]


def test_putting_out_somebody_where_everybody_is_in(site):
    with_rooms(site, room(120, "Contracts", {EVERYONE: 2}))
    refused(site, "only_by_group", "by group Everyone", remove=["user05"])
    # Who is disabled is not in.
    assert not task(site, remove=["disabled01"])["changed"]


def test_more_removals_than_allowed(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2, USER(2): 2, ENGINEERING: 2}))
    result = refused(
        site,
        "max_removals_exceeded",
        "2 of 3 entries",
        exact=[group("Engineering")],
        max_removals="50%",
    )
    assert "user01@example.org" in result["msg"]
    assert task(site, exact=[group("Engineering")], max_removals="2")["changed"]


def test_the_owner_of_the_credential_does_not_lock_the_task_out(site):
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, USER(1): 2}))
    key = {"key": "room admin key"}
    refused(site, "would_lock_out", "Name this person as room_manager", exact=[], **key)
    refused(site, "would_lock_out", add=[person("roomadmin", "viewer")], **key)
    refused(site, "would_lock_out", remove=["roomadmin"], **key)
    with_rooms(site, room(120, "Contracts", {ROOMADMIN: 9, DSADMIN: 9}))
    result = task(site, exact=[person("roomadmin", "room_manager")], **key)
    # Who goes; whether the room may be managed; whose credential it is, who is known already.
    assert result["requests"] == {"read": 3 + 1 + 1 + 1 + 1, "write": 1}
    assert levels(site) == {ROOMADMIN: 9}


def test_everything_is_told_at_once(site):
    with_rooms(site, room(120, "Contracts", {ENGINEERING: 2}, kind=PUBLIC))
    result = refused(
        site,
        "several",
        add=[person("user01", "viewer"), person("gone", "editor"), group("Gone")],
        remove=["user05"],
    )
    codes = {each["code"] for each in result["failure"]["problems"]}
    assert codes == {"unusable_entries", "group_not_found", "only_by_group"}
    assert len(result["failure"]["problems"]) == 4
