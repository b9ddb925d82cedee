# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding the people and groups that lists of rooms name, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .._base.errors import RequestError
from .._base.references import Reference
from .._base.texts import so_far
from .._plan.access_rules import AccessRules
from .._plan.access_subjects import Directory, Subject, person_of
from .._plan.desired_access import DesiredAccess
from .._plan.group_index import GroupIndex
from .._plan.people import match
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.model.room import Entry
from .._portal.paging import Listing
from .._portal.portal import Portal
from .group_reads import see_groups
from .people_reads import FEW
from .rights import is_administrator


class DirectoryReader:
    """Finds people and groups: in the lists of rooms, one by one, or by reading everybody."""

    def __init__(
        self, portal: Portal, desired: Sequence[DesiredAccess], rules: AccessRules
    ) -> None:
        self._portal = portal
        self._desired = desired
        self._rules = rules
        self._known: dict[str, Person] = {}
        self._hidden: set[Reference] = set()
        self._listing: Listing[Person] | None = None
        everybody = portal.people.known
        self._is_complete = everybody is not None
        self._note(everybody or ())

    def read(self, entries: Mapping[str, Sequence[Entry]]) -> Directory:
        """Whom the task names; those who have an entry as the lists of the rooms show them.

        :param entries: of the rooms.
        """
        named = list(dict.fromkeys(key for each in self._desired for key in each.people))
        of_rooms = [each for found in entries.values() for each in found if not each.is_group]
        people, others = match(named, map(person_of, of_rooms))
        people.update(self._find(others))
        groups, some = self._groups()
        hidden = frozenset(self._hidden)
        directory = Directory(people, groups, dict(self._known), {}, some, hidden)
        return directory.with_guests(self._addresses()) if self._rules.invite_guests else directory

    def complete(self, directory: Directory, subjects: Iterable[Subject]) -> Directory:
        """The same with the status, type and groups of those who matter."""
        unclear = [
            Reference("id", each.id, each.id)
            for each in subjects
            if each.person and each.person.status == "unknown" and each.id not in self._known
        ]
        self._find(dict.fromkeys(unclear))
        people = {key: self._known.get(each.id, each) for key, each in directory.people.items()}
        return replace(directory, people=people, by_id=dict(self._known))

    def members(self, group_ids: Iterable[str]) -> dict[str, list[Person]]:
        """The members of groups, with their types and all their groups."""
        ids = list(group_ids)
        if self._is_complete:
            everybody = self._known.values()
            return {key: [each for each in everybody if key in each.groups] for key in ids}
        read = self._portal.people.listing
        found = self._portal.in_parallel(lambda key: read(group_id=key).all(), ids)
        return dict(zip(ids, found))

    def _addresses(self) -> list[Reference]:
        """Who may be invited."""
        staying = (
            entry.reference
            for each in self._desired
            for entry in each.add
            if not entry.has_ended(self._rules.now)
        )
        return [each for each in staying if isinstance(each, Reference)]

    def _groups(self) -> tuple[dict[str, list[Group]], Sequence[Group]]:
        texts = list(dict.fromkeys(text for each in self._desired for text in each.groups))
        if not texts:
            return {}, ()
        seen = see_groups(self._portal, texts).groups
        index = GroupIndex(seen)
        return {text: index.meant(text) for text in texts}, seen

    def _find(self, named: Iterable[Reference]) -> dict[Reference, Person]:
        references = list(named)
        found, missing = match(references, self._known.values(), self._is_complete)
        if len(missing) > FEW and not self._is_complete:
            self._listing = self._listing or self._portal.people.listing()
            self._note(self._listing.first)
            found, missing = match(references, self._known.values())
            if len(missing) >= self._listing.further_pages:
                self._note(self._listing.all())
                self._is_complete = True
                found, missing = match(references, self._known.values(), is_everybody=True)
        # Not every key is shown everybody on a list.
        if missing and not (self._is_complete and self._portal.people.shows_disabled):
            looked_up = self._look_up(missing)
            self._note(looked_up.values())
            found = {**found, **looked_up}
        return found

    def _look_up(self, references: Sequence[Reference]) -> dict[Reference, Person]:
        refusals: dict[Reference, RequestError] = {}

        def find(reference: Reference) -> Person | None:
            try:
                return self._portal.people.find(reference)
            except RequestError as error:
                if error.code != "forbidden":
                    raise
                refusals[reference] = error
                return None

        people = self._portal.in_parallel(find, references, so_far("people", len(references)))
        # Guests of others are not shown to room administrators; administrators see everybody.
        if refusals and is_administrator(self._portal):
            raise next(iter(refusals.values()))
        self._hidden.update(refusals)
        return {each: person for each, person in zip(references, people) if person}

    def _note(self, people: Iterable[Person]) -> None:
        self._known.update({each.id: each for each in people})
