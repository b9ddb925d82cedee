# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal says of the key that a task uses, and what such a key opens."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.key import Key
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead


def current(site, key="owner key"):
    with open_portal(Connection(site.base_url, site.api_key(key)), read_only=True) as portal:
        return portal.keys.current(), portal.keys.current()


@pytest.mark.parametrize(
    ("name", "owner", "scopes"),
    [
        ("owner key", "66faa6e4-f133-11ea-b126-00ffeec8b4ef", ()),
        ("owner null-permissions key", "66faa6e4-f133-11ea-b126-00ffeec8b4ef", ()),
        ("room admin key", "b0000000-0000-4000-8000-000000000001", ()),
        ("owner files:read key", "66faa6e4-f133-11ea-b126-00ffeec8b4ef", ("files:read",)),
    ],
)
def test_every_key_is_told_by_one_request_for_few_properties(site, name, owner, scopes):
    first, again = current(site, name)

    assert first == again
    assert (first.name, first.scopes, first.owner_id) == (name, scopes, owner)
    assert first.id
    (asked,) = site.portal.requests
    assert (asked.method, asked.path) == ("GET", "/api/2.0/keys/%40self")
    assert asked.query == "fields=id%2Cname%2Cpermissions%2CcreateBy.id"


@pytest.mark.parametrize("answer", [(401, ""), (404, "")])
def test_a_session_of_a_person_is_no_key(site, answer):
    site.faults.append(("GET", "/keys/@self", instead(*answer), 1, 2))

    assert current(site) == (None, None)


@pytest.mark.parametrize("answer", [(500, ""), (200, {"response": {"createBy": {"id": "x"}}})])
def test_what_is_no_answer_is_a_failure(site, answer):
    site.faults.append(("GET", "/keys/@self", instead(*answer)))

    with pytest.raises(RequestError):
        current(site)


@pytest.mark.parametrize(
    ("scopes", "reads", "writes"),
    [
        ((), True, True),
        (("*",), True, True),
        (("files:read", "*"), True, True),
        (("*:write",), True, True),
        (("*:read",), True, False),
        (("accounts:read",), True, False),
        (("accounts:write",), False, True),
        (("accounts:read", "accounts:write"), True, True),
        (("files:read", "rooms:write"), False, False),
    ],
)
def test_the_scopes_of_a_key_tell_what_it_opens(site, scopes, reads, writes):
    key = Key("Ansible", scopes)

    assert (key.opens("accounts:read"), key.opens("accounts:write")) == (reads, writes)


@pytest.mark.parametrize(
    ("scopes", "opened"),
    [
        (("rooms:write",), {"rooms:read", "rooms:write"}),
        (("files:write",), {"files:write"}),
        (("*:read",), {"rooms:read", "files:read", "*:read"}),
        (("accounts:read", "accounts:write"), set()),
    ],
)
def test_a_scope_opens_its_own_area_only(scopes, opened):
    asked = ("rooms:read", "rooms:write", "files:read", "files:write", "*:read", "*:write")

    assert {each for each in asked if Key("Ansible", scopes).opens(each)} == opened
