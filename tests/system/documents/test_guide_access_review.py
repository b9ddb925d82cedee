# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The guide that tells who can open what: its playbooks, one after the other."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from datetime import datetime, timedelta, timezone

from ansible_collections.onlyoffice.docspace.tests.system.documents.copies import recipe
from ansible_collections.onlyoffice.docspace.tests.system.documents.pages import PAGES
from ansible_collections.onlyoffice.docspace.tests.system.documents.test_recipes_for_rooms import (
    people,
    with_contracts,
)

GUIDE = (PAGES / "guide_access_review.rst").read_text(encoding="utf-8")
REPORT = "A report of the portal"
REVIEW = "A review, from the table to the proof"


def with_links():
    """The company with a room that Finance may enter, and a link that opens it."""
    state = with_contracts()
    (room,) = state["rooms"]
    state["links"] = [
        {
            "id": "71000000-0000-4000-8000-000000000001",
            "holder": "room 12",
            "title": "For all",
            "access": 2,
            "maker": room["owner"],
            "type": 1,
        }
    ]
    return state


def decide(path, decisions):
    """Write decisions into a table, by the cause of each line; whatever else is there is kept."""
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    for line in lines:
        line["decision"] = decisions.get(line["cause"], "keep")
        line["reviewer"] = "Ada Lovelace"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)


def assert_hashes(folder, name):
    words = ["sha256sum", "--check", "--quiet", name]
    checked = subprocess.run(words, cwd=folder, check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


def everybody(path):
    """Who gets into which room by a report, with the level."""
    report = json.loads(path.read_text(encoding="utf-8"))
    names = {person["id"]: person["user_name"] for person in report["people"]}
    return {
        (names[row["person"]], room["title"]): row["level"]
        for room in report["rooms"]
        for row in room["access"]
    }


@recipe(REPORT)
def test_a_report(copied):
    copied.portal.restart(with_links())

    status, output = copied.run()
    assert status == 0, output
    assert '"link_without_end": 1' in output
    assert "came by an external link" in output
    assert copied.portal.look()["mutations"] == 0
    found = everybody(copied.folder / "reports/portal.json")
    assert found["eva", "Contracts"] == found["finn", "Contracts"] == "editor"
    names = {path.name for path in (copied.folder / "reports").iterdir()}
    assert names == {f"portal.{end}" for end in ("json", "csv", "html", "md", "sha256")}
    assert_hashes(copied.folder / "reports", "portal.sha256")


@recipe("What has changed")
def test_what_has_changed(copied):
    copied.portal.restart(with_contracts())
    copied.first(REPORT)
    state = copied.state()
    state["groups"][2]["members"].pop()  # Eva leaves Finance
    copied.portal.restart(state)

    status, output = copied.run()

    assert status == 0, output
    assert "0 gained, 1 lost, 0 changed" in output


@recipe("Why somebody gets in")
def test_why_somebody_gets_in(copied):
    copied.portal.restart(with_contracts())
    copied.first(REPORT)

    status, output = copied.run()

    assert status == 0, output
    (sentence,) = re.findall(r'^   ("Contracts" \(12\): .*)', GUIDE, re.MULTILINE)
    assert sentence in output.replace('\\"', '"')


@recipe("Who let somebody in, and when")
def test_who_let_somebody_in(copied):
    state = with_contracts()
    at = (datetime.now(timezone.utc) - timedelta(days=3)).strftime("%Y-%m-%dT10:00:00Z")
    row = {"number": 5085, "user": state["users"][0]["id"], "at": at, "targets": ["12"]}
    row.update(values=["Eva Peron", "Editor"], context="Contracts")
    copied.portal.restart({**state, "audit": {"rows": [row], "logins": []}})

    status, output = copied.run()

    assert status == 0, output
    assert f"{at} Olga Owner: Added user: Eva Peron. Role: Editor (Rooms: Contracts)" in output


@recipe(REVIEW)
def test_a_review(copied):
    state = with_links()
    dan = next(each["id"] for each in state["users"] if each["userName"] == "dan")
    state["rooms"][0]["shares"].append({"user": dan, "access": 2})
    copied.portal.restart(state)

    status, output = copied.run()
    assert status == 0, output
    decide(copied.folder / "review/access.decisions.csv", {"direct": "revoke", "link": "revoke"})

    status, preview = copied.run()
    assert status == 0, preview
    assert copied.portal.look()["mutations"] == 0
    assert not (copied.folder / "review/2026-q4").exists()

    status, output = copied.run()
    assert status == 0, output
    assert people(copied.state(), "Contracts") == {}
    assert not copied.state().get("links")
    kept = copied.folder / "review/2026-q4"
    lost = everybody(kept / "before.json").items() - everybody(kept / "after.json").items()
    assert lost == {(("dan", "Contracts"), "viewer")}
    assert_hashes(kept, "SHA256SUMS")
