# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for making, changing and removing links."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import datetime
import typing as t

from ..http import failures
from ..http.guid import ZERO
from . import dates
from .records import EXTERNAL, INVITATION, NONE, Link, Place
from .state import Links

_INVITATION_TITLE = "Invitation link"
_ONE_INVITATION = 1

#: What has been done to a link: told with its id, title and level, and the former title.
CREATED, RENAMED, DELETED = "Created", "Renamed", "Deleted"
Note = c.Callable[[str, str, str, int, str], None]


@dataclasses.dataclass(frozen=True)
class Wanted:
    """A link as a client sends it: what it leaves out is not kept."""

    access: int = NONE
    link_id: str = ZERO
    type: int = INVITATION
    title: str = ""
    expires: str = ""
    password: str = ""
    denies_download: bool = False
    is_internal: bool = False
    max_uses: int | None = None
    is_primary: bool = False


class Policy(t.Protocol):
    """What the settings of the portal say."""

    def demand_password(self, password: str) -> None:
        """Refuse a password that is not allowed."""

    def restricts_rooms(self) -> bool:
        """Whether external sharing is off for rooms."""

    def links_are_internal(self) -> bool:
        """Whether new links are internal where nothing is said."""


@dataclasses.dataclass(frozen=True)
class Rules:
    """What happens to the links of something when somebody who may asks for it."""

    links: Links
    place: Place
    policy: Policy
    maker: str
    #: Writes what was done into the history.
    note: Note

    def put(self, wanted: Wanted) -> Link | None:
        """Make, change or remove a link; gives what is there afterwards."""
        if wanted.type not in (INVITATION, EXTERNAL):
            raise failures.invalid_operation(
                "Operation is not valid due to the current state of the object."
            )
        link = self.links.find(self.place.holder, wanted.link_id)
        if link is None:
            return self._make(wanted)
        self._demand_open(link.type)
        fixed = self.place.internal_is_fixed and link.is_external
        if fixed and self._internal(wanted) != link.is_internal:
            return link
        if wanted.access == NONE:
            return self._remove(link, wanted)
        self._demand_level(link.type, link.is_primary, wanted.access)
        former = link.title
        self.links.change(link, access=wanted.access, **self._values(wanted, link))
        if link.is_external and link.title != former:
            self._note(RENAMED, link, former)
        return link

    def make_primary(self, wanted: Wanted | None = None) -> Link:
        """Make the primary link."""
        place = self.place
        wanted = wanted or Wanted(access=place.default_access)
        if not place.primary:
            raise _no_level()
        self._demand_level(EXTERNAL, True, wanted.access)
        named = dataclasses.replace(wanted, type=EXTERNAL, is_primary=True)
        return self._add(named, is_primary=True)

    def _make(self, wanted: Wanted) -> Link | None:
        self._demand_open(wanted.type)
        if wanted.access != NONE:
            self._demand_level(wanted.type, wanted.is_primary, wanted.access)
        self._demand_room(wanted)
        return self._add(wanted, wanted.is_primary) if wanted.access != NONE else None

    def _add(self, wanted: Wanted, is_primary: bool) -> Link:
        named = wanted.link_id != ZERO
        link = Link(
            id=wanted.link_id if named else self.links.new_id(),
            holder=self.place.holder,
            title="",
            access=wanted.access,
            maker=self.maker,
            type=wanted.type,
            is_primary=is_primary,
        )
        values = self._values(wanted, link)
        if link.is_external and not named and self.policy.links_are_internal():
            values["is_internal"] = not self.place.internal_is_fixed or self.place.internal
        for name, value in values.items():
            setattr(link, name, value)
        self.links.add(link)
        if link.is_external:
            self._note(CREATED, link)
        return link

    def _remove(self, link: Link, wanted: Wanted) -> Link | None:
        if link.is_primary and self.place.has_primary and self._is_restricted():
            raise failures.access_denied()
        self.links.delete(link)
        if link.is_external:
            # The history takes the title from what was sent.
            title = wanted.title or self.place.default_title
            self.note(DELETED, link.id, title, link.access, "")
        # Where there always is a primary link, another one takes its place.
        return self.make_primary() if link.is_primary and self.place.has_primary else None

    def _note(self, done: str, link: Link, former: str = "") -> None:
        self.note(done, link.id, link.title, link.access, former)

    def _values(self, wanted: Wanted, link: Link) -> dict[str, t.Any]:
        usual = self.place.default_title if link.is_external else _INVITATION_TITLE
        values = {"title": wanted.title or usual, "expires": self._expires(wanted, link)}
        if not link.is_external:
            if wanted.max_uses is not None and wanted.max_uses < link.uses:
                raise failures.bad_argument(_unexpected("maxUseCount"))
            return {**values, "max_uses": wanted.max_uses}
        # Who takes it for an invitation says nothing of these.
        said = wanted.type == EXTERNAL
        password = wanted.password.strip() if said else ""
        if password:
            self.policy.demand_password(password)
        internal = self.place.internal if self.place.internal_is_fixed else self._internal(wanted)
        return {
            **values,
            "password": password,
            "denies_download": said and wanted.denies_download,
            "is_internal": internal,
        }

    def _expires(self, wanted: Wanted, link: Link) -> datetime.datetime | None:
        if self.place.has_primary and link.is_primary:
            return None
        when = dates.parse(wanted.expires)
        if when is None:
            return None
        past = dates.is_past(when)
        if dates.is_far(when) or (past and not link.is_external):
            raise failures.bad_argument(_unexpected("expirationDate"))
        return None if past else when

    def _internal(self, wanted: Wanted) -> bool:
        said = wanted.type == EXTERNAL and wanted.is_internal
        return said or (self._is_restricted() and not self.place.internal_is_fixed)

    def _is_restricted(self) -> bool:
        return self.place.is_room and self.policy.restricts_rooms()

    def _demand_open(self, kind: int) -> None:
        """Refuse open links where there may be none, and where they cannot be made internal."""
        open_only = self.place.internal_is_fixed and not self.place.internal
        if kind == EXTERNAL and self.place.external and open_only and self._is_restricted():
            raise failures.access_denied()

    def _demand_level(self, kind: int, is_primary: bool, access: int) -> None:
        place = self.place
        allowed = place.primary if is_primary else place.external
        if access not in (allowed if kind == EXTERNAL else place.invitation):
            raise _no_level()

    def _demand_room(self, wanted: Wanted) -> None:
        place = self.place
        there = [
            link
            for link in self.links.of(place.holder)
            if link.type == wanted.type and link.is_primary == wanted.is_primary
        ]
        limit = place.limit if wanted.type == EXTERNAL else _ONE_INVITATION
        if len(there) >= (1 if wanted.is_primary else limit):
            raise failures.invalid_operation(f"The maximum number of links may not exceed {limit}")


def _no_level() -> failures.ApiError:
    return failures.invalid_operation("The role is not available for this user type")


def _unexpected(parameter: str) -> str:
    return f"Value does not fall within the expected range. (Parameter '{parameter}')"
