# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A task for a link goes on when the end that it names has come."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.moments import written
from ansible_collections.onlyoffice.docspace.plugins.modules import rooms
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    OVER,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    failed,
    sent,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

ENDED = {**FULL, "expires": OVER}
PAST = "2020-01-01T00:00:00Z"


def in_list(site, check_mode=False, **link):
    entry = {"room": str(CUSTOM), "links": [link]}
    return rooms.run(parameters(site, rooms, rooms=[entry]), check_mode)


def soon():
    return written(datetime.now(timezone.utc) + timedelta(seconds=30))


@pytest.mark.parametrize("run", [task, in_list])
@pytest.mark.parametrize("expires", [PAST, "2020-01-01T01:00:00+01:00", "2021-01-01T00:00:00Z"])
@pytest.mark.parametrize("check_mode", [True, False])
def test_a_link_that_has_ended_stays(run, expires, check_mode):
    with site_with(ENDED) as site:
        before = stored(site)
        result = run(site, check_mode, title="Full", level="reviewer", expires=expires)

        assert not result["changed"]
        assert "has ended" in result["warnings"][0]
        assert stored(site) == before
        assert not any(line.startswith("PUT") for line in site.log())


def test_a_link_that_is_about_to_end_stays():
    end = soon()
    with site_with({**FULL, "expires": end.replace("Z", "+00:00")}) as site:
        assert not task(site, title="Full", expires=end)["changed"]


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_new_link_in_a_list_is_not_made(check_mode):
    with site_with() as site:
        result = in_list(site, check_mode, title="New", level="viewer", expires=PAST)

        assert not result["changed"]
        assert 'The link with the title "New"' in result["warnings"][0]
        assert "was not made, as its end has come" in result["warnings"][0]
        assert stored(site) == {}


@pytest.mark.parametrize("end", [lambda: PAST, soon])
def test_an_end_that_would_be_sent_is_refused(end):
    with site_with(FULL) as site:
        before = stored(site)
        for title in ("New", "Full"):
            result = failed(site, title=title, level="viewer", expires=end())

            assert result["failure"] == {
                "code": "invalid_option",
                "option": "expires",
                "status": None,
            }
            assert "is over, or less than a minute ahead" in result["msg"]
        assert stored(site) == before


def test_another_change_of_a_link_that_has_ended_is_refused():
    with site_with(ENDED) as site:
        result = failed(site, title="Full", level="editor", expires=PAST)
        assert result["failure"]["code"] == "link_expired"


def test_a_link_that_has_ended_is_opened_again_by_a_later_end():
    with site_with(ENDED) as site:
        result, _log = sent(site, title="Full", expires="2031-01-01T00:00:00Z")
        assert result["changed"]
        assert not result["link"]["is_expired"]
