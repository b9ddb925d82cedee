# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Limits on what people and rooms may store, as options and the API have them."""

from __future__ import annotations

import re

from .errors import OptionError
from .texts import printable

#: What a quota is by these words, as it is sent.
NO_QUOTA, DEFAULT_QUOTA = -1, -2
_WORDS = {"none": NO_QUOTA, "default": DEFAULT_QUOTA}
#: More bytes than the portal can count are no quota.
_MAX_QUOTA = 2**63 - 1


def parse_quota(option: str, text: str | None) -> int | None:
    """A quota as it is sent; None if it is left out.

    :raises OptionError: if it is neither a number of bytes nor one of the words.
    """
    if text is None:
        return None
    word = text.strip().lower()
    if word in _WORDS:
        return _WORDS[word]
    if re.fullmatch("[0-9]{1,19}", word) and 0 < int(word) <= _MAX_QUOTA:
        return int(word)
    raise OptionError(
        option,
        f"'{printable(text)}' is neither a number of bytes greater than 0, nor none or default.",
    )


def quota_text(quota: int) -> str:
    """A quota as an option has it."""
    return {NO_QUOTA: "none", DEFAULT_QUOTA: "default"}.get(quota, str(quota))
