# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out what is to become of what people who leave own."""

from __future__ import annotations

from functools import partial
from typing import Any

from .._plan.handover import Deletion, HandoverPlan, LogOut, RoomTransfer
from .._plan.steps import Action, Deed
from .._portal.portal import Portal
from .handover_writes import delete, transfer
from .session_writes import log_out
from .steps import apply_steps, deed
from .write import Outcome


def apply_handovers(portal: Portal, plan: HandoverPlan, timeout: float) -> list[Deed]:
    """Carry out a plan; after a failure, the step is completed and no other one begun.

    :param timeout: seconds to wait at most for the portal's work about each person.
    """
    return apply_steps(portal, plan.steps, partial(apply_handover, portal, timeout=timeout))


def apply_handover(portal: Portal, action: Action, timeout: float) -> Deed:
    """Carry out one action."""
    outcome = _outcome(portal, action, timeout)
    return deed(action, outcome, outcome.items("done"))


def _outcome(portal: Portal, action: Action, timeout: float) -> Outcome[Any]:
    if isinstance(action, LogOut):
        return log_out(portal, action)
    if isinstance(action, RoomTransfer):
        return transfer(portal, action, timeout)
    if isinstance(action, Deletion):
        return delete(portal, action, timeout)
    raise TypeError(action)
