# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_link` finds out what became of a write whose answer was lost or wrong."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import room_link_writes
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    LATER,
    STILL_LATER,
    STORED,
    link_id,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    JOIN,
    LINKS,
    PASSWORD,
    PUT,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

PATH = f"files/rooms/{CUSTOM}/links"
WRITES = {
    "new": {"title": "New", "level": "viewer", "expires": LATER, "password": PASSWORD},
    "change": {"title": "Full", "level": "editor"},
    "removal": {"title": "Full", "state": "absent"},
}


@pytest.fixture(params=WRITES)
def writing(request):
    """A portal with a link, and the task that writes to it."""
    with site_with(FULL) as site:
        yield site, WRITES[request.param]


def test_a_write_that_was_made_in_spite_of_its_answer(writing):
    site, options = writing
    before_it = stored(site)
    site.faults.append(("PUT", PATH, done_but(500)))

    result = task(site, **options)

    assert result["changed"]
    assert stored(site) != before_it
    assert "was made in full" in result["warnings"][0]
    assert LINKS in site.log()[-2:]


def test_a_lost_answer_is_no_second_link(writing):
    site, options = writing
    site.faults.append(("PUT", PATH, done_but(502)))

    assert task(site, **options)["changed"]
    assert site.log().count(PUT) == 2
    assert len(stored(site)) == {"New": 2, "Full": 0 if "state" in options else 1}[options["title"]]


def test_a_write_that_was_not_made(writing):
    site, options = writing
    before_it = stored(site)
    site.faults.append(("PUT", PATH, instead(500)))

    result = failed(site, **options)

    assert not result["changed"]
    assert stored(site) == before_it
    assert " is not as planned: it" in result["msg"]
    assert result["failure"] == {"code": "server_error", "status": 500}
    assert PASSWORD not in repr(result)


def test_a_write_that_cannot_be_verified(writing):
    site, options = writing

    def lose(portal, environ):
        site.faults.append(Fault("GET", PATH, instead(500), times=99))
        return done_but(500)(portal, environ)

    site.faults.append(("PUT", PATH, lose))

    result = failed(site, **options)

    assert result["changed"]
    assert result["failure"]["verified"] is False


@pytest.mark.parametrize("write", ["new", "change"])
def test_an_answer_without_a_link_is_verified_by_a_read(write):
    with site_with(FULL) as site:
        site.faults.append(("PUT", PATH, done_but(200, {"count": 0, "status": 0})))

        assert task(site, **WRITES[write])["changed"]
        assert site.log()[-1] == LINKS


def test_rights_that_are_lost_meanwhile():
    with site_with(FULL) as site:

        def lower(portal):
            request(portal, "PUT", share, {"invitations": lowered}, site.api_key())

        share = f"files/rooms/{CUSTOM}/share"
        manager = "b0000000-0000-4000-8000-000000000001"
        lowered = [{"id": manager, "access": 2}]
        raised = {"invitations": [{"id": manager, "access": 9}]}
        request(site.portal, "PUT", share, raised, site.api_key())
        site.faults.append(("PUT", PATH, before(lower)))

        result = failed(site, key="room admin key", title="Full", state="absent")

        assert not result["changed"]


def test_nothing_shown_after_a_lost_answer_is_no_proof():
    with site_with(FULL) as site:
        nothing = instead(200, {"response": [], "count": 0})
        row = {"id": CUSTOM, "title": "Custom", "roomType": 5, "rootFolderType": 14}
        hidden = instead(200, {"response": {**row, "security": {"EditAccess": False}}})
        site.faults.append(("PUT", PATH, instead(500)))
        site.faults.append(Fault("GET", PATH, nothing, first=4, times=9))
        site.faults.append(Fault("GET", f"files/rooms/{CUSTOM}", hidden, first=4, times=9))

        result = failed(site, title="Full", state="absent")

        assert result["changed"]
        assert result["failure"]["verified"] is False
        assert "does not show the links any more" in result["msg"]


def test_what_the_portal_ignores_is_told():
    with site_with(FULL) as site:
        row = {
            "id": link_id(1),
            "title": "Full",
            "linkType": 1,
            "expirationDate": LATER,
            "password": PASSWORD,
            "denyDownload": True,
            "internal": True,
        }
        site.faults.append(
            ("PUT", PATH, instead(200, {"response": {"access": 5, "sharedLink": row}}))
        )

        result = failed(site, title="Full", level="editor")

        assert not result["changed"]
        assert "its level is reviewer" in result["msg"]
        assert result["failure"]["code"] == "not_as_planned"


@pytest.mark.parametrize(
    ("before_it", "after"),
    [((), None), ((FULL,), STORED)],
    ids=["new", "change"],
)
def test_a_link_that_would_never_end_is_taken_back(before_it, after):
    """The clock of the portal is ahead, so that it takes the end for one that is over."""
    with site_with(*before_it) as site:

        def forget(portal, environ):
            """Make the link without an end, and say so."""
            request(portal, "PUT", PATH, {**link, "linkType": 1, "access": 2}, site.api_key())
            row = {"id": link["linkId"], "title": title, "linkType": 1}
            answer = {"response": {"access": 2, "sharedLink": row}}
            return instead(200, answer)(portal, environ)

        title = "Full" if before_it else "New"
        options = {"title": title, "level": "viewer", "expires": STILL_LATER}
        link = {"linkId": task(site, check_mode=True, **options)["link"]["id"], "title": title}
        site.faults.append(("PUT", PATH, forget))

        result = failed(site, **options)

        assert not result["changed"]
        assert "Compare the clocks" in result["msg"]
        assert stored(site).get(title, {}).get("expires") == after


def test_an_end_that_comes_before_the_write(monkeypatch):
    with site_with(JOIN) as site:
        monkeypatch.setattr(room_link_writes, "is_over", lambda _link: True)
        result = failed(site, type="invitation", level="viewer", expires=STILL_LATER)

        assert (result["changed"], result["failure"]["code"]) == (False, "link_expired")
        assert PUT not in site.log()


def test_the_password_and_the_address_in_the_words_of_a_portal():
    with site_with(FULL) as site:
        address = task(site, title="Full", return_link=True)["link"]["url"]
        said = {"error": {"message": f"Link {address} with {PASSWORD} is bad"}}
        site.faults.append(("PUT", PATH, instead(500, said)))

        result = failed(site, title="Full", level="editor", return_link=True)

        assert PASSWORD not in repr(result)
        assert address not in repr(result)


def test_an_end_that_is_no_moment_is_not_taken_for_none(linked):
    row = {"id": link_id(1), "title": "x", "linkType": 1, "expirationDate": "soon"}
    answer = {"response": [{"access": 2, "sharedLink": row}]}
    linked.faults.append(("GET", PATH, instead(200, answer)))

    assert failed(linked, title="x", state="absent")["failure"]["code"] == "bad_answer"
