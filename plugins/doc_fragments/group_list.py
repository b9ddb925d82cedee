# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """The groups that a task names, in modules with this list alone, and with others."""

    DOCUMENTATION = r"""
options:
  groups:
    description:
      - The groups, each with what is desired of it. What an entry leaves out stays as it is.
      - A group may stand here only once.
    type: list
    elements: dict
    required: true
    suboptions:
      name:
        description:
          - The exact name of the group. If no group has it, one is created.
          - Together with O(groups[].id), the name that the group is to have. It is renamed if it
            has another one, unless another group has the name. A name that is only changed here,
            without an id and without O(groups[].new_name), is that of another group.
          - Names of groups are not unique on a portal. If several groups have the name, the id must
            be given.
          - At least one of this option and O(groups[].id) is required.
        type: str
      id:
        description:
          - The id of a group that exists, a GUID. Excludes O(groups[].new_name).
        type: str
      new_name:
        description:
          - The name that a group given by O(groups[].name) is to have. Such a group is never
            created. If no group has O(groups[].name) any more, and one has the new name, it is
            renamed already.
          - Excludes O(groups[].id), with which O(groups[].name) is the new name.
        type: str
      state:
        description:
          - Whether the group is to be there. With V(absent), the group is deleted, whoever is in
            it, and the other options are ignored, except that O(groups[].name) must be the name of
            the group if its id is given too.
        type: str
        choices: [present, absent]
        default: present
      manager:
        description:
          - The group's manager, by id, e-mail address or user name. This person is a member,
            whether among the members named or not.
          - Where nothing is given, its manager stays, unless O(groups[].members) leaves this person
            out.
          - Excludes O(groups[].no_manager).
        type: str
      no_manager:
        description:
          - Whether the group is to have no manager. A portal can only do this by taking the manager
            out of the group and putting this person in again at once, so this is refused for a
            manager who is disabled and stays a member.
          - Excludes O(groups[].manager).
        type: bool
      members:
        description:
          - The members, and nobody else, each by id, e-mail address or user name. An empty list
            empties the group, except for the manager given.
          - Excludes O(groups[].exact), O(groups[].add) and O(groups[].remove).
        type: list
        elements: str
      exact:
        description:
          - The same as O(groups[].members), by the name that other lists of this collection have
            for it.
          - Excludes O(groups[].members), O(groups[].add) and O(groups[].remove).
        type: list
        elements: str
      add:
        description:
          - People who are to be members, whoever else is.
          - Excludes O(groups[].members) and O(groups[].exact).
        type: list
        elements: str
      remove:
        description:
          - People who are not to be members. Nobody may be in O(groups[].add) too.
          - Excludes O(groups[].members) and O(groups[].exact).
        type: list
        elements: str
"""

    # Beside other lists, it may be left out.
    OPTIONAL: str = DOCUMENTATION.replace("    required: true\n", "", 1)
