# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sessions that several tasks share: connections are kept, and nothing else is."""

from __future__ import annotations

import os
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import (
    MAX_KEPT,
    Sessions,
)
from ansible_collections.onlyoffice.docspace.plugins.modules import group, group_members
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    connect,
    opened,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, parameters


@pytest.fixture
def watched():
    """A portal that sets a cookie, and of each request the client's port and the cookie."""
    site = Site()
    seen = []

    def watching(environ, start_response):
        seen.append((environ["REMOTE_PORT"], environ.get("HTTP_COOKIE")))

        def with_cookie(status, headers, *more):
            return start_response(status, [*headers, ("Set-Cookie", "sticky=1")], *more)

        return site(environ, with_cookie)

    with serve(watching) as site.base_url:
        yield site, seen


def test_tasks_share_one_connection_whether_they_read_or_write(watched):
    site, seen = watched
    removal = {"group": "Engineering", "members": ["user05"], "state": "absent"}
    with Sessions() as sessions:
        for module, options in (
            (group_members, removal),
            (group, {"name": "New", "manager": "user01"}),
            (group_members, removal),
        ):
            module.run(parameters(site, module, **options), False, sessions=sessions)

    assert len(seen) == 8
    assert len({port for port, _cookie in seen}) == 1


def test_a_task_without_sessions_leaves_none_open(watched):
    site, seen = watched
    for _time in range(2):
        params = parameters(site, group_members, group="Engineering", members=[])
        group_members.run(params, False)

    assert len({port for port, _cookie in seen}) == 2


def test_cookies_do_not_outlive_a_task(watched):
    site, seen = watched
    with Sessions() as sessions:
        for _time in range(2):
            params = parameters(site, group_members, group="Engineering", members=["user04"])
            group_members.run(params, False, sessions=sessions)

    assert [cookie for _port, cookie in seen] == [None, "sticky=1"] * 2


def test_another_credential_another_session():
    with Sessions() as sessions:
        one, other = (
            sessions.of(Connection("https://portal.example.com", key), 4)
            for key in ("sk-1", "sk-2")
        )
        again = sessions.of(Connection("https://portal.example.com", "sk-1"), 4)

    assert again is one
    assert other is not one


def test_a_loop_over_many_portals_keeps_a_few_connections_open():
    def watch(session):
        session.close = lambda: closed.append(session)

    closed: list[Any] = []
    with Sessions() as sessions:
        first = Connection("https://portal.example.com", "sk-first")
        kept = []
        for number in range(300):
            kept.append(sessions.of(Connection("https://portal.example.com", f"sk-{number}"), 4))
            for session in kept[-1].by_repeatable.values():
                watch(session)
            if number == 0:
                again = sessions.of(first, 4)
            assert sessions.of(first, 4) is again  # it is used all the time
        before = len(closed)

    still_open = [each.by_repeatable[True] not in closed[:before] for each in kept]
    assert still_open == [False] * (300 - MAX_KEPT + 1) + [True] * (MAX_KEPT - 1)
    assert before == 2 * (300 - MAX_KEPT + 1)
    assert len(closed) == 600


@pytest.mark.parametrize(
    ("base_url", "sent"),
    [
        ("http://b\xfccher.example", "http://xn--bcher-kva.example"),
        ("https://portal.example.com/a%7eb", "https://portal.example.com/a~b"),
        ("https://portal.example.com/../x/./y", "https://portal.example.com/x/y"),
        ("https://PORTAL.example.com:443", "https://portal.example.com:443"),
    ],
)
def test_requests_are_repeated_however_the_address_is_written(portal, naps, base_url, sent):
    for answer in ({"status": 503}, {"json": {"response": "back"}}):
        portal.get(f"{sent}/api/2.0/group/1", **answer)

    with opened(connect(base_url=base_url), read_only=True) as transport:
        assert transport.request("GET", ("group", "1")).response == "back"


@pytest.mark.parametrize(
    ("variables", "trusted"),
    [({}, False), ({"NO_PROXY": "*"}, True), ({"https_proxy": "http://proxy.example.com"}, True)],
)
def test_requests_is_let_look_for_proxies_only_if_the_environment_has_some(
    monkeypatch, variables, trusted
):
    for name in [each for each in os.environ if each.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    with Sessions() as sessions:
        made = sessions.of(connect(), 4).by_repeatable

    assert [session.trust_env for session in made.values()] == [trusted, trusted]


def test_what_may_be_repeated_and_what_may_not_share_as_many_connections_as_are_needed():
    url = "https://portal.example.com"
    with Sessions() as sessions:
        made = sessions.of(Connection(url, "sk-1"), 15)
        adapters: list[Any] = [
            made.by_repeatable[repeatable].get_adapter(url) for repeatable in (True, False)
        ]

    one, other = adapters
    assert one.poolmanager is other.poolmanager
    assert one.proxy_manager is other.proxy_manager
    assert one.poolmanager.connection_pool_kw["maxsize"] == 15
