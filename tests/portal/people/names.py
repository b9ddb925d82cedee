# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which names the server accepts."""

from __future__ import annotations

import unicodedata

from ..http import failures

_SIGNS = "' -"


def demand_names(first_name: str | None, last_name: str | None) -> None:
    """Refuse names with anything but letters, their marks, blanks, apostrophes and hyphens."""
    if first_name is None:
        raise failures.null_argument("input")
    if not (first_name and _is_name(first_name) and _is_name(last_name or "")):
        raise failures.bad_argument("Incorrect firstname or lastname")


def _is_name(text: str) -> bool:
    # What lies beyond the Basic Multilingual Plane the server takes for two signs, none a letter.
    return all(
        sign in _SIGNS or (unicodedata.category(sign)[0] in "LM" and sign <= "\uffff")
        for sign in text
    )
