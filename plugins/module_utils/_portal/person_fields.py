# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What of a person is asked for, and how a row of people is read."""

from __future__ import annotations

from typing import Any

from . import answers
from .model.person import Person, Profile

# Leaf properties only: whole objects overflow the server's serializer.
MEMBER_FIELDS = "id,displayName,email,userName,status,isVisitor"
PERSON_FIELDS = (
    f"{MEMBER_FIELDS},isOwner,isAdmin,isRoomAdmin,isCollaborator,isLDAP,isSSO,groups.id,groups.name"
)
#: More work for the portal, and only for those who compare profiles or show them.
PROFILE_FIELDS = (
    f"{PERSON_FIELDS},firstName,lastName,location,notes,cultureName,quotaLimit,isCustomQuota"
    ",registrationDate"
)

#: The numbers of a status, in people and in filters.
STATUSES = {1: "active", 2: "disabled", 4: "pending"}
STATUS_NUMBERS = {name: number for number, name in STATUSES.items()}
#: The numbers of types in filters. There, the portal's owner is one of the administrators.
TYPE_NUMBERS = {"room_admin": 1, "guest": 2, "owner": 3, "docspace_admin": 3, "user": 4}
#: What people are, by the property that says so: at most one of these is true.
_TYPES = {
    "isOwner": "owner",
    "isAdmin": "docspace_admin",
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
        profile=_parse_profile(row) if "firstName" in row else None,
    )


def _parse_profile(row: Any) -> Profile:
    quota = row.get("quotaLimit")
    return Profile(
        first_name=answers.text(row, "firstName"),
        last_name=answers.text(row, "lastName"),
        location=answers.text(row, "location"),
        comment=answers.text(row, "notes"),
        language=answers.text(row, "cultureName"),
        quota=quota if isinstance(quota, int) else None,
        has_own_quota=bool(row.get("isCustomQuota")),
        registered=answers.text(row, "registrationDate"),
    )


def _decoded(name: str) -> str:
    """A display name, which the portal encodes for web pages, unlike all other names."""
    if "&" not in name:
        return name
    import html  # its table of characters takes as long to load as the rest of this file

    return html.unescape(name)
