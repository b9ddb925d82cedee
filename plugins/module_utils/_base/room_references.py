# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How options name rooms: by id, a number, or by the exact title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .edge import check_text
from .errors import OptionError
from .texts import printable

#: Ids are numbers without leading zeros, so a room whose title is one can only be named by its id.
_ID = re.compile("0|[1-9][0-9]{0,9}")
#: What a portal replaces by an underscore in titles.
FORBIDDEN = re.compile(r'[*:"<>?|/\\]')
#: The longest title, in characters.
MAX_TITLE = 170


def parse_room_id(text: str) -> str | None:
    """The id of a room, as it is written everywhere; None for a title."""
    text = text.strip()
    return text if _ID.fullmatch(text) else None


def check_title(option: str, text: str) -> str:
    """A title as the portal keeps it.

    :raises OptionError: if the portal would change it, with what it would become.
    """
    check_text(option, text)
    title = text.strip()
    if not title:
        raise OptionError(option, "is empty; give a title.")
    if FORBIDDEN.search(title):
        would_be = FORBIDDEN.sub("_", title)
        raise OptionError(
            option,
            f"'{printable(title)}' has characters that no room has in its title; the portal would"
            f" make it '{printable(would_be)}'. Write that, or another title.",
        )
    if len(title) > MAX_TITLE:
        raise OptionError(option, f"has {len(title)} characters, and titles at most {MAX_TITLE}.")
    return title


def check_room_reference(option: str, text: str) -> str:
    """An id or a title that may be a room's.

    :raises OptionError: if no room can be called so.
    """
    return parse_room_id(text) or check_title(option, text)


def check_room_references(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Ids and titles that may be rooms', each once.

    :raises OptionError: naming an entry that no room can be called.
    """
    places = enumerate(texts, start=1)
    found = [check_room_reference(f"{option}, entry {place}", text) for place, text in places]
    return tuple(dict.fromkeys(found))
