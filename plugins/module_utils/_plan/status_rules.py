# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Changes of accounts that a task refuses, as the portal would, with a better reason."""

from __future__ import annotations

from collections.abc import Sequence

from .._base.errors import DocSpaceError
from .._base.references import Reference
from .._base.texts import listed, printable
from .._portal.model.person import Person
from .people import UNKNOWN

#: Why nobody, or hardly anybody, can change an account; what a sentence says of a person.
DIRECTORY_DECIDES = (
    "comes from a directory (LDAP), which alone decides on the status of the account: change it"
    " there"
)
ONLY_OWNER_CHANGES = (
    "is an administrator, whose account only the key of the portal's owner can change"
)


def status_obstacle(person: Person, status: str, owner: Person | None) -> str | None:
    """Why the account of a person cannot be given a status.

    :param owner: whose credential the task uses, if that is known.
    """
    if person.type == "owner" and status == "disabled":
        return "is the owner of the portal, who cannot be disabled"
    if person.ldap:
        return DIRECTORY_DECIDES
    if owner and person.id == owner.id and status == "disabled":
        return "is the owner of api_key, and nobody can disable their own account"
    if owner and person.type == "docspace_admin" and owner.type != "owner":
        return ONLY_OWNER_CHANGES
    return None


def check_status(
    changes: Sequence[Person], unknown: Sequence[Reference], status: str, owner: Person | None
) -> None:
    """Refuse a change of accounts that the portal would refuse, or that nobody would see.

    :param unknown: references that mean nobody and are not allowed to.
    :param owner: whose credential the task uses, if that is known.
    :raises DocSpaceError: naming everybody who stands in the way, and why.
    """
    reasons = [f"{printable(each.text)} {UNKNOWN}" for each in unknown]
    obstacles = [(person, status_obstacle(person, status, owner)) for person in changes]
    reasons += [f"{person.label} {reason}" for person, reason in obstacles if reason]
    if reasons:
        raise DocSpaceError(
            f"users: {listed(reasons, '; ')}. Nothing was changed; correct the list"
            + (", or set unknown_users." if unknown else "."),
            "unusable_users",
        )
