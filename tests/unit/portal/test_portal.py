# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the portal offers to tests beyond the answers of a server."""

from __future__ import annotations

import copy
import http.client
import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import typing as t
import urllib.parse

import pytest
from werkzeug.test import Client, TestResponse

from ansible_collections.onlyoffice.docspace.tests import portal as portal_package
from ansible_collections.onlyoffice.docspace.tests.portal import (
    LoggedRequest,
    Portal,
    load_state,
    serve,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http import envelope

ROOT = pathlib.Path(portal_package.__file__).parents[2]
GROUP = "/api/2.0/group/10000000-0000-4000-8000-000000000014"
MANY = "10000000-0000-4000-8000-000000000099"
MEMBER = "c0000000-0000-4000-8000-000000000002"
STRANGER = "c0000000-0000-4000-8000-000000000009"
HIDDEN = "e0000000-0000-4000-8000-000000000001"
OWNER_KEY = "sk-cf40b8f143ae693e66bb5d24a6d31992bdc5291f48e9b89a19594ec53af24713"
HEADERS = {"Authorization": f"Bearer {OWNER_KEY}", "Content-Type": "application/json"}


@pytest.fixture
def portal() -> Portal:
    return Portal(load_state())


def send(portal: Portal, method: str, path: str, body: t.Any = None) -> TestResponse:
    data = None if body is None else json.dumps(body)
    return Client(portal).open(path, method=method, data=data, headers=HEADERS)


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


def test_log_holds_what_was_sent(portal: Portal) -> None:
    send(portal, "GET", f"{GROUP}?fields=id%2Cname")
    send(portal, "DELETE", f"{GROUP}/members", {"members": [MEMBER]})
    Client(portal).put(f"{GROUP}/members", data="no JSON")

    assert portal.requests == [
        LoggedRequest("GET", GROUP, "fields=id%2Cname", None, 200),
        LoggedRequest("DELETE", f"{GROUP}/members", "", {"members": [MEMBER]}, 200),
        LoggedRequest("PUT", f"{GROUP}/members", "", "no JSON", 401),
    ]
    portal.reset_log()
    assert (portal.requests, portal.mutations) == ([], 0)


@pytest.mark.parametrize(
    ("method", "path", "body", "mutations"),
    [
        ("GET", GROUP, None, 0),
        ("DELETE", f"{GROUP}/members", {"members": [STRANGER]}, 0),
        ("DELETE", f"{GROUP}/members", {"members": [MEMBER]}, 1),
        ("DELETE", f"{GROUP}/members", {"members": [HIDDEN, MEMBER]}, 1),
        ("PUT", f"{GROUP}/members", {"members": [MEMBER, HIDDEN]}, 0),
        ("PUT", GROUP, {"membersToAdd": [STRANGER], "membersToRemove": [STRANGER]}, 0),
        ("PUT", "/api/2.0/people/status/Terminated", {"userIds": [HIDDEN]}, 0),
        ("DELETE", GROUP, None, 1),
    ],
)
def test_only_real_changes_count(
    portal: Portal, method: str, path: str, body: t.Any, mutations: int
) -> None:
    before = portal.state()
    send(portal, method, path, body)
    assert portal.mutations == mutations
    assert (portal.state() != before) == bool(mutations)


@pytest.mark.parametrize(
    "fields",
    [
        "id,members.id",
        "members",
        "manager",
        "manager.department,members.groups",
        "members.groups.id,name",
        "groups",
    ],
)
def test_fields_only_take_away(portal: Portal, fields: str) -> None:
    whole: t.Any = send(portal, "GET", GROUP).json
    part: t.Any = send(portal, "GET", f"{GROUP}?fields={fields}").json
    assert part["response"] == envelope.pick(whole["response"], fields.split(","))


def test_state_goes_round(portal: Portal) -> None:
    send(portal, "DELETE", f"{GROUP}/members", {"members": [HIDDEN]})
    send(portal, "POST", "/api/2.0/group", {"groupName": "New", "members": [MEMBER]})
    state = portal.state()
    assert Portal(copy.deepcopy(state)).state() == state
    assert json.loads(json.dumps(state)) == state


def test_recorded_state_is_kept_but_for_the_order(portal: Portal) -> None:
    recorded = load_state()
    for entries in (recorded["users"], recorded["groups"]):
        entries.sort(key=lambda entry: entry["id"])
    assert portal.state() == recorded


def test_control_routes(portal: Portal) -> None:
    client = Client(portal)
    send(portal, "DELETE", f"{GROUP}/members", {"members": [MEMBER]})

    assert client.get("/_portal/requests").json == [
        {
            "method": "DELETE",
            "path": f"{GROUP}/members",
            "query": "",
            "body": {"members": [MEMBER]},
            "status": 200,
        }
    ]
    assert client.get("/_portal/mutations").json == 1
    assert client.get("/_portal/state").json == portal.state()
    assert client.get("/_portal/nonsense").status_code == 404
    assert len(portal.requests) == 1

    changed = portal.state()
    client.post("/_portal/reset")
    assert (portal.requests, portal.mutations, portal.state()) == ([], 0, changed)
    client.post("/_portal/reset", json=load_state())
    assert portal.state() == Portal(load_state()).state()


def test_a_portal_tells_what_was_since_the_last_look_and_starts_again(portal: Portal) -> None:
    client = Client(portal)
    client.delete(GROUP, headers=HEADERS)

    seen = client.get("/_portal/look").get_json()

    assert (len(seen["requests"]), seen["mutations"], seen["state"]) == (1, 1, portal.state())
    assert (portal.requests, portal.mutations) == ([], 0)

    assert client.get("/_portal/restart").get_json()["state"] == seen["state"]
    assert portal.state() == Portal(load_state()).state()


def test_connections_stay_open(portal: Portal) -> None:
    with serve(portal) as base_url:
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(base_url).netloc)
        sockets = set()
        for method, path, body in (
            ("GET", GROUP, None),
            ("DELETE", f"{GROUP}/members", json.dumps({"members": [MEMBER]})),
            ("GET", "/api/2.0/nonsense", None),
            ("DELETE", GROUP, None),
            ("GET", "/api/2.0/group", None),
        ):
            connection.request(method, path, body, HEADERS)
            connection.getresponse().read()
            sockets.add(connection.sock)
        connection.close()
    assert len(sockets) == 1
    assert [logged.status for logged in portal.requests] == [200, 200, 404, 204, 200]


def test_an_abandoned_request_leaves_no_trace(capfd: pytest.CaptureFixture[str]) -> None:
    portal = Portal(load_state(), real_costs=True)
    with serve(portal) as base_url:
        address = urllib.parse.urlsplit(base_url)
        with socket.create_connection((str(address.hostname), address.port or 0)) as client:
            client.sendall(f"GET {GROUP} HTTP/1.1\r\nHost: portal\r\n\r\n".encode())
            # Closing resets the connection, and the answer finds nobody.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        while not portal.requests:
            time.sleep(0.01)
        time.sleep(0.1)
    assert capfd.readouterr() == ("", "")


def test_many_clients_at_once(portal: Portal) -> None:
    def work(number: int) -> None:
        body = {"members": [f"c0000000-0000-4000-8000-{number:012d}"]}
        send(portal, "PUT", "/api/2.0/group/10000000-0000-4000-8000-000000000015/members", body)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 13)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert portal.mutations == len(portal.requests) == 12


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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_command_line(number: signal.Signals, tmp_path: pathlib.Path) -> None:
    state = load_state()
    state["groups"] = state["groups"][:1]
    file = tmp_path / "state.json"
    file.write_text(json.dumps(state), encoding="utf-8")
    with _command("--max-seconds", "60", STATE=str(file)) as process:
        line = json.loads(_first_line(process))
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(line["base_url"]).netloc)
        key = {"Authorization": f"Bearer {line['api_key']}"}
        connection.request("GET", "/api/2.0/group", headers=key)
        total = json.load(connection.getresponse())["total"]
        connection.close()
        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)
    assert (total, line["api_key"], line["pid"]) == (1, OWNER_KEY, process.pid)
    assert (rest, errors, process.returncode) == ("", "", 0)


def test_command_line_ends_by_itself() -> None:
    with _command("--max-seconds", "0.1", COST="real") as process:
        assert process.wait(timeout=10) == 0


def test_command_line_names_a_state_file_that_is_none(tmp_path: pathlib.Path) -> None:
    with _command("--state", str(tmp_path / "missing.json")) as process:
        output, errors = process.communicate(timeout=10)
    assert (output, process.returncode) == ("", 2)
    assert "missing.json is no state file" in errors


def _command(*arguments: str, **environ: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.portal", *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _first_line(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline() if process.stdout else ""


def recorded_after_two_managers() -> list[dict[str, t.Any]]:
    """What was asked of a real portal once four people had become manager of a group at once."""
    file = ROOT / "tests/recorded/concurrency.jsonl"
    exchanges = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [each for each in exchanges if each["name"].startswith("manager-after")]


def test_a_group_with_two_managers_breaks_what_shows_it_until_it_is_deleted() -> None:
    group_id = "50000000-0000-4000-8000-000000000004"
    people = [f"c0000000-0000-4000-8000-00000000000{number}" for number in range(1, 6)]
    state = load_state()
    state["groups"].append(
        {
            "id": group_id,
            "name": "Two managers",
            "manager": people[1],
            "second_manager": people[2],
            "members": people,
            "ldap": False,
        }
    )
    portal = Portal(state)
    assert portal.state()["groups"][-1]["second_manager"] == people[2]

    for recorded in recorded_after_two_managers():
        sent, wanted = recorded["request"], recorded["response"]
        answer = send(portal, sent["method"], f"{sent['path']}?{sent['query'] or ''}", sent["body"])

        assert answer.status_code == wanted["status"], recorded["name"]
        if wanted["status"] == 403:
            assert answer.json is not None
            assert answer.json["error"]["message"] == wanted["body"]["error"]["message"]
            assert answer.json["error"]["type"] == wanted["body"]["error"]["type"]
        elif recorded["name"] == "manager-after-remove-was-it-done":
            assert answer.json is not None
            assert answer.json["response"] == wanted["body"]["response"]
    # The other group was made in spite of the answer, and the broken one is gone.
    names = [group["name"] for group in portal.state()["groups"]]
    assert "Other" in names
    assert "Two managers" not in names
