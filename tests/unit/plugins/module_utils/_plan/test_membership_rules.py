# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What speaks against changing members is told for all groups at once, in full sentences."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import parse_limit
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import (
    DesiredMembership,
    Snapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership_rules import (
    check_contradictions,
    refusals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person

ADA = Person("1", "Ada", "ada@example.org", "ada", "active")
BEN = Person("2", "Ben", "ben@example.org", "ben", "disabled")
CLEO = Person("3", "Cleo", "cleo@example.org", "cleo", "active")
NAMES = {Reference.parse(text): person for person in (ADA, BEN, CLEO)
         for text in (person.user_name, person.email)}  # fmt: skip
DESIGN, LEGAL = Group("g1", "Design", 1), Group("g2", "Legal", 2)
SNAPSHOT = Snapshot(NAMES, {"g1": [ADA, BEN], "g2": [ADA, CLEO]})


def wants(group, add=(), remove=()):
    return DesiredMembership(
        group, tuple(map(Reference.parse, add)), tuple(map(Reference.parse, remove))
    )


def refused(*desired, of_one=None, of_all=None):
    plans = [(each, SNAPSHOT.plan(each)) for each in desired]
    limits = parse_limit("max_removals", of_one), parse_limit("max_removals_total", of_all)
    return [str(error) for error in refusals(plans, SNAPSHOT, lambda _desired: [], *limits)]


def test_somebody_to_add_and_to_remove_is_named_with_the_option():
    with pytest.raises(OptionError) as raised:
        check_contradictions(
            "groups", wants(DESIGN, ["ada", "cleo"], ["ghost", "Ada@example.org"]), SNAPSHOT
        )

    assert str(raised.value) == (
        'groups: ada@example.org (Ada) would be added to "Design" (g1) and removed from it; decide'
        " for one."
    )
    assert raised.value.details == {"option": "groups"}
    check_contradictions("groups", wants(DESIGN, ["ada"], ["cleo", "ghost"]), SNAPSHOT)


def test_a_limit_counts_the_members_who_are_disabled_too():
    both = wants(DESIGN, remove=["ada", "ben"])

    assert refused(both, of_one="2", of_all="100%") == []
    assert refused(both, of_one="1") == [
        'max_removals: 2 of 2 members of "Design" (g1) would be removed, and the limit is 1.'
        " Nothing was changed; check who is named, or raise the limit."
    ]


def test_a_limit_of_all_groups_counts_them_together():
    desired = wants(DESIGN, remove=["ada"]), wants(LEGAL, remove=["ada", "cleo"])

    assert refused(*desired, of_one="2", of_all="75%") == []
    assert refused(*desired, of_one="2", of_all="74%") == [
        "max_removals_total: 3 of 4 members of all groups named would be removed, and the limit is"
        " 74%. Nothing was changed; check who is named, or raise the limit."
    ]


def test_what_is_wrong_with_any_group_is_told_at_once():
    problems = refused(wants(LEGAL, add=["ben"]), wants(DESIGN, remove=["ada"]), of_one="0")

    assert problems == [
        'groups, "Legal" (g2): ben@example.org (Ben) is disabled; enable the account first. Nothing'
        " was changed; correct the list.",
        'max_removals: 1 of 2 members of "Design" (g1) would be removed, and the limit is 0.'
        " Nothing was changed; check who is named, or raise the limit.",
    ]
