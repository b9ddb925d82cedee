# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which groups `group_info` finds, what it tells of them, and how few requests it takes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _transport
from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
    validator,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
ACCOUNTING, DESIGN, ENGINEERING, MIXED, EMPTY = map(GROUP.format, (1, 3, 4, 14, 15))
TWINS = [GROUP.format(11), GROUP.format(12)]

ALL_GROUPS = "GET group?count=100&startIndex=0"
DIRECTORY = "GET people/filter?count=100&startIndex=0"


def task(site, check_mode=False, **options):
    return group_info.run(parameters(site, group_info, **options), check_mode)


def failed(site, **options):
    """The failed task's result."""
    with pytest.raises(DocSpaceError) as raised:
        task(site, **options)
    return raised.value.result()


def names(result):
    return [group["name"] for group in result["groups"]]


def emails(group):
    return [person["email"] for person in group["members"]]


def members_of(group):
    return f"GET people/filter?count=100&groupId={group}&startIndex=0"


# --- which groups -------------------------------------------------------------------------------


def test_without_filter_all_groups_come_sorted_in_one_request(site):
    result = task(site)

    assert names(result) == sorted(names(result), key=str.lower)
    assert len(names(result)) == 15
    assert [group["id"] for group in result["groups"] if group["name"] == "Twins"] == TWINS
    assert site.log() == [ALL_GROUPS]
    assert result["requests"] == {"read": 1, "write": 0}
    assert not result["changed"]
    assert "diff" not in result


def test_a_group_by_id_is_one_request(site):
    result = task(site, group=DESIGN)

    assert result["groups"] == [
        {
            "id": DESIGN,
            "name": "Design",
            "manager": {
                "id": USER.format(3),
                "display_name": "Cleo User03",
                "email": "user03@example.org",
                "status": "active",
            },
            "ldap": False,
            "size": 3,
        }
    ]
    assert site.log() == [f"GET group/{DESIGN}?includeMembers=false"]


def test_an_id_in_another_notation(site):
    assert names(task(site, group_id=f"{{{DESIGN}}}")) == ["Design"]


def test_a_group_by_name_is_one_request(site):
    result = task(site, group="Böhm & Söhne")

    assert names(result) == ["Böhm & Söhne"]
    assert site.log() == ["GET group?count=100&filterValue=Böhm & Söhne&startIndex=0"]


def test_an_ambiguous_name_gives_both_groups(site):
    assert [group["id"] for group in task(site, group="Twins")["groups"]] == TWINS


@pytest.mark.parametrize("group", ["engineering", "Engineer", GROUP.format(99), "Everyone"])
@pytest.mark.parametrize("members", [True, False])
def test_a_group_that_is_not_there_is_an_empty_list_and_one_request(site, group, members):
    result = task(site, group=group, members=members)

    assert (result["groups"], result["unknown"]) == ([], [])
    assert result["requests"]["read"] == 1


def test_a_system_group_is_found_by_its_id(site):
    for name, group_id in site.state["system_groups"].items():
        assert names(task(site, group=group_id)) == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BOHM", ["Böhm & Söhne"]),
        ("  twin ", ["Twins", "Twins"]),
        ("in", ["Accounting", "Engineering", "Finance", "Marketing", "Twins", "Twins"]),
        ("%", []),
    ],
)
def test_search_is_the_portals_and_one_request(site, text, found):
    result = task(site, search=text)

    assert names(result) == found
    assert site.log() == [f"GET group?count=100&filterValue={text}&startIndex=0"]


@pytest.mark.parametrize(
    ("person", "look_up", "person_id", "found"),
    [
        ("USER01@example.org", "people/email?email=USER01@example.org", USER.format(1),
         ["Accounting", "Mixed states", "Twins"]),
        (USER.format(12), f"people/{USER.format(12)}", USER.format(12), []),
        ("disabled01", "people/disabled01", "e0000000-0000-4000-8000-000000000001",
         ["Mixed states"]),
        ("pending01", "people/pending01", "d0000000-0000-4000-8000-000000000001",
         ["Mixed states"]),
    ],
)  # fmt: skip
def test_the_groups_of_a_member_are_two_requests_whatever_the_status(
    site, person, look_up, person_id, found
):
    result = task(site, member=person)

    assert names(result) == found
    assert result["unknown"] == []
    assert site.log() == [
        f"GET {look_up}",
        f"GET group?count=100&startIndex=0&userId={person_id}",
    ]


def test_the_groups_of_a_manager_are_two_requests(site):
    result = task(site, manager="user01")

    assert names(result) == ["Accounting", "Mixed states"]
    assert site.log() == [
        "GET people/user01",
        f"GET group?count=100&manager=true&startIndex=0&userId={USER.format(1)}",
    ]


def test_search_narrows_the_groups_of_a_person(site):
    assert names(task(site, member="user01", search="t")) == [
        "Accounting", "Mixed states", "Twins"
    ]  # fmt: skip
    assert names(task(site, manager="user01", search="mixed")) == ["Mixed states"]
    assert site.log()[-1] == (
        f"GET group?count=100&filterValue=mixed&manager=true&startIndex=0&userId={USER.format(1)}"
    )


@pytest.mark.parametrize("option", ["member", "manager"])
@pytest.mark.parametrize(
    "nobody",
    ["left@example.org", "ghost", USER.format(99), "00000000-0000-0000-0000-000000000000"],
)
def test_somebody_unknown_is_told_and_has_no_groups(site, option, nobody):
    result = task(site, members=True, **{option: nobody})

    assert (result["groups"], result["unknown"]) == ([], [nobody])
    assert result["requests"] == {"read": 1, "write": 0}


def test_all_pages_are_read(site):
    site.state["groups"] += [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"Project {number:03}",
         "manager": None, "members": [USER.format(12)], "ldap": False}
        for number in range(190)
    ]  # fmt: skip
    site.__post_init__()

    assert len(task(site)["groups"]) == 205
    assert site.log() == [f"GET group?count=100&startIndex={start}" for start in (0, 100, 200)]
    assert len(task(site, search="project")["groups"]) == 190
    result = task(site, member="user12")
    assert len(result["groups"]) == 190
    assert result["requests"]["read"] == 1 + 2


# --- members ------------------------------------------------------------------------------------


def test_members_are_listed_hidden_ones_too_with_one_more_request(site):
    result = task(site, group="Mixed states", members=True)

    (group,) = result["groups"]
    assert emails(group) == [
        "disabled01@example.org",
        "disabled02@example.org",
        "pending01@example.org",
        "user01@example.org",
        "user02@example.org",
    ]
    assert group["members"][0] == {
        "id": "e0000000-0000-4000-8000-000000000001",
        "display_name": "Dora1 Disabled",
        "email": "disabled01@example.org",
        "status": "disabled",
    }
    assert group["size"] == 3
    assert site.log() == [
        "GET group?count=100&filterValue=Mixed states&startIndex=0",
        members_of(MIXED),
    ]


def test_members_are_left_out_unless_asked_for(site):
    assert "members" not in task(site, group=MIXED)["groups"][0]


def test_a_group_without_members_has_an_empty_list(site):
    assert task(site, group=EMPTY, members=True)["groups"][0]["members"] == []


def test_members_of_twins_are_kept_apart(site):
    groups = task(site, group="Twins", members=True)["groups"]

    assert [emails(group) for group in groups] == [["user01@example.org"], ["user02@example.org"]]
    assert site.log()[1:] == [members_of(TWINS[0]), members_of(TWINS[1])]


def test_members_of_many_groups_come_from_the_directory(site):
    result = task(site, members=True)

    assert site.log() == [ALL_GROUPS, DIRECTORY]
    told = {group["id"]: set(emails(group)) for group in result["groups"]}
    mail = {user["id"]: user["email"] for user in site.state["users"]}
    assert told == {
        group["id"]: {mail[key] for key in group["members"]} for group in site.state["groups"]
    }


def test_five_pages_of_members_are_read_group_by_group(site):
    site.state["groups"] = site.state["groups"][:5]
    site.__post_init__()

    task(site, members=True)

    assert site.log()[1:] == [members_of(GROUP.format(number)) for number in range(1, 6)]


def test_a_sixth_group_makes_it_the_directory_even_without_members(site):
    site.state["groups"] = [*site.state["groups"][:5], site.state["groups"][-1]]
    site.__post_init__()

    assert emails(task(site, members=True)["groups"][3]) == []
    assert site.log()[1:] == [DIRECTORY]


@pytest.mark.parametrize(
    ("group", "reads"), [("Group of 250", 1 + 3), ("Group of 1000", 1 + 1 + 10)]
)
def test_members_of_large_groups_are_read_by_pages(big_site, group, reads):
    result = task(big_site, group=group, members=True)

    assert len(result["groups"][0]["members"]) == int(group.split()[-1])
    assert result["requests"]["read"] == reads


def test_members_of_few_groups_are_not_taken_from_a_large_directory(big_site):
    result = task(big_site, search="group of", members=True)

    assert [len(group["members"]) for group in result["groups"]] == [0, 1000, 250]
    # Fourteen pages of members, where nineteen pages of the directory are left after its first.
    assert result["requests"]["read"] == 1 + 1 + 14


def test_two_hundred_groups_of_fifty_with_their_members_are_22_requests(big_site):
    people = [user["id"] for user in big_site.state["users"] if user["type"] == "User"]
    big_site.state["groups"] = [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"Project {number:03}",
         "manager": None, "ldap": False,
         "members": [people[(number * 9 + each) % len(people)] for each in range(50)]}
        for number in range(200)
    ]  # fmt: skip
    big_site.__post_init__()

    result = task(big_site, members=True)

    assert {len(group["members"]) for group in result["groups"]} == {50}
    assert result["requests"] == {"read": 2 + 20, "write": 0}


def test_reads_run_side_by_side(big_site, monkeypatch):
    monkeypatch.setattr(_transport, "PARALLEL", 4)

    assert len(task(big_site, group="Group of 250", members=True)["groups"][0]["members"]) == 250
    assert len(task(big_site, search="group of", members=True)["groups"]) == 3


def test_members_of_a_system_group_are_refused(site):
    everyone = site.state["system_groups"]["Everyone"]

    result = failed(site, group=everyone, members=True)

    assert result["failure"] == {"code": "system_group", "status": None, "group": everyone}
    assert "user_info" in result["msg"]
    assert len(site.log()) == 1


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


# --- who may, and what goes wrong ---------------------------------------------------------------


def test_check_mode_reads_the_same(site):
    assert task(site, check_mode=True, members=True) == task(site, members=True)
    assert site.portal.mutations == 0


@pytest.mark.parametrize("key", ["owner accounts:read key", "owner *:read key", "admin key"])
def test_a_key_that_only_reads_suffices(site, key):
    assert len(task(site, key=key, member="user01", members=True)["groups"]) == 3


def test_a_missing_scope_is_named(site):
    result = failed(site, key="owner accounts:write key")

    assert result["msg"].startswith(
        'The API key "owner accounts:write key" lacks the scope accounts:read'
    )
    assert result["failure"] == {"code": "missing_scope", "status": 403}


@pytest.mark.parametrize(
    ("key", "code"),
    [("user key", "forbidden"), ("guest key", "forbidden"), ("expired owner key", "unauthorized")],
)
@pytest.mark.parametrize("options", [{}, {"group": DESIGN}, {"member": "user01"}])
def test_keys_that_do_not(site, key, code, options):
    result = failed(site, key=key, **options)

    assert result["failure"]["code"] == code
    assert site.api_key(key) not in repr(result)


def test_a_page_that_cannot_be_read_fails_the_task(site):
    site.faults.append(("GET", "people/filter", instead(500)))

    assert failed(site, members=True)["failure"] == {"code": "server_error", "status": 500}


@pytest.mark.parametrize("options", [{}, {"group": DESIGN}, {"member": "user01"}])
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
    assert "validate_certs" in task(site, validate_certs=False)["warnings"][0]
