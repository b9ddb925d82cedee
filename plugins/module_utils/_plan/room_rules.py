# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans for rooms that are refused before the first write, and what is worth a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.texts import listed, printable
from .._portal.model.person import ADMINISTRATORS, PAID_TYPES, Person
from .._portal.model.room import Room
from .desired_room import ARCHIVED, DesiredRoom
from .people import UNKNOWN, owner_obstacle
from .properties import PropertyChange
from .room_rights import RoomRights
from .rooms import RoomPlan

_BY_MANAGER = "only its owner and its room managers may change that"
_BY_OWNER = "only its owner and administrators may do that"
_ONCE_GIVEN = (
    "once it has another owner, only this one and administrators may do that. Leave out owner or"
    " state, or use the key of an administrator"
)


def check_creation(
    desired: DesiredRoom, me: Person | None, template: Room | None, owner: Person | None = None
) -> None:
    """Refuse rooms that cannot be made.

    :param me: whose credential the task uses, if that is known.
    :param template: what it is made from, if the task names something.
    :param owner: whose it is to be then, if the task says so.
    :raises DocSpaceError: saying why.
    """
    kind = desired.properties.get("room_type")
    if template and kind not in (None, template.type):
        raise OptionError(
            desired.at("room_type"),
            f"is {kind}, and the template {template.label} is for rooms of the type"
            f" {template.type}; leave room_type out, or take another template.",
        )
    if not template and kind is None:
        raise DocSpaceError(
            f"{desired.at('room')}: the owner of the credential sees no room with the title"
            f' "{printable(desired.reference)}"; titles count in full and in their case. To create'
            " one, say its room_type, or a template.",
            "room_not_found",
            room=desired.reference,
        )
    if me and me.type not in PAID_TYPES:
        raise DocSpaceError(
            f'{desired.at("room")}: "{printable(desired.reference)}" cannot be created: only'
            " administrators and room administrators"
            f" create rooms, and the owner of api_key, {me.label}, is none. Nothing was changed.",
            "forbidden",
        )
    is_given = me and owner and owner.id != me.id and me.type not in ADMINISTRATORS
    if is_given and desired.state == ARCHIVED:
        raise DocSpaceError(
            f"{desired.at('state')}: the owner of the credential may not archive the room"
            f' "{printable(desired.reference)}": {_ONCE_GIVEN}. Nothing was changed.',
            "forbidden",
        )


def check_title_free(desired: DesiredRoom, room: Room, others: Iterable[Room]) -> None:
    """Refuse a new title that another room has already.

    :param others: rooms with that title, in the archive too.
    :raises DocSpaceError: with their ids.
    """
    twins = [each for each in others if each.id != room.id]
    if twins:
        raise DocSpaceError(
            f"{desired.at('title')}: another room has this title already:"
            f" {listed([with_area(each) for each in twins])}. With equal titles, neither can be"
            " found by title any more. Choose another one, or rename that room first.",
            "room_title_taken",
            room=room.id,
            ids=sorted((each.id for each in twins), key=int),
        )


def check_owner(desired: DesiredRoom, owner: Person | None) -> None:
    """Refuse people who cannot own rooms.

    :param owner: whom the task names; None if that is nobody.
    :raises DocSpaceError: saying why.
    """
    reference = desired.owner
    if not reference:
        return
    reason = owner_obstacle(owner) if owner else UNKNOWN
    if reason:
        who = owner.label if owner else printable(reference.text)
        raise DocSpaceError(
            f"{desired.at('owner')}: {who} {reason}. Nothing was changed; name an active room"
            " administrator or DocSpace administrator.",
            "unusable_owner",
            users=[who],
        )


def check_cover(desired: DesiredRoom, covers: Sequence[str]) -> None:
    """Refuse a picture that the portal does not have.

    :param covers: all that it has.
    :raises OptionError: with those that may be meant.
    """
    cover = desired.properties.get("cover")
    if cover and cover not in covers:
        from .similar import suggestion  # not before it is wrong

        few = listed([f'"{each}"' for each in sorted(covers)])
        raise OptionError(
            desired.at("cover"),
            f"the portal has no picture '{printable(cover)}', but {few}."
            f"{suggestion(cover, covers)}",
        )


def plan_problems(plan: RoomPlan, rights: RoomRights) -> list[DocSpaceError]:
    """What speaks against a plan for a room that exists.

    :param rights: what the owner of the credential may do with it.
    """
    problems: list[DocSpaceError] = []
    for check in (_check_archive, _check_deletion):
        with collect_errors(problems):
            check(plan)
    return problems or list(_lacking(plan, rights))


def unchangeable_warnings(
    plan: RoomPlan, unchangeable: Iterable[PropertyChange[Room]]
) -> list[str]:
    """What to say of what cannot be made as desired, and why."""
    return [
        f"{plan.desired.at(each.property.option)}: not changed, as {each.obstacle}."
        for each in unchangeable
    ]


def with_area(room: Room) -> str:
    """A room in a message, and whether it is in the archive."""
    return f"{room.label}{' in the archive' if room.archived else ''}"


def _check_archive(plan: RoomPlan) -> None:
    room = plan.before
    if room and room.archived and plan.settles and plan.desired.state == ARCHIVED:
        raise DocSpaceError(
            f"{plan.desired.at('state')}: the room {room.label} is in the archive, where nothing of"
            f" it can be changed, and {listed(_options(plan))} would be. Nothing was changed; set"
            " state to present to bring it back, or leave these options out.",
            "room_archived",
            room=room.id,
        )
    if room and room.type == "ai" and plan.archives:
        raise DocSpaceError(
            f"{plan.desired.at('state')}: the room {room.label} is one of agents, and no portal"
            " archives these. Nothing was changed; leave it active, or delete it.",
            "unchangeable",
            unchangeable=["state"],
        )


def _check_deletion(plan: RoomPlan) -> None:
    room = plan.before
    if room and plan.deletes and not (room.archived or plan.desired.allow_delete):
        raise DocSpaceError(
            f"{plan.desired.at('state')}: the room {room.label} is active, and would be destroyed"
            f" with {contents(room)}. Nothing was changed; archive it first (state: archived), or"
            " set allow_delete.",
            "room_active",
            room=room.id,
        )


def contents(room: Room) -> str:
    """How much is in a room, in words."""
    return f"{_counted(room.files, 'file')} and {_counted(room.folders, 'folder')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lacking(plan: RoomPlan, rights: RoomRights) -> Iterator[DocSpaceError]:
    """What the owner of the credential may not do."""
    room = plan.before
    if not room:
        return
    options = [each.property.option for each in plan.comparison.changes]
    if options and not rights.edit:
        yield _forbidden(
            plan,
            room,
            listed(options),
            f"{_BY_MANAGER}. Administrators who are not in a room can archive it, delete it and"
            " change its tags and owner only",
        )
    if (plan.add or plan.remove) and not rights.tag:
        yield _forbidden(plan, room, "tags", f"{_BY_MANAGER}, and administrators")
    if plan.handover and not rights.give:
        yield _forbidden(plan, room, "owner", _BY_OWNER)
    needs_move = plan.archives or plan.unarchives
    needs_delete = plan.deletes and not plan.archives
    if (needs_delete and not rights.delete) or (needs_move and not rights.move):
        why = _ONCE_GIVEN if plan.handover and plan.archives else _BY_OWNER
        yield _forbidden(plan, room, "state", why)


def _forbidden(plan: RoomPlan, room: Room, options: str, why: str) -> DocSpaceError:
    return DocSpaceError(
        f"{plan.desired.at(options)}: the owner of the credential may not change this of the room"
        f" {room.label}: {why}. Nothing was changed.",
        "forbidden",
        room=room.id,
    )


def _options(plan: RoomPlan) -> list[str]:
    """The options that would change something."""
    return [
        *(each.property.option for each in plan.comparison.changes),
        *(["tags"] if plan.add or plan.remove else []),
        *(["owner"] if plan.handover else []),
    ]
