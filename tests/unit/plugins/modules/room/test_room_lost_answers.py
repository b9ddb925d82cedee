# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room` tells where an answer is lost, work fails or takes too long, or others are faster."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.app import JOB_FAULT
from ansible_collections.onlyoffice.docspace.tests.portal.http.fault_rules import served
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    OLD,
    OWNER,
    PLANS,
    REMY,
    RITA,
    failed,
    stored,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

#: The answer about what does not exist.
_NOT_FOUND = {"error": {"message": "gone", "type": "ASC.Common.Web.ItemNotFoundException"}}
FROM = "files/rooms/fromtemplate"
#: Tasks whose work the portal does in the background, and where that starts.
WORK = {
    "archive": (PLANS, {"state": "archived"}, "PUT", "/archive"),
    "bring back": (OLD, {}, "PUT", "/unarchive"),
    "delete": (OLD, {"state": "absent"}, "DELETE", "files/rooms"),
    "from a template": ("New", {"template": "Template"}, "POST", FROM),
}


def fate(of):
    """What becomes of the work that a request starts: it fails, or stays for ever."""
    return lambda portal, environ: served(portal, {**environ, JOB_FAULT: of})


def by_others(site, method, path, body):
    return before(lambda portal: request(portal, method, path, body, site.api_key()))


@pytest.mark.parametrize("work", WORK)
def test_work_that_fails_is_told_with_the_words_of_the_portal(rooms, work):
    room, options, method, path = WORK[work]
    was = rooms.portal.state()["rooms"]
    rooms.faults.append((method, path, fate("fails")))

    found = failed(rooms, room, **options)

    assert found["failure"]["code"] == "not_as_planned"
    assert "The operation failed" in found["msg"]
    assert not found["changed"]
    assert found["changes"] == []
    assert rooms.portal.state()["rooms"] == was
    assert task(rooms, room, **options)["changed"]


@pytest.mark.parametrize("work", WORK)
def test_work_that_does_not_end_is_not_known(rooms, work):
    room, options, method, path = WORK[work]
    rooms.faults.append((method, path, fate("stays")))

    found = failed(rooms, room, wait_timeout=1, **options)

    assert found["failure"]["code"] == "job_timeout"
    assert found["failure"]["verified"] is False
    assert found["changed"]
    assert found["changes"] is None
    assert "within 1 seconds" in found["msg"]


@pytest.mark.parametrize("work", WORK)
def test_the_answer_to_a_start_is_lost(rooms, work):
    room, options, method, path = WORK[work]
    rooms.faults.append((method, path, done_but(502)))

    found = task(rooms, room, **options)

    assert found["changed"]
    assert "although the portal answered otherwise" in found["warnings"][0]
    assert len(writes(rooms)) == 1
    assert not task(rooms, room if work != "delete" else "Old plans", **options)["changed"]


@pytest.mark.parametrize("work", ["archive", "bring back", "delete"])
def test_work_that_another_task_has_seen_the_end_of(rooms, work):
    room, options, _method, _path = WORK[work]

    def look(portal):  # the end is shown only once
        for _each in range(3):
            request(portal, "GET", "files/fileops", None, rooms.api_key())

    rooms.faults.append(("GET", "files/fileops", before(look)))
    assert task(rooms, room, **options)["changed"]


@pytest.mark.parametrize("work", ["archive", "bring back", "delete"])
def test_work_of_which_nobody_has_seen_the_end(rooms, work):
    room, options, _method, _path = WORK[work]
    rooms.faults += [("GET", "files/fileops", instead(200, {"response": []}))] * 3

    found = failed(rooms, room, **options)

    assert found["changed"]
    assert found["changes"] is None
    assert "still" in found["msg"]


def test_a_room_is_not_created_twice(rooms):
    rooms.faults.append(("POST", "files/rooms", done_but(504)))

    found = task(rooms, "New", room_type="custom", tags={"add": ["x"]})

    assert found["changes"] == ["created"]
    assert found["room"]["id"] == str(stored(rooms, "New")["id"])
    assert len(writes(rooms)) == 1


def test_a_room_that_somebody_else_creates_at_the_same_time(rooms):
    body = {"title": "New", "roomType": 5}
    rooms.faults.append(("POST", "files/rooms", by_others(rooms, "POST", "files/rooms", body)))
    rooms.faults.append(("POST", "files/rooms", done_but(504)))

    # The first rule is for the request of the task, which goes through after the other's.
    assert task(rooms, "New", room_type="custom")["changed"]
    assert failed(rooms, "New")["failure"]["code"] == "room_ambiguous"


def test_a_room_that_was_not_created(rooms):
    rooms.faults.append(("POST", "files/rooms", instead(500)))

    found = failed(rooms, "New", room_type="custom")

    assert not found["changed"]
    assert "it does not exist" in found["msg"]


def test_a_title_that_is_refused_leaves_the_room_as_it_was(rooms):
    rooms.faults.append(("PUT", f"files/rooms/{PLANS}", instead(500)))

    found = failed(rooms, PLANS, title="Style", indexing=True)

    assert not found["changed"]
    assert "title is Plans instead of Style" in found["msg"]
    assert "indexing is False instead of True" in found["msg"]


def test_what_is_changed_by_somebody_else_meanwhile_is_not_known(rooms):
    def rule(portal, environ):
        answer = done_but(500)(portal, environ)
        request(portal, "PUT", f"files/rooms/{PLANS}", {"title": "Theirs"}, rooms.api_key())
        return answer

    rooms.faults.append(("PUT", f"files/rooms/{PLANS}", rule))

    found = failed(rooms, PLANS, title="Style")

    assert found["changed"]
    assert found["changes"] is None
    assert "title is Theirs instead of Style" in found["msg"]


def test_an_owner_who_is_refused(rooms):
    rooms.faults.append(("POST", "files/owner", instead(500)))

    found = failed(rooms, PLANS, owner="roomer02")

    assert not found["changed"]
    assert f"belongs to {OWNER} instead of roomer02@example.org" in found["msg"]


def test_an_owner_whose_answer_is_lost(rooms):
    rooms.faults.append(("POST", "files/owner", done_but(502)))

    found = task(rooms, PLANS, owner="roomer02")

    assert found["changes"] == ["owner"]
    assert stored(rooms, PLANS)["owner"] == REMY


def test_a_room_that_is_deleted_meanwhile(rooms):
    rooms.faults.append(("PUT", f"files/rooms/{PLANS}", instead(404, _NOT_FOUND)))

    found = failed(rooms, PLANS, indexing=True)

    assert found["failure"]["code"] == "room_not_found"
    assert not found["changed"]


def test_a_room_from_a_template_waits_for_others(rooms):
    body = {"templateId": 307, "title": "Theirs"}
    request(rooms.portal, "POST", FROM, body, rooms.api_key())

    found = task(rooms, "New", template="Template")

    assert found["changes"] == ["created"]
    assert stored(rooms, "Theirs")
    assert stored(rooms, "New")


def test_a_start_that_is_dropped_because_of_another(rooms):
    body = {"templateId": 307, "title": "Theirs"}
    rooms.faults.append(("POST", FROM, by_others(rooms, "POST", FROM, body)))

    found = failed(rooms, "New", template="Template")

    assert found["failure"]["code"] == "not_as_planned"
    assert "another room from a template at the same time" in found["msg"]
    assert not found["changed"]
    assert stored(rooms, "Theirs")
    assert task(rooms, "New", template="Template")["changed"]


def test_what_was_done_before_a_failure_is_told(rooms):
    rooms.faults.append(("PUT", "/archive", fate("fails")))

    found = failed(rooms, PLANS, state="archived", tags={"add": ["x"]}, owner="roomer01")

    assert found["changed"]
    assert found["changes"] == ["tags", "owner"]
    assert found["room"]["owner"]["id"] == RITA
    assert found["room"]["tags"] == ["alpha", "beta", "x"]
    assert not found["room"]["archived"]


def test_a_deletion_that_fails_after_the_room_was_archived(rooms):
    rooms.faults.append(("DELETE", "files/rooms", instead(500)))

    found = failed(rooms, PLANS, state="absent", allow_delete=True)

    assert found["changes"] == ["archived"]
    assert found["room"]["archived"]
    assert task(rooms, PLANS, state="absent")["changes"] == ["deleted"]
