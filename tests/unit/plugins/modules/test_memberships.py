# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `memberships` does to many groups at once, and how few requests it takes."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules.memberships import run
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, LEGAL, DIRECTORY, MIXED, EMPTY = map(GROUP.format, (3, 4, 7, 13, 14, 15))


def entry(group, add=None, remove=None, exact=None):
    return {"group": group, "add": add, "remove": remove, "exact": exact}


def task(site, *entries, check_mode=False, **options):
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "memberships": list(entries),
        "unknown_members": None,
        "max_removals": None,
        "max_removals_total": None,
        "allow_ldap_group": False,
        "parallel": 1,
        **options,
    }
    return run(params, check_mode)


def failed(site, *args, **options):
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    return raised.value.result()


def emails(people):
    return [person["email"] for person in people]


def as_it_is(site, *numbers):
    """Entries that want groups exactly as they are, by e-mail addresses."""
    addresses = {user["id"]: user["email"] for user in site.state["users"]}
    return [
        entry(group["name"], exact=[addresses[member] for member in group["members"]])
        for group in site.state["groups"]
        if not numbers or int(group["name"][-3:]) in numbers
    ]


# --- how few requests ---------------------------------------------------------------------------


def test_two_hundred_groups_as_wanted_take_22_reads(many):
    result = task(many, *as_it_is(many))

    assert not result["changed"]
    assert len(result["results"]) == 200
    # Two pages of groups, twenty of people.
    assert result["requests"] == {"read": 22, "write": 0}
    assert many.portal.mutations == 0


def test_ten_changed_groups_of_two_hundred_take_ten_writes(many):
    wanted = as_it_is(many)
    for each in wanted[:10]:
        each["exact"] = [*each["exact"][1:], "person1900@example.net"]

    result = task(many, *wanted)

    assert result["requests"] == {"read": 22, "write": 10}
    assert many.portal.mutations == 10
    assert len(result["diff"]) == 10
    assert not task(many, *wanted)["changed"]


def test_three_groups_of_a_large_portal_do_not_take_its_directory(many):
    result = task(many, *as_it_is(many, 7, 8, 150))

    assert result["requests"] == {"read": 6, "write": 0}
    assert not any("startIndex=100" in line for line in many.log())


def test_two_groups_that_take_many_pages_are_read_from_a_smaller_directory(site):
    state = site.state
    state["users"] += crowd(600)
    for group in state["groups"]:
        if group["id"] in (DESIGN, EMPTY):
            group["members"] = [person["id"] for person in state["users"][-600:]]
    site.__post_init__()
    everybody = [f"person{number:04}" for number in range(600)]

    result = task(site, entry(DESIGN, exact=everybody), entry(EMPTY, exact=everybody))

    # Seven pages of people instead of twice six.
    assert result["requests"] == {"read": 2 + 7, "write": 0}


def test_who_is_on_the_page_that_tells_the_size_of_the_directory_is_not_looked_up(many):
    entries = [
        entry(f"Group {number:03}", remove=[f"person{first + each:04}" for each in range(5)])
        for number, first in enumerate((0, 10, 1900))
    ]

    result = task(many, *entries)

    # The groups, that page, and the last five people.
    assert result["requests"] == {"read": 3 + 1 + 5, "write": 2}
    assert [len(each["removed"]) for each in result["results"]] == [5, 5, 0]


def test_newcomers_of_several_groups_are_looked_for_in_the_directory(many):
    for group in many.state["groups"][:2]:
        group["members"] = []
    many.__post_init__()
    entries = [
        entry(f"Group {number:03}", exact=[f"person{number * 10 + each:04}" for each in range(4)])
        for number in (0, 1)
    ]

    result = task(many, *entries)

    # The groups, their members, and one page of the directory with all eight.
    assert result["requests"] == {"read": 2 + 2 + 1, "write": 2}
    assert [len(each["added"]) for each in result["results"]] == [4, 4]


def test_a_few_people_in_many_groups_are_looked_up_once(many):
    entries = [entry(f"Group {number:03}", remove=["person0040", "nobody"]) for number in range(40)]

    result = task(many, *entries, unknown_members="ignore")

    assert sum(each["changed"] for each in result["results"]) == 5
    # The groups by two pages, two people.
    assert result["requests"] == {"read": 2 + 2, "write": 5}


def test_many_groups_that_are_few_of_the_portals_are_read_by_name(many):
    four = [entry(f"Group {number:03}", remove=["person0001"]) for number in (0, 1, 2, 3)]

    assert task(many, *four, check_mode=True)["requests"]["read"] == 2 + 1


def test_ids_on_the_first_page_need_no_other(many):
    ids = [f"20000000-0000-4000-8000-{number:012}" for number in range(4)]

    result = task(many, *(entry(each, remove=["person0001"]) for each in ids), check_mode=True)

    assert result["requests"]["read"] == 1 + 1


def test_an_initial_import_reads_the_directory(many):
    for group in many.state["groups"]:
        group["members"] = []
    many.__post_init__()
    entries = [
        entry(
            f"Group {number:03}", exact=[f"person{each:04}" for each in range(number, number + 20)]
        )
        for number in range(30)
    ]

    result = task(many, *entries)

    assert result["requests"] == {"read": 22, "write": 30}
    assert all(len(each["added"]) == 20 for each in result["results"])


def test_many_newcomers_to_two_groups_are_read_from_the_directory(many):
    for group in many.state["groups"][:2]:
        group["members"] = []
    many.__post_init__()
    newcomers = [f"person{number:04}" for number in range(1000, 1030)]

    result = task(many, entry("Group 000", exact=newcomers), entry("Group 001", exact=newcomers))

    assert result["requests"] == {"read": 2 + 20, "write": 2}


def test_requests_run_side_by_side(many):
    result = task(many, *as_it_is(many), parallel=15)

    assert result["requests"] == {"read": 22, "write": 0}


# --- what is done -------------------------------------------------------------------------------


def test_each_changed_group_is_written_once_and_the_others_not(site):
    result = task(
        site,
        entry("Engineering", add=["user01"], remove=["user05@example.org", "user12"]),
        entry(EMPTY, exact=[]),
        entry("Legal", exact=["user07", "user12"]),
    )

    assert [each["group"]["name"] for each in result["results"]] == [
        "Engineering",
        "Empty group",
        "Legal",
    ]
    assert [each["changed"] for each in result["results"]] == [True, False, True]
    engineering, _empty, legal = result["results"]
    assert emails(engineering["added"]) == ["user01@example.org"]
    assert emails(engineering["removed"]) == ["user05@example.org"]
    assert emails(legal["added"]) == ["user12@example.org"]
    assert site.members(ENGINEERING) == {"user01", "user04", "user06", "user07"}
    assert site.members(LEGAL) == {"user07", "user12"}
    writes = [line for line in site.log() if not line.startswith("GET ")]
    assert writes == [f"PUT group/{ENGINEERING}", f"PUT group/{LEGAL}"]
    assert [diff["before_header"] for diff in result["diff"]] == [
        "members of Engineering",
        "members of Legal",
    ]


def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site):
    entries = [
        entry(MIXED, remove=["disabled01", "user01"], add=["user09"]),
        entry("Design", exact=["user04"]),
    ]

    previewed = task(site, *entries, check_mode=True)
    assert site.portal.mutations == 0
    real = task(site, *entries)
    assert site.portal.mutations == 2
    again = task(site, *entries)

    assert not again["changed"]
    assert previewed["requests"].pop("write") == again["requests"]["write"] == 0
    for result in (previewed, real):
        del result["requests"]
    assert previewed == real
    assert "is the manager of" in real["warnings"][0]
    assert real["results"][0]["group"]["manager"] is None


def test_a_disabled_member_goes_or_stays_as_wanted(site):
    task(site, entry(MIXED, remove=["disabled01"], add=["disabled02"]))

    assert site.members(MIXED) == {"user01", "user02", "pending01", "disabled02"}


# --- what is refused ----------------------------------------------------------------------------


def test_everything_that_is_wrong_is_named_at_once_and_nothing_written(site):
    result = failed(
        site,
        entry("Nowhere", add=["user01"]),
        entry("Twins", add=["user01"]),
        entry("Directory team", add=["user01"]),
        entry("88f11e7c-7407-4bea-b4cb-070010cdbb6b", add=["user01"]),
        entry("Engineering", add=["guest01", "ghost"]),
        entry("Legal", exact=[]),
        max_removals="50%",
    )

    codes = [problem["code"] for problem in result["failure"]["problems"]]
    assert codes == [
        "group_not_found",
        "group_ambiguous",
        "ldap_group",
        "system_group",
        "unusable_members",
        "max_removals_exceeded",
    ]
    for words in ('"Nowhere"', '"Twins"', "Directory team", "ghost is nobody", "is a guest"):
        assert words in result["msg"]
    assert not result["changed"]
    assert site.portal.mutations == 0


def test_one_group_under_its_name_and_its_id_is_refused(site):
    result = failed(site, entry("Engineering", add=["user01"]), entry(ENGINEERING, add=[]))

    assert result["failure"]["code"] == "invalid_option"
    assert f'"Engineering" ({ENGINEERING}) stands there 2 times' in result["msg"]
    assert site.portal.mutations == 0


def test_somebody_to_add_and_to_remove_is_refused_in_any_notation(site):
    result = failed(site, entry(ENGINEERING, add=["user01"], remove=["User01@example.org"]))

    assert "user01@example.org (Ada User01) would be added to" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("limit", "refused"), [("3", False), ("2", True), ("40%", True), ("50%", False)]
)
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_run_that_removes_too_many_is_refused(site, limit, refused, check_mode):
    # Three of seven.
    entries = [entry("Engineering", remove=["user05", "user06"]), entry("Legal", remove=["user07"])]
    options = {"max_removals_total": limit, "check_mode": check_mode}

    if not refused:
        assert task(site, *entries, **options)["changed"]
        return
    result = failed(site, *entries, **options)
    assert result["failure"]["code"] == "max_removals_total_exceeded"
    assert "3 of 7 members of all groups named" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize(
    ("choice", "fails", "warned"),
    [(None, True, 0), ("fail", True, 0), ("warn", False, 2), ("ignore", False, 0)],
)
def test_unknown_people(site, choice, fails, warned):
    entries = [entry("Engineering", add=["ghost"], remove=["left@example.org"])]

    if fails:
        result = failed(site, *entries, unknown_members=choice)
        assert "ghost is nobody on this portal" in result["msg"]
        assert ("left@example.org is nobody" in result["msg"]) == (choice == "fail")
        return
    result = task(site, *entries, unknown_members=choice)
    assert result["unknown"] == ["ghost", "left@example.org"]
    assert len(result["warnings"]) == warned


def test_people_who_have_left_do_not_stop_a_removal(site):
    result = task(site, entry("Engineering", remove=["left@example.org", "user05"]))

    assert result["changed"]
    assert result["warnings"] == ["memberships: left@example.org is nobody on this portal."]


@pytest.mark.parametrize(
    ("entries", "options", "complaint"),
    [
        ([entry(" ", add=[])], {}, "memberships, group: is empty; give the id or"),
        ([entry("Legal", add=[""])], {}, "memberships, add of Legal: entry 1 is empty"),
        ([], {"parallel": 0}, "parallel: must be from 1 to 15, not 0"),
        ([], {"parallel": 16}, "parallel: must be from 1 to 15, not 16"),
        ([], {"max_removals_total": "all"}, "max_removals_total: 'all' is neither"),
    ],
)
def test_bad_options_are_refused_before_any_request(site, entries, options, complaint):
    assert failed(site, *entries, **options)["msg"].startswith(complaint)
    assert site.log() == []


# --- what goes wrong ----------------------------------------------------------------------------


def test_a_failure_in_one_group_does_not_stop_the_others(site):
    site.faults.append(("PUT", f"group/{LEGAL}", instead(500)))

    result = failed(
        site,
        entry("Legal", remove=["user07"]),
        entry("Engineering", remove=["user05"]),
        entry(EMPTY, add=[]),
    )

    assert result["changed"]
    assert [each["failed"] for each in result["results"]] == [True, False, False]
    assert [each["changed"] for each in result["results"]] == [False, True, False]
    assert result["results"][0]["removed"] == []
    assert "user07@example.org (Gina User07) is still a member" in result["results"][0]["msg"]
    assert result["msg"].startswith("1 of 3 groups are not as wanted: ")
    assert site.members(ENGINEERING) == {"user04", "user06", "user07"}
    # The group that failed has its manager still.
    assert result["results"][0]["group"]["manager"]["email"] == "user07@example.org"


def test_a_group_that_was_written_in_spite_of_its_answer_is_a_success_with_a_warning(site):
    site.faults.append(("PUT", f"group/{LEGAL}", done_but(500)))

    result = task(site, entry("Legal", remove=["user08"]))

    assert result["results"][0]["changed"]
    assert "was made in full" in result["warnings"][0]


def test_failures_of_several_groups_are_all_told(site):
    site.faults += [("PUT", f"group/{each}", instead(500)) for each in (LEGAL, ENGINEERING)]

    result = failed(site, entry("Legal", add=["user01"]), entry("Engineering", add=["user01"]))

    assert not result["changed"]
    assert result["failure"]["code"] == "several"
    assert [each["code"] for each in result["failure"]["problems"]] == ["server_error"] * 2
