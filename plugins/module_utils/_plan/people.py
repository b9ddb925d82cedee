# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who is meant, and in which order people are listed: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from .._base.references import Reference
from .._portal.model.person import PAID_TYPES, Person

#: What a message says of a reference without a person.
UNKNOWN = "is nobody on this portal"
#: What a type is in words, with its article.
_KINDS = {"user": "a user", "guest": "a guest"}


def match(
    references: Sequence[Reference], people: Iterable[Person], is_everybody: bool = False
) -> tuple[dict[Reference, Person], tuple[Reference, ...]]:
    """Find each reference's person among some people; the second value is who is not there.

    :param is_everybody: whether there is nobody else. Only then is it known that a text with an @
        in it is nobody's address, and may be a user name.
    """
    index = {each: person for person in people for each in person.references}
    if is_everybody:
        for person in list(index.values()):
            index.setdefault(Reference("email", person.user_name.lower()), person)
    found = {each: index[each] for each in references if each in index}
    return found, tuple(each for each in references if each not in index)


def is_among(some: Set[Reference], reference: Reference, person: Person | None) -> bool:
    """Whether whom a reference means is among some people.

    :param some: each by whatever names them.
    :param person: whom it means, if that is somebody.
    """
    return not some.isdisjoint([reference, *(person.references if person else ())])


def has_paid_type(person: Person) -> bool:
    """Whether an account takes a paid seat while it is not disabled."""
    return person.type in PAID_TYPES


def owner_obstacle(person: Person) -> str | None:
    """Why somebody cannot be given rooms; None if they can."""
    if person.status != "active":
        why = "has not accepted the invitation" if person.status == "pending" else "is disabled"
        return f"{why}, and only active people can be given rooms"
    if person.type not in PAID_TYPES:
        return f"is {_KINDS.get(person.type, 'of an unknown type')}, and cannot own rooms"
    return None


def in_order(people: Iterable[Person]) -> tuple[Person, ...]:
    """People as they are listed everywhere: by e-mail address, then by id."""
    return tuple(sorted(people, key=lambda person: (person.email.lower(), person.id)))


def distinct(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once, in order."""
    return in_order({person.id: person for person in people}.values())


def status_after(person: Person, status: str) -> str:
    """The status of an account that is disabled or enabled.

    Somebody whose invitation is still open has no name but the address, and is pending again.
    """
    is_invited = person.display_name == person.email
    return "pending" if status == "active" and is_invited else status
