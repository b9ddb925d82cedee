# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The report of access for a merge request: what a reader must know, and no name means anything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report import (
    access_report_markdown,
    access_report_words,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report

SHA256 = "a" * 64
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[click](https://evil.example)",
    "`code` ``more``",
    "` ",
    "a | b",
    "a\n\n# b",
    "\r\n- [x] done",
    "@everyone #1 !2 ~label :tada:",
    "\u202eevil\u202c \u2066x",
    "\u05e9\u05dc\u05d5\u05dd",
    "x" * 255,
    "$`x`$",
    "--- | ---",
    " ",
    "\\",
    "</details>",
)
#: What may be added around a text.
AROUND = "\u2068\u2069 "
PARSER = MarkdownIt().enable("table")
#: What the document itself may have.
OURS = {"text", "code_inline", "strong_open", "strong_close", "em_open", "em_close", "softbreak"}


def render(report):
    return access_report_markdown.render_markdown(report, SHA256)


def structure(text):
    """What a reader of Markdown makes of it: the kinds of blocks, and all texts in code."""
    tokens = PARSER.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= OURS
    codes = [child.content for child in inline if child.type == "code_inline"]
    return [token.type for token in tokens], codes


def test_it_tells_what_counts():
    report = access_report(people=30, rooms=12, changes=True)

    text = render(report)

    for part in (
        "| people | 30 |",
        "| rooms, with those in the archive | 12 |",
        f"`{SHA256}`",
        f"`{'5' * 64}`",
    ):
        assert part in text
    assert "rooms 12 of 12" in text
    assert "### Access lost (2)" in text
    assert "- `Olga Old`, `Old room`: `viewer (own entry)`" in text
    assert "### People: gone (1)\n\n- `Olga Old`" in text
    assert "`status: active → disabled; groups: now with x`" in text
    assert f"## Findings ({len(report['findings'])})" in text
    for spot in report["blind_spots"]:
        assert f"`{spot['text']}`" in text


def test_without_a_report_before_it_says_so():
    assert "This report was not compared with another one." in render(access_report())


def test_a_part_of_a_portal_is_not_taken_for_all_of_it():
    report = access_report()
    report["scope"]["rooms"] = ["100"]

    assert "Not the whole portal" in render(report)


def test_names_mean_nothing():
    harmless = access_report(people=30, rooms=12, names=["A"], changes=True)
    hostile = access_report(people=30, rooms=12, names=HOSTILE, changes=True)

    blocks, codes = structure(render(hostile))

    assert set(blocks) == set(structure(render(harmless))[0])
    assert blocks.count("heading_open") == structure(render(harmless))[0].count("heading_open")
    for name in ("<img src=x onerror=alert(1)>", "a | b", "`code` ``more``", "\u2068\u05e9\u05dc"):
        assert any(name in each for each in codes), name
    assert "\u202e" not in render(hostile)


@given(st.text(max_size=30))
def test_any_text_is_code_and_nothing_else(text):
    line = access_report_markdown.code(text)

    _blocks, codes = structure(f"- {line}, `after`")
    *before, after = codes
    assert after == "after"
    if text.strip():
        wanted = access_report_words.shown(text).strip(AROUND)
        assert [each.strip(AROUND) for each in before] == [wanted]


@pytest.mark.parametrize("name", ["x" * 255, "`" * 255])
def test_it_fits_into_a_comment_and_says_what_is_left_out(name):
    report = access_report(people=600, rooms=200, names=[name], changes=True)
    report["changes"]["lost"] *= 1000
    report["changes"]["gained"] *= 1000
    report["blind_spots"] *= 40

    text = render(report)

    assert len(text) <= access_report_markdown.MAX_LENGTH
    assert "more of these are in the JSON" in text
    assert "### Access lost (2,000)" in text
    assert "## What this report could not see" in text


def test_an_empty_portal_has_a_report_too():
    report = access_report(people=3, groups=0, rooms=0, everyone=0)
    report["blind_spots"], report["findings"] = [], []

    text = render(report)

    assert "## Findings (0)\n\nNone." in text
    assert "Nothing that it knows of." in text


def test_changes_name_the_groups_and_owners_that_came_and_went():
    report = access_report(people=30, rooms=12, changes=True)
    room, (group, other) = report["rooms"][0], report["groups"][:2]
    report["changes"]["rooms"]["changed"] = [
        {
            "room": room["id"],
            "before": {
                "owner": report["people"][0]["id"],
                "groups": [{"group": group["id"], "level": "editor"}],
            },
            "after": {"owner": None, "groups": [{"group": other["id"], "level": "room_manager"}]},
        }
    ]
    text = render(report)
    owner = f"owner: {report['people'][0]['display_name']} → none"
    groups = f"groups: now with {other['name']} (room manager), without {group['name']} (editor)"
    assert f"{owner}; {groups}" in text
