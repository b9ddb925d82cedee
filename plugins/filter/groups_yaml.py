# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: groups_yaml
short_description: Write the groups of a DocSpace portal as code
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - The text of a YAML file with the variable C(docspace_groups), as the role
    P(onlyoffice.docspace.groups#role) takes it. The role P(onlyoffice.docspace.export#role) writes
    such files.
  - The text depends on nothing but the groups. They are sorted by name, and people by e-mail
    address. Comments hold people's names.
  - Nothing that a portal contains can change the meaning of the file. What Ansible would take for
    a template is marked C(!unsafe), and texts that a YAML parser could take for a number, a date or
    anything else are in quotes.
  - Groups with equal names are written with their ids. A group whose name cannot be given in a
    task, as it is empty, or has characters that nobody sees or that are beyond U+FFFF, is written
    by its id alone, with the name in a comment.
  - Groups without a manager are written with C(no_manager=true).
positional: _input
options:
  _input:
    description: Groups with members, as M(onlyoffice.docspace.group_info) returns them.
    type: list
    elements: dict
    required: true
  ldap:
    description: Whether to write groups that a directory synchronisation (LDAP) owns. Without that,
      a comment names them.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Read the groups of the portal
  onlyoffice.docspace.group_info:
    members: true
  register: portal

- name: Write down those that somebody manages
  ansible.builtin.copy:
    content: "{{ portal.groups | selectattr('manager') | onlyoffice.docspace.groups_yaml }}"
    dest: managed_groups.yml
    mode: "0644"
"""

RETURN = r"""
_value:
  description: The text of the file.
  type: str
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.yaml import scalar

Row = Mapping[str, Any]

_HEAD = """\
---
# The groups of a DocSpace portal, written by the role onlyoffice.docspace.export.
# The role onlyoffice.docspace.groups makes a portal so.
"""

# What stands for a secret in what modules return: a name with that is not the whole name.
_MASK = re.compile("[*]{8}|VALUE_SPECIFIED_IN_NO_LOG_PARAMETER")


def groups_yaml(groups: Sequence[Row], ldap: bool = False) -> str:
    """See DOCUMENTATION."""
    try:
        rows = sorted(groups, key=lambda group: (str(group["name"]).casefold(), group["id"]))
        written = [group for group in rows if ldap or not group["ldap"]]
        twins = Counter(group["name"] for group in rows)
        lines = ["docspace_groups:" if written else "docspace_groups: []"]
        for group in written:
            lines += _group(group, twins[group["name"]] > 1)
        left_out = [group for group in rows if group not in written]
    except (KeyError, TypeError, AttributeError) as error:
        raise AnsibleFilterError(f"groups_yaml: not groups with members: {error!r}") from error
    if left_out:
        lines.append("# Left out, as a directory synchronisation (LDAP) owns them:")
        lines += [f"#   {printable(group['name'])}".rstrip() for group in left_out]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _group(group: Row, has_twins: bool) -> Iterator[str]:
    if _may_be_given(group["name"]):
        yield f"  - name: {_scalar(group['name'])}" + _comment("LDAP" if group["ldap"] else "")
        if has_twins:
            yield f"    id: {_scalar(group['id'])}"
    else:  # the name stays as it is
        name = printable(group["name"]) + (" (LDAP)" if group["ldap"] else "")
        yield f"  - id: {_scalar(group['id'])}" + _comment(name)
    manager = group["manager"]
    yield f"    manager: {_person(manager)}" if manager else "    no_manager: true"
    members = sorted(group["members"], key=lambda each: (_reference(each).lower(), each["id"]))
    yield "    members:" if members else "    members: []"
    for person in members:
        yield f"      - {_person(person)}"


def _person(person: Row) -> str:
    reference = _reference(person)
    # Of somebody who has not yet accepted an invitation, the name is the address.
    words = [person["display_name"]] if person["display_name"] != reference else []
    words += [f"({person['status']})"] if person["status"] != "active" else []
    return _scalar(reference) + _comment(printable(" ".join(words)))


def _comment(text: str) -> str:
    return f"  # {text.strip()}" if text.strip() else ""


def _reference(person: Row) -> str:
    """The e-mail address, or the id where that would be no reference."""
    email = str(person["email"] or "")
    try:
        (reference,) = parse_references("members", [email])
        is_email = re.fullmatch(r"[^\s@]+@[^\s@]+", email) and reference.kind == "email"
    except OptionError:
        is_email = None
    return email if is_email and _may_be_given(email) else str(person["id"])


def _may_be_given(text: str) -> bool:
    """Whether options take a text as a name."""
    if not text.isprintable() or _MASK.search(text):
        return False
    try:
        check_given({"name": {"type": "str"}}, {"name": text})
    except OptionError:
        return False
    return True


def _scalar(text: str) -> str:
    templated = any(opening in text for opening in ("{{", "{%", "{#"))
    return f"!unsafe {scalar(text)}" if templated else scalar(text)


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"groups_yaml": groups_yaml}
