# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers that are lost and reads that fail: `user_handover` says what is true."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    before,
    done_but,
    fault_from,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    GONE,
    NO_JOB,
    ONE,
    PROGRESS,
    START,
    failed,
    job,
    owners,
    row,
    task,
    titles,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import (
    CONTRACTS,
    RITA,
    ROLF,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def deleted(site):
    """Somebody else deletes an account."""
    return lambda portal: request(portal, "DELETE", f"people/{RITA}", None, site.api_key())


@pytest.mark.parametrize("delete", [False, True])
def test_the_lost_answer_of_a_start_that_was_made(roomy, delete):
    roomy.faults.append(("POST", START, done_but(502)))

    result = task(roomy, **(GONE if delete else ONE))

    assert any("was made in full" in each for each in result["warnings"])
    assert owners(roomy)["Contracts"] == "roomer03"
    assert result["requests"]["write"] == 1 + delete


def test_the_lost_answer_of_a_start_that_was_not_made(roomy):
    roomy.faults.append(("POST", START, instead(502)))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["requests"]["write"]) == (False, 1)
    assert '"Contracts" (101) still belongs to' in result["msg"]
    assert "verified" not in result["failure"]
    assert owners(roomy)["Contracts"] == "roomer01"
    assert task(roomy, **ONE)["changed"]


def test_a_start_that_is_refused(roomy):
    roomy.faults.append(("POST", START, instead(400, {"error": {"message": "Can not reassign"}})))

    result = failed(roomy, **ONE)

    assert not result["changed"]
    assert "Can not reassign" in result["msg"]
    assert row(result, "roomer01")["moved"] == []


def test_rooms_that_cannot_be_read_afterwards(roomy):
    reads = {"method": "GET", "path": "files/rooms", "first": 6, "times": 9, "status": 500}
    roomy.faults.append(fault_from(reads))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert row(result, "roomer01")["moved"] is None


def test_whether_work_runs_cannot_be_read(roomy):
    roomy.faults.append(("GET", PROGRESS, instead(500)))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["requests"]["write"]) == (False, 0)
    assert "verified" not in result["failure"]


def test_a_room_that_is_deleted_meanwhile_is_nobodys(roomy):
    def delete(portal):
        rooms = portal._world.rooms
        rooms.delete(rooms.find(CONTRACTS))

    roomy.faults.append(("GET", PROGRESS, before(delete)))

    result = task(roomy, **ONE)

    assert titles(row(result, "roomer01")["rooms"]) == ["Contracts", "Old contracts"]
    assert titles(row(result, "roomer01")["moved"]) == ["Old contracts"]


def test_sessions_that_cannot_be_ended_stop_the_rest(roomy):
    roomy.faults.append(("PUT", "logoutall", instead(403, "")))

    result = failed(roomy, **ONE, end_sessions=True)

    assert (result["changed"], result["requests"]["write"]) == (False, 1)
    assert "Not begun: handing over rooms." in result["msg"]


def test_sessions_of_which_nothing_is_known(roomy):
    roomy.faults += [("PUT", "logoutall", done_but(500))]

    result = failed(roomy, **ONE, end_sessions=True)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert owners(roomy)["Contracts"] == "roomer01"
    assert task(roomy, **ONE, end_sessions=True)["requests"]["write"] == 2


def test_a_start_that_is_answered_without_a_job_has_begun_nothing(roomy):
    roomy.faults.append(("POST", START, instead(200, {"response": None})))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["failure"]["code"]) == (False, "not_as_planned")


def test_the_job_of_the_hand_over_is_not_taken_for_that_of_the_deletion(roomy):
    lost = {"method": "POST", "path": START, "first": 12, "status": 502}
    roomy.faults.append(fault_from(lost))

    result = failed(roomy, **GONE)

    rita = row(result, "roomer01")
    assert len(rita["moved"]) == 2
    assert (rita["deleted"], rita["changed"]) == (False, True)
    assert row(task(roomy, **GONE), "roomer01")["deleted"]


def test_somebody_who_is_deleted_by_work_that_ends_just_before(roomy):
    task(roomy, **ONE)
    roomy.faults += [("GET", PROGRESS, job()), ("POST", START, before(deleted(roomy)))]

    result = task(roomy, **GONE)

    assert row(result, "roomer01")["deleted"]
    assert any("Nothing shows to whom documents went" in each for each in result["warnings"])


def test_somebody_who_is_deleted_just_before(roomy):
    task(roomy, **ONE)
    roomy.faults += [("GET", PROGRESS, NO_JOB), ("POST", START, before(deleted(roomy)))]

    result = failed(roomy, **GONE)

    assert (result["changed"], row(result, "roomer01")["deleted"]) == (False, False)
    assert "was deleted meanwhile, and not by this task" in result["msg"]
    assert result["msg"].endswith("look for that before anything else.")


def test_somebody_who_is_deleted_before_the_hand_over(roomy):
    roomy.faults.append(("POST", START, before(deleted(roomy))))

    result = failed(roomy, **GONE)

    assert (result["changed"], result["requests"]["write"]) == (False, 1)
    assert (
        'It is not known who has "Contracts" (101), "Old contracts" (102), and documents that this'
        " person shared now; look for that before anything else. Not begun: deleting accounts."
    ) in result["msg"]


def test_whether_somebody_was_deleted_cannot_be_read(roomy):
    roomy.faults += [
        ("POST", START, instead(400, {"error": {"message": "Can not reassign"}})),
        ("GET", f"people/{RITA}", instead(500)),
    ]

    assert "Can not reassign" in failed(roomy, **ONE)["msg"]


def test_a_room_that_somebody_gets_meanwhile_is_not_passed_over(roomy):
    def add(portal):
        portal._world.rooms.add("Late", 5, RITA)

    roomy.faults.append(Fault("GET", "files/rooms", before(add), first=8))

    result = failed(roomy, **ONE)

    assert "roomer01@example.org (Rita Roomer01) owns other rooms" in result["msg"]
    assert titles(row(result, "roomer01")["moved"]) == ["Contracts", "Old contracts"]
    assert task(roomy, **ONE)["changed"]


def test_a_start_without_answer_of_which_a_part_is_to_be_seen(roomy):
    def part(portal, environ):
        body = {"folderIds": [CONTRACTS], "userId": ROLF}
        request(portal, "POST", "files/owner", body, roomy.api_key())
        return instead(502)(portal, environ)

    roomy.faults.append(("POST", START, part))

    result = failed(roomy, **ONE)

    assert result["changed"]
    assert titles(row(result, "roomer01")["moved"]) == ["Contracts"]


def test_an_answer_without_a_list_of_rooms_is_not_no_rooms(roomy):
    roomy.faults.append(("GET", "files/rooms", instead(200, {"response": {}})))

    assert failed(roomy, **ONE)["failure"]["code"] == "bad_answer"


@pytest.mark.parametrize("answer", [{}, [], "x", True, {"isCompleted": "no"}])
def test_an_answer_that_is_no_job_is_not_waited_for(roomy, answer):
    strange = instead(200, {"response": answer})
    roomy.faults.append(Fault("GET", PROGRESS, strange, first=8, times=9))

    result = failed(roomy, **ONE)

    assert (result["failure"]["code"], result["failure"]["verified"]) == ("bad_answer", False)


def test_one_bad_look_does_not_end_the_waiting(roomy):
    roomy.faults.append(Fault("GET", PROGRESS, instead(500), first=8, times=2))

    result = task(roomy, **ONE)

    assert (result["changed"], result["warnings"]) == (True, [])
