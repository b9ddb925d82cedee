# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal whose rooms have folders and files with links."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    OLGA,
    PASSWORD,
    PLANS,
    ROSA,
    portal_with_rooms,
    state_with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

ITEM_LINK = "71000000-0000-4000-8000-0000000001{:02}"
ROSAS = "room admin key"
#: Folders and files are numbered apart.
DRAFTS, OLD, PAPER, NUMBERS = 201, 202, 201, 301


@contextmanager
def portal_with_items(*more: tuple[str, int, str, int, str], **changes: Any) -> Iterator[Site]:
    """Rosa's room has a shared folder, and an open file deep inside; Olga's has an internal one."""
    links: list[tuple[int, str, str, str, dict[str, Any]]] = [
        (1, f"folder {DRAFTS}", "Drafts for you", ROSA, {"password": PASSWORD}),
        (2, f"file {PAPER}", "Read this", ROSA, {}),
        (3, f"file {NUMBERS}", "For us", OLGA, {"is_internal": True}),
    ]
    documents = [
        ("folder", DRAFTS, "Drafts", PLANS, ROSA),
        ("folder", OLD, "Old", DRAFTS, ROSA),
        ("file", PAPER, "Paper.txt", OLD, ROSA),
        ("file", NUMBERS, "Numbers.txt", DATA_ROOM, OLGA),
        *more,
    ]
    state = {
        "documents": [
            {"kind": kind, "id": number, "title": title, "parent": parent, "maker": maker}
            for kind, number, title, parent, maker in documents
        ],
        "links": [
            *state_with_rooms()["links"],
            *(
                {"id": ITEM_LINK.format(number), "holder": holder, "title": title, "access": 2,
                 "maker": maker, "type": 1, **options}
                for number, holder, title, maker, options in links
            ),
        ],
        **changes,
    }  # fmt: skip
    with portal_with_rooms(**state) as site:
        yield site
