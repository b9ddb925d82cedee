# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs that are not seen, or hardly, and rooms of others that come back all the same."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    fault_from,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    ADMIN,
    ROOMER,
    company,
    done,
    entries_of,
    failed,
    person,
    room,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

READ, MANAGER = 2, 9
LOWERED = {"user": "roomer01", "type": "user"}
OPTIONS = {"successor": "roomer05", "other_rooms": "restore"}
START = ("POST", "people/type")
PROGRESS = "people/type/progress"
NO_JOB = instead(200, {"count": 0, "status": 0, "statusCode": 200})
FINISHED = instead(
    200, {"response": {"percentage": 100, "isCompleted": True, "status": 2, "error": ""}}
)


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site, [room(5, ROOMER(11)), room(6, ROOMER(12), roomer01=READ, roomer05=MANAGER)])


def after_start(site, rule, path=PROGRESS, times=1, job=3):
    """What comes in place of reads behind the start of a job."""

    def start(portal, environ):
        site.faults.append(("GET", path, rule, 1, times))
        return fault_from({"method": "POST", "path": "people/type", "job": job}).rule(
            portal, environ
        )

    site.faults.append((*START, start))


@pytest.mark.parametrize("rule", [NO_JOB, FINISHED], ids=["none", "older"])
@pytest.mark.parametrize("times", [1, 4])
def test_a_job_that_is_not_seen_at_first_is_waited_for(site, rule, times):
    after_start(site, rule, times=times)

    result = task(site, LOWERED, **OPTIONS)

    assert not site.faults
    assert done(result) == {"roomer01": ["type"]}
    assert entries_of(site, 5)[0] == ROOMER(15)
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): MANAGER})


def test_a_job_that_is_never_seen_is_not_known(site):
    after_start(site, NO_JOB, times=1000, job="stays")

    result = failed(site, LOWERED, wait_timeout=1, **OPTIONS)

    failure = result["failure"]
    assert (result["changed"], failure["code"], failure["verified"]) == (True, "job_running", False)
    assert failure["rooms_left"] == [{"id": "6", "owner": ROOMER(12)}]
    assert "The portal accepted the change." in result["msg"]
    assert '"Room 6" (6) to roomer02@example.org (Remy Roomer02)' in result["msg"]
    assert result["users"][0]["type"] is None


def test_an_answer_without_a_job_is_no_start(site):
    site.faults.append((*START, NO_JOB))

    result = failed(site, LOWERED, **OPTIONS)

    assert (result["changed"], result["failure"]["code"]) == (False, "not_as_planned")


@pytest.mark.parametrize("status", [500, 502, 401, 403, 404])
@pytest.mark.parametrize("path", [PROGRESS, "people/b0000000", "files/rooms"])
def test_bad_answers_behind_the_start_do_not_leave_rooms_behind(site, path, status):
    after_start(site, instead(status), path, times=4)

    task(site, LOWERED, **OPTIONS)

    assert not site.faults
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): MANAGER})


def test_whoever_is_gone_is_not_looked_for_again(site):
    gone = {"error": {"message": "The user could not be found"}, "statusCode": 404}
    after_start(site, instead(404, gone), "people/b0000000")

    failure = failed(site, LOWERED, **OPTIONS)["failure"]

    assert not site.faults
    assert (failure["verified"], failure["code"]) == (False, "not_found")
    assert failure["rooms_left"] == [{"id": "6", "owner": ROOMER(12)}]


def test_a_room_comes_back_although_the_type_has_not_gone_down(site):
    def takes(portal):
        body = {"folderIds": [6], "userId": ROOMER(15)}
        request(portal, "POST", "files/owner", body, site.api_key())

    def start(portal, environ):
        takes(portal)
        fails = {"method": "POST", "path": "people/type", "job": "fails"}
        return fault_from(fails).rule(portal, environ)

    site.faults.append((*START, start))

    result = failed(site, LOWERED, **OPTIONS)

    assert (result["changed"], result["failure"]["code"]) == (True, "not_as_planned")
    assert "rooms_left" not in result["failure"]
    assert "give them back" not in result["msg"]
    assert person(site, "roomer01")["type"] == "RoomAdmin"
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): MANAGER})


def test_a_room_that_does_not_come_back_either_is_told_beside_the_type(site):
    def start(portal, environ):
        body = {"folderIds": [6], "userId": ROOMER(15)}
        request(portal, "POST", "files/owner", body, site.api_key())
        site.faults.append(("POST", "files/owner", instead(500)))
        fails = {"method": "POST", "path": "people/type", "job": "fails"}
        return fault_from(fails).rule(portal, environ)

    site.faults.append((*START, start))

    result = failed(site, LOWERED, **OPTIONS)

    assert result["failure"]["rooms_left"] == [{"id": "6", "owner": ROOMER(12)}]
    assert "is room_admin and not user" in result["msg"]
    assert 'another run does not give back: "Room 6" (6) to roomer02@example.org' in result["msg"]


@pytest.mark.parametrize(("level", "entries"), [(0, {}), (READ, {ROOMER(15): READ})])
def test_levels_come_back_as_they_were_before_the_job(site, level, entries):
    """Somebody changes them after the plan was made."""
    entries |= {ROOMER(11): READ, ADMIN: MANAGER}
    company(site, [room(6, ROOMER(12), roomer01=READ, roomer05=MANAGER, dsadmin=MANAGER)])
    body = {"invitations": [{"id": ROOMER(15), "access": level}], "notify": False}
    key = site.api_key("admin key")
    change = before(lambda portal: request(portal, "PUT", "files/rooms/6/share", body, key))
    site.faults.append(("GET", PROGRESS, change))

    task(site, LOWERED, **OPTIONS)

    assert not site.faults
    assert entries_of(site, 6) == (ROOMER(12), entries)


def test_words_of_a_job_are_shown_on_one_line_and_cut(site):
    error = f"\x1b[31mRED\x1b[0m\r{site.api_key()} {'x' * 5000}"
    job = {"percentage": 5, "isCompleted": True, "status": 4, "error": error}
    site.faults.append((*START, instead(200, {"response": {**job, "isCompleted": False}})))
    site.faults += [("GET", PROGRESS, before(lambda portal: None))]
    site.faults += [("GET", PROGRESS, instead(200, {"response": job}), 1, 3)]

    result = failed(site, LOWERED, **OPTIONS)

    assert (result["changed"], result["failure"]["code"]) == (False, "not_as_planned")
    assert "The portal's job failed: \ufffd[31mRED\ufffd[0m *** xxx" in result["msg"]
    assert result["msg"].isprintable()
    assert "x" * 200 not in result["msg"]
