# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Groups and names of groups that a task refuses, whatever the portal would accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.edge import check_text
from .._base.errors import DocSpaceError, OptionError
from .._base.guids import parse_guid
from .._base.texts import listed, printable
from .._portal.model.group import Group

#: Longest name of a group, in UTF-16 code units, as the portal counts.
MAX_NAME = 128
#: People to create a group with: a portal needs about 40 ms for each, and proxies cut at 60 s.
MAX_MEMBERS = 100
#: Names of system groups, without case and blanks.
SYSTEM_NAMES = frozenset(("everyone", "docspaceadmin", "roomadmin", "user", "guest"))


def check_name(option: str, text: str) -> str:
    """Check the name that a group is to get; the portal would store some that nobody can find.

    :raises OptionError: if it is blank, has blanks around it, is an id, or is too long.
    """
    check_text(option, text)
    if not text.strip():
        raise OptionError(option, "is empty; give a name with visible characters.")
    if text != text.strip():
        raise OptionError(
            option, f"'{printable(text)}' begins or ends with blanks; leave them out."
        )
    if parse_guid(text):
        raise OptionError(option, "is an id, as which it would be taken; give another name.")
    length = len(text.encode("utf-16-le")) // 2
    if length > MAX_NAME:
        raise OptionError(
            option, f"has {length} characters; a group's name has at most {MAX_NAME}."
        )
    return text


def check_group_id(text: str | None, option: str = "id") -> str | None:
    """Read the id of a group, which may be left out.

    :raises OptionError: if it is none.
    """
    if text is None:
        return None
    group_id = parse_guid(text)
    if not group_id:
        raise OptionError(
            option, "is not a GUID; copy the id from a result of group_info, or use name."
        )
    return group_id


def check_group_reference(name: str | None, option: str = "name") -> str | None:
    """Check the name of a group that may exist; it may be left out.

    :raises OptionError: if it is blank, or an id.
    """
    if name is not None:
        check_text(option, name)
    if name and parse_guid(name):
        raise OptionError(option, "is an id; give it as id.")
    return name


def the_group(
    text: str,
    groups: Sequence[Group],
    option: str = "group",
    others: Iterable[Group] = (),
    advice: str = "",
) -> Group:
    """The only one of the groups that an id or an exact name means.

    :param option: names the group.
    :param others: groups that are known, to say which of them may be meant.
    :param advice: a sentence to add where there is none.
    :raises DocSpaceError: if there is none, or more than one of that name.
    """
    if not groups:
        from .similar import suggestion  # not before a name is wrong

        group_id = parse_guid(text)
        name = f'the name "{printable(text)}"; names count in full and in their case'
        what = f"the id {group_id}" if group_id else name
        suggested = "" if group_id else suggestion(text, [group.name for group in others])
        raise DocSpaceError(
            f"{option}: the portal has no group with {what}.{suggested}{advice}",
            "group_not_found",
            group=text,
        )
    if len(groups) > 1:
        ids = sorted(group.id for group in groups)
        raise DocSpaceError(
            f'{option}: {len(ids)} groups have the name "{printable(text)}"; give the id of the one'
            f" you mean: {listed(ids)}.",
            "group_ambiguous",
            group=text,
            ids=ids,
        )
    return groups[0]


#: What to say in check mode of a group that does not exist.
PREVIEW_ADVICE = (
    " If an earlier task would have created it, preview_missing_group previews this one too."
)


def previewed(name: str) -> str:
    """The warning of a group that only check mode takes for one that exists."""
    return (
        f'The group "{printable(name)}" does not exist; this is a preview as if an earlier task had'
        " created it without members."
    )


def check_same_group(option: str, group: Group, name: str | None) -> None:
    """Refuse to delete a group whose id and name do not fit together.

    :param name: as the task has it; None if it only gives the id.
    :raises OptionError: with the name that the group has.
    """
    if name is not None and name != group.name:
        raise OptionError(
            option,
            f"the group with this id is {group.label} and not '{printable(name)}'; correct one of"
            " them.",
        )


def check_twins(option: str, twins: Sequence[Group], advice: str) -> None:
    """Refuse the new name of a group if another one has it already.

    :param advice: what may be done but choosing another name.
    :raises DocSpaceError: with the other group.
    """
    if twins:
        raise DocSpaceError(
            f"{option}: another group has this name already: {twins[0].label}. With equal names,"
            f" neither can be found by name any more. Choose another one, or {advice}.",
            "group_name_taken",
            group=twins[0].id,
        )


def check_managed_here(group: Group, allow_ldap: bool) -> None:
    """Refuse groups that are not for a task to change.

    :raises DocSpaceError: for a system group, and for one from a directory unless allowed.
    """
    check_no_system_group(group)
    if group.ldap and not allow_ldap:
        raise DocSpaceError(
            f"The group {group.label} comes from a directory (LDAP), and the next"
            " synchronisation would undo the change; change the directory, or set"
            " allow_ldap_group.",
            "ldap_group",
            group=group.id,
        )


def check_no_system_group(group: Group) -> None:
    """Refuse the groups that the portal keeps for itself.

    :raises DocSpaceError: for a system group.
    """
    if group.system:
        raise DocSpaceError(
            f"The group {group.label} is a system group of the portal itself; changing it would"
            " change people's roles and paid seats. Change a person's type in the portal instead.",
            "system_group",
            group=group.id,
        )


def check_members_listed(group: Group) -> None:
    """Refuse to tell the members of groups whose members the portal does not list.

    :raises DocSpaceError: for a system group.
    """
    if group.system:
        raise DocSpaceError(
            f"The group {group.label} is a system group, and the portal does not list the"
            " members of these. Use user_info with its option type instead.",
            "system_group",
            group=group.id,
        )
