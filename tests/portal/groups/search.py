# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Searching and sorting groups as the server's database does it."""

from __future__ import annotations

import collections.abc as c

from ..collation import fold
from ..http.guid import ZERO
from ..http.paging import Paging, SortKey
from .records import Group
from .state import Groups


def find_groups(groups: Groups, text: str, user_id: str, as_manager: bool) -> list[Group]:
    """The groups, without the built-in ones, that hold this text and this person."""
    found: c.Iterable[Group] = groups
    if user_id != ZERO:
        theirs = groups.of(user_id)
        found = [group for group in theirs if not as_manager or group.manager == user_id]
    wanted = fold(text.strip())
    return [group for group in found if wanted in fold(group.name)]


def group_key(
    paging: Paging, first_name_of: c.Callable[[str], str]
) -> c.Callable[[Group], SortKey]:
    """How groups are sorted; the hidden members count here."""
    if paging.sort_by == "memberscount":
        return lambda group: (len(group.members),)
    if paging.sort_by == "manager":
        return lambda group: (fold(first_name_of(group.manager)) if group.manager else "",)
    return lambda group: (fold(group.name),)
