# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The properties of an account that a task may name, and why they cannot be set."""

from __future__ import annotations

from typing import Any, Callable

from ..._base.properties import Property
from ..._base.quotas import DEFAULT_QUOTA
from .person import Person, Profile


def _of_profile(attribute: str) -> Callable[[Person], Any]:
    return lambda person: getattr(person.profile or Profile(), attribute)


def _obstacle(_person: Person, _desired: Any) -> str:
    return "only this person can change it"


def _same_language(current: str, desired: str) -> bool:
    return current.lower() == desired.lower()


def read_quota(person: Person) -> int | None:
    """The quota of an account as it is sent; None where user quotas are off."""
    profile = person.profile or Profile()
    if profile.quota is None:
        return None
    return profile.quota if profile.has_own_quota else DEFAULT_QUOTA


#: The portal takes these with a new account only; of others it ignores them and says nothing.
ACCOUNT_PROPERTIES: tuple[Property[Person], ...] = (
    Property("first_name", "firstName", _of_profile("first_name"), obstacle=_obstacle),
    Property("last_name", "lastName", _of_profile("last_name"), obstacle=_obstacle),
    Property("location", "location", _of_profile("location"), obstacle=_obstacle),
    Property("comment", "comment", _of_profile("comment"), obstacle=_obstacle),
    Property(
        "language",
        "cultureName",
        _of_profile("language"),
        same=_same_language,
        obstacle=_obstacle,
    ),
)
#: Those that are no use with a new account either: the portal gives it a language of its own.
NOT_CREATED = frozenset(("language",))
