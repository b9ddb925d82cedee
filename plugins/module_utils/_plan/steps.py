# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Plans of several steps about people, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from .._base.errors import DocSpaceError
from .._portal.model.person import Person


class Action(Protocol):
    """Something to be done about people."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Whom this is about."""


@dataclass(frozen=True)
class Step:
    """Actions that may be taken in any order, once all steps before are complete.

    :param title: what is done, in words.
    :param one_by_one: whether no two may run side by side.
    """

    title: str
    actions: tuple[Action, ...]
    one_by_one: bool = False


@dataclass(frozen=True)
class Deed:
    """What became of an action.

    :param done: the people for whom it was done for certain; None if that is not known.
    :param changed: whether something was changed, or may have been.
    :param seen: how the portal is afterwards, if that was seen.
    """

    action: Action
    done: tuple[Person, ...] | None
    changed: bool
    warnings: tuple[str, ...] = ()
    failure: DocSpaceError | None = None
    seen: Any = field(default=None, compare=False)
