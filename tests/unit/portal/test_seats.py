# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paid seats: what was recorded while the plan was changed from outside."""

from __future__ import annotations

import dataclasses
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import call, key_of, send
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import read
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.run import Outcome, Replay
from ansible_collections.onlyoffice.docspace.tests.unit.portal.test_replay import RECORDED

SEATS, FEWER = 11, 7
# After this one the plan had fewer seats than were taken.
LAST_OF_MORE = "seats-down"
ADMINS = ("Owner", "DocSpaceAdmin", "RoomAdmin")


def with_seats(portal: Portal, seats: int) -> None:
    state = portal.state()
    state["portal"]["seats"] = seats
    send(portal, "POST", "/_portal/reset", state)


def replayed() -> t.Iterator[Outcome]:
    state = load_state(RECORDED / "state_people.json", SEATS)
    state["portal"]["lacks"] = ["automationapi"]
    portal = Portal(state)
    facts = [each for each in read(RECORDED / "people_seats.jsonl") if each.name != "audit-rows"]
    exchanges = [dataclasses.replace(each, is_fact=False) for each in facts]
    for outcome in Replay(portal, state, exchanges).run():
        yield outcome
        if outcome.name == LAST_OF_MORE:
            with_seats(portal, FEWER)


def test_seats_are_counted_and_refused_as_recorded() -> None:
    different = {o.name: (o.wanted, o.answered) for o in replayed() if not o.same_body}
    assert not different


NEW = {"email": "new@example.org", "firstName": "Nora", "lastName": "New", "type": "RoomAdmin"}
LOWERED = "people/status/Terminated", {"userIds": ["b0000000-0000-4000-8000-000000000001"]}


@pytest.fixture
def full() -> Portal:
    """A portal without a free seat."""
    state = load_state()
    taken = [u for u in state["users"] if u["type"] in ADMINS and u["status"] != "disabled"]
    return Portal({**state, "portal": {"seats": len(taken)}})


def test_a_seat_is_free_at_once_when_somebody_is_disabled(full: Portal) -> None:
    assert call(full, "POST", "people/active", NEW)[0] == 402
    assert call(full, "PUT", *LOWERED)[0] == 200
    assert call(full, "POST", "people/active", NEW)[0] == 200


def test_an_invitation_names_what_was_asked_and_what_is_free(full: Portal) -> None:
    call(full, "PUT", *LOWERED)
    kinds = ("RoomAdmin", "User", "DocSpaceAdmin")
    invitations = [{"email": f"{kind}@example.org", "type": kind} for kind in kinds]
    status, body = call(full, "POST", "people/invite", {"invitations": invitations})
    assert (status, body["error"]["message"]) == (
        402,
        "The number of admins exceeds the limit: 2/1.",
    )


def test_enabling_who_is_enabled_takes_no_seat(full: Portal) -> None:
    with_seats(full, 1)
    assert call(full, "PUT", "people/status/Active", LOWERED[1])[0] == 200


def test_a_state_that_says_nothing_has_no_limit(portal: Portal) -> None:
    assert call(portal, "POST", "people/active", NEW)[0] == 200
    features = call(portal, "GET", "portal/payment/quota")[1]["features"]
    assert (features[0]["id"], features[0]["value"]) == ("manager", -1)


def test_what_the_plan_lacks_is_refused() -> None:
    state = load_state()
    portal = Portal({**state, "portal": {"lacks": ["statistic"]}})
    quota = {"enableQuota": True, "defaultQuota": 2**20}
    assert call(portal, "POST", "settings/userquotasettings", quota)[0] == 402
    assert call(portal, "PUT", "people/resetquota", {"userIds": []})[0] == 402
    assert portal.mutations == 0


def test_users_see_what_the_plan_has_and_guests_nothing(portal: Portal) -> None:
    path = "portal/payment/quota"
    _status, plan = call(portal, "GET", path, key=key_of("user key"))
    shown = {feature["id"] for feature in plan["features"] if "used" in feature}
    assert shown == {"total_size", "file_size", "free_backup", "aiagent"}
    assert call(portal, "GET", path, key=key_of("guest key"))[0] == 403
