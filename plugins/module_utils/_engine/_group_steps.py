# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Finding, making, changing and deleting groups, and proving that it was done."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Callable, TypeVar

from .._base._errors import DocSpaceError, RequestError
from .._base._texts import printable, some
from .._plan._groups import Change, Step, differences
from .._plan._membership import guid
from .._portal._model import Group, Person, Written
from .._portal._portal import Portal
from .._report._report import group_name, name
from . import _writing as writing
from ._reading import find_group

Seen = TypeVar("Seen")


@dataclass(frozen=True)
class Outcome:
    """What became of a change: the group (with the id that it was given), and what to warn of."""

    group: Group | None
    changed: bool
    warnings: tuple[str, ...] = ()


def find_if_any(portal: Portal, text: str) -> Group | None:
    """The group that an id or an exact name means, None if there is none.

    :raises DocSpaceError: if several have that name.
    """
    try:
        return find_group(portal, text)
    except DocSpaceError as error:
        if error.code == "group_not_found":
            return None
        raise


def find_to_delete(portal: Portal, text: str) -> tuple[Group | None, list[str]]:
    """The group that an id or a name means, and warnings.

    A group with two managers cannot be read, but it must be deleted: of such a one only the id is
    known.
    """
    group_id = guid(text)
    try:
        return find_if_any(portal, text), []
    except RequestError as error:
        if error.code != "two_managers" or not group_id:
            raise
        warning = (
            f"The group {group_id} cannot be shown by the portal, because it has two managers or"
            " its manager is in a group that has: it is deleted unseen, whether or not it comes"
            " from a directory."
        )
        return Group(group_id, "", 0), [warning]


def members_to_lose(portal: Portal, group: Group) -> list[Person]:
    """All members, hidden ones too; of those that the portal cannot show only the names."""
    try:
        return portal.members([group.id])[group.id]
    except RequestError as error:
        if error.code != "two_managers":
            raise
        return portal.members_briefly(group.id)


def apply_change(portal: Portal, change: Change) -> Outcome:
    """Do what the change says and compare the outcome with it.

    :raises DocSpaceError: if the outcome differs, with what was done as facts.
    """
    if change.before and change.after:
        return _change(portal, change.before, change.after, change.steps)
    if change.after:
        return _make(portal, change.after, change.members)
    if change.before:
        return _delete(portal, change.before)
    return Outcome(None, False)


def _make(portal: Portal, wanted: Group, members: Sequence[Person]) -> Outcome:
    def points(groups: Sequence[Written]) -> list[str]:
        if len(groups) != 1:
            return [f"{len(groups)} groups have the name"]
        return differences(groups[0], wanted, members, only_members=True)

    manager = wanted.manager.id if wanted.manager else None
    ids = [person.id for person in members]
    made, error = _sent(lambda: portal.create_group(wanted.name, manager, ids))
    # Nobody had the name when the task began: whoever has it now is new.
    found = [made] if made else _seen(lambda: _look_by_name(portal, wanted.name), points, error)
    if not found:
        raise _failure(
            f'No group "{printable(wanted.name)}" was made. If the portal is still at work on it,'
            " running the task again will find it.",
            False,
            error,
        )
    if len(found) > 1:
        keys = sorted(group.id for group in found)
        raise _failure(
            f'There are {len(keys)} new groups "{printable(wanted.name)}": {some(keys)}. Keep'
            " one and delete the others by their ids.",
            True,
            error,
            ids=keys,
        )
    group = replace(wanted, id=found[0].id)
    if points(found):
        left_out = [person for person in members if person.id not in found[0].members]
        raise _not_as_planned(portal, group, points(found), True, error, left_out)
    return Outcome(group, True, _although(error))


def _change(portal: Portal, before: Group, after: Group, steps: Sequence[Step]) -> Outcome:
    warnings: tuple[str, ...] = ()
    for step in steps:
        warnings += _take(portal, before, step)
    return Outcome(after, True, warnings)


def _take(portal: Portal, before: Group, step: Step) -> tuple[str, ...]:
    def send() -> Written | None:
        return portal.change_group(
            before.id,
            step.new_name,
            step.new_manager.id if step.new_manager else None,
            [person.id for person in step.add],
            [person.id for person in step.remove],
        )

    def points(seen: Written | None) -> list[str]:
        return differences(seen, step.wanted, step.add, step.remove) if seen else []

    # Who is put in again was taken out by the step before.
    changed = bool(step.add)
    moved = step.add + step.remove
    try:
        written, error = _sent(send)
    except RequestError as caught:
        if caught.code == "not_found":
            raise writing.deleted(before, changed) from None
        raise _telling_who_is_out(before, step.add, caught) from None
    try:
        # Running the task again would not put anybody in who is out.
        advice = "" if moved else writing.RUN_AGAIN
        seen = written or _seen(
            lambda: _look(portal, before.id, bool(moved)), points, error, advice
        )
    except DocSpaceError as blind:
        raise _telling_who_is_out(before, moved, blind) from None
    if seen is None:  # and nobody can tell any more what the write did
        raise writing.deleted(before, True)
    if points(seen):
        out = [person for person in moved if person.id not in seen.members]
        changed = changed or bool(out or differences(seen, before))
        missed = (step.new_manager,) if step.new_manager else step.add
        failure = _not_as_planned(portal, before, points(seen), changed, error, missed)
        raise _telling_who_is_out(before, out, failure)
    return _although(error)


def _delete(portal: Portal, group: Group) -> Outcome:
    def points(left: Group | None) -> list[str]:
        return ["it is still there"] if left else []

    try:
        _nothing, error = _sent(lambda: portal.delete_group(group.id))
    except RequestError as caught:
        if caught.code != "not_found":
            raise
        faster = f"The group {group_name(group)} was deleted by somebody else meanwhile."
        return Outcome(group, False, (faster,))
    # The portal also says yes to deleting a group that stays.
    left = _seen(lambda: _left(portal, group), points, error)
    if left:
        raise _not_as_planned(portal, group, points(left), False, error)
    return Outcome(group, True, _although(error))


def _sent(send: Callable[[], Seen]) -> tuple[Seen | None, RequestError | None]:
    """Send a write; the error, if it may have been carried out in spite of that."""
    try:
        return send(), None
    except RequestError as error:
        if not error.may_be_done:
            raise
        return None, error


def _seen(
    look: Callable[[], Seen],
    points: Callable[[Seen], list[str]],
    error: RequestError | None,
    advice: str = writing.RUN_AGAIN,
) -> Seen:
    """Look what became of a write, more than once if it is not as planned yet."""
    try:
        seen = look()
        for pause in writing.PAUSES[1:]:  # the first look is at once
            if not points(seen):
                break
            time.sleep(pause)
            seen = look()
    except RequestError as blind:
        raise writing.unverified(error, blind, advice) from None
    return seen


def _left(portal: Portal, group: Group) -> Group | None:
    try:
        return portal.group(group.id)
    except RequestError as error:
        if error.code == "two_managers":  # a group that is gone answers otherwise
            return group
        raise


def _look(portal: Portal, group_id: str, with_members: bool) -> Written | None:
    group = portal.group(group_id)
    return _as_written(portal, group, with_members) if group else None


def _look_by_name(portal: Portal, title: str) -> list[Written]:
    return [_as_written(portal, group, True) for group in portal.groups_named(title)]


def _as_written(portal: Portal, group: Group, with_members: bool) -> Written:
    members = portal.member_ids(group.id) if with_members else frozenset()
    return Written(group.id, group.name, group.manager.id if group.manager else None, members)


def _although(error: RequestError | None) -> tuple[str, ...]:
    return (writing.although(error),) if error else ()


def _not_as_planned(
    portal: Portal,
    group: Group,
    points: Sequence[str],
    changed: bool,
    error: RequestError | None,
    left_out: Sequence[Person] = (),
) -> DocSpaceError:
    why = "".join(f" {reason}" for reason in writing.reasons(portal, left_out))
    return _failure(
        f"The group {group_name(group)} is not as planned: {some(points, '; ')}.{why}",
        changed,
        error,
        group=group.id,
    )


def _failure(
    message: str, changed: bool, error: RequestError | None, **details: Any
) -> DocSpaceError:
    failure = DocSpaceError(
        f"{message} {error}" if error else message,
        error.code if error else "not_as_planned",
        **{"status": error.status if error else None, **details},
    )
    failure.facts = {"changed": changed}
    return failure


def _telling_who_is_out(
    group: Group, people: Sequence[Person], failure: DocSpaceError
) -> DocSpaceError:
    """The failure, with the person who was to be taken out and put in again, and is out now."""
    if not people:
        return failure
    who = some([name(person) for person in people])
    state = "is" if failure.details.get("verified", True) else "may be"
    worse = DocSpaceError(
        f"{who} {state} out of the group {group_name(group)}, having been taken out to end being"
        " its manager. Look, and add this person again with group_members; running this task again"
        f" does not. {failure}",
        failure.code,
        **{**failure.details, "left_out": [person.id for person in people]},
    )
    worse.facts = {"changed": True}
    return worse
