# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The report of access as a page: complete, and no name of a portal is more than a text in it."""

from __future__ import annotations

import collections
import html.parser
import importlib.util

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    EVERYONE,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report import access_report_html
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report

SHA256 = "a" * 64
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</bdi></table></details><h1>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egro.live\u202c",
    "javascript:alert(1)",
    "]]><svg onload=alert(1)>",
    "&lt;b&gt;",
    "x" * 255,
    "\x00\x1b[31m\ud800",
    " ",
)


class Page(html.parser.HTMLParser):
    """What a browser makes of a page: its elements in order, their attributes and its texts."""

    VOID = ("meta", "br")

    def __init__(self, text):
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)

    def all(self, name):
        return [value for key, value in self.attributes if key == name]

    @property
    def text(self):
        return " ".join(" ".join(self.texts).split())


def render(report):
    return access_report_html.render_html(report, SHA256)


def full_report(**options):
    """With all parts that a report may have."""
    report = access_report(1, people=30, rooms=12, changes=True, **options)
    owner = report["people"][0]["id"]
    report["keys"] = [
        {
            "id": "k",
            "name": report["groups"][0]["name"],
            "owner": owner,
            "scopes": ["rooms:read", "<b>"],
            "unrestricted": False,
            "active": True,
            "state": "works",
            "created": None,
            "expires": None,
            "last_used": None,
        }
    ]
    link = {
        "type": "user",
        "expires": None,
        "expired": False,
        "max_use_count": 3,
        "use_count": None,
    }
    room = next(each for each in report["rooms"] if each["links"])
    joined = {**room["links"][0], "room": room["id"]}
    report["invitations"] = {"portal": [link], "rooms": [joined], "pending": [owner]}
    told = {"person": owner, "group": None, "name": report["people"][0]["display_name"]}
    done = {"what": "let in", "level": "room_manager", "by": owner, "at": report["taken_at"]}
    report["rooms"][0]["history"] = [{**told, **done}, {**told, **done, "level": None, "by": None}]
    report["settings"] = {"guests": {"allowed": True}, "domains": ["<b>"], "word": "x"}
    return report


def test_keys_and_settings_are_in_words():
    text = Page(render(full_report())).text
    assert "works" in text
    assert "allowed: yes" in text


def test_it_loads_nothing_and_runs_nothing():
    page = Page(render(full_report()))

    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert policy in page.all("content")
    assert not {"script", "link", "iframe", "img", "object", "form", "use"} & set(page.elements)
    assert not [key for key, _value in page.attributes if key.startswith("on") or key == "src"]
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {each for each in page.all("href") if each[0] != "#" or each[1:] not in ids} == set()
    for each in page.all("aria-labelledby") + page.all("aria-describedby"):
        assert each in ids
    assert "url(" not in render(full_report())


def test_names_are_texts_and_nothing_else():
    harmless, hostile = Page(render(full_report(names=["A"]))), render(full_report(names=HOSTILE))
    page = Page(hostile)

    # What is listed where names are alike differs; kinds of elements and attributes do not.
    assert set(page.elements) == set(harmless.elements)
    assert collections.Counter(page.elements)["h3"] == harmless.elements.count("h3")
    assert set(dict(page.attributes)) == set(dict(harmless.attributes))
    for name in ("<script>alert(1)</script>", "</bdi></table></details><h1>", "&lt;b&gt;"):
        assert name in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert not {"\u202e", "\u202c", "\x00", "\x1b", "\ud800"} & set(hostile)
    assert hostile.encode()


def test_the_first_page_has_what_a_manager_looks_for():
    report = full_report()
    report["rooms"][0]["people"], report["rooms"][0]["guests"] = 4321, 321

    text = Page(render(report)).text

    assert f"SHA-256 of the report as JSON: {SHA256}" in text
    assert f"1 {report['rooms'][0]['title']} 4,321 321" in text
    assert f"{report['rooms'][0]['title']}: 4,321, 321 guests" in text
    for heading in ("Access lost (2)", "People: gone (1)", "Guests (", "Rooms without an owner ("):
        assert heading in text
    for spot in report["blind_spots"]:
        assert spot["text"] in text
        assert spot["way_out"] in text
    assert "rooms 12 12" in text
    assert "changes of access since the report before 4" in text
    name = report["people"][0]["display_name"]
    assert f"2026-11-28T02:00:00Z {name} let in {name} room manager" in text
    assert "the portal does not tell when a link was made" in text


def test_links_are_counted_by_age_where_that_is_known():
    report = access_report(people=5, rooms=12)
    link = next(room["links"][0] for room in report["rooms"] if room["links"])
    link.update(created="2026-10-20T00:00:00Z", readers="anybody", password=False)

    assert "up to 90 days 1 0" in Page(render(report)).text


def test_a_report_without_links_or_names_of_people_says_so():
    report = access_report(people=5, rooms=6)
    report["scope"].update(people=["person 0001"], redacted=True)
    report["read_by"] = dict.fromkeys(report["read_by"])
    for person in report["people"]:
        person["email"] = ""
    for room in report["rooms"]:
        del room["links"]

    text = Page(render(report)).text

    assert "Rooms with such links, which were not read: " in text
    assert "Not the whole portal" in text
    assert "pseudonyms" in text


def test_an_empty_portal_has_a_page_too():
    report = access_report(people=3, groups=0, rooms=0, everyone=0)
    report["blind_spots"], report["findings"] = [], []

    page = Page(render(report))

    assert "svg" not in page.elements
    assert "Nothing that it knows of." in page.text


def test_the_same_report_gives_the_same_page():
    assert render(full_report()) == render(full_report())


def test_what_is_missing_is_said_before_anything_is_asked(monkeypatch):
    assert access_report_html.html_libraries_missing() is None
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "leather" else found(name)
    )

    message = access_report_html.html_libraries_missing()

    assert message is not None
    assert message.startswith("html needs leather, which ")
    assert message.endswith(" does not have; install it there, or leave html out.")


def test_a_group_of_the_portal_itself_that_is_not_listed_is_named():
    report = access_report(people=5, groups=0, rooms=1, everyone=1)
    assert report["rooms"][0]["groups"][0]["group"] == EVERYONE

    assert "members of Everyone" in Page(render(report)).text
