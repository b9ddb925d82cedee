# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents that were shared: no list shows them, so that only the end of the work is a proof."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
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
    fate,
    is_there,
    job,
    owners,
    row,
    start,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import DORA, RITA, ROLF, RUTH
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

DOCUMENTS = {"users": ["disabled01"], "successor": "roomer03", "without_rooms": "start"}
AGAIN = {**DOCUMENTS, "without_rooms": "ignore"}
#: A task that begins with the documents of somebody and fails.
UNFINISHED = [fate("fails"), fate("stays")]


def test_a_refusal_is_a_refusal(roomy):
    disable = before(
        lambda portal: request(
            portal, "PUT", "people/status/Terminated", {"userIds": [ROLF]}, roomy.api_key()
        )
    )
    roomy.faults.append(("POST", START, disable))

    result = failed(roomy, **DOCUMENTS)

    assert (result["changed"], result["failure"]["status"]) == (False, 400)
    assert "verified" not in result["failure"]
    assert row(result, "disabled01")["failed"]


@pytest.mark.parametrize(
    "fault", [instead(502), fault_from({"cut": "before"}).rule, instead(200, {"response": None})]
)
def test_a_start_of_which_nothing_is_seen(roomy, fault):
    roomy.faults.append(("POST", START, fault))

    result = failed(roomy, **DOCUMENTS)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert (
        "whether documents went to roomer03@example.org (Rolf Roomer03) is not known"
        in (result["msg"])
    )
    assert row(result, "disabled01")["failed"]
    assert task(roomy, **DOCUMENTS)["warnings"] == []


def test_work_that_vanishes(roomy):
    roomy.faults += [("GET", PROGRESS, NO_JOB)] * 9

    assert failed(roomy, **DOCUMENTS)["failure"]["verified"] is False


def test_a_lost_answer_and_work_that_is_seen_to_its_end(roomy):
    roomy.faults.append(("POST", START, done_but(502)))

    result = task(roomy, **DOCUMENTS)

    assert any("was made in full" in each for each in result["warnings"])


def test_what_somebody_else_gave_to_others_is_begun_again(roomy):
    roomy.state["rooms"][0]["shares"].append({"user": DORA, "access": 2})
    roomy.__post_init__()
    roomy.faults.append(("GET", PROGRESS, before(lambda portal: start(portal, roomy, DORA, RUTH))))

    result = task(roomy, **DOCUMENTS)

    assert result["requests"]["write"] == 1
    assert any("Nothing shows to whom documents went" in each for each in result["warnings"])


@pytest.mark.parametrize("fault", UNFINISHED)
def test_the_next_run_goes_on_with_what_is_not_finished(roomy, fault):
    roomy.faults.append(fault)
    failed(roomy, **DOCUMENTS, wait_timeout=1)
    roomy.portal.reset_log()

    previewed = task(roomy, **AGAIN, check_mode=True)

    assert previewed["changed"]
    again = failed(roomy, **AGAIN, wait_timeout=1) if fault is UNFINISHED[1] else None
    if again:
        assert (again["failure"]["code"], writes(roomy)) == ("job_timeout", [])
    else:
        assert task(roomy, **AGAIN)["requests"]["write"] == 1
        assert task(roomy, **AGAIN)["requests"]["write"] == 0


def test_rooms_that_are_handed_over_by_work_that_failed_later(roomy):
    def move(portal, environ):
        body = {"folderIds": [101, 102], "userId": ROLF}
        request(portal, "POST", "files/owner", body, roomy.api_key())
        return job(status=1, isCompleted=False)(portal, environ)

    roomy.faults += [("POST", START, move), ("GET", PROGRESS, NO_JOB)]
    roomy.faults += [("GET", PROGRESS, job(status=4, error="no space"))] * 4

    result = failed(roomy, **ONE)

    assert owners(roomy)["Contracts"] == "roomer03"
    assert "before it was done: no space" in result["msg"]
    assert result["msg"].endswith(
        "to hand over documents that roomer01@example.org (Rita Roomer01) shared, use user_handover"
        " with without_rooms: start then."
    )


def test_another_run_is_not_advised_where_it_would_delete(roomy):
    roomy.faults.append(("POST", START, before(lambda portal: start(portal, roomy, RITA, RUTH))))

    result = failed(roomy, **GONE)

    assert is_there(roomy, "roomer01")
    assert "and would delete the account if that is asked for" in result["msg"]
    assert "Run the task again" not in result["msg"]
    assert result["msg"].endswith("Not begun: deleting accounts.")
