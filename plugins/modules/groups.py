# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: groups
short_description: Manage a whole list of DocSpace groups in one plan
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes groups of an ONLYOFFICE DocSpace portal as a list says, in one task with one plan. Groups
    are created, renamed and deleted, get their managers, and have the members desired.
  - The portal is read once. If anything stands in the way, such as a name that two groups have, a
    guest, or a plan that removes too many, one message names all of it and nothing is changed. Then
    each group that differs is written, and what is deleted goes last.
  - A failure in one group does not stop the others, but nothing is deleted then. The task fails,
    and RV(groups) tells for each group what was done.
  - The role P(onlyoffice.docspace.groups#role) is this module with variables, and
    P(onlyoffice.docspace.export#role) writes such a list from a portal.
extends_documentation_fragment:
  - onlyoffice.docspace.group_list
  - onlyoffice.docspace.show_rooms
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  prune:
    description:
      - Whether to delete the groups of the portal that are not in O(groups).
      - The portal's system groups are never deleted.
    type: bool
    default: false
  prune_limit:
    description:
      - The most groups to delete because they are not in O(groups), as a number such as V(3), or as
        a percentage of the groups that might be.
      - A task that would delete more fails before anything is changed, in check mode too.
    type: str
    default: 10%
  prune_ldap:
    description:
      - Whether groups that a directory synchronisation (LDAP) owns are deleted too if they are not
        in O(groups).
    type: bool
    default: false
  leavers:
    description:
      - People who leave, each by id, e-mail address or user name. Where O(groups) makes one of them
        a member or a manager, this is left out, and the task warns.
      - So a list of leavers that another task takes out of all groups does not have to be in step
        with O(groups).
    type: list
    elements: str
  preview_users:
    description:
      - People as an earlier task M(onlyoffice.docspace.users) leaves them, for check mode, in which
        that task has changed nothing. Give its results C(users) and C(disabled).
      - So a preview knows who will have an account, another address or another status, or be a
        guest no more. Those without an account count as if they had one, with a warning.
      - Without check mode, this is ignored.
    type: list
    elements: dict
  unknown_users:
    description:
      - What to do about people who are not on this portal. V(fail) ends the task before anything
        is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - The default is V(warn) for people in O(groups[].remove), as people who have left the
        portal are in no group, and V(fail) for all others.
      - A list of the only members in which nobody is on this portal is always an error, as it would
        empty the group.
    type: str
    choices: [fail, warn, ignore]
  max_removals:
    description:
      - The most members to remove from any one group, as a number such as V(10), or as a
        percentage of its present members such as V(25%).
      - A task that would remove more fails before anything is changed, in check mode too.
    type: str
  max_removals_total:
    description:
      - The most members to remove from all groups together, as a number, or as a percentage of all
        present members of the groups named. Somebody who is removed from two groups counts twice.
      - A task that would remove more fails before anything is changed, in check mode too.
    type: str
  allow_ldap_group:
    description:
      - Whether to change groups that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo the change, so such groups are refused by default.
    type: bool
    default: false
  parallel:
    description:
      - How many requests may run side by side, from 1 to 15. Two writes on one group never do.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests), and the ids of groups that are
        still to be created, which are null.
  diff_mode:
    support: full
    details:
      - Only groups that change are shown, each with the properties that change, and with one line
        for each person. The header says how many members there are, and whether all of them or only
        those who are named are listed.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. Up to three groups are read one by one. Of more, the groups of the
    portal are read by pages of 100, or a page and then one by one if that is fewer. With
    O(prune=true) all pages are read.
  - >-
    Memberships are read in the way that costs the portal least - looking up each person who is
    named, which shows all their groups; reading the members of a group by pages of 100, always for
    O(groups[].members) and for groups that are deleted; or reading all people of the portal with
    their groups, by pages of 100. So 200 groups of 50 members, on a portal of 2,000 people, take 24
    requests if nothing is to do.
  - One write creates a group with up to 100 members, and one deletes it, followed by one read. A
    group that O(prune=true) deletes is read once more before, and kept if it has changed. One
    write changes the name and the manager of a group, and one its members, up to 100 people of them
    at a time. To leave a group without manager takes two.
  - In check mode, if anything would change, one or two more reads tell whether the key may write.
    If it may not, the task warns.
  - The technical accounts of the portal and its system groups are refused.
  - Groups are written side by side, but never one group twice at a time. Do not set the manager of
    one group in two tasks that run at the same time. The portal would have two managers for it
    then, and fail wherever this group is shown.
seealso:
  - module: onlyoffice.docspace.group
  - module: onlyoffice.docspace.memberships
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let the list in the repository decide which groups there are and who is in them
  onlyoffice.docspace.groups:
    groups:
      - name: Engineering
        manager: ada@example.com
        members: [ben@example.com, cleo@example.com]
      - name: Finance
        no_manager: true
        add: [dan@example.com]
        remove: [eva@example.com]
      - name: Sales
        new_name: Sales and Marketing
      - name: Project Phoenix
        state: absent
    max_removals: 25%
    max_removals_total: 10

- name: Delete the groups that are not in the list, but never many at once
  onlyoffice.docspace.groups:
    groups: "{{ docspace_groups }}"
    prune: true
    prune_limit: 3

- name: Invite people
  onlyoffice.docspace.users:
    users:
      - user: hanna@example.com
        type: user
  register: people

- name: Put them into a group, in a preview too, in which nobody was invited
  onlyoffice.docspace.groups:
    groups:
      - name: Engineering
        add: [hanna@example.com]
    preview_users: "{{ people.users + people.disabled }}"

- name: Make a group for each team of a dictionary
  onlyoffice.docspace.groups:
    groups: "{{ teams | dict2items(key_name='name', value_name='members') }}"
    unknown_users: warn
  vars:
    teams:
      Engineering: [ada@example.com, ben@example.com]
      Finance: [dan@example.com]
"""

RETURN = r"""
groups:
  description: What was done, for each group in the order of O(groups), and then for those that are
    deleted because they are not there.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    id:
      description: The group's id. Null in check mode for a group that is still to be created.
      type: str
      sample: 10000000-0000-4000-8000-000000000004
    name:
      description: Its name.
      type: str
      sample: Engineering
    manager:
      description: Its manager after the task, with the same keys as in RV(groups[].added), or null.
      type: dict
    ldap:
      description: Whether a directory synchronisation owns it.
      type: bool
    size:
      description: How many members the portal shows after the task. Disabled ones are not among
        them.
      type: int
      sample: 4
    added:
      description: The people who were not members before, by e-mail address; all of a new group.
        Like the keys before it but RV(groups[].id) and RV(groups[].name), it is missing where
        nothing could be read after a write without answer.
      type: list
      elements: dict
      contains:
        id:
          description: The person's id.
          type: str
          sample: c0000000-0000-4000-8000-000000000005
        display_name:
          description: The person's name.
          type: str
          sample: Eva User05
        email:
          description: The person's e-mail address.
          type: str
          sample: user05@example.org
        status:
          description: V(active), V(disabled), or V(pending) for an invitation not yet accepted.
          type: str
          sample: active
    removed:
      description: The people who are no longer members, with the same keys; all of a deleted group.
      type: list
      elements: dict
    action:
      description: V(created), V(changed), V(deleted), or V(none) if there was nothing to do.
      type: str
      sample: changed
    changed:
      description: Whether this group was changed.
      type: bool
    failed:
      description: Whether this group is not as desired.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
unknown:
  description: The people named who are not on this portal, as they were written.
  returned: success
  type: list
  elements: str
  sample: [left-long-ago@example.org]
rooms:
  description: The rooms that people lose, gain or have at another level through the task, by e-mail
    address and title.
  returned: success with O(show_rooms)
  type: list
  elements: dict
  contains:
    user:
      description: Who it is, with the keys C(id), C(display_name) and C(email). Without an account
        yet, the id is null.
      type: dict
    open_invitation:
      description: Whether the person has not accepted the invitation to the portal, and has the
        access only as soon as that is done.
      type: bool
    room:
      description: The room.
      type: dict
      contains:
        id:
          description: Its id.
          type: str
          sample: "12"
        title:
          description: Its title.
          type: str
          sample: Contracts
        archived:
          description: Whether it is in the archive.
          type: bool
    before:
      description: As what the person is in the room before the task. Null if not at all.
      type: dict
      contains:
        level:
          description: The level, V(owner), or V(administrator) for those who read every room.
          type: str
          sample: editor
        cause:
          description: V(owner), V(direct) for an entry of this person, V(group), or
            V(administrator).
          type: str
          sample: group
        groups:
          description: The groups that give this level, each with C(id) and C(name). Empty for other
            causes.
          type: list
          elements: dict
    after:
      description: The same after the task. Null if not at all.
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
      sample: group_not_found
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_list_reads import (
    plan_list,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_list_writes import (
    apply_list,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_effects import (
    read_room_effects,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.coming_people import (
    ComingPeople,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_group import (
    DesiredGroup,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_effects import (
    changes_of_groups,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list_rules import (
    GroupListRules,
    Prune,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_options import (
    GROUP_LIST,
    GROUP_RULES,
    parse_groups,
    parse_prune,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.group_list import (
    group_list_diff,
    group_list_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_effects import (
    room_effects_diff,
    room_effects_facts,
    room_effects_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "groups": {**GROUP_LIST, "required": True},
    "leavers": {"type": "list", "elements": "str"},
    "preview_users": {"type": "list", "elements": "dict"},
    **GROUP_RULES,
    "show_rooms": {"type": "bool", "default": False},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    groups: tuple[DesiredGroup, ...]
    prune: Prune | None
    leavers: tuple[Reference, ...]
    preview_users: ComingPeople
    rules: GroupListRules
    show_rooms: bool
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        return cls(
            connection=Connection.from_params(params),
            groups=parse_groups(params["groups"]),
            prune=parse_prune(params),
            leavers=parse_references("leavers", params["leavers"] or []),
            preview_users=ComingPeople.parse("preview_users", params["preview_users"] or []),
            rules=GroupListRules.from_params(params),
            show_rooms=params["show_rooms"],
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all groups can be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        coming = options.preview_users if check_mode else None
        plan = plan_list(
            portal, options.groups, options.rules, options.prune, options.leavers, coming
        )
        changes = changes_of_groups(plan.group_plans)
        effects, unseen = read_room_effects(portal, options.show_rooms, changes)

        # apply
        outcomes = apply_list(portal, plan.group_plans, check_mode)

        # report
        result = group_list_result(plan, outcomes, options.rules)
        result.update(room_effects_facts(effects), requests=portal.requests)
        result["warnings"] = options.connection.warnings() + result["warnings"]
        result["warnings"] += [*unseen, *room_effects_warnings(effects)]
        if diff_mode:
            result["diff"] = group_list_diff(plan.group_plans) + room_effects_diff(effects)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
