# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What somebody gets in a room, and why, in words."""

from __future__ import annotations

from collections.abc import Mapping

from .._base.texts import listed, printable
from .effective_access import ADMINISTRATOR, DIRECT, EVERYONE, GROUP, OWNER, Access


def with_cause(access: Access | None, group_names: Mapping[str, str]) -> str:
    """A level with its cause, such as ``viewer (by group Sales)``."""
    if access is None:
        return "none"
    level = access.level_name
    if access.cause == OWNER:
        return level
    if access.cause == ADMINISTRATOR:
        return "reads (as administrator)"
    if access.cause == DIRECT:
        return f"{level} (direct)"
    if access.cause == GROUP:
        return f"{level} ({by_groups(access, group_names)})"
    return f"{level} (by a link)"


def by_groups(access: Access, group_names: Mapping[str, str]) -> str:
    """The groups that somebody is in by, such as ``by group Sales``."""
    names = sorted(printable(group_name(each, group_names)) for each in access.group_ids)
    return f"by group{'' if len(names) == 1 else 's'} {listed(names)}"


def group_name(group_id: str, group_names: Mapping[str, str]) -> str:
    """A group by its name if that is known."""
    return group_names.get(group_id) or ("Everyone" if group_id == EVERYONE else group_id)
