# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs run on after the answer: what of that no recording shows."""

from __future__ import annotations

import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.portal.jobs import state as jobs_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
ROOM_ADMIN = "b0000000-0000-4000-8000-000000000001"
USER, PLAIN = "c0000000-0000-4000-8000-000000000002", "c0000000-0000-4000-8000-000000000009"
DISABLED = "e0000000-0000-4000-8000-000000000001"
PEOPLE = "/api/2.0/people"
ROOM: dict[str, t.Any] = {
    "id": 7,
    "title": "Plans",
    "type": 5,
    "owner": ROOM_ADMIN,
    "archived": False,
    "shares": [{"user": USER, "access": 2}],
}


class Clock:
    """A time that goes by only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(jobs_state, "now", clock)
    return clock


@pytest.fixture
def portal(clock: Clock) -> Portal:
    return Portal({**load_state(), "rooms": [ROOM]})


def ask(app: t.Any, method: str, path: str, body: t.Any = None) -> t.Any:
    answer = send(app, method, PEOPLE + path, body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_json().get("response")


def lower(app: t.Any, person: str = ROOM_ADMIN, **given: t.Any) -> t.Any:
    return ask(app, "POST", "/type", {"userId": person, "type": "User", **given})


def progress(app: t.Any, kind: str = "type", person: str = ROOM_ADMIN) -> tuple[t.Any, ...]:
    job = ask(app, "GET", f"/{kind}/progress/{person}")
    return (job["percentage"], job["isCompleted"], job["status"], job["error"]) if job else ()


def owner(portal: Portal) -> str:
    return str(portal.state()["rooms"][0]["owner"])


def test_a_job_that_has_rooms_to_move_goes_on_while_it_is_asked_about(portal: Portal) -> None:
    started = lower(portal, reassignUserId=ADMIN)
    assert (started["percentage"], started["isCompleted"], started["status"]) == (0, False, 1)
    assert (progress(portal), owner(portal)) == ((10, False, 1, ""), ROOM_ADMIN)
    assert (progress(portal), owner(portal)) == ((100, False, 2, ""), ADMIN)
    assert progress(portal) == (100, True, 2, "")
    assert progress(portal) == (100, True, 2, "")


def test_a_job_that_nobody_asks_about_is_done_after_a_moment(portal: Portal, clock: Clock) -> None:
    lower(portal)
    assert owner(portal) == ROOM_ADMIN
    clock.now += 1
    ask(portal, "GET", f"/{USER}")
    assert owner(portal) == OWNER
    assert progress(portal) == (100, True, 2, "")


def test_a_second_start_of_a_running_job_is_swallowed(portal: Portal) -> None:
    lower(portal, reassignUserId=ADMIN)
    progress(portal)
    again = lower(portal, reassignUserId=OWNER, type="Guest")
    assert (again["percentage"], again["status"]) == (10, 1)
    progress(portal)
    assert owner(portal) == ADMIN
    assert ask(portal, "GET", f"/{ROOM_ADMIN}")["isCollaborator"]


def test_a_job_can_be_started_again_when_it_is_over(portal: Portal) -> None:
    lower(portal, PLAIN)
    assert progress(portal, person=PLAIN) == (100, True, 2, "")
    assert lower(portal, PLAIN)["isCompleted"] is False


def test_a_job_is_forgotten_a_minute_after_its_last_change(portal: Portal, clock: Clock) -> None:
    lower(portal, PLAIN)
    progress(portal, person=PLAIN)
    clock.now += 59
    assert progress(portal, person=PLAIN) == (100, True, 2, "")
    clock.now += 2
    assert progress(portal, person=PLAIN) == ()


def test_a_job_that_is_ended_in_time_does_nothing(portal: Portal) -> None:
    lower(portal)
    progress(portal)
    ended = ask(portal, "PUT", "/type/terminate", {"userId": ROOM_ADMIN})
    assert (ended["status"], ended["isCompleted"]) == (3, True)
    assert (progress(portal), owner(portal)) == ((), ROOM_ADMIN)
    assert ask(portal, "GET", f"/{ROOM_ADMIN}")["isRoomAdmin"]


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("type", ("POST", "/type", {"userId": PLAIN, "type": "Guest"})),
        ("reassign", ("POST", "/reassign/start", {"fromUserId": DISABLED, "toUserId": ADMIN})),
        ("remove", ("POST", "/remove/start", {"userId": DISABLED})),
    ],
)
def test_a_job_can_be_made_to_fail(portal: Portal, kind: str, start: tuple[t.Any, ...]) -> None:
    before = portal.state()
    faults = Faults(portal, [{"method": start[0], "path": start[1], "job": "fails"}])
    ask(faults, *start)
    person = start[2].get("userId") or DISABLED
    assert progress(faults, kind, person)[1:3] == (True, 4)
    assert portal.state() == before


def test_a_deleted_person_is_gone_even_if_the_job_behind_it_fails(clock: Clock) -> None:
    room = {**ROOM, "owner": DISABLED}
    portal = Portal({**load_state(), "rooms": [room]})
    faults = Faults(portal, [{"method": "DELETE", "job": "fails"}])
    ask(faults, "DELETE", f"/{DISABLED}")
    clock.now += 1
    assert progress(faults, "remove", DISABLED)[1:3] == (True, 4)
    assert owner(portal) == DISABLED
    shown = send(portal, "GET", "/api/2.0/files/rooms/7").get_json()["response"]
    assert shown["createdBy"]["displayName"] == "profile removed"


def test_a_job_can_be_made_never_to_end(portal: Portal, clock: Clock) -> None:
    faults = Faults(portal, [{"method": "POST", "path": "/type", "job": "stays"}])
    lower(faults)
    for _moment in range(5):
        assert progress(faults) == (10, False, 1, "")
        clock.now += 10
    clock.now += 60
    assert (progress(faults), owner(portal)) == ((), ROOM_ADMIN)


def test_a_job_can_be_made_to_run_on_for_so_many_questions(portal: Portal, clock: Clock) -> None:
    faults = Faults(portal, [{"method": "POST", "path": "/type", "job": 4}])
    lower(faults, PLAIN)
    clock.now += 10
    seen = [progress(faults, person=PLAIN)[1:3] for _poll in range(4)]
    assert seen == [*[(False, 1)] * 3, (True, 2)]


def test_nobody_is_deleted_whose_rooms_are_being_handed_over(clock: Clock) -> None:
    portal = Portal({**load_state(), "rooms": [{**ROOM, "owner": DISABLED}]})
    ask(portal, "POST", "/reassign/start", {"fromUserId": DISABLED, "toUserId": ADMIN})
    assert send(portal, "DELETE", f"{PEOPLE}/{DISABLED}").status_code == 403
    clock.now += 1
    assert send(portal, "DELETE", f"{PEOPLE}/{DISABLED}").status_code == 200


def test_what_a_job_does_is_a_change_of_the_state(portal: Portal) -> None:
    lower(portal)
    assert portal.mutations == 0
    for _poll in range(3):
        progress(portal)
    assert portal.mutations == 1
