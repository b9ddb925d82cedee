# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The end of a link, as the server understands it."""

from __future__ import annotations

import datetime
import re

_LONGEST_YEARS = 10
_MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6})\d*)?)?)?"
    r"(?:(Z)|([+-])(\d\d):(\d\d))?"
)
_AMERICAN = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")


def parse(text: str) -> datetime.datetime | None:
    """A point of time, None if it cannot be read; without a zone it is UTC."""
    text = text.strip()
    american = _AMERICAN.fullmatch(text)
    if american:
        text = f"{american[3]}-{american[1]:0>2}-{american[2]:0>2}"
    found = _MOMENT.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    fraction = int((found[7] or "0").ljust(6, "0"))
    offset = datetime.timedelta(hours=int(found[10] or 0), minutes=int(found[11] or 0))
    zone = datetime.timezone(-offset if found[9] == "-" else offset)
    try:
        when = datetime.datetime(year, month, day, hour, minute, second, fraction, zone)
        return when.astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        return None


def now() -> datetime.datetime:
    """The time that goes by for links."""
    return datetime.datetime.now(datetime.timezone.utc)


def is_past(when: datetime.datetime) -> bool:
    """Whether a link with this end would have ended already."""
    return when <= now()


def is_far(when: datetime.datetime) -> bool:
    """Whether an end is later than the server allows."""
    today = now()
    year = today.year + _LONGEST_YEARS
    try:
        return when > today.replace(year=year)
    except ValueError:  # the 29th of February
        return when > today.replace(year=year, day=28)
