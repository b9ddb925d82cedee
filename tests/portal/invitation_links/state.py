# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The links by which people join a portal."""

from __future__ import annotations

import collections.abc as c
import typing as t

from ..journal import Entry, Journal, by_id
from .records import InvitationLink, link_entry, link_from


class InvitationLinks:
    """All links; there is at most one for each type of people."""

    name = "invitation_links"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = {link.id: link for link in map(link_from, entries)}

    def __iter__(self) -> c.Iterator[InvitationLink]:
        return iter(self._records.values())

    def get(self, link_id: str) -> InvitationLink | None:
        """The link with this id, or None."""
        return self._records.get(link_id)

    def of_type(self, kind: str) -> InvitationLink | None:
        """The link for people of a type, or None."""
        return next((link for link in self if link.type == kind), None)

    def add(self, kind: str, **limits: t.Any) -> InvitationLink:
        """Make a link."""
        link = InvitationLink(self._journal.new_id(), kind, **limits)
        self._journal.changing(self, link.id)
        self._records[link.id] = link
        return link

    def change(self, link: InvitationLink, **values: t.Any) -> None:
        """Change a link."""
        self._journal.changing(self, link.id)
        for name, value in values.items():
            setattr(link, name, value)

    def delete(self, link: InvitationLink) -> None:
        """Remove a link."""
        self._journal.changing(self, link.id)
        del self._records[link.id]

    def entry(self, id: str) -> Entry | None:
        """A link as a state file holds it, None if it is not there."""
        link = self.get(id)
        return link_entry(link) if link else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All links as a state file holds them; those of `before` as they stand there."""
        return by_id({link.id: link_entry(link) for link in self} | before)
