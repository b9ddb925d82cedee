# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans of memberships that a task refuses, whatever the portal would accept."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError
from .._base.limits import Limit, check_limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.group import Group
from .membership import MembershipPlan, Snapshot, known_size
from .people import UNKNOWN


def check_people(
    plan: MembershipPlan,
    unknown: Sequence[Reference],
    option: str = "members",
    advice: str = "unknown_members",
) -> None:
    """Refuse a plan that the portal would carry out only in part, and without a word.

    :param unknown: references that mean nobody and are not allowed to.
    :param option: names the people.
    :param advice: the option that allows unknown people.
    :raises DocSpaceError: naming everybody who stands in the way, and why.
    """
    refused = {each.text: UNKNOWN for each in unknown}
    for person in plan.add:
        if person.cannot_join:
            refused[person.label] = person.cannot_join
    if refused:
        reasons = listed([f"{printable(who)} {why}" for who, why in refused.items()], "; ")
        raise DocSpaceError(
            f"{option}: {reasons}. Nothing was changed; correct the list"
            + (f", or set {advice}." if unknown else "."),
            "unusable_members",
            members=sorted(refused),
        )


def check_somebody_known(
    named: Sequence[Reference], snapshot: Snapshot, option: str = "members"
) -> None:
    """Refuse to empty a group by a list in which nobody is known, such as one with a wrong domain.

    :param named: the people who are to be the only members.
    :raises DocSpaceError: whatever the task says about unknown people.
    """
    if named and not snapshot.known(named):
        raise DocSpaceError(
            f"{option}: nobody in this list is on this portal, and the group would be left empty."
            " Nothing was changed; correct the list, or write [] to empty the group.",
            "unusable_members",
            members=sorted(each.text for each in named),
        )


def check_removals(plan: MembershipPlan, group: Group, limit: Limit | None) -> None:
    """Refuse a plan that removes more of a group than allowed.

    :raises DocSpaceError: with both numbers.
    """
    check_limit(
        "max_removals",
        limit,
        len(plan.remove),
        known_size(plan, group),
        f"members of {group.label}",
        [person.label for person in plan.remove],
    )
