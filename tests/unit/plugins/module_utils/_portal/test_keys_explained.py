# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A key that is refused without a reason is explained; what is known of the request is kept."""

from __future__ import annotations

from typing import Any, cast

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import (
    Answer,
    Transport,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.keys import (
    Keys,
    explain_scope,
    scope_of,
)


class KeyDesk:
    """As much of a transport as tells about the key."""

    def __init__(self, key: Any) -> None:
        self._key = key
        self.asked: list[Any] = []

    def request(self, *request):
        self.asked.append(request)
        if isinstance(self._key, RequestError):
            raise self._key
        return Answer(self._key)


def explained(key, method="GET", may_be_done=False, path=("group",)):
    refusal = RequestError("Refused.", "missing_scope", 403, may_be_done)
    desk = KeyDesk(key)
    made = explain_scope(Keys(cast(Transport, desk)), refusal, method, path)
    assert desk.asked == [("GET", ("keys", "@self"), {"fields": "id,name,permissions,createBy.id"})]
    return refusal, made


@pytest.mark.parametrize("may_be_done", [True, False])
@pytest.mark.parametrize(
    ("method", "needed"),
    [("GET", "accounts:read"), ("PUT", "accounts:write"), ("DELETE", "accounts:write")],
)
def test_the_scope_that_is_missing_is_named(method, needed, may_be_done):
    key = {"name": "Ansible\n", "permissions": ["files:read", "rooms:read"]}

    _refusal, error = explained(key, method, may_be_done)

    assert str(error) == (
        f'The API key "Ansible\ufffd" lacks the scope {needed} (it has files:read, rooms:read).'
        " Give it accounts:read and accounts:write, or no restriction."
    )
    assert (error.code, error.status) == ("missing_scope", 403)
    assert error.may_be_done is may_be_done


@pytest.mark.parametrize(
    ("method", "path", "needed"),
    [
        ("GET", ("people", "filter"), "accounts:read"),
        ("POST", ("people", "invite"), "accounts:write"),
        ("GET", ("files", "rooms"), "rooms:read"),
        ("PUT", ("files", "rooms", "2", "share"), "rooms:write"),
        ("POST", ("files", "owner"), "files:write"),
        ("GET", ("portal", "payment", "quota"), "*:read"),
        ("PUT", ("security", "activeconnections", "logoutall", "x"), "*:write"),
    ],
)
def test_each_area_of_the_portal_has_scopes_of_its_own(method, path, needed):
    assert scope_of(method, path) == needed


def test_a_scope_of_another_area_is_named_alone():
    key = {"name": "Ansible", "permissions": ["accounts:read", "accounts:write"]}

    _refusal, error = explained(key, "GET", path=("files", "rooms"))

    assert str(error) == (
        'The API key "Ansible" lacks the scope rooms:read (it has accounts:read, accounts:write).'
        " Give it rooms:read, or no restriction."
    )


@pytest.mark.parametrize("may_be_done", [True, False])
@pytest.mark.parametrize("scopes", [None, [], ["*"], ["files:read", "*"]])
def test_a_key_without_restriction_was_refused_for_another_reason(scopes, may_be_done):
    _refusal, error = explained({"name": "Ansible", "permissions": scopes}, "PUT", may_be_done)

    assert str(error) == (
        'The request was refused without a reason (403), and the API key "Ansible" has no'
        " restriction; try again, and look for something between here and the portal."
    )
    assert (error.code, error.status) == ("forbidden", 403)
    assert error.may_be_done is may_be_done


@pytest.mark.parametrize("key", [RequestError("No.", "server_error", 500), "Ansible"])
def test_a_key_that_is_not_told_leaves_the_refusal_as_it_is(key):
    refusal, error = explained(key)

    assert error is refusal


def refused_as_unavailable(key):
    refusal = RequestError("Moved.", "portal_unavailable", 403, may_be_done=False)
    desk = cast("Transport", KeyDesk(key))
    return refusal, explain_scope(Keys(desk), refusal, "GET", ("files", "rooms"))


def test_some_calls_refuse_a_key_for_its_scopes_as_a_portal_does_that_is_moved():
    key = {"name": "Ansible", "permissions": ["accounts:read"]}

    _refusal, error = refused_as_unavailable(key)

    assert error.code == "missing_scope"
    assert "lacks the scope rooms:read" in str(error)


@pytest.mark.parametrize("scopes", [[], ["rooms:read"], ["*:read"], ["rooms:write"]])
def test_a_key_that_has_the_scope_is_not_why(scopes):
    refusal, error = refused_as_unavailable({"name": "Ansible", "permissions": scopes})

    assert error is refusal
