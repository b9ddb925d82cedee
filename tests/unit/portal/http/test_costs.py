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
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import GROUP, STRANGER, send

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
