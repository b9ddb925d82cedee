# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sessions that several tasks share: connections are kept, and nothing else is."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.modules import group, group_members
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, parameters


@pytest.fixture
def watched():
    """A portal, and the client's port of each request to it."""
    site = Site()
    ports = []

    def watching(environ, start_response):
        ports.append(environ["REMOTE_PORT"])

        def with_cookie(status, headers, *more):
            assert "HTTP_COOKIE" not in environ
            return start_response(status, [*headers, ("Set-Cookie", "sticky=1")], *more)

        return site(environ, with_cookie if environ["REQUEST_METHOD"] == "PUT" else start_response)

    with serve(watching) as site.base_url:
        yield site, ports


def test_tasks_share_one_connection_whether_they_read_or_write(watched):
    site, ports = watched
    removal = {"group": "Engineering", "members": ["user05"], "state": "absent"}
    with Sessions() as sessions:
        for module, options in (
            (group_members, removal),
            (group, {"group": "New", "manager": "user01"}),
            (group_members, removal),
        ):
            module.run(parameters(site, module, **options), False, sessions=sessions)

    assert len(ports) == 8
    assert len(set(ports)) == 1


def test_a_task_without_sessions_leaves_none_open(watched):
    site, ports = watched
    for _time in range(2):
        params = parameters(site, group_members, group="Engineering", members=[])
        group_members.run(params, False)

    assert len(set(ports)) == 2


def test_cookies_do_not_outlive_a_task(watched):
    site, _ports = watched
    addition = {"group": "Engineering", "members": ["user01"]}
    with Sessions() as sessions:
        for state in ("present", "absent"):
            params = parameters(site, group_members, **addition, state=state)
            group_members.run(params, False, sessions=sessions)

    assert site.members(site.group("Engineering")["id"]) == {"user04", "user05", "user06", "user07"}


def test_another_credential_another_session():
    with Sessions() as sessions:
        one, other = (
            sessions.of(Connection("https://portal.example.com", key), 4)
            for key in ("sk-1", "sk-2")
        )
        again = sessions.of(Connection("https://portal.example.com", "sk-1"), 4)

    assert again is one
    assert other is not one
