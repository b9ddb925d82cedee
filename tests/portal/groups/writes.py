# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change groups; they check the body, then the permission, then the group."""

from __future__ import annotations

from ..call import Call
from ..http import binding, failures
from ..http.envelope import NoContent
from ..http.failures import Invalid
from ..http.guid import ZERO
from ..http.properties import View
from .reads import shown
from .records import Group
from .rules import Rules

_DTO = "ASC.People.ApiModels.RequestDto"
_LONGEST_NAME = 128

_CREATE = binding.record(
    f"{_DTO}.GroupRequestDto",
    {
        "groupName": binding.text,
        "groupManager": binding.identifier,
        "members": binding.guids,
    },
    required=["groupName"],
)
_UPDATE = binding.record(
    f"{_DTO}.UpdateGroupRequest",
    {
        "groupName": binding.text,
        "groupManager": binding.identifier,
        "membersToAdd": binding.guids,
        "membersToRemove": binding.guids,
    },
)
_MEMBERS = binding.record(f"{_DTO}.MembersRequest", {"members": binding.guids})
_MANAGER = binding.record(
    f"{_DTO}.SetManagerRequest", {"userId": binding.identifier}, required=["userId"]
)


def create_group(call: Call) -> View:
    """POST group"""
    sent = call.body(_CREATE, "")
    _demand_length(sent.get("groupName"), "GroupName", shortest=1)
    call.demand_admin()
    if sent["groupName"] is None:
        raise failures.null_argument("inDto.GroupName")
    if not sent["groupName"].strip():
        raise failures.bad_argument(
            "The value cannot be an empty string or composed entirely of whitespace."
            " (Parameter 'inDto.GroupName')"
        )
    members = sent.get("members") or []
    manager = sent.get("groupManager", ZERO)
    return _written(call, _rules(call).create(sent["groupName"], manager, members), members)


def update_group(call: Call) -> View:
    """PUT group/{id}"""
    sent = call.body(_UPDATE, "Update")
    _demand_length(sent.get("groupName"), "Update.GroupName")
    call.demand_admin()
    group = call.world.groups.get(call.path["id"])
    rules = _rules(call)
    if sent.get("groupName") is not None:
        rules.rename(group, sent["groupName"])
    rules.set_manager(group, sent.get("groupManager", ZERO))
    added, removed = sent.get("membersToAdd") or [], sent.get("membersToRemove") or []
    for person_id in added:
        rules.add_member(group, person_id)
    for person_id in removed:
        rules.remove_member(group, person_id)
    return _written(call, group, added + removed)


def delete_group(call: Call) -> NoContent:
    """DELETE group/{id}"""
    call.demand_admin()
    call.work.deletes_group = True
    _rules(call).delete(call.world.groups.get(call.path["id"]))
    return NoContent()


def add_members(call: Call) -> View:
    """PUT group/{id}/members"""
    members = call.body(_MEMBERS, "Members").get("members")
    call.demand_admin()
    group = call.world.groups.get(call.path["id"])
    if members is None:
        raise failures.null_reference()
    for person_id in members:
        _rules(call).add_member(group, person_id)
    return _written(call, group, members)


def remove_members(call: Call) -> View:
    """DELETE group/{id}/members"""
    members = call.body(_MEMBERS, "Members").get("members") or []
    call.demand_admin()
    group = call.world.groups.get(call.path["id"])
    for person_id in members:
        _rules(call).remove_member(group, person_id)
    return _written(call, group, members)


def replace_members(call: Call) -> View:
    """POST group/{id}/members: the only write that looks at the people first."""
    members = call.body(_MEMBERS, "Members").get("members")
    if members is None:
        raise failures.null_argument("source")
    joinable = [person_id for person_id in members if call.world.people.may_join(person_id)]
    if not joinable:
        raise failures.bad_argument("Members")
    call.demand_admin()
    group = call.world.groups.get(call.path["id"])
    _rules(call).replace_members(group, joinable)
    return _written(call, group, members)


def move_members(call: Call) -> View:
    """PUT group/{id}/members/{target}"""
    call.demand_admin()
    source = call.world.groups.get(call.path["id"])
    target = call.world.groups.get(call.path["target"])
    return _written(call, target, _rules(call).move_members(source, target))


def set_manager(call: Call) -> View:
    """PUT group/{id}/manager"""
    person_id = call.body(_MANAGER, "SetManager")["userId"]
    call.demand_admin()
    group = call.world.groups.get(call.path["id"])
    _rules(call).set_manager(group, call.world.people.demand(person_id).id)
    return _written(call, group, [person_id])


def _rules(call: Call) -> Rules:
    return Rules(call.world.groups, call.world.people)


def _written(call: Call, group: Group, ids: list[str]) -> View:
    call.work.writes_members = True
    call.work.ids = len(ids)
    return shown(call, group)


def _demand_length(name: str | None, field: str, shortest: int = 0) -> None:
    if name is not None and not shortest <= len(name) <= _LONGEST_NAME:
        lower = f"minimum length of {shortest} and a " if shortest else ""
        limits = f"a {lower}maximum length of {_LONGEST_NAME}"
        raise Invalid(field, f"The field GroupName must be a string with {limits}.")
