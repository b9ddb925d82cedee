# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Which name was meant by one that nothing has: pure functions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from .._base.texts import listed, printable

#: So many names are worth suggesting.
_MAX_SUGGESTIONS = 3


def similar_names(name: str, names: Iterable[str]) -> list[str]:
    """Names that differ from one only in case, blanks or accents; if there are none, close ones."""
    by_folded: dict[str, list[str]] = {}
    for each in dict.fromkeys(names):
        by_folded.setdefault(_folded(each), []).append(each)
    folded = _folded(name)
    if folded in by_folded:
        return by_folded[folded][:_MAX_SUGGESTIONS]
    close = get_close_matches(folded, by_folded, _MAX_SUGGESTIONS, cutoff=0.75)
    return [each for key in close for each in by_folded[key]][:_MAX_SUGGESTIONS]


def suggestion(name: str, names: Iterable[str]) -> str:
    """A sentence that asks whether one of some names was meant; empty if none is close."""
    found = [f'"{printable(each)}"' for each in similar_names(name, names)]
    return f" Did you mean {listed(found, ' or ')}?" if found else ""


def _folded(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(letters.split())
