# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`portal_info` tells what the key may know, and says what would show the rest."""

from __future__ import annotations

from functools import partial

import pytest

from ansible_collections.onlyoffice.docspace.plugins.modules import portal_info
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
SELF = "GET keys/%40self"
#: What everybody may know, whatever the key.
OPEN = ["GET settings", "GET settings/invitationsettings"]
COUNTS = [
    f"GET people/simple/filter?count=1&employeeStatus={status}&employeeType={kind}"
    for kind in (1, 3)
    for status in (1, 4)
]


def task(site, check_mode=False, **options):
    return portal_info.run(parameters(site, portal_info, **options), check_mode)


failed = partial(failure, task)


@pytest.fixture
def limited():
    """A portal with 20 paid seats."""
    state = load_state()
    state["portal"]["seats"] = 20
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


@pytest.mark.parametrize("key", ["owner key", "owner *:read key"])
def test_all_is_told_in_five_requests(limited, key):
    result = task(limited, key=key)

    assert result["version"] == "3.7.2"
    assert result["name_pattern"] == r"^[\p{L}\p{M}' \-]+$"
    assert result["plan"]["options"]["sso"] is True
    assert result["plan"]["options"]["branding"] is False
    assert result["plan"]["limits"]["manager"] == {"used": 3, "allowed": 20}
    assert result["plan"]["limits"]["room"]["allowed"] is None
    assert result["plan"]["user_quotas"] is False
    assert result["seats"] == {"used": 3, "allowed": 20, "unlimited": False}
    assert result["invitations"] == {"members": True, "guests": True, "left": None}
    assert result["key"]["kind"] == "api_key"
    assert result["key"]["name"] == key
    assert result["key"]["unrestricted"] is (key == "owner key")
    assert result["key"]["owner"]["id"] == OWNER
    assert result["key"]["owner"]["type"] == "owner"
    assert result["warnings"] == []
    assert limited.log() == [
        SELF,
        f"GET people/{OWNER}",
        *OPEN,
        "GET portal/payment/quota",
    ]


def test_a_plan_without_limit(site):
    assert task(site)["seats"] == {"used": 3, "allowed": None, "unlimited": True}


def test_a_key_for_accounts_counts_the_seats_and_says_what_it_lacks(site):
    result = task(site, key="owner accounts:read key")

    assert result["plan"] is None
    assert result["version"] == "3.7.2"
    assert result["invitations"]["members"] is True
    assert result["seats"] == {"used": 3, "allowed": None, "unlimited": False}
    assert result["key"]["scopes"] == ["accounts:read"]
    assert result["warnings"] == [
        'The API key "owner accounts:read key" lacks the scope *:read (it has accounts:read), so'
        " that this is not known: plan, seats.allowed. Give it *:read, or no restriction."
    ]
    assert site.log() == [SELF, f"GET people/{OWNER}", *OPEN, *COUNTS]


def test_a_key_that_writes_accounts_counts_the_seats_too(site):
    result = task(site, key="owner accounts:write key")

    assert result["seats"]["used"] == 3
    assert site.log()[-4:] == COUNTS


def test_a_key_for_files_learns_what_it_is(site):
    result = task(site, key="owner files:read key")

    assert result["seats"] is None
    assert result["key"]["scopes"] == ["files:read"]
    (warning,) = result["warnings"]
    assert "not known: plan, seats. Give it" in warning
    assert site.log() == [SELF, f"GET people/{OWNER}", *OPEN]


def test_an_administrator_is_told_the_same(site):
    result = task(site, key="admin key")

    assert result["key"]["owner"]["type"] == "docspace_admin"
    assert result["warnings"] == []


@pytest.mark.parametrize(
    ("key", "plan_is_known"), [("room admin key", True), ("user key", True), ("guest key", False)]
)
def test_what_somebody_may_not_know_is_null(site, key, plan_is_known):
    result = task(site, key=key)

    assert (result["plan"] is not None) is plan_is_known
    if key != "room admin key":
        assert result["seats"] is None
        (warning,) = result["warnings"]
        assert "seats" in warning
        assert warning.endswith("Use the key of the owner or of a DocSpace administrator.")


def test_how_many_may_be_invited(site):
    told = {"response": {"version": "3.8", "userNameRegex": "", "invitationLimit": 100}}
    site.faults.append(("GET", "/api/2.0/settings", instead(200, told)))

    result = task(site)

    assert result["invitations"]["left"] == 100
    assert result["version"] == "3.8"
    assert result["name_pattern"] is None


def test_no_limit_may_be_a_large_number(site):
    told = {"response": {"version": "3.8", "invitationLimit": 2**31 - 1}}
    site.faults.append(("GET", "/api/2.0/settings", instead(200, told)))

    assert task(site)["invitations"]["left"] is None


def test_an_access_token(site):
    state = load_state()
    state["api_keys"][0]["key"] = "token"
    made = Site(state)
    with serve(made) as made.base_url:
        made.faults.append(("GET", "self", instead(401, {"error": {"message": "x"}})))

        result = task(made)

        assert result["key"]["kind"] == "access_token"
        assert result["key"]["scopes"] == []
        assert result["key"]["owner"]["id"] == OWNER
        assert result["seats"] == {"used": 3, "allowed": None, "unlimited": True}


@pytest.mark.parametrize("path", [f"people/{OWNER}", "payment/quota", "settings"])
def test_a_refusal_that_the_key_does_not_explain_is_a_failure(site, path):
    site.faults.append(("GET", path, instead(403, "")))

    assert failed(site)["failure"]["code"] == "forbidden"


def test_a_portal_that_fails_is_a_failure(site):
    for _attempt in range(9):
        site.faults.append(("GET", "/payment/quota", instead(500, {"error": {"message": "x"}})))

    assert failed(site)["failure"]["code"] == "server_error"


def test_check_mode_reads_the_same(site):
    assert task(site, check_mode=True) == task(site)


def test_a_key_that_nobody_has(site):
    assert failed(site, key="expired owner key")["failure"]["code"] == "unauthorized"
