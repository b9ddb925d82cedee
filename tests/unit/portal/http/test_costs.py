# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The time that calls take, for the portal and for the server that it stands for."""

from __future__ import annotations

import json
import threading
import time
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.portal.http import costs
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import (
    GROUP,
    MEMBER,
    STRANGER,
    send,
)

MANY = "10000000-0000-4000-8000-000000000099"


def large_group(size: int) -> dict[str, t.Any]:
    """A state with one more group, of that many new people."""
    state = load_state()
    ids = [f"70000000-0000-4000-8000-{number:012d}" for number in range(size)]
    for number, person_id in enumerate(ids):
        name = f"many{number}"
        state["users"].append(
            {
                "id": person_id,
                "firstName": "Many",
                "lastName": f"{number:04d}",
                "email": f"{name}@example.org",
                "userName": name,
                "status": "active",
                "type": "User",
            }
        )
    state["groups"].append(
        {"id": MANY, "name": "Many", "manager": None, "members": ids, "ldap": False}
    )
    return state


def test_a_page_of_a_large_group_is_cheap() -> None:
    portal = Portal(large_group(3000))
    started = time.process_time()
    answer = send(portal, "GET", f"/api/2.0/people/filter?groupId={MANY}&count=100&startIndex=900")
    page = json.loads(answer.get_data())
    assert (len(page["response"]), page["total"]) == (100, 3000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("method", "path", "body", "seconds"),
    [
        ("GET", "/api/2.0/keys/@self", None, 0.036),
        ("GET", "{group}?includeMembers=false", None, 0.036),
        ("GET", "{group}?fields=id", None, 0.110),
        ("GET", "/api/2.0/people/filter?count=100&fields=id", None, 0.106),
        ("DELETE", "{group}/members", {"members": [STRANGER]}, 0.160),
        ("PUT", "/api/2.0/people/status/Terminated", {"userIds": [STRANGER] * 10}, 2.336),
        ("GET", "/api/2.0/portal/payment/quota", None, 0.092),
        ("DELETE", "{group}/members", {"members": [STRANGER] * 100}, 4.020),
    ],
)
def test_real_costs(
    monkeypatch: pytest.MonkeyPatch, method: str, path: str, body: t.Any, seconds: float
) -> None:
    portal = Portal(large_group(100), real_costs=True)
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    # The work itself is part of the time, and takes none of it here.
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)

    send(portal, method, path.format(group=f"/api/2.0/group/{MANY}"), body)

    assert slept == [pytest.approx(seconds, abs=0.005)]


ROOMS = "/api/2.0/files/rooms"
TITLE = {"title": "Another"}


def in_room(level: int, *numbers: int) -> dict[str, t.Any]:
    people = [f"70000000-0000-4000-8000-{number:012d}" for number in numbers]
    return {"invitations": [{"id": person, "access": level} for person in people]}


@pytest.mark.parametrize(
    ("method", "path", "body", "seconds"),
    [
        ("GET", f"{ROOMS}?count=100", None, 0.436),
        ("GET", f"{ROOMS}?subjectId={MEMBER}", None, 0.067),
        ("GET", f"{ROOMS}/1000", None, 0.053),
        ("GET", f"{ROOMS}/1000/share", None, 0.141),
        ("GET", f"{ROOMS}/1000/share?filterType=15", None, 0.042),
        ("GET", f"{ROOMS}/1000/links", None, 0.042),
        ("POST", ROOMS, {**TITLE, "roomType": 5}, 0.134),
        ("PUT", f"{ROOMS}/1000", TITLE, 0.190),
        ("PUT", f"{ROOMS}/1000/links", {"linkType": 1, "access": 2}, 0.171),
        ("PUT", f"{ROOMS}/1000/share", in_room(2, 20), 0.066),
        ("PUT", f"{ROOMS}/1000/share", in_room(0, 1), 0.107),
        ("PUT", f"{ROOMS}/1000/share", in_room(2, *range(20, 34)), 0.196),
    ],
)
def test_real_costs_of_rooms(
    monkeypatch: pytest.MonkeyPatch, method: str, path: str, body: t.Any, seconds: float
) -> None:
    people = large_group(50)
    shares = [{"user": each["id"], "access": 2} for each in people["users"][-50:-36]]
    owner = next(each["id"] for each in people["users"] if each["type"] == "Owner")
    room = {"type": 5, "owner": owner, "shares": shares}
    rooms = [{"id": number, "title": f"Room {number}", **room} for number in range(1000, 1100)]
    portal = Portal({**people, "rooms": rooms}, real_costs=True)
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    monkeypatch.setattr(time, "monotonic", lambda: 0.0)

    assert send(portal, method, path, body).status_code == 200

    assert slept == [pytest.approx(seconds, abs=0.001)]


def test_rooms_take_longer_side_by_side() -> None:
    work = costs.Work(rooms=0.084)
    at_once = [work.seconds(side_by_side) / work.seconds() for side_by_side in (1, 4, 8)]
    assert at_once == pytest.approx([1, 3.36, 10.56])
    assert costs.Work(members=50).seconds(8) == costs.Work(members=50).seconds()


def test_real_costs_do_not_hold_up_others(monkeypatch: pytest.MonkeyPatch) -> None:
    portal = Portal(load_state(), real_costs=True)
    asleep = threading.Barrier(3)
    monkeypatch.setattr(time, "sleep", lambda _seconds: asleep.wait(timeout=10))
    threads = [threading.Thread(target=send, args=(portal, "GET", GROUP)) for _number in range(2)]
    for thread in threads:
        thread.start()
    asleep.wait(timeout=10)
    for thread in threads:
        thread.join()
    assert len(portal.requests) == 2
