# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The files of a report on access: as JSON, and in other forms that name the hash of that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from .._base.errors import OptionError
from .._base.files import read_file
from .._base.texts import printable
from .access_decisions import read_decisions, render_decisions
from .access_report_csv import render_csv
from .access_report_markdown import render_markdown

JSON, CSV, HTML, MARKDOWN, DECISIONS = "json", "csv", "html", "markdown", "decisions"
#: The forms of a report, with the endings of their files.
ENDINGS = {
    JSON: ".json",
    CSV: ".csv",
    HTML: ".html",
    MARKDOWN: ".md",
    DECISIONS: ".decisions.csv",
}
_MASK = "********"
#: Of the file with the hashes of the others, which sha256sum reads.
HASHES = ".sha256"


@dataclass(frozen=True)
class ReportFile:
    """A file to be written.

    :param ending: of its name.
    """

    format: str
    ending: str
    text: str

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def check_undecided(option: str, path: str) -> None:
    """Refuse to write over a table into which people have written.

    :param option: names the table in messages.
    :raises OptionError: if they have, or it is another file.
    """
    there = read_file(option, path)
    if not there:
        return
    try:
        decided = [
            line
            for line in read_decisions(option, there)
            if line.decision or line.until or line.reviewer or line.date or line.reason
        ]
        if not decided:
            return
        what = f"people have written into {len(decided)} of its lines"
    except OptionError:
        what = "is no table of decisions that this module would write"
    raise OptionError(
        option, f"{printable(path)} is there, and {what}; give another path, or move it away."
    )


def render_json(report: Mapping[str, Any]) -> str:
    """The report as the data that it is; the same report gives the same text."""
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def report_files(
    report: dict[str, Any], formats: Collection[str], secrets: Collection[str] = ()
) -> list[ReportFile]:
    """The files of these forms, in the order of :data:`ENDINGS`.

    :param secrets: what must not be in a file, although somebody may be called so, in all forms
        that it may have in JSON.
    """
    data = ReportFile(JSON, ENDINGS[JSON], render_json(report))
    if any(secret in data.text for secret in secrets):
        report = _without(report, secrets)
        data = ReportFile(JSON, ENDINGS[JSON], render_json(report))
    found = [data] if JSON in formats else []
    if CSV in formats:
        found.append(ReportFile(CSV, ENDINGS[CSV], render_csv(report)))
    if HTML in formats:
        from .access_report_html import render_html  # what it stands on need not be there

        found.append(ReportFile(HTML, ENDINGS[HTML], render_html(report, data.sha256)))
    if MARKDOWN in formats:
        text = render_markdown(report, data.sha256)
        found.append(ReportFile(MARKDOWN, ENDINGS[MARKDOWN], text))
    if DECISIONS in formats:
        found.append(ReportFile(DECISIONS, ENDINGS[DECISIONS], render_decisions(report)))
    return found


def _without(value: Any, secrets: Collection[str]) -> Any:
    """The same without secrets, however deep they are."""
    if isinstance(value, dict):
        return {key: _without(inner, secrets) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without(inner, secrets) for inner in value]
    if isinstance(value, str):
        for secret in sorted(secrets, key=len, reverse=True):
            value = value.replace(secret, _MASK)
    return value


def cannot_be_made(formats: Collection[str]) -> str | None:
    """Why files of these forms cannot be made where this runs, with the way out."""
    if HTML not in formats:
        return None
    from .access_report_html import html_libraries_missing

    return html_libraries_missing()


def hashes(name: str, files: Collection[ReportFile]) -> str:
    """What sha256sum writes of the files, and reads to check them.

    :param name: of the files, without their endings.
    """
    return "".join(f"{file.sha256}  {name}{file.ending}\n" for file in files)
