# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Lines of a review, and what they do to people, in results and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .._base.texts import printable
from .._plan.access_review_lines import Line, ReportIndex
from .._plan.review_effects import Difference

Row = dict[str, Any]


def line_row(line: Line, index: ReportIndex) -> Row:
    """A line in a result."""
    person, link = index.people.get(line.person, {}), index.link(line)
    return {
        "cause": line.cause,
        "level": line.level or None,
        "person": _person(line.person, person) if line.person else None,
        "group": _named(line.group, "name", index.groups.get(line.group)),
        "room": _named(line.room, "title", index.rooms.get(line.room, {}).get("title")),
        "link": _named(line.link, "title", link.get("title")),
    }


def line_words(line: Line, index: ReportIndex) -> str:
    """A line in a message or a table: who, and where."""
    row = line_row(line, index)
    person, group, room, link = (row[key] for key in ("person", "group", "room", "link"))
    words = [index.person_label(person["id"])] if person else []
    words += [f"group {group['name'] or group['id']}"] if group else []
    words += [f"link {link['title'] or link['id']}"] if link else []
    words += [f"room {room['title'] or room['id']}"] if room else []
    return f"{', '.join(words)} ({line.cause})"


def difference_row(change: Difference, index: ReportIndex) -> Row:
    """Somebody's access to a room before and after, in a result."""
    return {
        "person": _person(change.person, index.people.get(change.person, {})),
        "room": _named(change.room, "title", index.rooms.get(change.room, {}).get("title")),
        "before": change.before or None,
        "after": change.after or None,
        "by": index.why(change.cause) if change.cause else None,
    }


def difference_words(change: Difference, index: ReportIndex) -> str:
    """The same in words."""
    room = index.rooms.get(change.room, {}).get("title") or change.room
    levels = f"{change.before or 'not in'}, now {change.after or 'not in'}"
    return f"{index.person_label(change.person)} in {room} ({levels})"


def effects_diff(changes: Sequence[Difference], index: ReportIndex) -> list[dict[str, str]]:
    """Who gets into which rooms before and after, as far as that is not the same."""
    before, after = "", ""
    for each in changes:
        room = index.rooms.get(each.room, {}).get("title") or each.room
        label = printable(f"{index.person_label(each.person)} in {room}")
        before += f"{label}: {each.before or 'not in'}\n"
        after += f"{label}: {each.after or 'not in'}\n"
    header = f"who gets into which rooms ({len(changes):,} not as before)"
    headers = {"before_header": header, "after_header": header}
    return [{**headers, "before": before, "after": after}] if changes else []


def _person(person_id: str, person: Mapping[str, Any]) -> Row:
    return {
        "id": person_id,
        "display_name": person.get("display_name"),
        "email": person.get("email"),
    }


def _named(key: str, word: str, name: str | None) -> Row | None:
    return {"id": key, word: name} if key else None
