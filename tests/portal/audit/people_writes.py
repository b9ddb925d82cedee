# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is written of calls on people and groups."""

from __future__ import annotations

import typing as t

from ..call import Call
from ..http import guid
from ..people.records import Person
from .writes import After, Watch, ids_in, named, names_of, sent, size, write


def _made_group(call: Call) -> After:
    return lambda view: write(call, 4026, [view["name"]], view["id"])


def _changed_group(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        known = call.world.groups.find(call.path["id"])
        if known:
            # Of a group of the portal's own it has the name that was not stored.
            write(call, 4027, [sent(call).get("groupname") or known.name], known.id)

    return after


def _deleted_group(call: Call) -> After:
    known = call.world.groups.find(call.path["id"])
    name = known.name if known else ""
    return lambda _answer: write(call, 4028, [name], call.path["id"])


def _invited(call: Call) -> After:
    before = {person.id for person in call.world.people}

    def after(_answer: t.Any) -> None:
        for person in call.world.people:
            if person.id not in before:
                _invitation(call, person)

    return after


def _invitation(call: Call, person: Person) -> None:
    write(call, 4037, [call.caller.display_name, person.email or ""], person.id)


def _invited_again(call: Call) -> After:
    def after(answer: t.Any) -> None:
        ids = [row["id"] for row in answer.rows] if answer else []
        for id in ids:
            _invitation(call, call.world.people[id])
        if ids:
            write(call, 4021, [names_of(call, ids)], *ids)

    return after


def _set_status(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        ids = ids_in(call)
        if call.path["status"].lower() in ("terminated", "2"):
            for _id in ids:
                write(call, 6032)
        write(call, 4020, [names_of(call, ids)], *ids)

    return after


def _changed_profile(call: Call) -> After:
    person, found = named(call), sent(call)
    is_own = person is call.caller

    def after(_answer: t.Any) -> None:
        if person and (is_own or found.get("disable") is not None):
            write(call, 4006, [person.display_name], person.id)
            if found.get("disable") and not is_own:
                write(call, 6032)

    return after


def _changed_culture(call: Call) -> After:
    person = named(call)
    return lambda _answer: write(call, 4007, (), person.id if person else "")


def _of_listed(number: int) -> Watch:
    """A row with everybody who is in the list of a body."""

    def watch(call: Call) -> After:
        def after(_answer: t.Any) -> None:
            write(call, number, [names_of(call, ids_in(call))], *ids_in(call))

        return after

    return watch


def _deleted_people(call: Call) -> After:
    ids = [id for id in ids_in(call) if id in call.world.people]
    names = {id: names_of(call, [id]) for id in ids}

    def after(_answer: t.Any) -> None:
        gone = [id for id in ids if id not in call.world.people]
        if gone:
            write(call, 4022, [",  ".join(names[id] for id in gone)], *gone)

    return after


def _deleted_person(call: Call) -> After:
    person = named(call)
    name = person.display_name if person else ""
    return lambda _answer: write(call, 4018, [name], person.id if person else "")


def _mailed_address(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        id = guid.parse(sent(call).get("userid") or "") or ""
        write(call, 4014, [names_of(call, [id])], id)

    return after


def _mailed_password(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        person = call.world.people.by_email(sent(call).get("email") or "")
        if person and not call.is_anonymous:
            write(call, 4015, [person.display_name], person.id)

    return after


def _set_quota(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        found = sent(call)
        write(call, 6052, [names_of(call, ids_in(call)), size(found.get("quota"))])

    return after


def _ended_sessions(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        id = call.path["id"]
        write(call, 4036, [names_of(call, [id])], id)

    return after


PEOPLE: dict[tuple[str, str], Watch] = {
    ("group", "POST"): _made_group,
    ("group/<guid:id>", "PUT"): _changed_group,
    ("group/<guid:id>", "DELETE"): _deleted_group,
    ("people/invite", "POST"): _invited,
    ("people/invite", "PUT"): _invited_again,
    ("people/status/<status>", "PUT"): _set_status,
    ("people/<name>", "PUT"): _changed_profile,
    ("people/<name>", "DELETE"): _deleted_person,
    ("people/<name>/culture", "PUT"): _changed_culture,
    ("people/type/<type>", "PUT"): _of_listed(4019),
    ("people/email", "POST"): _mailed_address,
    ("people/password", "POST"): _mailed_password,
    ("people/userquota", "PUT"): _set_quota,
    ("people/delete", "PUT"): _deleted_people,
    ("security/activeconnections/logoutall/<guid:id>", "PUT"): _ended_sessions,
}
