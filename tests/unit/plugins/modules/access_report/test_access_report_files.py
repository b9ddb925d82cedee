# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The files of `access_report`: the same bytes each time, and never over another portal's."""

from __future__ import annotations

import hashlib
import json
import subprocess
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report import access_report_html
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    TAKEN_AT,
    failed,
    report,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    portal_with_rooms,
    state_with_rooms,
)

FORMATS = ["json", "csv", "html", "markdown", "decisions"]
PARTS = ["links", "keys", "invitations", "settings"]


def test_the_same_portal_gives_the_same_bytes_and_no_change(rooms_site, tmp_path):
    options: dict[str, Any] = {"formats": FORMATS, "include": PARTS}
    options["dest"] = str(tmp_path / "portal")
    first = task(rooms_site, **options)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    second = task(rooms_site, **options)

    assert first["changed"]
    assert not second["changed"]
    assert before.keys() == {
        f"portal.{end}" for end in ("json", "csv", "html", "md", "decisions.csv", "sha256")
    }
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert second["files"] == first["files"]
    assert {file["sha256"] for file in first["files"]} == {
        hashlib.sha256(text).hexdigest() for name, text in before.items() if "sha256" not in name
    }
    subprocess.run(["sha256sum", "--check", "portal.sha256"], cwd=tmp_path, check=True)
    for name in ("portal.md", "portal.html"):
        assert first["files"][0]["sha256"] in (tmp_path / name).read_text(encoding="utf-8")
    assert (tmp_path / "portal.json").stat().st_mode & 0o777 == 0o600


def test_what_html_needs_and_is_not_there_is_told_before_any_request(
    rooms_site, tmp_path, monkeypatch
):
    monkeypatch.setattr(access_report_html, "_LIBRARIES", {"no_such_library": "no-such-library"})

    result = failed(rooms_site, dest=str(tmp_path / "portal"), formats=["json", "html"])

    assert "formats: html needs no-such-library" in result["msg"]
    assert rooms_site.log() == []
    assert not task(rooms_site, formats=["html"])["changed"]


def test_somebody_who_is_called_like_the_key_is_not_named(tmp_path):
    state = state_with_rooms()
    key = state["api_keys"][0]["key"]
    state["users"][0]["firstName"] = f"Bearer {key}"
    with portal_with_rooms(users=state["users"]) as site:
        task(site, dest=str(tmp_path / "portal"), formats=FORMATS, include=PARTS)

        texts = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
        assert not any(key in text for text in texts)


def test_check_mode_writes_nothing_and_tells_the_same(rooms_site, tmp_path):
    options: dict[str, Any] = {"dest": f"{tmp_path}/", "formats": FORMATS}

    preview = task(rooms_site, check_mode=True, **options)

    assert list(tmp_path.iterdir()) == []
    real = task(rooms_site, **options)
    assert preview == real
    assert real["files"][0]["path"] == str(tmp_path / "access_report.json")


def test_json_that_is_no_report_of_this_portal_is_not_overwritten(rooms_site, tmp_path):
    mine = tmp_path / "portal.json"
    with portal_with_rooms() as other:
        task(other, dest=str(tmp_path / "portal"))
        theirs = mine.read_text(encoding="utf-8")
        result = failed(rooms_site, dest=str(tmp_path / "portal"))
        assert f"is a report of {other.base_url}; give another path" in result["msg"]
    assert mine.read_text(encoding="utf-8") == theirs
    mine.write_text('{"precious": true}\n', encoding="utf-8")

    result = failed(rooms_site, dest=str(tmp_path / "portal"))

    assert "is no report of this module" in result["msg"]
    assert rooms_site.log() == []


def test_without_dest_no_file_is_written(rooms_site, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    result = task(rooms_site)

    assert (result["changed"], result["files"]) == (False, [])
    assert list(tmp_path.iterdir()) == []
    assert "report" not in result


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file or directory"),
        ("", "is no report of this module"),
        ("[]", "is no report of this module"),
        ("[" * 100_000, "is no report of this module"),
        ('{"report": "onlyoffice.docspace.access_report", "version": 2}', "is no report of"),
        ('{"report": "onlyoffice.docspace.access_report", "version": 1}', "is no report of"),
        (b"\xff\xfe", "is no report of this module"),
    ],
)
def test_what_is_no_earlier_report_is_refused(rooms_site, tmp_path, content, message):
    path = tmp_path / "last.json"
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    result = failed(rooms_site, previous=str(path))

    assert result["failure"]["option"] == "previous"
    assert message in result["msg"]
    assert rooms_site.log() == []


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda made: made.update(portal="https://other.example.org"), "is a report of https://o"),
        (lambda made: made["scope"].update(redacted=True), "was made with redact"),
        (lambda made: made["scope"].update(rooms=["101"]), "is about other rooms or people"),
        (lambda made: made["people"][0].update(display_name=None), "is no report of this module"),
        (lambda made: made["people"][0].update(display_name="\ud800"), "is no report of"),
        (lambda made: made["rooms"][0].update(access=7), "is no report of this module"),
        (lambda made: made["rooms"][0].pop("title"), "is no report of this module"),
    ],
)
def test_a_report_of_something_else_or_an_edited_one_is_refused(
    rooms_site, tmp_path, edit, message
):
    made = report(rooms_site)
    edit(made)
    path = tmp_path / "last.json"
    path.write_text(json.dumps(made), encoding="utf-8")

    assert message in failed(rooms_site, previous=str(path))["msg"]


def test_a_redacted_report_has_nobody_in_it(rooms_site):
    made = report(rooms_site, include=PARTS)

    redacted = report(rooms_site, include=PARTS, redact=True)

    text = json.dumps(redacted, ensure_ascii=False)
    for person in made["people"]:
        for key in ("id", "display_name", "email"):
            assert person[key] not in text
    ids = sorted(person["id"] for person in made["people"])
    names = {id: f"person {place:04}" for place, id in enumerate(ids, start=1)}
    assert {names[row["person"]]: row["causes"] for row in made["rooms"][0]["access"]} == {
        row["person"]: row["causes"] for row in redacted["rooms"][0]["access"]
    }
    assert redacted["rooms"][0]["title"] == made["rooms"][0]["title"]
    assert redacted["scope"]["redacted"]


def test_the_time_is_now_unless_it_is_given(rooms_site):
    assert report(rooms_site, taken_at="2026-11-28T03:00:00+01:00")["taken_at"] == TAKEN_AT
    assert report(rooms_site, taken_at=None)["taken_at"] > TAKEN_AT[:4]


def test_where_no_hashes_can_be_written_nothing_is_read(rooms_site, tmp_path):
    (tmp_path / "portal.sha256").mkdir()
    result = failed(rooms_site, dest=str(tmp_path / "portal"))
    assert "portal.sha256 cannot be written: it is no file" in result["msg"]
    assert not rooms_site.log()


def test_no_table_is_written_over_into_which_people_have_written(rooms_site, tmp_path):
    options: dict[str, Any] = {"dest": str(tmp_path / "a"), "formats": ["json", "decisions"]}
    task(rooms_site, **options)
    assert not task(rooms_site, **options)["changed"]  # nobody has decided yet
    table = tmp_path / "a.decisions.csv"
    before = (tmp_path / "a.json").read_bytes()
    # The last cell of the last line is the reason.
    text = table.read_bytes()
    assert text.endswith(b',""\r\n')
    so_far = len(rooms_site.log())

    for decided in (text[:-4] + b'"Left."\r\n', b"mine"):
        table.write_bytes(decided)
        result = failed(rooms_site, taken_at="2026-11-29T02:00:00Z", **options)
        assert "a.decisions.csv is there, and" in result["msg"]
        assert table.read_bytes() == decided
    assert (tmp_path / "a.json").read_bytes() == before
    assert len(rooms_site.log()) == so_far
