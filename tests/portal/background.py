# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What jobs do to all the nouns of a portal, when their time has come."""

from __future__ import annotations

from .documents.rules import Rules as DocumentRules
from .http import failures
from .jobs import records
from .jobs.records import (
    ARCHIVE,
    COPIES,
    DELETE,
    OPERATIONS,
    REASSIGN,
    REMOVE,
    TEMPLATE,
    TYPE,
    Job,
)
from .jobs.rules import Rules as JobRules
from .people.records import GUEST, LOST_USER, Person, roles_of
from .room_copies import CopyRules
from .rooms.access import AccessRules
from .rooms.rules import NOT_ALLOWED
from .rooms.rules import Rules as RoomRules
from .world import World

_BEGUN, _ALLOWED = 5, 10


def run_due(world: World) -> None:
    """Do the work of all jobs that have run for long enough; nobody waits for their end."""
    for job in world.jobs.due():
        _work(world, job)
        job.is_completed = True


def poll(world: World, kind: str, subject: str) -> Job | None:
    """A job that is asked about: with each question it goes on."""
    job = world.jobs.find(kind, subject)
    if job is None or job.is_completed:
        return job
    # Its end is noted after its work was done and can be seen.
    job.is_completed = job.status != records.RUNNING
    busy = _has_to_move(world, job)
    if world.jobs.poll(job, busy):
        _work(world, job)
        job.is_completed = not busy or job.status == records.FAILED
    elif job.status == records.RUNNING:
        world.jobs.show(job, _ALLOWED)
    return job


def room_rules(world: World, caller: Person) -> RoomRules:
    """What somebody may do with rooms."""
    return RoomRules(caller, world.rooms, world.people, AccessRules(world.groups, world.links))


def delete_person(world: World, person: Person) -> None:
    """Remove somebody from everywhere; their keys stay, and open nothing."""
    world.groups.forget(person.id)
    world.people.delete(person)


def _has_to_move(world: World, job: Job) -> bool:
    """Whether a job takes a while: where there is nothing to move it is soon done."""
    moves = job.kind in OPERATIONS or job.kind in COPIES
    return moves or bool(world.rooms.of(job.subject))


def _work(world: World, job: Job) -> None:
    # It belongs to no call, even if one has waited for it.
    world.audit.page = ""
    world.jobs.show(job, _ALLOWED)
    try:
        if job.fault == records.FAILS:
            raise failures.invalid_operation("The operation failed")
        if job.kind == DELETE:
            _delete(world, job)
        elif job.kind in OPERATIONS:
            _move_room(world, job)
        elif job.kind in COPIES:
            _copy_room(world, job)
        elif job.kind == TYPE:
            _change_type(world, job)
        else:
            _hand_over(world, job)
    except failures.ApiError as error:
        world.jobs.end(job, error.message)
    else:
        world.jobs.end(job)


def _change_type(world: World, job: Job) -> None:
    caller = world.people.demand(job.caller)
    if not JobRules(caller, world.people, LOST_USER).may_lower(job.subject, job.type):
        world.jobs.show(job, _BEGUN)
        raise failures.invalid_operation(NOT_ALLOWED)
    person = world.people.demand(job.subject)
    room_rules(world, caller).take_for_lower_type(person.id, job.successor)
    world.people.set_roles(person, roles_of(job.type))
    if person.type == GUEST:
        world.groups.leave_all(person.id)
    world.audit.write(4019, job.caller, [person.display_name], [person.id])


def _hand_over(world: World, job: Job) -> None:
    person = world.people.get(job.subject)
    caller = world.people.demand(job.caller)
    rooms = room_rules(world, caller)
    rooms.hand_over(job.subject, job.successor)
    documents = DocumentRules(world.documents)
    documents.hand_over(job.subject, job.name, job.successor)
    if job.kind == REASSIGN:
        names = [job.name, world.people.demand(job.successor).display_name]
        world.audit.write(4030, job.caller, names, [job.subject])
    if job.kind == REASSIGN and not job.deletes:
        return
    rooms.forget(job.subject)
    documents.forget(job.subject)
    if person:
        delete_person(world, person)
        world.audit.write(4018, job.caller, [job.name], [job.subject])
    if job.kind == REMOVE:
        world.audit.write(4031, job.caller, [job.name], [job.subject])


def _move_room(world: World, job: Job) -> None:
    room = world.rooms.find(int(job.subject))
    archives = job.kind == ARCHIVE
    if room and room.archived != archives:
        world.rooms.set_archived(room, archives)
        action = "RoomArchived" if archives else "RoomUnarchived"
        world.rooms.note(room, action, job.caller, title=room.title, id=room.id)
        job.processed = 1


def _delete(world: World, job: Job) -> None:
    """Remove a room or folder with what is in it, and the links to all of that."""
    number = int(job.subject)
    room, folder = world.rooms.find(number), world.documents.folder(number)
    documents = world.documents.below(number)
    gone = [*documents, *filter(None, [folder])]
    world.links.delete_all({f"room {number}", *(each.key for each in gone)})
    for each in gone:
        world.documents.delete(each)
    if room:
        world.rooms.delete(room)
        world.audit.write(5074, job.caller, (), [str(room.id)], room.title)
    job.processed = 1 + len(documents)


def _copy_room(world: World, job: Job) -> None:
    caller = world.people.demand(job.caller)
    rules = CopyRules(world, room_rules(world, caller))
    if job.kind == TEMPLATE:
        job.made = rules.make_template(job.wanted).id
    else:
        job.made = rules.make_room(job.wanted).id
