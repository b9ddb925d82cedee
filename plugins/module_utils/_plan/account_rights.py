# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What stands in the way of a change of an account that exists, and who may make it."""

from __future__ import annotations

from collections.abc import Iterator

from .._portal.model.person import Person
from .account_change import AccountChange
from .status_rules import DIRECTORY_DECIDES, ONLY_OWNER_CHANGES

#: What a directory and an identity provider decide on.
_NAMES = ("first_name", "last_name")


def obstacles(change: AccountChange, key_owner: Person | None) -> Iterator[str]:
    """Why an account cannot be made as desired, and what to do instead.

    :param key_owner: whose credential the task uses, if that is known.
    """
    before = change.before
    if not before:
        yield from _of_creation(change, key_owner)
        return
    yield from _of_origin(change, before)
    if not (change.type or change.status or change.email or change.quota is not None):
        return
    is_own = bool(key_owner and before.id == key_owner.id)
    if change.type or change.status or change.email:
        if before.type == "owner":
            yield "is the owner of the portal, whose type, status and address nobody can change"
            return
        if is_own:
            yield (
                "is the owner of api_key, and nobody can change their own type, status and address:"
                " use the key of somebody else"
            )
            return
    yield from _of_state(change, before)
    if key_owner:
        yield from _of_rights(change, before, key_owner)


def _of_origin(change: AccountChange, before: Person) -> Iterator[str]:
    if before.ldap:
        if change.status:
            yield DIRECTORY_DECIDES
        if change.email:
            yield "comes from a directory (LDAP), which has the address too: change it there"
    names = [each.option for each in change.unchangeable if each.option in _NAMES]
    if names and (before.ldap or before.sso):
        origin = "a directory (LDAP)" if before.ldap else "an identity provider (SSO)"
        yield (
            f"gets {' and '.join(names)} from {origin}: change it there, or leave it out of the"
            " task"
        )


def _of_state(change: AccountChange, before: Person) -> Iterator[str]:
    is_disabled = before.status == "disabled"
    if is_disabled and change.type:
        if change.is_lowering and change.status:
            yield (
                "is disabled, and no type of a disabled account can go down: enable the account in"
                " a task before, without a type"
            )
        elif not change.status:
            yield (
                "is disabled, and the portal changes the type of others only: leave type out, or"
                " set state to enabled"
            )
    if is_disabled and change.email and not change.status:
        yield (
            "is disabled, and the portal changes the address of active accounts only: leave email"
            " out, or set state to enabled"
        )
    if change.status == "disabled" and (change.email or (change.type and not change.is_lowering)):
        yield "is to be disabled: change only the state, or the rest in a task before"
    elif change.email and change.after.status == "pending":
        yield (
            "has not accepted the invitation, and the portal changes the address of active accounts"
            " only: disable this account, and invite the new address"
        )


def _of_rights(change: AccountChange, before: Person, key_owner: Person) -> Iterator[str]:
    kind = key_owner.type
    if kind == "owner":
        return
    if kind == "docspace_admin":
        if before.type == "docspace_admin" and (change.type or change.status or change.email):
            yield ONLY_OWNER_CHANGES
        elif change.type == "docspace_admin":
            yield "can be made an administrator only with the key of the portal's owner"
        return
    lifts_guest = (before.type, change.type) == ("guest", "user")
    is_more = change.status or change.email or change.quota is not None
    if not (kind == "room_admin" and lifts_guest and not is_more):
        yield _needs_administrator(key_owner)


def _of_creation(change: AccountChange, key_owner: Person | None) -> Iterator[str]:
    kind, desired = change.type, change.desired
    if change.create not in ("invite", "active") or desired is None:
        return
    if desired.email or desired.reference.kind != "email":  # which is refused in any case
        return
    if kind is None:
        yield "is new, and its type is not given: say type"
        return
    if change.create == "invite" and kind == "guest":
        yield (
            "cannot be invited to the portal as a guest: set create to active, or invite this"
            " person to a room"
        )
        return
    if not key_owner or key_owner.type == "owner":
        return
    if key_owner.type == "docspace_admin":
        if kind == "docspace_admin" and change.create == "invite":
            yield (
                "can be invited as an administrator only with the key of the portal's owner: use"
                " that, or set create to active"
            )
    elif key_owner.type == "room_admin":
        if kind not in ("user", "guest") or change.quota is not None:
            yield _needs_administrator(key_owner)
    else:
        yield _needs_administrator(key_owner)


def _needs_administrator(key_owner: Person) -> str:
    kinds = {"room_admin": "a room administrator", "guest": "a guest", "user": "a user"}
    return (
        f"can be changed by administrators only, and the owner of api_key, {key_owner.label}, is"
        f" {kinds.get(key_owner.type, 'none')}"
    )
