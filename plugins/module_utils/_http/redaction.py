# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Taking a secret out of words that somebody else wrote."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote

#: A secret is recognised by this many characters of it, so that no longer piece is ever shown.
PIECE = 8
_MASK = "***"


def redact(secret: str, text: str) -> str:
    """A text in which each piece of a secret is replaced, however it is written."""
    hidden = [False] * len(text)
    for piece in set(_pieces(secret)):
        at = text.find(piece)
        while at >= 0:
            hidden[at : at + len(piece)] = [True] * len(piece)
            at = text.find(piece, at + 1)
    shown = []
    for at, char in enumerate(text):
        if not hidden[at]:
            shown.append(char)
        elif at == 0 or not hidden[at - 1]:
            shown.append(_MASK)
    return "".join(shown)


def _pieces(secret: str) -> Iterator[str]:
    for form in _notations(secret):
        for at in range(max(1, len(form) - PIECE + 1)):
            yield form[at : at + PIECE]


def _notations(secret: str) -> Iterator[str]:
    yield secret
    yield quote(secret, safe="")
    yield secret.encode().hex()
    for before in range(3):  # base64 depends on how much stands in front, here without the ends
        coded = b64encode(b"." * before + secret.encode()).decode()[4:-4]
        if len(coded) >= PIECE:
            yield coded
