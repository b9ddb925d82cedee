# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever `user_handover` can know before its first write is refused then, all of it at once."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    change,
    failed,
    refused,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import RITA, ROLF


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        ("roomer03", "is active, and only what disabled people own can be handed over"),
        ("pending01", "is pending, and only what disabled people own can be handed over"),
        ("admin", "is the owner of the portal, who cannot be handed over or deleted"),
        ("dsadmin", "is the owner of api_key, and nobody can hand over or delete their own"),
    ],
)
def test_people_from_whom_nothing_can_be_taken(roomy, user, reason):
    result = refused(
        roomy,
        ["roomer01", user],
        reason,
        code="unusable_users",
        successor="roomer04",
        key="admin key",
    )

    assert len(result["failure"]["users"]) == 1
    assert ("disable the accounts first" in result["msg"]) == ("only what disabled" in reason)


def test_administrators_are_handed_over_with_the_owners_key_only(roomy):
    change(roomy, "roomer01", type="DocSpaceAdmin")

    refused(
        roomy,
        ["roomer01"],
        "is an administrator",
        "key of the portal's owner",
        successor="roomer04",
        key="admin key",
    )

    assert task(roomy, ["roomer01"], successor="roomer04")["changed"]
    # Nothing is left to refuse.
    assert not task(roomy, ["roomer01"], successor="roomer04", key="admin key")["changed"]


@pytest.mark.parametrize(
    ("successor", "reason"),
    [
        ("user05", "is a user, and cannot own rooms"),
        ("guest01", "is a guest, and cannot own rooms"),
        ("pending01", "has not accepted the invitation, and only active people"),
        ("roomer05", "is disabled, and only active people can be given rooms"),
        ("ghost@example.org", "ghost@example.org is nobody on this portal"),
    ],
)
@pytest.mark.parametrize("mapped", [True, False])
def test_successors_who_cannot_own_rooms(roomy, successor, reason, mapped):
    change(roomy, "roomer05", status="disabled")
    change(roomy, "pending01", type="RoomAdmin")

    given = {"roomer01": successor, "roomer02": "roomer03"} if mapped else successor
    refused(roomy, ["roomer01", "roomer02"], reason, code="unusable_successor", successor=given)


@pytest.mark.parametrize(
    "successor",
    [
        "roomer02",
        "ROOMER02@example.org",
        {"roomer01": "roomer02@example.org", "roomer02": "roomer03"},
    ],
)
def test_successors_who_leave_themselves(roomy, successor):
    refused(
        roomy,
        ["roomer01", "roomer02"],
        "is among the users who leave",
        successor=successor,
    )


def test_a_successor_who_is_the_same_person_by_another_name(roomy):
    refused(roomy, [RITA], "is among the users who leave", successor="roomer01")


def test_nobody_named_for_somebody_who_owns_rooms(roomy):
    refused(
        roomy,
        ["roomer01", "roomer02", "disabled01"],
        'owns 2 rooms: "Contracts" (101), "Old contracts" (102)',
        'owns 1 room: "Sales" (103)',
        code="successor_needed",
    )
    result = refused(
        roomy, ["roomer01", "roomer02"], code="successor_needed", successor={RITA: ROLF}
    )
    assert result["failure"]["users"] == ["roomer02@example.org (Remy Roomer02)"]


def test_a_deletion_without_a_successor(roomy):
    refused(
        roomy,
        ["disabled01"],
        "disabled01@example.org (Dora1 Disabled) (to be deleted)",
        code="successor_needed",
        delete=True,
        confirm_delete=1,
    )


def test_people_who_are_not_there(roomy):
    refused(
        roomy,
        ["roomer01", "ghost"],
        "ghost is nobody on this portal",
        "set unknown_users",
        code="unusable_users",
        successor="roomer03",
    )
    result = task(
        roomy, ["roomer01", "ghost"], successor="roomer03", unknown_users="warn", check_mode=True
    )
    assert "users: ghost is nobody on this portal." in result["warnings"]
    assert result["unknown"] == ["ghost"]


def test_keys_of_the_mapping_that_mean_nobody(roomy):
    given = {"roomer01": "roomer03", "rita": "roomer03", "user05": "roomer03"}

    refused(roomy, ["roomer01"], "successor: rita means nobody on this portal", successor=given)

    # They may be deleted.
    assert task(roomy, ["roomer01"], successor=given, unknown_users="ignore")["changed"]


def test_two_keys_for_one_person(roomy):
    given = {"roomer01": "roomer03", RITA: "roomer04"}

    refused(roomy, ["roomer01"], "are the same person", code="invalid_option", successor=given)

    given[RITA] = "roomer03"
    assert task(roomy, ["roomer01"], successor=given)["changed"]


def test_everything_at_once(roomy):
    result = refused(
        roomy,
        ["roomer01", "roomer03", "ghost"],
        "is active",
        "ghost is nobody",
        "confirm_delete",
        "user05@example.org (Eva User05) is a user",
        code="several",
        successor="user05",
        delete=True,
    )

    assert [each["code"] for each in result["failure"]["problems"]] == [
        "unusable_users",
        "deletion_not_confirmed",
        "unusable_successor",
    ]


def test_where_rooms_cannot_be_read_nothing_is_done(roomy):
    roomy.faults.append(("GET", "files/rooms", instead(500)))

    result = failed(roomy, ["roomer01"], successor="roomer03")

    assert (result["changed"], roomy.portal.mutations) == (False, 0)
