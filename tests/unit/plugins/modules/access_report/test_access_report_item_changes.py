# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Links on folders and files inside of rooms: what changed, and where a reader finds them."""

from __future__ import annotations

import json

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_report_html import (  # noqa: E501  one name
    render_html,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_report_markdown import (  # noqa: E501  one name
    render_markdown,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    as_administrator,
    report,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.rooms_with_items import (  # noqa: E501  one name
    DRAFTS,
    ITEM_LINK,
    OLD,
    PAPER,
    ROSAS,
    portal_with_items,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    PLANS,
)


@pytest.fixture
def site():
    with portal_with_items() as made:
        yield made


def test_links_that_come_go_and_change_are_among_the_changes(site, tmp_path):
    options = {"include": ["items"], "key": ROSAS}
    last = tmp_path / "last.json"
    last.write_text(json.dumps(report(site, **options)), encoding="utf-8")
    same = report(site, previous=str(last), **options)["changes"]["item_links"]
    state = site.portal.state()
    drafts = next(each for each in state["links"] if each["id"] == ITEM_LINK.format(1))
    paper = next(each for each in state["links"] if each["id"] == ITEM_LINK.format(2))
    state["links"].remove(paper)
    del drafts["password"]
    new = {**paper, "id": ITEM_LINK.format(4), "holder": f"folder {OLD}", "title": "New"}
    state["links"].append(new)
    site.state.update(state)
    site.__post_init__()

    made = report(site, previous=str(last), **options)

    assert same == {"new": [], "gone": [], "changed": []}
    changes, where = made["changes"]["item_links"], {"room": str(PLANS)}
    assert changes["new"] == [
        {**where, "type": "folder", "item": str(OLD), "link": ITEM_LINK.format(4)}
    ]
    assert changes["gone"] == [
        {
            **where,
            "type": "file",
            "item": str(PAPER),
            "link": ITEM_LINK.format(2),
            "title": "Read this",
            "item_title": "Paper.txt",
        }
    ]
    assert changes["changed"] == [
        {
            **where,
            "type": "folder",
            "item": str(DRAFTS),
            "link": ITEM_LINK.format(1),
            "before": {"password": True},
            "after": {"password": False},
        }
    ]
    text = render_markdown(made, "0" * 64)
    assert "### Links on folders and files: gone (1)\n\n- `Plans`, `Paper.txt`, `Read this`" in text
    assert "- `Plans`, `Drafts`, `Drafts for you`: `password: yes → no`" in text


def test_links_that_only_one_of_two_keys_is_shown_are_no_change(site, tmp_path):
    as_administrator(site)
    last = tmp_path / "last.json"
    last.write_text(json.dumps(report(site, key=ROSAS, include=["items"])), encoding="utf-8")

    changes = report(site, previous=str(last), include=["items"])["changes"]
    without = report(site, previous=str(last))["changes"]

    assert changes["item_links"]["gone"] == []
    assert without["item_links"] is None


def test_the_page_and_the_summary_have_them_with_their_rooms(site):
    made = report(site, key=ROSAS, include=["items"])
    hidden = report(site, include=["items"])

    page, text = render_html(made, "0" * 64), render_markdown(made, "0" * 64)

    assert "Links on folders and files inside" in page
    assert "Open links on folders and files inside of rooms" in page
    assert "- `Read this` of the file `Paper.txt` in `Plans`: viewer, anybody, ends never" in text
    assert "has links that are not shown to this key" in render_html(hidden, "0" * 64)
    assert "Links on folders and files inside<" not in render_html(report(site), "0" * 64)
