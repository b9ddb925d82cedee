# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Moments, to the second: the same one may be written in many ways and zones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from .errors import OptionError
from .texts import printable

#: As ISO 8601 has them; parts of a second do not count.
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d)(?P<seconds>:\d\d)?(?:\.\d+)?"
    r" ?(?P<zone>[Zz]|[+-]\d\d:?\d\d)?",
    re.ASCII,
)

#: A day of the calendar.
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: Such as +30d, in the units below.
_SPAN = re.compile(r"\+ ?(?P<count>[0-9]{1,6}) ?(?P<unit>[hdwHDW])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
#: The last moment of all.
_LAST = datetime.max.replace(microsecond=0, tzinfo=timezone.utc)


def parse_span(text: str) -> timedelta | None:
    """A time from now on, such as +30d, +12h or +2w; None if it is none, or no time at all."""
    found = _SPAN.fullmatch(text.strip())
    return int(found["count"]) * _UNITS[found["unit"].lower()] or None if found else None


def check_moment(option: str, text: str, now: datetime) -> datetime:
    """Read a moment to come, which no zone but the one that is written can change.

    :raises OptionError: if it is none, has no zone, or is over.
    """
    moment = parse_zoned(option, text)
    if moment <= now:
        raise OptionError(option, f"'{printable(text)}' is over; give a moment to come.")
    return moment


def parse_past(option: str, text: str, now: datetime) -> datetime:
    """Read a moment that is over: with its zone, or a time before now, such as ``-7d``.

    :raises OptionError: if it is neither, or is to come.
    """
    stripped = text.strip()
    span = parse_span(f"+{stripped[1:]}") if stripped.startswith("-") else None
    try:
        moment = parse_zoned(option, text, "-7d or ") if span is None else now - span
    except OverflowError:
        raise OptionError(option, f"'{printable(text)}' is before the calendar begins.") from None
    if moment > now:
        raise OptionError(option, f"'{printable(text)}' is to come; give a moment that is over.")
    return moment


def parse_end(option: str, text: str) -> datetime:
    """Read when something ends, which may be over: a moment with its zone, or a whole day in UTC.

    :raises OptionError: if it is neither.
    """
    day = text.strip()
    if not _DAY.fullmatch(day):
        return parse_zoned(option, text, "2030-12-31 or ")
    try:
        start = datetime.strptime(f"{day} +0000", "%Y-%m-%d %z")
    except ValueError:
        raise OptionError(option, f"'{printable(text)}' is no day of the calendar.") from None
    # Behind the last day of all is no other.
    return min(start, _LAST - timedelta(days=1)) + timedelta(days=1)


def check_length(option: str, text: str | None) -> timedelta | None:
    """Read a length of time such as ``14d``, which may be left out.

    :raises OptionError: if it is none.
    """
    if text is None:
        return None
    length = None if text.strip().startswith("+") else parse_span(f"+{text.strip()}")
    if length is None:
        raise OptionError(
            option, f"'{printable(text)}' is no length of time such as 14d, 48h or 2w."
        )
    return length


def parse_zoned(option: str, text: str, also: str = "") -> datetime:
    """Read a moment, which may be over, and which no zone but the one that is written can change.

    :param also: what may be written as well, in a message.
    :raises OptionError: if it is none, or has no zone.
    """
    found = _MOMENT.fullmatch(text.strip())
    moment = parse_moment(text)
    if not found or not moment:
        raise OptionError(
            option,
            f"'{printable(text)}' is no moment such as {also}2030-12-31T23:59:00Z; give a date, a"
            " time and a zone.",
        )
    if not found["zone"]:
        raise OptionError(
            option,
            f"'{printable(text)}' has no zone; add Z for UTC, or an offset such as +02:00.",
        )
    return moment


def parse_moment(text: str) -> datetime | None:
    """A moment as a portal writes it, in UTC unless it says another zone; None if it is none."""
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    zone = (found["zone"] or "Z").upper().replace("Z", "+0000").replace(":", "")
    try:
        moment = datetime.strptime(
            f"{found['day']} {found['time']}{found['seconds'] or ':00'} {zone}",
            "%Y-%m-%d %H:%M:%S %z",
        )
        return moment.astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


def written(moment: datetime) -> str:
    """A moment in UTC, as portals and people read it."""
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def in_utc(text: str) -> str | None:
    """A moment of a portal in UTC; None if it is none."""
    moment = parse_moment(text)
    return written(moment) if moment else None
