# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A group in a result says what was done, and its difference names a manager who changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    MembershipPlan,
    plan_changes,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.membership import (
    manager_warnings,
    membership_diff,
    membership_result,
)

ADA = Person("1", "Ada", "ada@example.org", "ada", "active")
BEN = Person("2", "Ben", "ben@example.org", "ben", "active")
CLEO = Person("3", "Cleo", "cleo@example.org", "cleo", "active")
DESIGN = Group("g1", "Design\n", 2, manager=ADA)
#: Of two members, the manager and another one.
WITHOUT_ADA = plan_changes([ADA, BEN], [CLEO], [ADA])
WITHOUT_BEN = plan_changes([ADA, BEN], [CLEO], [BEN])


def told(person):
    return {"id": person.id, "display_name": person.display_name, "email": person.email,
            "status": "active"}  # fmt: skip


@pytest.mark.parametrize(
    ("group", "plan", "before", "after"),
    [
        (DESIGN, WITHOUT_ADA,
         "manager: ada@example.org (Ada)\nada@example.org (Ada)\nben@example.org (Ben)\n",
         "ben@example.org (Ben)\ncleo@example.org (Cleo)\n"),
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
    assert membership_diff(plan, group) == {
        "before_header": "members of Design\ufffd",
        "after_header": "members of Design\ufffd",
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


def test_a_group_that_is_as_desired_has_nothing_to_say():
    assert membership_result(DESIGN, WITHOUT_ADA, True, None) == {
        "id": "g1",
        "name": "Design\n",
        "manager": None,
        "ldap": False,
        "size": 2,
        "added": [told(CLEO)],
        "removed": [told(ADA)],
        "changed": True,
        "failed": False,
        "msg": "",
    }


def test_of_a_group_whose_state_is_unknown_only_the_failure_is_told():
    assert membership_result(DESIGN, None, True, DocSpaceError("Lost.", "timeout")) == {
        "id": "g1",
        "name": "Design\n",
        "changed": True,
        "failed": True,
        "msg": "Lost.",
    }
