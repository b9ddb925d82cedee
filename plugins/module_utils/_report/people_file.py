# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The people of a portal as the list that the role ``people`` takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .._base.texts import printable
from .._portal.model.person import TYPES, Person, Profile
from .export_texts import comment, may_be_given, person_reference, value

_NO_LIMIT = -1


def people_lines(people: Iterable[Person]) -> Iterator[str]:
    """The list."""
    ordered = sorted(people, key=lambda person: (person_reference(person).lower(), person.id))
    yield "docspace_people:" if ordered else "docspace_people: []"
    for person in ordered:
        # Nothing of the owner, whom no task changes.
        properties = {} if person.type == "owner" else dict(_properties(person))
        words = _words(person, is_named="first_name" in properties)
        yield f"  - user: {value(person_reference(person))}{words}"
        yield from (f"    {option}: {value(text)}" for option, text in properties.items())


def _properties(person: Person) -> Iterator[tuple[str, str]]:
    """What of a person a task could make so."""
    if person.type in TYPES:
        yield "type", person.type
    if person.status == "disabled" and not person.ldap:  # its status is the directory's
        yield "state", "disabled"
    profile = person.profile or Profile()
    named = {"location": profile.location, "comment": profile.comment}
    if not (person.ldap or person.sso):  # their names are the directory's, or the provider's
        named = {"first_name": profile.first_name, "last_name": profile.last_name, **named}
    yield from ((option, text) for option, text in named.items() if may_be_given(text))
    quota = profile.quota if profile.has_own_quota else None
    if quota and (quota > 0 or quota == _NO_LIMIT):
        yield "quota", "none" if quota == _NO_LIMIT else str(quota)


def _words(person: Person, is_named: bool) -> str:
    """What somebody who reads the file would want to know."""
    is_told = is_named or person.display_name == person_reference(person)
    found = [] if is_told else [person.display_name]
    kind = {
        "owner": person.type == "owner",
        "LDAP": person.ldap,
        "SSO": person.sso,
        person.status: person.status != "active",
    }
    said = ", ".join(word for word, applies in kind.items() if applies)
    return comment(printable(" ".join([*found, *([f"({said})"] if said else [])])))
