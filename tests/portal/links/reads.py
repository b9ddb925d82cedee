# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read links, and open them."""

from __future__ import annotations

from .. import background, link_places
from ..call import Call
from ..documents.records import Document
from ..documents.rules import Rules as DocumentRules
from ..http import binding, costs, failures
from ..http.envelope import Page
from ..http.paging import Paging
from ..http.properties import View
from ..rooms.records import Room
from ..rooms.share_reads import ALL_LINKS, EXTERNAL, INVITATIONS, link_rows, link_view
from ..rooms.writes import link_rules
from . import records, views
from .records import Link, Place

_OK, _INVALID, _EXPIRED, _NEEDS_PASSWORD, _WRONG_PASSWORD, _NEEDS_ACCOUNT = range(6)
_PASSWORD = binding.record(
    "ASC.Files.ApiModels.RequestDto.ExternalShareDto", {"password": binding.text}
)
_VALID, _NOT_VALID = 0, 1


def list_links(call: Call) -> list[View]:
    """GET files/rooms/{id}/links"""
    kind = call.query.choice("type", records.LINK_TYPES)
    kinds = {None: ALL_LINKS, records.INVITATION: INVITATIONS, records.EXTERNAL: EXTERNAL}
    call.work.rooms = costs.READ_LINKS
    return link_rows(call, demand_room(call), kinds[kind])


def get_primary(call: Call) -> View:
    """GET files/rooms/{id}/link: who manages the room gets one, also where none is yet."""
    room = demand_room(call)
    call.work.rooms = costs.READ_LINKS
    access = background.room_rules(call.world, call.caller).access
    link = call.world.links.primary(room.holder)
    if link is None and access.manages(room, call.caller):
        link = link_rules(call, room).make_primary()
    reads = access.reads_links(room, call.caller)
    is_in = not room.archived and access.level(room, call.caller) is not None
    if link is None or not (reads or is_in):
        raise failures.access_denied()
    return link_view(call, room, link)


def list_of_folder(call: Call) -> list[View]:
    """GET files/folder/{id}/links"""
    return _of_document(call)


def list_of_file(call: Call) -> Page:
    """GET files/file/{id}/links: by pages, other than those of folders."""
    found, page = _of_document(call), Paging.of(call.query)
    rows = page.cut(found)
    return Page(rows, len(found), len(rows))


def open_link(call: Call) -> View:
    """GET files/share/{token}: whoever has an account has lasting access then."""
    return _open(call, None)


def open_with_password(call: Call) -> View:
    """POST files/share/{token}/password"""
    return _open(call, call.body(_PASSWORD, "").get("password") or "")


def link_target(call: Call, token: str) -> str | None:
    """Where the short address of an invitation into a room leads, if it is one."""
    link = call.world.links.by_token(token)
    return views.invitation_target(link, call.origin) if link and not link.is_external else None


def confirm_link(call: Call, key: str) -> View | None:
    """Whether an invitation leads into a room; not while who made it is disabled."""
    link = call.world.links.by_token(key)
    room = link and _room_of(call, link)
    if link is None or room is None:
        return None
    maker = call.world.people.get(link.maker)
    if maker and maker.is_disabled:
        return {"result": _NOT_VALID, "isAgent": False}
    return {"result": _VALID, "roomId": str(room.id), "title": room.title, "isAgent": False}


def demand_room(call: Call) -> Room:
    """The room in the path."""
    room = call.world.rooms.find(int(call.path["id"]))
    if room is None:
        raise failures.not_found("Item not found")
    return room


def demand_document(call: Call) -> tuple[Document, Place]:
    """The file or folder in the path, for its maker only or the owner of its room."""
    documents, number = call.world.documents, int(call.path["id"])
    found = documents.file(number) if "/file/" in call.target else documents.folder(number)
    if found is None:
        raise failures.not_found("The required folder was not found")
    room = call.world.rooms.find(DocumentRules(documents).room_of(found.parent))
    manages = room and background.room_rules(call.world, call.caller).access.manages(
        room, call.caller
    )
    if not (manages if room else found.maker == call.caller.id):
        raise failures.access_denied()
    return found, link_places.of_document(found, room)


def item_view(call: Call, place: Place, link: Link) -> View:
    """A link to a file or folder."""
    zone = call.world.settings.values.time_zone
    return views.full(link, place, edits=True, origin=call.origin, zone=zone)


def _of_document(call: Call) -> list[View]:
    _document, place = demand_document(call)
    return [item_view(call, place, link) for link in call.world.links.of(place.holder)]


def _open(call: Call, password: str | None) -> View:
    account = not call.is_anonymous
    link = call.world.links.by_token(call.path["token"])
    if link is None or not link.is_external:
        return views.opened(_INVALID, None, account=account)
    what, room = _what(call, link), _room_of(call, link)
    if link.is_expired:
        return views.opened(_EXPIRED, None, account=account)
    if room and room.archived:
        return views.opened(_INVALID, what, account=account)
    closed = call.portal.blocks_links() or link.is_internal
    if closed and not account:
        return views.opened(_NEEDS_ACCOUNT, None)
    # Members of groups are none here.
    if room and account and call.caller.id in (room.owner, *room.shares):
        return views.opened(_OK, what, account=True, member=True)
    if link.password and password is not None and password != link.password:
        return views.opened(_WRONG_PASSWORD, None, account=account)
    if link.password and password is None:
        return views.opened(_NEEDS_PASSWORD, what, account=account)
    if account:
        call.world.links.visit(link, call.caller.id)
    return views.opened(_OK, what, link.id, account=account)


def _what(call: Call, link: Link) -> tuple[str, int, str] | None:
    kind, _blank, number = link.holder.partition(" ")
    if kind == "room":
        found = call.world.rooms.find(int(number))
        return (kind, int(number), found.title) if found else None
    documents = call.world.documents
    document = documents.file(int(number)) if kind == "file" else documents.folder(int(number))
    return (kind, int(number), document.title) if document else None


def _room_of(call: Call, link: Link) -> Room | None:
    kind, _blank, number = link.holder.partition(" ")
    return call.world.rooms.find(int(number)) if kind == "room" else None
