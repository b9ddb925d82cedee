# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the portal would ignore, or fail at, is refused by `audit_info` before it is asked."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.fault_rules import before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.audit_info.tasks import (
    OLGA,
    at,
    failed,
    portal_with,
    task,
)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"target": "8"},
            "target: works only together with action, as the portal ignores it otherwise; add it.",
        ),
        (
            {"target": " ", "action": "5085"},
            "target: is empty; write a text, or leave it out.",
        ),
        (
            {"from": "2026-11-01"},
            "from: '2026-11-01' is no moment such as -7d or 2030-12-31T23:59:00Z; give a date, a"
            " time and a zone.",
        ),
        (
            {"from": "2026-11-01T00:00:00"},
            "from: '2026-11-01T00:00:00' has no zone; add Z for UTC, or an offset such as +02:00.",
        ),
        (
            {"to": "2999-01-01T00:00:00Z"},
            "to: '2999-01-01T00:00:00Z' is to come; give a moment that is over.",
        ),
        ({"from": "-1h"}, "from: is after to; give the earlier moment here."),
        (
            {"from": "-999999w"},
            "from: '-999999w' is before the calendar begins.",
        ),
        (
            {"action": "5103"},
            "action: '5103' is written by the portal and never shown; leave it out, and look at the"
            " history of the room.",
        ),
        (
            {"action": "roomcoverchanged"},
            "action: 'roomcoverchanged' is written by the portal and never shown; leave it out, and"
            " look at the history of the room.",
        ),
        ({"action": "0"}, "action: '0' is no number of an action."),
        (
            {"action": "Room created"},
            "action: 'Room created' is no number, and no name such as RoomCreated.",
        ),
        ({"limit": 0}, "limit: must be from 1 to 1000000, not 0."),
    ],
)
def test_refused_before_the_first_request(site, options, message):
    result = failed(site, **options)
    assert (result["msg"], result["failure"]["code"]) == (message, "invalid_option")
    assert site.portal.requests == []


def test_a_name_that_the_portal_does_not_know(site):
    result = failed(site, action="FormSubmited")
    assert result["msg"] == "action: the portal has no action 'FormSubmited'; there is FormSubmit."
    assert len(site.portal.requests) == 1


def test_a_name_that_only_the_portal_knows():
    with portal_with([{"number": 5076, "user": OLGA, "at": at(1), "values": ["a"]}]) as site:
        result = task(site, action="tagcreated")
    assert [event["action_number"] for event in result["events"]] == [5076]
    assert result["requests"]["read"] == 3


@pytest.mark.parametrize("status", [400, 500])
def test_an_action_that_the_portal_fails_at(site, status):
    site.faults.append(("GET", "events/filter", before(lambda _portal: None)))
    site.faults.append(("GET", "events/filter", instead(status)))
    result = failed(site, action="4026")
    assert result["failure"] == {"code": "invalid_option", "status": None, "option": "action"}
    assert result["msg"] == (
        f"action: the portal fails ({status}) when it is asked for 4026, as it does for what it"
        " does not know or never shows; leave it out."
    )


def test_somebody_who_is_nobody(site):
    result = failed(site, user="nobody@example.org")
    assert result["msg"] == (
        "user: nobody@example.org is nobody on this portal; of somebody who was deleted, give the"
        " id."
    )
    assert result["failure"]["code"] == "unusable_users"


@pytest.mark.parametrize("key", ["room admin key", "user key"])
def test_the_key_of_somebody_who_is_no_administrator(site, key):
    assert failed(site, key=key)["failure"]["code"] == "forbidden"


def test_a_key_without_the_scope(site):
    result = failed(site, key="owner accounts:read key")
    assert result["failure"]["code"] == "missing_scope"
    assert "*:read" in result["msg"]
