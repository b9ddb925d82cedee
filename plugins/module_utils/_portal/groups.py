# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import answers
from .api import Api
from .model.group import Group, SeenGroup
from .paging import Listing
from .person_fields import MEMBER_FIELDS, parse_person

# Leaf properties only: whole objects overflow the server's serializer.
_FIELDS = ",".join(
    (
        "id,name,isSystem,isLDAP,membersCount",
        *(f"manager.{field}" for field in MEMBER_FIELDS.split(",")),
    )
)
_WRITE_FIELDS = "id,name,manager.id,members.id"


class Groups:
    """The groups of a portal.

    Every method may raise :class:`RequestError`. Those that write return the group as their answer
    shows it, or None if the answer shows none.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def find(self, group_id: str) -> Group | None:
        """The group with an id, without its members; the same cost at any size."""
        answer = self._api.find(("group", group_id), {"includeMembers": "false", "fields": _FIELDS})
        if answer is None:
            return None
        group = _parse_group(answer.response)
        if group.id != group_id:
            raise answers.wrong_shape()
        return group

    def listing(
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
            "fields": _FIELDS,
        }
        return self._api.listing("groups", ("group",), query, _parse_group)

    def named(self, name: str) -> list[Group]:
        """The groups with exactly that name; names are not unique. System groups have none."""
        return [group for group in self.listing(search=name).all() if group.name == name]

    def create(self, properties: Mapping[str, Any], members: Sequence[str]) -> SeenGroup | None:
        """Create a group; a manager becomes a member. Doing it again creates another one.

        :param properties: by their names in the API.
        """
        return self._write("POST", (), {**properties, "members": list(members)})

    def change(
        self,
        group_id: str,
        properties: Mapping[str, Any],
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
    ) -> SeenGroup | None:
        """Change properties and members with one audit event; additions come before removals.

        Two managers that are set at the same time break the portal's pages of groups: setting one
        must never be repeated without a look at what became of it.

        :param properties: by their names in the API.
        """
        lists = {"membersToAdd": list(add), "membersToRemove": list(remove)}
        body = {**properties, **{key: ids for key, ids in lists.items() if ids}}
        repeatable = "groupManager" not in properties
        return self._write("PUT", (group_id,), body, repeatable)

    # Adding members, or removing them, twice is the same as once.

    def add_members(self, group_id: str, ids: Sequence[str]) -> SeenGroup | None:
        """Add people, without an audit event."""
        return self._write("PUT", (group_id, "members"), {"members": list(ids)}, repeatable=True)

    def remove_members(self, group_id: str, ids: Sequence[str]) -> SeenGroup | None:
        """Remove people, without an audit event."""
        return self._write("DELETE", (group_id, "members"), {"members": list(ids)}, repeatable=True)

    def delete(self, group_id: str) -> None:
        """Delete a group. The portal says so too of system groups, which stay."""
        self._api.call("DELETE", ("group", group_id), {})

    def _write(
        self,
        method: str,
        route: Sequence[str],
        body: dict[str, Any],
        repeatable: bool = False,
    ) -> SeenGroup | None:
        answer = self._api.call(
            method, ("group", *route), {"fields": _WRITE_FIELDS}, body, repeatable
        ).response
        members = answer.get("members") if isinstance(answer, dict) else None
        if not isinstance(members, list):
            return None
        if route and answers.text(answer, "id") != route[0]:  # the answer to another request
            return None
        return SeenGroup(
            id=answers.guid(answer),
            name=answers.text(answer, "name"),
            manager_id=answers.guid(answer["manager"]) if answer.get("manager") else None,
            members=frozenset(map(answers.guid, members)),
        )


def _parse_group(row: Any) -> Group:
    return Group(
        id=answers.guid(row),
        name=answers.text(row, "name"),
        size=answers.number(row, "membersCount"),
        manager=parse_person(row["manager"]) if row.get("manager") else None,
        ldap=bool(row.get("isLDAP")),
        system=bool(row.get("isSystem")),
    )
