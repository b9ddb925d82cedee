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
    wanted, or that it does not exist.
  - Everything that can be known beforehand is refused before anything is changed, and what the
    portal answers is compared with what was wanted. Where nothing has to change, nothing is sent.
  - A group is never created twice because an answer was lost. The module looks first whether the
    group was created.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
seealso:
  - module: onlyoffice.docspace.group_members
options:
  group:
    description:
      - The group, by its id (a GUID) or its exact name.
      - If no group has the name, O(state=present) creates one. An id that the portal does not know
        is an error then.
      - Names of groups are not unique on a portal. If several groups have the name, the task fails
        and lists their ids.
    type: str
    required: true
    aliases: [group_id]
  state:
    description:
      - V(present) creates the group if it does not exist, and gives it O(name) and O(manager).
      - V(absent) deletes the group, whoever is in it. The other options of the group are ignored
        then.
    type: str
    choices: [present, absent]
    default: present
  name:
    description:
      - A new name for the group, which must be given by its id in O(group). If it were given by its
        name, the second run of the task would not find it.
      - At most 128 characters, without blanks at the beginning or the end. The same applies to a
        name in O(group) with O(state=present).
      - Whether another group has that name is not checked.
    type: str
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
        Its members are managed by M(onlyoffice.docspace.group_members). With an id in O(group),
        which is never created, it is an error.
    type: list
    elements: str
  allow_ldap_group:
    description:
      - Whether to change or delete a group that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo the change, so that is refused by default. A task that has
        nothing to change is not refused.
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
      - The name and the manager, and of a group that is created or deleted one line for each
        member, also for disabled ones, who are not shown by the portal.
  idempotent:
    support: full
notes:
  - One read finds the group, by id or by name, except where more than 100 names contain the name.
    Nothing else is sent if nothing has to change.
  - >-
    To create a group takes one read for O(manager) and each entry of O(members), and one write.
    With more than five people, a page of 100 people of the portal is read, and then whatever takes
    fewer requests - looking up the rest, or reading all pages.
  - To rename a group takes one write, to set its manager one read for this person and one write,
    and both together the same one write. To end somebody's being manager takes two writes.
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
    group: Project Phoenix
    manager: ada@example.com
    members: [ben@example.com, cleo@example.com]
  register: phoenix

- name: Make sure that all departments exist, each with its head as manager
  onlyoffice.docspace.group:
    group: "{{ item.name }}"
    manager: "{{ item.head }}"
  loop:
    - {name: Engineering, head: ada@example.com}
    - {name: Finance, head: finn@example.com}

- name: Rename a group, whose id an earlier task has returned
  onlyoffice.docspace.group:
    group: "{{ phoenix.group.id }}"
    name: Phoenix

- name: Leave a group without manager for the time being
  onlyoffice.docspace.group:
    group: Finance
    manager: ""

- name: Delete the group of a project that is over; deleted.members tells who was in it
  onlyoffice.docspace.group:
    group: Project Phoenix
    state: absent
  register: deleted

- name: Delete a group that was damaged by two managers being set at the same time
  onlyoffice.docspace.group:
    group: 10000000-0000-4000-8000-000000000004
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

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine._group_steps import (
    Outcome,
    apply_change,
    find_if_any,
    find_to_delete,
    members_to_lose,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine._reading import (
    find_group,
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http._connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http._sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._checks import (
    check_filled,
    check_group,
    check_usable,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._groups import (
    MOST_MEMBERS,
    Change,
    changing,
    check_name,
    deleting,
    making,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._membership import (
    Reference,
    guid,
    references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal._model import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal._portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report._report import (
    group_result,
    people_result,
    whole_difference,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "group": {"type": "str", "required": True, "aliases": ["group_id"]},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "name": {"type": "str"},
    "manager": {"type": "str"},
    "members": {"type": "list", "elements": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request.

    There is at most one ``manager``; ``clear`` tells that there shall be none.
    """

    connection: Connection
    group: str
    state: str
    name: str | None
    manager: tuple[Reference, ...]
    clear: bool
    members: tuple[Reference, ...]
    allow_ldap_group: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        check_filled("group", params["group"], "give the id or the name of a group.")
        wanted = params["state"] == "present"
        if wanted:
            _check_wishes(params["group"], params["name"], params["members"])
        manager = params["manager"] if wanted else None
        clear = manager is not None and not manager.strip()
        return cls(
            connection=Connection.from_params(params),
            group=params["group"],
            state=params["state"],
            name=params["name"],
            manager=references("manager", [manager]) if manager and not clear else (),
            clear=clear,
            members=references("members", (wanted and params["members"]) or []),
            allow_ldap_group=params["allow_ldap_group"],
        )


def _check_wishes(group: str, name: str | None, members: list[str] | None) -> None:
    by_id = guid(group) is not None
    if not by_id:
        check_name("group", group)
    if name is not None:
        check_name("name", name)
        if not by_id:
            raise OptionError(
                "name", "can only be given with an id in group, or the next run finds no group."
            )
    if members and by_id:
        raise OptionError(
            "members",
            "is only for groups that are created, which a group with an id is not;"
            " use group_members.",
        )


def _plan_present(portal: Portal, options: Options) -> Change:
    if guid(options.group):
        return _plan_change(portal, options, find_group(portal, options.group))
    group = find_if_any(portal, options.group)
    return _plan_change(portal, options, group) if group else _plan_creation(portal, options)


def _plan_change(portal: Portal, options: Options, group: Group) -> Change:
    manager = group.manager
    if not (manager and any(each.means(manager) for each in options.manager)):
        people = find_people(portal, options.manager, portal.directory)
        check_usable({"manager": options.manager}, people)
        manager = next(iter(people.values()), None)
    change = changing(group, options.name, manager, options.clear)
    check_group(group, options.allow_ldap_group or not change.changes)
    return change


def _plan_creation(portal: Portal, options: Options) -> Change:
    if len(options.members) > MOST_MEMBERS:
        raise OptionError(
            "members",
            f"has {len(options.members)} entries; create the group with at most {MOST_MEMBERS},"
            " and add the others with group_members.",
        )
    named = {"manager": options.manager, "members": options.members}
    people = find_people(
        portal, tuple(dict.fromkeys(options.manager + options.members)), portal.directory
    )
    check_usable(named, people)
    manager = next((people[each] for each in options.manager), None)
    return making(options.group, manager, [people[each] for each in options.members])


def _plan_absent(portal: Portal, options: Options, group: Group | None) -> Change:
    if group is None:
        return Change(None, None)
    check_group(group, options.allow_ldap_group)
    return deleting(group, members_to_lose(portal, group))


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the group cannot be made as wanted.
    """
    options = Options.from_params(params)
    warnings = options.connection.warnings()
    with open_portal(options.connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        if options.state == "present":
            change = _plan_present(portal, options)
        else:
            group, unseen = find_to_delete(portal, options.group)
            change = _plan_absent(portal, options, group)
            warnings += unseen

        # apply
        outcome = Outcome(change.after or change.before, change.changes)
        if change.changes and not check_mode:
            outcome = apply_change(portal, change)

        # report
        result: dict[str, Any] = {
            "changed": outcome.changed,
            "group": group_result(outcome.group) if outcome.group else None,
            "requests": portal.requests,
            "warnings": warnings + list(outcome.warnings),
        }
        if diff_mode:
            result["diff"] = whole_difference(change.before, change.after, change.members)
        if change.whole:
            result["members"] = people_result(change.members)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
