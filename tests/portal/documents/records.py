# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of a document: a file or a folder.

A state file has them as `documents`, each like this; `parent` is the number of a room or folder,
and left out at the top of somebody's own documents:

    {"kind": "folder", "id": 9, "title": "Drafts", "maker": "b0...",
     "shares": [{"user": "c0...", "access": 2}]}
"""

from __future__ import annotations

import dataclasses

from ..journal import Entry

FOLDER, FILE = "folder", "file"
#: The parent of what stands at the top of somebody's own documents.
MINE = 0

#: The sections of documents: the type of their folder and the title.
MINE_ROOT, SHARED_ROOT = (5, "My documents"), (6, "Shared with me")
#: The number of the section of what others share; everybody's own has one of its own.
SHARED = 2_000_002

READ_WRITE, READ, RESTRICT = 1, 2, 3


@dataclasses.dataclass
class Grant:
    """What somebody may do with a document of another, and who said so."""

    access: int
    giver: str


@dataclasses.dataclass
class Document:
    """A file or a folder, in a room or among the own documents of its maker."""

    kind: str
    id: int
    title: str
    parent: int
    maker: str
    #: Who changed it last.
    editor: str
    #: Of a file: its length in bytes.
    size: int = 0
    grants: dict[str, Grant] = dataclasses.field(default_factory=dict)
    #: Grows with each change of any document; a state file has them in its order.
    changed: int = 0

    @property
    def key(self) -> str:
        """Files and folders are counted apart."""
        return f"{self.kind} {self.id}"


def document_from(entry: Entry) -> Document:
    """A document of a state file."""
    maker = entry["maker"].lower()
    grants = {grant["user"].lower(): grant for grant in entry.get("shares", ())}
    return Document(
        kind=entry["kind"],
        id=entry["id"],
        title=entry["title"],
        parent=entry.get("parent", MINE),
        maker=maker,
        editor=entry.get("editor", maker),
        size=entry.get("size", 0),
        grants={id: Grant(g["access"], g.get("giver", maker)) for id, g in grants.items()},
    )


def document_entry(document: Document) -> Entry:
    """A document as a state file holds it."""
    entry: Entry = {
        "kind": document.kind,
        "id": document.id,
        "title": document.title,
        "parent": document.parent,
        "maker": document.maker,
    }
    # Only where there is something to say.
    if document.editor != document.maker:
        entry["editor"] = document.editor
    if document.size:
        entry["size"] = document.size
    if document.grants:
        entry["shares"] = [
            {"user": id, **dataclasses.asdict(grant)} for id, grant in document.grants.items()
        ]
    return entry
