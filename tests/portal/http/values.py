# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Values in bodies at which the server looks more closely than at their type."""

from __future__ import annotations

import dataclasses
import datetime
import re
import typing as t

from .jsontext import Node

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?")


@dataclasses.dataclass(frozen=True)
class Anything:
    """A value of any type, at which the server looks only when it needs it."""

    value: t.Any

    @property
    def is_number(self) -> bool:
        """Whether it is a number, be it whole or not."""
        return isinstance(self.value, (int, float)) and not isinstance(self.value, bool)

    @property
    def kind(self) -> str:
        """What the server calls its type."""
        if isinstance(self.value, bool):
            return str(self.value)
        named = {type(None): "Null", str: "String", list: "Array", dict: "Object"}
        return named.get(type(self.value), "Number")

    def whole_number(self) -> int | None:
        """The number, None if it is no whole one of 64 bits."""
        fits = isinstance(self.value, int) and -(2**63) <= self.value < 2**63
        return self.value if fits else None


def anything(node: Node) -> Anything:
    """Any value."""
    return Anything(node.value)


def moment(node: Node) -> datetime.datetime | None:
    """A point of time or null; without a zone it is UTC."""
    if node.value is None:
        return None
    found = _MOMENT.fullmatch(node.value) if isinstance(node.value, str) else None
    try:
        day, time, zone = found.groups() if found else ("", None, None)
        offset = "+00:00" if zone in (None, "Z") else zone
        when = datetime.datetime.fromisoformat(f"{day}T{time or '00:00'}{offset}")
        return when.astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        raise node.invalid("System.Nullable`1[System.DateTime]") from None
