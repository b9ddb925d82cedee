# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on groups. The order of the checks is the server's: body, permission, group."""

from __future__ import annotations

from . import binding, directory, failures, views
from .call import Call
from .envelope import NoContent, Page
from .failures import Invalid
from .guid import ZERO
from .paging import Paging
from .records import Group

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


def list_groups(call: Call) -> Page:
    """GET group"""
    page = Paging.of(call.query)
    user_id = call.query.identifier("userId") or ZERO
    as_manager = call.query.flag("manager")
    call.demand_reader()
    found = directory.find_groups(call.world, call.query.text("filterValue"), user_id, as_manager)
    groups = page.cut(page.order(found, directory.group_key(call.world, page)))
    call.work.group_rows = len(groups)
    rows = [views.full_group(call.world, group) for group in groups]
    return Page(rows, len(found), min(max(len(found) - page.start, 0), page.count))


def get_group(call: Call) -> views.View:
    """GET group/{id}"""
    with_members = call.query.required_flag("includeMembers", default=True)
    call.demand_reader()
    group = call.world.group(call.path["id"])
    return _shown(call, group) if with_members else views.full_group(call.world, group)


def groups_of_person(call: Call) -> list[views.View]:
    """GET group/user/{id}"""
    call.demand_reader()
    groups = call.world.groups_of(call.path["id"])
    return [views.group_summary(call.world, group) for group in groups]


def create_group(call: Call) -> views.View:
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
    return _written(call, call.world.create_group(sent["groupName"], manager, members), members)


def update_group(call: Call) -> views.View:
    """PUT group/{id}"""
    sent = call.body(_UPDATE, "Update")
    _demand_length(sent.get("groupName"), "Update.GroupName")
    call.demand_admin()
    group = call.world.group(call.path["id"])
    if sent.get("groupName") is not None:
        call.world.rename(group, sent["groupName"])
    call.world.set_manager(group, sent.get("groupManager", ZERO))
    added, removed = sent.get("membersToAdd") or [], sent.get("membersToRemove") or []
    for person_id in added:
        call.world.add_member(group, person_id)
    for person_id in removed:
        call.world.remove_member(group, person_id)
    return _written(call, group, added + removed)


def delete_group(call: Call) -> NoContent:
    """DELETE group/{id}"""
    call.demand_admin()
    call.work.deletes_group = True
    call.world.delete_group(call.world.group(call.path["id"]))
    return NoContent()


def add_members(call: Call) -> views.View:
    """PUT group/{id}/members"""
    members = call.body(_MEMBERS, "Members").get("members")
    call.demand_admin()
    group = call.world.group(call.path["id"])
    if members is None:
        raise failures.null_reference()
    for person_id in members:
        call.world.add_member(group, person_id)
    return _written(call, group, members)


def remove_members(call: Call) -> views.View:
    """DELETE group/{id}/members"""
    members = call.body(_MEMBERS, "Members").get("members") or []
    call.demand_admin()
    group = call.world.group(call.path["id"])
    for person_id in members:
        call.world.remove_member(group, person_id)
    return _written(call, group, members)


def replace_members(call: Call) -> views.View:
    """POST group/{id}/members: the only write that looks at the people first."""
    members = call.body(_MEMBERS, "Members").get("members")
    if members is None:
        raise failures.null_argument("source")
    joinable = call.world.joinable(members)
    if not joinable:
        raise failures.bad_argument("Members")
    call.demand_admin()
    group = call.world.group(call.path["id"])
    call.world.replace_members(group, joinable)
    return _written(call, group, members)


def move_members(call: Call) -> views.View:
    """PUT group/{id}/members/{target}"""
    call.demand_admin()
    source = call.world.group(call.path["id"])
    target = call.world.group(call.path["target"])
    moved = [person.id for person in call.world.visible_members(source)]
    call.world.move_members(source, target)
    return _written(call, target, moved)


def set_manager(call: Call) -> views.View:
    """PUT group/{id}/manager"""
    person_id = call.body(_MANAGER, "SetManager")["userId"]
    call.demand_admin()
    group = call.world.group(call.path["id"])
    call.world.set_manager(group, call.world.person(person_id).id)
    return _written(call, group, [person_id])


def _shown(call: Call, group: Group) -> views.View:
    members = call.world.visible_members(group)
    call.work.members = len(members)
    return views.full_group(call.world, group, members, call.shows_groups)


def _written(call: Call, group: Group, ids: list[str]) -> views.View:
    call.work.writes_members = True
    call.work.ids = len(ids)
    return _shown(call, group)


def _demand_length(name: str | None, field: str, shortest: int = 0) -> None:
    if name is not None and not shortest <= len(name) <= _LONGEST_NAME:
        lower = f"minimum length of {shortest} and a " if shortest else ""
        limits = f"a {lower}maximum length of {_LONGEST_NAME}"
        raise Invalid(field, f"The field GroupName must be a string with {limits}.")
