# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: group
short_description: Create, rename and delete DocSpace groups, and set their managers
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes sure that a group of an ONLYOFFICE DocSpace portal exists, with the name and the manager
    desired, or that it does not exist.
  - Everything that can be known beforehand is refused before anything is changed, and what the
    portal answers is compared with what was desired. Where nothing has to change, nothing is sent.
  - A group is never created twice because an answer was lost. The module looks first whether the
    group was created.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
seealso:
  - module: onlyoffice.docspace.group_members
options:
  name:
    description:
      - The exact name of the group. If no group has it, O(state=present) creates one.
      - Names of groups are not unique on a portal. If several groups have the name, the task fails
        and lists their ids.
      - A name that is given to a group has at most 128 characters, without blanks at the beginning
        or the end.
      - Either this option or O(id) is required.
    type: str
  id:
    description:
      - The id of a group that exists, a GUID.
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
      - V(present) creates the group if it does not exist, and gives it O(new_name) and O(manager).
      - V(absent) deletes the group, whoever is in it. The other options of the group are ignored
        then.
    type: str
    choices: [present, absent]
    default: present
  manager:
    description:
      - The group's manager, by id, e-mail address or user name. This person becomes a member, and
        the manager before remains one.
      - With an empty string, the group has no manager. A portal can only do this by taking the
        manager out of the group and putting this person in again at once. So this is refused for a
        manager who is disabled and could not be put in again.
      - Without this option, the manager stays who it is.
    type: str
  members:
    description:
      - The members of a group that is to be created, each by id, e-mail address or user name, at
        most 100. The manager need not be among them.
      - If the group exists, this option is ignored, and nobody in it is looked up.
        Its members are managed by M(onlyoffice.docspace.group_members). With O(id) or O(new_name),
        with which no group is created, it is an error.
    type: list
    elements: str
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
      - The properties that change, and a manager who becomes a member by that. Of a group that is
        created or deleted all properties and members, also the disabled ones, whom the portal does
        not show.
  idempotent:
    support: full
notes:
  - One read finds the group, by id or by name, except where more than 100 names contain the name.
    Nothing else is sent if nothing has to change.
  - >-
    To create a group takes one read for O(manager) and each entry of O(members), and one write.
    With more than five people, a page of 100 people of the portal is read, and then whatever takes
    fewer requests - looking up the rest, or reading all pages.
  - To rename a group takes one read for others with the new name, and one write. To set its manager
    takes one read for this person, and one write, which is the same if the group is renamed too. To
    leave it without manager takes two writes.
  - To delete a group takes one read for each 100 members, for the sake of RV(members) and the diff,
    one write, and one read to see that the group is gone. Where the portal cannot show the members
    because of two managers, one more read for their names.
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
    members: [ben@example.com, cleo@example.com]
  register: phoenix

- name: Make sure that all departments exist, each with its head as manager
  onlyoffice.docspace.group:
    name: "{{ item.name }}"
    manager: "{{ item.head }}"
  loop:
    - {name: Engineering, head: ada@example.com}
    - {name: Finance, head: finn@example.com}

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
    manager: ""

- name: Delete the group of a project that is over; deleted.members tells who was in it
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
      description: Its manager, with the same keys as in RV(members), or null.
      type: dict
    ldap:
      description: Whether a directory synchronisation owns it.
      type: bool
    size:
      description: How many members the portal shows. Disabled ones are not among them.
      type: int
      sample: 4
members:
  description: The members of the group that was created, or those whom the deleted group had, by
    e-mail address.
  returned: when the group was created or deleted
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
  description: Why the task failed, for machines.
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
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_reads import (
    check_name_is_free,
    find_group_or_none,
    find_group_to_delete,
    find_manager,
    the_group,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_writes import (
    apply_group,
    planned,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_reads import (
    read_members_to_lose,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    MAX_MEMBERS,
    check_group_id,
    check_group_reference,
    check_managed_here,
    check_name,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.groups import (
    GroupPlan,
    plan_change,
    plan_creation,
    plan_deletion,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import check_can_join
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.properties import (
    check_changeable,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.group_diff import (
    group_diff,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups import group_result
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    people_result,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "name": {"type": "str"},
    "id": {"type": "str"},
    "new_name": {"type": "str"},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "manager": {"type": "str"},
    "members": {"type": "list", "elements": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "allow_twin_names": {"type": "bool", "default": False},
}
CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [("id", "name")],
    "required_one_of": [("id", "name")],
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request.

    :param manager: None if the option is left out, () if there shall be none.
    """

    connection: Connection
    group_id: str | None
    name: str | None
    new_name: str | None
    state: str
    manager: tuple[Reference, ...] | None
    members: tuple[Reference, ...]
    allow_ldap_group: bool
    allow_twin_names: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        is_present = params["state"] == "present"
        group_id = check_group_id(params["id"])
        name = check_group_reference(params["name"])
        new_name = params["new_name"] if is_present else None
        if is_present:
            _check_desired(name, new_name, params["members"])
            if params["allow_twin_names"] and group_id is None:
                raise OptionError(
                    "allow_twin_names",
                    "needs the group's id; by name, the next run could not tell the groups apart.",
                )
        return cls(
            connection=Connection.from_params(params),
            group_id=group_id,
            name=name,
            new_name=new_name,
            state=params["state"],
            manager=_manager(params["manager"]) if is_present else None,
            members=parse_references("members", (is_present and params["members"]) or []),
            allow_ldap_group=params["allow_ldap_group"],
            allow_twin_names=params["allow_twin_names"],
        )

    @property
    def reference(self) -> tuple[str, str]:
        """The id or the name, and its option; a name that could be an id is refused."""
        return (self.group_id, "id") if self.group_id else (self.name or "", "name")


def _check_desired(name: str | None, new_name: str | None, members: list[str] | None) -> None:
    for option, text in (("name", name), ("new_name", new_name)):
        if text is not None:
            check_name(option, text)
    if members and (name is None or new_name is not None):
        raise OptionError(
            "members",
            "is only for groups that are created, which a group with an id or a new_name is not;"
            " use group_members.",
        )


def _manager(text: str | None) -> tuple[Reference, ...] | None:
    if text is None:
        return None
    return parse_references("manager", [text]) if text.strip() else ()


def _plan_present(portal: Portal, options: Options) -> GroupPlan:
    group = _find(portal, options)
    if group is None:
        return _plan_creation(portal, options)
    desired: dict[str, Any] = {}
    if options.new_name is not None:
        desired["name"] = options.new_name
    if options.manager is not None:
        desired["manager"] = find_manager(portal, options.manager, group)
    plan = plan_change(group, desired)
    check_changeable(plan.comparison)
    check_managed_here(group, options.allow_ldap_group or not plan.changes)
    if plan.after and plan.after.name != group.name and not options.allow_twin_names:
        check_name_is_free(portal, plan.after.name)
    return plan


def _find(portal: Portal, options: Options) -> Group | None:
    """The group; None if it is to be created."""
    group = find_group_or_none(portal, *options.reference)
    if group is None and options.name and options.new_name:  # perhaps it is renamed already
        group = find_group_or_none(portal, options.new_name, "new_name")
    if group is None and (options.group_id or options.new_name):
        text, option = options.reference
        return the_group(text, [], option)
    return group


def _plan_creation(portal: Portal, options: Options) -> GroupPlan:
    if len(options.members) > MAX_MEMBERS:
        raise OptionError(
            "members",
            f"has {len(options.members)} entries; create the group with at most {MAX_MEMBERS},"
            " and add the others with group_members.",
        )
    managers = options.manager or ()
    named = tuple(dict.fromkeys(managers + options.members))
    people = find_people(portal, named, portal.people.listing)
    check_can_join({"manager": managers, "members": options.members}, people)
    manager = next((people[each] for each in managers), None)
    return plan_creation(options.name or "", manager, [people[each] for each in options.members])


def _plan_absent(portal: Portal, options: Options, group: Group | None) -> GroupPlan:
    if group is None:
        return GroupPlan(None, None)
    check_managed_here(group, options.allow_ldap_group)
    return plan_deletion(group, read_members_to_lose(portal, group))


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
    warnings = options.connection.warnings()
    with open_portal(options.connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        if options.state == "present":
            plan = _plan_present(portal, options)
        else:
            group, unseen = find_group_to_delete(portal, *options.reference)
            plan = _plan_absent(portal, options, group)
            warnings += unseen

        # apply
        outcome = planned(plan)
        if plan.changes and not check_mode:
            outcome = apply_group(portal, plan)

        # report
        outcome.demand_success()
        result: dict[str, Any] = {
            "changed": outcome.changed,
            "group": group_result(outcome.seen) if outcome.seen else None,
            "requests": portal.requests,
            "warnings": warnings + outcome.warnings,
        }
        if diff_mode:
            result["diff"] = group_diff(plan)
        if plan.creates_or_deletes:
            result["members"] = people_result(plan.members)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
