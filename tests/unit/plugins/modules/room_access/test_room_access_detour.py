# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`via_ownership`: an administrator takes a room over, changes it, gives it back and leaves it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DISABLED,
    DSADMIN,
    ENGINEERING,
    OWNER,
    ROOMADMIN,
    USER,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    failed,
    group,
    person,
    refused,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

VIA = {"via_ownership": True, "key": "admin key"}
BEFORE = {USER(1): 2, USER(2): 10, ENGINEERING: 2}


def foreign(site, owner=ROOMADMIN, more=None):
    return with_rooms(site, room(120, "Contracts", {**BEFORE, **(more or {})}, owner=owner))


def owner_of(site):
    return site.portal.state()["rooms"][0]["owner"]


def test_only_the_change_remains(site):
    foreign(site)
    options = {
        "add": [person("user05", "editor"), person("user02", "viewer")],
        "remove": ["user01"],
    }

    preview = task(site, check_mode=True, **options, **VIA)
    assert site.portal.mutations == 0
    result = task(site, **options, **VIA)

    assert levels(site) == {USER(2): 2, USER(5): 10, ENGINEERING: 2}
    assert owner_of(site) == ROOMADMIN
    assert {**preview, "requests": None} == {**result, "requests": None}
    # Taken, changed, given back, left; each is read after it.
    assert [line for line in site.log() if not line.startswith("GET")] == [
        "POST files/owner",
        "PUT files/rooms/120/share",
        "POST files/owner",
        "PUT files/rooms/120/share",
    ]
    # The room twice, its entries, three people, the key, whose it is, the owner of the room; the
    # room before and after it is taken, its entries, the room and its entries.
    assert result["requests"] == {"read": 2 + 1 + 3 + 3 + 5, "write": 4}
    again = task(site, **options, **VIA)
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_exact_does_not_take_the_former_owner_for_somebody_who_is_in(site):
    foreign(site)

    result = task(site, exact=[person("user02", "editor"), group("Engineering")], **VIA)

    assert len(result["removed"]) == 1
    assert levels(site) == {USER(2): 10, ENGINEERING: 2}
    assert owner_of(site) == ROOMADMIN


def test_a_room_that_is_managed_anyway_is_not_taken_over(site):
    foreign(site, owner=DSADMIN)
    assert task(site, add=[person("user05")], **VIA)["requests"]["write"] == 1


@pytest.mark.parametrize(
    ("owner", "more", "options", "words"),
    [
        (ROOMADMIN, {DSADMIN: 2}, {"add": [person("user05")]}, "has an entry in it"),
        (ROOMADMIN, {}, {"add": [person("dsadmin", "editor")]}, "cannot be let in so"),
        (DISABLED, {}, {"add": [person("user05")]}, "could not get it back, being disabled"),
        (USER(9), {}, {"add": [person("user05")]}, "could not get it back, being a user"),
        (OWNER[:-1] + "0", {}, {"add": [person("user05")]}, "has no account any more"),
        (
            ROOMADMIN,
            {},
            {"add": [person("user05")], "key": "owner *:write key"},
            "lacks the scope files:write",
        ),
    ],
)
def test_what_would_not_be_as_before_is_refused(site, owner, more, options, words):
    scopes = next(key for key in site.state["api_keys"] if key["name"] == "owner *:write key")
    scopes["permissions"] = ["rooms:write", "accounts:read"]
    foreign(site, owner, more)
    before = levels(site)

    refused(site, "no_detour", words, **{**VIA, **options})

    assert (levels(site), owner_of(site)) == (before, owner)


def test_others_than_administrators_cannot_take_a_room_over(site):
    foreign(site, owner=DSADMIN, more={ROOMADMIN: 10})
    options = {"add": [person("user05")], "via_ownership": True, "key": "room admin key"}
    refused(site, "no_detour", "is no administrator and cannot take it over", **options)


def test_archived_rooms_are_not_taken_over(site):
    with_rooms(site, room(120, "Contracts", BEFORE, owner=ROOMADMIN, archived=True))
    refused(site, "room_archived", add=[person("user05")], **VIA)


def test_a_change_that_is_refused_is_undone_to_the_last_entry(site, monkeypatch):
    foreign(site)
    monkeypatch.setattr(
        "ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_rules._why_not",
        lambda *_given: None,
    )

    result = failed(site, add=[person("user05", "form_filler")], **VIA)

    assert not result["changed"]
    assert (levels(site), owner_of(site)) == (BEFORE, ROOMADMIN)


def test_a_room_that_is_not_taken_over_is_as_before(site):
    foreign(site)
    site.faults.append(Fault("POST", "files/owner", instead(500)))

    result = failed(site, add=[person("user05")], **VIA)

    assert not result["changed"]
    assert (levels(site), owner_of(site)) == (BEFORE, ROOMADMIN)


def test_a_room_that_may_be_taken_over_is_given_back_and_left(site):
    foreign(site)
    site.faults.append(Fault("POST", "files/owner", done_but(500)))
    # What became of it cannot be read either.
    site.faults.append(Fault("GET", "files/rooms/120", instead(500), first=9))

    result = failed(site, "120", add=[person("user05@example.org")], **VIA)

    assert (levels(site), owner_of(site)) == (BEFORE, ROOMADMIN)
    assert not result["changed"]
    assert "may have been taken over, and is as it was before" in result["msg"]


def test_a_lost_answer_is_made_good_by_reading(site):
    foreign(site)
    site.faults.append(Fault("POST", "files/owner", done_but(500)))

    result = task(site, add=[person("user05")], **VIA)

    assert result["changed"]
    assert (levels(site), owner_of(site)) == ({**BEFORE, USER(5): 2}, ROOMADMIN)


def test_a_room_that_cannot_be_given_back_is_told_with_what_to_do(site):
    foreign(site)
    site.faults.append(Fault("POST", "files/owner", instead(403), first=9, times=9))

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert owner_of(site) == DSADMIN
    assert result["changed"]
    assert result["failure"]["rooms_left"] == [{"id": "120", "owner": ROOMADMIN}]
    assert "may still belong to dsadmin@example.org" in result["msg"]
    assert "Do not run the task again before" in result["msg"]


def test_who_cannot_leave_is_told_with_what_to_do(site):
    foreign(site)
    site.faults.append(Fault("PUT", "share", instead(403), first=12, times=9))

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert owner_of(site) == ROOMADMIN
    assert levels(site)[DSADMIN] == 9
    assert "belongs to roomadmin@example.org (Rosa Roomadmin) again" in result["msg"]
    assert "put this person out" in result["msg"]


def test_somebody_who_comes_meanwhile_is_told(site):
    foreign(site)

    def come(portal, environ):
        body = {"invitations": [{"id": USER(8), "access": 2}], "notify": False}
        request(site.portal, "PUT", "files/rooms/120/share", body, site.api_key("room admin key"))
        return portal

    site.faults.append(Fault("PUT", "share", come, first=12))

    result = failed(site, "120", add=[person("user05")], **VIA)

    assert "user08@example.org is viewer" in result["msg"]
    assert owner_of(site) == ROOMADMIN
