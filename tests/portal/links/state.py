# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The links of a portal to its rooms, folders and files."""

from __future__ import annotations

import collections.abc as c
import typing as t

from ..journal import Entry, Journal
from .records import Link, link_entry, link_from


class Links:
    """All links, found by what they lead to; the same id can lead to several things."""

    name = "links"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = {_key(link): link for link in map(link_from, entries)}

    def of(self, holder: str) -> list[Link]:
        """The links to something, in the order in which they were made."""
        return [link for link in self._records.values() if link.holder == holder]

    def find(self, holder: str, link_id: str) -> Link | None:
        """The link to something with this id, or None."""
        return self._records.get(f"{holder} {link_id}")

    def primary(self, holder: str) -> Link | None:
        """The primary link to something, or None."""
        return next((link for link in self.of(holder) if link.is_primary), None)

    def by_token(self, token: str) -> Link | None:
        """The first link that this stands for, or None."""
        return next((link for link in self._records.values() if link.token == token), None)

    def visited(self, holder: str, person_id: str) -> list[Link]:
        """The external links to something that somebody followed."""
        return [link for link in self.of(holder) if person_id in link.visitors]

    def new_id(self) -> str:
        """An id for a link that a client did not name."""
        return self._journal.new_id()

    def add(self, link: Link) -> Link:
        """Make a link."""
        self._journal.changing(self, _key(link))
        self._records[_key(link)] = link
        return link

    def change(self, link: Link, **values: t.Any) -> None:
        """Change a link."""
        self._journal.changing(self, _key(link))
        for name, value in values.items():
            setattr(link, name, value)

    def visit(self, link: Link, person_id: str) -> None:
        """Note that somebody followed an external link with their account."""
        if person_id not in link.visitors:
            self.change(link, visitors=[*link.visitors, person_id])

    def delete(self, link: Link) -> None:
        """Remove a link."""
        self._journal.changing(self, _key(link))
        del self._records[_key(link)]

    def delete_all(self, holders: c.Container[str]) -> None:
        """Remove the links to what is deleted."""
        for link in list(self._records.values()):
            if link.holder in holders:
                self.delete(link)

    def entry(self, id: str) -> Entry | None:
        """A link as a state file holds it, None if it is not there."""
        return link_entry(self._records[id]) if id in self._records else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All links as a state file holds them; those of `before` as they stand there."""
        entries = {key: link_entry(link) for key, link in self._records.items()} | before
        return [entries[key] for key in sorted(entries) if entries[key]]


def _key(link: Link) -> str:
    return f"{link.holder} {link.id}"
