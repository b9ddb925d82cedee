# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The links of a room in the list that the role ``rooms`` takes: without what is secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .._base.moments import written
from .._base.texts import printable
from .._portal.model.room import LEVELS
from .._portal.model.room_link import RoomLink
from .export_texts import comment, may_be_given, value

_CLOSED = (
    'has a password, which is not written; set it for another portal: password: "{{ vault_... }}"'
)


def link_lines(links: Sequence[RoomLink]) -> Iterator[str]:
    """The links; what has ended is only named, as nothing could make it so again."""
    ordered = sorted(
        links,
        key=lambda link: (not link.primary, not link.is_external, link.title.casefold(), link.id),
    )
    titles = Counter(link.title for link in links if link.is_external)
    written_ones = [link for link in ordered if not link.is_expired]
    if written_ones:
        yield "    links:"
    for link in written_ones:
        yield from _link(link, is_clear=titles[link.title] == 1)
    for link in ordered:
        if link.is_expired:
            when = f" ({written(link.expires)})" if link.expires else ""
            yield f"    # ended{when}: the link {printable(link.title)}".rstrip()


def _link(link: RoomLink, is_clear: bool) -> Iterator[str]:
    has_title = may_be_given(link.title)
    properties = dict(_properties(link))
    if has_title:
        properties = {"title": value(link.title), **properties}
    if link.primary:
        properties["primary"] = "true"
    elif link.is_external and not (has_title and is_clear):
        properties = {"link_id": value(link.id), **properties}
    words = _CLOSED if link.password else ""
    first = True
    for option, text in properties.items():
        yield f"      {'-' if first else ' '} {option}: {text}{comment(words) if first else ''}"
        first = False


def _properties(link: RoomLink) -> Iterator[tuple[str, str]]:
    yield "type", link.type
    yield "level", LEVELS.get(link.level, str(link.level))
    if link.expires:
        yield "expires", value(written(link.expires))
    else:
        yield "allow_permanent", "true"
    if link.is_external:
        yield "deny_download", str(link.deny_download).lower()
        yield "internal", str(link.internal).lower()
    elif link.max_uses is not None:
        yield "max_use_count", str(link.max_uses)
