# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read groups."""

from __future__ import annotations

from .. import views
from ..call import Call
from ..http.envelope import Page
from ..http.guid import ZERO
from ..http.paging import Paging
from ..http.properties import View
from . import search
from .members import visible_members
from .records import Group


def list_groups(call: Call) -> Page:
    """GET group"""
    page = Paging.of(call.query)
    user_id = call.query.identifier("userId") or ZERO
    as_manager = call.query.flag("manager")
    call.demand_reader()
    world = call.world
    found = search.find_groups(world.groups, call.query.text("filterValue"), user_id, as_manager)
    key = search.group_key(page, lambda person_id: world.people[person_id].first_name)
    groups = page.cut(page.order(found, key))
    call.work.group_rows = len(groups)
    rows = [views.group_with_count(world, group) for group in groups]
    return Page(rows, len(found), min(max(len(found) - page.start, 0), page.count))


def get_group(call: Call) -> View:
    """GET group/{id}"""
    with_members = call.query.required_flag("includeMembers", default=True)
    call.demand_reader()
    group = call.world.groups.get(call.path["id"])
    return shown(call, group) if with_members else views.group_with_count(call.world, group)


def groups_of_person(call: Call) -> list[View]:
    """GET group/user/{id}"""
    call.demand_reader()
    groups = call.world.groups.remembered(call.path["id"])
    return [views.group_of_person(call.world, group) for group in groups]


def shown(call: Call, group: Group) -> View:
    """A group with its visible members."""
    members = visible_members(group, call.world.people)
    call.work.members = len(members)
    return views.group_with_members(call.world, group, members, call.shows_groups)
