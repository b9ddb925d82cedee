# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that make, change and remove links."""

from __future__ import annotations

import typing as t

from .. import background
from ..call import Call
from ..http import binding, costs, failures
from ..http.failures import Invalid
from ..http.guid import ZERO
from ..http.properties import View
from ..rooms.records import NONE, Room
from ..rooms.share_reads import link_view, shares_of
from ..rooms.share_writes import admit
from ..rooms.writes import access, link_rules
from .reads import demand_document, demand_room, item_view
from .records import EXTERNAL, INVITATION
from .rules import Rules, Wanted

_LONGEST_TITLE, _MOST_USES = 255, 1000
_FIELDS: dict[str, binding.Converter] = {
    "linkId": binding.identifier,
    "access": access,
    **dict.fromkeys(("title", "expirationDate", "password"), binding.text),
    **dict.fromkeys(("denyDownload", "internal", "primary"), binding.truth),
    "linkType": binding.number,
    "maxUseCount": binding.number,
}
_LINK = binding.record("ASC.Files.ApiModels.RequestDto.RoomLinkRequest", _FIELDS)


def put_link(call: Call) -> View | None:
    """PUT files/rooms/{id}/links: the whole link; an id of somebody who is in changes them."""
    wanted = _wanted(call)
    room = demand_room(call)
    call.work.rooms = costs.PUT_LINK
    if not background.room_rules(call.world, call.caller).access.manages(room, call.caller):
        raise failures.access_denied()
    if wanted.link_id == room.owner:
        if wanted.type == INVITATION:
            raise failures.null_reference()
        return None
    if wanted.link_id in room.shares:
        return _change_member(call, room, wanted)
    link = link_rules(call, room).put(wanted)
    return link_view(call, room, link) if link else None


def make_primary(call: Call) -> View:
    """POST files/folder/{id}/link: where a primary link is it stays as it is."""
    wanted = _wanted(call)
    room = _managed(call)
    call.work.rooms = costs.PUT_LINK
    link = call.world.links.primary(room.holder) or link_rules(call, room).make_primary(wanted)
    return link_view(call, room, link)


def put_folder_link(call: Call) -> View | None:
    """PUT files/folder/{id}/links: of a room or a folder."""
    if call.world.rooms.find(int(call.path["id"])) is None:
        return put_document_link(call)
    wanted = _wanted(call, EXTERNAL)
    room = _managed(call)
    call.work.rooms = costs.PUT_LINK
    link = link_rules(call, room).put(wanted)
    return link_view(call, room, link) if link else None


def put_document_link(call: Call) -> View | None:
    """PUT files/file/{id}/links"""
    wanted = _wanted(call, EXTERNAL)
    _document, place = demand_document(call)
    rules = Rules(call.world.links, place, call.portal, call.caller.id, lambda *_done: None)
    link = rules.put(wanted)
    return item_view(call, place, link) if link else None


def _managed(call: Call) -> Room:
    room = demand_room(call)
    if not background.room_rules(call.world, call.caller).access.manages(room, call.caller):
        raise failures.access_denied()
    return room


def _change_member(call: Call, room: Room, wanted: Wanted) -> View | None:
    admit(call, room, wanted.link_id, wanted.access)
    return None if wanted.access == NONE else shares_of(call, room, [wanted.link_id])[0]


def _wanted(call: Call, kind: int | None = None) -> Wanted:
    sent: dict[str, t.Any] = call.body(_LINK, "")
    title, uses = sent.get("title") or "", sent.get("maxUseCount")
    if len(title) > _LONGEST_TITLE:
        limit = f"must be a string with a maximum length of {_LONGEST_TITLE}."
        raise Invalid("Title", f"The field Title {limit}")
    if uses is not None and not 1 <= uses <= _MOST_USES:
        limit = f"must be between 1 and {_MOST_USES}."
        raise Invalid("MaxUseCount", f"The field MaxUseCount {limit}")
    return Wanted(
        access=sent.get("access", NONE),
        link_id=sent.get("linkId", ZERO),
        type=(sent.get("linkType") or INVITATION) if kind is None else kind,
        title=title,
        expires=sent.get("expirationDate") or "",
        password=sent.get("password") or "",
        denies_download=bool(sent.get("denyDownload")),
        is_internal=bool(sent.get("internal")),
        max_uses=uses,
        is_primary=bool(sent.get("primary")) and kind is not None,
    )
