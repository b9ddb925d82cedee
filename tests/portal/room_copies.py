# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Templates that are made of rooms, and rooms that are made from templates."""

from __future__ import annotations

import copy
import dataclasses
import typing as t

from .http import failures
from .link_places import of_room
from .links.rules import Rules as LinkRules
from .people.records import GUEST, INVITED, PENDING, Person, roles_of
from .rooms import settings
from .rooms.records import READ, Room, Share
from .rooms.rules import NOT_SEEN, Rules, kept_title
from .settings.rules import Rules as PortalRules
from .world import World

# What a template takes over from its room; a room takes only the first from a template.
_DENIAL = ("denies_download",)
_TAKEN = (*_DENIAL, "lifetime", "watermark")


@dataclasses.dataclass(frozen=True)
class CopyRules:
    """What the server does when somebody wants a copy."""

    world: World
    rules: Rules

    def make_template(self, wanted: dict[str, t.Any]) -> Room:
        """A template of a room, by its owner."""
        room = self._demand(wanted["roomId"], is_template=False)
        if room.owner != self.rules.caller.id:
            raise failures.invalid_operation(NOT_SEEN)
        made = self._copy(room, wanted, _TAKEN, is_template=True)
        if made.settings.watermark:
            made.settings.watermark["imageScale"] = 0
        everyone = self.world.groups.system_id("Everyone")
        if wanted.get("public"):
            self._share(made, everyone, is_group=True)
            return made
        for email in wanted.get("share") or ():
            self._share(made, self._person(email).id)
        for group_id in wanted.get("groups") or ():
            self._share(made, group_id, is_group=True)
        return made

    def make_room(self, wanted: dict[str, t.Any]) -> Room:
        """A room from a template."""
        template = self._demand(wanted["templateId"], is_template=True)
        seen = self.rules.access.level(template, self.rules.caller) is not None
        if not (seen or self.rules.caller.is_admin):
            raise failures.invalid_operation(NOT_SEEN)
        made = self._copy(template, wanted, _DENIAL, is_template=False)
        policy = PortalRules(self.world.settings.values, self.world.people)
        place, caller = of_room(made), self.rules.caller.id
        if place.has_primary:
            LinkRules(self.world.links, place, policy, caller, lambda *_: None).make_primary()
        return made

    def _demand(self, number: int, is_template: bool) -> Room:
        room = self.world.rooms.find(number)
        if room is None:
            raise failures.null_reference()
        if room.is_template != is_template:
            raise failures.invalid_operation(NOT_SEEN)
        return room

    def _copy(
        self, room: Room, wanted: dict[str, t.Any], taken: tuple[str, ...], is_template: bool
    ) -> Room:
        if wanted.get("title") is None:
            raise failures.null_argument("title")
        title, caller = kept_title(wanted["title"]), self.rules.caller.id
        made = self.world.rooms.add(title, room.type, caller, is_template=is_template)
        values = {name: copy.deepcopy(getattr(room.settings, name)) for name in taken}
        values |= settings.changes(wanted, made.settings, is_new=True)
        self.world.rooms.change(made, **values)
        self.world.documents.copy_into(room.id, made.id, caller)
        self.world.rooms.note(made, "RoomCreated", caller, title=title, id=made.id)
        return made

    def _share(self, room: Room, subject: str, is_group: bool = False) -> None:
        share = Share(READ, self.rules.caller.id, is_group)
        self.world.rooms.share(room, subject, share)

    def _person(self, email: str) -> Person:
        found = self.world.people.by_email(email)
        if found:
            return found
        guest = Person("", "", "", email, None, PENDING, roles_of(GUEST), INVITED)
        guest.made_by = self.rules.caller.id
        return self.world.people.add(guest)
