# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: offboard_plan
short_description: Tell which memberships people who leave a DocSpace portal have
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - What has to be done so that people are in no group of a portal. The role
    P(onlyoffice.docspace.offboard#role) does that, and this filter is made for it. What it returns
    may change without notice.
positional: _input, portal
options:
  _input:
    description: The people, as M(onlyoffice.docspace.user_info) returns them.
    type: list
    elements: dict
    required: true
  portal:
    description: All groups of the portal, as M(onlyoffice.docspace.group_info) returns them.
    type: list
    elements: dict
    required: true
  allow_ldap:
    description: Whether to remove people from groups that a directory synchronisation (LDAP) owns.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Look up who leaves
  onlyoffice.docspace.user_info:
    users: [gina@example.com]
  register: leavers

- name: Read the groups of the portal
  onlyoffice.docspace.group_info:
  register: portal

- name: Tell what they have
  ansible.builtin.debug:
    msg: "{{ (leavers.users | onlyoffice.docspace.offboard_plan(portal.groups)).report }}"
"""

RETURN = r"""
_value:
  description: The plan.
  type: dict
  contains:
    memberships:
      description: The option O(onlyoffice.docspace.memberships#module:groups).
      type: list
      elements: dict
    report:
      description: For each person C(id), C(display_name), C(email), C(status), and groups, each
        with C(id) and C(name). They are in C(groups) and removed from them, except for those in
        C(kept). They manage those in C(managed).
      type: list
      elements: dict
"""

from collections.abc import Mapping, Sequence
from typing import Any, Callable

from ansible.errors import AnsibleFilterError

Row = Mapping[str, Any]


def offboard_plan(
    people: Sequence[Row], portal: Sequence[Row], allow_ldap: bool = False
) -> dict[str, list[Any]]:
    """See DOCUMENTATION."""
    try:
        ldap = {group["id"] for group in portal if group["ldap"]}
        managers = {group["id"]: group["manager"]["id"] for group in portal if group["manager"]}
        removals: dict[str, list[str]] = {}
        report = []
        for person in people:
            groups = [{"id": group["id"], "name": group["name"]} for group in person["groups"]]
            kept = [group for group in groups if group["id"] in ldap and not allow_ldap]
            for group in groups:
                if group not in kept:
                    removals.setdefault(group["id"], []).append(person["id"])
            facts = {key: person[key] for key in ("id", "display_name", "email", "status")}
            managed = [group for group in groups if managers.get(group["id"]) == person["id"]]
            report.append({**facts, "groups": groups, "managed": managed, "kept": kept})
    except (KeyError, TypeError) as error:
        raise AnsibleFilterError(f"offboard_plan: not people and groups: {error!r}") from error
    memberships = [{"group": group, "remove": ids} for group, ids in sorted(removals.items())]
    return {"memberships": memberships, "report": report}


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"offboard_plan": offboard_plan}
