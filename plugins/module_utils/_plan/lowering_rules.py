# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Types that a task does not let go down, as rooms would change hands that nobody has named."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError, collect_errors
from .._base.texts import listed
from .._portal.model.key import Key
from .._portal.model.person import PAID_TYPES, Person
from .._portal.model.room import Room
from .account_change import AccountChange
from .lowering import Lowering

#: What a key must open to give rooms back.
RESTORE_SCOPES = ("rooms:write", "files:write")
_ROOMS = "rooms:read"


def lowering_problems(
    lowerings: Sequence[Lowering],
    successor: Person | None,
    restore: bool,
    key: Key | None,
    key_owner: Person | None,
) -> list[DocSpaceError]:
    """Everything that speaks against types that go down.

    :param successor: who is to get the rooms; None if nobody is named.
    :param restore: whether rooms of others are given back.
    :param key: which has to open what that takes; None if it does not matter.
    """
    problems: list[DocSpaceError] = []
    with collect_errors(problems):
        _check_heirs(lowerings, successor)
    with collect_errors(problems):
        if restore:
            _check_restorable(lowerings, key, key_owner)
        else:
            _check_untouched(lowerings, successor)
    return problems


def check_rooms_readable(lowered: Sequence[AccountChange], key: Key | None) -> None:
    """Refuse to lower types where nobody can tell what becomes of rooms.

    :raises DocSpaceError: naming the people, and the scope that the key lacks.
    """
    if key and not key.opens(_ROOMS):
        raise DocSpaceError(
            f"users: to lower the type of {listed([each.label for each in lowered])}, their rooms"
            f" have to be read, and the {key.without(_ROOMS)}. Nothing was changed; give it this"
            " scope, or no restriction.",
            "missing_scope",
        )


def check_successor(successor: Person, leaving: Sequence[Person]) -> None:
    """Refuse a successor who cannot own rooms, or will not after the task.

    :param leaving: whose type goes down, or who is disabled.
    :raises DocSpaceError: saying why.
    """
    reason = None
    if successor.id in {each.id for each in leaving}:
        reason = "is lowered or disabled by the same task"
    elif successor.status != "active":
        reason = f"is {successor.status}"
    elif successor.type not in PAID_TYPES:
        reason = f"is a {successor.type}, who cannot own rooms"
    if reason:
        raise DocSpaceError(
            f"successor: {successor.label} {reason}. Nothing was changed; name an active room"
            " administrator or administrator.",
            "unusable_successor",
        )


def lowering_warnings(lowerings: Sequence[Lowering]) -> list[str]:
    """What to say of types that go down before they do."""
    warnings = []
    for each in lowerings:
        who = each.person.label
        if each.archived:
            warnings.append(
                f"{who} stays the owner of {_rooms(each.archived)}, as archived rooms do not change"
                " hands when a type goes down."
            )
        if each.managed:
            warnings.append(
                f"{who} is room manager in {_rooms(each.managed)}, and content creator there"
                f" afterwards, as no {each.type} can manage rooms."
            )
        if each.type == "guest" and each.person.groups:
            names = listed(sorted(each.person.groups.values()))
            warnings.append(
                f"{who} leaves all groups as a guest, and does not come back into them with another"
                f" type: {names}."
            )
    return warnings


def _check_heirs(lowerings: Sequence[Lowering], successor: Person | None) -> None:
    if successor:
        return
    owners = [f"{each.person.label} owns {_rooms(each.owned)}" for each in lowerings if each.owned]
    if owners:
        raise DocSpaceError(
            f"successor: {listed(owners, '; ')}, and somebody has to own these rooms when the type"
            " goes down. Nothing was changed; name a successor.",
            "successor_needed",
        )


def _check_untouched(lowerings: Sequence[Lowering], successor: Person | None) -> None:
    # Who is to be named yet also gets those of the owner of the key.
    is_open = not successor and any(each.owned for each in lowerings)
    rooms = {
        each.person.label: [
            *(taken.room for taken in each.taken),
            *(room for room in each.shared if is_open and room.owner_id == each.heir.id),
        ]
        for each in lowerings
    }
    taken = [f"of {who}: {_rooms(several)}" for who, several in rooms.items() if several]
    if taken:
        raise DocSpaceError(
            "other_rooms: to lower a type, the portal also gives the successor all rooms of others"
            f" in which the person has an entry, {listed(taken, '; ')}. Nothing was changed; take"
            " the person out of these rooms before, or set other_rooms to restore, which gives them"
            " back at once.",
            "other_rooms",
        )


def _check_restorable(
    lowerings: Sequence[Lowering], key: Key | None, key_owner: Person | None
) -> None:
    taken = [room for each in lowerings for room in each.taken]
    if not taken:
        return
    reasons = []
    for room in taken:
        owner = room.owner
        if not owner or owner.status != "active" or owner.type not in PAID_TYPES:
            who = f"{owner.label}, is {owner.status}" if owner else "is not known"
            reasons.append(f"room {room.room.label}, whose owner, {who}")
    if not key_owner:
        reasons.append("any room, as it is not known whose key this is")
    lacking = [scope for scope in RESTORE_SCOPES if key and not key.opens(scope)]
    if lacking:
        reasons.append(f"any room, as api_key lacks the scopes {listed(lacking)}")
    if reasons:
        raise DocSpaceError(
            f"other_rooms: these could not be given back: {listed(reasons, '; ')}. Nothing was"
            " changed; take the person whose type goes down out of these rooms before, or use"
            " another key.",
            "not_restorable",
        )


def _rooms(rooms: Sequence[Room]) -> str:
    return f"room{'' if len(rooms) == 1 else 's'} {listed([each.label for each in rooms])}"
