# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: memberships
short_description: Manage the members of many DocSpace groups at once
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes the memberships of many groups of an ONLYOFFICE DocSpace portal as desired, in one task
    with one plan.
  - Everything is read and checked first. If anything stands in the way, such as an unknown group,
    a guest, or a plan that removes too many, one message names all of it and nothing is changed.
    Then each group that differs is written, with one request that also leaves one audit event and
    one webhook. Groups that are as desired are not written.
  - A failure in one group does not stop the others. The task then fails, and RV(groups) tells for
    each group what was done.
  - Groups must exist. M(onlyoffice.docspace.group_members) does the same for one group.
extends_documentation_fragment:
  - onlyoffice.docspace.show_rooms
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  groups:
    description:
      - The groups, each with its desired members.
      - A group may stand here only once.
    type: list
    elements: dict
    required: true
    suboptions:
      group:
        description:
          - The group, by its id (a GUID) or its exact name.
        type: str
        required: true
      add:
        description:
          - People who are to be members, each by id, e-mail address or user name, as in
            M(onlyoffice.docspace.group_members).
          - Excludes O(groups[].exact).
        type: list
        elements: str
      remove:
        description:
          - People who are not to be members. Nobody may be in O(groups[].add) too.
          - Excludes O(groups[].exact).
        type: list
        elements: str
      exact:
        description:
          - The people who are to be the only members. An empty list empties the group.
          - Excludes O(groups[].add) and O(groups[].remove).
        type: list
        elements: str
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
  parallel:
    description:
      - How many requests may run side by side, from 1 to 15. Two writes on one group never do.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
    details:
      - Only groups that change are shown, with one line for each person.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. Up to three groups are read one by one. Of more, the groups of the
    portal are read by pages of 100, or a page and then one by one if that is fewer.
  - >-
    Memberships are read in the way that costs the portal least - looking up each person who is
    named, which shows all their groups; reading the members of a group by pages of 100, always for
    O(groups[].exact); or reading all people of the portal with their groups, by pages of 100.
    So 200 groups of 50 members, on a portal of 2,000 people, take 24 requests if nothing is to do.
  - A write covers up to 100 people of one group. Only larger changes are split.
  - In check mode, if anything would change, one or two more reads tell whether the key may write.
    If it may not, the task warns.
  - The technical accounts of the portal and its system groups are refused.
  - Removing the manager of a group also ends their being its manager. The task warns about that.
seealso:
  - module: onlyoffice.docspace.group_members
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let the lists in the repository decide who is in which group
  onlyoffice.docspace.memberships:
    groups:
      - group: Engineering
        exact: [ada@example.com, ben@example.com, cleo@example.com]
      - group: Finance
        exact: [dan@example.com]
    max_removals: 25%
    max_removals_total: 10

- name: Somebody changes teams
  onlyoffice.docspace.memberships:
    groups:
      - group: Engineering
        remove: [eva@example.com]
      - group: Finance
        add: [eva@example.com]

- name: Keep a few people in and others out, whoever else is there
  onlyoffice.docspace.memberships:
    groups:
      - group: 10000000-0000-4000-8000-000000000004
        add: [finn@example.com]
        remove: [gina@example.com, hugo@example.com]
      - group: Legal
        remove: [gina@example.com, hugo@example.com]
    unknown_users: warn
"""

RETURN = r"""
groups:
  description: What was done, for each group in the order of O(groups).
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    id:
      description: The group's id.
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
      description: The people who were not members before, by e-mail address. Like the keys before
        it but RV(groups[].id) and RV(groups[].name), it is missing where nothing could be read
        after a write without answer.
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
      description: The people who are no longer members, with the same keys.
      type: list
      elements: dict
    action:
      description: V(changed), or V(none) if there was nothing to do.
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

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.guids import parse_guid
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    check_range,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
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
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_group import (
    DesiredGroup,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_effects import (
    changes_of_groups,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list_rules import (
    GroupListRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    PREVIEW_ADVICE,
    check_group_reference,
    previewed,
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
    "groups": {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": {
            "group": {"type": "str", "required": True},
            "add": {"type": "list", "elements": "str"},
            "remove": {"type": "list", "elements": "str"},
            "exact": {"type": "list", "elements": "str"},
        },
        "mutually_exclusive": [["exact", "add"], ["exact", "remove"]],
        "required_one_of": [["add", "remove", "exact"]],
    },
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "max_removals": {"type": "str"},
    "max_removals_total": {"type": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "preview_missing_group": {"type": "bool", "default": False},
    "show_rooms": {"type": "bool", "default": False},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    groups: tuple[DesiredGroup, ...]
    rules: GroupListRules
    show_rooms: bool
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any], check_mode: bool) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        preview = check_mode and params["preview_missing_group"]
        return cls(
            connection=Connection.from_params(params),
            groups=tuple(_desired(entry, check_mode, preview) for entry in params["groups"]),
            rules=GroupListRules.from_params(params),
            show_rooms=params["show_rooms"],
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )


def _desired(entry: dict[str, Any], check_mode: bool, may_be_new: bool) -> DesiredGroup:
    place = f'groups, "{printable(entry["group"])}", '
    add, remove, exact = (
        parse_references(f"{place}{option}", entry[option] or [])
        for option in ("add", "remove", "exact")
    )
    group_id = parse_guid(entry["group"])
    return DesiredGroup(
        place=place,
        id=group_id,
        name=None if group_id else check_group_reference(entry["group"], f"{place}group"),
        add=add or exact,
        remove=remove,
        exact=entry["exact"] is not None,
        may_be_new=may_be_new,
        advice=PREVIEW_ADVICE if check_mode else "",
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
    options = Options.from_params(params, check_mode)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        plan = plan_list(portal, options.groups, options.rules)
        changes = changes_of_groups(plan.group_plans)
        effects, unseen = read_room_effects(portal, options.show_rooms, changes)

        # apply
        outcomes = apply_list(portal, plan.group_plans, check_mode)

        # report
        result = group_list_result(plan, outcomes, options.rules)
        result.update(room_effects_facts(effects), requests=portal.requests)
        missing = [found.desired.reference for found, _plan in plan.plans if not found.group]
        previews = list(map(previewed, missing))
        result["warnings"] = options.connection.warnings() + previews + result["warnings"]
        result["warnings"] += [*unseen, *room_effects_warnings(effects)]
        if diff_mode:
            result["diff"] = group_list_diff(plan.group_plans) + room_effects_diff(effects)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
