# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` says what an API key lacks that does not suffice."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    ENGINEERING,
    failed,
    task,
)


@pytest.mark.parametrize(
    ("key", "needed", "has"),
    [
        ("owner accounts:write key", "accounts:read", "accounts:write"),
        ("owner accounts:read key", "accounts:write", "accounts:read"),
        ("owner files:read key", "accounts:read", "files:read"),
    ],
)
def test_a_missing_scope_is_named(site, key, needed, has):
    result = failed(site, ["user05"], state="absent", key=key)

    assert result["msg"].startswith(f'The API key "{key}" lacks the scope {needed} (it has {has}).')
    assert result["failure"] == {"code": "missing_scope", "status": 403}
    assert not result["changed"]


@pytest.mark.parametrize("key", ["owner accounts:read+write key", "owner *:write key", "admin key"])
def test_keys_that_suffice(site, key):
    assert task(site, ["user05"], state="absent", key=key)["changed"]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("expired owner key", "unauthorized"),
        ("deactivated owner key", "unauthorized"),
        ("disabled user key", "unauthorized"),
        ("user key", "forbidden"),
        ("guest key", "forbidden"),
    ],
)
def test_keys_that_do_not(site, key, code):
    assert failed(site, ["user05"], key=key)["failure"]["code"] == code


def test_a_bearer_prefix_changes_nothing(site):
    assert task(site, ["user05"], state="absent", api_key=f"Bearer {site.api_key()}")["changed"]


def test_a_key_that_cannot_be_explained_is_still_said_to_lack_a_scope(site):
    site.faults.append(("GET", "/keys/@self", instead(500)))

    result = failed(site, ["user05"], key="owner files:read key")

    assert result["failure"] == {"code": "missing_scope", "status": 403}
    assert "Give it accounts:read and accounts:write" in result["msg"]


@pytest.mark.parametrize("scopes", [[], ["*"]])
def test_a_key_without_restriction_is_not_said_to_lack_a_scope(site, scopes):
    key = next(each for each in site.state["api_keys"] if each["name"] == "owner key")
    key["permissions"] = scopes
    site.__post_init__()
    site.faults.append(("GET", f"group/{ENGINEERING}", instead(403)))

    result = failed(site, ["user05"])

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert 'the API key "owner key" has no restriction' in result["msg"]
