# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_link` leaves no link that never ends although it shall, and says what became of it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.portal.links import dates
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    LATER,
    STORED,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    LINKS,
    PASSWORD,
    PUT,
    failed,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

PATH = f"files/rooms/{CUSTOM}/links"
NO_LINK = {"count": 0, "status": 0}
#: What becomes of the answer to a write that the portal carries out.
ANSWERS = {
    "answered": None,
    "500": done_but(500),
    "no link in it": done_but(200, NO_LINK),
}


def in_minutes(minutes):
    return (datetime.now(timezone.utc) + timedelta(minutes=minutes)).isoformat(timespec="seconds")


@pytest.fixture
def is_ahead(monkeypatch):
    """The clock of the portal is ten minutes ahead."""
    monkeypatch.setattr(dates, "now", lambda: datetime.now(timezone.utc) + timedelta(minutes=10))


@pytest.fixture(params=ANSWERS)
def answer(request):
    """The faults of a site, with which the first write is answered so."""
    rule = ANSWERS[request.param]
    return [("PUT", PATH, rule)] if rule else []


@pytest.mark.usefixtures("is_ahead")
def test_a_new_link_is_removed_again(answer):
    with site_with() as site:
        site.faults.extend(answer)
        result = failed(site, title="New", level="viewer", expires=in_minutes(7))

        assert stored(site) == {}
        assert not result["changed"]
        assert "Compare the clocks" in result["msg"]
        assert "the new link was removed again" in result["msg"]


@pytest.mark.usefixtures("is_ahead")
def test_a_link_is_put_back_with_the_end_that_it_had(answer):
    with site_with(FULL) as site:
        before_it = stored(site)
        site.faults.extend(answer)
        result = failed(site, title="Full", level="viewer", expires=in_minutes(7))

        assert stored(site) == before_it
        assert not result["changed"]
        assert "the link is as it was" in result["msg"]
        assert PASSWORD not in repr(result)


@pytest.mark.usefixtures("is_ahead")
def test_a_link_whose_former_end_is_over_for_the_portal_too_is_removed(answer):
    with site_with({**FULL, "expires": in_minutes(5)}) as site:
        site.faults.extend(answer)
        result = failed(site, title="Full", expires=in_minutes(7))

        assert stored(site) == {}
        assert result["changed"]
        assert "the link was removed" in result["msg"]
        assert "taken back" not in result["msg"]


def test_an_end_that_comes_just_before_the_write(monkeypatch, answer):
    """It has not come when the link is read, and a change keeps it."""
    with site_with({**FULL, "expires": in_minutes(5)}) as site:

        def pass_time(_portal):
            late = datetime.now(timezone.utc) + timedelta(minutes=10)
            monkeypatch.setattr(dates, "now", lambda: late)

        rule = answer[0][2] if answer else None

        def late(portal, environ):
            pass_time(portal)
            return (rule or before(lambda _portal: None))(portal, environ)

        site.faults.append(("PUT", PATH, late))
        result = failed(site, title="Full", level="editor")

        assert stored(site) == {}
        assert result["changed"]
        assert "the link was removed" in result["msg"]


@pytest.mark.usefixtures("is_ahead")
def test_a_link_that_had_no_end_keeps_its_level(answer):
    with site_with({**FULL, "expires": None}) as site:
        before_it = stored(site)
        site.faults.extend(answer)
        result = failed(site, title="Full", level="editor", expires=in_minutes(7))

        assert stored(site) == before_it
        assert not result["changed"]


@pytest.mark.usefixtures("is_ahead")
def test_a_link_that_had_no_end_stays_as_it_is():
    with site_with({**FULL, "expires": None}) as site:
        before_it = stored(site)
        result = failed(site, title="Full", expires=in_minutes(7))

        assert stored(site) == before_it
        assert not result["changed"]
        assert site.log().count(PUT) == 1


@pytest.mark.usefixtures("is_ahead")
@pytest.mark.parametrize("links", [(), (FULL,)], ids=["new", "change"])
@pytest.mark.parametrize("status", [403, 500])
def test_a_failed_undoing_is_told(links, status):
    with site_with(*links) as site:
        title = "Full" if links else "New"
        site.faults.append(("PUT", PATH, before(lambda _portal: None)))
        site.faults.append(Fault("PUT", PATH, instead(status), times=99))
        result = failed(site, title=title, level="viewer", expires=in_minutes(7))

        assert "expires" not in stored(site)[title]
        assert result["changed"]
        assert "it is open now, and never ends" in result["msg"]
        assert "was taken back" not in result["msg"]
        assert "was removed" not in result["msg"]


@pytest.mark.usefixtures("is_ahead")
def test_an_undoing_that_cannot_be_seen_is_not_known():
    with site_with() as site:

        def hide(_portal):
            site.faults.append(Fault("GET", PATH, instead(500), times=99))

        site.faults.append(("PUT", PATH, before(hide)))
        result = failed(site, title="New", level="viewer", expires=in_minutes(7))

        assert result["changed"]
        assert result["failure"]["verified"] is False
        assert "Look at the link at once" in result["msg"]


def test_a_link_that_somebody_removes_meanwhile_is_not_made_anew():
    with site_with(FULL) as site:
        body = {"linkId": FULL["id"], "linkType": 1, "access": 0}

        def remove(portal):
            request(portal, "PUT", PATH, body, site.api_key())

        site.faults.append(("GET", "settings", before(remove)))
        result = failed(site, title="Full", level="editor")

        assert stored(site) == {}
        assert (result["changed"], result["failure"]["code"]) == (False, "changed_meanwhile")
        assert "was removed by somebody else" in result["msg"]


def test_what_somebody_changes_meanwhile_stays():
    with site_with(FULL) as site:
        body = {
            "linkId": FULL["id"],
            "linkType": 1,
            "access": 5,
            "title": "Full",
            "password": "An0ther.one",
            "expirationDate": LATER,
        }

        def change(portal):
            request(portal, "PUT", PATH, body, site.api_key())

        site.faults.append(("GET", "settings", before(change)))
        result = failed(site, title="Full", level="editor")

        assert stored(site)["Full"]["password"] == "An0ther.one"
        assert stored(site)["Full"]["expires"] == STORED
        assert (result["changed"], result["failure"]["code"]) == (False, "changed_meanwhile")
        assert site.log().count(PUT) == 1  # that of the other one


@pytest.mark.parametrize("links", [(), (FULL,)], ids=["absent", "there"])
@pytest.mark.parametrize("check_mode", [False, True])
def test_no_links_are_no_proof_if_the_key_is_not_shown_them_any_more(links, check_mode):
    share = f"files/rooms/{CUSTOM}/share"
    manager = "b0000000-0000-4000-8000-000000000001"
    with site_with(*links) as site:

        def give(level):
            body = {"invitations": [{"id": manager, "access": level}]}
            request(site.portal, "PUT", share, body, site.api_key())

        give(9)
        site.faults.append(("GET", PATH, before(lambda _portal: give(2))))
        result = failed(
            site, check_mode=check_mode, key="room admin key", title="Full", state="absent"
        )

        assert (result["changed"], result["failure"]["code"]) == (False, "links_unseen")
        assert LINKS in site.log()
