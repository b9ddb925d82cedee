# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `user_handover` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import user_handover
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import fault_from, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
    request,
)

START = "people/reassign/start"
PROGRESS = "people/reassign/progress"
ONE = {"users": ["roomer01"], "successor": "roomer03"}
GONE = {**ONE, "delete": True, "confirm_delete": 1, "unknown_users": "ignore"}
NO_JOB = instead(200, {"count": 0, "status": 0, "statusCode": 200})
DONE = {"percentage": 100, "isCompleted": True, "status": 2, "error": ""}


def task(site, users, check_mode=False, key="owner key", **options):
    given = parameters(site, user_handover, key, users=users, **options)
    return user_handover.run(given, check_mode)


failed = partial(failure, task)


def row(result, name):
    (found,) = (each for each in result["users"] if each["email"] == f"{name}@example.org")
    return found


def titles(rooms):
    return [room["title"] for room in rooms]


def owners(site):
    """Who owns each room, by its title."""
    state = site.portal.state()
    names = {user["id"]: user["userName"] for user in state["users"]}
    return {room["title"]: names.get(room["owner"], "nobody") for room in state["rooms"]}


def is_there(site, name):
    return any(user["userName"] == name for user in site.portal.state()["users"])


def writes(site):
    return [line for line in site.log() if not line.startswith("GET ")]


def start(portal, site, leaver, successor, delete=False):
    """Somebody else begins to hand something over."""
    body = {"fromUserId": leaver, "toUserId": successor, "deleteProfile": delete}
    request(portal, "POST", START, body, site.api_key())


def job(**facts):
    """What a portal answers about a job."""
    return instead(200, {"response": {"id": "1_x_ReassignProgressItem", **DONE, **facts}})


def fate(what, times=1):
    """A start of which the job fails or stays."""
    return fault_from({"method": "POST", "path": START, "job": what, "times": times})


def change(site, name, **facts):
    """Somebody on the portal becomes another."""
    next(user for user in site.state["users"] if user["userName"] == name).update(facts)
    site.__post_init__()


def refused(site, users, *words, code=None, **options):
    """A task that is refused, in check mode and without alike, and what it says."""
    results = [failed(site, users, mode, **options) for mode in (True, False)]
    assert site.portal.mutations == 0
    assert results[0].pop("requests", 0) == results[1].pop("requests", 0)
    assert results[0] == results[1]
    for word in words:
        assert word in results[0]["msg"]
    assert results[0]["changed"] is False
    if code:
        assert results[0]["failure"]["code"] == code
    return results[0]
