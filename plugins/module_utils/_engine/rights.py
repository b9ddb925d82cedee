# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the credential of a task may do and see: told before a task relies on it."""

from __future__ import annotations

from collections.abc import Iterable

from .._base.errors import DocSpaceError, RequestError
from .._base.references import Reference
from .._portal.model.person import ADMINISTRATORS, Person
from .._portal.portal import Portal

_USE_ANOTHER = "Use the key of the owner or of a DocSpace administrator."


def credential_owner(portal: Portal, known: Iterable[Person] = ()) -> Person | None:
    """Who owns the credential of a task; None if the portal does not say.

    :param known: people with their types, who need not be read again.
    :raises RequestError: when it cannot be read.
    """
    key = portal.keys.current()
    if key and not key.owner_id:
        return None
    found = next((person for person in known if key and person.id == key.owner_id), None)
    if found or portal.credential_owner:
        return found or portal.credential_owner
    if key and key.owner_id:
        owner = portal.people.find(Reference("id", key.owner_id, key.owner_id))
    else:  # a person's access token
        owner = portal.people.own()
    portal.credential_owner = owner
    return owner


def preview_warnings(portal: Portal, *more_scopes: str) -> list[str]:
    """What to say in check mode of changes that the real run would not be allowed to make.

    One request, and one more unless a list has shown that an administrator's key reads it.

    :param more_scopes: what the key must open beside accounts.
    """
    try:
        found = _scope_warnings(portal, "accounts:write", *more_scopes)
        owner = None if found or portal.people.shows_disabled else credential_owner(portal)
    except RequestError:  # a preview does not depend on it
        return []
    if not owner or owner.type in ADMINISTRATORS:
        return found
    return [
        f"The real run would be refused: {_is_no_administrator(owner)}, and only administrators may"
        f" change this. {_USE_ANOTHER}"
    ]


def scope_warnings(portal: Portal, *scopes: str) -> list[str]:
    """What to say in check mode of changes for which the key lacks scopes: one request."""
    try:
        return _scope_warnings(portal, *scopes)
    except RequestError:  # a preview does not depend on it
        return []


def check_scopes(portal: Portal, *scopes: str) -> None:
    """Refuse writes of which the key opens only some: one request if there are scopes to check.

    :raises DocSpaceError: naming those that it lacks.
    """
    if not scopes:
        return
    key = portal.keys.current()
    lacking = [scope for scope in scopes if key and not key.opens(scope)]
    if key and lacking:
        raise DocSpaceError(
            f"The {key.without(*lacking)}. Nothing was changed. Give it {' and '.join(lacking)}, or"
            " no restriction.",
            "missing_scope",
        )


def _scope_warnings(portal: Portal, *scopes: str) -> list[str]:
    key = portal.keys.current()
    lacking = [scope for scope in scopes if key and not key.opens(scope)]
    if not key or not lacking:
        return []
    return [
        f"The real run would be refused: the {key.without(*lacking)}. Nothing was changed, as this"
        " is check mode."
    ]


def is_administrator(portal: Portal, known: Iterable[Person] = ()) -> bool:
    """Whether the credential of a task is an administrator's, or the portal does not say whose.

    :param known: people with their types, who need not be read again.
    :raises RequestError: when it cannot be read.
    """
    owner = credential_owner(portal, known)
    return owner is None or owner.type in ADMINISTRATORS


def check_administrator(owner: Person | None, why: str) -> None:
    """Refuse what only the keys of administrators can do.

    :param owner: whose credential the task uses, if that is known.
    :param why: only they can, in the sentence.
    :raises DocSpaceError: if it is somebody else's.
    """
    if owner and owner.type not in ADMINISTRATORS:
        raise DocSpaceError(
            f"{why}, and {_is_no_administrator(owner)}. Nothing was changed. {_USE_ANOTHER}",
            "forbidden",
        )


def check_sight(portal: Portal, subject: str) -> None:
    """Refuse to tell what nobody can tell who is not shown everybody on a list.

    Nothing is asked of a portal where no list was read, or one has shown somebody who is disabled.
    Otherwise one request tells that there are any, or that the key has to be looked at.

    :param subject: what is not known then, in the sentence.
    :raises DocSpaceError: if the lists that were read may have left people out.
    """
    owner = _owner_without_sight(portal)
    if owner:
        raise DocSpaceError(
            f"{subject}: this cannot be told, as {owner}, and does not see people who are disabled,"
            f" and guests. {_USE_ANOTHER}",
            "hidden_people",
        )


def sight_warnings(portal: Portal) -> list[str]:
    """What to say of lists that were read with a key that is not shown everybody."""
    owner = _owner_without_sight(portal)
    if not owner:
        return []
    return [
        f"Disabled people and guests are left out, as {owner}, and does not see them."
        f" {_USE_ANOTHER}"
    ]


def room_warnings(portal: Portal, known: Iterable[Person] = ()) -> list[str]:
    """What to say of rooms that were read with a key that is not shown all of them.

    :param known: people with their types, who need not be read again.
    """
    if portal.people.shows_disabled:  # only to administrators
        return []
    owner = credential_owner(portal, known)
    if not owner or owner.type in ADMINISTRATORS:
        return []
    return [
        f"Only rooms are shown that this person may enter, as {_is_no_administrator(owner)}."
        f" {_USE_ANOTHER}"
    ]


def _owner_without_sight(portal: Portal) -> str | None:
    people = portal.people
    if not people.was_listed or people.shows_disabled or people.has_disabled():
        return None
    owner = credential_owner(portal)
    if not owner:
        return "it is not known whose key this is"
    return None if owner.type in ADMINISTRATORS else _is_no_administrator(owner)


def _is_no_administrator(owner: Person) -> str:
    kind = {"room_admin": "a room administrator"}.get(owner.type, "no administrator")
    return f"the owner of api_key, {owner.label}, is {kind}"
