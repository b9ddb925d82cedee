# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What others do to people and groups while a task runs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial

from .._base.errors import RequestError
from .._base.references import Reference
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.portal import Portal
from .sending import noticing
from .write import Gone


def group_gone(group: Group, may_be_done: bool) -> Gone:
    """The failure when a group is gone in the middle of a task."""
    return Gone(
        f"The group {group.label} was deleted while the task ran.",
        "group_not_found",
        may_be_done,
        group=group.id,
    )


def noticing_deletion(group: Group) -> AbstractContextManager[None]:
    """Send a write to a group that somebody else may have deleted.

    :raises Gone: in place of the answer that there is no such group.
    """
    return noticing(partial(group_gone, group))


def explain_missing(portal: Portal, people: Sequence[Person]) -> list[str]:
    """Why people were not added, as far as their accounts tell: they may have changed meanwhile."""
    try:
        present = portal.people.find_each([Reference("id", person.id) for person in people])
    except RequestError:
        return []
    reasons = []
    for person, now in zip(people, present):
        reason = now.cannot_join if now else "has no account any more"
        if reason:
            reasons.append(f"{person.label} {reason}.")
    return reasons
