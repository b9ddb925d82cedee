# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Groups and names of groups that a task refuses, whatever the portal would accept."""

from __future__ import annotations

from .._base.edge import check_text
from .._base.errors import DocSpaceError, OptionError
from .._base.guids import parse_guid
from .._base.texts import printable
from .._portal.model.group import Group

#: Longest name of a group, in UTF-16 code units, as the portal counts.
MAX_NAME = 128
#: People to create a group with: a portal needs about 40 ms for each, and proxies cut at 60 s.
MAX_MEMBERS = 100


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


def check_group_id(text: str | None) -> str | None:
    """Read the option id, which may be left out.

    :raises OptionError: if it is none.
    """
    if text is None:
        return None
    group_id = parse_guid(text)
    if not group_id:
        raise OptionError(
            "id", "is not a GUID; copy the id from a result of group_info, or use name."
        )
    return group_id


def check_group_reference(name: str | None) -> str | None:
    """Check the option name, which may be left out, as a reference to a group.

    :raises OptionError: if it is blank, or an id.
    """
    if name is not None:
        check_text("name", name)
    if name and parse_guid(name):
        raise OptionError("name", "is an id; give it as id.")
    return name


def check_managed_here(group: Group, allow_ldap: bool) -> None:
    """Refuse groups that are not for a task to change.

    :raises DocSpaceError: for a system group, and for one from a directory unless allowed.
    """
    if group.system:
        raise DocSpaceError(
            f"The group {group.label} is a system group of the portal itself; changing it would"
            " change people's roles and paid seats. Change a person's type in the portal instead.",
            "system_group",
            group=group.id,
        )
    if group.ldap and not allow_ldap:
        raise DocSpaceError(
            f"The group {group.label} comes from a directory (LDAP), and the next"
            " synchronisation would undo the change; change the directory, or set"
            " allow_ldap_group.",
            "ldap_group",
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
