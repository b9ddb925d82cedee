# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A plan for accounts that nothing speaks against, with all that it depends on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .._portal.model.person import Person
from .account_options import AccountRules
from .account_steps import Step, account_steps
from .accounts import AccountsPlan
from .lowering import Lowering
from .seats import SeatArithmetic


@dataclass(frozen=True)
class CheckedPlan:
    """A plan that nothing speaks against, and what it was held against."""

    plan: AccountsPlan
    rules: AccountRules
    lowerings: Sequence[Lowering] = ()
    seats: SeatArithmetic | None = None
    key_owner: Person | None = None
    warnings: Sequence[str] = ()

    @cached_property
    def steps(self) -> list[Step]:
        """In which order it is carried out."""
        return account_steps(self.plan, self.lowerings, self.rules.send_password_link)
