# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The groups of a portal as the list that the role ``groups`` takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .._base.texts import printable
from .._portal.model.group import Group
from .._portal.model.person import Person
from .export_texts import comment, may_be_given, person_reference, person_value, value


def group_lines(
    groups: Sequence[Group], members: Mapping[str, Iterable[Person]], include_ldap: bool = False
) -> Iterator[str]:
    """The list.

    :param members: of the groups, by their ids.
    :param include_ldap: whether to write groups that a directory synchronisation (LDAP) owns;
        otherwise they are named in comments.
    """
    ordered = _in_order(groups)
    written = [group for group in ordered if include_ldap or not group.ldap]
    left_out = names_left_out(groups, include_ldap)
    twins = Counter(group.name for group in ordered)
    yield "docspace_groups:" if written else "docspace_groups: []"
    for group in written:
        yield from _group(group, members[group.id], twins[group.name] > 1)
    if left_out:
        yield "# Left out, as a directory synchronisation (LDAP) owns them:"
        yield from (f"#   {printable(name)}".rstrip() for name in left_out)


def names_left_out(groups: Sequence[Group], include_ldap: bool) -> list[str]:
    """The names of the groups that are not written."""
    return [group.name for group in _in_order(groups) if group.ldap and not include_ldap]


def _in_order(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (group.name.casefold(), group.id))


def _group(group: Group, members: Iterable[Person], has_twins: bool) -> Iterator[str]:
    if may_be_given(group.name):
        yield f"  - name: {value(group.name)}" + comment("LDAP" if group.ldap else "")
        if has_twins:
            yield f"    id: {value(group.id)}"
    else:  # the name stays as it is
        name = printable(group.name) + (" (LDAP)" if group.ldap else "")
        yield f"  - id: {value(group.id)}" + comment(name)
    manager = group.manager
    yield f"    manager: {person_value(manager)}" if manager else "    no_manager: true"
    people = sorted(members, key=lambda person: (person_reference(person).lower(), person.id))
    yield "    members:" if people else "    members: []"
    for person in people:
        yield f"      - {person_value(person)}"
