# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Carrying out a plan, and proving that it was."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .._base._errors import DocSpaceError, RequestError
from .._base._texts import some
from .._plan._membership import Plan, Reference, in_order, obstacle
from .._portal._model import Group, Person
from .._portal._portal import Portal
from .._report._report import group_name, name, people_result

#: People per write: a portal needs about 40 ms for each, and proxies cut a request at 60 s.
BATCH = 100
#: Seconds before each look at what became of a write. The portal may still be at work on one whose
#: answer was lost, and one of several servers may for a moment not know what another has done.
PAUSES = (0, 1, 2)
#: What to do where it is not known what became of a write.
RUN_AGAIN = "Run the task again to find out and to complete it."


class NotAsPlanned(DocSpaceError):
    """A group is not as planned after all; ``done`` is the part of the plan that was carried out.

    :param error: the request that failed, if one did.
    """

    def __init__(self, message: str, done: Plan, error: RequestError | None) -> None:
        super().__init__(
            message,
            error.code if error else "not_as_planned",
            status=error.status if error else None,
        )
        self.done = done
        self.facts = {
            "changed": done.changes,
            "added": people_result(done.add),
            "removed": people_result(done.remove),
        }


def apply(portal: Portal, group: Group, plan: Plan, audited: bool) -> list[str]:
    """Write what the plan says and compare the outcome with it.

    :param audited: write in the way that leaves one audit event and one webhook, also where only
        additions or only removals are to be made.
    :returns: warnings.
    :raises DocSpaceError: if the outcome differs from the plan, with what was done as facts.
    """
    error = None
    written = False
    visible: frozenset[str] | None = None
    try:
        for add, remove in _batches(plan):
            visible = _write(portal, group.id, add, remove, audited)
            written = True
    except RequestError as caught:
        if caught.code == "not_found":
            raise deleted(group, written or caught.may_be_done) from None
        if not (written or caught.may_be_done):
            raise
        error, visible = caught, None
    try:
        members = _members_after(portal, group.id, plan, visible)
    except RequestError as blind:
        raise unverified(error, blind) from None
    open_points = _open_points(plan, members)
    if open_points:
        raise _unfulfilled(portal, group, plan, members, open_points, error)
    if error:
        return [although(error)]
    return []


def although(error: RequestError) -> str:
    """The warning about a write that was done in spite of its answer."""
    return f"The change was made in full, although the portal answered otherwise: {error}"


def _batches(plan: Plan) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Ids to add and to remove, few enough for one write; additions first, as in the portal."""
    todo = [(person.id, True) for person in plan.add]
    todo += [(person.id, False) for person in plan.remove]
    for start in range(0, len(todo), BATCH):
        part = todo[start : start + BATCH]
        yield [key for key, adding in part if adding], [key for key, adding in part if not adding]


def _write(
    portal: Portal, group_id: str, add: Sequence[str], remove: Sequence[str], audited: bool
) -> frozenset[str] | None:
    if audited or (add and remove):
        return portal.change_members(group_id, add, remove)
    if add:
        return portal.add_members(group_id, add)
    return portal.remove_members(group_id, remove)


def _members_after(
    portal: Portal, group_id: str, plan: Plan, visible: frozenset[str] | None
) -> frozenset[str]:
    """The ids of the members after the writes: by the last answer as far as it can tell.

    :param visible: the members in that answer, which cannot show disabled ones; None without one.
    """
    if visible is not None and all(person.status != "disabled" for person in plan.remove):
        return visible
    members: frozenset[str] = frozenset()
    for _moment in moments():
        if visible is None:
            members = portal.member_ids(group_id)
        else:
            members = visible | portal.member_ids(group_id, disabled_only=True)
        if not _open_points(plan, members):
            break
    return members


def moments() -> Iterator[None]:
    """When to look what became of a write: at once, and again as long as it seems not done."""
    for pause in PAUSES:
        time.sleep(pause)
        yield


def _open_points(plan: Plan, members: frozenset[str]) -> list[str]:
    """Where the membership differs from the plan: for each person a line with who and what."""
    points = [f"{name(each)} is not a member" for each in plan.add if each.id not in members]
    points += [f"{name(each)} is still a member" for each in plan.remove if each.id in members]
    if plan.exact:
        added = {person.id for person in plan.add}
        accounted_for = members | added
        known = added | {person.id for person in plan.before}
        points += [
            f"{name(each)} is no longer a member"
            for each in plan.after
            # A disabled member does not show in the answer to a write.
            if each.id not in accounted_for and each.status != "disabled"
        ]
        points += [f"{key} has become a member meanwhile" for key in sorted(members - known)]
    return points


def _unfulfilled(
    portal: Portal,
    group: Group,
    plan: Plan,
    members: frozenset[str],
    open_points: list[str],
    error: RequestError | None,
) -> NotAsPlanned:
    added = [person for person in plan.add if person.id in members]
    removed = [person for person in plan.remove if person.id not in members]
    left_out = [person for person in plan.add if person.id not in members]
    why = [*reasons(portal, left_out), *([str(error)] if error else [])]
    return NotAsPlanned(
        f"The group {group_name(group)} is not as planned: {some(open_points, '; ')}."
        f" {' '.join(why) or 'The portal does not say why; run the task again.'}",
        replace(plan, add=in_order(added), remove=in_order(removed)),
        error,
    )


def reasons(portal: Portal, left_out: Sequence[Person]) -> list[str]:
    """Why people were not added, as far as their accounts tell: they may have changed meanwhile."""
    try:
        present = portal.people([Reference("id", person.id) for person in left_out])
    except RequestError:
        return []
    reasons = []
    for person, now in zip(left_out, present):
        reason = obstacle(now) if now else "has no account any more"
        if reason:
            reasons.append(f"{name(person)} {reason}.")
    return reasons


def deleted(group: Group, written: bool) -> DocSpaceError:
    """The failure when a group is gone in the middle of a task."""
    failure = DocSpaceError(
        f"The group {group_name(group)} was deleted while the task ran.",
        "group_not_found",
        status=404,
        group=group.id,
    )
    failure.facts = {"changed": written}
    return failure


def unverified(
    error: RequestError | None,
    blind: RequestError,
    advice: str = RUN_AGAIN,
) -> DocSpaceError:
    """Nothing is known for certain: say so, and count it as a change to be on the safe side."""
    failure = DocSpaceError(
        f"{error or 'The portal accepted the change.'} What became of it could not be read: {blind}"
        + (f" {advice}" if advice else ""),
        (error or blind).code,
        status=(error or blind).status,
        verified=False,
    )
    failure.facts = {"changed": True}
    return failure
