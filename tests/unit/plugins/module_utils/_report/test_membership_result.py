# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A group in a result says what was done, and its difference names a manager who changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    MembershipPlan,
    plan_changes,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.membership import (
    manager_warnings,
    membership_diff,
)

ADA = Person("1", "Ada", "ada@example.org", "ada", "active")
BEN = Person("2", "Ben", "ben@example.org", "ben", "active")
CLEO = Person("3", "Cleo", "cleo@example.org", "cleo", "active")
DESIGN = Group("g1", "Design\n", 2, manager=ADA)
#: Of two members, the manager and another one.
WITHOUT_ADA = plan_changes([ADA, BEN], [CLEO], [ADA])
WITHOUT_BEN = plan_changes([ADA, BEN], [CLEO], [BEN])


@pytest.mark.parametrize(
    ("group", "plan", "before", "after"),
    [
        (DESIGN, WITHOUT_ADA,
         "manager: ada@example.org (Ada)\nada@example.org (Ada)\nben@example.org (Ben)\n",
         "manager: null\nben@example.org (Ben)\ncleo@example.org (Cleo)\n"),
        (DESIGN, WITHOUT_BEN,
         "ada@example.org (Ada)\nben@example.org (Ben)\n",
         "ada@example.org (Ada)\ncleo@example.org (Cleo)\n"),
        (replace(DESIGN, manager=None), WITHOUT_ADA,
         "ada@example.org (Ada)\nben@example.org (Ben)\n",
         "ben@example.org (Ben)\ncleo@example.org (Cleo)\n"),
        (DESIGN, MembershipPlan(), "", ""),
    ],
)  # fmt: skip
def test_a_difference_has_the_manager_only_if_that_changes(group, plan, before, after):
    header = (
        f"members of Design\ufffd ({group.size} -> {group.size}), only people named in this task"
    )

    assert membership_diff(plan, group) == {
        "before_header": header,
        "after_header": header,
        "before": before,
        "after": after,
    }


def test_a_manager_who_is_removed_is_warned_about():
    assert manager_warnings(DESIGN, WITHOUT_BEN) == []
    assert manager_warnings(replace(DESIGN, manager=None), WITHOUT_ADA) == []
    assert manager_warnings(DESIGN, WITHOUT_ADA) == [
        'ada@example.org (Ada) is the manager of "Design\ufffd" (g1), and stops being that by being'
        " removed."
    ]
