# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What is worth a warning of a plan for accounts."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.texts import listed, printable
from .._plan.accounts import AccountsPlan
from .._plan.lowering import Lowering
from .._plan.lowering_rules import lowering_warnings
from .._plan.people import UNKNOWN, in_order


def account_warnings(plan: AccountsPlan, lowerings: Sequence[Lowering]) -> list[str]:
    """What to say of a plan before it is carried out."""
    warnings = lowering_warnings(lowerings)
    gone = [
        printable(each.desired.reference.text)
        for each in plan.changes
        if each.is_unknown and each.desired
    ]
    if gone:
        warnings.append(f"users: {listed(gone)} {UNKNOWN}, so there is nothing to disable.")
    disabled = {each.before.id for each in plan.disabled if each.before}
    left = [each.label for each in in_order(plan.unlisted) if each.id not in disabled]
    if left:
        warnings.append(f"users: no entry is about {listed(left)}, who are not disabled for it.")
    warnings += _unchangeable_warning(plan)
    return warnings


def _unchangeable_warning(plan: AccountsPlan) -> list[str]:
    """What cannot be made as desired, and why, each reason once."""
    found: dict[tuple[str, str], list[str]] = {}
    for change in plan.changes:
        for each in change.unchangeable:
            found.setdefault((each.option, each.reason), []).append(change.label)
    if not found:
        return []
    parts = [
        f"{option} of {listed(labels)} ({reason})"
        for (option, reason), labels in sorted(found.items())
    ]
    return [f"users: these stay other than desired: {listed(parts, '; ')}."]
