# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Searching and sorting people as the server's database does it."""

from __future__ import annotations

import collections.abc as c
import dataclasses

from ..collation import fold
from ..http.paging import Paging, SortKey
from .records import (
    ACTIVE,
    AREAS,
    DISABLED,
    EMPLOYEE_STATUSES,
    EMPLOYEE_TYPES,
    GUEST,
    LOGINS,
    PAID,
    PAYMENTS,
    PENDING,
    QUOTAS,
    ROOM_ADMIN,
    Person,
)

_STATUS_RANK = {ACTIVE: 0, PENDING: 1, DISABLED: 2}


@dataclasses.dataclass(frozen=True)
class PeopleFilter:
    """What `people/filter` can be asked for."""

    status: int | None = None
    activation: int | None = None
    types: tuple[int, ...] = ()
    area: int = AREAS["All"]
    group_id: str | None = None
    exclude_group: bool = False
    without_group: bool = False
    text: str = ""
    separator: str = ""
    quota: int | None = None
    login: int | None = None
    payment: int | None = None
    only_admins: bool = False
    only_made_by_caller: bool = False


def find_people(people: c.Iterable[Person], wanted: PeopleFilter, caller: Person) -> list[Person]:
    """Those of the people whom the filter finds, whatever their groups, and the caller may see."""
    all_seen = caller.is_admin
    tests: list[c.Callable[[Person], bool]] = []
    if wanted.status is not None or not all_seen:
        tests.append(lambda person: _in_status(person, wanted.status, all_seen))
    if wanted.activation is not None:
        tests.append(lambda person: person.activation == wanted.activation)
    if wanted.area != AREAS["All"] or not all_seen:
        tests.append(lambda person: _in_area(person, wanted.area) and caller.sees(person))
    if wanted.types:
        tests.append(lambda person: any(_in_type(person, kind) for kind in wanted.types))
    if wanted.quota in (QUOTAS["Default"], QUOTAS["Custom"]):
        tests.append(lambda person: (person.quota is None) == (wanted.quota == QUOTAS["Default"]))
    tests += _other_tests(wanted, caller)
    if wanted.text.strip():
        tests.append(lambda person: _has_text(person, wanted.text, wanted.separator))
    return [person for person in people if all(test(person) for test in tests)]


def _other_tests(wanted: PeopleFilter, caller: Person) -> c.Iterator[c.Callable[[Person], bool]]:
    if wanted.login is not None:
        yield lambda person: wanted.login == LOGINS[person.login]
    if wanted.payment is not None:
        yield lambda person: (person.type in PAID) == (wanted.payment == PAYMENTS["Paid"])
    if wanted.only_admins:
        yield lambda person: person.is_admin
    if wanted.only_made_by_caller:
        yield caller.made


def people_key(paging: Paging) -> c.Callable[[Person], SortKey]:
    """How people are sorted."""
    if paging.sort_by == "email":
        return lambda person: (fold(person.email or ""),)
    last = paging.sort_by == "lastname"
    # The rank of the status is never reversed, so it is when everything else will be.
    sign = -1 if paging.descending else 1

    def key(person: Person) -> SortKey:
        name = person.last_name if last else person.first_name
        shown = person.email or "" if person.status == PENDING else name
        return (sign * _STATUS_RANK[person.status], fold(shown))

    return key


def with_words(people: c.Iterable[Person], text: str, status: int = ACTIVE) -> list[Person]:
    """The people of a status who have all the words in one of their names or the address."""
    return [
        person
        for person in people
        if _in_status(person, status, all_seen=True)
        and all(
            any(fold(word) in fold(part) for part in (*_texts(person), person.user_name or ""))
            for word in text.split()
        )
    ]


def _in_status(person: Person, status: int | None, all_seen: bool) -> bool:
    if status in (None, EMPLOYEE_STATUSES["All"]):
        return all_seen or person.status != DISABLED
    if status in (EMPLOYEE_STATUSES["Active"], EMPLOYEE_STATUSES["Default"]):
        return person.status == ACTIVE
    if status == EMPLOYEE_STATUSES["Terminated"]:
        return all_seen and person.status == DISABLED
    return status != EMPLOYEE_STATUSES["Pending"] or person.status == PENDING


def _in_type(person: Person, kind: int) -> bool:
    if kind == EMPLOYEE_TYPES[ROOM_ADMIN]:
        return person.type == ROOM_ADMIN
    return any(kind == EMPLOYEE_TYPES.get(role) for role in person.roles)


def _in_area(person: Person, area: int) -> bool:
    return area == AREAS["All"] or (person.type == GUEST) == (area == AREAS["Guests"])


def _has_text(person: Person, text: str, separator: str) -> bool:
    texts = [fold(part) for part in _texts(person)]
    words = [fold(word.strip()) for word in (text.split(separator) if separator else text.split())]
    found = (any(word in part for part in texts) for word in words)
    return any(found) if separator else all(found)


def _texts(person: Person) -> tuple[str, ...]:
    return person.first_name, person.last_name, person.email or ""
