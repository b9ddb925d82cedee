# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which links rooms, folders and files can have."""

from __future__ import annotations

from .documents.records import Document
from .links.records import Place
from .rooms import records
from .rooms.records import Room

_ITEM_LINKS = 6
_ROOM_LINKS = 5
_READING = frozenset(
    (records.READ, records.REVIEW, records.COMMENT, records.FILL_FORMS, records.EDIT)
)
_FORMS = frozenset((records.READ, records.FILL_FORMS))
_INVITATIONS = {
    records.CUSTOM: {
        *(records.READ, records.REVIEW, records.COMMENT, records.EDIT, records.CREATOR)
    },
    records.PUBLIC: {records.READ, records.CREATOR},
    records.FORMS: {records.FILL_FORMS, records.CREATOR},
    records.DATA: {records.READ, records.FILL_FORMS, records.EDIT, records.CREATOR},
    records.EDITING: {records.READ, records.EDIT, records.CREATOR},
    records.AGENT: {records.READ, records.CREATOR},
}


def of_room(room: Room) -> Place:
    """The links of a room; templates have none."""
    if room.is_template:
        return Place(room.holder)
    is_forms = room.type == records.FORMS
    external = _FORMS if is_forms else _READING
    has_any = room.type in (records.CUSTOM, records.PUBLIC, records.FORMS)
    return Place(
        room.holder,
        external=external if has_any else frozenset(),
        primary=external if has_any else frozenset(),
        invitation=frozenset(_INVITATIONS[room.type]),
        limit=0 if is_forms else _ROOM_LINKS,
        has_primary=room.type in (records.PUBLIC, records.FORMS),
        default_title="Link to fill out" if is_forms else "Shared link",
        default_access=records.FILL_FORMS if is_forms else records.READ,
        internal_is_fixed=room.type in (records.PUBLIC, records.DATA),
        internal=room.type == records.DATA,
        is_rigid=is_forms,
    )


def of_document(document: Document, room: Room | None) -> Place:
    """The links of a file or folder: external ones, that are not among those of its room."""
    return Place(
        document.key,
        external=_READING,
        primary=_READING,
        limit=_ITEM_LINKS,
        internal_is_fixed=room is not None and room.type in (records.PUBLIC, records.DATA),
        internal=room is not None and room.type == records.DATA,
        is_room=room is not None,
    )
