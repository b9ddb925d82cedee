# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`invitation_link` finds out what became of a write whose answer was lost or wrong."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.invitation_link.tasks import (  # noqa: E501  one name
    LINK,
    PATH,
    READ,
    STILL_LATER,
    failed,
    links,
    site_with,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

#: By method, a task that makes it send that.
WRITES = {
    "POST": {"type": "docspace_admin"},
    "PUT": {"expires": STILL_LATER},
    "DELETE": {"state": "absent"},
}
OTHER = {"id": LINK, "expiration": "2998-01-01T00:00:00Z", "maxUseCount": 7}


@pytest.fixture(params=WRITES)
def writing(request):
    """A portal with a link for users, the task that writes to it, and the method of the write."""
    with site_with() as site:
        yield site, WRITES[request.param], request.param


def test_a_write_that_was_made_in_spite_of_its_answer(writing):
    site, options, method = writing
    before_it = links(site)
    site.faults.append((method, PATH, done_but(500)))

    result = task(site, **options)

    assert result["changed"]
    assert links(site) != before_it
    assert "was made in full" in result["warnings"][0]
    assert site.log()[-1].startswith(f"GET {PATH}/")


def test_a_write_that_was_not_made(writing):
    site, options, method = writing
    before_it = links(site)
    site.faults.append((method, PATH, instead(500)))

    result = failed(site, **options)

    assert not result["changed"]
    assert links(site) == before_it
    assert " is not as planned: it " in result["msg"]
    assert result["failure"] == {"code": "server_error", "status": 500}


def test_a_write_that_cannot_be_verified(writing):
    site, options, method = writing
    site.faults.append((method, PATH, done_but(500)))
    site.faults.append(Fault("GET", PATH, instead(500), first=3, times=9))

    result = failed(site, **options)

    assert result["changed"]
    assert result["failure"]["verified"] is False


def test_an_answer_without_a_link_is_verified_by_a_read(site):
    site.faults.append(("POST", PATH, done_but(200, {"count": 0, "status": 0})))

    assert task(site)["changed"]
    assert site.log()[-1] == READ


def test_a_link_that_somebody_else_makes_meanwhile(site):
    other = {"employeeType": "User", "expiration": "2998-01-01T00:00:00Z"}
    add = before(lambda portal: request(portal, "POST", PATH, other, site.api_key()))
    site.faults.append(("POST", PATH, add))

    result = failed(site)

    assert not result["changed"]
    assert "already exists" in result["msg"]


def test_a_link_that_somebody_else_deletes_meanwhile():
    with site_with() as site:
        gone = before(lambda portal: request(portal, "DELETE", PATH, OTHER, site.api_key()))
        site.faults.append(("DELETE", PATH, gone))

        result = task(site, state="absent")

        assert not result["changed"]
        assert result["link"] is None
        assert result["warnings"] == [
            "The link for the type user was deleted by somebody else meanwhile."
        ]


def test_a_link_that_somebody_else_makes_anew_is_not_taken_for_none():
    def renew(portal):
        request(portal, "DELETE", PATH, OTHER, site.api_key())
        body = {"employeeType": "User", "expiration": "2998-01-01T00:00:00Z"}
        request(portal, "POST", PATH, body, site.api_key())

    with site_with() as site:
        site.faults.append(("DELETE", PATH, before(renew)))

        result = failed(site, state="absent")

        assert not result["changed"]
        assert result["failure"]["code"] == "changed_meanwhile"
        assert "There is another one now" in result["msg"]
        assert task(site, state="absent")["changed"]


def test_whether_there_is_another_link_cannot_be_read():
    with site_with() as site:
        gone = before(lambda portal: request(portal, "DELETE", PATH, OTHER, site.api_key()))
        site.faults += [("DELETE", PATH, gone), Fault("GET", PATH, instead(500), first=3, times=9)]

        result = failed(site, state="absent")

        assert (result["changed"], result["failure"]["code"]) == (False, "server_error")


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_the_address_of_a_link_is_a_secret_in_the_words_of_a_portal_too(method):
    with site_with() as site:
        address = task(site, return_link=True)["link"]["url"]
        said = {"error": {"message": f"Link {address} is bad"}}
        site.faults.append((method, PATH, instead(500, said)))

        result = failed(site, **WRITES[method])

        assert '"Link *** is bad"' in result["msg"]
        assert address not in repr(result)


def test_a_link_that_goes_before_it_is_changed():
    with site_with() as site:
        gone = before(lambda portal: request(portal, "DELETE", PATH, OTHER, site.api_key()))
        site.faults.append(("PUT", PATH, gone))

        result = failed(site, max_use_count=5)

        assert not result["changed"]
        assert result["failure"] == {"code": "not_found", "status": 404}


def test_a_link_that_goes_after_a_change_whose_answer_was_lost(naps):
    with site_with() as site:
        gone = before(lambda portal: request(portal, "DELETE", PATH, OTHER, site.api_key()))
        site.faults += [("PUT", PATH, done_but(502)), ("PUT", PATH, gone)]

        result = failed(site, max_use_count=5)

        assert result["changed"]
        assert result["failure"]["code"] == "not_found"


def test_other_limits_than_before_and_than_planned_are_not_known_to_be_ours():
    with site_with() as site:
        shown = {"response": {**OTHER, "employeeType": 4, "isExpired": False}}
        site.faults.append(("PUT", PATH, instead(200, shown)))

        result = failed(site, max_use_count=5)

        assert result["changed"]
        assert "it expires 2998-01-01T00:00:00Z, and 7 people may use it" in result["msg"]


@pytest.mark.parametrize("expiration", ["soon", "2999-13-01T00:00:00Z"])
def test_an_end_that_is_no_moment_is_not_taken_for_none(site, expiration):
    row = {"id": LINK, "employeeType": 4, "expiration": expiration}
    site.faults.append(("GET", PATH, instead(200, {"response": row})))

    assert failed(site)["failure"]["code"] == "bad_answer"
