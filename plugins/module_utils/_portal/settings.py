# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about what a portal's subscription and settings allow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._base.errors import RequestError
from . import answers
from .api import Api
from .model.plan import InvitationSettings, PasswordPolicy, Plan, PortalSettings, Seats
from .person_fields import STATUS_NUMBERS, TYPE_NUMBERS

#: The portal's name for paid seats.
_SEATS = "manager"
_MAX_INT = 2**31 - 1


class Settings:
    """What a portal's subscription and settings allow.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def plan(self) -> Plan:
        """The subscription; the key needs the scope ``*:read``."""
        row = self._api.call("GET", ("portal", "payment", "quota"), {}).response
        features = {answers.text(each, "id"): each for each in answers.items(row, "features")}
        counts = {
            name: (_used(each), _limit(each.get("value")))
            for name, each in features.items()
            if each.get("type") in ("count", "size")
        }
        if _SEATS not in counts:
            raise answers.wrong_shape()
        used, allowed = counts[_SEATS]
        return Plan(
            seats=Seats(used or 0, allowed),
            options={
                name: bool(each.get("value"))
                for name, each in features.items()
                if each.get("type") == "flag"
            },
            limits=counts,
            user_quotas=_are_on(row.get("usersQuota")),
            room_quotas=_are_on(row.get("roomsQuota")),
            shows_used=used is not None,
        )

    def counted_seats(self) -> Seats:
        """The seats that are used, counted, for keys that may not read the plan: four requests.

        What the plan allows is not known then.
        """
        asked = [
            (TYPE_NUMBERS[kind], STATUS_NUMBERS[status])
            for kind in ("room_admin", "docspace_admin")  # among these, the owner
            for status in ("active", "pending")
        ]
        return Seats(sum(self._api.in_parallel(self._count, asked)))

    def name_pattern(self) -> str:
        """What first and last names must match, as a regular expression; empty if none is told."""
        return self.read().name_pattern

    def read(self, everything: bool = False) -> PortalSettings:
        """What the portal tells of itself to everybody.

        :param everything: what it tells only some as well; keys with scopes need ``*:read``.
        """
        fields = {"fields": "version,userNameRegex,invitationLimit"}
        row = self._ask(("settings",), fields, is_anonymous=not everything)
        if row.keys().isdisjoint(("version", "userNameRegex")):
            raise answers.wrong_shape()
        return PortalSettings(
            version=answers.text(row, "version"),
            name_pattern=answers.text(row, "userNameRegex"),
            invitation_limit=_invitation_limit(row.get("invitationLimit")),
        )

    def invitations(self) -> InvitationSettings | None:
        """Whether people may be invited; None if the portal does not know such a setting."""
        try:
            row = self._ask(("settings", "invitationsettings"), {}, is_anonymous=True)
        except RequestError as error:
            if error.code == "not_found":
                return None
            raise
        return InvitationSettings(
            members=row.get("allowInvitingMembers", True) is not False,
            guests=row.get("allowInvitingGuests", True) is not False,
        )

    def password_policy(self) -> PasswordPolicy:
        """What passwords must have, which every key may read."""
        row = self._api.call("GET", ("settings", "security", "password"), {}).response
        if not isinstance(row, dict) or not isinstance(row.get("minLength"), int):
            raise answers.wrong_shape()
        return PasswordPolicy(
            min_length=row["minLength"],
            upper_case=bool(row.get("upperCase")),
            digits=bool(row.get("digits")),
            symbols=bool(row.get("specSymbols")),
        )

    def _ask(
        self, path: Sequence[str], query: dict[str, Any], is_anonymous: bool
    ) -> dict[str, Any]:
        # Keys with scopes are refused what everybody may know without a key.
        row = self._api.call("GET", path, query, is_anonymous=is_anonymous).response
        if not isinstance(row, dict):
            raise answers.wrong_shape()
        return row

    def _count(self, asked: tuple[int, int]) -> int:
        kind, status = asked
        query = {"count": 1, "employeeType": kind, "employeeStatus": status, "fields": "id"}
        return answers.total(self._api.call("GET", ("people", "simple", "filter"), query))


def _are_on(quotas: Any) -> bool:
    return bool(isinstance(quotas, dict) and quotas.get("enableQuota"))


def _used(feature: Any) -> int | None:
    # Left out of what users are shown.
    used = feature.get("used")
    value = used.get("value") if isinstance(used, dict) else None
    return value if isinstance(value, int) else None


def _limit(value: Any) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _invitation_limit(value: Any) -> int | None:
    # Where there is no limit, it is left out, or as large as a number can be.
    limit = _limit(value)
    return None if limit is None or limit >= _MAX_INT else limit
