# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`user_info` only reads, and says why it fails where options or keys do not suffice."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import user_info
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_info.tasks import (
    MIXED,
    failed,
    names,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

# --- options ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other", [{"status": "active"}, {"type": "user"}, {"group": "x"}, {"search": "x"}]
)
def test_users_and_filters_exclude_each_other(other):
    options = {"base_url": "https://portal.example.com", "api_key": "sk-x", "users": ["x"], **other}

    (message,) = validator(user_info).validate(options).error_messages

    assert message == f"parameters are mutually exclusive: users|{next(iter(other))}"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("group", ""),
        ("search", " "),
        ("users", ["user01", " "]),
        ("users", ["a37ee56e-3302-4a7b-b67e-ddbea64cd032"]),
    ],
)
def test_bad_options_are_refused_before_any_request(site, option, value):
    result = failed(site, **{option: value})

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert result["msg"].startswith(option)
    assert site.log() == []


# --- who may ------------------------------------------------------------------------------------


def test_check_mode_reads_the_same(site):
    assert task(site, check_mode=True, group=MIXED) == task(site, group=MIXED)
    assert site.portal.mutations == 0


@pytest.mark.parametrize("key", ["owner accounts:read key", "owner *:read key", "admin key"])
def test_a_key_that_only_reads_suffices(site, key):
    assert len(task(site, key=key, group=MIXED)["users"]) == 5


def test_a_room_administrator_is_not_shown_disabled_people_and_told_so(site):
    result = task(site, key="room admin key", group=MIXED)

    assert names(result) == ["pending01", "user01", "user02"]
    (warning,) = result["warnings"]
    assert warning.startswith(
        "Disabled people and guests are left out, as the owner of api_key, roomadmin@example.org"
        " (Rosa Roomadmin), is a room administrator"
    )
    assert task(site, key="admin key", group=MIXED)["warnings"] == []


@pytest.mark.parametrize(
    "options", [{}, {"all": False}, {"all": True, "status": "active"}, {"all": True, "users": []}]
)
def test_everybody_is_only_listed_where_that_is_said(site, options):
    result = failed(site, **options)

    assert result["failure"] == {"code": "invalid_option", "option": "all", "status": None}
    assert site.log() == []


def test_a_missing_scope_is_named(site):
    result = failed(site, key="owner files:read key", all=True)

    assert result["msg"].startswith(
        'The API key "owner files:read key" lacks the scope accounts:read (it has files:read).'
    )
    assert result["failure"] == {"code": "missing_scope", "status": 403}


@pytest.mark.parametrize(
    ("key", "code"),
    [("user key", "forbidden"), ("guest key", "forbidden"), ("expired owner key", "unauthorized")],
)
@pytest.mark.parametrize("options", [{"all": True}, {"users": ["user02"]}, {"group": MIXED}])
def test_keys_that_do_not(site, key, code, options):
    result = failed(site, key=key, **options)

    assert result["failure"]["code"] == code
    assert site.api_key(key) not in repr(result)
