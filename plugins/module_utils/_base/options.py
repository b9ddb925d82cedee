# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The edge: values that options hand over, refused where no request could make them right."""

from __future__ import annotations

from .errors import OptionError
from .texts import MAX_LENGTH, SURROGATES


def check_text(option: str, text: str, max_length: int = MAX_LENGTH) -> None:
    """Refuse what no request could carry.

    :raises OptionError: if a text is too long, or cannot be written as UTF-8.
    """
    if len(text) > max_length:
        raise OptionError(
            option, f"has {len(text)} characters, and what it may mean has at most {max_length}."
        )
    if SURROGATES.search(text):
        raise OptionError(
            option, "contains bytes that are no text; write it in UTF-8, without escapes."
        )


def check_not_blank(option: str, text: str | None, advice: str) -> None:
    """Refuse an option that is given without a content, such as a variable that is empty.

    :raises OptionError: with the advice, or because no request could carry the text.
    """
    if text is None:
        return
    check_text(option, text)
    if not text.strip():
        raise OptionError(option, f"is empty; {advice}")
