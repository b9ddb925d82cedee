# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The server's rules for people's own documents, and for what is made in rooms."""

from __future__ import annotations

import dataclasses

from .records import FOLDER, MINE, RESTRICT, Document
from .state import Documents


@dataclasses.dataclass(frozen=True)
class Rules:
    """What becomes of documents when others get what is somebody's."""

    documents: Documents

    def hand_over(self, person_id: str, name: str, successor_id: str) -> None:
        """Give to another what somebody made in rooms, and their own that they share."""
        for each in list(self.documents):
            if each.maker == person_id and not self._is_own(each):
                # In rooms it stays to be seen who changed something last.
                self.documents.give(each, successor_id, each.editor, each.parent)
        shared = [each for each in self.documents.below(MINE, person_id) if each.grants]
        if not shared:
            return
        title = f"Documents of user {name}"
        into = self.documents.add_folder(title, MINE, successor_id)
        for each in shared:
            self.documents.give(each, successor_id, successor_id, into.id)
            for inner in self.documents.below(each.id) if each.kind == FOLDER else ():
                self.documents.give(inner, successor_id, successor_id, inner.parent)

    def forget(self, person_id: str) -> None:
        """Remove what somebody who was deleted has left, and what others share with them."""
        for each in self.documents.below(MINE, person_id):
            self.documents.delete(each)
        for each in self.documents.shared_with(person_id):
            self.documents.share(each, person_id, None)

    def access(self, document: Document, person_id: str) -> int | None:
        """What somebody may do with a document that is not in a room, None if nothing."""
        if document.maker == person_id:
            return 0
        grant = document.grants.get(person_id)
        if grant:
            return None if grant.access == RESTRICT else grant.access
        parent = self.documents.folder(document.parent)
        return self.access(parent, person_id) if parent else None

    def room_of(self, number: int) -> int:
        """The room in which a folder is, or the room itself; 0 for what is somebody's own."""
        folder = self.documents.folder(number)
        return self.room_of(folder.parent) if folder else number

    def _is_own(self, document: Document) -> bool:
        return self.room_of(document.parent) == MINE
