# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: group
short_description: Create, rename and delete a DocSpace group, and set its manager and members
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes sure that a group of an ONLYOFFICE DocSpace portal exists, with the name, the manager and
    the members desired, or that it does not exist.
  - Everything that can be known beforehand is refused before anything is changed, and what the
    portal answers is compared with what was desired. Where nothing has to change, nothing is sent.
  - A group is never created twice because an answer was lost. The module looks first whether the
    group was created.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
seealso:
  - module: onlyoffice.docspace.group_members
  - module: onlyoffice.docspace.groups
options:
  name:
    description:
      - The exact name of the group. If no group has it, O(state=present) creates one.
      - Names of groups are not unique on a portal. If several groups have the name, the task fails
        and lists their ids.
      - A name that is given to a group has at most 128 characters, without blanks at the beginning
        or the end.
      - Either this option or O(id) is required, and each excludes the other.
    type: str
  id:
    description:
      - The id of a group that exists, a GUID. Excludes O(name).
      - With O(state=present), an id that the portal does not know is an error.
    type: str
  new_name:
    description:
      - The name that the group is to have. A group given by O(name) is then never created. If no
        group has O(name) any more, and one has the new name, it is renamed already.
      - A name that another group has is refused, unless O(allow_twin_names=true).
    type: str
  state:
    description:
      - V(present) creates the group if it does not exist, and gives it O(new_name), O(manager) and
        O(members).
      - V(absent) deletes the group, whoever is in it. The other options of the group are ignored
        then.
    type: str
    choices: [present, absent]
    default: present
  manager:
    description:
      - The group's manager, by id, e-mail address or user name. This person becomes a member, and
        the manager before remains one.
      - Without this option, the manager stays who it is.
      - Excludes O(no_manager).
    type: str
  no_manager:
    description:
      - Whether the group is to have no manager. A portal can only do this by taking the manager out
        of the group and putting this person in again at once. So this is refused for a manager who
        is disabled and could not be put in again, unless this person leaves the group anyway.
      - Excludes O(manager).
    type: bool
  members:
    description:
      - Who is to be in the group, as in M(onlyoffice.docspace.group_members). The manager is a
        member in any case, if the task names one.
      - Without this option, the members stay who they are.
    type: dict
    suboptions:
      add:
        description:
          - People who are to be members, whoever else is, each by id, e-mail address or user name.
          - Excludes O(members.exact).
        type: list
        elements: str
      remove:
        description:
          - People who are not to be members. Nobody may be in O(members.add) too.
          - Excludes O(members.exact).
        type: list
        elements: str
      exact:
        description:
          - The people who are to be the only members. An empty list empties the group, except for
            its O(manager).
          - Excludes O(members.add) and O(members.remove).
        type: list
        elements: str
  unknown_users:
    description:
      - What to do about people in O(members) who are not on this portal. V(fail) ends the task
        before anything is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - The default is V(warn) for people in O(members.remove), as people who have left the portal
        are in no group, and V(fail) for all others. A manager who is not there is always an error.
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
      - Whether to change or delete a group that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo the change, so that is refused by default. A task that has
        nothing to change is not refused.
    type: bool
    default: false
  allow_twin_names:
    description:
      - Whether to rename a group even if another one has the new name. As neither can be given by
        name then, this needs O(id).
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests), and the id of a group that is
        still to be created, which is null.
  diff_mode:
    support: full
    details:
      - The properties and members that change. Of a group that is created or deleted all
        properties and members, also the disabled ones, whom the portal does not show.
  idempotent:
    support: full
notes:
  - One read finds the group, by id or by name, except where more than 100 names contain the name.
    Nothing else is sent if nothing but its name and its manager are desired and they are so.
  - >-
    O(manager) and the people in O(members) are looked up one by one, or the members of the group
    are read by pages of 100, always for O(members.exact). For a new group with more than 14 people,
    a page of 100 people of the portal is read, and then whatever takes fewer requests - looking up
    the rest, or reading all pages.
  - One write creates a group with up to 100 members. One write changes its name and manager, and
    one its members, up to 100 people of them at a time. A new name takes one more read, for others
    that have it. To leave the group without manager takes two writes.
  - To delete a group takes one read for each 100 members, for the sake of RV(removed) and the diff,
    one write, and one read to see that the group is gone. Where the portal cannot show the members
    because of two managers, one more read for their names.
  - In check mode, if anything would change, one or two more reads tell whether the key may write.
    If it may not, the task warns.
  - The creation of a group, its deletion and changes of its manager are sent once and never
    repeated. If the answer is lost, the module reads what became of the request.
  - Two managers of one group that are set at the same time make a portal fail wherever this group
    or its members would be shown. Do not set the manager of one group in tasks that run side by
    side. The way out is to delete that group by its id, which this module does without reading it.
  - The system groups of the portal are refused.
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Create a group for a new project with its first members
  onlyoffice.docspace.group:
    name: Project Phoenix
    manager: ada@example.com
    members:
      add: [ben@example.com, cleo@example.com]
  register: phoenix

- name: Make sure that all departments exist, each with its head as manager
  onlyoffice.docspace.group:
    name: "{{ item.name }}"
    manager: "{{ item.head }}"
  loop:
    - {name: Engineering, head: ada@example.com}
    - {name: Finance, head: finn@example.com}

- name: Let somebody else manage a group, and the former manager leave it
  onlyoffice.docspace.group:
    name: Finance
    manager: finn@example.com
    members:
      remove: [dan@example.com]

- name: Rename a group
  onlyoffice.docspace.group:
    name: Project Phoenix
    new_name: Phoenix

- name: Rename a group, whatever it is called now, by the id that an earlier task has returned
  onlyoffice.docspace.group:
    id: "{{ phoenix.group.id }}"
    new_name: Phoenix

- name: Leave a group without manager for the time being
  onlyoffice.docspace.group:
    name: Finance
    no_manager: true

- name: Delete the group of a project that is over; deleted.removed tells who was in it
  onlyoffice.docspace.group:
    name: Project Phoenix
    state: absent
  register: deleted

- name: Delete a group that was damaged by two managers being set at the same time
  onlyoffice.docspace.group:
    id: 10000000-0000-4000-8000-000000000004
    state: absent
"""

RETURN = r"""
group:
  description: The group as it is after the task, or as it was if the task has deleted it.
    Null if there was nothing to delete.
  returned: success
  type: dict
  contains:
    id:
      description: Its id. Null in check mode for a group that is still to be created.
      type: str
      sample: 10000000-0000-4000-8000-000000000004
    name:
      description: Its name. Empty if a group was deleted that the portal could not show.
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
  description: The people who were not members before, by e-mail address. All of a new group.
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
        V(unknown), and no e-mail address, if a group was deleted that the portal could not show.
      type: str
      sample: active
removed:
  description: The people who are no longer members, with the same keys as in RV(added). All of a
    deleted group.
  returned: success, and failures after a write
  type: list
  elements: dict
unknown:
  description: The entries of O(members) that mean nobody on this portal, as they were written.
  returned: success
  type: list
  elements: str
  sample: [left-long-ago@example.org]
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
      description: The kind of failure. V(two_managers) stands for a group with two managers.
      type: str
      sample: group_not_found
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_list_reads import (
    plan_one,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_list_writes import (
    apply_list,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_group import (
    DesiredGroup,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_list_rules import (
    GroupListRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    check_group_id,
    check_group_reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.group_diff import (
    group_diff,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.group_list import (
    one_group_result,
)

_PEOPLE = {"type": "list", "elements": "str"}
ARGUMENT_SPEC: dict[str, Any] = {
    "name": {"type": "str"},
    "id": {"type": "str"},
    "new_name": {"type": "str"},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "manager": {"type": "str"},
    "no_manager": {"type": "bool"},
    "members": {
        "type": "dict",
        "options": {"add": _PEOPLE, "remove": _PEOPLE, "exact": _PEOPLE},
        "mutually_exclusive": [["exact", "add"], ["exact", "remove"]],
        "required_one_of": [["add", "remove", "exact"]],
    },
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "max_removals": {"type": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "allow_twin_names": {"type": "bool", "default": False},
}
CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [("id", "name")],
    "required_one_of": [("id", "name")],
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    group: DesiredGroup
    rules: GroupListRules

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        if params["allow_twin_names"] and params["id"] is None:
            raise OptionError(
                "allow_twin_names",
                "needs the group's id; by name, the next run could not tell the groups apart.",
            )
        return cls(
            connection=Connection.from_params(params),
            group=_desired(params),
            rules=GroupListRules.from_params(params),
        )


def _desired(params: dict[str, Any]) -> DesiredGroup:
    group_id, name = check_group_id(params["id"]), check_group_reference(params["name"])
    if params["state"] == "absent":
        return DesiredGroup(id=group_id, name=name, absent=True)
    add, remove, exact = (
        parse_references(f"members, {option}", (params["members"] or {}).get(option) or [])
        for option in ("add", "remove", "exact")
    )
    return DesiredGroup(
        id=group_id,
        name=name,
        new_name=params["new_name"],
        manager=parse_reference("manager", params["manager"]),
        no_manager=bool(params["no_manager"]),
        add=add or exact,
        remove=remove,
        exact=(params["members"] or {}).get("exact") is not None,
        may_be_new=True,
        allow_twin_names=params["allow_twin_names"],
    )


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
        plan = plan_one(portal, options.group, options.rules)

        # apply
        (outcome,) = apply_list(portal, plan.group_plans, check_mode)

        # report
        result = one_group_result(plan, outcome, options.rules)
        result["requests"] = portal.requests
        result["warnings"] = options.connection.warnings() + result["warnings"]
        if diff_mode:
            result["diff"] = group_diff(plan.group_plans[0])
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
