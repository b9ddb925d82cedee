# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `group_members` does to a portal, what it reports of it, and how few requests it takes."""

from __future__ import annotations

import re

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _transport
from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules.group_members import run
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    request,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, TWINS, DIRECTORY, MIXED, EMPTY = map(GROUP.format, (3, 4, 11, 13, 14, 15))
#: Everybody in Engineering.
ENGINEERS = {"user04", "user05", "user06", "user07"}

READ_GROUP = f"GET group/{ENGINEERING}?includeMembers=false"
READ_MEMBERS = f"GET people/filter?count=100&groupId={ENGINEERING}&startIndex=0"
WRITE = f"group/{ENGINEERING}/members"


def task(site, members, group=ENGINEERING, check_mode=False, key="owner key", **options):
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(key),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "group": group,
        "members": members,
        "state": "present",
        "unknown_members": None,
        "max_removals": None,
        "allow_ldap_group": False,
        **options,
    }
    return run(params, check_mode)


def failed(site, *args, **options):
    """The failed task's result."""
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    result = raised.value.result()
    assert site.api_key(options.get("key", "owner key")) not in repr(result)
    assert "stack" not in repr(result)
    return result


def emails(people):
    return [person["email"] for person in people]


# --- the three states ---------------------------------------------------------------------------


def test_absent_removes_members_with_a_read_for_each_and_one_write(site):
    result = task(site, ["user05@example.org", "USER06"], state="absent")

    assert result["changed"]
    assert emails(result["removed"]) == ["user05@example.org", "user06@example.org"]
    assert result["added"] == []
    assert "members" not in result
    assert site.members(ENGINEERING) == ENGINEERS - {"user05", "user06"}
    assert site.log() == [
        READ_GROUP,
        "GET people/email?email=user05@example.org",
        "GET people/USER06",
        f"DELETE {WRITE}",
    ]
    assert site.portal.requests[-1].body == {"members": [USER.format(5), USER.format(6)]}
    assert result["requests"] == {"read": 3, "write": 1}


def test_absent_sends_only_members(site):
    task(site, ["user05", "user01", "user12"], state="absent")

    assert site.portal.requests[-1].body == {"members": [USER.format(5)]}


@pytest.mark.parametrize(
    ("state", "members"),
    [("absent", ["user01", "user12"]), ("present", ["user04", "user07"]), ("absent", [])],
)
def test_nothing_to_do_is_no_write(site, state, members):
    result = task(site, members, state=state)

    assert not result["changed"]
    assert (result["added"], result["removed"]) == ([], [])
    assert result["diff"]["before"] == result["diff"]["after"]
    assert site.log() == [READ_GROUP, *(f"GET people/{name}" for name in members)]
    assert site.portal.mutations == 0


def test_present_adds_who_is_missing(site):
    result = task(site, ["user01", "user04", "pending02@example.org"])

    assert emails(result["added"]) == ["pending02@example.org", "user01@example.org"]
    assert result["added"][1] == {
        "id": USER.format(1),
        "display_name": "Ada User01",
        "email": "user01@example.org",
        "status": "active",
    }
    assert result["added"][0]["status"] == "pending"
    assert site.members(ENGINEERING) == ENGINEERS | {"user01", "pending02"}
    assert site.log()[-1] == f"PUT {WRITE}"
    assert result["requests"] == {"read": 4, "write": 1}


def test_exact_adds_and_removes_in_one_write(site):
    result = task(site, ["user04", "user05", "user01@example.org"], state="exact")

    assert emails(result["added"]) == ["user01@example.org"]
    assert emails(result["removed"]) == ["user06@example.org", "user07@example.org"]
    assert emails(result["members"]) == [f"user0{number}@example.org" for number in (1, 4, 5)]
    assert site.members(ENGINEERING) == {"user01", "user04", "user05"}
    assert site.log() == [
        READ_GROUP,
        READ_MEMBERS,
        "GET people/email?email=user01@example.org",
        f"PUT group/{ENGINEERING}",
    ]
    assert site.portal.requests[-1].body == {
        "membersToAdd": [USER.format(1)],
        "membersToRemove": [USER.format(6), USER.format(7)],
    }


def test_exact_with_the_present_members_is_two_reads(site):
    result = task(site, sorted(ENGINEERS), state="exact")

    assert not result["changed"]
    assert len(result["members"]) == 4
    assert site.log() == [READ_GROUP, READ_MEMBERS]


def test_exact_with_an_empty_list_empties_the_group_hidden_members_too(site):
    result = task(site, [], MIXED, state="exact")

    assert len(result["removed"]) == 5
    assert result["members"] == []
    assert site.members(MIXED) == set()


def test_mixed_notations_of_one_person_count_once(site):
    members = [
        "{C0000000-0000-4000-8000-000000000005}",
        "c0000000000040008000000000000005",
        "User05@Example.org",
        "user05",
    ]

    result = task(site, members, state="absent")

    assert emails(result["removed"]) == ["user05@example.org"]
    assert site.portal.requests[-1].body == {"members": [USER.format(5)]}


# --- who stays hidden ---------------------------------------------------------------------------


def test_absent_removes_a_disabled_member_and_proves_it_with_one_more_read(site):
    result = task(site, ["disabled01@example.org"], MIXED, state="absent")

    assert result["removed"][0]["status"] == "disabled"
    assert "disabled01" not in site.members(MIXED)
    assert site.log()[-1] == (
        f"GET people/simple/filter?count=100&employeeStatus=2&groupId={MIXED}&startIndex=0"
    )
    assert "&fields=id&" in site.portal.requests[-1].query  # nothing else of each person
    assert result["requests"] == {"read": 3, "write": 1}


def test_present_does_not_report_a_disabled_member_as_added(site):
    result = task(site, ["disabled01", "user02"], MIXED)

    assert not result["changed"]


def test_exact_keeps_a_disabled_member_who_is_named(site):
    named = ["user01", "user02", "pending01", "disabled01"]

    result = task(site, named, MIXED, state="exact")

    assert emails(result["removed"]) == ["disabled02@example.org"]
    assert site.members(MIXED) == set(named)
    assert len(result["members"]) == 4


def test_a_disabled_member_who_stays_is_not_missed_in_the_answer_to_a_write(site):
    named = ["user01", "pending01", "disabled01", "disabled02"]

    result = task(site, named, MIXED, state="exact")

    assert emails(result["removed"]) == ["user02@example.org"]
    assert result["requests"] == {"read": 2, "write": 1}
    assert site.members(MIXED) == set(named)


def test_a_disabled_member_who_is_still_there_fails_the_task(site):
    site.faults.append(("DELETE", WRITE.replace(ENGINEERING, MIXED), partly(0, 200, {
        "response": {"id": MIXED, "members": []}
    })))  # fmt: skip

    result = failed(site, ["disabled01"], MIXED, state="absent")

    assert "disabled01@example.org (Dora1 Disabled) is still a member" in result["msg"]
    assert (result["changed"], result["removed"]) == (False, [])


# --- how few requests ---------------------------------------------------------------------------


def people(*numbers):
    return [f"person{number:04}@example.net" for number in numbers]


MANY = "20000000-0000-4000-8000-000000001000"
SOME = "20000000-0000-4000-8000-000000000250"
NONE = "20000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(("state", "first"), [("absent", 0), ("present", 1500)])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_few_people_cost_a_read_each_in_a_group_of_any_size(big_site, state, first, count):
    result = task(big_site, people(*range(first, first + count)), MANY, state=state)

    assert result["changed"]
    assert result["requests"] == {"read": 1 + count, "write": 1}


@pytest.mark.parametrize(
    ("group", "count", "reads"),
    [
        (MANY, 29, 1 + 29),  # ten pages cost the portal more than 29 look-ups
        (MANY, 30, 1 + 10),
        (SOME, 8, 1 + 8),
        (SOME, 9, 1 + 3),
    ],
)
def test_many_people_are_read_the_cheaper_way(big_site, group, count, reads):
    result = task(big_site, people(*range(count)), group, state="absent", check_mode=True)

    assert len(result["removed"]) == count
    assert result["requests"]["read"] == reads


def test_exact_reads_the_members_by_pages_and_newcomers_one_by_one(big_site):
    result = task(big_site, people(*range(3, 252)), SOME, state="exact")

    assert (len(result["added"]), len(result["removed"])) == (2, 3)
    assert result["requests"] == {"read": 1 + 3 + 2, "write": 1}


def test_exact_with_many_newcomers_reads_the_rest_of_the_directory_once(big_site):
    result = task(big_site, people(*range(1500, 1600)), SOME, state="exact", check_mode=True)

    assert (len(result["added"]), len(result["removed"])) == (100, 250)
    # 1,750 people are not in the group.
    assert result["requests"]["read"] == 1 + 3 + 18


def test_exact_with_some_newcomers_learns_the_size_of_the_directory_first(big_site):
    result = task(big_site, people(*range(1900, 1906)), SOME, state="exact", check_mode=True)

    assert result["requests"]["read"] == 1 + 3 + 1 + 6


def test_newcomers_on_a_small_portal_are_one_page(site):
    everybody = [f"user{number:02}" for number in range(1, 13)]

    result = task(site, everybody, EMPTY)

    assert len(result["added"]) == 12
    assert site.log()[1:3] == [
        f"GET people/filter?count=100&groupId={EMPTY}&startIndex=0",
        f"GET people/filter?count=100&excludeGroup=true&groupId={EMPTY}&startIndex=0",
    ]
    assert result["requests"] == {"read": 3, "write": 1}


def test_unknown_people_among_many_are_found_out_too(big_site):
    named = [*people(*range(250)), *(f"gone{number}@example.net" for number in range(7))]

    result = task(big_site, named, SOME, state="absent", check_mode=True)

    assert len(result["removed"]) == 250
    assert len(result["unknown"]) == 7


def test_a_write_covers_a_hundred_people_at_most(big_site):
    result = task(big_site, people(*range(250)), NONE)

    writes = [request.body["members"] for request in big_site.portal.requests[-3:]]
    assert [len(ids) for ids in writes] == [100, 100, 50]
    assert result["requests"]["write"] == 3
    assert len(big_site.members(NONE)) == 250


def test_a_large_exact_change_is_split_too(big_site):
    result = task(big_site, people(*range(200, 350)), SOME, state="exact")

    sizes = [
        (len(request.body["membersToAdd"]), len(request.body["membersToRemove"]))
        for request in big_site.portal.requests
        if request.method == "PUT"
    ]
    assert sizes == [(100, 0), (0, 100), (0, 100)]
    assert len(result["members"]) == 150


def test_reads_run_side_by_side(site, monkeypatch):
    monkeypatch.setattr(_transport, "PARALLEL", 4)

    result = task(site, ["user04", "user05", "user06", "user07", "user08"], state="absent")

    assert len(result["removed"]) == 4
    assert result["requests"] == {"read": 6, "write": 1}


# --- which group --------------------------------------------------------------------------------


@pytest.mark.parametrize("notation", ["10000000000040008000000000000004", f"{{{ENGINEERING}}}"])
def test_an_id_in_another_notation(site, notation):
    task(site, ["user05"], notation, state="absent")

    assert site.log()[0] == READ_GROUP


def test_a_name_takes_no_more_reads_than_an_id(site):
    result = task(site, ["user02"], "Böhm & Söhne", state="absent")

    assert result["group"] == {
        "id": GROUP.format(2),
        "name": "Böhm & Söhne",
        "manager": None,
        "ldap": False,
        "size": 1,
    }
    assert site.log()[0] == "GET group?count=100&filterValue=Böhm & Söhne&startIndex=0"
    assert result["requests"] == {"read": 2, "write": 1}


def test_a_name_is_looked_for_on_all_pages(site):
    site.state["groups"] += [
        {"id": f"30000000-0000-4000-8000-{number:012}", "name": f"A{number} Engineering",
         "manager": None, "members": [], "ldap": False}
        for number in range(100)
    ]  # fmt: skip
    site.__post_init__()

    assert task(site, ["user05"], "Engineering", state="absent")["group"]["id"] == ENGINEERING


@pytest.mark.parametrize("name", ["engineering", "Engineer", "Bohm & Sohne", GROUP.format(99)])
def test_no_such_group(site, name):
    result = failed(site, ["user05"], name)

    assert result["failure"] == {"code": "group_not_found", "status": None, "group": name}
    known = f"no group with the id {name};" if name.count("-") == 4 else f'with the name "{name}";'
    assert known in result["msg"]


def test_two_groups_of_one_name_are_an_error_with_both_ids(site):
    result = failed(site, ["user05"], "Twins")

    ids = [TWINS, GROUP.format(12)]
    assert result["failure"] == {
        "code": "group_ambiguous", "status": None, "group": "Twins", "ids": ids
    }  # fmt: skip
    assert f"{TWINS}, {GROUP.format(12)}" in result["msg"]
    assert len(site.log()) == 1


def test_system_groups_are_refused(site):
    for name, group_id in site.state["system_groups"].items():
        result = failed(site, ["user05"], group_id, state="absent")

        assert result["failure"] == {"code": "system_group", "status": None, "group": group_id}
        assert f'"{name}" ({group_id}) is a system group' in result["msg"]
        assert result["msg"].endswith(" Change a person's type in the portal instead.")
    assert site.portal.mutations == 0


def test_a_group_from_a_directory_is_refused_unless_allowed(site):
    result = failed(site, ["user03"], DIRECTORY, state="absent")

    assert result["failure"]["code"] == "ldap_group"
    assert "allow_ldap_group" in result["msg"]
    assert len(site.log()) == 1

    result = task(site, ["user03"], DIRECTORY, state="absent", allow_ldap_group=True)
    assert result["group"]["ldap"]
    assert site.members(DIRECTORY) == {"user04"}


# --- who is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["present", "exact"])
def test_all_who_stand_in_the_way_are_named_at_once(site, state):
    named = ["user01", "guest01", "disabled03@example.org", "nobody@example.org", "ghost"]

    result = failed(site, named, state=state)

    assert result["msg"] == (
        "members: nobody@example.org is nobody on this portal; ghost is nobody on this portal;"
        " disabled03@example.org (Dora3 Disabled) is disabled; enable the account first;"
        " guest01@example.com (Gus1 Guest) is a guest, and guests cannot be in groups."
        " Nothing was changed; correct the list, or set unknown_members."
    )
    assert result["failure"] == {
        "code": "unusable_members",
        "status": None,
        "members": [
            "disabled03@example.org (Dora3 Disabled)",
            "ghost",
            "guest01@example.com (Gus1 Guest)",
            "nobody@example.org",
        ],
    }
    assert site.portal.mutations == 0
    assert not result["changed"]


@pytest.mark.parametrize(
    ("state", "choice", "outcome"),
    [
        ("absent", None, "warn"),
        ("present", None, "fail"),
        ("exact", None, "fail"),
        ("absent", "fail", "fail"),
        ("present", "warn", "warn"),
        ("present", "ignore", "ignore"),
        ("absent", "ignore", "ignore"),
    ],
)
def test_unknown_people(site, state, choice, outcome):
    named = ["user05", "Nobody@example.org", "99999999-9999-4999-8999-999999999999"]
    options = {"state": state, "unknown_members": choice}

    if outcome == "fail":
        assert failed(site, named, **options)["failure"]["code"] == "unusable_members"
        return
    result = task(site, named, **options)
    assert result["unknown"] == named[1:]
    assert len(result["warnings"]) == (2 if outcome == "warn" else 0)


@pytest.mark.parametrize("name", ["email", "Filter", "search", "@self", "a/b", "..", "50%", "ö?#"])
def test_user_names_that_are_routes_or_need_quoting(site, name):
    site.state["users"][3] |= {"userName": name, "email": "odd@example.org"}
    site.__post_init__()

    result = task(site, [name, "@search", "simple"], EMPTY, unknown_members="ignore")

    assert emails(result["added"]) == ["odd@example.org"]
    assert result["unknown"] == ["@search", "simple"]


def test_a_user_name_in_the_address_too_is_found_by_one_narrow_search(site):
    site.state["users"][3] |= {"userName": "email", "email": "email@example.org"}
    site.__post_init__()

    result = task(site, ["email"], EMPTY)

    assert site.log()[1:2] == ["GET people/filter?count=100&filterValue=email&startIndex=0"]
    assert result["requests"] == {"read": 2, "write": 1}


def test_a_user_name_that_is_a_route_is_looked_for_on_all_pages(big_site):
    person = next(each for each in big_site.state["users"] if each["userName"] == "person1900")
    person["userName"] = "search"
    big_site.__post_init__()

    assert emails(task(big_site, ["search"], NONE)["added"]) == ["person1900@example.net"]


def test_where_all_are_known_there_is_no_advice_on_unknown_people(site):
    assert failed(site, ["guest01"])["msg"].endswith("; correct the list.")


def test_technical_accounts_are_refused_before_any_request(site):
    result = failed(site, ["user05", "{A37EE56E-3302-4A7B-B67E-DDBEA64CD032}"], state="absent")

    assert result["failure"] == {"code": "invalid_option", "option": "members", "status": None}
    assert site.log() == []


@pytest.mark.parametrize(
    ("limit", "members", "refused"),
    [("1", 2, True), ("2", 2, False), ("25%", 2, True), ("25%", 1, False), ("0", 1, True)],
)
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_plan_that_removes_too_many_is_refused(site, limit, members, refused, check_mode):
    options = {"state": "absent", "max_removals": limit, "check_mode": check_mode}
    named = ["user05", "user06"][:members]

    if not refused:
        assert len(task(site, named, **options)["removed"]) == members
        return
    result = failed(site, named, **options)
    assert result["failure"]["code"] == "max_removals_exceeded"
    assert (result["failure"]["removals"], result["failure"]["members"]) == (members, 4)
    assert f"{members} of 4 members" in result["msg"]
    assert f"the limit is {limit}" in result["msg"]
    assert site.portal.mutations == 0


def test_hidden_members_count_as_members_for_the_limit(site):
    # Three visible and two hidden ones.
    assert task(site, ["user02"], MIXED, state="exact", max_removals="80%", check_mode=True)
    assert failed(site, [], MIXED, state="exact", max_removals="80%")["failure"]["members"] == 5


@pytest.mark.parametrize(("count", "told"), [(10, 10), (11, 11), (15, 11)])
def test_of_many_unknown_people_the_first_are_named_and_how_many_more_there_are(site, count, told):
    ghosts = [f"ghost{number}" for number in range(count)]

    warnings = task(site, ghosts, state="absent", unknown_members="warn")["warnings"]

    assert warnings[0] == "members: ghost0 is nobody on this portal."
    assert len(warnings) == told
    if count > 10:
        more = f"members: {count - 10} more are nobody on this portal; see unknown."
        assert warnings[-1] == more


@pytest.mark.parametrize(
    "options", [{"group": " "}, {"max_removals": "half"}, {"members": [""]}, {"timeout": 0}]
)
def test_bad_options_are_refused_before_any_request(site, options):
    result = failed(site, **{"members": ["user05"], **options})

    assert result["failure"]["code"] == "invalid_option"
    assert result["msg"].startswith(f"{result['failure']['option']}: ")
    assert site.log() == []


# --- what is told -------------------------------------------------------------------------------


def test_removing_the_manager_is_allowed_told_and_shown(site):
    result = task(site, ["user03"], DESIGN, state="absent")

    assert result["group"]["manager"] is None
    assert result["warnings"] == [
        f'user03@example.org (Cleo User03) is the manager of "Design" ({DESIGN}), and stops being'
        " that by being removed."
    ]
    assert result["diff"]["before"].splitlines() == [
        "manager: user03@example.org (Cleo User03)",
        "user03@example.org (Cleo User03)",
    ]
    assert result["diff"]["after"] == ""


def test_a_manager_who_stays_is_returned_like_everybody(site):
    manager = task(site, ["user04"], DESIGN, state="absent")["group"]["manager"]

    assert manager == {
        "id": USER.format(3),
        "display_name": "Cleo User03",
        "email": "user03@example.org",
        "status": "active",
    }


def test_the_diff_has_a_line_for_each_person_sorted(site):
    diff = task(site, ["user01", "user04", "user05"], state="exact", check_mode=True)["diff"]

    assert diff["before"].splitlines() == [
        "user04@example.org (Dan User04)",
        "user05@example.org (Eva User05)",
        "user06@example.org (Finn User06)",
        "user07@example.org (Gina User07)",
    ]
    assert diff["after"].splitlines() == [
        "user01@example.org (Ada User01)",
        "user04@example.org (Dan User04)",
        "user05@example.org (Eva User05)",
    ]
    assert diff["before_header"] == diff["after_header"] == "members of Engineering"


def test_names_from_the_portal_cannot_steer_the_terminal_or_fake_lines(site):
    site.state["users"][3] |= {"firstName": "\x1b[2J\nroot@example.org (Root", "lastName": "x"}
    site.__post_init__()

    result = task(site, ["user01"])

    assert len(result["diff"]["after"].splitlines()) == 1
    assert "\x1b" not in result["diff"]["after"]


SCENARIOS = {
    "remove": (ENGINEERING, ["user05", "user06", "nobody"], {"state": "absent"}),
    "remove hidden": (MIXED, ["disabled01", "user02"], {"state": "absent"}),
    "remove manager": (DESIGN, ["user03"], {"state": "absent"}),
    "add": (ENGINEERING, ["user01", "pending01"], {"state": "present"}),
    "exact": (MIXED, ["user01", "user09"], {"state": "exact"}),
    "empty": (MIXED, [], {"state": "exact"}),
    "nothing": (EMPTY, ["user01"], {"state": "absent"}),
    "by name": ("Legal", ["user07"], {"state": "absent"}),
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, scenario):
    group, members, options = SCENARIOS[scenario]

    previewed = task(site, members, group, check_mode=True, **options)
    assert site.portal.mutations == 0
    assert all(line.startswith("GET ") for line in site.log())

    real = task(site, members, group, **options)
    assert site.portal.mutations == real["requests"]["write"] == int(real["changed"])

    again = task(site, members, group, **options)
    assert not again["changed"]
    assert again["requests"]["write"] == 0
    assert again["group"] == real["group"]

    for result in (previewed, real):
        del result["requests"]
    assert previewed == real


# --- what goes wrong ----------------------------------------------------------------------------


def test_an_answer_without_members_is_verified_by_a_read(site):
    site.faults.append(("DELETE", WRITE, done_but(200, {"response": True})))

    result = task(site, ["user05"], state="absent")

    assert result["changed"]
    assert result["requests"] == {"read": 3, "write": 1}


def test_an_answer_for_another_group_is_verified_by_a_read(site):
    other = {"response": {"id": EMPTY, "members": []}}
    site.faults.append(("DELETE", WRITE, instead(200, other)))

    result = failed(site, ["user05"], state="absent")

    assert "user05@example.org (Eva User05) is still a member" in result["msg"]
    assert "The portal does not say why; run the task again." in result["msg"]
    assert not result["changed"]


@pytest.mark.parametrize("fault", [
    done_but(500, {"error": {"message": "x", "stack": "stack"}}),
    done_but(403, {"error": {"message": "x", "type": "System.InvalidOperationException"}}),
    done_but(200, "<html>login</html>"),
    done_but(200, '{"response": {"id"'),
])  # fmt: skip
def test_a_write_that_was_done_in_spite_of_its_answer_is_a_success_with_a_warning(site, fault):
    site.faults.append(("DELETE", WRITE, fault))

    result = task(site, ["user05", "user06"], state="absent")

    assert result["changed"]
    said = f"was made in full, although the portal answered otherwise: {site.base_url} "
    assert said in result["warnings"][0]
    assert site.members(ENGINEERING) == {"user04", "user07"}
    assert result["requests"] == {"read": 4, "write": 1}


def test_a_write_that_was_done_in_part_is_a_failure_that_says_which(site):
    error = {"error": {"message": "x", "type": "System.InvalidOperationException"}}
    site.faults.append(("DELETE", WRITE, partly(1, 403, error)))

    result = failed(site, ["user05", "user06"], state="absent")

    assert result["changed"]
    assert emails(result["removed"]) == ["user05@example.org"]
    assert "user06@example.org (Finn User06) is still a member" in result["msg"]
    assert result["failure"]["status"] == 403
    assert site.members(ENGINEERING) == {"user04", "user06", "user07"}


def test_a_write_that_failed_outright_is_a_failure_without_change(site):
    site.faults.append(("PUT", WRITE, instead(500)))

    result = failed(site, ["user01"])

    assert not result["changed"]
    assert (result["added"], result["removed"]) == ([], [])
    assert result["failure"] == {"code": "server_error", "status": 500}


def test_a_refused_write_needs_no_look_at_the_truth(site):
    result = failed(site, ["user05"], state="absent", key="room admin key")

    assert result["failure"] == {"code": "forbidden", "status": 403}
    assert not result["changed"]
    assert result["requests"] == {"read": 2, "write": 1}


@pytest.mark.parametrize("refusal", [
    instead(401),
    instead(403),
    instead(404),
    instead(429, headers={"Retry-After": "3600"}),
    instead(302, headers={"Location": "/login"}),
])  # fmt: skip
def test_a_repeat_that_is_refused_does_not_prove_that_the_first_try_did_nothing(
    site, naps, refusal
):
    site.faults += [("DELETE", WRITE, done_but(502)), ("DELETE", WRITE, refusal)]

    result = task(site, ["user05"], state="absent")

    assert result["changed"]
    assert "was made in full, although the portal answered otherwise" in result["warnings"][0]


def test_a_group_that_is_gone_at_a_repeat_may_have_been_changed_by_the_first_try(site, naps):
    gone = {"error": {"message": "x", "type": "x"}, "status": 1, "statusCode": 404}
    site.faults += [("DELETE", WRITE, done_but(502)), ("DELETE", WRITE, instead(404, gone))]

    result = failed(site, ["user05"], state="absent")

    assert result["failure"]["code"] == "group_not_found"
    assert result["changed"]


def test_a_refusal_after_too_many_requests_proves_that_nothing_was_done(site, naps):
    site.faults += [("DELETE", WRITE, instead(429)), ("DELETE", WRITE, instead(401))]

    result = failed(site, ["user05"], state="absent")

    assert not result["changed"]
    assert result["requests"] == {"read": 2, "write": 1}


@pytest.mark.parametrize(
    ("answer", "status", "sentence"),
    [
        (done_but(503), 503, "failed with 503; try again later. What became of it"),
        (done_but(200, {"response": True}), 500, "The portal accepted the change. What became"),
    ],
)
def test_what_cannot_be_verified_is_said_and_counted_as_a_change(
    site, naps, answer, status, sentence
):
    site.faults += [("DELETE", WRITE, answer)] * 4 + [("GET", "/simple/filter", instead(500))]

    result = failed(site, ["user05"], state="absent")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": status, "verified": False}
    assert sentence in result["msg"]
    assert f"could not be read: {site.base_url} failed with 500; try" in result["msg"]
    assert result["msg"].endswith("Run the task again to find out and to complete it.")


def test_a_failure_in_the_second_write_reports_the_first(big_site):
    big_site.faults.append(("PUT", NONE, before(lambda portal: big_site.faults.append(
        ("PUT", NONE, instead(500))
    ))))  # fmt: skip

    result = failed(big_site, people(*range(150)), NONE)

    assert result["changed"]
    assert len(result["added"]) == 100
    assert len(big_site.members(NONE)) == 100


def test_a_refusal_of_the_second_write_reports_the_first_and_why(big_site):
    big_site.faults.append(("PUT", NONE, before(lambda portal: big_site.faults.append(
        ("PUT", NONE, instead(401))
    ))))  # fmt: skip

    result = failed(big_site, people(*range(150)), NONE)

    assert result["changed"]
    assert len(result["added"]) == 100
    assert "did not accept api_key" in result["msg"]
    assert result["failure"] == {"code": "unauthorized", "status": 401}


def test_somebody_left_out_in_silence_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(1)]},
                site.api_key())  # fmt: skip

    site.faults.append(("PUT", WRITE, before(disable)))

    result = failed(site, ["user01", "user02"])

    assert "user01@example.org (Ada User01) is not a member" in result["msg"]
    assert "user01@example.org (Ada User01) is disabled; enable the account" in result["msg"]
    assert emails(result["added"]) == ["user02@example.org"]
    assert result["changed"]
    assert result["failure"] == {"code": "not_as_planned", "status": None}


def test_people_left_out_in_silence_are_named_each_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(1)]},
                site.api_key())  # fmt: skip

    gone = {"error": {"message": "x", "type": "x"}, "status": 1, "statusCode": 404}
    site.faults += [
        ("PUT", WRITE, partly(0, 200, {"response": {"id": ENGINEERING, "members": []}})),
        ("GET", f"people/{USER.format(1)}", before(disable)),
        ("GET", f"people/{USER.format(2)}", instead(404, gone)),
    ]

    result = failed(site, ["user01", "user02"])

    assert result["msg"] == (
        f'The group "Engineering" ({ENGINEERING}) is not as planned:'
        " user01@example.org (Ada User01) is not a member;"
        " user02@example.org (Ben User02) is not a member."
        " user01@example.org (Ada User01) is disabled; enable the account first."
        " user02@example.org (Ben User02) has no account any more."
    )
    assert not result["changed"]


def test_somebody_who_comes_in_between_breaks_exact_and_is_named(site):
    def join(portal):
        request(portal, "PUT", WRITE, {"members": [USER.format(12)]}, site.api_key())

    site.faults.append(("PUT", f"group/{ENGINEERING}", before(join)))

    result = failed(site, ["user04"], state="exact")

    assert f"{USER.format(12)} has become a member meanwhile" in result["msg"]
    assert result["changed"]
    assert len(result["removed"]) == 3


def test_somebody_who_leaves_in_between_breaks_exact_and_is_named(site):
    def leave(portal):
        request(portal, "DELETE", WRITE, {"members": [USER.format(4)]}, site.api_key())

    site.faults.append(("PUT", f"group/{ENGINEERING}", before(leave)))

    result = failed(site, ["user04"], state="exact")

    assert "user04@example.org (Dan User04) is no longer a member" in result["msg"]


def test_whatever_is_not_as_planned_is_named(site):
    def swap(portal):
        body = {"membersToAdd": [USER.format(5)], "membersToRemove": [USER.format(4)]}
        request(portal, "PUT", f"group/{ENGINEERING}", body, site.api_key())

    site.faults += [
        ("PUT", f"group/{ENGINEERING}", done_but(200, {"response": True})),
        ("GET", "simple/filter", before(swap)),
    ]

    result = failed(site, ["user04"], state="exact")

    assert "user05@example.org (Eva User05) is still a member" in result["msg"]
    assert "user04@example.org (Dan User04) is no longer a member" in result["msg"]


def test_a_group_that_is_deleted_in_between_is_named(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{ENGINEERING}", None, site.api_key())

    site.faults.append(("DELETE", WRITE, before(delete)))

    result = failed(site, ["user05"], state="absent")

    assert (
        result["msg"] == f'The group "Engineering" ({ENGINEERING}) was deleted while the task ran.'
    )
    assert result["failure"] == {"code": "group_not_found", "status": 404, "group": ENGINEERING}
    assert not result["changed"]


# --- who may not --------------------------------------------------------------------------------


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


def test_a_portal_that_is_not_there_is_one_sentence(site, naps):
    result = failed(site, ["user05"], base_url="http://127.0.0.1:9")

    assert re.fullmatch(
        r"The connection to http://127.0.0.1:9 failed: Connection refused\."
        r" Check base_url and the network\.",
        result["msg"],
    )
    assert result["failure"] == {"code": "connection", "status": None}


# --- answers that are none ----------------------------------------------------------------------


@pytest.mark.parametrize("answer", [[], "OK", {}, {"id": EMPTY, "name": "Empty group"}, None])
def test_an_answer_that_is_not_the_group_asked_for_is_one_sentence(site, answer):
    site.faults.append(("GET", f"group/{ENGINEERING}", instead(200, {"response": answer})))

    result = failed(site, ["user05"], state="absent")

    assert result["failure"] == {"code": "bad_answer", "status": None}
    assert site.portal.mutations == 0


@pytest.mark.parametrize("answer", [{}, {"exists": True}, "OK"])
def test_a_list_that_is_none_is_one_sentence(site, answer):
    site.faults.append(("GET", "/people/filter", instead(200, {"response": answer})))

    assert failed(site, [], state="exact")["failure"]["code"] == "bad_answer"


def test_a_list_without_its_length_is_as_long_as_it_is(site):
    row = {"id": USER.format(4), "email": "user04@example.org", "userName": "user04", "status": 1}
    site.faults.append(("GET", "/people/filter", instead(200, {"response": [row]})))

    result = task(site, ["user04"], state="exact", check_mode=True)

    assert result["requests"]["read"] == 2
    assert not result["changed"]


def test_somebody_else_in_an_answer_is_not_taken_for_the_one_asked_for(site):
    other = {
        "response": {"id": USER.format(6), "userName": "user06", "email": "user06@example.org"}
    }
    site.faults.append(("GET", "/people/email", instead(200, other)))
    assert failed(site, ["user05@example.org"], state="absent")["failure"]["code"] == "bad_answer"

    # A user name may be a route that is not known here: it is looked for among all people.
    site.faults.append(("GET", "/people/user05", instead(200, other)))
    result = task(site, ["user05"], state="absent")
    assert emails(result["removed"]) == ["user05@example.org"]


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
