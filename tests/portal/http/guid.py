# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""GUIDs in the notations that .NET understands."""

from __future__ import annotations

import re

ZERO = "00000000-0000-0000-0000-000000000000"

DASHED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_PLAIN = re.compile(r"[0-9a-f]{32}\Z", re.IGNORECASE)
_BRACKETS = {"{": "}", "(": ")"}


def parse(text: str) -> str | None:
    """The GUID in lower case with dashes, or None if the text is no GUID in any notation."""
    text = text.strip().lower()
    if text[:1] in _BRACKETS:
        if text[-1] != _BRACKETS[text[0]]:
            return None
        text = text[1:-1]
    elif _PLAIN.match(text):
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return text if DASHED.match(text) else None
