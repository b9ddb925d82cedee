# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The recorded traffic of a real server, sent to the simulated portal and compared."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import json
import pathlib
from unittest import mock

import pytest

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.portal.audit import state as audit_state
from ansible_collections.onlyoffice.docspace.tests.portal.links import dates
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import read
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.run import (
    Clock,
    Outcome,
    Replay,
)

RECORDED = pathlib.Path(portal_package.__file__).parent.parent / "recorded"

_ROOMS = (
    *("access_effective", "link_life", "link_options", "link_restrict", "room_access"),
    *("room_history", "room_items", "room_links", "room_outside", "room_owner"),
    *("room_settings", "room_templates", "rooms", "share_many"),
    *("walk-rooms21", "walk-rooms22"),
)

# Each topic that is replayed, with the state from which it starts.
REPLAYED = {
    **dict.fromkeys(
        (
            *("auth", "delete_group", "groups_create", "groups_get", "groups_list"),
            *("groups_update", "manager", "members_add", "members_move", "members_remove"),
            *("members_replace", "odd", "people_change", "people_filter", "people_get"),
            *("system_groups", "walk1", "walk2"),
        ),
        "state.json",
    ),
    **dict.fromkeys(("api_keys", "audit", "audit_off"), "state_events.json"),
    **dict.fromkeys(
        (
            *("invitation_link", "people_create", "people_profile", "people_quota"),
            *("people_scopes_read", "people_scopes_write", "people_type"),
            *("people_delete", "people_end", "walk-people11", "walk-people12"),
        ),
        "state_people.json",
    ),
    **dict.fromkeys(_ROOMS, "state_rooms.json"),
}

# The paid seats of the plan, in recordings that depend on them.
SEATS = {
    **dict.fromkeys(("people_create", "people_type"), 200),
    **dict.fromkeys(("people_delete", "people_end", "people_quota", "people_scopes_read"), 20),
    **dict.fromkeys(("audit", "audit_off"), 20),
    **dict.fromkeys(("walk-people11", "walk-people12", *_ROOMS), 20),
}

# Options that the plan does not have, in recordings that depend on it.
LACKS = {
    "audit_off": [
        "branding",
        "year",
        "backup",
        "aitools",
        "customization",
        "ldap",
        "sso",
        "restore",
        "audit",
        "thirdparty",
        "statistic",
    ]
}

# Topics that were recorded and are not here yet, by what the portal has to know for them.
WAITING = {
    "events": ("webhooks_crud", "webhook_events", "webhook_failures"),
}

# Facts about races, and about portals that were put into a state from outside; those about seats
# are asked again in test_seats.py, those about the audit trail in audit/test_audit_recordings.py.
FACTS = {"audit_read", "concurrency", "people_seats", "portal_states"}

# Exchanges that cannot be sent as they were recorded.
NOT_REPEATABLE = {
    ("auth", "form-basic"): "the owner's password is not in the state",
    ("odd", "gzip-request"): "the compressed bytes were not recorded",
    ("odd", "chunked"): "the framing of the body belongs to the connection",
    **{
        ("api_keys", name): "waits for sessions: the key of somebody who logged in and was deleted"
        for name in ("gone-login", "gone-create", "gone-list", "gone-self")
    },
}

# Calls of which this portal has none, in recordings about what comes of them.
_ABSENT = {
    "audit": ("set-title", "set-title-same", "set-login", "set-ip", "set-cookie", "set-tfa"),
    "audit_off": (
        *("lifetime", "lifetime-post", "report", "login-report", "quota-tenantquota"),
        *("title-number", "title", "portal-rename", "cookie", "hook-list", "ip", "tfa"),
    ),
}
NOT_REPEATABLE.update(
    ((topic, name), "the call is none of those that this portal has")
    for topic, names in _ABSENT.items()
    for name in names
)

# Keys that were switched off when a recording began, which the state file does not say.
SWITCHED_OFF = {
    "api_keys": {"expired owner key"},
    "audit_off": {"expired owner key"},
}

# Moments that stand in older recordings as they were.
MOMENTS = {"auth": {"createOn", "lastUsed", "expiresAt"}}

# Calls whose answers have no order, in recordings that are older than the flag for it.
UNORDERED = {"people_change": "/api/2.0/people/invite"}

# Credentials that are described in a recording.
DESCRIBED = {
    "upper case owner key": load_state()["api_keys"][0]["key"].upper(),
    "basic wrong": "d3Jvbmc6d3Jvbmc=",
    "jwt-like": "eyJhbGciOiJub25lIn0.e30.x",
}

# What the portal answers differently, and why.
KNOWN_DIFFERENCES = {
    ("odd", "health"): "of the health report there is the status only",
    **dict.fromkeys(
        (
            *(("access_effective", "prepare-3"), ("access_effective", "prepare-4")),
            ("room_owner", "prepare-48"),
        ),
        "administrators in a group that was made just now say of which modules they are that;"
        " in older recordings they do not",
    ),
}

LOWEST_STATUSES = 1.0
LOWEST_BODIES = 0.997


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[Outcome]]:
    """All the recordings that can be replayed, each from a fresh portal."""
    return {topic: replayed(topic, RECORDED / state) for topic, state in REPLAYED.items()}


def replayed(topic: str, state_file: pathlib.Path) -> list[Outcome]:
    state = load_state(state_file, SEATS.get(topic))
    if topic in LACKS:
        state.setdefault("portal", {})["lacks"] = LACKS[topic]
    for key in state["api_keys"]:
        key["active"] &= key["name"] not in SWITCHED_OFF.get(topic, ())
    skipped = {name for of, name in NOT_REPEATABLE if of == topic}
    exchanges = [
        dataclasses.replace(each, unordered=True)
        if each.request.path == UNORDERED.get(topic)
        else each
        for each in read(RECORDED / f"{topic}.jsonl")
        if each.name not in skipped
    ]
    ignored = MOMENTS.get(topic, ())
    clock = Clock()
    # Of rows that were written in one second it is not known which are shown, nor in which order.
    seconds = (clock.now + datetime.timedelta(seconds=number) for number in itertools.count())
    # Links come to their end while the recording waits, which takes no time here.
    with (
        mock.patch.object(dates, "now", side_effect=lambda: clock.now),
        mock.patch.object(audit_state, "now", side_effect=seconds),
    ):
        return list(Replay(Portal(state), state, exchanges, ignored, DESCRIBED, clock).run())


def test_answers_as_recorded(
    outcomes: dict[str, list[Outcome]], capsys: pytest.CaptureFixture[str]
) -> None:
    every = [outcome for topic in outcomes.values() for outcome in topic]
    sent, statuses = len(every), sum(outcome.same_status for outcome in every)
    bodies = sum(outcome.same_body for outcome in every)
    with capsys.disabled():
        print(f"\nreplay: statuses {statuses}/{sent}, bodies {bodies}/{sent}")
        for topic, mine in outcomes.items():
            right = [sum(o.same_status for o in mine), sum(o.same_body for o in mine)]
            print(f"  {topic}: statuses {right[0]}/{len(mine)}, bodies {right[1]}")
    assert statuses / sent >= LOWEST_STATUSES
    assert bodies / sent >= LOWEST_BODIES


def test_every_difference_is_known(outcomes: dict[str, list[Outcome]]) -> None:
    found = set()
    for topic, mine in outcomes.items():
        for outcome in mine:
            if not outcome.same_body:
                found.add((topic, outcome.name))
                if (topic, outcome.name) not in KNOWN_DIFFERENCES:
                    print(f"\n{topic} {outcome.name}")
                    print(f"  recorded: {json.dumps(outcome.wanted, ensure_ascii=False)}")
                    print(f"  answered: {json.dumps(outcome.answered, ensure_ascii=False)}")
    assert found == set(KNOWN_DIFFERENCES)


def test_every_recording_is_replayed_or_a_fact() -> None:
    there = {path.stem for path in RECORDED.glob("*.jsonl")}
    assert there == REPLAYED.keys() | FACTS
    assert not there & {topic for topics in WAITING.values() for topic in topics}
