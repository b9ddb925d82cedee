# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import so_far
from . import answers
from .api import Api
from .model.person import Person
from .paging import Listing
from .person_fields import (
    MEMBER_FIELDS,
    PERSON_FIELDS,
    PROFILE_FIELDS,
    STATUS_NUMBERS,
    TYPE_NUMBERS,
    parse_person,
)

#: Words that are routes where a user name could stand.
_ROUTES = re.compile(
    "active|delete|email|employees|exists|filter|guests|import|invite|message|module|phone"
    "|reassign|recover|remove|search|simple|status|tags|theme|tokendiagnostics|type"
)


class People:
    """The people of a portal.

    Every method may raise :class:`RequestError`.
    """

    #: Whether people are to be read with their profiles.
    with_profiles = False

    def __init__(self, api: Api) -> None:
        self._api = api
        #: Whether people were read from a list, and whether one has shown somebody who is
        #: disabled: administrators see these there, others do not.
        self.was_listed = False
        self.shows_disabled = False
        #: After so many writes of the task, everybody was read.
        self._everybody: tuple[int, list[Person]] | None = None

    def find(self, reference: Reference) -> Person | None:
        """Whom a reference means, with their type and groups; None if it is nobody."""
        person = None
        if reference.kind == "id":
            person = self._ask(("people", reference.value))
        elif reference.kind == "email":
            person = self._ask(("people", "email"), email=reference.text)
        if person and reference not in person.references:
            raise answers.wrong_shape()
        # What has an @ in it may be a user name too.
        return person if person or reference.kind == "id" else self._find_by_name(reference)

    def own(self) -> Person | None:
        """The person whom an access token belongs to; None if that is not told."""
        try:
            answer = self._api.call("GET", ("people", "@self"), {"fields": self._fields})
        except RequestError as error:
            if error.status in (403, 404):
                return None
            raise
        return parse_person(answer.response)

    def find_each(self, references: Iterable[Reference]) -> list[Person | None]:
        """:meth:`find` of every reference, in order, some at a time."""
        todo = list(references)
        return self._api.in_parallel(self.find, todo, so_far("people", len(todo)))

    def listing(
        self,
        status: str | None = None,
        kind: str | None = None,
        group_id: str | None = None,
        search: str | None = None,
    ) -> Listing[Person]:
        """People with their types and groups: all, or those to whom everything given applies.

        :param kind: a type of people; for ``owner`` and ``admin`` alike, both come.
        :param search: words that must all be in their names and addresses.
        """
        return self._filter(
            fields=self._fields,
            employeeStatus=status and STATUS_NUMBERS[status],
            employeeType=kind and TYPE_NUMBERS[kind],
            groupId=group_id,
            filterValue=search,
        )

    @property
    def known(self) -> list[Person] | None:
        """Everybody, if they were read already, and this task has written nothing since."""
        if self._everybody and self._everybody[0] == self._api.writes:
            return self._everybody[1]
        return None

    def everybody(self) -> list[Person]:
        """All people with their types and groups, read again only after a write of this task.

        Whether that is with profiles is as it was when they were read.
        """
        if self.known is None:
            self._everybody = self._api.writes, self.listing().all()
        return self.known or []

    def count(self) -> int:
        """How many people there are, whatever their type and status."""
        query = {"count": 1, "startIndex": 0, "fields": "id"}
        return answers.total(self._api.call("GET", ("people", "simple", "filter"), query))

    def not_in(self, group_id: str) -> Listing[Person]:
        """The people who are not in a group, whatever their status."""
        return self._filter(groupId=group_id, excludeGroup="true")

    def members(self, group_ids: Iterable[str]) -> dict[str, list[Person]]:
        """All members of each group, by its id, the disabled ones included, by pages."""

        def first_page(group_id: str) -> tuple[str, Listing[Person]]:
            return group_id, self._filter(groupId=group_id)

        todo = list(group_ids)
        pages = self._api.in_parallel(first_page, todo, so_far("members of groups", len(todo)))
        return {key: people.all() for key, people in pages}

    def member_names(self, group_id: str) -> list[Person]:
        """All members with id and name only: works where :meth:`members` does not."""
        return self._filter("simple", fields="id,displayName", groupId=group_id).all()

    def member_ids(self, group_id: str, disabled_only: bool = False) -> frozenset[str]:
        """The ids of all members, or of the disabled ones: the cheapest proof of membership."""
        # Answers ids and names only, and still works where fuller reads of a group do not.
        status = STATUS_NUMBERS["disabled"] if disabled_only else None
        people = self._filter("simple", fields="id", groupId=group_id, employeeStatus=status)
        return frozenset(person.id for person in people.all())

    def has_disabled(self) -> bool:
        """Whether the portal shows that there is anybody who is disabled."""
        disabled = STATUS_NUMBERS["disabled"]
        return bool(self._filter("simple", fields="id", employeeStatus=disabled).first)

    @property
    def _fields(self) -> str:
        return PROFILE_FIELDS if self.with_profiles else PERSON_FIELDS

    def _find_by_name(self, reference: Reference) -> Person | None:
        if _fits_into_a_path(reference.text):
            person = self._ask(("people", reference.text))
            if not person or person.is_named_by(reference):
                return person
        return self._find_by_filter(reference)  # the name is a route, known here or not

    def _ask(self, path: Sequence[str], **query: str) -> Person | None:
        answer = self._api.find(path, {**query, "fields": self._fields})
        return parse_person(answer.response) if answer else None

    def _find_by_filter(self, reference: Reference) -> Person | None:
        # The filter searches names and addresses, not user names; these are mostly made of the
        # address, so the narrow search comes first, and only then everybody.
        for search in (reference.text, None):
            for person in self.listing(search=search):
                if person.is_named_by(reference):
                    return person
        return None

    def _filter(self, *route: str, fields: str = MEMBER_FIELDS, **query: Any) -> Listing[Person]:
        path = ("people", *route, "filter")
        # An address is nobody else's and hardly ever changes, so the order of two pages is the
        # same; by default people move to the end when they are disabled, and names may be equal.
        query = {**query, "sortBy": "email", "fields": fields}
        self.was_listed = True
        return self._api.listing("people", path, query, self._listed)

    def _listed(self, row: Any) -> Person:
        person = parse_person(row)
        self.shows_disabled |= person.status == "disabled"
        return person


def _fits_into_a_path(name: str) -> bool:
    # Dots alone are climbing, a slash splits the path, an @ in front marks routes.
    return (
        not _ROUTES.fullmatch(name.lower())
        and not name.startswith("@")
        and not set(name) & set("/\\")
        and bool(name.strip("."))
    )
