# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs that fail, never end or run already, and rooms that change hands in between."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    fault_from,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    OWNER,
    ROOMER,
    USER,
    company,
    done,
    entries_of,
    failed,
    person,
    room,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

READ = 2
LOWERED = {"user": "roomer01", "type": "user"}
OPTIONS = {"successor": "roomer05", "other_rooms": "restore"}
CRASH = instead(500)


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site, [room(5, ROOMER(11)), room(6, ROOMER(12), roomer01=READ, roomer05=READ)])


def job(site, fate):
    site.faults.append(fault_from({"method": "POST", "path": "people/type", "job": fate}))


def test_a_job_that_fails_has_done_nothing(site):
    job(site, "fails")

    result = failed(site, LOWERED, {"user": "user01", "state": "disabled"}, **OPTIONS)

    assert not result["changed"]
    assert result["msg"].startswith(
        "Not all accounts are as desired: The type of roomer01@example.org (Rita Roomer01) is not"
        " as planned: roomer01@example.org (Rita Roomer01) is room_admin and not user; the room"
        ' "Room 5" (5) does not belong to roomer05@example.org (Raul Roomer05); '
    )
    assert "The portal's job failed: The operation failed." in result["msg"]
    assert "Not completed: disabling accounts." in result["msg"]
    assert entries_of(site, 5)[0] == ROOMER(11)
    assert person(site, "user01")["status"] == "active"
    assert task(site, LOWERED, **OPTIONS)["changed"]


def test_a_job_that_does_not_end_in_time(site):
    job(site, "stays")

    result = failed(site, LOWERED, wait_timeout=1, **OPTIONS)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert result["failure"]["code"] == "job_running"
    assert "the portal is still at work on it after 1 seconds" in result["msg"]
    assert '"Room 6" (6) to roomer02@example.org (Remy Roomer02)' in result["msg"]
    (row,) = result["users"]
    assert (row["type"], row["done"], row["changed"]) == (None, [], True)
    site.portal.reset_log()
    failed(site, LOWERED, wait_timeout=1, **OPTIONS)
    assert site.portal.mutations == 0
    assert not [line for line in site.log() if line[:3] != "GET"]


def test_a_job_that_runs_already_is_waited_for_and_not_started_again(site):
    body = {"userId": ROOMER(11), "type": "User", "reassignUserId": ROOMER(15)}
    start = before(
        lambda portal: request(portal, "POST", "people/type", body, site.api_key("admin key"))
    )
    site.faults.append(("GET", "people/type/progress", start))

    result = task(site, LOWERED, **OPTIONS)

    assert done(result) == {"roomer01": ["type"]}
    starts = [each for each in site.portal.requests if each.path.endswith("people/type")]
    assert len(starts) == 1
    assert entries_of(site, 5)[0] == ROOMER(15)
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): READ})


def test_a_job_of_somebody_else_with_another_successor_is_told(site):
    body = {"userId": ROOMER(11), "type": "User", "reassignUserId": ROOMER(16)}
    start = before(
        lambda portal: request(portal, "POST", "people/type", body, site.api_key("admin key"))
    )
    site.faults.append(("GET", "people/type/progress", start))

    result = failed(site, LOWERED, **OPTIONS)

    assert result["changed"]
    assert result["users"][0]["done"] == ["type"]
    assert '"Room 5" (5) does not belong to roomer05@example.org' in result["msg"]
    assert "give them back in the portal" in result["msg"]


def test_what_a_job_says_is_not_believed(site):
    finished = {"response": {"percentage": 100, "isCompleted": True, "status": 2, "error": ""}}
    site.faults.append(("POST", "people/type", instead(200, finished)))

    result = failed(site, LOWERED, wait_timeout=1, **OPTIONS)

    # It is not said either that nothing was done.
    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert "no end of the portal's work on it was seen within 1 seconds" in result["msg"]
    assert result["failure"]["rooms_left"] == [{"id": "6", "owner": ROOMER(12)}]


def test_a_job_that_is_said_to_be_canceled_and_is_done(site):
    canceled = {"response": {"percentage": 100, "isCompleted": True, "status": 3, "error": "x"}}
    site.faults.append(("GET", "people/type/progress", before(lambda portal: None)))
    site.faults.append(("GET", "people/type/progress", before(lambda portal: None)))
    site.faults.append(("GET", "people/type/progress", before(lambda portal: None)))
    site.faults.append(("GET", "people/type/progress", done_but(200, canceled)))

    assert task(site, LOWERED, **OPTIONS)["changed"]
    assert not site.faults


def rooms_of(site, number, owner):
    body = {"folderIds": [number], "userId": owner}
    return lambda portal: request(portal, "POST", "files/owner", body, site.api_key())


def test_rooms_that_change_hands_after_the_plan_are_not_taken(site):
    # The plan reads two lists of rooms; before the start, they are read again.
    reads = [before(lambda portal: None)] * 2 + [before(rooms_of(site, 6, ROOMER(13)))]
    site.faults += [("GET", "files/rooms", rule) for rule in reads]

    result = failed(site, LOWERED, successor="roomer05", other_rooms="restore", parallel=1)

    assert (result["changed"], result["failure"]["code"]) == (False, "changed_meanwhile")
    assert person(site, "roomer01")["type"] == "RoomAdmin"
    assert entries_of(site, 6)[0] == ROOMER(13)


def test_the_steps_that_give_a_room_back(site):
    task(site, LOWERED, **OPTIONS)

    writes = [line for line in site.log() if line[:3] != "GET"]
    assert writes == [
        "POST people/type",
        "POST files/owner",  # to the owner of the key, who alone may then set levels
        "PUT files/rooms/6/share",
        "POST files/owner",
        "PUT files/rooms/6/share",
    ]
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): READ})


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_steps_back_that_were_done_in_spite_of_their_answers(site, number):
    places = [
        ("POST", "files/owner"),
        ("PUT", "/share"),
        ("POST", "files/owner"),
        ("PUT", "/share"),
    ]
    method, path = places[number - 1]
    if number > 2:
        site.faults.append((method, path, before(lambda portal: None)))
    site.faults.append((method, path, done_but(500)))

    result = task(site, LOWERED, **OPTIONS)

    assert not site.faults
    assert any("was made in full" in each for each in result["warnings"])
    assert entries_of(site, 6) == (ROOMER(12), {ROOMER(11): READ, ROOMER(15): READ})


@pytest.mark.parametrize(("number", "owner"), [(1, ROOMER(15)), (2, OWNER), (3, OWNER)])
def test_a_room_that_is_not_given_back_is_named_with_its_owner(site, number, owner):
    places = [("POST", "files/owner"), ("PUT", "/share"), ("POST", "files/owner")]
    method, path = places[number - 1]
    if number > 2:
        site.faults.append((method, path, before(lambda portal: None)))
    site.faults.append((method, path, CRASH))

    result = failed(site, LOWERED, {"user": "user01", "state": "disabled"}, **OPTIONS)

    assert (result["changed"], result["users"][0]["done"]) == (True, ["type"])
    assert result["users"][0]["failed"]
    assert entries_of(site, 6)[0] == owner
    assert (
        'another run does not give back: "Room 6" (6) to roomer02@example.org (Remy Roomer02).'
        " See who owns them, and give them back in the portal." in result["msg"]
    )
    assert person(site, "user01")["status"] == "active"


def test_a_room_that_appears_while_the_job_runs_is_told(site):
    make = room(9, ROOMER(16), roomer01=READ)

    def appears(portal):
        share = {"invitations": [{"id": ROOMER(11), "access": READ}], "notify": False}
        request(portal, "PUT", f"files/rooms/{make['id']}/share", share, site.api_key())

    company(site, [{**make, "owner": OWNER, "shares": []}, room(5, ROOMER(11))])
    site.faults.append(("POST", "people/type", before(appears)))

    result = failed(site, LOWERED, successor="roomer05")

    assert result["changed"]
    assert 'the room "Room 9" (9), which is new, belongs to roomer05@example.org' in result["msg"]
    assert USER(1) not in entries_of(site, 9)[1]
