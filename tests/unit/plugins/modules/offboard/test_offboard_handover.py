# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`offboard` with a successor: rooms go where the task says, and accounts only behind them."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    change,
    failed,
    leaver,
    statuses,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    START,
    fate,
    is_there,
    owners,
    titles,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import RITA, ROLF

LOG_OUT = f"PUT security/activeconnections/logoutall/{ROLF}"


def test_disabling_comes_before_the_hand_over(roomy):
    result = task(roomy, ["roomer03", "roomer01"], successor="roomer04", end_sessions=True)

    assert writes(roomy)[-5:] == [
        "PUT people/status/Terminated",
        f"PUT security/activeconnections/logoutall/{RITA}",
        LOG_OUT,
        f"POST {START}",
        f"POST {START}",
    ]
    assert set(owners(roomy).values()) == {"roomer02", "roomer04"}
    rolf = leaver(result, "roomer03")
    assert (rolf["previous_status"], rolf["status"], rolf["changed"]) == (
        "active",
        "disabled",
        True,
    )
    assert titles(rolf["rooms"]) == titles(rolf["moved"]) == ["Travel"]
    assert rolf["successor"]["email"] == "roomer04@example.org"

    again = task(roomy, ["roomer03", "roomer01"], successor="roomer04", end_sessions=True)

    assert (again["changed"], again["requests"]["write"]) == (False, 0)
    assert again["warnings"] == []


def test_accounts_are_deleted_last_and_a_repetition_sends_nothing(roomy):
    options = {
        "successor": {"roomer03": "roomer04", "user05": "roomer04"},
        "delete": True,
        "confirm_delete": 2,
        "unknown_users": "ignore",
    }

    result = task(roomy, ["roomer03", "user05"], **options)

    assert [is_there(roomy, name) for name in ("roomer03", "user05")] == [False, False]
    assert [each["deleted"] for each in result["leavers"]] == [True, True]
    assert owners(roomy)["Travel"] == "roomer04"
    assert any("lost for good" in warning for warning in result["warnings"])
    assert "account user05@example.org (Eva User05): deleted\n" in result["diff"][-1]["after"]
    again = task(roomy, ["roomer03", "user05"], **options)
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_what_may_be_shared_is_handed_over_once(roomy):
    task(roomy, ["user05", "disabled01"], successor="roomer04")

    # One by one: of whom this task disables, it is not known; of others, an earlier one knew.
    assert writes(roomy)[-2:] == ["PUT people/status/Terminated", f"POST {START}"]
    assert task(roomy, ["user05", "disabled01"], successor="roomer04")["requests"]["write"] == 0


def test_without_a_successor_rooms_are_not_asked_for(roomy):
    result = task(roomy, ["roomer03"])

    assert owners(roomy)["Travel"] == "roomer03"
    assert not any("files/rooms" in line for line in roomy.log())
    assert "rooms" not in leaver(result, "roomer03")


def test_sessions_alone(roomy):
    task(roomy, ["roomer03", "roomer01"], end_sessions=True)

    assert writes(roomy)[-2:] == ["PUT people/status/Terminated", LOG_OUT]
    assert task(roomy, ["roomer03"], end_sessions=True)["requests"]["write"] == 0


def test_what_fails_leaves_the_rest_to_the_next_run(roomy):
    roomy.faults.append(fate("fails"))

    result = failed(roomy, ["roomer03"], successor="roomer04", delete=True, confirm_delete=1)

    rolf = leaver(result, "roomer03")
    assert (rolf["status"], rolf["moved"], rolf["deleted"]) == ("disabled", [], False)
    assert result["failure"]["verified"] is False
    assert "Not begun: deleting accounts." in result["msg"]

    again = task(roomy, ["roomer03"], successor="roomer04", delete=True, confirm_delete=1)

    assert leaver(again, "roomer03")["deleted"]
    assert owners(roomy)["Travel"] == "roomer04"


def test_accounts_that_are_not_disabled_hand_over_nothing(roomy):
    roomy.faults.append(("PUT", "people/status", instead(403, "")))

    result = failed(roomy, ["roomer03"], successor="roomer04")

    assert "Not begun: handing over rooms." in result["msg"]
    assert owners(roomy)["Travel"] == "roomer03"


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"successor": "user05"}, "user05@example.org (Eva User05) is a user"),
        ({"successor": "roomer01"}, "is disabled, and only active people"),
        ({"successor": "roomer03@example.org"}, "is among the users who leave"),
        ({"successor": "ghost"}, "ghost is nobody on this portal"),
        ({"successor": {"user05": "roomer04"}}, 'owns 1 room: "Travel" (104)'),
        ({"successor": {"roomer03": "roomer04", "ghost": "roomer04"}}, "ghost means nobody"),
        ({"successor": "roomer04", "disable": False}, "is active, and only what disabled people"),
        ({"delete": True, "confirm_delete": 1}, "nobody is named who gets"),
        ({"successor": "roomer04", "delete": True}, "confirm_delete: 1 account would be deleted"),
        ({"successor": "roomer04", "max_users": "0"}, "max_users: 1 person"),
    ],
)
def test_what_is_refused(roomy, options, reason, check_mode):
    result = failed(roomy, ["roomer03"], check_mode, **options)

    assert reason in result["msg"]
    assert (result["changed"], roomy.portal.mutations) == (False, 0)


def test_a_key_below_an_administrators(roomy):
    result = failed(roomy, ["roomer01"], successor="roomer04", key="room admin key")

    assert "only administrators see and hand over what others own" in result["msg"]


def test_people_whose_accounts_a_directory_disables(roomy):
    change(roomy, "roomer01", ldap=True)

    assert task(roomy, ["roomer01"], successor="roomer04")["changed"]


def test_requests(roomy):
    result = task(roomy, ["roomer01"], successor="roomer04")
    # The person, the key and whose it is, rooms, the successor, whether work runs; then it.
    assert result["requests"]["write"] == 1
    assert [line for line in roomy.log() if "progress" not in line][:5] == [
        "GET people/roomer01",
        "GET keys/%40self",
        "GET people/66faa6e4-f133-11ea-b126-00ffeec8b4ef",
        "GET files/rooms?count=100&searchArea=Any&sortOrder=ascending&startIndex=0"
        f"&subjectOwnerId={RITA}",
        "GET people/roomer04",
    ]
    assert statuses(roomy, "roomer01") == ["disabled"]
