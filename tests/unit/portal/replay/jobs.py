# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes on after the answer, and how to see that it is over."""

from __future__ import annotations

import collections.abc as c
import re
import typing as t

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.exchange import Request

Done = c.Callable[[t.Any], bool]

_API = "/api/2.0"
_JOB = re.compile(rf"{_API}/people/(type|reassign|remove)(/start)?")
_ROOM = re.compile(rf"({_API}/files/rooms/\d+)(/archive|/unarchive)?")
_ROOMS, _ARCHIVE = 14, 20


def is_over(response: t.Any) -> bool:
    """Whether what is asked about, a job or a list of operations, is over."""
    if isinstance(response, list):
        return all(operation.get("finished", True) for operation in response)
    return not isinstance(response, dict) or bool(response.get("isCompleted", True))


def to_wait_for(started_by: Request, key: str) -> c.Iterator[tuple[Request, Done, float]]:
    """What to ask, until what is seen, for at most how many seconds, with a key of this name."""

    def ask(path: str, query: str = "") -> Request:
        return Request("GET", path, query, {"Authorization": f"Bearer <{key}>"})

    job = _JOB.fullmatch(started_by.path)
    if job:
        person = started_by.body.get("userId") or started_by.body.get("fromUserId")
        yield ask(f"{_API}/people/{job[1]}/progress/{person}"), is_over, 60
        return
    yield ask(f"{_API}/files/fileops"), lambda response: not response, 60
    room = _ROOM.fullmatch(started_by.path)
    if not room:
        return
    # No operation is listed shortly before the last step is written.
    place = {"/archive": _ARCHIVE, "/unarchive": _ROOMS}.get(room[2] or "")
    if place or started_by.method == "DELETE":
        arrived = ask(room[1], "fields=rootFolderType")
        yield arrived, lambda response: _is_in(response, place), 3 if place else 1


def _is_in(response: t.Any, place: int | None) -> bool:
    return isinstance(response, dict) and response.get("rootFolderType") == place
