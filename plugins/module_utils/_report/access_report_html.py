# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The report of access as one page of HTML that loads nothing and runs nothing."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

from .access_report_changes import changes_by_heading
from .access_report_html_charts import Bar, bars
from .access_report_html_lists import LISTS
from .access_report_html_rooms import Views
from .access_report_html_style import STYLE
from .access_report_html_template import MACROS, OVERVIEW, PAGE
from .access_report_summary import (
    blind_spots,
    counts,
    findings_by_code,
    links_by_age,
    links_by_end,
    links_were_read,
    open_item_links,
    open_links,
    people_by_rooms,
    rooms_by_people,
)
from .access_report_words import (
    ReportNames,
    Row,
    counted,
    finding_heading,
    in_words,
    setting_words,
    shown,
)

#: What is imported when a page is made, by the names under which it is installed.
_LIBRARIES = {"jinja2": "Jinja2", "leather": "leather"}
_TOP, _OPEN_LINKS = 10, 50
_CONTENTS = {
    "overview": "Overview",
    "open-links": "Open links",
    "changes": "What changed",
    "findings": "Findings",
    "blind-spots": "Blind spots",
    "completeness": "What was read",
    "rooms": "Rooms",
    "groups": "Groups",
    "people": "People",
}
_PARTS = {"keys": "API keys", "invitations": "Invitations", "settings": "Settings"}


def html_libraries_missing() -> str | None:
    """What a page needs and this Python does not have, with the way out; None if all is there."""
    missing = [name for each, name in _LIBRARIES.items() if not importlib.util.find_spec(each)]
    if not missing:
        return None
    return (
        f"html needs {' and '.join(missing)}, which {sys.executable} does not have; install it"
        " there, or leave html out."
    )


def render_html(report: Row, sha256: str) -> str:
    """The report as one page, the same text for the same report.

    It has to be written in UTF-8. :func:`html_libraries_missing` says whether it can be made.

    :param sha256: of the report as JSON.
    """
    import jinja2

    parts = {
        "macros": MACROS, "style": STYLE, "overview": OVERVIEW, "lists": LISTS, "page": PAGE
    }  # fmt: skip
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(parts),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        s=lambda text: shown(str(text)),
        n="{:,}".format,
        words=lambda text: in_words(str(text)),
        counted=counted,
        heading=finding_heading,
        plainly=setting_words,
    )
    names = ReportNames(report)
    return environment.get_template("page").render(_facts(report, sha256, names)) + "\n"


def _facts(report: Row, sha256: str, names: ReportNames) -> dict[str, Any]:
    """What the templates know."""
    views = Views(report, names)
    found, of_items = open_links(report), open_item_links(report)
    ends, ages = links_by_end(report), links_by_age(report)
    link_counts = [("Open links by when they end", ends)]
    link_counts += [("Open links by age", ages)] if ages else []
    more = {key: title for key, title in _PARTS.items() if report.get(key)}
    return {
        "report": report,
        "sha256": sha256,
        "views": views,
        "contents": list({**_CONTENTS, **more}.items()),
        "counts": counts(report),
        "top_rooms": rooms_by_people(report, _TOP),
        "top_people": people_by_rooms(report, _TOP),
        "administrators": [views.person(each) for each in report["administrators"]],
        "links_read": links_were_read(report),
        "hidden_links": [
            room["title"]
            for room in report["rooms"]
            if room["open_links"] and room.get("links") is None
        ],
        "open_links": found[:_OPEN_LINKS],
        "open_link_count": len(found),
        "open_item_links": of_items[:_OPEN_LINKS],
        "open_item_link_count": len(of_items),
        "link_counts": link_counts,
        "changes": changes_by_heading(report, names) if report["changes"] else {},
        "findings": findings_by_code(report),
        "blind_spots": blind_spots(report),
        "rooms": views.rooms(),
        "groups": views.groups(),
        "people": views.people(),
        **_drawings(report, views),
    }


def _drawings(report: Row, views: Views) -> dict[str, Any]:
    return {
        "room_bars": bars(
            [
                Bar(room["title"], room["people"], room["guests"])
                for room in rooms_by_people(report, _TOP)
            ],
            "people",
            "guests",
        ),
        "person_bars": bars(
            [
                Bar(views.person(person["id"]), person["rooms"], views.managing[person["id"]])
                for person in people_by_rooms(report, _TOP)
            ],
            "rooms",
            "as owner or manager",
        ),
        "link_bars": bars(
            [Bar(row.label, row.links, row.with_password) for row in links_by_end(report)],
            "links",
            "with a password",
            numbered=False,
        ),
    }
