# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The groups of a portal as a YAML file that the role ``groups`` takes.

The text depends on nothing but the portal, and nothing that a portal contains can change what the
file means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from .._base.edge import check_given
from .._base.errors import OptionError
from .._base.guids import parse_guid
from .._base.references import parse_references
from .._base.texts import printable
from .._base.yaml import scalar
from .._portal.model.group import Group
from .._portal.model.person import Person

_HEAD = """\
---
# The groups of {portal}, written by onlyoffice.docspace.groups_export.
# The role onlyoffice.docspace.groups makes the portal so.
"""
_PORTALS = re.compile(r"^# The groups of (\S+), written by onlyoffice\.docspace\.", re.MULTILINE)
_PORTS = {"http": 80, "https": 443}


def groups_file(
    portal: str,
    groups: Sequence[Group],
    members: Mapping[str, Iterable[Person]],
    include_ldap: bool = False,
) -> str:
    """The text of the file.

    :param portal: its address.
    :param members: of the groups, by their ids.
    :param include_ldap: whether to write groups that a directory synchronisation (LDAP) owns;
        otherwise they are named in comments.
    """
    ordered = _in_order(groups)
    written = [group for group in ordered if include_ldap or not group.ldap]
    left_out = names_left_out(groups, include_ldap)
    twins = Counter(group.name for group in ordered)
    lines = ["docspace_groups:" if written else "docspace_groups: []"]
    for group in written:
        lines += _group(group, members[group.id], twins[group.name] > 1)
    if left_out:
        lines.append("# Left out, as a directory synchronisation (LDAP) owns them:")
        lines += [f"#   {printable(name)}".rstrip() for name in left_out]
    return _HEAD.format(portal=_plain_address(portal)) + "".join(f"{line}\n" for line in lines)


def names_left_out(groups: Sequence[Group], include_ldap: bool) -> list[str]:
    """The names of the groups that are not written."""
    return [group.name for group in _in_order(groups) if group.ldap and not include_ldap]


def other_portals(text: str, portal: str) -> list[str] | None:
    """For which other portals a file was written; None if it is none of these files."""
    found = list(dict.fromkeys(_PORTALS.findall(text)))
    return [each for each in found if each != _plain_address(portal)] if found else None


def _plain_address(portal: str) -> str:
    """The one of all notations of an address that a file has."""
    parts = urlsplit(portal)
    host, default = parts.netloc.lower(), f":{_PORTS[parts.scheme]}"
    return (
        f"{parts.scheme}://{host[: -len(default)] if host.endswith(default) else host}{parts.path}"
    )


def _in_order(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (group.name.casefold(), group.id))


def _group(group: Group, members: Iterable[Person], has_twins: bool) -> Iterator[str]:
    if _may_be_given(group.name):
        yield f"  - name: {_scalar(group.name)}" + _comment("LDAP" if group.ldap else "")
        if has_twins:
            yield f"    id: {_scalar(group.id)}"
    else:  # the name stays as it is
        name = printable(group.name) + (" (LDAP)" if group.ldap else "")
        yield f"  - id: {_scalar(group.id)}" + _comment(name)
    manager = group.manager
    yield f"    manager: {_person(manager)}" if manager else "    no_manager: true"
    people = sorted(members, key=lambda person: (_reference(person).lower(), person.id))
    yield "    members:" if people else "    members: []"
    for person in people:
        yield f"      - {_person(person)}"


def _person(person: Person) -> str:
    reference = _reference(person)
    # Of somebody who has not yet accepted an invitation, the name is the address.
    words = [person.display_name] if person.display_name != reference else []
    words += [f"({person.status})"] if person.status != "active" else []
    return _scalar(reference) + _comment(printable(" ".join(words)))


def _comment(text: str) -> str:
    return f"  # {text.strip()}" if text.strip() else ""


def _reference(person: Person) -> str:
    """The e-mail address, or the id where that would be no reference."""
    try:
        (reference,) = parse_references("members", [person.email])
        is_email = re.fullmatch(r"[^\s@]+@[^\s@]+", person.email) and reference.kind == "email"
    except OptionError:
        is_email = None
    return person.email if is_email and _may_be_given(person.email) else person.id


def _may_be_given(text: str) -> bool:
    """Whether options take a text as a name."""
    if not text.isprintable() or text != text.strip() or parse_guid(text):
        return False
    try:
        check_given({"name": {"type": "str"}}, {"name": text})
    except OptionError:
        return False
    return True


def _scalar(text: str) -> str:
    """A text in YAML; what Ansible would take for a template is marked, so that it is none."""
    templated = any(opening in text for opening in ("{{", "{%", "{#"))
    return f"!unsafe {scalar(text)}" if templated else scalar(text)
