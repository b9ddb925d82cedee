# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is written of calls on rooms, keys and settings; the history of a room tells of the rest."""

from __future__ import annotations

import typing as t

from ..call import Call
from ..rooms.history import LEVELS
from ..rooms.records import ACCESS
from .writes import After, Watch, sent, size, write


def _set_room_quota(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        found = sent(call)
        rooms = filter(None, map(call.world.rooms.find, found.get("roomids") or []))
        titles = ",  ".join(room.title for room in rooms)
        write(call, 6049, [titles, size(found.get("quota"))])

    return after


def _made_key(call: Call) -> After:
    return lambda view: write(call, 6058, [_masked(view["key"])], view["id"])


def _of_key(number: int) -> Watch:
    def watch(call: Call) -> After:
        key = call.world.keys.find(call.path["id"])
        text = _masked(key.key) if key else ""
        return lambda done: write(call, number, [text], call.path["id"]) if done else None

    return watch


def _masked(key: str) -> str:
    return f"sk-***{key[-4:]}"


def _setting(number: int) -> Watch:
    return lambda call: lambda _answer: write(call, number)


def _quota_setting(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        if not sent(call).get("enablequota"):
            write(call, 6043)

    return after


def _deleted_tags(call: Call) -> After:
    def after(_answer: t.Any) -> None:
        write(call, 5077, [", ".join(sent(call).get("names") or [])])

    return after


def _added_tags(call: Call) -> After:
    """Tags that rooms did not have before are made; adding tags is written each time."""
    before = list(call.world.rooms.tags)
    room = call.world.rooms.find(int(call.path["id"]))
    events = len(room.events) if room else 0

    def after(_answer: t.Any) -> None:
        for tag in reversed(call.world.rooms.tags):
            if tag not in before:
                write(call, 5076, [tag])
        if room and call.path["id"] and len(room.events) == events and "names" in sent(call):
            values = [", ".join(sent(call)["names"])]
            call.world.audit.write(5078, call.caller.id, values, [str(room.id)], room.title)

    return after


def _set_link(call: Call) -> After:
    """What is done with links of which the history of the room says nothing."""
    room, found = call.world.rooms.find(int(call.path["id"])), sent(call)
    link_id = found.get("linkid")
    link = call.world.links.find(room.holder, str(link_id).lower()) if room else None
    is_new = link is None

    def after(_answer: t.Any) -> None:
        level = ACCESS.get(str(found.get("access")), found.get("access") or 0)
        if room is None or not level or link_id in room.shares:
            return
        written = call.world.audit.write
        about = ([str(room.id)], room.title)
        if link and link.is_external:
            written(5089, call.caller.id, [link.title, LEVELS.get(level, "")], *about)
        elif is_new and not found.get("linktype"):
            written(5086, call.caller.id, [LEVELS.get(level, "")], *about)

    return after


OTHERS: dict[tuple[str, str], Watch] = {
    ("files/rooms/roomquota", "PUT"): _set_room_quota,
    ("files/rooms/<int:id>/links", "PUT"): _set_link,
    ("files/rooms/<int:id>", "PUT"): _added_tags,
    ("files/rooms/<int:id>/tags", "PUT"): _added_tags,
    ("files/tags", "DELETE"): _deleted_tags,
    ("settings/security/password", "PUT"): _setting(6004),
    ("settings/invitationsettings", "PUT"): _setting(6093),
    ("settings/userquotasettings", "POST"): _quota_setting,
    ("files/settings/externalsharingsettings", "PUT"): _setting(5069),
    ("keys", "POST"): _made_key,
    ("keys/<guid:id>", "PUT"): _of_key(6059),
    ("keys/<guid:id>", "DELETE"): _of_key(6060),
}
