# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The report of access as people meet it: in a browser, by keyboard, read out, and on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report import access_report_html
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report

SHA256 = "a" * 64


def small(**options):
    return access_report_html.render_html(
        access_report(1, people=8, rooms=5, changes=True, **options), SHA256
    )


@pytest.fixture(scope="module")
def big():
    """2,000 people, 200 groups and 200 rooms, five of which are open to everyone."""
    report = access_report(1, people=2000, groups=200, rooms=200, everyone=5, changes=True)
    return access_report_html.render_html(report, SHA256)


def problems(page, **options):
    found = Axe().run(page, options=options)
    return found.generate_report() if found.violations_count else ""


def test_nothing_keeps_anybody_from_reading_it(show):
    opened = show(small(), color_scheme="light")
    opened.unfold()

    assert not problems(opened.page)


def test_it_is_read_on_a_dark_screen_too(show):
    opened = show(small(), color_scheme="dark")
    opened.unfold()

    assert not problems(opened.page, runOnly=["color-contrast"])


def test_it_opens_without_a_network_and_without_a_word(show):
    names = ["<img src='https://evil.example/x'>", "<style>@import 'https://evil.example'</style>"]

    opened = show(small(names=names))
    opened.unfold()

    assert opened.messages == []
    assert len(opened.requests) == 1


def test_without_scripts_the_keyboard_is_enough(show):
    page = show(small(), java_script_enabled=False).page

    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.locator("#room-1 > summary").focus()
    assert not page.locator("#room-1 table").first.is_visible()
    page.keyboard.press("Enter")
    assert page.locator("#room-1 table").first.is_visible()
    page.keyboard.press("Tab")
    assert page.locator(":focus").count() == 1


def test_many_people_and_rooms_open_within_two_seconds(show, big):
    opened = show(big)

    assert 0 < opened.seconds < 2
    page = opened.page
    assert not page.locator("#people table").first.is_visible()
    page.locator("#overview table").last.locator("a[href^='#person-']").first.click()
    assert page.locator("tr:target").is_visible()
    assert opened.messages == []


def test_on_paper_nothing_is_folded(show):
    page = show(small()).page
    folded = page.locator("#rooms details table, #groups details p").all()
    assert folded
    assert not any(each.is_visible() for each in folded)

    page.emulate_media(media="print")

    assert all(each.is_visible() for each in folded)
    assert not page.locator("nav").is_visible()
    assert page.pdf().startswith(b"%PDF")
