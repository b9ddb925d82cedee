# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How options name people: by id, e-mail address or user name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .edge import check_text
from .errors import OptionError
from .guids import parse_guid
from .texts import printable

#: In no address or user name: somebody wrote several people, a list or a mapping as one text.
_SEPARATORS = re.compile(r"[\s,;<>|\uff20]|^[\[{(\"']")
#: An address, or a user name with an @ in it: one @, and nothing that stands around addresses.
_ADDRESS = re.compile(r"[^\s,;<>|:@\\\"\[\](){}\uff20]+@[\w.-]*\w")

#: Technical accounts built into every portal: a removal that names one stops there and fails.
TECHNICAL_ACCOUNTS = frozenset(
    {
        "4a515a15-d4d6-4b8e-828e-e0586f18f3a3",
        "a37ee56e-3302-4a7b-b67e-ddbea64cd032",
        "e78f4c20-2f3b-4a9d-ad13-5f298bd5a3ba",
    }
)


@dataclass(frozen=True)
class Reference:
    """One entry of a list of people: ``kind`` is id, email or user_name.

    References are equal if they mean the same id, address or name, however it was written.
    """

    kind: str
    value: str
    #: As written, for requests and messages.
    text: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Tell what kind of reference a text is; it must not be blank."""
        text = text.strip()
        guid = parse_guid(text)
        if guid:
            return cls("id", guid, text)
        # An @ in front does not make an address: it may be a user name, such as "@self".
        return cls("email" if "@" in text[1:] else "user_name", text.lower(), text)


def parse_references(option: str, texts: Iterable[str]) -> tuple[Reference, ...]:
    """The people that an option names, each reference once.

    :raises OptionError: when an entry is no reference to one person, or means a technical account.
    """
    found: dict[Reference, None] = {}
    for position, text in enumerate(texts, start=1):
        found.setdefault(_parse(f"{option}, entry {position}", text))
    return _without_technical(option, tuple(found))


def parse_reference(option: str, text: str | None) -> Reference | None:
    """The person that an option names, None if it is left out.

    :raises OptionError: when it is no reference to one person, or means a technical account.
    """
    return None if text is None else _without_technical(option, (_parse(option, text),))[0]


def _parse(option: str, text: str) -> Reference:
    check_text(option, text)
    if not text.strip():
        raise OptionError(option, "is empty; give an id, an e-mail address or a user name.")
    reference = Reference.parse(text)
    is_name = reference.kind == "user_name" and not _SEPARATORS.search(reference.text)
    if reference.kind != "id" and not is_name and not _ADDRESS.fullmatch(reference.text):
        raise OptionError(
            option,
            f"'{printable(text)}' is no address, id or user name; name one person here.",
        )
    return reference


def _without_technical(option: str, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
    technical = sorted(each.value for each in found if each.value in TECHNICAL_ACCOUNTS)
    if technical:
        raise OptionError(
            option,
            f"{', '.join(technical)}: technical accounts of the portal itself; leave them out.",
        )
    return found
