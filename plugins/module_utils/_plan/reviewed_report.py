# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A report about which people decided, read back from a file that somebody may have edited."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .._base.errors import OptionError
from .._base.moments import parse_moment
from .._base.texts import printable
from .access_report_facts import REPORT, VERSION
from .access_review_lines import Line, ReportIndex

#: What must be texts.
_OF_PEOPLE = ("id", "display_name", "email", "type", "status")
_OF_LINKS = ("id", "title", "level", "readers")


class ReviewedReport:
    """A report, what in it can be taken away, and when it was made.

    :param option: names the file in messages.
    :param portal: the address that the report must be of.
    :raises OptionError: if it is no report, or none that a review can be made of.
    """

    def __init__(self, option: str, data: bytes, portal: str) -> None:
        report = _parsed(option, data)
        if report["version"] != VERSION:
            raise OptionError(
                option,
                f"has the version {printable(str(report['version']))}, and this module reads"
                f" {VERSION}; make the report again.",
            )
        try:
            self.taken_at = _moment(report["taken_at"])
            _check_texts(report)
            self.index = ReportIndex(report)
            self.lines: Sequence[Line] = self.index.lines()
            is_redacted, address = report["scope"]["redacted"], str(report["portal"])
        except (LookupError, TypeError, AttributeError, ValueError):
            raise OptionError(
                option, "is a report in which something is missing; make the report again."
            ) from None
        if is_redacted is not False:
            raise OptionError(
                option,
                "is redacted, so that nobody in it can be found; give the report without redact.",
            )
        if address != portal:
            raise OptionError(
                option, f"is of {printable(address)}, and not of {portal}; give another report."
            )


def _parsed(option: str, data: bytes) -> dict[str, Any]:
    try:
        report = json.loads(data.decode("utf-8"))
        is_report = report["report"] == REPORT and "version" in report
    except (ValueError, LookupError, TypeError, RecursionError):
        is_report = False
    if not is_report:
        raise OptionError(
            option, "is no JSON that the module access_report has written; give another file."
        )
    found: dict[str, Any] = report
    return found


def _check_texts(report: Mapping[str, Any]) -> None:
    """:raises LookupError, TypeError: if what is shown of a report is no text."""
    rooms = report["rooms"]
    entered = [row for room in rooms for row in room["access"]]
    rows = [
        *((person, _OF_PEOPLE) for person in report["people"]),
        *((group, ("id", "name")) for group in report["groups"]),
        *((room, ("id", "title")) for room in rooms),
        *((row, ("person", "level")) for row in entered),
        *((cause, ("cause", "level")) for row in entered for cause in row["causes"]),
        *((row, ("person", "level")) for room in rooms for row in room["inactive"]),
        *((row, ("group", "level")) for room in rooms for row in room["groups"]),
        *((link, _OF_LINKS) for room in rooms for link in room.get("links") or ()),
    ]
    for row, keys in rows:
        if not all(isinstance(row[key], str) for key in keys):
            raise TypeError


def _moment(text: str) -> datetime:
    moment = parse_moment(text)
    if not moment:
        raise ValueError
    return moment
