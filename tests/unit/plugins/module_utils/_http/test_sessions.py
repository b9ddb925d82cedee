# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sessions that several tasks share: connections are kept, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.modules import group, group_members
from ansible_collections.onlyoffice.docspace.tests.portal import serve
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
