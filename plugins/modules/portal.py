# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: portal
short_description: Manage people, groups, rooms, access and links of a DocSpace portal in one plan
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes the accounts, groups and rooms of an ONLYOFFICE DocSpace portal as lists say, in one task
    - what M(onlyoffice.docspace.users), M(onlyoffice.docspace.groups) and
    M(onlyoffice.docspace.rooms) do, one after the other.
  - All plans are made before the first write, from one reading of the portal, with people and
    groups as they are to be. So if anything stands in the way of any of them, one message names all
    of it and nothing is changed, and a preview shows new people in their groups and rooms.
  - Then people are written, groups after them, and rooms after these. What depends on people or
    groups that were changed is planned again with those that there are. After a failure, no later
    list is begun.
  - The role P(onlyoffice.docspace.portal#role) is this module with variables.
extends_documentation_fragment:
  - onlyoffice.docspace.user_list.optional
  - onlyoffice.docspace.group_list.optional
  - onlyoffice.docspace.room_list.optional
  - onlyoffice.docspace.show_rooms
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  users_options:
    description: What the plan for O(users) must keep to.
    type: dict
    suboptions:
      create:
        description: How new accounts are made, as in O(onlyoffice.docspace.users#module:create).
        type: str
        choices: [invite, active, never]
        default: invite
      send_password_link:
        description: As in O(onlyoffice.docspace.users#module:send_password_link).
        type: bool
        default: false
      unlisted:
        description:
          - What to do about people whom no entry is about, as in
            O(onlyoffice.docspace.users#module:unlisted).
        type: str
        choices: [ignore, report, disable]
        default: ignore
      unlisted_include:
        description: Who else counts for O(users_options.unlisted).
        type: list
        elements: str
        choices: [guests, ldap, sso]
        default: []
      max_new_seats:
        description: How many more paid seats may be used after the task than before.
        type: int
        default: 0
      max_new_users:
        description: The most accounts to make, as a number or as a percentage of all people.
        type: str
      max_disables:
        description: The most accounts to disable, as a number or as a percentage of all people.
        type: str
        default: "10"
      successor:
        description:
          - Who gets the rooms of people whose type goes down, as in
            O(onlyoffice.docspace.users#module:successor).
        type: str
      other_rooms:
        description: As in O(onlyoffice.docspace.users#module:other_rooms).
        type: str
        choices: [refuse, restore]
        default: refuse
  groups_options:
    description: What the plans for O(groups) must keep to.
    type: dict
    suboptions:
      prune:
        description: Whether to delete the groups of the portal that are not in O(groups).
        type: bool
        default: false
      prune_limit:
        description:
          - The most groups to delete because they are not in O(groups), as a number, or as a
            percentage of the groups that might be.
        type: str
        default: 10%
      prune_ldap:
        description: As in O(onlyoffice.docspace.groups#module:prune_ldap).
        type: bool
        default: false
      unknown_users:
        description:
          - What to do about people who are not on the portal, as in
            O(onlyoffice.docspace.groups#module:unknown_users).
        type: str
        choices: [fail, warn, ignore]
      max_removals:
        description:
          - The most members to remove from any one group, as a number or as a percentage.
        type: str
      max_removals_total:
        description:
          - The most members to remove from all groups together, as a number or as a percentage.
        type: str
      allow_ldap_group:
        description: As in O(onlyoffice.docspace.groups#module:allow_ldap_group).
        type: bool
        default: false
  rooms_options:
    description: What the plans for O(rooms) must keep to.
    type: dict
    suboptions:
      unknown_users:
        description:
          - What to do about people who are not on the portal, as in
            O(onlyoffice.docspace.rooms#module:unknown_users).
        type: str
        choices: [fail, warn, ignore]
      invite_guests:
        description: As in O(onlyoffice.docspace.rooms#module:invite_guests).
        type: bool
        default: false
      only_by_group:
        description: As in O(onlyoffice.docspace.rooms#module:only_by_group).
        type: str
        choices: [refuse, warn]
        default: refuse
      max_removals:
        description: The most entries to take out of any one room, as a number or as a percentage.
        type: str
      max_removals_total:
        description:
          - The most entries to take out of all rooms together, as a number or as a percentage.
        type: str
      max_archived:
        description: The most rooms to archive, as a number or as a percentage of those named.
        type: str
        default: "10"
      max_deleted:
        description: The most rooms to delete, as a number or as a percentage of those named.
        type: str
        default: "3"
      expiring_within:
        description: As in O(onlyoffice.docspace.rooms#module:expiring_within).
        type: str
      notify:
        description: As in O(onlyoffice.docspace.rooms#module:notify).
        type: bool
        default: false
      force:
        description: As in O(onlyoffice.docspace.rooms#module:force).
        type: bool
        default: false
  leavers:
    description:
      - People who leave, each by e-mail address, id or user name. They are left out of O(users) and
        O(groups), and are not let into O(rooms), with a warning. So a list of people for
        M(onlyoffice.docspace.offboard) does not have to be in step with the others.
    type: list
    elements: str
    default: []
  wait_timeout:
    description: Seconds to wait for each job of the portal.
    type: int
    default: 300
  parallel:
    description: How many requests may run side by side, from 1 to 15.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests), and the ids of what is still to
        be made, which are null.
  diff_mode:
    support: full
    details:
      - What the modules show, one after the other.
  idempotent:
    support: full
    details:
      - A second run sends no write. If O(rooms[].access.remove) names somebody who has an entry
        and is in the room by a group as well, the first run takes out the entry and warns, and
        later ones are refused. With O(rooms_options.only_by_group=warn), they only warn.
notes:
  - >-
    Requests to the portal. All people are read once, by pages of 100, and so are groups, but up to
    three groups of a list are read one by one. Where accounts change, both are read again before
    groups and rooms are planned for good. So 2,000 people and 200 groups take 24 requests if
    nothing is to do, and with 200 rooms, 40 of them with links, less than 280. All else is as with
    M(onlyoffice.docspace.users), M(onlyoffice.docspace.groups) and M(onlyoffice.docspace.rooms).
  - The key needs the scopes C(accounts:read) and C(accounts:write), and those that
    M(onlyoffice.docspace.users) and, with O(rooms), M(onlyoffice.docspace.rooms) name. It must be
    that of an administrator.
seealso:
  - module: onlyoffice.docspace.users
  - module: onlyoffice.docspace.groups
  - module: onlyoffice.docspace.rooms
  - module: onlyoffice.docspace.export
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Invite somebody, and put this person into a group
  onlyoffice.docspace.portal:
    users:
      - user: hanna@example.com
        type: user
    groups:
      - name: Engineering
        add: [hanna@example.com]

- name: Make a room for a new group, with somebody who is new too
  onlyoffice.docspace.portal:
    users:
      - user: ines@example.com
        type: user
    groups:
      - name: Research
        members: [ines@example.com]
    rooms:
      - room: Ideas
        room_type: editing
        access:
          exact: [{group: Research, level: editor}]

- name: Let the lists in the repository decide, with brakes
  onlyoffice.docspace.portal:
    users: "{{ docspace_people }}"
    users_options:
      unlisted: report
      max_new_users: 20
      max_disables: 5
    groups: "{{ docspace_groups }}"
    groups_options:
      prune: true
      prune_limit: 3
      max_removals: 25%
    rooms: "{{ docspace_rooms }}"
    rooms_options:
      max_removals_total: 20
"""

RETURN = r"""
users:
  description: What was done for each entry of O(users), as
    RV(onlyoffice.docspace.users#module:users) has it.
  returned: with O(users), on success and failures after a write
  type: list
  elements: dict
unlisted:
  description: The people whom no entry is about, as
    RV(onlyoffice.docspace.users#module:unlisted) has it.
  returned: with O(users), on success and failures after a write
  type: list
  elements: dict
seats:
  description: The paid seats, as RV(onlyoffice.docspace.users#module:seats) has it.
  returned: with O(users), on success and failures after a write
  type: dict
groups:
  description: What was done for each group, as
    RV(onlyoffice.docspace.groups#module:groups) has it.
  returned: with O(groups), on success and failures after their first write
  type: list
  elements: dict
rooms:
  description: What was done for each room, as RV(onlyoffice.docspace.rooms#module:rooms) has it.
  returned: with O(rooms), on success and failures after their first write
  type: list
  elements: dict
rooms_of_people:
  description: The rooms that people lose, gain, or have another level in by what becomes of
    accounts and groups, not by O(rooms), as RV(onlyoffice.docspace.groups#module:rooms) has them.
  returned: success with O(show_rooms)
  type: list
  elements: dict
expiring:
  description: Access that ends soon, as RV(onlyoffice.docspace.rooms#module:expiring) has it.
  returned: with O(rooms), on success and failures after their first write
  type: list
  elements: dict
unknown:
  description: The people named for groups and rooms who are not on this portal, as they were
    written.
  returned: success
  type: list
  elements: str
  sample: [left-long-ago@example.org]
summary:
  description: How many of what were changed, in a preview would be.
  returned: success, and failures after a write
  type: dict
  contains:
    users:
      description: How many accounts.
      returned: with O(users)
      type: dict
      contains: &counts
        created:
          description: Made.
          type: int
          sample: 2
        changed:
          description: Changed.
          type: int
          sample: 1
        disabled:
          description: Disabled, of accounts.
          type: int
          sample: 0
        deleted:
          description: Deleted, of groups.
          type: int
          sample: 0
        unchanged:
          description: As they were.
          type: int
          sample: 40
        failed:
          description: Not as desired.
          type: int
          sample: 0
    groups:
      description: How many groups.
      returned: with O(groups)
      type: dict
      contains: *counts
    rooms:
      description: How many rooms, entries and links, with the keys of
        RV(onlyoffice.docspace.rooms#module:summary).
      returned: with O(rooms)
      type: dict
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 24
    write:
      description: Requests that write. Always 0 in check mode, and where nothing changes.
      type: int
      sample: 2
failure:
  description:
    - Why the task failed, for machines. All codes and their keys are in
      R(Failure codes,ansible_collections.onlyoffice.docspace.docsite.failure_codes).
  returned: failure
  type: dict
  contains:
    code:
      description: The kind of failure.
      type: str
      sample: several
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import within
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.whole_portal import (
    apply_portal,
    plan_portal,
    read_portal_effects,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.account_options import (
    ACCOUNT_LIST,
    ACCOUNT_RULES,
    AccountRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_account import (
    parse_accounts,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list_rules import (
    GroupListRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_options import (
    GROUP_LIST,
    GROUP_RULES,
    parse_groups,
    parse_prune,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.whole_portal import (
    DesiredGroups,
    DesiredPortal,
    DesiredRooms,
    DesiredUsers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.whole_room_options import (
    ROOM_LIST,
    ROOM_RULES,
    parse_room_rules,
    parse_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_effects import (
    room_effects_diff,
    room_effects_facts,
    room_effects_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.whole_portal import (
    portal_result,
)


def _rules(options: dict[str, Any]) -> dict[str, Any]:
    return {"type": "dict", "options": options, "apply_defaults": True}


ARGUMENT_SPEC: dict[str, Any] = {
    "users": ACCOUNT_LIST,
    "users_options": _rules(ACCOUNT_RULES),
    "groups": GROUP_LIST,
    "groups_options": _rules(GROUP_RULES),
    "rooms": ROOM_LIST,
    "rooms_options": _rules(ROOM_RULES),
    "leavers": {"type": "list", "elements": "str", "default": []},
    "show_rooms": {"type": "bool", "default": False},
    "wait_timeout": {"type": "int", "default": 300},
    "parallel": {"type": "int", "default": 4},
}
CONSTRAINTS: dict[str, Any] = {"required_one_of": [("users", "groups", "rooms")]}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    desired: DesiredPortal
    show_rooms: bool
    wait_timeout: int
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        connection = Connection.from_params(params)
        rooms = _rooms(params, connection.base_url.partition("://")[2])
        return cls(
            connection=connection,
            desired=DesiredPortal(_users(params), _groups(params), rooms),
            show_rooms=params["show_rooms"],
            wait_timeout=check_range(
                "wait_timeout", params["wait_timeout"], 1, 86400, unit=" seconds"
            ),
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )


def _users(params: dict[str, Any]) -> DesiredUsers | None:
    if params["users"] is None:
        return None
    accounts = parse_accounts(params["users"])
    with within("users_options"):
        rules = AccountRules.from_params(params["users_options"], accounts, params["leavers"])
    return DesiredUsers(accounts, rules)


def _groups(params: dict[str, Any]) -> DesiredGroups | None:
    if params["groups"] is None:
        return None
    groups = parse_groups(params["groups"])
    with within("groups_options"):
        rules = GroupListRules.from_params(params["groups_options"])
        prune = parse_prune(params["groups_options"])
    return DesiredGroups(groups, rules, prune, parse_references("leavers", params["leavers"]))


def _rooms(params: dict[str, Any], address: str) -> DesiredRooms | None:
    if params["rooms"] is None:
        return None
    now = datetime.now(timezone.utc)
    rooms = parse_rooms(params["rooms"], now)
    with within("rooms_options"):
        rules = parse_room_rules(params["rooms_options"], now)
    leavers = parse_references("leavers", params["leavers"])
    return DesiredRooms(rooms, rules, address, leavers)


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not everything can be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        plan = plan_portal(portal, options.desired)
        effects, unseen = read_portal_effects(portal, plan, options.show_rooms)

        # apply
        done = apply_portal(portal, options.desired, plan, check_mode, options.wait_timeout)

        # report
        result = portal_result(done, options.connection.warnings(), diff_mode)
        result["warnings"] += [*unseen, *room_effects_warnings(effects)]
        if effects is not None:
            result["rooms_of_people"] = room_effects_facts(effects)["rooms"]
        if diff_mode:
            result["diff"] += room_effects_diff(effects)
        return {**result, "requests": portal.requests}


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
