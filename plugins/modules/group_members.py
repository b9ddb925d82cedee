# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: group_members
short_description: Manage the members of a DocSpace group
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Adds people to a group of an ONLYOFFICE DocSpace portal, removes them from it, or makes the
    group consist of exactly the people named.
  - Compares the present members with the ones named, sends only the difference, in one request,
    and compares the portal's answer with the plan. Where nothing has to change, nothing is sent.
  - Disabled people stay in their groups without being shown there, and have their access back as
    soon as they are enabled. This module sees them. O(state=absent) and O(state=exact) remove
    them, and O(state=present) does not report them as added.
extends_documentation_fragment:
  - onlyoffice.docspace.show_rooms
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  group:
    description:
      - The group, by its id (a GUID) or its exact name.
      - Names of groups are not unique on a portal. If several groups have the name, the task fails
        and lists their ids.
    type: str
    required: true
  members:
    description:
      - People, each by id, e-mail address or user name. The notations can be mixed, and somebody
        who is named several times counts once.
      - Case does not matter in e-mail addresses and user names. Ids may have any notation of a
        GUID.
      - With an empty list, O(state=exact) empties the group, and the other states do nothing.
    type: list
    elements: str
    required: true
  state:
    description:
      - V(present) makes the people named members, and leaves all other members alone.
      - V(absent) makes sure that none of the people named is a member.
      - V(exact) makes the people named members, and removes everybody else.
    type: str
    choices: [present, absent, exact]
    default: present
  unknown_members:
    description:
      - What to do about entries of O(members) that mean nobody on this portal. V(fail) ends the
        task before anything is changed, V(warn) warns, and V(ignore) only returns them in
        RV(unknown).
      - The default is V(warn) for O(state=absent), as people who have left the portal are in no
        group, and V(fail) otherwise.
      - A list of the only members in which nobody is on this portal is always an error, as it would
        empty the group.
    type: str
    choices: [fail, warn, ignore]
  max_removals:
    description:
      - The most members to remove, as a number such as V(10), or as a percentage of the present
        members such as V(25%).
      - A task that would remove more fails before anything is changed, in check mode too.
    type: str
  allow_ldap_group:
    description:
      - Whether to change a group that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo the change, so that is refused by default. A task that has
        nothing to change is not refused.
    type: bool
    default: false
  preview_missing_group:
    description:
      - Whether, in check mode, a group that does not exist counts as one without members, with a
        warning. So a task can be previewed whose group an earlier task would only have created.
        Such a group must be given by its name, as it has no id yet.
      - Without check mode, a group that does not exist is always an error.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
    details:
      - One line for each person. Unless O(state=exact), only people who are named in O(members)
        are listed.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. With up to five people in O(members), one read for the group and one
    for each person, whatever the size of the group, and one write; no write if nothing changes.
    One read more if a disabled member was removed, as the answer to the write cannot show that.
    One read more for each e-mail address that nobody has, as it may be a user name.
  - >-
    With more people than that, the members are read by pages of 100 where this costs the portal
    less than looking up each person. O(state=exact) always reads them. People to add who are not
    members are then looked up, up to five of them one by one. With more, a page of the remaining
    people of the portal is read, and then whatever takes fewer requests - looking up the rest, or
    reading all pages. A further page begins with the last row of the one before, which proves that
    nobody was missed while others changed the list.
  - >-
    The key of a room administrator is not shown disabled people. Where a task has nothing to change
    with O(state=exact), or did not find somebody on a list, and no list has shown anybody disabled,
    one read, or three, tell whether the key sees them. If it does not, the task fails.
  - >-
    In check mode, one or two reads more tell whether the real run would be allowed to make the
    changes. If it would not, the task warns.
  - A group that is named by its name instead of its id takes no further read, except where more
    than 100 names contain it. If no group has the name, one read finds names that are like it.
  - A write covers up to 100 people. Only larger changes are split.
  - The three technical accounts of the portal and its system groups are refused.
  - Removing the manager of a group also ends their being its manager. The task warns about that.
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Remove two leavers from a group
  onlyoffice.docspace.group_members:
    group: Engineering
    members:
      - ben@example.com
      - cleo@example.com
    state: absent

- name: Add the newcomers of a project, whose accounts must exist
  onlyoffice.docspace.group_members:
    group: 10000000-0000-4000-8000-000000000004
    members: "{{ newcomers }}"
  vars:
    newcomers: [dan@example.com, eva@example.com]

- name: Let the list in the repository decide who is in Finance, but never remove many at once
  onlyoffice.docspace.group_members:
    group: Finance
    members: [ada@example.com, finn@example.com]
    state: exact
    max_removals: 25%

- name: Close a project by emptying its group
  onlyoffice.docspace.group_members:
    group: Project Phoenix
    members: []
    state: exact

- name: Take a leaver out of several groups of one portal
  onlyoffice.docspace.group_members:
    base_url: https://portal.example.com
    api_key: "{{ docspace_api_key }}"
    group: "{{ item }}"
    members: [gina@example.com]
    state: absent
    unknown_members: ignore
  loop: [Engineering, Finance, Legal]

- name: Set the connection once for all modules of the collection
  module_defaults:
    group/onlyoffice.docspace.docspace:
      base_url: https://portal.example.com
      api_key: "{{ docspace_api_key }}"
      ca_path: /etc/ssl/certs/company-ca.pem
  block:
    - name: Add the team lead to both groups
      onlyoffice.docspace.group_members:
        group: "{{ item }}"
        members: [hugo@example.com]
      loop: [Engineering, Legal]
"""

RETURN = r"""
group:
  description: The group as it is after the task.
  returned: success
  type: dict
  contains:
    id:
      description: Its id.
      type: str
      sample: 10000000-0000-4000-8000-000000000004
    name:
      description: Its name.
      type: str
      sample: Engineering
    manager:
      description: Its manager, with the same keys as in RV(added), or null.
      type: dict
    ldap:
      description: Whether a directory synchronisation owns it.
      type: bool
    size:
      description: How many members the portal shows. Disabled ones are not among them.
      type: int
      sample: 4
added:
  description: The people who were not members before, by e-mail address.
  returned: success, and failures after a write
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
  description: The people who are no longer members, with the same keys as in RV(added).
  returned: success, and failures after a write
  type: list
  elements: dict
members:
  description: All members after the task, with the same keys as in RV(added).
  returned: success with O(state=exact)
  type: list
  elements: dict
unknown:
  description: The entries of O(members) that mean nobody on this portal, as they were written.
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
      sample: 3
    write:
      description: Requests that write. Always 0 in check mode, and where nothing changes.
      type: int
      sample: 1
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
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    Limit,
    parse_limit,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_reads import (
    find_or_preview,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_reads import (
    read_snapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_writes import (
    apply_membership,
    done_of,
    planned,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
    preview_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_effects import (
    read_room_effects,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_effects import (
    changes_of_membership,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    PREVIEW_ADVICE,
    check_managed_here,
    check_no_system_group,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    DesiredMembership,
    group_after,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership_rules import (
    check_people,
    check_removals,
    check_somebody_known,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups import group_result
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.membership import (
    manager_warnings,
    membership_diff,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    people_result,
    unknown_result,
    unknown_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_effects import (
    room_effects_diff,
    room_effects_facts,
    room_effects_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "group": {"type": "str", "required": True},
    "members": {"type": "list", "elements": "str", "required": True},
    "state": {"type": "str", "choices": ["present", "absent", "exact"], "default": "present"},
    "unknown_members": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "max_removals": {"type": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "preview_missing_group": {"type": "bool", "default": False},
    "show_rooms": {"type": "bool", "default": False},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    group: str
    members: tuple[Reference, ...]
    state: str
    unknown_members: str
    max_removals: Limit | None
    allow_ldap_group: bool
    preview_missing_group: bool
    show_rooms: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        state = params["state"]
        return cls(
            connection=Connection.from_params(params),
            group=params["group"],
            members=parse_references("members", params["members"]),
            state=state,
            unknown_members=params["unknown_members"] or ("warn" if state == "absent" else "fail"),
            max_removals=parse_limit("max_removals", params["max_removals"]),
            allow_ldap_group=params["allow_ldap_group"],
            preview_missing_group=params["preview_missing_group"],
            show_rooms=params["show_rooms"],
        )

    def desired(self, group: Group) -> DesiredMembership:
        """What these options want of a group."""
        if self.state == "absent":
            return DesiredMembership(group, remove=self.members)
        return DesiredMembership(group, add=self.members, exact=self.state == "exact")


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the group cannot be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        group, warnings = find_or_preview(
            portal,
            options.group,
            check_mode and options.preview_missing_group,
            PREVIEW_ADVICE if check_mode else "",
        )
        check_no_system_group(group)
        desired = options.desired(group)
        if group.id:
            snapshot = read_snapshot(portal, [desired])
        else:  # only the preview takes it for a group, and nobody is in it
            snapshot = read_snapshot(portal, [], options.members)
        plan = snapshot.plan(desired)
        check_managed_here(group, options.allow_ldap_group or not plan.changes)
        unknown = snapshot.unknown(options.members)
        if unknown or (plan.exact and not plan.changes):  # a write would prove it otherwise
            check_sight(portal, f"members of {group.label}")
        if plan.exact:
            check_somebody_known(options.members, snapshot)
        check_people(plan, unknown if options.unknown_members == "fail" else [])
        check_removals(plan, group, options.max_removals)
        # A group that only the preview takes for one is in no room.
        changes = changes_of_membership(group, plan) if group.id else []
        effects, unseen = read_room_effects(portal, options.show_rooms, changes)

        # apply
        outcome = planned(plan)
        if plan.changes and not check_mode:
            outcome = apply_membership(portal, group, plan, audited=plan.exact)

        # report
        done = done_of(plan, outcome) or plan
        people = {"added": people_result(done.add), "removed": people_result(done.remove)}
        outcome.demand_success(**people)
        warnings = options.connection.warnings() + warnings + outcome.warnings
        warnings += [*manager_warnings(group, plan), *unseen, *room_effects_warnings(effects)]
        if options.unknown_members == "warn":
            warnings += unknown_warnings("members", unknown)
        if plan.changes and check_mode:
            warnings += preview_warnings(portal)
        result = {
            "changed": outcome.changed,
            "group": group_result(group_after(group, done)),
            **people,
            "unknown": unknown_result(unknown),
            **room_effects_facts(effects),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            of_rooms = room_effects_diff(effects)
            diff = membership_diff(plan, group)
            result["diff"] = [diff, *of_rooms] if of_rooms else diff
        if plan.exact:
            result["members"] = people_result(plan.after)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
