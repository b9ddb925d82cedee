# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_handover` gives rooms to who is named, proves it, and does nothing twice."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    is_there,
    owners,
    row,
    task,
    titles,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import (
    REMY,
    RITA,
    ROLF,
    RUTH,
)

BOTH = {"roomer01": "roomer03", "roomer02@example.org": "roomer04"}
MINE = {"Travel": "roomer03"}


def test_one_successor_gets_all_rooms_archived_ones_too(roomy):
    result = task(roomy, ["roomer01", "roomer02"], successor="roomer03@example.org")

    assert owners(roomy) == dict.fromkeys(
        ["Contracts", "Old contracts", "Sales", "Travel"], "roomer03"
    )
    assert result["changed"]
    rita, remy = row(result, "roomer01"), row(result, "roomer02")
    assert titles(rita["rooms"]) == titles(rita["moved"]) == ["Contracts", "Old contracts"]
    assert [room["archived"] for room in rita["rooms"]] == [False, True]
    assert titles(remy["moved"]) == ["Sales"]
    assert rita["successor"]["email"] == "roomer03@example.org"
    assert (rita["deleted"], rita["changed"], rita["failed"], rita["msg"]) == (
        False,
        True,
        False,
        "",
    )
    assert is_there(roomy, "roomer01")


def test_each_has_a_successor(roomy):
    task(roomy, ["roomer01", REMY], successor=BOTH)

    assert owners(roomy) == {
        "Contracts": "roomer03",
        "Old contracts": "roomer03",
        "Sales": "roomer04",
        **MINE,
    }


def test_a_second_run_sends_nothing(roomy):
    task(roomy, ["roomer01", "roomer02"], successor=BOTH)
    roomy.portal.reset_log()

    again = task(roomy, ["roomer01", "roomer02"], successor=BOTH, without_rooms="ignore")

    assert not again["changed"]
    assert again["diff"] == []
    assert again["requests"]["write"] == 0
    assert writes(roomy) == []
    assert again["warnings"] == []
    assert row(again, "roomer01")["successor"] is None


def test_accounts_go_after_their_rooms_by_the_same_call(roomy):
    options = {"successor": BOTH, "delete": True, "confirm_delete": 2, "unknown_users": "ignore"}

    result = task(roomy, ["roomer01", "roomer02"], **options)

    assert not is_there(roomy, "roomer01")
    assert not is_there(roomy, "roomer02")
    assert owners(roomy)["Old contracts"] == "roomer03"
    assert [each["deleted"] for each in result["users"]] == [True, True]
    assert writes(roomy) == ["POST people/reassign/start"] * 4
    bodies = [each.body for each in roomy.portal.requests if each.method == "POST"]
    assert [each["deleteProfile"] for each in bodies] == [False, False, True, True]
    assert [each["toUserId"] for each in bodies] == [ROLF, RUTH] * 2

    again = task(roomy, ["roomer01", "roomer02"], **options)

    assert not again["changed"]
    assert again["unknown"] == ["roomer01", "roomer02"]
    assert again["requests"]["write"] == 0


def test_who_owns_no_room_is_deleted_by_one_start_with_a_successor(roomy):
    result = task(roomy, ["disabled01"], successor="roomer03", delete=True, confirm_delete=1)

    assert row(result, "disabled01")["deleted"]
    assert writes(roomy) == ["POST people/reassign/start"]


def test_every_deletion_warns_of_documents_that_nobody_gets(roomy):
    for check_mode in (True, False):
        result = task(
            roomy, ["disabled01"], check_mode, successor="roomer03", delete=True, confirm_delete=1
        )
        (warning,) = result["warnings"]
        assert "shared with nobody are lost for good" in warning
        assert "disabled01@example.org (Dora1 Disabled)" in warning


def test_the_return_of_people_from_a_directory_is_warned_of(roomy):
    next(each for each in roomy.state["users"] if each["id"] == RITA)["ldap"] = True
    roomy.__post_init__()

    result = task(roomy, ["roomer01"], successor="roomer03", delete=True, confirm_delete=1)

    assert any("come from a directory (LDAP)" in each for each in result["warnings"])
    assert not is_there(roomy, "roomer01")


@pytest.mark.parametrize("choice", ["warn", "ignore"])
def test_nothing_is_started_where_nothing_can_be_seen(roomy, choice):
    result = task(roomy, ["disabled01"], successor="roomer03", without_rooms=choice)

    assert not result["changed"]
    assert writes(roomy) == []
    assert ["own" in each for each in result["warnings"]] == [True] * (choice == "warn")


def test_what_may_have_been_shared_is_handed_over_when_asked_for(roomy):
    for _run in range(2):
        result = task(roomy, ["disabled01"], successor="roomer03", without_rooms="start")

        assert result["changed"]
        assert result["requests"]["write"] == 1
        (diff,) = result["diff"]
        documents = "documents shared by disabled01@example.org, if any"
        assert diff["before"] == f"{documents}: not handed over\n"
        assert diff["after"] == f"{documents}: roomer03@example.org (Rolf Roomer03)\n"


def test_sessions_end_before_anything_else_where_there_is_something_else(roomy):
    users = ["roomer01", "disabled01"]

    result = task(roomy, users, successor="roomer03", end_sessions=True, without_rooms="ignore")

    assert writes(roomy) == [
        f"PUT security/activeconnections/logoutall/{RITA}",
        "POST people/reassign/start",
    ]
    assert [each["changed"] for each in result["users"]] == [False, True]
    assert task(roomy, users, end_sessions=True)["requests"]["write"] == 0


def test_check_mode_tells_what_the_real_run_does_and_sends_nothing(roomy):
    options = {
        "successor": BOTH,
        "delete": True,
        "confirm_delete": 2,
        "end_sessions": True,
        "unknown_users": "warn",
    }

    previewed = task(roomy, ["roomer01", "roomer02", "ghost"], check_mode=True, **options)
    assert roomy.portal.mutations == 0
    real = task(roomy, ["roomer01", "roomer02", "ghost"], **options)

    assert previewed.pop("requests")["write"] == 0
    assert real.pop("requests")["write"] == 6
    assert previewed == real
    (diff,) = real["diff"]
    assert diff["before"].splitlines()[:2] == [
        'room "Contracts" (101): roomer01@example.org (Rita Roomer01)',
        'room "Old contracts" (102), archived: roomer01@example.org (Rita Roomer01)',
    ]
    assert 'room "Contracts" (101): roomer03@example.org (Rolf Roomer03)\n' in diff["after"]
    assert "account roomer01@example.org (Rita Roomer01): deleted\n" in diff["after"]


def test_entries_in_rooms_of_others_stay(roomy):
    task(roomy, ["roomer01"], successor="roomer04")

    state = {room["title"]: room for room in roomy.portal.state()["rooms"]}
    assert [share["user"] for share in state["Travel"]["shares"]] == [RITA]
    assert owners(roomy)["Travel"] == "roomer03"


def test_nobody_named_is_nobody_handed_over(roomy):
    result = task(roomy, [], successor="roomer03")

    assert (result["changed"], result["users"], result["diff"]) == (False, [], [])
    assert result["requests"] == {"read": 0, "write": 0}
