# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the portal tells tests beyond the answers of a server."""

from __future__ import annotations

import threading

from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.tests.portal import LoggedRequest, Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import (
    GROUP,
    HEADERS,
    MEMBER,
    send,
)


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
