# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Hand-overs that a task refuses before its first write: nobody may lose what is theirs by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .._base.errors import DocSpaceError, OptionError
from .._base.limits import Limit
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import Person
from .handover import Handover, HandoverOptions, HandoverPlan
from .people import UNKNOWN, owner_obstacle
from .successors import Successors

_NOT_DISABLED = ", and only what disabled people own can be handed over"


def check_not_leaving(
    successors: Successors, users: Iterable[Reference], leavers: Iterable[Person]
) -> None:
    """Refuse successors who leave themselves.

    :param users: the people who leave, as they are named.
    :raises OptionError: naming them.
    """
    people = list(leavers)
    leaving = set(users)
    for each in successors.references:
        if each in leaving or any(person.is_named_by(each) for person in people):
            raise OptionError(
                "successor",
                f"{printable(each.text)} is among the users who leave; name somebody else.",
            )


def handover_obstacle(person: Person, owner: Person | None) -> str | None:
    """Why what a person owns cannot go to others, whatever it is.

    :param owner: whose credential the task uses, if that is known.
    """
    if person.type == "owner":
        return "is the owner of the portal, who cannot be handed over or deleted"
    if owner and person.id == owner.id:
        return "is the owner of api_key, and nobody can hand over or delete their own account"
    if person.status != "disabled":
        return f"is {person.status}{_NOT_DISABLED}"
    return None


def check_leavers(
    people: Iterable[Person], unknown: Sequence[Reference], owner: Person | None
) -> None:
    """Refuse people from whom nothing can be handed over.

    :param unknown: references that mean nobody and are not allowed to.
    :raises DocSpaceError: naming all of them, and why.
    """
    reasons = [f"{printable(each.text)} {UNKNOWN}" for each in unknown]
    obstacles = [(each, handover_obstacle(each, owner)) for each in people]
    refused = [(person, reason) for person, reason in obstacles if reason]
    reasons += [f"{person.label} {reason}" for person, reason in refused]
    if reasons:
        advice = ["correct the list"]
        if any(reason.endswith(_NOT_DISABLED) for _person, reason in refused):
            advice.append("disable the accounts first, with user_status or offboard")
        if unknown:
            advice.append("set unknown_users")
        raise DocSpaceError(
            f"users: {listed(reasons, '; ')}. Nothing was changed; {', or '.join(advice)}.",
            "unusable_users",
            users=sorted([each.text for each in unknown] + [each.label for each, _why in refused]),
        )


def check_administrators(handovers: Iterable[Handover], owner: Person | None) -> None:
    """Refuse what only the key of the portal's owner may do.

    :raises DocSpaceError: naming the people.
    """
    if not owner or owner.type == "owner":
        return
    refused = [
        each.person.label
        for each in handovers
        if each.needs_successor and each.person.type == "docspace_admin"
    ]
    if refused:
        are = "is an administrator" if len(refused) == 1 else "are administrators"
        raise DocSpaceError(
            f"users: {listed(refused)} {are}, and what administrators own can only be handed over"
            " with the key of the portal's owner. Nothing was changed; use that key.",
            "unusable_users",
            users=refused,
        )


def check_named(handovers: Iterable[Handover], wanted: Mapping[str, Reference]) -> None:
    """Refuse to let the portal decide who gets something.

    :param wanted: the successors as they are named, by the ids of those who leave.
    :raises DocSpaceError: naming those without, and what they own.
    """
    without = [each for each in handovers if each.needs_successor and each.person.id not in wanted]
    if without:
        texts = [f"{each.person.label} {_what(each)}" for each in without]
        raise DocSpaceError(
            f"successor: nobody is named who gets what these people leave: {listed(texts, '; ')}."
            " Nothing was changed; name a successor.",
            "successor_needed",
            users=[each.person.label for each in without],
        )


def check_successors(
    needed: Mapping[str, Reference],
    found: Mapping[Reference, Person],
    leavers: Iterable[Person],
) -> None:
    """Refuse successors who cannot own rooms.

    :param needed: as they are named, by the ids of those who leave.
    :param found: whom they mean.
    :raises DocSpaceError: naming all of them, and why.
    """
    leaving = {person.id for person in leavers}
    refused = {}
    for reference in needed.values():
        person = found.get(reference)
        reason = _successor_obstacle(person, leaving) if person else UNKNOWN
        if reason:
            refused[person.label if person else printable(reference.text)] = reason
    if refused:
        reasons = [f"{who} {reason}" for who, reason in refused.items()]
        raise DocSpaceError(
            f"successor: {listed(reasons, '; ')}. Nothing was changed; name an active room"
            " administrator or DocSpace administrator.",
            "unusable_successor",
            users=sorted(refused),
        )


def check_keys(nobody: Sequence[Reference]) -> None:
    """Refuse entries for people who do not exist.

    :raises OptionError: naming them.
    """
    if nobody:
        texts = listed([printable(each.text) for each in nobody])
        are = "means nobody" if len(nobody) == 1 else "mean nobody"
        raise OptionError(
            "successor", f"{texts} {are} on this portal; correct or remove what is misspelt."
        )


def check_confirmed(
    handovers: Iterable[Handover], unknown: Sequence[Reference], options: HandoverOptions
) -> None:
    """Refuse to delete more or fewer accounts than a task expects.

    :param unknown: references that mean nobody, who may have been deleted by an earlier run.
    :raises DocSpaceError: with both numbers and the people.
    """
    people = [each.person.label for each in handovers if each.to_delete]
    count = len(people)
    confirmed = options.confirm_delete
    if not count or (confirmed is not None and count <= confirmed <= count + len(unknown)):
        return
    given = "is not set" if confirmed is None else f"is {confirmed}"
    accounts = "account" if count == 1 else "accounts"
    raise DocSpaceError(
        f"confirm_delete: {count} {accounts} would be deleted, and this {given}:"
        f" {listed(people)}. Nothing was changed; check who is named, and set confirm_delete to"
        f" {count}.",
        "deletion_not_confirmed",
        users=count,
    )


def check_number(plan: HandoverPlan, max_users: Limit, everybody: int) -> None:
    """Refuse to change something about more people than a task allows.

    :param everybody: how many people the portal has; it counts for a percentage only.
    :raises DocSpaceError: with both numbers.
    """
    count = len(plan.changing)
    if not max_users.allows(count, everybody):
        of_all = f" of {everybody}" if max_users.share is not None else ""
        raise DocSpaceError(
            f"max_users: what {count}{of_all} people own would be handed over, and the limit is"
            f" {max_users.text}. Nothing was changed; check who is named, or raise the limit.",
            "max_users_exceeded",
            users=count,
        )


def _successor_obstacle(person: Person, leaving: Iterable[str]) -> str | None:
    if person.id in leaving:
        return "is among the users who leave"
    return owner_obstacle(person)


def _what(handover: Handover) -> str:
    if not handover.rooms:
        return "(to be deleted)" if handover.to_delete else "(documents that are shared)"
    rooms = [room.label for room in handover.rooms]
    return f"owns {len(rooms)} {'room' if len(rooms) == 1 else 'rooms'}: {listed(rooms)}"
