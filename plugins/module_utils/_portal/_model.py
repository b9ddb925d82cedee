# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The portal's nouns, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """Somebody with an account on the portal; ``status`` is active, disabled or pending."""

    id: str
    display_name: str
    email: str
    user_name: str
    status: str
    guest: bool = False
    #: owner, admin, room_admin, user or guest. Like the groups, it is only known of people who
    #: were looked up or read from the directory.
    type: str = "unknown"
    #: Names, by id, of the groups this person is in, hidden membership included.
    groups: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Group:
    """A group; ``size`` counts the members that the portal shows, not the disabled ones."""

    id: str
    name: str
    size: int
    manager: Person | None = None
    ldap: bool = False
    system: bool = False


@dataclass(frozen=True)
class Written:
    """A group as the answer to a write shows it, or a look at what became of one.

    An answer has no disabled members.
    """

    id: str
    name: str
    manager_id: str | None
    members: frozenset[str]
