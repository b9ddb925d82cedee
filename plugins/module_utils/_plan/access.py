# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who has to be let into a room, changed and put out, and what each person gets by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from .._portal.model.person import Person
from .._portal.model.room import Entry, Room
from .access_subjects import Directory, Subject
from .desired_access import DesiredAccess, DesiredEntry
from .effective_access import EVERYONE, Access, effective_access
from .ownership_detour import OwnershipDetour
from .people import in_order
from .room_levels import NONE


@dataclass(frozen=True)
class Change:
    """What is to be sent about one person or group.

    :param before: the level of their own entry; 0 if there is none.
    :param after: the level that they are to have; 0 if they are put out.
    :param desired: the entry of the task that wants it; None if the task does not name them.
    """

    subject: Subject
    before: int
    after: int
    desired: DesiredEntry | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What is sent: changes of several rooms with the same key are the same."""
        return self.subject.id, self.after


@dataclass(frozen=True)
class Affected:
    """Somebody whose access changes, as far as entries tell.

    :param before: what they get while their account is active; None if nothing.
    """

    person: Person
    before: Access | None
    after: Access | None


@dataclass(frozen=True)
class AccessPlan:
    """What to change in one room.

    :param entries: of the room before, without the owner's.
    :param ended: entries of the task whose time is over, which count as if they were to be removed.
    :param named_out: people whom the task names to be put out.
    :param ended_people: people whose time is over.
    :param settled: the ids of those who are named, and already are what they are to be.
    :param group_names: by the groups' ids.
    :param detour: how the room is taken over and given back, if that is needed and wanted.
    """

    room: Room
    desired: DesiredAccess
    entries: tuple[Entry, ...]
    changes: tuple[Change, ...]
    affected: tuple[Affected, ...] = ()
    ended: tuple[DesiredEntry, ...] = ()
    named_out: tuple[Person, ...] = ()
    ended_people: tuple[Person, ...] = ()
    settled: frozenset[str] = frozenset()
    group_names: Mapping[str, str] = field(default_factory=dict, hash=False)
    detour: OwnershipDetour | None = None

    @property
    def removals(self) -> tuple[Change, ...]:
        """Whose entry goes."""
        return tuple(each for each in self.changes if each.after == NONE)

    @property
    def invited(self) -> tuple[Change, ...]:
        """Who gets an account as a guest."""
        return tuple(each for each in self.changes if each.subject.is_new)

    @property
    def levels_after(self) -> dict[str, int]:
        """The levels of those who have an entry then, by their ids, guests to invite apart."""
        new = {each.subject.id for each in self.invited}
        return {each.id: each.level for each in self.entries_after if each.id not in new}

    @property
    def entries_after(self) -> list[Entry]:
        """The entries of the room as this plan leaves them, without the owner's."""
        changed = {each.subject.id for each in self.changes}
        kept = [each for each in self.entries if each.id not in changed]
        return kept + [
            Entry(each.subject.id, each.after, is_group=each.subject.person is None)
            for each in self.changes
            if each.after != NONE
        ]

    @property
    def subjects(self) -> list[Subject]:
        """Who is changed, and who is to be out, of whom it matters what else lets them in."""
        out = [*self.named_out, *self.ended_people]
        return [each.subject for each in self.changes] + [Subject(each.id, each) for each in out]

    @property
    def place(self) -> str:
        """The list of those who are to be in, in a message."""
        return self.desired.at("exact" if self.desired.exact else "add")

    @property
    def changed_groups(self) -> list[str]:
        """The groups whose entry changes, but for those that everybody is in."""
        return [
            each.subject.id
            for each in self.changes
            if each.subject.person is None and each.subject.id != EVERYONE
        ]

    def access_after(self, person: Person) -> Access | None:
        """What somebody really gets after the change."""
        return effective_access(person, self.room, self.entries_after)


def plan_access(
    desired: DesiredAccess,
    room: Room,
    entries: Iterable[Entry],
    directory: Directory,
    now: datetime,
) -> AccessPlan:
    """The smallest change that makes the entries of a room as desired.

    Whoever means nobody is left out, and so is the owner, of whom no entry counts.

    :param entries: all of the room.
    """
    present = {each.id: each for each in entries if not each.is_owner and each.id != room.owner_id}
    ended = tuple(each for each in desired.add if each.has_ended(now))
    wanted: dict[str, Change] = {}
    for each in [*desired.remove, *desired.add]:
        subject = directory.subject(each)
        if subject and subject.id != room.owner_id:
            before = present[subject.id].level if subject.id in present else NONE
            after = NONE if each in ended else each.level
            wanted[subject.id] = Change(subject, before, after, each)
    if desired.exact:
        for key, entry in present.items():
            if key not in wanted:
                wanted[key] = Change(directory.subject_of(entry), entry.level, NONE)
    changes = sorted((each for each in wanted.values() if each.before != each.after), key=_order)
    names = {each.id: each.name for each in present.values() if each.is_group}
    names.update({each.subject.id: each.subject.name for each in changes if each.subject.name})
    plan = AccessPlan(
        room,
        desired,
        tuple(present.values()),
        tuple(changes),
        ended=ended,
        named_out=directory.people_of(desired.remove),
        ended_people=directory.people_of(ended),
        settled=frozenset(key for key, each in wanted.items() if each.before == each.after),
        group_names=names,
    )
    return replace(plan, affected=_affected(plan, directory))


def with_owner(room: Room, entries: Iterable[Entry]) -> Room:
    """A room with the owner whom its list shows, which was read later than the room."""
    owners = [each.id for each in entries if each.is_owner]
    return replace(room, owner_id=owners[0]) if owners else room


def access_if_active(person: Person, room: Room, entries: Iterable[Entry]) -> Access | None:
    """What somebody gets who can sign in."""
    return effective_access(replace(person, status="active"), room, entries)


def _affected(plan: AccessPlan, directory: Directory) -> tuple[Affected, ...]:
    named = {each.subject.id: each.subject.person for each in plan.changes if each.subject.person}
    people = dict(named)
    for group in plan.changed_groups:
        people.update({each.id: each for each in directory.members.get(group, ())})
    after = plan.entries_after
    found = (
        Affected(
            person,
            access_if_active(person, plan.room, plan.entries),
            access_if_active(person, plan.room, after),
        )
        for person in in_order(people.values())
    )
    return tuple(each for each in found if each.before != each.after or each.person.id in named)


def _order(change: Change) -> tuple[bool, bool, str, str]:
    """Who comes and is changed before who goes, so that nobody is out in between; groups first."""
    person = change.subject.person
    name = person.email if person else change.subject.name
    return change.after == NONE, person is not None, name.lower(), change.subject.id
