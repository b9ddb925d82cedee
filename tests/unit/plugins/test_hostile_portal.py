# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a portal answers, it decides neither what is requested next nor how a terminal looks."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group_info,
    group_members,
    user_info,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
)

HR = "10000000-0000-4000-8000-000000000006"
PERSON = {
    "id": "c0000000-0000-4000-8000-000000000001",
    "displayName": "Ada",
    "email": "user01@example.org",
    "userName": "user01",
    "status": 1,
}


def answered(site, module, *rows, **options):
    """What a module makes of a list that a portal gives."""
    site.faults.append(("GET", "/api/2.0/", instead(200, {"response": rows, "total": len(rows)})))
    return module.run(parameters(site, module, **options), True)


@pytest.mark.parametrize(
    "key", ["..", "../../keys", f"{HR}/members", f"{HR}?x=y", "", "a\x1b[2Jb", 5, None]
)
def test_what_is_no_id_goes_into_no_request(site, key):
    with pytest.raises(DocSpaceError, match="does not have the form of the API") as failure:
        answered(
            site, group_members, {"id": key, "name": "x"}, group="x", members=[], state="exact"
        )

    assert failure.value.code == "bad_answer"
    assert not site.log()


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": [1]},
        {"status": {"1": 1}},
        {"groups": 5},
        {"groups": [5]},
        {"groups": {"id": HR}},
        {"id": {}},
    ],
)
def test_people_of_a_wrong_shape_are_a_failure(site, wrong):
    with pytest.raises(DocSpaceError, match="does not have the form of the API"):
        answered(site, user_info, {**PERSON, **wrong}, all=True)


@pytest.mark.parametrize("total", [10**30, 10**9, -1, 1e300, "100", [1]])
def test_a_list_of_an_impossible_length_is_a_failure(site, total):
    answer = {"response": [PERSON] * 100, "total": total}
    site.faults.append(("GET", "/api/2.0/", instead(200, answer)))

    with pytest.raises(DocSpaceError, match="does not have the form of the API"):
        user_info.run(parameters(site, user_info, all=True), True)

    assert not site.log()


@pytest.mark.parametrize(
    "wrong",
    [
        {"membersCount": "5"},
        {"membersCount": [1]},
        {"membersCount": -1},
        {"membersCount": 10**400},
        {"manager": 5},
    ],
)
def test_groups_of_a_wrong_shape_are_a_failure(site, wrong):
    with pytest.raises(DocSpaceError, match="does not have the form of the API"):
        answered(site, group_info, {"id": HR, "name": "x", **wrong}, all=True)


def test_half_a_character_is_replaced(site):
    result = answered(site, user_info, {**PERSON, "displayName": "A\ud800da \U0001f680"}, all=True)

    assert result["users"][0]["display_name"] == "A\ufffdda \U0001f680"
    json.dumps(result, ensure_ascii=False).encode()


@pytest.mark.parametrize("scopes", [["files:read", "\x1b[2J\n"], [5], "x", {"a": 1}, None, []])
def test_the_name_and_the_scopes_of_a_key_are_shown_on_one_line(site, scopes):
    key = {"name": "\x1b[2J\nroot \u202e", "permissions": scopes}
    site.faults.append(("GET", "/keys/@self", instead(200, {"response": key})))

    with pytest.raises(DocSpaceError, match=r"lacks .* scope|has no restriction") as failure:
        user_info.run(parameters(site, user_info, key="owner files:read key", all=True), True)

    assert str(failure.value).isprintable()
