# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task wants of a whole portal, the plans for it, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import DocSpaceError
from .._base.references import Reference
from .account_options import AccountRules
from .account_steps import AccountDeed
from .checked_accounts import CheckedPlan
from .desired_account import DesiredAccount
from .desired_group import DesiredGroup
from .group_list import GroupListPlan
from .group_list_rules import GroupListRules, Prune
from .whole_rooms import DesiredWholeRoom, WholeRoomRules, WholeRoomsPlan


@dataclass(frozen=True)
class DesiredUsers:
    """What a task wants of accounts."""

    accounts: Sequence[DesiredAccount]
    rules: AccountRules


@dataclass(frozen=True)
class DesiredGroups:
    """What a task wants of groups.

    :param leavers: people who are made members and managers of none.
    """

    groups: Sequence[DesiredGroup]
    rules: GroupListRules
    prune: Prune | None = None
    leavers: Sequence[Reference] = ()


@dataclass(frozen=True)
class DesiredRooms:
    """What a task wants of rooms, of those who may enter them, and of their links.

    :param address: of the portal, of which the ids of new links are made.
    :param leavers: people who are let into none.
    """

    rooms: Sequence[DesiredWholeRoom]
    rules: WholeRoomRules
    address: str
    leavers: Sequence[Reference] = ()


@dataclass(frozen=True)
class DesiredPortal:
    """What a task wants of a portal; what is None is left alone."""

    users: DesiredUsers | None = None
    groups: DesiredGroups | None = None
    rooms: DesiredRooms | None = None


@dataclass(frozen=True)
class PortalPlan:
    """The plans that nothing speaks against; None of what is left alone."""

    users: CheckedPlan | None = None
    groups: GroupListPlan | None = None
    rooms: WholeRoomsPlan | None = None


@dataclass
class PortalDone:
    """What became of the plans, as far as they were begun.

    :param users: the plan for accounts that was carried out.
    :param groups: the plan for groups that was, made again if accounts were changed.
    :param outcomes: of the groups, in the order of the plan.
    :param rooms: the plan for rooms that was carried out, made again if anything was changed.
    :param rooms_done: what became of each.
    :param refusal: why a plan could not be made again.
    :param not_begun: what was left because of a failure, in words.
    """

    users: CheckedPlan | None = None
    deeds: Sequence[AccountDeed] = ()
    groups: GroupListPlan | None = None
    group_rules: GroupListRules = field(default_factory=GroupListRules)
    outcomes: Sequence[Any] = ()
    rooms: WholeRoomsPlan | None = None
    room_rules: WholeRoomRules | None = None
    rooms_done: Sequence[Any] = ()
    refusal: DocSpaceError | None = None
    not_begun: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
