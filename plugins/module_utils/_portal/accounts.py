# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls that make accounts and change them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._http.transport import Answer
from . import answers
from .api import Api
from .model.account_properties import read_quota
from .model.person import Person
from .person_fields import PROFILE_FIELDS, parse_person

#: A status in the path that sets it.
_STATUS_ROUTES = {"active": "Active", "disabled": "Terminated"}
#: Types as they are sent. Without one, the portal makes a room administrator: a paid seat.
TYPE_NAMES = {
    "docspace_admin": "DocSpaceAdmin",
    "room_admin": "RoomAdmin",
    "user": "User",
    "guest": "Guest",
}
#: What shows the quota of an account; without a name, nothing of a profile is read.
_QUOTA_FIELDS = "id,firstName,quotaLimit,isCustomQuota"


class Accounts:
    """The accounts of a portal.

    Every method may raise :class:`RequestError`. A list that is refused may be done in part, unless
    a method says otherwise.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def invite(self, types: Mapping[str, str]) -> None:
        """Invite people: each gets a mail, and an account that is pending.

        Never for somebody who has an account, as that would raise its type. The answer is no proof:
        it lists everybody whose invitation is open.

        :param types: by the people's addresses.
        """
        invitations = [{"email": email, "type": TYPE_NAMES[kind]} for email, kind in types.items()]
        self._call("POST", ("invite",), {"invitations": invitations}, fields="id")

    def create(self, email: str, kind: str, properties: Mapping[str, Any]) -> Person:
        """Make an account that is active at once, with a random password; no mail is sent.

        :param properties: by their names in the API.
        """
        body = {"email": email, "type": TYPE_NAMES[kind], **properties}
        return parse_person(self._call("POST", ("active",), body, fields=PROFILE_FIELDS).response)

    def send_invitations(self, ids: Sequence[str]) -> None:
        """Send the mail of their invitation once more to people who have not accepted it."""
        self._call("PUT", ("invite",), {"userIds": list(ids)}, fields="id")

    def send_password_link(self, email: str) -> None:
        """Send somebody a mail to set a password; each call sends another one."""
        self._call("POST", ("password",), {"email": email})

    def set_status(self, ids: Sequence[str], status: str) -> dict[str, str]:
        """Disable or enable accounts: all of them, or none if one must not be changed.

        Enabling goes on until the paid seats are full, and is then refused with 402.

        :param status: ``active`` or ``disabled``.
        :returns: each account's status afterwards, by id.
        """
        route = ("status", _STATUS_ROUTES[status])
        people = self._people("PUT", route, {"userIds": list(ids)}, "id,status", repeatable=True)
        return {person.id: person.status for person in people}

    def raise_type(self, ids: Sequence[str], kind: str) -> dict[str, str]:
        """Give people a type above their own, one after the other until one is refused.

        The type that somebody has already is refused too.

        :returns: each account's type afterwards, by id; of unknown ids, another one.
        """
        fields = "id,isOwner,isAdmin,isRoomAdmin,isCollaborator,isVisitor"
        people = self._people(
            "PUT", ("type", TYPE_NAMES[kind]), {"userIds": list(ids)}, fields, repeatable=False
        )
        return {person.id: person.type for person in people}

    def change_email(self, person_id: str, email: str) -> None:
        """Give somebody another address, which counts at once.

        The answer is no proof; that somebody has the address already is refused.
        """
        self._call("POST", ("email",), {"userId": person_id, "email": email})

    def set_quota(self, ids: Sequence[str], quota: int) -> dict[str, int | None]:
        """Limit what people may store.

        :param quota: in bytes, or one of those in ``model/account_properties.py``.
        :returns: each account's quota afterwards, by id; None where quotas are off.
        """
        body = {"userIds": list(ids), "quota": quota}
        people = self._people("PUT", ("userquota",), body, _QUOTA_FIELDS, repeatable=True)
        return {person.id: read_quota(person) for person in people}

    def end_sessions(self, person_id: str) -> None:
        """Log somebody out everywhere."""
        path = ("security", "activeconnections", "logoutall", person_id)
        self._api.call("PUT", path, {}, repeatable=True)

    def _people(
        self, method: str, route: Sequence[str], body: dict[str, Any], fields: str, repeatable: bool
    ) -> list[Person]:
        answer = self._call(method, route, body, repeatable, fields=fields)
        return [parse_person(row) for row in answers.rows(answer)]

    def _call(
        self,
        method: str,
        route: Sequence[str],
        body: dict[str, Any],
        repeatable: bool = False,
        **query: str,
    ) -> Answer:
        return self._api.call(method, ("people", *route), query, body, repeatable)
