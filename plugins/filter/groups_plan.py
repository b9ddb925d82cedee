# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: groups_plan
short_description: Compare groups as code with the groups of a DocSpace portal
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - What has to be done so that the groups of a portal are as C(docspace_groups) wants them. The
    role P(onlyoffice.docspace.groups#role) does that, and this filter is made for it. What it
    returns may change without notice.
positional: _input, portal, people
options:
  _input:
    description: The list C(docspace_groups) of the role P(onlyoffice.docspace.groups#role).
    type: list
    elements: dict
    required: true
  portal:
    description: All groups of the portal, as M(onlyoffice.docspace.group_info) returns them.
    type: list
    elements: dict
    required: true
  people:
    description: The result of M(onlyoffice.docspace.user_info) for the people in RV(_value.people).
      Before there is one, an empty dictionary.
    type: dict
    default: {}
  prune:
    description: Whether to delete the groups that are not in the list.
    type: bool
    default: false
  prune_limit:
    description: The most groups that may be deleted for that reason, as a number or a percentage.
    type: str
    default: 10%
  prune_ldap:
    description: Whether groups that a directory synchronisation (LDAP) owns are among them.
    type: bool
    default: false
  allow_ldap:
    description: Whether groups that a directory synchronisation (LDAP) owns may be in the list.
    type: bool
    default: false
  unknown_users:
    description: What to do about people who are not on the portal. Among the members of new groups
      they are left out, unless this is V(fail).
    type: str
    choices: [fail, warn, ignore]
    default: fail
"""

EXAMPLES = r"""
- name: Read the groups of the portal
  onlyoffice.docspace.group_info:
  register: portal

- name: Tell what speaks against the list
  ansible.builtin.debug:
    msg: "{{ plan.problems }}"
  vars:
    plan: "{{ docspace_groups | onlyoffice.docspace.groups_plan(portal.groups) }}"
"""

RETURN = r"""
_value:
  description: The plan.
  type: dict
  contains:
    problems:
      description: What speaks against it, one sentence each. If there is any, do nothing.
      type: list
      elements: str
    people:
      description: The people in new groups, and new managers, who are to be looked up first.
      type: list
      elements: str
    writes:
      description: Options of M(onlyoffice.docspace.group) for groups to create or change,
        each with the group's name as C(title), as it may be shown.
      type: list
      elements: dict
    memberships:
      description: The option O(onlyoffice.docspace.memberships#module:groups) for the groups
        that exist.
      type: list
      elements: dict
    later:
      description: The same for what does not fit into the creation of large groups.
      type: list
      elements: dict
    deletions:
      description: The groups to delete, each with its id, and its name as C(title) like above.
      type: list
      elements: dict
"""

from collections.abc import Mapping, Sequence
from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.declared_groups import (
    plan_groups,
)


def groups_plan(
    wanted: Sequence[Mapping[str, Any]],
    portal: Sequence[Mapping[str, Any]],
    people: Mapping[str, Any] | None = None,
    **options: Any,
) -> dict[str, list[Any]]:
    """See DOCUMENTATION."""
    try:
        return plan_groups(wanted, portal, people, **options)
    except (KeyError, TypeError, AttributeError) as error:
        raise AnsibleFilterError(f"groups_plan: not a list of groups: {error!r}") from error
    except OptionError as error:
        raise AnsibleFilterError(str(error)) from error


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"groups_plan": groups_plan}
