# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Words of others in our messages: without secrets, on one line, cut."""

from __future__ import annotations

import re
from typing import Any

from .connection import Connection
from .redaction import redact

#: What surrounds OpenSSL's words: a constant, and a line of its source.
_OF_OPENSSL = re.compile(r"^\[[^]]*\] | \(_ssl\.c:\d+\)$")
#: In an address, what stands in front of the host.
_CREDENTIALS = re.compile(r"\S+@")
#: Longest quotation of a server's own words, in characters, and how many of them are looked at.
MAX_QUOTATION = 200
_MAX_READ = 10 * MAX_QUOTATION


def quoted(content: Any, connection: Connection) -> str:
    """The server's own words, if it has any.

    They are for people only. The portal translates them to the key owner's language, so no
    decision may rest on them; what stands beside them, such as a stack trace, is never shown.
    """
    if isinstance(content, dict):
        error = content.get("error")
        content = error.get("message") if isinstance(error, dict) else None
    if not isinstance(content, str) or not content.strip():
        return ""
    return f': "{quotable(content, connection)}"'


def quotable(text: str, connection: Connection) -> str:
    """Words from elsewhere: without the key and other secrets, on one line, cut."""
    text = text[:_MAX_READ]
    for secret in (connection.credential, *connection.secrets):
        text = redact(secret, text)
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\ufffd" for char in line)[:MAX_QUOTATION]


def chain(error: BaseException) -> list[BaseException]:
    """An exception and those wrapped in it, the innermost last."""
    reasons: list[BaseException] = []
    found: BaseException | None = error
    while isinstance(found, BaseException) and found not in reasons:
        reasons.append(found)
        inner = [arg for arg in (*found.args, getattr(found, "reason", None)) if arg is not None]
        found = next(
            (arg for arg in inner if isinstance(arg, BaseException)),
            found.__cause__ or found.__context__,
        )
    return reasons


def cause(error: BaseException, connection: Connection) -> str:
    """The innermost reason of a chain of wrapped exceptions, in a few words."""
    # It may repeat the address of a proxy.
    words = _CREDENTIALS.sub("***@", _words(chain(error)))
    return quotable(words, connection) or "no reason given"


def _words(reasons: list[BaseException]) -> str:
    for reason in reversed(reasons):
        text = getattr(reason, "verify_message", "") or getattr(reason, "strerror", None)
        if isinstance(text, str) and text:
            return _OF_OPENSSL.sub("", text).rstrip(".")
    # Without one, the words behind the last colon: those before it repeat classes and addresses.
    return re.split(r">?: ", str(reasons[-1]))[-1].strip("()'\" .,")
