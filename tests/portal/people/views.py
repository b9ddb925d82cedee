# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""People as the API shows them."""

from __future__ import annotations

from ..http.properties import View, encoded, given
from .records import ADMIN, GUEST, OWNER, ROOM_ADMIN, USER, Person


def short(person: Person) -> View:
    """The short form; there is no address in it."""
    return {
        "id": person.id,
        "displayName": encoded(person.display_name),
        "hasAvatar": False,
        "isAnonim": False,
    }


def full(person: Person, groups: list[View], quota: View) -> View:
    """The long form, with the short forms of the groups, and the quota if people have any."""
    return {
        "firstName": person.first_name,
        "lastName": person.last_name,
        **given(userName=person.user_name, email=person.email),
        **given(contacts=person.contacts or None, cultureName=person.culture or None),
        **given(location=person.location or None, notes=person.notes or None),
        "status": person.status,
        "activationStatus": person.activation,
        "department": encoded(", ".join(group["name"] for group in groups)),
        **given(groups=groups or None),
        "isAdmin": person.type == ADMIN,
        "isRoomAdmin": person.type == ROOM_ADMIN,
        "isLDAP": person.ldap,
        "isOwner": person.type == OWNER,
        "isVisitor": person.type == GUEST,
        "isCollaborator": person.type == USER,
        "mobilePhoneActivationStatus": 0,
        "isSSO": person.sso,
        "registrationDate": person.registered,
        **quota,
        **short(person),
    }


def quota(person: Person, usual: int) -> View:
    """The quota of a person, or the usual one."""
    is_custom = bool(person.quota)
    return {"quotaLimit": person.quota if is_custom else usual, "isCustomQuota": is_custom}


def new_profile(view: View) -> View:
    """The long form of somebody who was made just now."""
    return {**view, **({"listAdminModules": ["files"]} if view["isAdmin"] else {})}


def own_profile(view: View, person: Person) -> View:
    """The long form of the caller."""
    return {**view, "loginEventId": 0, "hasPersonalFolder": person.type != GUEST}
