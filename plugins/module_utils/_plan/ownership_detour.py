# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A room taken over by an administrator who is not in it, to be changed and given back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .._portal.model.person import ADMINISTRATORS, PAID_TYPES, Person
from .._portal.model.room import Entry

#: What the key must open beside rooms.
DETOUR_SCOPE = "files:write"


@dataclass(frozen=True)
class OwnershipDetour:
    """Who takes a room over, and who gets it back.

    :param me: whose credential the task uses.
    """

    me: Person
    owner: Person


def detour_obstacle(
    me: Person | None, owner: Person | None, entries: Iterable[Entry], changed: Iterable[str]
) -> str | None:
    """Why a room would not be as before but for the change, or could not be taken over at all.

    :param me: whose credential the task uses; None if the portal does not say.
    :param owner: of the room; None if there is no such account.
    :param entries: of the room.
    :param changed: the ids of those who are let in, changed or put out.
    """
    if me is None:
        return "the portal does not say whose credential this is"
    if me.type not in ADMINISTRATORS:
        return f"{me.label}, who owns the credential, is no administrator and cannot take it over"
    if owner is None:
        return "its owner has no account any more, so it could not be given back"
    if owner.status != "active" or owner.type not in PAID_TYPES:
        return f"its owner {owner.label} could not get it back, being {_what(owner)}"
    if any(each.id == me.id for each in entries):
        return f"{me.label}, who owns the credential, has an entry in it, which would be lost"
    if me.id in changed:
        return f"{me.label}, who owns the credential, leaves it in the end, and cannot be let in so"
    return None


def _what(person: Person) -> str:
    return person.status if person.status != "active" else f"a {person.type.replace('_', ' ')}"
