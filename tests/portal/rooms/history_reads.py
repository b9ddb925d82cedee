# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The call that reads the history of a room, or of a folder in one."""

from __future__ import annotations

import datetime

from .. import background, room_views
from ..call import Call
from ..documents.rules import Rules as DocumentRules
from ..http import failures
from ..http.envelope import Page
from ..http.failures import Invalid
from ..http.paging import Paging
from . import history
from .records import ACTIVE_ROOT, FILL_FORMS, FORMS, Event, Room


def read_log(call: Call) -> Page:
    """GET files/folder/{id}/log"""
    page = Paging.of(call.query)
    since, until = _moment(call, "fromDate"), _moment(call, "toDate")
    number = int(call.path["id"])
    if number == ACTIVE_ROOT[0]:
        return Page([], 0, 0)
    if page.start < 0:
        raise failures.bad_query(str(page.start))
    room, folder = _room(call, number)
    found = [] if _fills_forms(call, room) else _events(room, folder, since, until)
    # What is counted are the events, also of rows that carry others.
    events = page.cut(found)
    rows = history.merged([room_views.event(call.world, room, event) for event in events])
    return Page(rows, len(found), len(events))


def _room(call: Call, number: int) -> tuple[Room, int]:
    """The room, and the folder in it that is meant."""
    folder = call.world.documents.folder(number)
    found = call.world.rooms.find(DocumentRules(call.world.documents).room_of(number))
    if found is None:
        raise failures.not_found("The required folder was not found")
    rules = background.room_rules(call.world, call.caller)
    if rules.access.level(found, call.caller) is None:
        raise failures.access_denied()
    return found, folder.id if folder else 0


def _fills_forms(call: Call, room: Room) -> bool:
    """Who only fills forms sees nothing of what others do."""
    rules = background.room_rules(call.world, call.caller)
    return room.type == FORMS and rules.access.level(room, call.caller) == FILL_FORMS


def _events(
    room: Room,
    folder: int,
    since: datetime.datetime | None,
    until: datetime.datetime | None,
) -> list[Event]:
    found = []
    for event in sorted(room.events, key=lambda event: -event.number):
        when = datetime.datetime.fromisoformat(event.date[:26] + "+00:00")
        in_time = (since is None or when >= since) and (until is None or when <= until)
        of_folder = event.action.startswith("Folder") and event.data["id"] == folder
        if in_time and (of_folder or not folder):
            found.append(event)
    if any((event.data.get("lifetime") or {}).get("value") == 0 for event in found):
        message = "The input string '' was not in a correct format."
        raise failures.bad_format(message, "System.FormatException")
    return found


def _moment(call: Call, name: str) -> datetime.datetime | None:
    """A moment in the query: it needs a zone."""
    sent = call.query.text(name)
    if not sent:
        return None
    try:
        when = datetime.datetime.fromisoformat(sent.replace("Z", "+00:00"))
    except ValueError:
        when = None
    if when is None or when.tzinfo is None:
        raise Invalid(name, "The input was not valid.")
    return when
