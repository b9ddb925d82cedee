# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a user writes with requests: is everybody in the rooms who should be, and nobody else?

rooms.py JOB
"""

from __future__ import annotations

import json
import os
import sys
import typing as t
from pathlib import Path

import requests

API = f"{os.environ['DOCSPACE_BASE_URL']}/api/2.0"
PAGE = 100


def pages(session: requests.Session, path: str, **query: str) -> t.Iterator[t.Any]:
    """All rows of a list."""
    start, total = 0, 1
    while start < total:
        part = {**query, "count": str(PAGE), "startIndex": str(start)}
        answer = session.get(f"{API}/{path}", params=part, timeout=60)
        answer.raise_for_status()
        found = answer.json()
        response = found["response"]
        total = found["total"] if isinstance(response, list) else response["total"]
        yield from response if isinstance(response, list) else response["folders"]
        start += PAGE


def main() -> None:
    """Compare the whole portal."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {os.environ['DOCSPACE_API_KEY']}"
        fields = "id,email,status,isOwner,isAdmin,groups.id"
        people = {row["id"] for row in pages(session, "people/filter", fields=fields)}
        groups = {row["id"] for row in pages(session, "group", fields="id,name")}
        order = {"sortBy": "AZ", "sortOrder": "ascending"}
        fields = "folders.id,folders.title,folders.security,total"
        rooms = [row["id"] for row in pages(session, "files/rooms", fields=fields, **order)]
        wrong = sorted({*job["rooms"]} ^ {str(room) for room in rooms})
        for room in rooms:
            fields = "access,isOwner,sharedToUser.id,sharedToGroup.id"
            levels = {}
            for row in pages(session, f"files/rooms/{room}/share", fields=fields):
                subject = (row.get("sharedToUser") or row["sharedToGroup"])["id"]
                if not row["isOwner"]:
                    levels[subject] = row["access"]
            if levels != job["rooms"].get(str(room)) or not levels.keys() <= people | groups:
                wrong.append(room)
        for room in job["linked"]:
            fields = "access,sharedLink.id,sharedLink.title,sharedLink.expirationDate"
            url = f"{API}/files/rooms/{room}/links"
            answer = session.get(url, params={"fields": fields}, timeout=60)
            answer.raise_for_status()
            if not answer.json()["response"]:
                wrong.append(room)
    if wrong:
        sys.exit(f"not as wanted: {wrong}")


main()
