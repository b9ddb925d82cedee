# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`audit_info` returns each event once, and says where it cannot know that."""

from __future__ import annotations

import dataclasses
import datetime
import random
import threading

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import audit_reads
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.audit import Audit
from ansible_collections.onlyoffice.docspace.plugins.modules import audit_info
from ansible_collections.onlyoffice.docspace.tests.portal.audit import reads as portal_reads
from ansible_collections.onlyoffice.docspace.tests.portal.audit.rules import in_order
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.audit_info.tasks import (
    ADMIN,
    GROUP,
    OLGA,
    at,
    failed,
    ids,
    portal_with,
    task,
    updated,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


class Noon(datetime.datetime):
    """A clock that stands at the third of November."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 11, 3, 12, tzinfo=tz)


def test_an_event_with_all_that_the_portal_tells():
    room = {"number": 5085, "user": OLGA, "at": at(5), "values": ["Eva", "Viewer"]}
    with portal_with([{**room, "targets": ["8"], "context": "Plans"}]) as site:
        result = task(site)
    assert result["events"] == [
        {
            "id": 1,
            "at": "2026-11-01T00:00:05Z",
            "user": {"id": OLGA, "display_name": "Olga Owner"},
            "action": "RoomCreateUser",
            "action_number": 5085,
            "text": "Added user: Eva. Role: Viewer",
            "targets": ["8"],
            "context": "Rooms: Plans",
            "login": "",
            "ip": "portal.example.org",
            "country": "",
            "city": "",
        }
    ]
    assert result["complete"] is True
    assert (result["changed"], result["warnings"]) == (False, [])
    assert (result["from"], result["to"]) == ("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z")
    assert result["requests"] == {"read": 2, "write": 0}


def test_the_requests_of_a_time(monkeypatch):
    monkeypatch.setattr(audit_info, "datetime", Noon)
    with portal_with([updated(5)]) as site:
        task(site, action="RoomCreateUser", user=ADMIN)
        assert site.log() == [
            "GET security/audit/events/filter?count=100&from=2026-11-05T00:00:00Z&startIndex=0",
            "GET security/audit/events/filter?action=RoomCreateUser&count=100"
            f"&from=2026-10-31T23:59:59Z&startIndex=0&to=2026-11-02T00:00:01Z&userId={ADMIN}",
        ]


@pytest.mark.parametrize("since", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
def test_all_of_it_may_be_asked_for(since):
    with portal_with([updated(5)]) as site:
        assert ids(task(site, **{"from": since})) == [1]


def test_a_portal_whose_clock_is_days_ahead_is_no_fallback(monkeypatch):
    monkeypatch.setattr(audit_info, "datetime", Noon)
    ahead = {**updated(0), "at": "2026-11-09T00:00:00Z"}
    with portal_with([updated(5), ahead]) as site:
        assert ids(task(site)) == [1]


def test_thousands_of_events_in_bursts_are_each_there_once():
    chance = random.Random(7)
    bursts = [chance.randrange(80_000) for _each in range(30)]
    seconds = [chance.choice(bursts) + chance.randrange(4) for _each in range(2_500)]
    with portal_with([updated(second) for second in seconds]) as site:
        result = task(site)
    assert sorted(ids(result)) == list(range(1, 2_501))
    moments = [event["at"] for event in result["events"]]
    assert moments == sorted(moments, reverse=True)
    assert result["requests"]["read"] == 35


def test_a_second_with_hundreds_of_events_is_read_until_all_are_known():
    rows = [updated(0), *(updated(50) for _each in range(150)), updated(99)]
    with portal_with(rows) as site:
        result = task(site)
    assert sorted(ids(result)) == list(range(1, 153))


def test_a_second_of_which_the_portal_does_not_show_all_fails(monkeypatch):
    # In the place of one event, there is always another one.
    monkeypatch.setattr(
        portal_reads,
        "in_order",
        lambda rows, page: [rows[0] if row.id == 42 else row for row in in_order(rows, page)],
    )
    with portal_with([updated(50) for _each in range(150)]) as site:
        result = failed(site)
        partly = task(site, allow_partial=True)
    assert result["failure"]["code"] == "audit_second_full"
    assert result["msg"].startswith("In the second 2026-11-01T00:00:50Z there are 100 events or")
    assert "narrow what is asked for" in result["msg"]
    assert (partly["complete"], len(partly["warnings"])) == (False, 1)
    assert len(ids(partly)) == len(set(ids(partly)))


def test_events_that_are_written_while_the_task_reads_are_there_once_or_come_later(monkeypatch):
    with portal_with([updated(second) for second in range(0, 80_000, 100)]) as site:
        read = Audit.events

        def events(self, *args, **options):
            found = read(self, *args, **options)
            path = f"group/{GROUP.format(1)}"
            request(site.portal, "PUT", path, {}, site.api_key("admin key"))
            return found

        monkeypatch.setattr(audit_reads, "_wait", lambda _until: threading.Event().wait(1.1))
        monkeypatch.setattr(Audit, "events", events)
        result = task(site, to=None)
        rows = site.portal._world.audit.rows
    until = result["to"]
    assert sorted(ids(result)) == [
        row.id for row in rows if row.at.strftime("%Y-%m-%dT%H:%M:%SZ") <= until
    ]
    assert len(rows) > 800


def test_what_is_shown_late_is_read_after_a_wait(monkeypatch, waits):
    with portal_with() as site:
        trail = site.portal._world.audit
        trail.delay = 60

        def show(seconds):
            waits.append(seconds)
            trail._rows = [dataclasses.replace(row, shown_from=0) for row in trail._rows]

        monkeypatch.setattr("time.sleep", show)
        request(site.portal, "PUT", f"group/{GROUP.format(1)}", {}, site.api_key())
        result = task(site, to=None)
    assert len(result["events"]) == 1
    assert len(waits) == 1
    assert 1.5 < waits[0] <= 3
    assert result["requests"]["read"] == 3


def test_what_was_done_long_ago_needs_no_wait(waits):
    with portal_with([updated(5)]) as site:
        task(site)
    assert waits == []


def test_a_portal_that_answers_with_its_last_events_is_told():
    rows = [updated(second, ADMIN if second % 2 else OLGA) for second in range(30)]
    with portal_with(rows, lacks=["audit"]) as site:
        result = failed(site)
        partly = task(site, allow_partial=True, user=ADMIN)
    assert result["failure"]["code"] == "audit_fallback"
    assert result["msg"] == (
        "The portal answers with the last 20 of its events, whatever it is asked, as it does where"
        " its plan has no audit trail. With allow_partial, the task returns what it has."
    )
    # Of these, those that were asked for.
    assert ids(partly) == [30, 28, 26, 24, 22, 20, 18, 16, 14, 12]
    assert partly["complete"] is False
    assert partly["warnings"] == [
        "The portal answers with the last 20 of its events, whatever it is asked, as it does where"
        " its plan has no audit trail. So there may be more than what is returned."
    ]
    assert partly["requests"] == {"read": 1, "write": 0}


def test_only_what_was_asked_for():
    rows = [
        updated(1),
        updated(2, ADMIN),
        updated(3, group=2),
        {"number": 5070, "user": OLGA, "at": at(4), "targets": ["8"]},
        {"number": 4020, "user": OLGA, "at": at(5), "targets": [OLGA, ADMIN], "values": ["x"]},
    ]
    with portal_with(rows) as site:
        assert ids(task(site, user="dsadmin@example.org")) == [2]
        assert ids(task(site, user=ADMIN)) == [2]
        assert ids(task(site, action="roomcreated")) == [4]
        # Numbers need no quotes.
        assert ids(task(site, action=4027)) == [3, 2, 1]
        assert ids(task(site, action=5070, target=8)) == [4]
        assert ids(task(site, action="GroupUpdated", target=GROUP.format(2))) == [3]
        # An event about several people is about each of them.
        assert ids(task(site, action="UsersUpdatedStatus", target=ADMIN)) == [5]
        assert ids(task(site, **{"from": at(2), "to": at(3)})) == [3, 2]
        assert ids(task(site, to="-1d", action="TagCreated")) == []


def test_who_was_deleted_is_asked_for_by_id():
    gone = "c0000000-0000-4000-8000-0000000000ff"
    with portal_with([updated(1, gone), updated(2)]) as site:
        assert ids(task(site, user=gone)) == [1]


def test_more_events_than_the_task_may_read():
    with portal_with([updated(second) for second in range(250)]) as site:
        result = failed(site, limit=120)
        partly = task(site, limit=120, allow_partial=True)
        assert len(ids(task(site, limit=250))) == 250
    assert result["failure"]["code"] == "audit_limit_exceeded"
    assert result["msg"].startswith("There are more than 120 events, the limit of this task;")
    assert partly["complete"] is False
    assert len(ids(partly)) == 199


def test_the_same_in_check_mode():
    with portal_with([updated(5)]) as site:
        assert task(site, check_mode=True) == task(site)
