# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Brakes, and keys that may not do it: `user_handover` refuses before its first write."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    failed,
    refused,
    task,
)


def test_a_key_that_does_not_see_all_rooms(roomy):
    refused(
        roomy,
        ["roomer01"],
        "only administrators see and hand over what others own",
        "roomadmin@example.org",
        code="forbidden",
        successor="roomer04",
        key="room admin key",
    )


@pytest.mark.parametrize("given", [None, 0, 1, 3])
def test_a_deletion_of_another_number_of_people_than_confirmed(roomy, given):
    refused(
        roomy,
        ["roomer01", "roomer02"],
        "confirm_delete: 2 accounts would be deleted",
        "roomer01@example.org (Rita Roomer01), roomer02@example.org",
        "set confirm_delete to 2",
        code="deletion_not_confirmed",
        successor="roomer03",
        delete=True,
        confirm_delete=given,
    )


@pytest.mark.parametrize("given", [1, 2, 3])
def test_people_who_are_deleted_already_may_be_confirmed_again(roomy, given):
    result = task(
        roomy,
        ["roomer01", "gone", "long-gone@example.org"],
        check_mode=True,
        successor="roomer03",
        delete=True,
        confirm_delete=given,
        unknown_users="ignore",
    )

    assert result["users"][0]["deleted"]


def test_no_more_may_be_confirmed_than_are_named(roomy):
    for given in (0, 3):
        refused(
            roomy,
            ["roomer01", "gone"],
            "1 account would be deleted",
            code="deletion_not_confirmed",
            successor="roomer03",
            delete=True,
            confirm_delete=given,
            unknown_users="ignore",
        )


def test_more_people_than_the_limit(roomy):
    for limit, words in (("1", "what 2 people own"), ("3%", "what 2 of 34 people own")):
        refused(
            roomy,
            ["roomer01", "roomer02", "disabled01"],
            words,
            code="max_users_exceeded",
            successor="roomer03",
            max_users=limit,
        )


def test_a_key_that_logs_nobody_out(roomy):
    roomy.state["api_keys"].append(
        {
            **roomy.state["api_keys"][0],
            "key": "sk-narrow",
            "name": "narrow",
            "permissions": ["accounts:read", "accounts:write", "rooms:read"],
        }
    )
    roomy.__post_init__()

    options = {"successor": "roomer03", "key": "narrow"}

    result = failed(roomy, ["roomer01"], end_sessions=True, **options)
    assert 'end_sessions: the API key "narrow" lacks the scope *:write' in result["msg"]
    assert result["failure"]["code"] == "missing_scope"
    assert roomy.portal.mutations == 0

    preview = task(roomy, ["roomer01"], True, end_sessions=True, **options)
    (warning,) = [each for each in preview["warnings"] if "would be refused" in each]
    assert 'the API key "narrow" lacks the scope *:write (it has' in warning

    assert task(roomy, ["roomer01"], successor="roomer03", key="narrow")["changed"]


def test_a_key_that_sees_no_rooms(roomy):
    refused(
        roomy,
        ["roomer01"],
        "lacks the scope rooms:read",
        code="missing_scope",
        successor="roomer03",
        key="owner accounts:read+write key",
    )


def test_a_preview_warns_of_a_key_that_changes_nothing(roomy):
    result = task(roomy, ["roomer01"], True, successor="roomer03", key="owner *:read key")

    assert any("The real run would be refused" in each for each in result["warnings"])


@pytest.mark.parametrize("seconds", [0, -1, 86401])
def test_times_to_wait_that_are_none(roomy, seconds):
    refused(roomy, ["roomer01"], "wait_timeout: must be from 1 to 86400", wait_timeout=seconds)
