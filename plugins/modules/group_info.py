# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: group_info
short_description: List DocSpace groups and their members
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Tells which groups there are on an ONLYOFFICE DocSpace portal, all or those that are asked for,
    and who their members are.
  - A group or person that does not exist is no failure, but gives an empty list.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  all:
    description:
      - All groups. One of O(all), O(group), O(search), O(member) and O(manager) must be given, so
        that a variable that is empty or missing never means all groups.
      - Excludes all other options of these.
    type: bool
    default: false
  group:
    description:
      - A group, by its id (a GUID) or its exact name. Names of groups are not unique on a portal,
        and all groups of that name are returned.
      - The portal's system groups are only found by their ids.
      - Excludes O(all), O(search), O(member) and O(manager).
    type: str
  search:
    description:
      - Part of the groups' names. Case and accents do not matter, nor do blanks around it.
      - Excludes O(all) and O(group).
    type: str
  member:
    description:
      - Only groups that this person is in, by id, e-mail address or user name. Disabled people are
        still in their groups, although they are not shown there.
      - Excludes O(all), O(group) and O(manager).
    type: str
  manager:
    description:
      - Only groups that this person manages, by id, e-mail address or user name.
      - Excludes O(all), O(group) and O(member).
    type: str
  members:
    description:
      - Whether to return the groups' members too, those included who are disabled and therefore
        not shown in the portal. This takes more requests.
      - Not possible for system groups, and not with the key of a room administrator, who does not
        see disabled members.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Only reads, in check mode and without.
  diff_mode:
    support: N/A
    details:
      - Changes nothing.
  idempotent:
    support: full
    details:
      - Changes nothing.
notes:
  - The key needs the scope C(accounts:read) only. The key of a room administrator does too, but
    not for O(members=true).
  - >-
    Requests to the portal. One for O(group), except where more than 100 names contain a name. One
    for each 100 groups otherwise. O(member) and O(manager) take one more, or one in all if there
    is no such person, and two if it was named by an e-mail address. A further page of a list begins
    with the last row of the one before, which proves that nothing was missed while others changed
    the list.
  - >-
    O(members=true) adds one for each group, or for each 100 members of larger groups. Where that
    would be more than five, the first 100 people of the portal's directory are read first, with
    the groups they are in, and then whatever takes fewer requests - the rest of the directory, or
    the members of each group. If no member is disabled, one more, or three, tell whether the key
    would see that.
seealso:
  - module: onlyoffice.docspace.group_members
  - module: onlyoffice.docspace.user_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Read all groups
  onlyoffice.docspace.group_info:
    all: true
  register: all_groups

- name: Find groups without a manager
  ansible.builtin.debug:
    msg: "{{ all_groups.groups | selectattr('manager', 'none') | map(attribute='name') }}"

- name: Make sure that there is exactly one group of this name before others rely on it
  onlyoffice.docspace.group_info:
    group: Engineering
  register: engineering
  failed_when: engineering is failed or engineering.groups | length != 1

- name: Ask which groups a leaver is still in
  onlyoffice.docspace.group_info:
    member: gina@example.com
  register: left_behind

- name: Ask which project groups would lose their manager
  onlyoffice.docspace.group_info:
    manager: gina@example.com
    search: project
  register: orphans

- name: Read all groups with their members, for a report
  onlyoffice.docspace.group_info:
    all: true
    members: true
  register: everything

- name: Write one line for each membership
  ansible.builtin.copy:
    dest: /srv/reports/memberships.csv
    mode: "0600"
    content: |
      group,email,status
      {% for group in everything.groups %}
      {% for person in group.members %}
      "{{ group.name }}",{{ person.email }},{{ person.status }}
      {% endfor %}
      {% endfor %}
"""

RETURN = r"""
groups:
  description: The groups, by name, then by id.
  returned: success
  type: list
  elements: dict
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
      description: Its manager, or null.
      type: dict
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
    ldap:
      description: Whether a directory synchronisation owns it.
      type: bool
    size:
      description: How many members the portal shows. Disabled ones are not among them.
      type: int
      sample: 4
    members:
      description:
        - All members by e-mail address, disabled ones included, with the same keys as in
          RV(groups[].manager).
      returned: with O(members=true)
      type: list
      elements: dict
unknown:
  description: O(member) or O(manager) as it was written, if it means nobody on this portal.
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
      sample: 1
    write:
      description: Requests that write. Always 0.
      type: int
      sample: 0
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
      sample: missing_scope
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.filters import (
    check_asked,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_reads import (
    find_groups,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_reads import (
    read_members,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    check_members_listed,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups import (
    groups_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    people_result,
    unknown_result,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "all": {"type": "bool", "default": False},
    "group": {"type": "str"},
    "search": {"type": "str"},
    "member": {"type": "str"},
    "manager": {"type": "str"},
    "members": {"type": "bool", "default": False},
}
CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [
        ("group", "search"),
        ("group", "member"),
        ("group", "manager"),
        ("member", "manager"),
    ],
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    group: str | None
    search: str | None
    person: Reference | None
    managed: bool
    members: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        check_asked(params, ("group", "search", "member", "manager"), "all groups")
        option = "member" if params["manager"] is None else "manager"
        named = [] if params[option] is None else [params[option]]
        return cls(
            connection=Connection.from_params(params),
            group=params["group"],
            search=params["search"],
            person=next(iter(parse_references(option, named)), None),
            managed=option == "manager",
            members=params["members"],
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values; the same in check mode.

    :raises DocSpaceError: if the portal does not tell.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        groups, unknown = _read(portal, options)
        rows = groups_result(groups)
        if options.members:
            for group in groups:
                check_members_listed(group)
            members = read_members(portal, groups)
            if groups:
                check_sight(portal, "members")
            rows = [{**row, "members": people_result(members[row["id"]])} for row in rows]
        return {
            "changed": False,
            "groups": rows,
            "unknown": unknown_result(unknown),
            "requests": portal.requests,
            "warnings": options.connection.warnings(),
        }


def _read(portal: Portal, options: Options) -> tuple[list[Group], list[Reference]]:
    """The groups asked for, and who was named but is nobody."""
    if options.group is not None:
        return find_groups(portal, [options.group])[options.group], []
    if options.person is None:
        return portal.groups.listing(options.search).all(), []
    person = portal.people.find(options.person)
    if person is None:
        return [], [options.person]
    return portal.groups.listing(options.search, person.id, options.managed).all(), []


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
