# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task tells of one of the lists that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import DocSpaceError


@dataclass
class Part:
    """A piece of a result.

    :param facts: by the names that they have in the result.
    :param diff: before and after, for people to read.
    :param failure: why something is not as desired.
    """

    facts: Mapping[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    diff: list[dict[str, str]] = field(default_factory=list)
    failure: DocSpaceError | None = None

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""
        return bool(self.facts.get("changed"))


def once(warnings: Iterable[str]) -> list[str]:
    """Each warning one time, in order."""
    return list(dict.fromkeys(warnings))
