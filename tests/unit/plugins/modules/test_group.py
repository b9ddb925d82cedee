# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `group` does to a portal, what it reports of it, and how few requests it takes."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import (
    DocSpaceError,
    RequestError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._retry import REPEATS
from ansible_collections.onlyoffice.docspace.plugins.modules.group import run
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
DESIGN, TWINS, DIRECTORY, MIXED = map(GROUP.format, (3, 11, 13, 14))
UNKNOWN = GROUP.format(99)

FIND_NEW = "GET group?count=100&filterValue=New&startIndex=0"
READ_DESIGN = f"GET group/{DESIGN}?includeMembers=false"
FIND_DESIGN = "GET group?count=100&filterValue=Design&startIndex=0"
LOST = [502, 503, 504]


def task(site, group, check_mode=False, key="owner key", **options):
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(key),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "group": group,
        "state": "present",
        "name": None,
        "manager": None,
        "members": None,
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


def writes(site):
    return [line for line in site.log() if not line.startswith("GET ")]


def sent(site):
    """The bodies of the writes."""
    return [each.body for each in site.portal.requests if each.method != "GET"]


def after(action, rule):
    """Let something happen, then answer by a rule."""

    def combined(portal, environ):
        action(portal)
        return rule(portal, environ)

    return combined


def with_two_managers(site):
    """Bring a portal into the state that only requests at the same moment lead to."""
    group = next(group for group in site.state["groups"] if group["id"] == DESIGN)
    group["second_manager"] = USER.format(4)
    site.__post_init__()


# --- creating -----------------------------------------------------------------------------------


def test_a_new_group_takes_a_look_up_for_each_person_and_one_write(site):
    result = task(site, "New", manager="user01", members=["user02@example.org", USER.format(3)])

    assert result["changed"]
    stored = site.group("New")
    assert stored["manager"] == USER.format(1)
    assert site.members(stored["id"]) == {"user01", "user02", "user03"}
    assert result["group"] == {
        "id": stored["id"],
        "name": "New",
        "manager": {
            "id": USER.format(1),
            "display_name": "Ada User01",
            "email": "user01@example.org",
            "status": "active",
        },
        "ldap": False,
        "size": 3,
    }
    assert emails(result["members"]) == [f"user0{number}@example.org" for number in (1, 2, 3)]
    assert site.log() == [
        FIND_NEW,
        "GET people/user01",
        "GET people/email?email=user02@example.org",
        f"GET people/{USER.format(3)}",
        "POST group",
    ]
    assert sent(site) == [
        {
            "groupName": "New",
            "groupManager": USER.format(1),
            "members": [USER.format(number) for number in (1, 2, 3)],
        }
    ]
    assert result["requests"] == {"read": 4, "write": 1}
    assert result["warnings"] == []


def test_a_new_group_needs_no_more_than_a_name(site):
    result = task(site, "New")

    assert result["group"]["manager"] is None
    assert result["members"] == []
    assert site.log() == [FIND_NEW, "POST group"]
    assert sent(site) == [{"groupName": "New", "members": []}]


def test_somebody_who_is_named_several_times_counts_once(site):
    members = ["user01@example.org", "USER01", "user02", "USER02"]

    task(site, "New", manager="User01", members=members)

    assert sent(site)[0]["members"] == [USER.format(1), USER.format(2)]
    # One look-up for each notation.
    assert len(site.log()) == 1 + 3 + 1


def test_an_empty_manager_of_a_new_group_is_none(site):
    assert task(site, "New", manager="")["group"]["manager"] is None


def test_many_members_of_a_new_group_are_found_by_pages(big_site):
    people = [f"person{number:04}@example.net" for number in range(900, 1000)]

    result = task(big_site, "New", manager="user01", members=people)

    assert len(result["members"]) == 101
    # The first page tells that there are 20, less than 101 look-ups.
    assert result["requests"] == {"read": 1 + 20, "write": 1}


def test_some_members_are_looked_up_when_the_directory_is_larger(big_site):
    result = task(big_site, "New", members=[f"person{number:04}" for number in range(1900, 1906)])

    assert result["requests"] == {"read": 1 + 1 + 6, "write": 1}


def test_a_new_group_in_check_mode_has_no_id_yet(site):
    result = task(site, "New", manager="user01", check_mode=True)

    assert result["changed"]
    assert result["group"]["id"] is None
    assert result["requests"] == {"read": 2, "write": 0}


def test_the_diff_of_a_new_group_names_everybody(site):
    diff = task(site, "New", manager="user02", members=["user01"])["diff"]

    assert diff == {
        "before_header": "no group",
        "after_header": "group New",
        "before": "",
        "after": "name: New\n"
        "manager: user02@example.org (Ben User02)\n"
        "user01@example.org (Ada User01)\n"
        "user02@example.org (Ben User02)\n",
    }


def test_a_group_that_exists_keeps_its_members_and_nobody_is_looked_up(site):
    result = task(site, "Design", members=["nobody at all", "user01"])

    assert not result["changed"]
    assert "members" not in result
    assert site.log() == [FIND_DESIGN]


# --- who and what is refused --------------------------------------------------------------------


def test_all_who_stand_in_the_way_of_a_new_group_are_named_at_once(site):
    members = ["user01", "guest01", "disabled03@example.org", "ghost"]

    result = failed(site, "New", manager="disabled01", members=members)

    assert result["msg"] == (
        "manager: disabled01@example.org (Dora1 Disabled) is disabled; enable the account first."
        " members: guest01@example.com (Gus1 Guest) is a guest, and guests cannot be in groups;"
        " disabled03@example.org (Dora3 Disabled) is disabled; enable the account first;"
        " ghost is nobody on this portal. Nothing was changed; correct the task."
    )
    assert result["failure"] == {
        "code": "unusable_members",
        "status": None,
        "members": [
            "disabled01@example.org (Dora1 Disabled)",
            "disabled03@example.org (Dora3 Disabled)",
            "ghost",
            "guest01@example.com (Gus1 Guest)",
        ],
    }
    assert not result["changed"]
    assert writes(site) == []


@pytest.mark.parametrize("who", ["guest01", "disabled01", "ghost@example.org", USER.format(99)])
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_manager_who_cannot_be_one_is_refused(site, who, check_mode):
    result = failed(site, "Design", manager=who, check_mode=check_mode)

    assert result["failure"]["code"] == "unusable_members"
    assert result["msg"].startswith("manager: ")
    assert writes(site) == []


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"group": " "}, "group"),
        ({"group": " New"}, "group"),
        ({"group": "x" * 129}, "group"),
        ({"group": "\U0001f680" * 65}, "group"),
        ({"group": DESIGN, "name": ""}, "name"),
        ({"group": DESIGN, "name": "  "}, "name"),
        ({"group": DESIGN, "name": "New "}, "name"),
        ({"group": DESIGN, "name": "x" * 129}, "name"),
        ({"group": "Design", "name": "New"}, "name"),
        ({"group": DESIGN, "members": ["user01"]}, "members"),
        ({"group": "New", "members": [""]}, "members"),
        ({"group": "New", "members": ["a37ee56e-3302-4a7b-b67e-ddbea64cd032"]}, "members"),
        ({"group": "New", "manager": "a37ee56e-3302-4a7b-b67e-ddbea64cd032"}, "manager"),
        ({"group": "New", "timeout": 0}, "timeout"),
    ],
)
def test_bad_options_are_refused_before_any_request(site, options, option):
    result = failed(site, **options)

    assert result["failure"] == {"code": "invalid_option", "option": option, "status": None}
    assert result["msg"].startswith(f"{option}: ")
    assert site.log() == []


def test_more_members_than_a_request_should_have_are_refused(site):
    result = failed(site, "New", members=[f"somebody{number}" for number in range(101)])

    assert result["msg"].startswith("members: has 101 entries; create the group with at most 100")
    assert site.log() == [FIND_NEW]


def test_names_of_128_characters_and_of_any_kind_are_fine(site):
    for name in ("x" * 128, '<b>bold</b> & "quoted"', "50%"):
        assert task(site, name)["group"]["name"] == name
        assert not task(site, name)["changed"]


@pytest.mark.parametrize("state", ["present", "absent"])
def test_two_groups_of_one_name_are_an_error_with_both_ids(site, state):
    result = failed(site, "Twins", state=state, manager="user01")

    assert result["failure"]["code"] == "group_ambiguous"
    assert result["failure"]["ids"] == [TWINS, GROUP.format(12)]
    assert len(site.log()) == 1


def test_an_id_that_is_not_known_is_an_error_for_present(site):
    result = failed(site, UNKNOWN, name="New")

    assert result["failure"]["code"] == "group_not_found"
    assert UNKNOWN in result["msg"]
    assert writes(site) == []


@pytest.mark.parametrize("options", [{"name": "New"}, {"manager": "user01"}, {"state": "absent"}])
def test_system_groups_are_refused(site, options):
    for group_id in site.state["system_groups"].values():
        result = failed(site, group_id, **options)

        assert result["failure"]["code"] == "system_group"
    assert writes(site) == []


@pytest.mark.parametrize("options", [{"name": "New"}, {"manager": "user01"}, {"state": "absent"}])
def test_a_group_from_a_directory_is_refused_unless_allowed(site, options):
    result = failed(site, DIRECTORY, **options)

    assert result["failure"] == {"code": "ldap_group", "status": None, "group": DIRECTORY}
    assert result["msg"].endswith(" change the directory, or set allow_ldap_group.")
    assert writes(site) == []
    assert task(site, DIRECTORY, allow_ldap_group=True, **options)["changed"]


def test_a_group_from_a_directory_may_be_looked_at(site):
    result = task(site, "Directory team", manager="")

    assert not result["changed"]
    assert result["group"]["ldap"]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("owner accounts:write key", "missing_scope"),
        ("owner accounts:read key", "missing_scope"),
        ("room admin key", "forbidden"),
    ],
)
@pytest.mark.parametrize(
    ("group", "options"),
    [("New", {}), (DESIGN, {"manager": "user04"}), (DESIGN, {"state": "absent"})],
)
def test_keys_that_do_not_suffice(site, key, code, group, options):
    result = failed(site, group, key=key, **options)

    assert result["failure"]["code"] == code
    assert not result["changed"]
    assert site.portal.mutations == 0


# --- changing -----------------------------------------------------------------------------------


def test_renaming_is_one_read_and_one_write(site):
    result = task(site, DESIGN, name="Style")

    assert site.group("Style")["id"] == DESIGN
    assert result["group"]["name"] == "Style"
    assert result["group"]["manager"]["email"] == "user03@example.org"
    assert "members" not in result
    assert site.log() == [READ_DESIGN, f"PUT group/{DESIGN}"]
    assert sent(site) == [{"groupName": "Style"}]
    assert result["diff"] == {
        "before_header": "group Design",
        "after_header": "group Style",
        "before": "name: Design\nmanager: user03@example.org (Cleo User03)\n",
        "after": "name: Style\nmanager: user03@example.org (Cleo User03)\n",
    }


def test_a_manager_takes_one_look_up_and_one_write(site):
    result = task(site, "Design", manager="user01")

    assert site.group("Design")["manager"] == USER.format(1)
    assert site.members(DESIGN) == {"user01", "user03", "user04", "user05"}
    assert result["group"]["manager"]["email"] == "user01@example.org"
    assert site.log() == [FIND_DESIGN, "GET people/user01", f"PUT group/{DESIGN}"]
    assert sent(site) == [{"groupManager": USER.format(1)}]


def test_a_name_and_a_manager_are_one_write(site):
    result = task(site, DESIGN, name="Style", manager="pending01@example.org")

    assert result["group"]["manager"]["status"] == "pending"
    assert sent(site) == [
        {"groupName": "Style", "groupManager": "d0000000-0000-4000-8000-000000000001"}
    ]
    assert result["requests"] == {"read": 2, "write": 1}


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"name": "Design"},
        {"manager": "USER03"},
        {"manager": "User03@example.org"},
        {"manager": "{C0000000-0000-4000-8000-000000000003}"},
        {"name": "Design", "manager": "user03"},
    ],
)
def test_nothing_to_change_is_one_read(site, options):
    result = task(site, DESIGN, **options)

    assert not result["changed"]
    assert site.log() == [READ_DESIGN]
    assert result["diff"]["before"] == result["diff"]["after"]


def test_a_disabled_manager_may_stay(site):
    request(site.portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
            site.api_key())  # fmt: skip

    result = task(site, "Design", manager="user03")

    assert not result["changed"]
    assert result["group"]["manager"]["status"] == "disabled"


def test_clearing_the_manager_takes_the_person_out_and_in_again(site):
    result = task(site, DESIGN, manager="")

    assert result["changed"]
    assert site.group("Design")["manager"] is None
    assert site.members(DESIGN) == {"user03", "user04", "user05"}
    assert result["group"]["manager"] is None
    assert site.log() == [READ_DESIGN, f"PUT group/{DESIGN}", f"PUT group/{DESIGN}"]
    assert sent(site) == [{"membersToRemove": [USER.format(3)]}, {"membersToAdd": [USER.format(3)]}]
    assert result["diff"]["after"] == "name: Design\n"


def test_clearing_the_manager_and_renaming_are_no_more_writes(site):
    task(site, DESIGN, name="Style", manager="")

    assert site.group("Style")["manager"] is None
    assert sent(site) == [
        {"groupName": "Style", "membersToRemove": [USER.format(3)]},
        {"membersToAdd": [USER.format(3)]},
    ]


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_disabled_manager_cannot_be_put_in_again_so_nobody_is_taken_out(site, check_mode):
    request(site.portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
            site.api_key())  # fmt: skip
    site.portal.reset_log()

    result = failed(site, DESIGN, manager="", check_mode=check_mode)

    assert result["failure"]["code"] == "manager_fixed"
    assert result["msg"] == (
        "manager: user03@example.org (Cleo User03) can end being the manager of"
        f' "Design" ({DESIGN}) only by being taken out of it and put in again. The latter is not'
        " possible, as this person is disabled; enable the account first. Or name another manager,"
        " or only take this person out with group_members."
    )
    assert site.portal.mutations == 0
    # The way out that is named.
    assert task(site, DESIGN, manager="user04")["changed"]


# --- deleting -----------------------------------------------------------------------------------


def test_deleting_reads_the_members_deletes_and_looks(site):
    result = task(site, MIXED, state="absent", manager="user09", name=" ", members=[" "])

    read = f"GET group/{MIXED}?includeMembers=false"
    assert site.log() == [
        read,
        f"GET people/filter?count=100&groupId={MIXED}&startIndex=0",
        f"DELETE group/{MIXED}",
        read,
    ]
    assert all(group["id"] != MIXED for group in site.portal.state()["groups"])
    assert result["group"]["name"] == "Mixed states"
    assert emails(result["members"]) == [
        "disabled01@example.org",
        "disabled02@example.org",
        "pending01@example.org",
        "user01@example.org",
        "user02@example.org",
    ]
    assert result["diff"]["before"].splitlines() == [
        "name: Mixed states",
        "manager: user01@example.org (Ada User01)",
        "disabled01@example.org (Dora1 Disabled)",
        "disabled02@example.org (Dora2 Disabled)",
        "pending01@example.org (pending01@example.org)",
        "user01@example.org (Ada User01)",
        "user02@example.org (Ben User02)",
    ]
    assert (result["diff"]["after_header"], result["diff"]["after"]) == ("no group", "")


def test_deleting_a_large_group_takes_a_read_for_each_hundred_members(big_site):
    result = task(big_site, "Group of 250", state="absent")

    assert len(result["members"]) == 250
    assert result["requests"] == {"read": 1 + 3 + 1, "write": 1}


@pytest.mark.parametrize("group", ["New", UNKNOWN, "design"])
def test_a_group_that_is_not_there_need_not_be_deleted(site, group):
    result = task(site, group, state="absent")

    assert not result["changed"]
    assert result["group"] is None
    assert "members" not in result
    assert result["requests"] == {"read": 1, "write": 0}


# --- check mode ---------------------------------------------------------------------------------

SCENARIOS: dict[str, tuple[str, dict[str, Any]]] = {
    "create": ("New", {"manager": "user01", "members": ["user02"]}),
    "create empty": ("New", {}),
    "rename": (DESIGN, {"name": "Style"}),
    "set manager": ("Engineering", {"manager": "user01"}),
    "change both": (DESIGN, {"name": "Style", "manager": "user04"}),
    "clear manager": ("Design", {"manager": ""}),
    "delete": (MIXED, {"state": "absent"}),
    "nothing": ("Design", {"manager": "user03"}),
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, scenario):
    group, options = SCENARIOS[scenario]

    previewed = task(site, group, check_mode=True, **options)
    assert site.portal.mutations == 0
    assert writes(site) == []

    real = task(site, group, **options)
    assert site.portal.mutations == real["requests"]["write"]
    assert real["changed"] == (real["requests"]["write"] > 0)

    again = task(site, group, **options)
    assert not again["changed"]
    assert again["requests"]["write"] == 0

    for result in (previewed, real):
        del result["requests"]
    if scenario.startswith("create"):
        assert previewed["group"].pop("id") is None
        assert real["group"].pop("id")
    assert previewed == real


# --- what goes wrong: creating ------------------------------------------------------------------


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_creation_without_answer_that_was_made_is_a_success_with_a_warning(site, status):
    site.faults.append(("POST", "group", done_but(status)))

    result = task(site, "New", manager="user01", members=["user02"])

    assert result["changed"]
    assert result["group"]["id"] == site.group("New")["id"]
    assert "was made in full, although the portal answered otherwise" in result["warnings"][0]
    assert [line for line in site.log() if line.startswith("POST")] == ["POST group"]
    assert site.log()[-2] == FIND_NEW


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_creation_without_answer_that_was_not_made_is_a_failure_and_not_repeated(site, status):
    site.faults.append(("POST", "group", instead(status)))

    result = failed(site, "New", manager="user01")

    assert result["changed"] is False
    assert result["msg"].startswith('No group "New" was made. If the portal is still at work on it')
    assert f"{site.base_url} failed with {status}" in result["msg"]
    assert result["failure"] == {"code": "server_error", "status": status}
    assert writes(site) == []
    assert result["requests"]["write"] == 1


def test_a_name_that_the_portal_cannot_store_is_a_failure(site):
    result = failed(site, "Rocket \U0001f680")

    assert not result["changed"]
    assert 'No group "Rocket \U0001f680" was made' in result["msg"]


def test_a_creation_without_answer_beside_another_one_is_told(site):
    def twice(portal):
        for name in ["New", "New"]:
            request(portal, "POST", "group", {"groupName": name}, site.api_key())

    site.faults.append(("POST", "group", after(twice, instead(502))))

    result = failed(site, "New")

    ids = sorted(group["id"] for group in site.portal.state()["groups"] if group["name"] == "New")
    assert len(ids) == 2
    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 502, "ids": ids}
    assert f'There are 2 new groups "New": {", ".join(ids)}. Keep one' in result["msg"]


def test_a_creation_that_was_made_in_part_is_a_failure_that_says_so(site):
    def other(portal):
        body = {"groupName": "New", "members": [USER.format(2), USER.format(4)]}
        request(portal, "POST", "group", body, site.api_key())

    site.faults.append(("POST", "group", after(other, instead(500))))

    result = failed(site, "New", manager="user01", members=["user02"])

    assert result["changed"]
    assert "it has no manager instead of user01@example.org (Ada User01)" in result["msg"]
    missing = "user01@example.org (Ada User01) is not a member"
    unexpected = f"{USER.format(4)} is a member too"
    assert f"; {missing}; {unexpected}. {site.base_url} failed with 500" in result["msg"]
    assert result["failure"]["group"] == site.group("New")["id"]


def test_an_answer_to_a_creation_that_shows_no_group_is_verified_by_a_read(site):
    site.faults.append(("POST", "group", done_but(200, {"response": True})))

    result = task(site, "New", members=["user02"])

    assert result["group"]["id"] == site.group("New")["id"]
    assert result["warnings"] == []


def test_an_answer_to_a_creation_without_any_group_is_a_failure(site):
    site.faults.append(("POST", "group", instead(200, {"response": True})))

    result = failed(site, "New")

    assert result["failure"]["code"] == "not_as_planned"
    assert result["msg"].endswith("running the task again will find it.")
    assert not result["changed"]


def test_members_of_a_new_group_who_were_left_out_are_named_with_the_reasons(site):
    def disable(portal):
        people = [USER.format(1), USER.format(2)]
        request(portal, "PUT", "people/status/Terminated", {"userIds": people}, site.api_key())

    site.faults.append(("POST", "group", after(disable, partly(0, 200, {"response": True}))))

    result = failed(site, "New", members=["user01", "user02"])

    assert result["msg"].endswith(
        ": user01@example.org (Ada User01) is not a member;"
        " user02@example.org (Ben User02) is not a member."
        " user01@example.org (Ada User01) is disabled; enable the account first."
        " user02@example.org (Ben User02) is disabled; enable the account first."
    )
    assert result["changed"]


def test_a_member_who_is_disabled_meanwhile_is_refused_by_the_portal(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(2)]},
                site.api_key())  # fmt: skip

    site.faults.append(("POST", "group", before(disable)))

    result = failed(site, "New", members=["user02"])

    assert result["failure"] == {"code": "rejected", "status": 400}
    assert not result["changed"]
    # What is certain needs no look.
    assert site.log()[-1] == "POST group"


def test_what_cannot_be_verified_is_said_and_counted_as_a_change(site):
    def go_blind(portal):
        site.faults.append(("GET", "group", instead(500)))

    site.faults.append(("POST", "group", after(go_blind, instead(504))))

    result = failed(site, "New")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 504, "verified": False}


def test_every_request_asks_only_for_what_it_needs(site):
    """Whole objects take a portal much longer, and some of its lists fail with them."""
    task(site, "New", manager="user01", members=[f"user0{number}" for number in range(1, 8)])
    site.faults.append(("PUT", DESIGN, done_but(500)))
    task(site, DESIGN, manager="")
    failed(site, "Other", key="owner accounts:write key")
    asked = list(site.portal.requests)
    with_two_managers(site)
    task(site, DESIGN, state="absent")
    members = [each for each in site.portal.requests if "groupId=" in each.query][-1]
    assert "&fields=id%2CdisplayName&" in members.query
    asked += [each for each in site.portal.requests if each.method != "DELETE"]

    assert {"POST", "PUT"} <= {each.method for each in asked}
    assert [each.path for each in asked if "fields=" not in each.query] == []


# --- what goes wrong: changing ------------------------------------------------------------------


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_manager_change_without_answer_that_was_made_is_a_success_with_a_warning(site, status):
    site.faults.append(("PUT", DESIGN, done_but(status)))

    result = task(site, DESIGN, name="Style", manager="user04")

    assert result["changed"]
    said = f"although the portal answered otherwise: {site.base_url} failed with {status}"
    assert said in result["warnings"][0]
    assert writes(site) == [f"PUT group/{DESIGN}"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_manager_change_without_answer_that_was_not_made_is_not_repeated(site, status):
    site.faults.append(("PUT", DESIGN, instead(status)))

    result = failed(site, DESIGN, manager="user04")

    assert not result["changed"]
    assert writes(site) == []
    assert result["requests"]["write"] == 1
    assert result["failure"] == {"code": "server_error", "status": status, "group": DESIGN}
    instead_of = f"{USER.format(3)} is its manager instead of user04@example.org (Dan User04)"
    assert instead_of in result["msg"]


def test_renaming_alone_is_repeated_as_it_comes_to_the_same(site, naps):
    site.faults.append(("PUT", DESIGN, instead(503)))

    assert task(site, DESIGN, name="Style")["changed"]
    assert site.group("Style")


def test_a_change_that_was_made_in_part_is_a_failure_that_says_so(site):
    def rename(portal):
        request(portal, "PUT", f"group/{DESIGN}", {"groupName": "Style"}, site.api_key())

    site.faults.append(("PUT", DESIGN, after(rename, instead(500))))

    result = failed(site, DESIGN, name="Style", manager="user04")

    assert result["changed"]
    assert "its name" not in result["msg"]


def test_a_manager_who_is_left_out_in_silence_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(4)]},
                site.api_key())  # fmt: skip

    site.faults.append(("PUT", DESIGN, before(disable)))

    result = failed(site, DESIGN, manager="user04")

    assert "user04@example.org (Dan User04) is disabled; enable the account first" in result["msg"]
    assert result["failure"]["code"] == "not_as_planned"
    assert not result["changed"]


def test_an_answer_without_group_to_a_change_is_verified_by_a_read(site):
    site.faults.append(("PUT", DESIGN, done_but(200, {"response": True})))

    result = task(site, DESIGN, manager="user04")

    assert result["changed"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize(
    ("rule", "may_be_done"), [(before, False), (lambda action: after(action, instead(500)), True)]
)
def test_a_group_that_is_deleted_in_between_is_named(site, rule, may_be_done):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    site.faults.append(("PUT", DESIGN, rule(delete)))

    result = failed(site, DESIGN, name="Style")

    assert result["msg"] == f'The group "Design" ({DESIGN}) was deleted while the task ran.'
    assert result["changed"] is may_be_done


def test_a_change_that_cannot_be_verified_is_said_with_what_to_do(site):
    def go_blind(portal):
        site.faults.append(("GET", DESIGN, instead(500)))

    site.faults.append(("PUT", DESIGN, after(go_blind, done_but(504))))

    result = failed(site, DESIGN, manager="user04")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 504, "verified": False}
    assert result["msg"].endswith("Run the task again to find out and to complete it.")


# --- what goes wrong: clearing the manager ------------------------------------------------------


def in_second_step(site, rule):
    """A fault for the second of two equal requests."""
    site.faults.append(("PUT", DESIGN, before(lambda _: site.faults.append(("PUT", DESIGN, rule)))))


def lasting(site, rule):
    """A fault that stays, however often a request is repeated."""

    def again(portal, environ):
        site.faults.append(("PUT", DESIGN, again))
        return rule(portal, environ)

    return again


def test_a_first_step_that_fails_changes_nothing(site):
    site.faults.append(("PUT", DESIGN, instead(500)))

    result = failed(site, DESIGN, manager="")

    assert not result["changed"]
    assert "user03@example.org (Cleo User03) is still a member" in result["msg"]
    assert "out of the group" not in result["msg"]
    assert site.portal.mutations == 0


def test_a_first_step_that_is_done_in_part_says_who_is_left_out(site):
    def take_out(portal):
        body = {"members": [USER.format(3)]}
        request(portal, "DELETE", f"group/{DESIGN}/members", body, site.api_key())

    site.faults.append(("PUT", DESIGN, after(take_out, instead(500))))

    result = failed(site, DESIGN, name="Style", manager="")

    assert result["changed"]
    assert 'its name is "Design"' in result["msg"]
    assert result["failure"]["left_out"] == [USER.format(3)]


def test_a_first_step_that_cannot_be_verified_says_who_may_be_left_out(site):
    site.faults.append(("PUT", DESIGN, done_but(500)))
    site.faults.append(("GET", "simple/filter", instead(500)))

    result = failed(site, DESIGN, manager="")

    assert result["changed"]
    assert "user03@example.org (Cleo User03) may be out of the group" in result["msg"]
    assert result["msg"].endswith(f"{site.base_url} failed with 500; try again later.")


def test_a_manager_whom_somebody_sets_between_the_steps_is_told(site):
    def appoint(portal):
        request(portal, "PUT", f"group/{DESIGN}/manager", {"userId": USER.format(4)},
                site.api_key())  # fmt: skip

    in_second_step(site, before(appoint))

    result = failed(site, DESIGN, manager="")

    assert result["changed"]
    assert f"{USER.format(4)} is its manager instead of nobody" in result["msg"]
    assert "left_out" not in result["failure"]
    assert "user03" in site.members(DESIGN)


def test_a_first_step_that_was_done_in_spite_of_its_answer_is_followed_by_the_second(site):
    site.faults.append(("PUT", DESIGN, done_but(500)))

    result = task(site, DESIGN, manager="")

    assert len(result["warnings"]) == 1
    assert site.group("Design")["manager"] is None
    assert "user03" in site.members(DESIGN)


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (500, "", "server_error"),
        (429, "", "rate_limited"),
        (403, {"error": {"type": "System.Security.SecurityException"}}, "forbidden"),
    ],
)
def test_a_second_step_that_fails_says_who_is_left_out(site, naps, status, body, code):
    in_second_step(site, lasting(site, instead(status, body)))

    result = failed(site, DESIGN, manager="")

    assert result["changed"]
    assert result["failure"]["code"] == code
    assert result["failure"]["left_out"] == [USER.format(3)]
    assert result["msg"].startswith(
        f'user03@example.org (Cleo User03) is out of the group "Design" ({DESIGN}), having been'
        " taken out to end being its manager. Look, and add this person again with group_members;"
        " running this task again does not."
    )
    assert "user03" not in site.members(DESIGN)


def test_a_second_step_is_repeated_as_it_only_adds_a_member(site, naps):
    in_second_step(site, instead(503))

    result = task(site, DESIGN, manager="")

    assert result["warnings"] == []
    assert "user03" in site.members(DESIGN)


def test_a_second_step_that_was_done_in_spite_of_its_answer_is_a_success(site):
    in_second_step(site, done_but(500))

    result = task(site, DESIGN, manager="")

    assert len(result["warnings"]) == 1
    assert "user03" in site.members(DESIGN)


def test_a_second_step_that_cannot_be_verified_says_who_may_be_left_out(site):
    in_second_step(
        site,
        after(lambda _: site.faults.append(("GET", DESIGN, instead(500))), instead(500)),
    )

    result = failed(site, DESIGN, manager="")

    assert result["changed"]
    assert "may be out of the group" in result["msg"]
    assert "Run the task again" not in result["msg"]
    assert result["failure"]["verified"] is False
    assert result["failure"]["left_out"] == [USER.format(3)]


def test_a_person_who_is_disabled_between_the_steps_is_named_with_the_reason(site):
    def disable(portal):
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
                site.api_key())  # fmt: skip

    in_second_step(site, before(disable))

    result = failed(site, DESIGN, manager="")

    assert "is out of the group" in result["msg"]
    assert "user03@example.org (Cleo User03) is disabled; enable the account" in result["msg"]


def test_a_group_that_is_deleted_between_the_steps_is_named(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    in_second_step(site, before(delete))

    result = failed(site, DESIGN, manager="")

    assert result["msg"] == f'The group "Design" ({DESIGN}) was deleted while the task ran.'
    assert result["changed"]


# --- what goes wrong: deleting ------------------------------------------------------------------


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_deletion_without_answer_is_looked_after(site, status):
    site.faults.append(("DELETE", DESIGN, done_but(status)))

    result = task(site, DESIGN, state="absent")

    assert result["changed"]
    assert len(result["warnings"]) == 1
    assert site.log()[-1] == READ_DESIGN


def test_a_read_that_does_not_know_of_the_deletion_yet_is_repeated(site):
    def be_late(portal):
        group = {"id": DESIGN, "name": "Design", "membersCount": 3}
        site.faults.append(("GET", DESIGN, instead(200, {"response": group})))

    site.faults.append(("DELETE", DESIGN, before(be_late)))

    assert task(site, DESIGN, state="absent")["changed"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize("status", [204, 500, *LOST])
def test_a_deletion_that_was_not_made_is_a_failure_whatever_the_answer(site, status):
    site.faults.append(("DELETE", DESIGN, instead(status)))

    result = failed(site, DESIGN, state="absent")

    assert result["changed"] is False
    assert f'The group "Design" ({DESIGN}) is not as planned: it is still there.' in result["msg"]
    assert writes(site) == []
    code, seen = ("not_as_planned", None) if status == 204 else ("server_error", status)
    assert result["failure"] == {"code": code, "status": seen, "group": DESIGN}


def test_a_deletion_that_cannot_be_verified_is_said_and_counted_as_a_change(site):
    def go_blind(portal):
        site.faults.append(("GET", DESIGN, instead(500)))

    site.faults.append(("DELETE", DESIGN, after(go_blind, done_but(504))))

    result = failed(site, DESIGN, state="absent")

    assert result["changed"]
    assert result["failure"] == {"code": "server_error", "status": 504, "verified": False}
    assert "failed with 504" in result["msg"]


def test_a_group_that_somebody_else_deletes_meanwhile_was_not_deleted_by_us(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    site.faults.append(("DELETE", DESIGN, before(delete)))

    result = task(site, DESIGN, state="absent")

    assert result["changed"] is False
    assert result["group"]["id"] == DESIGN
    assert "was deleted by somebody else meanwhile" in result["warnings"][0]


# --- two managers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "options"),
    [
        (DESIGN, {"name": "Style"}),
        ("Design", {"manager": "user03"}),
        ("Design", {"state": "absent"}),
        ("Engineering", {"manager": "user05"}),
    ],
)
def test_a_portal_with_a_group_of_two_managers_is_told_with_the_way_out(site, group, options):
    with_two_managers(site)

    result = failed(site, group, **options)

    assert result["failure"]["code"] == "two_managers"
    assert "has a group with two managers" in result["msg"]
    assert "Delete this group by its id" in result["msg"]
    assert site.portal.mutations == 0


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_group_with_two_managers_is_deleted_by_its_id(site, check_mode):
    with_two_managers(site)

    result = task(site, DESIGN, state="absent", check_mode=check_mode)

    assert result["changed"]
    assert "it is deleted unseen" in result["warnings"][0]
    assert (result["group"]["id"], result["group"]["name"]) == (DESIGN, "")
    assert result["group"]["size"] == 3
    names = [person["display_name"] for person in result["members"]]
    assert names == ["Cleo User03", "Dan User04", "Eva User05"]
    assert f"{USER.format(3)} (Cleo User03)" in result["diff"]["before"]
    if check_mode:
        assert site.portal.mutations == 0
    else:
        assert site.log() == [
            READ_DESIGN,
            f"GET people/filter?count=100&groupId={DESIGN}&startIndex=0",
            f"GET people/simple/filter?count=100&groupId={DESIGN}&startIndex=0",
            f"DELETE group/{DESIGN}",
            READ_DESIGN,
        ]
        # The portal is whole again, and the group can be made again.
        assert task(site, "Design", manager="user03")["changed"]


@pytest.mark.parametrize("group", ["Engineering", GROUP.format(4)])
def test_of_members_who_cannot_be_shown_only_the_names_are_told(site, group):
    with_two_managers(site)  # user04 is in both groups

    result = task(site, group, state="absent")

    assert result["changed"]
    assert result["group"]["name"] == "Engineering"
    assert result["members"][0]["display_name"] == "Dan User04"
    assert result["warnings"] == []


def test_a_group_from_a_directory_is_refused_even_if_its_members_cannot_be_shown(site):
    with_two_managers(site)

    assert failed(site, DIRECTORY, state="absent")["failure"]["code"] == "ldap_group"


def test_a_group_with_two_managers_that_stays_is_a_failure(site):
    with_two_managers(site)
    site.faults.append(("DELETE", DESIGN, instead(503)))

    result = failed(site, DESIGN, state="absent")

    assert not result["changed"]
    assert "it is still there" in result["msg"]


def test_a_manager_change_that_met_another_one_is_told(site):
    site.faults.append(("PUT", DESIGN, after(lambda _: with_two_managers(site), done_but(200))))

    result = failed(site, DESIGN, manager="user05")

    assert result["changed"]
    assert "has a group with two managers" in result["msg"]


# --- what is sent once --------------------------------------------------------------------------

CALLS = {
    "creation": (lambda portal: portal.create_group("New", None, []), 1),
    "manager change": (lambda portal: portal.change_group(DESIGN, manager=USER.format(4)), 1),
    "deletion": (lambda portal: portal.delete_group(DESIGN), 1),
    "renaming": (lambda portal: portal.change_group(DESIGN, name="Style"), 1 + REPEATS),
    "adding": (lambda portal: portal.add_members(DESIGN, [USER.format(1)]), 1 + REPEATS),
    "removing": (lambda portal: portal.remove_members(DESIGN, [USER.format(3)]), 1 + REPEATS),
    "both": (lambda portal: portal.change_members(DESIGN, [USER.format(1)], []), 1 + REPEATS),
    "reading": (lambda portal: portal.group(DESIGN), 1 + REPEATS),
}


@pytest.mark.parametrize("name", CALLS)
def test_creations_deletions_and_manager_changes_are_sent_once_when_the_connection_is_cut(
    cutter, naps, name
):
    call, times = CALLS[name]

    with (
        pytest.raises(RequestError),
        open_portal(Connection(cutter.base_url, "sk-x"), read_only=False) as portal,
    ):
        call(portal)

    assert cutter.requests == times
