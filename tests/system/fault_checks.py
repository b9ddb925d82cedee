# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What must be so after a fault: the result tells the truth, and the next run succeeds."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import group_members
from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal
from ansible_collections.onlyoffice.docspace.tests.system.fault_access_tasks import check_entries
from ansible_collections.onlyoffice.docspace.tests.system.fault_account_checks import (
    check_account_rows,
    check_accounts,
    give_back,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_cells import (
    Cell,
    Result,
    State,
    facts,
    known_as,
    normal,
    run,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import KEY, STACK
from ansible_collections.onlyoffice.docspace.tests.system.fault_leaver_checks import (
    check_handovers,
    check_leavers,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_room_checks import (
    check_room,
    comparable_room,
    comparable_whole_room,
)
from ansible_collections.onlyoffice.docspace.tests.system.fault_tasks import TASKS

#: What depends on the way and not on the portal.
_NOT_COMPARED = ("failed", "requests", "warnings", "diff")


def check_result(cell: Cell, before: State, faults: Faults, result: Result) -> str:
    """Compare what a task says with the truth on the portal, before and after.

    :returns: how it ended, for the totals.
    """
    check_words(result)
    assert _has_happened(cell, faults)
    before, after = facts(before), facts(faults.portal.state())
    wanted = normal(cell.task)
    unverified = result["failed"] and not _is_verified(result)
    if unverified:
        # To say that, it must have been impossible to read the truth.
        assert result["changed"]
        assert _is_unreadable(cell, faults), faults.arrived
        for entry in result.get("groups", ()):  # of other groups it may be known
            if not (entry["failed"] and entry["changed"]):
                check_members(entry, before, after)
    else:
        assert result["changed"] == (before != after), result
        check_people(cell, result, before, after)
        if TASKS[cell.task][0] == "room" and not cell.kind.denial:
            check_room(result, before["settings"], after["settings"])
    if result["failed"]:
        assert result["failure"]["code"]
        if unverified:
            return "failed, truth not to be read, says so"
        return "failed, something done, says what" if result["changed"] else "failed, nothing done"
    expected = {k: v for k, v in _comparable(wanted.result).items() if k not in _NOT_COMPARED}
    told = _comparable(result)
    if cell.kind.denial and {k: told.get(k) for k in expected} != expected:
        return "succeeded, believing a denial"
    assert after == wanted.wanted, result
    assert {key: told[key] for key in expected} == expected
    return "succeeded"


def _comparable(result: Result) -> Result:
    """A result without the ids of groups that were created, which are random."""
    told = dict(result)
    for key in ("folder", "sha256"):  # of files that name the address of the portal
        told.pop(key, None)
    if "unlisted" in told:
        for key in told.keys() & {"users", "added"}:
            told[key] = [{**each, "id": known_as(each)} for each in told[key]]
    if told.get("link"):  # that of a link into a room is made of the address of the portal
        told["link"] = {**told["link"], "id": None}
    if told.get("group") and "groups" not in told:
        told["group"] = {**told["group"], "id": _key(told["group"])}
    if told.get("room"):
        told["room"] = comparable_room(told["room"])
    if told.get("rooms") and "links" in told["rooms"][0]:
        told["rooms"] = list(map(comparable_whole_room, told["rooms"]))
    if "groups" in told:
        told["groups"] = [
            _with_known_ids(each) if "action" in each else each for each in told["groups"]
        ]
    return told


def _with_known_ids(group: Result) -> Result:
    """A group that was made or changed, without random ids."""
    found = {**group, "id": _key(group)}
    for key in found.keys() & {"added", "removed"}:
        found[key] = [{**each, "id": known_as(each)} for each in found[key]]
    return found


def check_words(result: Result) -> None:
    """Everything that is shown is fit to be shown."""
    text = repr(result)
    for secret in (KEY, STACK.strip(), "GroupController", "Traceback", "<html"):
        assert secret not in text
    if result["failed"]:
        sentence = result["msg"]
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence


def check_people(cell: Cell, result: Result, before: State, after: State) -> None:
    """The lists of people are exactly who came and who went."""
    if TASKS[cell.task][0] == "portal":
        check_lists(cell, result, before, after)
    elif TASKS[cell.task][0] in ("groups", "memberships") and "groups" in result:
        check_groups(cell, result, before, after)
    elif TASKS[cell.task][0] in ("access", "room_access"):
        check_entries(result, before["entries"], after["entries"])
    elif TASKS[cell.task][0] == "offboard" and "leavers" in result:
        check_leavers(cell, result, before, after)
        check_handovers(cell, result["leavers"], before, after)
    elif TASKS[cell.task][0] == "user_handover" and "users" in result:
        check_handovers(cell, result["users"], before, after)
    elif "unlisted" in result:
        check_accounts(cell, result, before, after)
    elif "added" in result:
        check_members(result, before, after)
    elif TASKS[cell.task][0] == "group_members" and result["changed"]:
        # The group is gone, and nobody is in it.
        assert result["failure"]["code"] == "group_not_found"
    elif result["failed"] and "users" in result:
        changed = [k for k in after["people"] if before["people"][k] != after["people"][k]]
        assert sorted(user["id"] for user in result["users"]) == sorted(changed)


def check_lists(cell: Cell, result: Result, before: State, after: State) -> None:
    """What is said of each of several lists."""
    if "users" in result:
        check_account_rows(cell, result, before, after)
    if "groups" in result:
        check_groups(cell, result, before, after)


def check_groups(cell: Cell, result: Result, before: State, after: State) -> None:
    """What is said of each of several groups."""
    for entry in result["groups"]:
        # Of a group that is said to be gone, nobody is named.
        if not (cell.kind.denial and entry["failed"]):
            check_members(entry, before, after)
    told = {_key(each) for each in result["groups"] if each["changed"]}
    keys = before["groups"].keys() | after["groups"].keys()
    assert told == {key for key in keys if before["groups"].get(key) != after["groups"].get(key)}


def _key(entry: Result) -> str:
    """A group of a result, as `facts` calls it."""
    known = str(entry["id"]).startswith("1")
    return str(entry["id"] if known else entry["name"])


#: As much of a group that is not there.
_NO_GROUP: Any = (None, None, frozenset())


def check_members(entry: Result, before: State, after: State) -> None:
    """The lists of one group."""
    groups = before["groups"].keys() | after["groups"].keys()
    groups = {_key(entry)} & groups if "id" in entry else groups
    added, removed = set(), set()
    for key in groups:
        was, now = (state["groups"].get(key, _NO_GROUP)[2] for state in (before, after))
        added |= now - was
        removed |= was - now
    assert {known_as(person) for person in entry["added"]} == added
    assert {known_as(person) for person in entry["removed"]} == removed


def _is_verified(result: Result) -> bool:
    failure = result["failure"]
    problems = failure.get("problems", [failure])
    return all(problem.get("verified", True) for problem in problems)


def _has_happened(cell: Cell, faults: Faults) -> bool:
    if "refuse" in cell.kind.entries[0]:
        return not faults.schedule
    return any(faulty for _method, _path, faulty in faults.arrived)


def _is_unreadable(cell: Cell, faults: Faults) -> bool:
    """Whether a read after a write went wrong, or could not even arrive."""
    written = False
    for method, _path, faulty in faults.arrived:
        written |= method != "GET"
        if written and faulty and method == "GET":
            return True
    return written and "refuse" in cell.kind.entries[0]


def check_again(cell: Cell, result: Result, again: Result, portal: Portal, base_url: str) -> None:
    """A second run, where nothing went wrong, has made everything as wanted."""
    assert not again["failed"], again
    out = result.get("failure", {}).get("left_out")
    if out:  # a failure that says so, and what to do about it
        members = {"group": again["group"]["id"], "members": out}
        assert not run(group_members, members, base_url)["failed"]
    left = result.get("failure", {}).get("rooms_left")
    if left:  # so does this one, which no other run can make good
        for room in left:
            give_back(room, base_url)
        # Their levels are not as before.
        now, wanted = facts(portal.state()), normal(cell.task).wanted
        assert now | {"entries": {}} == wanted | {"entries": {}}
        portal.reset_log()
        return
    # Who was told in the midst that the group is gone could not go on.
    if not (cell.kind.denial and result["failed"] and result["changed"]):
        assert facts(portal.state()) == normal(cell.task).wanted, again
    portal.reset_log()


def check_third(third: Result, portal: Portal) -> None:
    """A third run has changed nothing."""
    assert (third["failed"], third["changed"], portal.mutations) == (False, False, 0), third
