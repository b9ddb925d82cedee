# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The portal's nouns, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


@dataclass(frozen=True)
class Person:
    """Somebody with an account on the portal; ``status`` is active, disabled or pending."""

    id: str
    display_name: str
    email: str
    user_name: str
    status: str
    guest: bool = False
    #: Ids of the groups this person is in, hidden membership included; only of a single look-up.
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Group:
    """A group; ``size`` counts the members that the portal shows, not the disabled ones."""

    id: str
    name: str
    size: int
    manager: Person | None = None
    ldap: bool = False
    system: bool = False


class Identified(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Its id."""


Row = TypeVar("Row", bound=Identified)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """A part of the people or groups that match a filter, and how many match in all."""

    rows: tuple[Row, ...]
    total: int
