# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`portal` makes people and groups as they are to be: one plan, one order."""

from __future__ import annotations

import yaml

from ansible_collections.onlyoffice.docspace.plugins.modules import export
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.portal.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
    request,
)

HANNA = {"user": "hanna@example.org", "type": "user"}
PAGE = "GET people/filter?count=100&startIndex=0"
LISTS = {
    "users": [HANNA, {"user": "user09", "state": "disabled"}],
    "groups": [
        {"name": "Design", "add": ["hanna@example.org"]},
        {"name": "Newcomers", "members": ["hanna@example.org", "user01"]},
    ],
}


def rows(result, *keys):
    return [tuple(row[key] for key in keys) for row in result["groups"]]


def test_new_people_are_in_their_groups_after_one_task(site):
    result = task(site, **LISTS)

    assert [row["done"] for row in result["users"]] == [["invited"], ["disabled"]]
    assert rows(result, "name", "action") == [("Design", "changed"), ("Newcomers", "created")]
    assert {"user01"} < site.members(site.group("Newcomers")["id"])
    assert result["summary"] == {
        "users": {"created": 1, "changed": 0, "disabled": 1, "unchanged": 0, "failed": 0},
        "groups": {"created": 1, "changed": 1, "deleted": 0, "unchanged": 0, "failed": 0},
    }


def test_a_preview_says_what_the_real_run_does(site):
    preview = task(site, check_mode=True, **LISTS)
    assert not [line for line in site.log() if not line.startswith("GET")]
    real = task(site, **LISTS)

    assert preview["summary"] == real["summary"]
    assert preview["diff"] == real["diff"]
    assert rows(preview, "name", "action", "changed") == rows(real, "name", "action", "changed")


def test_a_second_run_reads_people_once_and_writes_nothing(site):
    task(site, **LISTS)
    site.portal.reset_log()

    again = task(site, **LISTS)

    assert not again["changed"]
    assert again["requests"] == {"read": 3, "write": 0}
    assert site.log() == [
        PAGE,
        "GET group?count=100&filterValue=Design&startIndex=0",
        "GET group?count=100&filterValue=Newcomers&startIndex=0",
    ]


def test_everything_that_stands_in_the_way_is_told_at_once_before_any_write(site):
    result = failed(
        site,
        users=[HANNA, {"user": "admin", "state": "disabled"}],
        groups=[{"name": "Twins"}, {"name": "Design", "add": ["hanna@example.org"]}],
    )

    codes = [each["code"] for each in result["failure"]["problems"]]
    assert "group_ambiguous" in codes
    assert len(codes) == 2
    assert not result["changed"]
    assert not [line for line in site.log() if not line.startswith("GET")]


def test_after_a_failure_of_accounts_no_group_is_begun(site):
    site.faults += [("POST", "people/invite", instead(500))] * 9

    result = failed(site, **LISTS)

    assert "Not begun: groups." in result["msg"]
    assert result["changed"]  # somebody was disabled before
    assert "groups" not in result
    assert result["summary"]["users"]["failed"] == 1


def test_what_cannot_be_planned_again_is_told_with_what_was_done(site):
    def make_a_twin(portal):
        body = {"groupName": "Design", "members": []}
        request(portal, "POST", "group", body, site.api_key())

    site.faults.append(("POST", "people/invite", before(make_a_twin)))

    result = failed(site, users=[HANNA], groups=[{"name": "Design", "add": ["hanna@example.org"]}])

    assert result["msg"].startswith(
        "What comes first is as desired now. The rest could not be planned again"
    )
    assert result["failure"]["code"] == "group_ambiguous"
    assert result["changed"]
    assert [row["done"] for row in result["users"]] == [["invited"]]


def test_leavers_are_left_out_of_all_lists(site):
    result = task(
        site,
        users=[{"user": "user05", "type": "room_admin"}],
        groups=[{"name": "Design", "add": ["user05"]}],
        leavers=["user05"],
    )

    assert not result["changed"]
    assert len(result["warnings"]) == 2


def test_a_wrong_limit_names_where_it_is(site):
    for option, limit in (("users_options", "max_disables"), ("groups_options", "max_removals")):
        result = failed(site, users=[], groups=[], **{option: {limit: "few"}})

        assert result["msg"].startswith(f"{option}, {limit}: 'few' is neither")
    assert site.log() == []


def test_two_thousand_people_and_two_hundred_groups_take_24_requests(many, tmp_path):
    path = tmp_path / "portal.yml"
    export.run(parameters(many, export, path=str(path)), False)
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    many.portal.reset_log()

    result = task(many, users=lists["docspace_people"], groups=lists["docspace_groups"])

    assert not result["changed"]
    assert result["requests"] == {"read": 3 + 21, "write": 0}
