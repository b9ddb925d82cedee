# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal whose access is reviewed: its report, and the table with decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_report_reads import (  # noqa: E501  the name of a file
    read_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report import (
    access_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_facts import (
    REPORT,
    VERSION,
    ReportScope,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    EVERYONE,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_decisions import (
    COLUMNS,
    render_decisions,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.spreadsheet import (
    neutral,
    read_table,
    write_table,
)
from ansible_collections.onlyoffice.docspace.plugins.modules import access_review
from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import shared_room
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site, parameters

_STATE = Path(__file__).parents[2] / "recorded" / "state_rooms.json"
OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
RITA = "b0000000-0000-4000-8000-000000000001"
GUEST = "f0000000-0000-4000-8000-000000000001"
DESIGN, ENGINEERING = (f"10000000-0000-4000-8000-0000000000{number}" for number in ("03", "04"))
#: Of the owner of the key; of a room administrator; in the archive; open to Everyone.
PLANS, BUDGET, OLD, HALL = 301, 302, 303, 304
LINK = "71000000-0000-4000-8000-000000000001"
TAKEN_AT = "2026-11-01T02:00:00Z"


def user(number: int) -> str:
    """The id of user01 and so on."""
    return f"c0000000-0000-4000-8000-{number:012}"


def state_to_review() -> dict[str, Any]:
    """Engineering are user04 to user07, Design user03 to user05."""
    state: dict[str, Any] = load_state(_STATE)
    state["rooms"] = [
        shared_room(PLANS, "Plans", OWNER, {user(4): 10, GUEST: 2}, {ENGINEERING: 2}),
        shared_room(BUDGET, "Budget", RITA, {user(5): 6}, {ENGINEERING: 10, DESIGN: 10}),
        shared_room(OLD, "Old", OWNER, {user(9): 2}, {ENGINEERING: 2}, archived=True),
        shared_room(HALL, "Hall", OWNER, {user(1): 11}, {EVERYONE: 2}),
    ]
    state["links"] = [
        {
            "id": LINK,
            "title": "Look",
            "access": 2,
            "type": 1,
            "maker": OWNER,
            "holder": f"room {PLANS}",
        }
    ]
    return state


def report_of(site: Site, key: str = "owner key", **scope: Any) -> dict[str, Any]:
    """The report of a portal, as ``access_report`` makes it with links."""
    include = ("links",)
    given = parameters(site, access_review, key, decisions="d", report="r", dest="d")
    options = Connection.from_params(given)
    with open_portal(options, read_only=True) as portal:
        read = read_report(portal, include, scope.get("rooms"))
        found = ReportScope(read.rooms, scope.get("people"), include)
        return access_report(read.facts, options.base_url, TAKEN_AT, found)


def empty_review(base_url: str) -> dict[str, bytes]:
    """The files of a review in which there is nothing to decide."""
    report = {
        "report": REPORT,
        "version": VERSION,
        "portal": base_url,
        "taken_at": TAKEN_AT,
        "scope": {"rooms": None, "people": None, "include": ["links"], "redacted": False},
        **{key: [] for key in ("people", "groups", "administrators", "rooms", "blind_spots")},
    }
    return {
        "review.json": json.dumps(report).encode(),
        "review.csv": render_decisions(report).encode(),
    }


class Review:
    """A report and its table, in a folder."""

    def __init__(self, folder: Path, report: dict[str, Any]) -> None:
        self.report = report
        self.folder = folder
        self.rows = self.table(render_decisions(report).encode())
        self.write()

    @staticmethod
    def table(content: bytes) -> list[dict[str, str]]:
        """The lines of a table."""
        return [dict(row) for row in read_table("decisions", content, COLUMNS)]

    def line(self, cause: str, **cells: str) -> dict[str, str]:
        """The only line of a cause with such cells."""
        (found,) = (
            row for row in self.rows if row["cause"] == cause and cells.items() <= row.items()
        )
        return found

    def decide(self, **decisions: str) -> None:
        """Fill in all lines that are not decided yet."""
        for row in self.rows:
            if not row["decision"]:
                row.update({"decision": "keep", "reviewer": "Ada", **decisions})

    def revoke(self, cause: str, **cells: str) -> None:
        """Decide about one line."""
        self.line(cause, **cells).update(decision="revoke", reviewer="Ada", reason="left")

    def write(self) -> None:
        """Save the report and the table."""
        self.path("report.json").write_text(json.dumps(self.report), encoding="utf-8")
        rows = [[neutral(row[column]) for column in COLUMNS] for row in self.rows]
        text = write_table(COLUMNS, rows)
        self.path("decisions.csv").write_bytes(text.encode())

    def path(self, name: str) -> Path:
        """A file of the review."""
        return self.folder / name

    @property
    def options(self) -> dict[str, str]:
        """Those of a task that name files."""
        return {
            "decisions": str(self.path("decisions.csv")),
            "report": str(self.path("report.json")),
            "dest": str(self.path("done")),
        }
