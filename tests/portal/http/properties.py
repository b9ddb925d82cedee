# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the server writes the properties of objects."""

from __future__ import annotations

import datetime
import html
import typing as t

View = dict[str, t.Any]

_ENCODED = {code: f"&#{code};" for code in range(160, 256)}


def given(**values: t.Any) -> View:
    """Properties without those that are null, which the server leaves out."""
    return {name: value for name, value in values.items() if value is not None}


def moment(when: datetime.datetime) -> str:
    """A point of time."""
    zone = f"{when:%z}"
    offset = f"{zone[:3]}:{zone[3:]}" if zone.strip("+0") else "Z"
    return f"{when:%Y-%m-%dT%H:%M:%S}.{when.microsecond:06}0{offset}"


def encoded(text: str) -> str:
    """A text as it stands in a web page; some properties are written so."""
    return html.escape(text).replace("&#x27;", "&#39;").translate(_ENCODED)
