# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""One comparison for everything that has properties: pure planning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from .._base.errors import DocSpaceError
from .._base.properties import Noun, Property


@dataclass(frozen=True)
class PropertyChange(Generic[Noun]):
    """A property that is not as desired.

    :param obstacle: why it cannot be changed; None if it can.
    """

    property: Property[Noun]
    before: Any
    after: Any
    obstacle: str | None = None


@dataclass(frozen=True)
class Comparison(Generic[Noun]):
    """How the properties that a task names differ from what the portal has."""

    changes: tuple[PropertyChange[Noun], ...] = ()
    unchangeable: tuple[PropertyChange[Noun], ...] = ()

    def encoded(self) -> dict[str, Any]:
        """The changes as they are sent, by the API's names; that something shall not be is not."""
        return {
            each.property.api_name: each.property.encode(each.after)
            for each in self.changes
            if each.after is not None
        }


def compare(
    properties: Sequence[Property[Noun]], current: Noun, desired: Mapping[str, Any]
) -> Comparison[Noun]:
    """Compare the properties that are named; those left out stay as they are.

    :param properties: the noun's table.
    :param current: what the portal has.
    :param desired: values by option.
    """
    changes = [
        PropertyChange(each, each.read(current), value, each.obstacle(current, value))
        for each in properties
        if each.option in desired
        for value in [desired[each.option]]
        if not each.same(each.read(current), value)
    ]
    return Comparison(
        tuple(each for each in changes if not each.obstacle),
        tuple(each for each in changes if each.obstacle),
    )


def check_changeable(comparison: Comparison[Noun]) -> None:
    """Refuse a task that asks for what the API cannot do.

    :raises DocSpaceError: naming each such property, and why.
    """
    if comparison.unchangeable:
        reasons = [f"{each.property.option}: {each.obstacle}" for each in comparison.unchangeable]
        raise DocSpaceError(
            " ".join(reasons),
            "unchangeable",
            unchangeable=[each.property.option for each in comparison.unchangeable],
        )
