# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""All that a task tells of accounts."""

from __future__ import annotations

from collections.abc import Sequence

from .._plan.account_steps import AccountDeed
from .._plan.checked_accounts import CheckedPlan
from .account_diff import accounts_diff
from .account_warnings import account_warnings
from .accounts import accounts_failure, accounts_result
from .parts import Part


def accounts_part(
    checked: CheckedPlan, deeds: Sequence[AccountDeed], diff_mode: bool = True
) -> Part:
    """What became of a plan for accounts.

    :param deeds: what was done, or what is meant to be.
    :param diff_mode: whether the difference is asked for.
    """
    plan, lowerings, seats = checked.plan, checked.lowerings, checked.seats
    facts = accounts_result(plan, checked.steps, deeds, lowerings, seats)
    warnings = [*checked.warnings, *account_warnings(plan, lowerings)]
    warnings += [warning for deed in deeds for warning in deed.warnings]
    diff: list[dict[str, str]] = []
    if diff_mode:
        diff = accounts_diff(plan, lowerings, seats, checked.rules.send_password_link)
    return Part(facts, warnings, diff, accounts_failure(checked.steps, deeds, facts))
