# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs that fail, never end, vanish or lie: `user_handover` says what is true."""

from __future__ import annotations

from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.tests.portal.http.app import JOB_FAULT
from ansible_collections.onlyoffice.docspace.tests.portal.http.fault_rules import served
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    GONE,
    ONE,
    PROGRESS,
    START,
    failed,
    fate,
    is_there,
    job,
    owners,
    row,
    start,
    task,
    titles,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import (
    DORA,
    RAUL,
    RITA,
    ROLF,
)


def test_a_job_that_fails(roomy):
    roomy.faults.append(fate("fails"))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert result["failure"]["code"] == "not_as_planned"
    assert '"Contracts" (101) still belongs to roomer01@example.org' in result["msg"]
    assert "The operation failed" in result["msg"]
    assert "Run the task again to complete it. It begins nothing about people who" in result["msg"]
    rita = row(result, "roomer01")
    assert (rita["moved"], rita["failed"], rita["deleted"]) == ([], True, False)

    assert task(roomy, **ONE)["changed"]
    assert owners(roomy)["Contracts"] == "roomer03"


def test_the_words_of_a_job_are_shown_like_others_of_the_portal(roomy):
    words = f"\x1b[31mred\r\nfake {roomy.api_key()} {'x' * 5000}"
    roomy.faults += [("GET", PROGRESS, served)]
    roomy.faults += [("GET", PROGRESS, job(status=4, error=words))] * 9

    message = failed(roomy, **ONE)["msg"]

    assert ": \ufffd[31mred fake *** xxx" in message
    assert message.count("x") < 200


def test_a_job_that_never_ends_and_the_next_run_that_waits_for_it(roomy):
    roomy.faults.append(fate("stays"))

    result = failed(roomy, **ONE, wait_timeout=1)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert result["failure"]["code"] == "job_timeout"
    assert "has not ended within 1 seconds" in result["msg"]
    assert row(result, "roomer01")["moved"] is None
    roomy.portal.reset_log()

    again = failed(roomy, **ONE, wait_timeout=1)

    assert writes(roomy) == []
    assert (again["changed"], again["failure"]["verified"]) == (False, False)
    assert "It ran already, and nothing was started." in again["msg"]


def test_work_that_runs_already_is_waited_for_and_not_started_twice(roomy):
    roomy.faults.append(("GET", PROGRESS, before(lambda portal: start(portal, roomy, RITA, ROLF))))

    result = task(roomy, **ONE)

    assert result["requests"]["write"] == 0
    assert owners(roomy)["Contracts"] == "roomer03"
    assert titles(row(result, "roomer01")["moved"]) == ["Contracts", "Old contracts"]
    assert any("was at work already" in each for each in result["warnings"])
    assert writes(roomy) == [f"POST {START}"]


def test_work_that_gives_the_rooms_to_somebody_else(roomy):
    roomy.faults.append(("GET", PROGRESS, before(lambda portal: start(portal, roomy, RITA, RAUL))))

    result = failed(roomy, **ONE)

    assert (result["changed"], result["requests"]["write"]) == (False, 0)
    assert '"Contracts" (101) belongs to roomer05@example.org (Raul Roomer05) now' in result["msg"]
    assert "decide first who is to have it" in result["msg"]
    assert "Run the task again" not in result["msg"]
    assert row(result, "roomer01")["moved"] == []
    assert owners(roomy)["Old contracts"] == "roomer05"


def test_nobody_is_deleted_where_a_hand_over_is_not_proved(roomy):
    roomy.faults.append(fate("fails"))

    result = failed(
        roomy, ["roomer01", "roomer02"], successor="roomer03", delete=True, confirm_delete=2
    )

    # The other hand-over is independent of it.
    assert owners(roomy)["Sales"] == "roomer03"
    assert is_there(roomy, "roomer01")
    assert is_there(roomy, "roomer02")
    assert "Not begun: deleting accounts." in result["msg"]
    assert [each["failed"] for each in result["users"]] == [True, True]
    assert row(result, "roomer02")["msg"] == "The rest was not begun."

    again = task(
        roomy, ["roomer01", "roomer02"], successor="roomer03", delete=True, confirm_delete=2
    )

    assert [each["deleted"] for each in again["users"]] == [True, True]
    assert again["requests"]["write"] == 3


def test_a_deletion_that_fails(roomy):
    task(roomy, **ONE)
    roomy.faults.append(fate("fails"))

    result = failed(roomy, **GONE)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert "roomer01@example.org (Rita Roomer01) is still there" in result["msg"]
    assert row(result, "roomer01")["deleted"] is None

    assert row(task(roomy, **GONE), "roomer01")["deleted"]
    assert task(roomy, **GONE)["requests"]["write"] == 0


def test_a_percentage_of_100_is_not_the_end(roomy):
    roomy.faults += [
        ("GET", PROGRESS, job(isCompleted=True)),
        ("GET", PROGRESS, job(isCompleted=False, status=1)),
    ]

    result = task(roomy, **ONE)

    assert len(row(result, "roomer01")["moved"]) == 2


def test_a_job_that_says_it_is_done_and_has_moved_nothing(roomy):
    roomy.faults += [fate("stays"), *[("GET", PROGRESS, job())] * 9]

    result = failed(roomy, **ONE)

    assert result["changed"]
    assert '"Old contracts" (102) still belongs to roomer01' in result["msg"]
    assert row(result, "roomer01")["moved"] == []


def test_a_job_that_says_it_is_done_and_has_deleted_nobody(roomy):
    task(roomy, **ONE)
    roomy.faults += [fate("stays"), *[("GET", PROGRESS, job())] * 9]

    result = failed(roomy, **GONE)

    assert result["changed"]
    assert "is still there" in result["msg"]


def test_a_deletion_that_is_said_to_be_cancelled_and_was_done(roomy):
    task(roomy, **ONE)
    roomy.portal.reset_log()
    nothing = instead(200, {"count": 0, "status": 0, "statusCode": 200})
    roomy.faults.append(("GET", PROGRESS, nothing))

    def cancelled(portal, environ):
        for _question in range(3):  # with each the job goes on
            served(portal, environ)
        return job(status=3)(portal, environ)

    roomy.faults += [("GET", PROGRESS, cancelled)] * 9

    result = task(roomy, **GONE)

    assert row(result, "roomer01")["deleted"]
    assert not is_there(roomy, "roomer01")


def test_work_that_is_said_to_be_cancelled_although_all_rooms_are_handed_over(roomy):
    """Whether documents have moved, nothing tells then."""
    roomy.faults += [
        ("GET", PROGRESS, instead(200, {"count": 0, "status": 0, "statusCode": 200})),
        ("GET", PROGRESS, served),
        ("GET", PROGRESS, served),
        *[("GET", PROGRESS, job(status=3))] * 9,
    ]

    result = failed(roomy, **ONE)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert titles(row(result, "roomer01")["moved"]) == ["Contracts", "Old contracts"]
    assert "before it was done" in result["msg"]


def test_a_job_that_vanishes_is_judged_by_the_rooms(roomy):
    nothing = instead(200, {"count": 0, "status": 0, "statusCode": 200})
    roomy.faults += [("GET", PROGRESS, nothing)] * 9

    result = failed(roomy, **ONE)

    # It was begun, and documents may have moved.
    assert result["changed"]
    assert row(result, "roomer01")["moved"] == []


def test_work_of_somebody_else_that_fails_is_done_again(roomy):
    def fail(portal):
        body = {"fromUserId": DORA, "toUserId": ROLF}
        key = {"Authorization": f"Bearer {roomy.api_key()}"}
        fails = {JOB_FAULT: "fails"}
        Client(portal).post(f"/api/2.0/{START}", json=body, headers=key, environ_overrides=fails)

    # With an entry in a room, that takes a while.
    roomy.state["rooms"][0]["shares"].append({"user": DORA, "access": 2})
    roomy.__post_init__()
    roomy.faults.append(("GET", PROGRESS, before(fail)))

    result = task(roomy, ["disabled01"], successor="roomer03", without_rooms="start")

    assert (result["changed"], result["requests"]["write"]) == (True, 1)
