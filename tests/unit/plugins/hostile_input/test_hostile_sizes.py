# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""However much the options hold, a task ends soon, with few requests and few words."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group,
    group_info,
    group_members,
    memberships,
    user_info,
    user_status,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import (
    ENGINEERING,
    KEY,
    USER05,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.witness import (
    LONGEST_OF_OPTION,
    Witness,
    assert_clean,
    assert_readable,
    outcome,
)

HUGE, CROWD = 10**6, 10**5


@pytest.mark.parametrize(
    ("module", "option", "others"),
    [
        (group, "name", {}),
        (group, "id", {"state": "absent"}),
        (group, "new_name", {"id": ENGINEERING}),
        (group, "manager", {"name": "HR"}),
        (group_info, "group", {}),
        (group_info, "search", {}),
        (group_info, "member", {}),
        (group_info, "manager", {}),
        (group_members, "group", {"members": []}),
        (group_members, "max_removals", {"group": "HR", "members": []}),
        (memberships, "max_removals", {"groups": []}),
        (memberships, "max_removals_total", {"groups": []}),
        (user_info, "group", {}),
        (user_info, "search", {}),
        (user_info, "base_url", {"all": True}),
        (user_info, "api_key", {"all": True}),
        (user_info, "ca_path", {"all": True}),
        (user_info, "client_cert", {}),
        (user_info, "client_key", {"client_cert": __file__}),
    ],
)
def test_a_text_of_a_million_characters_is_refused(site, module, option, others):
    for part in ("x", "1", ".", "/", "@x", "\u202e", "\U0001f680", "{{", "\n"):
        text = f"x{part * (HUGE // len(part))}x"
        refused(site, module, option, {**others, option: text})


@pytest.mark.parametrize(
    ("module", "option", "given"),
    [
        (group, "members", lambda text: {"name": "New", "members": {"add": ["user05", text]}}),
        (group_members, "members", lambda text: {"group": "HR", "members": ["user05", text]}),
        (user_info, "users", lambda text: {"users": [text]}),
        (user_status, "users", lambda text: {"users": [text], "status": "disabled"}),
        (memberships, "groups", lambda text: {"groups": [{"group": text, "add": []}]}),
        (
            memberships,
            "groups",
            lambda text: {"groups": [{"group": "HR", "add": [text]}]},
        ),
    ],
)
def test_so_is_one_in_a_list(site, module, option, given):
    refused(site, module, option, given("x" * HUGE))


def refused(site: Witness, module: Any, option: str, given: dict[str, Any]) -> None:
    """The option is refused by name, in few words, and nothing is asked of the portal."""
    failure = outcome(module, {"base_url": site.base_url, "api_key": KEY, **given}, False)

    assert isinstance(failure, DocSpaceError)
    assert failure.code == "invalid_option"
    assert str(failure).startswith(option)
    assert_clean(str(failure), LONGEST_OF_OPTION)
    assert not site.headers


#: Everybody twice is still the same people, and none of the strangers exists.
REPEATED = ["user05", "USER05@example.org", f"{{{USER05}}}", "user06"] * (CROWD // 4)
STRANGERS = [f"stranger{number}@example.net" for number in range(CROWD)]


@pytest.mark.parametrize(
    ("module", "given", "people"),
    [
        (group, {"name": "New", "members": {"add": REPEATED}}, ["added"]),
        (group_members, {"group": "Empty group", "members": REPEATED}, ["added"]),
        (
            group_members,
            {"group": "Empty group", "members": REPEATED, "state": "exact"},
            ["members"],
        ),
        (
            memberships,
            {"groups": [{"group": "Empty group", "add": REPEATED}]},
            ["groups", 0, "added"],
        ),
        (user_info, {"users": REPEATED}, ["users"]),
        (user_status, {"users": REPEATED, "status": "disabled"}, ["users"]),
    ],
)
def test_a_hundred_thousand_references_to_two_people(site, module, given, people):
    result = outcome(module, {"base_url": site.base_url, "api_key": KEY, **given}, False)

    assert not isinstance(result, DocSpaceError), result
    found: Any = result
    for key in people:
        found = found[key]
    assert {"user05@example.org", "user06@example.org"} == {person["email"] for person in found}
    assert len(site.headers) < 10
    assert_readable(result)


@pytest.mark.parametrize(
    ("module", "given", "choice"),
    [
        (group_members, {"group": "HR", "members": STRANGERS}, "unknown_members"),
        (memberships, {"groups": [{"group": "HR", "add": STRANGERS}]}, "unknown_users"),
        (user_status, {"users": STRANGERS, "status": "disabled"}, "unknown_users"),
    ],
)
def test_a_hundred_thousand_strangers(site, module, given, choice):
    given = {"base_url": site.base_url, "api_key": KEY, **given}

    failure = outcome(module, {**given, choice: "fail"}, False)
    warned = outcome(module, {**given, choice: "warn"}, False)
    ignored = outcome(module, {**given, choice: "ignore"}, False)

    assert isinstance(failure, DocSpaceError)
    assert_clean(str(failure))
    assert "99990 more" in str(failure)
    assert not isinstance(warned, DocSpaceError)
    assert not isinstance(ignored, DocSpaceError)
    assert warned["unknown"] == ignored["unknown"] == STRANGERS
    assert 2 <= len(warned["warnings"]) <= 20
    assert_readable(warned)
    assert not ignored["warnings"]
    assert len(site.headers) < 30
    assert not site.portal.mutations


def test_ten_thousand_groups_that_there_are_not(site):
    entries = [{"group": f"Group {number}", "add": []} for number in range(10**4)]

    failure = outcome(
        memberships, {"base_url": site.base_url, "api_key": KEY, "groups": entries}, False
    )

    assert isinstance(failure, DocSpaceError)
    assert_clean(str(failure))
    assert len(failure.details["problems"]) == len(entries)
    assert len(site.headers) < 10
