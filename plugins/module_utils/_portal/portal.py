# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A portal as one task sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Callable

from .._base.errors import DocSpaceError, RequestError
from .._http.connection import Connection
from .._http.sessions import Sessions
from .._http.transport import Item, Result, Transport
from .accounts import Accounts
from .api import Api
from .groups import Groups
from .people import People

if TYPE_CHECKING:
    from .audit import Audit
    from .invitation_links import InvitationLinks
    from .jobs import Jobs
    from .keys import Keys
    from .model.person import Person
    from .room_access import RoomAccess
    from .room_changes import RoomChanges
    from .room_history import RoomHistory
    from .room_items import RoomItems
    from .room_links import RoomLinks
    from .room_templates import RoomTemplates
    from .rooms import Rooms
    from .settings import Settings


class Portal:
    """The calls about each noun, and what all of them cost."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._keys: Keys | None = None
        self._rooms: Rooms | None = None
        self._room_links: RoomLinks | None = None
        #: Who owns the credential of the task, once that was read.
        self.credential_owner: Person | None = None
        api = self._api = Api(transport, self._explain_scope)
        self.groups = Groups(api)
        self.people = People(api)
        self.accounts = Accounts(api)

    @property
    def requests(self) -> dict[str, int]:
        """How many requests were sent, for the result of a task."""
        return {"read": self._transport.reads, "write": self._transport.writes}

    @property
    def is_preview(self) -> bool:
        """Whether nothing is written, so that the key need not open writes."""
        return self._transport.read_only

    @property
    def keys(self) -> Keys:
        """The calls about API keys, which few tasks need."""
        if not self._keys:
            from .keys import Keys

            self._keys = Keys(self._transport)
        return self._keys

    # Few tasks need what follows, and files that are not loaded take no time.

    @property
    def audit(self) -> Audit:
        """The calls about what was done, and who logged in."""
        from .audit import Audit

        return Audit(self._api)

    @property
    def invitation_links(self) -> InvitationLinks:
        """The calls about links by which people join."""
        from .invitation_links import InvitationLinks

        return InvitationLinks(self._api)

    @property
    def jobs(self) -> Jobs:
        """The calls about work in the background."""
        from .jobs import Jobs

        return Jobs(self._api)

    @property
    def rooms(self) -> Rooms:
        """The calls about rooms."""
        if not self._rooms:
            from .rooms import Rooms

            self._rooms = Rooms(self._api)
        return self._rooms

    @property
    def room_access(self) -> RoomAccess:
        """The calls about who may enter rooms."""
        from .room_access import RoomAccess

        return RoomAccess(self._api)

    @property
    def room_links(self) -> RoomLinks:
        """The calls about links into rooms."""
        if not self._room_links:
            from .room_links import RoomLinks

            self._room_links = RoomLinks(self._api)
        return self._room_links

    @property
    def room_changes(self) -> RoomChanges:
        """The calls that make, change, move and delete rooms."""
        from .room_changes import RoomChanges

        return RoomChanges(self._api)

    @property
    def room_history(self) -> RoomHistory:
        """The calls about the history of rooms."""
        from .room_history import RoomHistory

        return RoomHistory(self._api)

    @property
    def room_items(self) -> RoomItems:
        """The calls about what is inside of rooms."""
        from .room_items import RoomItems

        return RoomItems(self._api)

    @property
    def room_templates(self) -> RoomTemplates:
        """The calls about templates of rooms."""
        from .room_templates import RoomTemplates

        return RoomTemplates(self._api)

    @property
    def settings(self) -> Settings:
        """The calls about the subscription and the settings."""
        from .settings import Settings

        return Settings(self._api)

    def _explain_scope(self, error: RequestError, method: str, path: Sequence[str]) -> RequestError:
        from .keys import explain_scope  # not before a key lacks a scope

        return explain_scope(self.keys, error, method, path)

    def in_parallel(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        so_far: Callable[[int], str] | None = None,
    ) -> list[Result]:
        """``function`` of every item, in order; some at a time.

        :param so_far: how far this is after so many items.
        """
        return self._transport.in_parallel(function, items, so_far)


@contextmanager
def open_portal(
    connection: Connection,
    read_only: bool,
    sessions: Sessions | None = None,
    parallel: int | None = None,
) -> Iterator[Portal]:
    """A portal for the length of one task; failures inside get the requests sent so far.

    :param sessions: those that this task shares with others, if it does.
    """
    with nullcontext(sessions) if sessions else Sessions() as shared:
        portal = Portal(Transport(shared, connection, read_only, parallel))
        try:
            yield portal
        except DocSpaceError as error:
            error.facts["requests"] = portal.requests
            raise
