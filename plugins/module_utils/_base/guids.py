# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""GUIDs, the ids of people and groups."""

from __future__ import annotations

import re

_DASHED = "([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})"
#: The notations N, D, B, P and X of .NET, which the portal speaks, and that of RFC 9562.
_NOTATIONS = tuple(
    re.compile(notation)
    for notation in (
        "([0-9a-f]{32})",
        _DASHED,
        rf"\{{{_DASHED}\}}",
        rf"\({_DASHED}\)",
        r"\{0x([0-9a-f]{8}),0x([0-9a-f]{4}),0x([0-9a-f]{4}),\{"
        + ",".join(["0x([0-9a-f]{2})"] * 8)
        + r"\}\}",
        f"urn:uuid:{_DASHED}",
    )
)


def parse_guid(text: str) -> str | None:
    """A GUID in any of its notations, as the portal writes it; None if it is no GUID."""
    for notation in _NOTATIONS:
        match = notation.fullmatch(text.strip().lower())
        if match:
            digits = "".join(match.groups())
            return "-".join(re.findall("^.{8}|.{12}$|.{4}", digits))
    return None
