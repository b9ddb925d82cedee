# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The audit trail of the simulated portal beside that of a real server."""

from __future__ import annotations

import datetime
import json
import pathlib
import time
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.portal.audit import views
from ansible_collections.onlyoffice.docspace.tests.portal.jobs import state as job_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import call
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import Exchange
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.run import Replay

RECORDED = pathlib.Path(portal_package.__file__).parent.parent / "recorded"

# Calls that this portal does not have.
ABSENT = ("authentication", "settings/webhook", "events/report", "settings/lifetime", "mappers")
# Of the settings it has a few only; passwords of new people are no matter to it.
NOT_HERE = {
    *("set-title", "set-title-same", "set-login", "set-ip", "set-cookie", "set-tfa"),
    *("hook", "hook-off", "hook-delete"),
}
# Of these lists more rows of one second are asked for than are shown: which ones is chance.
CUT = ("last", "filter-5", "page-1", "page-2", "action", "action-name")
_ROWS = ("actionId", "action", "actionType", "product", "location", "entries", "context")


def _lines(topic: str) -> list[dict[str, t.Any]]:
    text = (RECORDED / f"{topic}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_each_write_leaves_the_rows_that_it_left_on_a_real_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = load_state(RECORDED / "state_events.json", 20)
    portal = Portal(state)
    trail = portal._world.audit
    found, wanted = {}, {}
    lines = [each for each in _lines("audit") if each["name"] not in NOT_HERE]
    exchanges = [Exchange.of(json.dumps({**each, "fact": False})) for each in lines]
    recorded = {each["name"]: each.get("audit") or [] for each in lines}
    seen = 0
    for outcome in Replay(portal, state, exchanges).run():
        with monkeypatch.context() as later:
            later.setattr(job_state, "now", lambda: time.monotonic() + job_state.SECONDS)
            portal.state()
        rows = [views.event(row, "") for row in trail.rows[seen:]]
        seen = len(trail.rows)
        found[outcome.name] = sorted(map(_compared, rows))
        wanted[outcome.name] = sorted(map(_compared, recorded[outcome.name]))
    assert {n: rows for n, rows in found.items() if rows != wanted[n]} == {
        n: rows for n, rows in wanted.items() if rows != found[n]
    }
    assert len(wanted) == 113


def _compared(row: dict[str, t.Any]) -> str:
    # Ids that a portal draws are another's.
    shown = {name: row[name] for name in _ROWS} | {"targets": len(row.get("target", ()))}
    masked = shown["action"].partition("sk-***")[0].replace("<masked key>", "")
    return json.dumps([{**shown, "action": masked}, "page" in row], ensure_ascii=False)


@pytest.fixture(scope="module")
def recorded_trail() -> tuple[Portal, dict[int, dict[str, t.Any]]]:
    """A portal with the trail of the recording `audit_read`, and its rows by their ids."""
    lines = _lines("audit_read")
    rows: dict[str, dict[int, dict[str, t.Any]]] = {"audit": {}, "logins": {}}
    for each in lines:
        for kind, found in rows.items():
            found.update((row["id"], row) for row in each.get(kind) or ())
    state = load_state(RECORDED / "state_events.json", 20)
    state["audit"] = {
        "rows": [_entry(row) for _id, row in sorted(rows["audit"].items())],
        "logins": [
            _entry({**row, "id": row["id"] + 20}) for _id, row in sorted(rows["logins"].items())
        ],
    }
    # A row that nobody sees takes a number, too.
    hidden = {"number": 5103, "user": "66faa6e4-f133-11ea-b126-00ffeec8b4ef", "at": _second(13)}
    missing = [id for id in range(1, max(rows["audit"])) if id not in rows["audit"]]
    for id in missing:
        state["audit"]["rows"].insert(id - 1, hidden)
    return Portal(state), rows["audit"]


def _second(number: int) -> str:
    # The first ten were written within a second.
    moment = datetime.datetime(2026, 11, 27, 0, 42, 10, tzinfo=datetime.timezone.utc)
    return (moment + datetime.timedelta(seconds=max(0, number - 10))).isoformat()


def _entry(row: dict[str, t.Any]) -> dict[str, t.Any]:
    words = {
        4027: [row["action"].rpartition(": ")[2]],
        4020: [row["action"].partition("[")[2].partition("]")[0]],
        5085: ["Ada User01", "Viewer"],
    }
    return {
        "number": row["actionId"],
        "user": row["userId"],
        "at": _second(row["id"]),
        "values": words.get(row["actionId"], []),
        "targets": row.get("target", []),
        "context": row.get("context", "").partition(": ")[2],
        **{name: row[name] for name in ("page", "login") if name in row},
    }


def test_what_is_read_of_the_trail_is_what_a_real_server_answers(
    recorded_trail: tuple[Portal, dict[int, dict[str, t.Any]]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    portal, rows = recorded_trail
    keys = {
        key["name"]: key["key"] for key in load_state(RECORDED / "state_events.json")["api_keys"]
    }
    asked = [each for each in _lines("audit_read") if "/security/audit" in each["request"]["path"]]
    asked = [each for each in asked if not any(part in each["request"]["path"] for part in ABSENT)]
    different = []
    for each in asked:
        request = each["request"]
        name = request["headers"].get("Authorization", "")[8:-1]
        path = request["path"][len("/api/2.0/") :] + "?" + (request["query"] or "")
        status, answer = call(portal, request["method"], path, key=keys.get(name))
        body = each["response"]["body"] or None
        wanted: t.Any = body.get("response", body) if isinstance(body, dict) else body
        same = _told(wanted) == _told(answer)
        if each["name"] in CUT:
            same = len(wanted) == len(answer) and all(
                _row(row) == {name: rows[row["id"]][name] for name in _row(row)} for row in answer
            )
        if each["response"]["status"] != status or not same:
            different.append((each["name"], wanted, answer))
    with capsys.disabled():
        print(f"\naudit_read: {len(asked) - len(different)} of {len(asked)} answers")
    assert len(asked) == 48
    assert different == []


def _told(answer: t.Any) -> t.Any:
    """What counts of an answer: rows of one second are in no order."""
    if isinstance(answer, list):
        return sorted(json.dumps(_row(row), sort_keys=True) for row in answer)
    if isinstance(answer, dict) and "error" in answer:
        return {n: value for n, value in answer["error"].items() if n not in ("stack", "hresult")}
    return {n: v for n, v in answer.items() if n != "traceId"} if isinstance(answer, dict) else None


def _row(row: t.Any) -> t.Any:
    return {name: value for name, value in row.items() if name != "date"}
