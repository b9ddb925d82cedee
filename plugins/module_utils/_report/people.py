# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How people look in results, differences and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .._base.errors import MAX_LISTED
from .._base.moments import in_utc
from .._base.references import Reference
from .._base.texts import printable
from .._plan.people import UNKNOWN, in_order
from .._portal.model.person import Person, Profile
from .._portal.model.room import Room, RoomsOfPerson


def person_line(person: Person) -> str:
    """A person in a difference: with the status of an account that is not like others."""
    status = "" if person.status in ("active", "unknown") else f" ({person.status})"
    return f"{person.label}{status}"


def person_result(person: Person) -> dict[str, Any]:
    """A person in a result."""
    return {
        "id": person.id if person.has_account else None,
        "display_name": person.display_name,
        "email": person.email,
        "status": person.status,
    }


def people_result(people: Iterable[Person]) -> list[dict[str, Any]]:
    """People in a result, in their usual order."""
    return [person_result(person) for person in in_order(people)]


def users_result(
    people: Iterable[Person], rooms: Mapping[str, RoomsOfPerson] | None = None
) -> list[dict[str, Any]]:
    """People in a result that is about people: what others show of them, and more.

    :param rooms: theirs, by the people's ids, if they were asked for.
    """
    return [
        {**_user_result(person), **({"rooms": _rooms_result(rooms[person.id])} if rooms else {})}
        for person in in_order(people)
    ]


def members_result(people: Iterable[Person]) -> list[dict[str, Any]]:
    """People in a result that is about what they may do, with their groups."""
    return [
        {
            **person_result(person),
            "user_name": person.user_name,
            "type": person.type,
            "groups": _groups_result(person),
        }
        for person in in_order(people)
    ]


def unknown_result(unknown: Iterable[Reference]) -> list[str]:
    """References that mean nobody, as they were written."""
    return [each.text for each in unknown]


def unknown_warnings(option: str, unknown: Iterable[Reference]) -> list[str]:
    """What to say of references that mean nobody: a warning for each if they are few."""
    texts = [printable(each.text) for each in unknown]
    warnings = [f"{option}: {text} {UNKNOWN}." for text in texts[:MAX_LISTED]]
    more = len(texts) - MAX_LISTED
    if more > 0:
        warnings.append(f"{option}: {more} more are nobody on this portal; see unknown.")
    return warnings


def status_result(people: Iterable[Person], after: Mapping[str, str]) -> list[dict[str, Any]]:
    """People whose account was changed, with its status now and before.

    :param after: statuses by the people's ids.
    """
    return [
        {**person_result(person), "status": after[person.id], "previous_status": person.status}
        for person in in_order(people)
    ]


def status_diff(
    people: Iterable[Person], after: Mapping[str, str], notes: Mapping[str, str]
) -> dict[str, str]:
    """Accounts before and after, for people to read.

    :param after: statuses by the people's ids.
    :param notes: what else is to be said of people, by their ids.
    """
    ordered = in_order(people)
    return {
        "before_header": "accounts",
        "after_header": "accounts",
        "before": "".join(f"{person.label}: {person.status}\n" for person in ordered),
        "after": "".join(
            f"{person.label}: {after[person.id]}{notes.get(person.id, '')}\n" for person in ordered
        ),
    }


def pending_result(person: Person) -> dict[str, Any]:
    """Somebody whose invitation may be open."""
    return {**person_result(person), "pending_since": _pending_since(person)}


def resending_diff(people: Iterable[Person]) -> dict[str, str]:
    """Who gets a mail."""
    return {
        "before_header": "mails",
        "after_header": "mails",
        "before": "",
        "after": "".join(f"{person.label}: invitation\n" for person in in_order(people)),
    }


def _pending_since(person: Person) -> str | None:
    profile = person.profile if person.status == "pending" else None
    return in_utc(profile.registered) if profile else None


def _user_result(person: Person) -> dict[str, Any]:
    profile = person.profile or Profile()
    return {
        **person_result(person),
        "user_name": person.user_name,
        "type": person.type,
        "seat": person.takes_seat,
        "ldap": person.ldap,
        "sso": person.sso,
        "pending_since": _pending_since(person),
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "location": profile.location,
        "comment": profile.comment,
        "language": profile.language,
        "groups": _groups_result(person),
    }


def _groups_result(person: Person) -> list[dict[str, str]]:
    groups = sorted(person.groups.items(), key=lambda group: (group[1].lower(), group[0]))
    return [{"id": key, "name": name} for key, name in groups]


def _rooms_result(rooms: RoomsOfPerson) -> dict[str, Any]:
    return {
        "owned": _titles(rooms.owned),
        "archived": _titles(rooms.archived),
        "entered": _titles(rooms.entered),
    }


def _titles(rooms: Iterable[Room]) -> list[dict[str, str]]:
    ordered = sorted(rooms, key=lambda room: (room.title.lower(), int(room.id)))
    return [{"id": room.id, "title": room.title} for room in ordered]
