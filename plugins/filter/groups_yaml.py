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
    a template is marked C(!unsafe).
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

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Callable

import yaml
from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable

Row = Mapping[str, Any]

_HEAD = """\
---
# The groups of a DocSpace portal, written by the role onlyoffice.docspace.export.
# The role onlyoffice.docspace.groups makes a portal so.
"""


def groups_yaml(groups: Sequence[Row], ldap: bool = False) -> str:
    """See DOCUMENTATION."""
    try:
        rows = sorted(groups, key=lambda group: (str(group["name"]).casefold(), group["id"]))
        written = [group for group in rows if ldap or not group["ldap"]]
        twins = Counter(group["name"] for group in rows)
        lines = ["docspace_groups:" if written else "docspace_groups: []"]
        for group in written:
            # A group with a name like others', or without one, is only found by its id.
            by_id = twins[group["name"]] > 1 or not group["name"].strip()
            lines += _group(group, by_id)
        left_out = [group for group in rows if group not in written]
    except (KeyError, TypeError, AttributeError) as error:
        raise AnsibleFilterError(f"groups_yaml: not groups with members: {error!r}") from error
    if left_out:
        lines.append("# Left out, as a directory synchronisation (LDAP) owns them:")
        lines += [f"#   {printable(group['name'])}" for group in left_out]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _group(group: Row, by_id: bool) -> Iterator[str]:
    yield f"  - name: {_scalar(group['name'])}" + ("  # LDAP" if group["ldap"] else "")
    if by_id:
        yield f"    id: {_scalar(group['id'])}"
    manager = group["manager"]
    yield f"    manager: {_person(manager) if manager else _scalar('')}"
    members = sorted(group["members"], key=lambda each: (_reference(each).lower(), each["id"]))
    yield "    members:" if members else "    members: []"
    for person in members:
        yield f"      - {_person(person)}"


def _person(person: Row) -> str:
    reference = _reference(person)
    # Of somebody who has not yet accepted an invitation, the name is the address.
    words = [person["display_name"]] if person["display_name"] != reference else []
    words += [f"({person['status']})"] if person["status"] != "active" else []
    comment = printable(" ".join(words)).strip()
    return _scalar(reference) + (f"  # {comment}" if comment else "")


def _reference(person: Row) -> str:
    """The e-mail address, or the id where that would be no reference."""
    email = person["email"] or ""
    return str(email if re.fullmatch(r"[^\s@]+@[^\s@]+", email) else person["id"])


def _scalar(text: str) -> str:
    """A text in YAML, plain where it is sure to mean itself."""
    # What comes from a module is of a kind of its own; json and re only see the characters.
    quoted = "".join(map(_escaped, json.dumps(text, ensure_ascii=False)))
    if any(opening in text for opening in ("{{", "{%", "{#")):
        return f"!unsafe {quoted}"
    if re.fullmatch(r"\w([\w.@+&' -]*[\w.])?", text) and yaml.safe_load(quoted[1:-1]) == text:
        return quoted[1:-1]
    return quoted


def _escaped(sign: str) -> str:
    """A character in quotes: what is not seen, or changes how others are seen, by its number."""
    if sign.isprintable():
        return sign
    return f"\\U{ord(sign):08x}" if ord(sign) > 0xFFFF else f"\\u{ord(sign):04x}"


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"groups_yaml": groups_yaml}
