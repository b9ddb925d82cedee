# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`invitation_link` makes, changes and deletes links, and sends nothing where that is so."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.invitation_link.tasks import (  # noqa: E501  one name
    CHANGE,
    DELETE,
    LATER,
    MAKE,
    READ,
    STILL_LATER,
    links,
    site_with,
    task,
)

STORED, STORED_LATER = "2999-12-31T23:59:00+00:00", "3000-01-01T00:00:00+00:00"


def test_a_new_link_is_one_read_and_one_write(site):
    result = task(site, max_use_count=20)

    assert result["changed"]
    assert result["link"] == {
        "type": "user",
        "expires": LATER,
        "max_use_count": 20,
        "uses": 0,
        "is_expired": False,
    }
    assert links(site) == {"User": (STORED, 20)}
    assert site.log() == [READ, MAKE]
    assert result["diff"]["before"] == ""
    assert result["diff"]["after"] == 'expires: "2999-12-31T23:59:00Z"\nmax_use_count: "20"\n'


@pytest.mark.parametrize(
    "same",
    [
        LATER,
        "2999-12-31 23:59Z",
        "3000-01-01T01:59:00+02:00",
        "2999-12-31T18:59:00.250-0500",
        " 2999-12-31t23:59:00z ",
    ],
)
def test_the_same_moment_is_the_same_however_it_is_written(same):
    with site_with(max_uses=5) as site:
        result = task(site, expires=same, max_use_count=5)

        assert not result["changed"]
        assert result["link"]["expires"] == LATER
        assert site.log() == [READ]


def test_a_limit_that_is_not_named_is_sent_along():
    with site_with(max_uses=5, uses=2) as site:
        result = task(site, expires=STILL_LATER)

        assert result["changed"]
        assert (result["link"]["max_use_count"], result["link"]["uses"]) == (5, 2)
        assert links(site) == {"User": (STORED_LATER, 5)}
        assert site.log() == [READ, CHANGE]


def test_an_end_that_stays_is_sent_along():
    with site_with(max_uses=5) as site:
        assert task(site, max_use_count=6)["changed"]
        assert links(site) == {"User": (STORED, 6)}


def test_a_link_without_end():
    with site_with() as site:
        result = task(site, expires="never", allow_permanent=True)
        assert result["link"]["expires"] == "never"
        assert links(site) == {"User": (None, None)}
        assert result["diff"]["after"] == "expires: never\nmax_use_count: null\n"

        assert not task(site, expires="never", allow_permanent=True)["changed"]
        assert task(site)["changed"]
        assert links(site) == {"User": (STORED, None)}


def test_a_link_that_has_ended_begins_again():
    with site_with(expires="2020-01-01T00:00:00+00:00") as site:
        result = task(site)

        assert result["changed"]
        assert result["link"]["is_expired"] is False


def test_deletion_is_two_reads_and_one_write():
    with site_with(max_uses=5) as site:
        result = task(site, state="absent", expires="whenever")

        assert result["changed"]
        assert result["link"] is None
        assert links(site) == {}
        assert site.log() == [READ, DELETE, READ]
        assert result["diff"]["after"] == ""
        assert not task(site, state="absent")["changed"]


@pytest.mark.parametrize("kind", ["room_admin", "docspace_admin"])
def test_links_of_other_types_stay(kind):
    with site_with() as site:
        task(site, type=kind, expires=STILL_LATER)

        assert len(links(site)) == 2
        assert links(site)["User"] == (STORED, None)


def test_a_link_that_is_used_up_is_warned_of():
    with site_with(max_uses=5, uses=5) as site:
        result = task(site, max_use_count=5)

        assert not result["changed"]
        (warning,) = result["warnings"]
        assert warning.startswith("Nobody can join by the link for the type user any more, as 5 of")


@pytest.mark.parametrize(
    "options",
    [{}, {"max_use_count": 9}, {"expires": STILL_LATER}, {"state": "absent"}],
)
@pytest.mark.parametrize("is_there", [False, True])
def test_check_mode_tells_what_the_real_run_would(options, is_there):
    with site_with(max_uses=5) as site:
        if not is_there:
            task(site, state="absent")
        changes = site.portal.mutations
        before = links(site)
        preview = task(site, check_mode=True, **options)

        assert links(site) == before
        assert site.portal.mutations == changes
        real = task(site, **options)
        for each in (preview, real):
            each.pop("requests")
        assert preview == real


def test_check_mode_says_what_a_key_that_only_reads_may_not():
    with site_with() as site:
        result = task(site, check_mode=True, key="owner *:read key", state="absent")

        (warning,) = result["warnings"]
        assert "lacks the scope *:write" in warning
        assert site.log() == [READ, "GET keys/%40self"]
        assert task(site, check_mode=True, key="owner *:read key")["warnings"] == []


# --- the address --------------------------------------------------------------------------------


def test_the_address_is_returned_only_where_that_is_asked_for(site):
    made = task(site, return_link=True)
    seen = task(site, return_link=True, key="admin key")

    assert "/s/" in made["link"]["url"]
    assert seen["link"]["url"] != made["link"]["url"]
    for result in (task(site), task(site, max_use_count=5), task(site, state="absent")):
        assert "/s/" not in repr(result)


def test_the_address_of_a_link_that_is_still_to_be_made_is_not_known(site):
    assert task(site, check_mode=True, return_link=True)["link"]["url"] is None
    task(site)
    assert task(site, check_mode=True, return_link=True)["link"]["url"]
    assert task(site, return_link=True, state="absent")["link"] is None


def test_the_address_is_in_no_difference(site):
    result = task(site, return_link=True)

    assert result["link"]["url"] not in repr(result["diff"])
