# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What of a person is asked for, and how a row of people is read."""

from __future__ import annotations

from typing import Any

from . import answers
from .model.person import Person

# Leaf properties only: whole objects overflow the server's serializer.
MEMBER_FIELDS = "id,displayName,email,userName,status,isVisitor"
PERSON_FIELDS = (
    f"{MEMBER_FIELDS},isOwner,isAdmin,isRoomAdmin,isCollaborator,isLDAP,isSSO,groups.id,groups.name"
)

#: The numbers of a status, in people and in filters.
STATUSES = {1: "active", 2: "disabled", 4: "pending"}
#: What people are, by the property that says so: at most one of these is true.
_TYPES = {
    "isOwner": "owner",
    "isAdmin": "admin",
    "isRoomAdmin": "room_admin",
    "isCollaborator": "user",
    "isVisitor": "guest",
}


def parse_person(row: Any) -> Person:
    """A row of people.

    :raises RequestError: if it does not have the form of the API.
    """
    return Person(
        id=answers.guid(row),
        display_name=_decoded(answers.text(row, "displayName")),
        email=answers.text(row, "email"),
        user_name=answers.text(row, "userName"),
        status=STATUSES.get(answers.number(row, "status"), "unknown"),
        guest=bool(row.get("isVisitor")),
        type=next((kind for flag, kind in _TYPES.items() if row.get(flag)), "unknown"),
        ldap=bool(row.get("isLDAP")),
        sso=bool(row.get("isSSO")),
        groups={
            answers.guid(group): answers.text(group, "name")
            for group in answers.items(row, "groups")
        },
    )


def _decoded(name: str) -> str:
    """A display name, which the portal encodes for web pages, unlike all other names."""
    if "&" not in name:
        return name
    import html  # its table of characters takes as long to load as the rest of this file

    return html.unescape(name)
