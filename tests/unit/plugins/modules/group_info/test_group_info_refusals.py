# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_info` only reads, and says why it fails where options, keys or answers do not suffice."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_info.tasks import (
    DESIGN,
    EMPTY,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

# --- options ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"group": "Design", "search": "x"},
        {"group": "Design", "member": "x"},
        {"group": "Design", "manager": "x"},
        {"member": "x", "manager": "x"},
    ],
)
def test_options_exclude_each_other(options):
    connection = {"base_url": "https://portal.example.com", "api_key": "sk-x"}

    (message,) = validator(group_info).validate({**connection, **options}).error_messages

    assert message == f"parameters are mutually exclusive: {'|'.join(options)}"


@pytest.mark.parametrize("option", ["group", "search", "member", "manager"])
def test_an_option_without_content_is_refused_before_any_request(site, option):
    result = failed(site, **{option: " "})

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert result["msg"].startswith(f"{option}: ")
    assert site.log() == []


@pytest.mark.parametrize(
    "options",
    [{}, {"members": True}, {"all": True, "group": "Design"}, {"all": True, "search": "x"}],
)
def test_all_groups_are_only_listed_where_that_is_said(site, options):
    result = failed(site, **options)

    assert result["failure"] == {"code": "invalid_option", "option": "all", "status": None}
    assert site.log() == []


# --- who may, and what goes wrong ---------------------------------------------------------------


def test_check_mode_reads_the_same(site):
    assert task(site, check_mode=True, all=True, members=True) == task(site, all=True, members=True)
    assert site.portal.mutations == 0


@pytest.mark.parametrize("key", ["owner accounts:read key", "owner *:read key", "admin key"])
def test_a_key_that_only_reads_suffices(site, key):
    assert len(task(site, key=key, member="user01", members=True)["groups"]) == 3


@pytest.mark.parametrize("options", [{"group": EMPTY}, {"all": True}])
def test_members_are_not_told_with_a_key_that_does_not_see_all_of_them(site, options):
    result = failed(site, key="room admin key", members=True, **options)

    assert result["failure"] == {"code": "hidden_people", "status": None}
    assert "is a room administrator, and does not see people who are disabled" in result["msg"]
    assert task(site, key="room admin key", **options)["groups"]


def test_a_missing_scope_is_named(site):
    result = failed(site, key="owner accounts:write key", all=True)

    assert result["msg"].startswith(
        'The API key "owner accounts:write key" lacks the scope accounts:read'
    )
    assert result["failure"] == {"code": "missing_scope", "status": 403}


@pytest.mark.parametrize(
    ("key", "code"),
    [("user key", "forbidden"), ("guest key", "forbidden"), ("expired owner key", "unauthorized")],
)
@pytest.mark.parametrize("options", [{"all": True}, {"group": DESIGN}, {"member": "user01"}])
def test_keys_that_do_not(site, key, code, options):
    result = failed(site, key=key, **options)

    assert result["failure"]["code"] == code
    assert site.api_key(key) not in repr(result)


def test_a_page_that_cannot_be_read_fails_the_task(site):
    site.faults.append(("GET", "people/filter", instead(500)))

    assert failed(site, all=True, members=True)["failure"] == {
        "code": "server_error",
        "status": 500,
    }


@pytest.mark.parametrize("options", [{"all": True}, {"group": DESIGN}, {"member": "user01"}])
def test_a_portal_with_two_managers_in_a_group_is_recognised(site, options):
    # As recorded in tests/recorded/concurrency.jsonl.
    error = {
        "message": "Sequence contains more than one element.",
        "type": "System.InvalidOperationException",
        "stack": "<server stack trace>",
    }
    site.faults.append(("GET", "", instead(403, {"error": error, "status": 1})))

    result = failed(site, **options)

    assert result["failure"] == {"code": "two_managers", "status": 403}
    assert "a group with two managers" in result["msg"]
    assert "Delete this group by its id" in result["msg"]
    assert "stack" not in result["msg"]


def test_an_insecure_connection_is_warned_about(site):
    assert "validate_certs" in task(site, validate_certs=False, all=True)["warnings"][0]
