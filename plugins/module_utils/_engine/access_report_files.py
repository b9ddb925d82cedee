# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Files of reports on access: an earlier one that is read, and those that are written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from .._base.errors import OptionError
from .._base.files import read_file, read_given, replace_file
from .._base.texts import printable
from .._plan.access_report_facts import REPORT, VERSION
from .._plan.access_report_previous import PreviousReport
from .access_report_reads import ReportRead

#: What to do about an earlier report that cannot be taken.
ANOTHER = "give the JSON file of an earlier report of this portal, or leave it out"
#: What the files are called in a folder.
NAME = "access_report"
#: Half a character beyond U+FFFF, which is no text, and is in no file of this module. Behind one
#: more backslash, it is a text that looks like it.
_HALF = re.compile(rb"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")
#: How JSON of this collection begins, up to the portal that it is about.
_HEAD = re.compile(
    rf'\{{\s*"report": "{re.escape(REPORT)}",\s*"version": \d+,\s*"portal": "(?P<portal>[^"\\]*)"'
)
#: Behind so many bytes nothing of the head stands.
_HEAD_SIZE = 10_000


def read_previous(path: str, portal: str) -> PreviousReport:
    """An earlier report.

    :param portal: the address of the one that it must be about.
    :raises OptionError: if it cannot be compared with another one.
    """
    name = printable(path)
    content = read_given("previous", path, ANOTHER)
    previous = _parsed(content)
    if not previous:
        raise OptionError("previous", f"{name} is no report of this module; {ANOTHER}.")
    if previous.portal != portal:
        other = printable(previous.portal)
        raise OptionError("previous", f"{name} is a report of {other}; {ANOTHER}.")
    if previous.redacted:
        raise OptionError("previous", f"{name} was made with redact; {ANOTHER}.")
    return previous


def check_comparable(path: str, previous: PreviousReport, read: ReportRead) -> None:
    """Refuse an earlier report that is not about the same, or not by who is shown the same.

    :raises OptionError: if what has changed could not be told from what only one of them has.
    """
    name = printable(path)
    named = tuple(None if ids is None else frozenset(ids) for ids in (read.rooms, read.people))
    if previous.named != named:
        raise OptionError("previous", f"{name} is about other rooms or people; {ANOTHER}.")
    if not previous.shows_as_much_to(read.facts.read_by):
        raise OptionError(
            "previous",
            f"{name} was read with a key that is shown more, or less, than that of this task, so"
            " that nobody could tell what has changed; read both with keys of administrators, or"
            " leave it out.",
        )


def file_stem(path: str, endings: Collection[str]) -> str:
    """The path of the files without what is added to it: in a folder, their name is known.

    :param path: that of a folder that exists, or ends with a slash, or the one that is wanted.
    :raises OptionError: if it has one of the endings that are added.
    """
    try:
        if path.endswith("/") or Path(path).is_dir():
            return str(Path(path) / NAME)
    except (OSError, ValueError):  # which is told of when the files are looked at
        pass
    ending = Path(path).suffix.lower()
    if ending in endings:
        raise OptionError(
            "dest", f"{printable(path)} ends with {ending}, which is added; leave it out."
        )
    return path


def write_report_file(path: str, text: str, mode: int, portal: str, is_preview: bool) -> bool:
    """Write a file if it is not as it should be already; whether it is not.

    :param portal: of JSON, its address.
    :raises DocSpaceError: if the file cannot or must not be written.
    """
    if read_file("dest", path) == text.encode():
        return False
    if not is_preview:
        replace_file("dest", path, text, mode, lambda there: _check_ours(path, there, portal))
    return True


def check_report_file(path: str, portal: str) -> None:
    """Refuse to overwrite JSON that is no report of this portal.

    :raises OptionError: if it is none, or the file could not be written.
    """
    _check_ours(path, read_file("dest", path), portal)


def _parsed(content: bytes) -> PreviousReport | None:
    try:
        found = None if _HALF.search(content) else json.loads(content.decode())
        if isinstance(found, Mapping) and (found["report"], found["version"]) == (REPORT, VERSION):
            return PreviousReport.parse(found, hashlib.sha256(content).hexdigest())
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError):
        pass  # whatever somebody has edited
    return None


def _check_ours(path: str, there: bytes | None, portal: str) -> None:
    if not there or not path.endswith(".json"):
        return
    found = _HEAD.match(there[:_HEAD_SIZE].decode("utf-8", "replace"))
    if not found or found["portal"] != portal:
        what = f"a report of {printable(found['portal'])}" if found else "no report of this module"
        raise OptionError(
            "dest", f"{printable(path)} is there, and is {what}; give another path, or remove it."
        )
