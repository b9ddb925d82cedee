# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What speaks against the plans for rooms, and who is left out of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError
from .._base.limits import Limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import ADMINISTRATORS, Person
from .access import AccessPlan
from .access_subjects import Directory
from .desired_access import DesiredAccess, DesiredEntry
from .people import is_among
from .whole_rooms import WholeRoomPlan, WholeRoomRules


def may_leave(plan: WholeRoomPlan, me: Person | None) -> bool:
    """Whether the owner of the credential may go last from a room of others.

    Administrators see the room all the same; for others it would be gone, and the next run would
    make another one. Nobody else than managers sees links, so that a later run could not tell
    whether they are as the task says.
    """
    is_admin = bool(me and me.type in ADMINISTRATORS)
    return is_admin and not plan.desired.links


def leaving_warnings(plan: AccessPlan) -> list[str]:
    """What to say of the owner of the credential who goes."""
    return [
        f"{plan.place}: {each.subject.label} owns the credential of this task, is not in the list"
        f" of {plan.room.label}, and leaves the room as the last step. A later task with this"
        " credential cannot change who enters it, nor its links."
        for each in plan.changes
    ]


def leave_out(
    desired: DesiredAccess, directory: Directory, leavers: Iterable[Reference]
) -> tuple[DesiredAccess, list[str]]:
    """Who is to be let in, without the people who leave the portal, and what to say of them."""
    leaving = frozenset(leavers)

    def leaves(entry: DesiredEntry) -> bool:
        reference = entry.reference
        return isinstance(reference, Reference) and is_among(
            leaving, reference, directory.people.get(reference)
        )

    gone = [each for each in desired.add if leaves(each)]
    staying = tuple(each for each in desired.add if each not in gone)
    return replace(desired, add=staying), [
        f"{desired.place}{each.label} is among the leavers, and left out." for each in gone
    ]


def owner_warnings(plans: Iterable[WholeRoomPlan]) -> list[str]:
    """What to say of people who leave the portal, and are not made the owners of rooms."""
    named = [(each.room.desired, each.desired.room.owner) for each in plans]
    return [
        f"{desired.at('owner')}: {printable(owner.text)} is among the leavers, and left out."
        for desired, owner in named
        if owner and not desired.owner
    ]


def brakes(plans: Sequence[WholeRoomPlan], rules: WholeRoomRules) -> list[DocSpaceError]:
    """Refuse to archive or delete more rooms than allowed."""
    archived = [each for each in plans if each.room.archives and not each.room.deletes]
    deleted = [each for each in plans if each.room.deletes]
    found = []
    if rules.max_archived and not rules.max_archived.allows(len(archived), len(plans)):
        words = _too_many("archived", archived, len(plans), rules.max_archived)
        found.append(DocSpaceError(f"max_archived: {words}", "max_archived_exceeded"))
    if rules.max_deleted and not rules.max_deleted.allows(len(deleted), len(plans)):
        words = _too_many("deleted", deleted, len(plans), rules.max_deleted)
        found.append(DocSpaceError(f"max_deleted: {words}", "max_deleted_exceeded"))
    return found


def _too_many(verb: str, some: Sequence[WholeRoomPlan], total: int, limit: Limit) -> str:
    names = listed([each.room.before.label for each in some if each.room.before])
    return (
        f"{len(some)} of {total} rooms named would be {verb}, and the limit is {limit.text}:"
        f" {names}. Nothing was changed; check the list, or raise the limit."
    )
