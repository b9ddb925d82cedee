# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The whole state of a portal; nothing here knows of HTTP."""

from __future__ import annotations

import collections.abc as c
import typing as t

from .audit import room_writes
from .audit.state import AuditTrail
from .documents.state import Documents
from .groups.state import Groups
from .invitation_links.state import InvitationLinks
from .jobs.state import Jobs
from .journal import Journal, Kept
from .keys.state import Keys
from .links.state import Links
from .people.state import People
from .rooms.state import Rooms
from .settings.state import PortalSettings

# The nouns that not every state file has.
_SELDOM = ("invitation_links", "rooms", "documents", "links")

_Row = t.TypeVar("_Row")


class Noun(Kept, t.Protocol):
    """One kind of things in the state; `name` is its name in a state file."""

    name: str

    def entries(self, before: dict[str, t.Any]) -> t.Any:
        """All of it as a state file holds it; what stands in `before` as it stands there."""


_Noun = t.TypeVar("_Noun", bound=Noun)


class World:
    """All that there is in a portal, each noun by itself."""

    def __init__(self, state: dict[str, t.Any]) -> None:
        self._system_groups = dict(state["system_groups"])
        self._journal = Journal()
        self._listed: tuple[c.Hashable, list[t.Any]] = (None, [])
        self._nouns: list[Noun] = []
        journal = self._journal
        self.people = self._with(People(state["users"], journal))
        self.groups = self._with(Groups(state["groups"], state["system_groups"], journal))
        self.keys = self._with(Keys(state["api_keys"], journal))
        invitations = state.get("invitation_links", [])
        self.invitation_links = self._with(InvitationLinks(invitations, journal))
        self.settings = self._with(PortalSettings(state.get("portal", {}), journal))
        self.rooms = self._with(Rooms(state.get("rooms", []), journal))
        self.documents = self._with(Documents(state.get("documents", []), journal))
        self.links = self._with(Links(state.get("links", []), journal))
        self.jobs = Jobs()
        self.audit = AuditTrail(state.get("audit", {}))
        self.rooms.noted = lambda room, event: room_writes.write(self, room, event)
        self.groups.demand_known(self.people)

    def state(self) -> dict[str, t.Any]:
        """Everything, in the format of a state file, sorted."""
        return self._file({noun.name: noun.entries({}) for noun in self._nouns})

    def take_changed(self) -> bool:
        """Whether anything is not as at the last call of this: changes may undo each other."""
        return self._journal.take_changed()

    def state_before(self) -> dict[str, t.Any]:
        """As `state`, before the last change."""
        before = {noun.name: noun.entries(self._journal.before(noun)) for noun in self._nouns}
        return self._file(before)

    def new_id(self) -> str:
        """An id for something that no state file has."""
        return self._journal.new_id()

    def listing(self, what: c.Hashable, make: c.Callable[[], list[_Row]]) -> list[_Row]:
        """A list, made again only for another `what` or after a change: it is read by pages."""
        wanted = (self._journal.version, what)
        if self._listed[0] != wanted:
            self._listed = (wanted, make())
        return self._listed[1]

    def _file(self, entries: dict[str, t.Any]) -> dict[str, t.Any]:
        # Most portals of tests have none of them, and say nothing of them.
        named = {name: noun for name, noun in entries.items() if noun or name not in _SELDOM}
        return {"system_groups": self._system_groups, **named}

    def _with(self, noun: _Noun) -> _Noun:
        self._nouns.append(noun)
        return noun
