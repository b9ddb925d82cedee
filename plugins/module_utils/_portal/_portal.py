# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal can be asked and told, in its own nouns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Any, Callable

from .._base._errors import DocSpaceError, RequestError
from .._base._texts import printable, some, whole
from .._http._connection import Connection
from .._http._sessions import Sessions
from .._http._transport import Answer, Item, Result, Transport
from .._plan._membership import Reference
from ._model import Group, Person, Written
from ._paging import PAGE, Listing, Noun

# Leaf properties only, and only from these lists: whole objects overflow the server's serializer.
_MEMBER_FIELDS = "id,displayName,email,userName,status,isVisitor"
_PERSON_FIELDS = (
    f"{_MEMBER_FIELDS},isOwner,isAdmin,isRoomAdmin,isCollaborator,groups.id,groups.name"
)
_GROUP_FIELDS = (
    "id,name,isSystem,isLDAP,membersCount,"
    "manager.id,manager.displayName,manager.email,manager.userName,manager.status,manager.isVisitor"
)
_WRITE_FIELDS = "id,name,manager.id,members.id"
_KEY_FIELDS = "name,permissions"

_STATUSES = {1: "active", 2: "disabled", 4: "pending"}
#: What people are, by the property that says so: at most one of these is true.
_TYPES = {
    "isOwner": "owner",
    "isAdmin": "admin",
    "isRoomAdmin": "room_admin",
    "isCollaborator": "user",
    "isVisitor": "guest",
}
#: The numbers of the filters. For the portal's filter, its owner is one of the administrators.
_STATUS_NUMBERS = {name: number for number, name in _STATUSES.items()}
_TYPE_NUMBERS = {"room_admin": 1, "guest": 2, "owner": 3, "admin": 3, "user": 4}

_GUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: More people or groups than any portal has.
_MOST = 10**6
#: Words that are routes where a user name could stand.
_ROUTES = re.compile(
    "active|delete|email|employees|exists|filter|guests|import|invite|message|module|phone"
    "|reassign|recover|remove|search|simple|status|tags|theme|tokendiagnostics|type"
)


@contextmanager
def open_portal(
    connection: Connection,
    read_only: bool,
    sessions: Sessions | None = None,
    parallel: int | None = None,
) -> Iterator[Portal]:
    """A portal for the length of one task; failures inside get the requests sent so far.

    :param sessions: the ways to portals that this task shares with others, if it does.
    """
    with nullcontext(sessions) if sessions else Sessions() as ways:
        portal = Portal(Transport(ways, connection, read_only, parallel))
        try:
            yield portal
        except DocSpaceError as error:
            error.facts["requests"] = portal.requests
            raise


class Portal:
    """A portal's groups and people.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @property
    def requests(self) -> dict[str, int]:
        """How many requests were sent, for the result of a task."""
        return {"read": self._transport.reads, "write": self._transport.writes}

    def group(self, group_id: str) -> Group | None:
        """The group with an id, without its members; the same cost at any size."""
        answer = self._found(
            ("group", group_id), {"includeMembers": "false", "fields": _GROUP_FIELDS}
        )
        return _group(answer.response, group_id) if answer else None

    def groups(
        self, search: str | None = None, person_id: str | None = None, managed: bool = False
    ) -> Listing[Group]:
        """Groups by name, all or only some of them; never system groups.

        :param search: part of the name; case, accents and blanks around it do not matter.
        :param person_id: somebody who is in the group, hidden membership included.
        :param managed: only the groups whose manager that person is.
        """
        query = {
            "filterValue": search,
            "userId": person_id,
            "manager": "true" if managed else None,
            "fields": _GROUP_FIELDS,
        }
        return self._listing(("group",), query, _group)

    def groups_named(self, name: str) -> list[Group]:
        """The groups with exactly that name; names are not unique. System groups have none."""
        return [group for group in self.groups(search=name).all() if group.name == name]

    def person(self, reference: Reference) -> Person | None:
        """Whom a reference means, with their type and groups; None if it is nobody."""
        if reference.kind == "email":
            path, query = ("people", "email"), {"email": reference.text}
        elif reference.kind == "id":
            path, query = ("people", reference.value), {}
        elif _fits_into_a_path(reference.text):
            path, query = ("people", reference.text), {}
        else:
            return self._person_by_filter(reference)
        answer = self._found(path, {**query, "fields": _PERSON_FIELDS})
        if answer is None:
            return None
        person = _person(answer.response)
        if reference.means(person):
            return person
        if reference.kind == "user_name":  # the name is a route that is not known here
            return self._person_by_filter(reference)
        raise _wrong_shape()

    def people(self, references: Iterable[Reference]) -> list[Person | None]:
        """:meth:`person` of every reference, in order, some at a time."""
        return self.side_by_side(self.person, references)

    def side_by_side(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> list[Result]:
        """``function`` of every item, in order; some at a time."""
        return self._transport.side_by_side(function, items)

    def directory(
        self,
        status: str | None = None,
        kind: str | None = None,
        group_id: str | None = None,
        search: str | None = None,
    ) -> Listing[Person]:
        """People with their types and groups: all, or those to whom everything given applies.

        :param kind: a type of people; for ``owner`` and ``admin`` alike, both come.
        :param search: words that must all be in their names and addresses.
        """
        return self._people(
            fields=_PERSON_FIELDS,
            employeeStatus=status and _STATUS_NUMBERS[status],
            employeeType=kind and _TYPE_NUMBERS[kind],
            groupId=group_id,
            filterValue=search,
        )

    def people_besides(self, group_id: str) -> Listing[Person]:
        """The people who are not in a group, whatever their status."""
        return self._people(groupId=group_id, excludeGroup="true")

    def members(self, group_ids: Iterable[str]) -> dict[str, list[Person]]:
        """All members of each group, by its id, the disabled ones included, by pages."""

        def listing(group_id: str) -> tuple[str, Listing[Person]]:
            return group_id, self._people(groupId=group_id)

        return {key: people.all() for key, people in self.side_by_side(listing, group_ids)}

    def members_briefly(self, group_id: str) -> list[Person]:
        """All members with id and name only: works where :meth:`members` does not."""
        return self._people("simple", fields="id,displayName", groupId=group_id).all()

    def member_ids(self, group_id: str, disabled_only: bool = False) -> frozenset[str]:
        """The ids of all members, or of the disabled ones: the cheapest proof of what is."""
        # Answers ids and names only, and still works where fuller reads of a group do not.
        status = 2 if disabled_only else None
        people = self._people("simple", fields="id", groupId=group_id, employeeStatus=status)
        return frozenset(person.id for person in people.all())

    def set_disabled(self, ids: Sequence[str], disabled: bool) -> dict[str, bool]:
        """Disable or enable accounts, all or none of them; who is disabled afterwards, by id."""
        status = "Terminated" if disabled else "Active"
        answer = self._call(
            "PUT",
            ("people", "status", status),
            {"fields": "id,status"},
            {"userIds": list(ids)},
            repeatable=True,
        )
        return {person.id: person.status == "disabled" for person in map(_person, _rows(answer))}

    def add_members(self, group_id: str, ids: Sequence[str]) -> frozenset[str] | None:
        """Add people; the ids of the visible members afterwards, None if the answer has none."""
        return self._write("PUT", group_id, ("members",), {"members": list(ids)})

    def remove_members(self, group_id: str, ids: Sequence[str]) -> frozenset[str] | None:
        """Remove people; answers as :meth:`add_members`."""
        return self._write("DELETE", group_id, ("members",), {"members": list(ids)})

    def change_members(
        self, group_id: str, add: Sequence[str], remove: Sequence[str]
    ) -> frozenset[str] | None:
        """Add some and remove others at once; answers as :meth:`add_members`."""
        body = {"membersToAdd": list(add), "membersToRemove": list(remove)}
        return self._write("PUT", group_id, (), body)

    def create_group(self, name: str, manager: str | None, ids: Sequence[str]) -> Written | None:
        """Make a group; a manager becomes a member. Doing it again makes another one.

        :returns: what the answer shows, None if it shows no group.
        """
        body: dict[str, Any] = {"groupName": name, "members": list(ids)}
        if manager:
            body["groupManager"] = manager
        return self._written("POST", None, (), body)

    def change_group(
        self,
        group_id: str,
        name: str | None = None,
        manager: str | None = None,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
    ) -> Written | None:
        """Change what is given, additions before removals; answers as :meth:`create_group`.

        Two managers that are set at the same time break the portal's pages of groups: setting one
        must never be repeated without a look at what became of it.
        """
        wanted = {
            "groupName": name,
            "groupManager": manager,
            "membersToAdd": list(add),
            "membersToRemove": list(remove),
        }
        # A blank name would be stored, and null for a manager is refused.
        body = {key: value for key, value in wanted.items() if value}
        return self._written("PUT", group_id, (), body, repeatable=manager is None)

    def delete_group(self, group_id: str) -> None:
        """Delete a group. The portal says so too of system groups, which stay."""
        self._call("DELETE", ("group", group_id), {})

    def _call(
        self,
        method: str,
        path: Sequence[str],
        query: dict[str, Any],
        body: dict[str, Any] | None = None,
        repeatable: bool = False,
    ) -> Answer:
        try:
            return self._transport.request(method, path, query, body, repeatable)
        except RequestError as error:
            if error.code == "missing_scope":
                raise self._name_scope(error, method) from None
            raise

    def _found(self, path: Sequence[str], query: dict[str, Any]) -> Answer | None:
        try:
            return self._call("GET", path, query)
        except RequestError as error:
            # 400: what was asked for cannot exist, such as a malformed address.
            if error.code == "not_found" or error.status == 400:
                return None
            raise

    def _write(
        self, method: str, group_id: str, route: Sequence[str], body: dict[str, Any]
    ) -> frozenset[str] | None:
        # Adding members, or removing them, twice is the same as once.
        written = self._written(method, group_id, route, body, repeatable=True)
        return written.members if written else None

    def _written(
        self,
        method: str,
        group_id: str | None,
        route: Sequence[str],
        body: dict[str, Any],
        repeatable: bool = False,
    ) -> Written | None:
        path = ("group", *([group_id] if group_id else []), *route)
        answer = self._call(method, path, {"fields": _WRITE_FIELDS}, body, repeatable).response
        members = answer.get("members") if isinstance(answer, dict) else None
        if not isinstance(members, list) or _text(answer, "id") != (group_id or answer.get("id")):
            return None
        return Written(
            id=_id(answer),
            name=_text(answer, "name"),
            manager_id=_id(answer["manager"]) if answer.get("manager") else None,
            members=frozenset(map(_id, members)),
        )

    def _person_by_filter(self, reference: Reference) -> Person | None:
        # The filter searches names and addresses, not user names; these are mostly made of the
        # address, so the narrow search comes first, and only then everybody.
        for search in (reference.text, None):
            for person in self.directory(search=search):
                if reference.means(person):
                    return person
        return None

    def _people(self, *route: str, fields: str = _MEMBER_FIELDS, **query: Any) -> Listing[Person]:
        return self._listing(("people", *route, "filter"), {**query, "fields": fields}, _person)

    def _listing(
        self, path: Sequence[str], query: dict[str, Any], noun: Callable[[Any], Noun]
    ) -> Listing[Noun]:
        def page(start: int) -> tuple[list[Noun], int]:
            answer = self._call("GET", path, {**query, "count": PAGE, "startIndex": start})
            return [noun(row) for row in _rows(answer)], _total(answer)

        return Listing(self._transport, page)

    def _name_scope(self, error: RequestError, method: str) -> RequestError:
        needed = "accounts:read" if method == "GET" else "accounts:write"
        try:
            key = self._transport.request(
                "GET", ("keys", "@self"), {"fields": _KEY_FIELDS}
            ).response
            name, scopes = _text(key, "name"), _list(key, "permissions")
        except RequestError:
            return error
        if not scopes or "*" in scopes:
            message = (
                "The request was refused without a reason (403), and the API key"
                f' "{printable(name)}" has no restriction; try again, and look for something'
                " between here and the portal."
            )
            return RequestError(message, "forbidden", error.status, error.may_be_done)
        message = (
            f'The API key "{printable(name)}" lacks the scope {needed}'
            f" (it has {some([printable(str(each)) for each in scopes])})."
            " Give it accounts:read and accounts:write, or no restriction."
        )
        return RequestError(message, error.code, error.status, error.may_be_done)


def _fits_into_a_path(name: str) -> bool:
    # Dots alone are climbing, a slash splits the path, an @ in front marks routes.
    return (
        not _ROUTES.fullmatch(name.lower())
        and not name.startswith("@")
        and not set(name) & set("/\\")
        and bool(name.strip("."))
    )


def _rows(answer: Answer) -> list[Any]:
    if not isinstance(answer.response, list):
        raise _wrong_shape()
    return answer.response


def _total(answer: Answer) -> int:
    return len(_rows(answer)) if answer.total is None else _possible(answer.total)


def _text(row: Any, key: str) -> str:
    """A property that an answer must or may have; absent counts as empty."""
    if not isinstance(row, dict):
        raise _wrong_shape()
    value = row.get(key)
    return whole(value) if isinstance(value, str) else ""


def _id(row: Any) -> str:
    """The id of a row; as it goes into paths and messages, it must be one."""
    key = _text(row, "id")
    if not _GUID.fullmatch(key):
        raise _wrong_shape()
    return key


def _list(row: Any, key: str) -> list[Any]:
    """A list that an answer may have; absent counts as empty."""
    value = row.get(key) or []
    if not isinstance(value, list):
        raise _wrong_shape()
    return value


def _number(row: Any, key: str) -> int:
    """A number that an answer may have; absent counts as zero."""
    return _possible(row.get(key) or 0)


def _possible(number: Any) -> int:
    """A number that there may be of anything on a portal; others would cost time without end."""
    if not isinstance(number, int) or not 0 <= number <= _MOST:
        raise _wrong_shape()
    return number


def _wrong_shape() -> RequestError:
    return RequestError(
        "The portal's answer does not have the form of the API version 2.0; this collection"
        " supports DocSpace 2.0 and newer.",
        "bad_answer",
    )


def _person(row: Any) -> Person:
    return Person(
        id=_id(row),
        # The portal encodes this one name for web pages, and no other.
        display_name=html.unescape(_text(row, "displayName")),
        email=_text(row, "email"),
        user_name=_text(row, "userName"),
        status=_STATUSES.get(_number(row, "status"), "unknown"),
        guest=bool(row.get("isVisitor")),
        type=next((kind for flag, kind in _TYPES.items() if row.get(flag)), "unknown"),
        groups={_id(group): _text(group, "name") for group in _list(row, "groups")},
    )


def _group(row: Any, asked_for: str | None = None) -> Group:
    group = Group(
        id=_id(row),
        name=_text(row, "name"),
        size=_number(row, "membersCount"),
        manager=_person(row["manager"]) if row.get("manager") else None,
        ldap=bool(row.get("isLDAP")),
        system=bool(row.get("isSystem")),
    )
    if group.id != (asked_for or group.id):
        raise _wrong_shape()
    return group
