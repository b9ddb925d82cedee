# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The documents of a portal."""

from __future__ import annotations

import collections.abc as c
import itertools
import typing as t

from ..journal import Entry, Journal
from .records import FILE, FOLDER, MINE, Document, Grant, document_entry, document_from


class Documents:
    """All files and folders, in rooms and among people's own."""

    name = "documents"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = {each.key: each for each in map(document_from, entries)}
        self._looked: set[str] = set()
        self._changes = itertools.count(1)
        #: The numbers of the folders that hold somebody's own; made when they are looked at.
        self._own: dict[str, int] = {}
        for each in self:
            if each.kind == FOLDER:
                journal.number_taken(each.id)

    def __iter__(self) -> c.Iterator[Document]:
        return iter(self._records.values())

    def folder(self, number: int) -> Document | None:
        """The folder with this number, or None."""
        return self._records.get(f"{FOLDER} {number}")

    def file(self, number: int) -> Document | None:
        """The file with this number, or None."""
        return self._records.get(f"{FILE} {number}")

    def own(self, person_id: str) -> int:
        """The number of the folder that holds somebody's own documents."""
        if person_id not in self._own:
            self._own[person_id] = self._journal.new_number()
        return self._own[person_id]

    def owner_of(self, number: int) -> str | None:
        """Whose own documents have this number."""
        return next((id for id, own in self._own.items() if own == number), None)

    def inside(self, parent: int, maker: str = "") -> list[Document]:
        """What stands directly in a folder or room; at the top, what is of this maker."""
        found = (each for each in self if each.parent == parent)
        return [each for each in found if parent != MINE or each.maker == maker]

    def below(self, parent: int, maker: str = "") -> list[Document]:
        """All that stands in a folder or room, at any depth."""
        found = self.inside(parent, maker)
        return found + [d for each in found if each.kind == FOLDER for d in self.below(each.id)]

    def shared_with(self, person_id: str) -> list[Document]:
        """What others share with somebody."""
        return [each for each in self if person_id in each.grants]

    def shares_any(self, person_id: str) -> bool:
        """Whether somebody shares any document of their own."""
        return any(each.grants for each in self.below(MINE, person_id))

    def look(self, person_id: str) -> bool:
        """Note that somebody looks at what others share; whether they did so before."""
        before = person_id in self._looked
        self._looked.add(person_id)
        return before

    def add_folder(self, title: str, parent: int, maker: str) -> Document:
        """Make a folder."""
        number = self._journal.new_number()
        return self._add(Document(FOLDER, number, title, parent, maker, maker))

    def add_file(self, title: str, parent: int, maker: str, size: int) -> Document:
        """Make a file."""
        number = 1 + max((each.id for each in self if each.kind == FILE), default=0)
        return self._add(Document(FILE, number, title, parent, maker, maker, size))

    def share(self, document: Document, person_id: str, grant: Grant | None) -> None:
        """Share a document with somebody, or end that."""
        self._journal.changing(self, document.key)
        document.changed = next(self._changes)
        document.grants.pop(person_id, None)
        if grant:
            document.grants[person_id] = grant

    def rename(self, document: Document, title: str) -> None:
        """Give a document another title."""
        self._journal.changing(self, document.key)
        document.changed = next(self._changes)
        document.title = title

    def copy_into(self, parent: int, new_parent: int, maker: str) -> None:
        """Make the folders of one place again in another."""
        for each in self.inside(parent):
            if each.kind == FOLDER:
                made = self.add_folder(each.title, new_parent, maker)
                self.copy_into(each.id, made.id, maker)

    def order(self, document: Document) -> str:
        """The number of a document among those beside it: files come first."""
        beside = sorted(self.inside(document.parent), key=lambda d: (d.kind == FOLDER, d.id))
        parent = self.folder(document.parent)
        above = f"{self.order(parent)}." if parent else ""
        return f"{above}{beside.index(document) + 1}"

    def give(self, document: Document, maker: str, editor: str, parent: int) -> None:
        """Make somebody the maker of a document, which may be put elsewhere."""
        self._journal.changing(self, document.key)
        document.changed = next(self._changes)
        document.maker, document.editor, document.parent = maker, editor, parent

    def delete(self, document: Document) -> None:
        """Remove a document."""
        self._journal.changing(self, document.key)
        del self._records[document.key]

    def entry(self, id: str) -> Entry | None:
        """A document as a state file holds it, None if it is not there."""
        return document_entry(self._records[id]) if id in self._records else None

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All documents as a state file holds them; those of `before` as they stand there."""
        entries = {each.key: document_entry(each) for each in self} | before
        there = [entry for entry in entries.values() if entry]
        return sorted(there, key=lambda entry: (entry["kind"], entry["id"]))

    def _add(self, document: Document) -> Document:
        self._journal.changing(self, document.key)
        document.changed = next(self._changes)
        self._records[document.key] = document
        return document
