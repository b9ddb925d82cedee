# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has to change about a group itself: pure planning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .._base._errors import DocSpaceError, OptionError
from .._base._texts import check_text, printable
from .._portal._model import Group, Person, Written
from .._report._report import group_name, name
from ._membership import in_order, obstacle

#: Longest name of a group, in UTF-16 code units, as the portal counts.
LONGEST_NAME = 128
#: People to make a group with: a portal needs about 40 ms for each, and proxies cut at 60 s.
MOST_MEMBERS = 100


@dataclass(frozen=True)
class Step:
    """One write on a group that there is, and what must be so after it.

    ``remove`` and ``add`` have the person who is taken out and put in again, if anybody is.
    """

    wanted: Group
    new_name: str | None = None
    new_manager: Person | None = None
    add: tuple[Person, ...] = ()
    remove: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Change:
    """A group before and after; there is none before it is made, and none after it is deleted."""

    before: Group | None
    after: Group | None
    #: The members of a group that is made or deleted, of others nobody.
    members: tuple[Person, ...] = ()
    #: The writes, in their order, for a group that there is before and after.
    steps: tuple[Step, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.before != self.after

    @property
    def whole(self) -> bool:
        """Whether the group is made or deleted."""
        return self.changes and not (self.before and self.after)


def check_name(option: str, text: str) -> str:
    """Check the name that a group is to get; the portal would store some that nobody can find.

    :raises OptionError: if it is blank, has blanks around it, or is too long.
    """
    check_text(option, text)
    if not text.strip():
        raise OptionError(option, "is empty; give a name with visible characters.")
    if text != text.strip():
        raise OptionError(
            option, f"'{printable(text)}' begins or ends with blanks; leave them out."
        )
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_NAME:
        raise OptionError(
            option, f"has {length} characters; a group's name has at most {LONGEST_NAME}."
        )
    return text


def making(title: str, manager: Person | None, members: Iterable[Person]) -> Change:
    """Make a group; its manager is a member. It has no id yet."""
    people = {person.id: person for person in (*members, *([manager] if manager else []))}
    return Change(None, Group("", title, len(people), manager), in_order(people.values()))


def changing(group: Group, title: str | None, manager: Person | None, clear: bool) -> Change:
    """Change a group's name, if one is given, and its manager.

    :param manager: who shall be manager; None leaves that alone.
    :param clear: nobody shall be.
    :raises DocSpaceError: if the manager could be taken out, but not put in again.
    """
    wanted = group.manager if manager is None else manager
    if group.manager and wanted and group.manager.id == wanted.id:
        wanted = group.manager
    joins = wanted is not None and wanted != group.manager and group.id not in wanted.groups
    after = replace(
        group,
        name=title or group.name,
        manager=None if clear else wanted,
        size=group.size + (joins and not clear),
    )
    return Change(group, after, steps=_steps(group, after) if after != group else ())


def deleting(group: Group, members: Iterable[Person]) -> Change:
    """Delete a group with these members, the hidden ones among them."""
    people = in_order(members)
    # A group that cannot be shown has no name here, and no size but that of its list.
    return Change(group if group.name else replace(group, size=len(people)), None, people)


def differences(
    seen: Written,
    wanted: Group,
    members: Iterable[Person] = (),
    others: Iterable[Person] = (),
    only_members: bool = False,
) -> list[str]:
    """Where a group is not as planned: for each point some words.

    :param members: who must be a member.
    :param others: who must not.
    :param only_members: whether nobody else may be a member.
    """
    expected = list(members)
    points = []
    if seen.name != wanted.name:
        points.append(f'its name is "{printable(seen.name)}"')
    if seen.manager_id != (wanted.manager.id if wanted.manager else None):
        found = f"{seen.manager_id} is its manager" if seen.manager_id else "it has no manager"
        points.append(f"{found} instead of {name(wanted.manager) if wanted.manager else 'nobody'}")
    points += [f"{name(each)} is not a member" for each in expected if each.id not in seen.members]
    points += [f"{name(each)} is still a member" for each in others if each.id in seen.members]
    if only_members:
        unexpected = seen.members - {person.id for person in expected}
        points += [f"{key} is a member too" for key in sorted(unexpected)]
    return points


def _steps(before: Group, after: Group) -> tuple[Step, ...]:
    # No call leaves a group without manager, but who is taken out of it is not its manager any
    # more.
    new_name = after.name if after.name != before.name else None
    leaving = before.manager if not after.manager else None
    if not leaving:
        new_manager = after.manager if after.manager != before.manager else None
        return (Step(after, new_name, new_manager),)
    reason = obstacle(leaving)
    if reason:
        raise DocSpaceError(
            f"manager: {name(leaving)} can end being the manager of {group_name(before)} only by"
            " being taken out of it and put in again. The latter is not possible, as this person"
            f" {reason}. Or name another manager, or only take this person out with group_members.",
            "manager_fixed",
            group=before.id,
        )
    return Step(after, new_name, remove=(leaving,)), Step(after, add=(leaving,))
