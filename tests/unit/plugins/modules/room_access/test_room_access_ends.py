# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Access that ends, guests, links, and what `room_access` says of them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    Fault,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DSADMIN,
    ENGINEERING,
    GUEST,
    OWNER,
    ROOMADMIN,
    USER,
    history,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    failed,
    group,
    person,
    task,
)

LINK = "71000000-0000-4000-8000-000000000001"
TODAY = datetime.now(timezone.utc)


def day(days):
    return (TODAY + timedelta(days=days)).strftime("%Y-%m-%d")


@pytest.mark.parametrize("until", [day(-1), "2020-01-01T00:00:00+02:00"])
@pytest.mark.parametrize("option", ["add", "exact"])
def test_access_whose_time_is_over_ends(site, until, option):
    with_rooms(site, room(120, "Contracts", {USER(5): 2, USER(6): 2}))
    wanted = [person("user05", until=until, reason="Audit"), person("user06", until=day(0))]

    result = task(site, **{option: wanted})

    assert levels(site) == {USER(6): 2}
    (removed,) = result["removed"]
    assert (removed["user"]["id"], removed["reason"]) == (USER(5), "Audit")
    assert "(Eva User05): none [ended 20" in result["diff"]["after"]
    again = task(site, **{option: wanted})
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_somebody_whose_time_is_over_may_be_in_by_a_group_and_that_is_said(site):
    with_rooms(site, room(120, "Contracts", {ENGINEERING: 2}))

    result = task(site, add=[person("user05", "editor", until=day(-1))])

    assert not result["changed"]
    assert [each["user"]["id"] for each in result["still_in"]] == [USER(5)]
    assert "has no entry" in result["warnings"][0]
    assert "any more" in result["warnings"][0]


def test_access_that_ends_soon_is_said(site):
    with_rooms(site, room(120, "Contracts"))
    wanted = [
        person("user05", until=day(3), reason="Audit", approved_by="ada@example.org"),
        group("Legal", until=day(5)),
        person("user06", until=day(40)),
        person("user01", until=day(-1)),
    ]

    result = task(site, add=wanted, expiring_within="14d")

    eva, legal = result["expiring"]
    assert eva["until"] == f"{day(4)}T00:00:00Z"
    assert (eva["room"]["id"], eva["level"], eva["approved_by"]) == (
        "120",
        "viewer",
        "ada@example.org",
    )
    assert legal["group"]["name"] == "Legal"
    assert result["warnings"] == [
        'The access of user05@example.org (Eva User05) to "Contracts" (120) is taken away by the'
        f" first run after {day(4)}T00:00:00Z (Audit; approved by ada@example.org).",
        'The access of the group "Legal" to "Contracts" (120) is taken away by the first run after'
        f" {day(6)}T00:00:00Z.",
    ]
    assert (
        f"[until {day(4)}T00:00:00Z; Audit; approved by ada@example.org]" in result["diff"]["after"]
    )


def test_a_guest_is_invited(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2}))
    options = {
        "exact": [person("user01"), person("lawyer@example.net", "editor")],
        "invite_guests": True,
    }
    preview = task(site, check_mode=True, **options)
    assert site.portal.mutations == 0

    result = task(site, **options)

    (added,) = result["added"]
    assert (added["user"]["id"], added["user"]["email"]) == (None, "lawyer@example.net")
    assert added["user"]["status"] == "pending"
    assert {**result, "requests": None} == {**preview, "requests": None}
    assert "gets an account as guest, with a mail" in result["warnings"][0]
    (made,) = (
        each for each in site.portal.state()["users"] if each["email"] == "lawyer@example.net"
    )
    assert made["type"] == "Guest"
    assert levels(site) == {USER(1): 2, made["id"]: 10}
    assert result["requests"]["write"] == 1
    again = task(site, **options)
    assert (again["changed"], again["requests"]["write"]) == (False, 0)


def test_a_guest_cannot_be_invited_as_what_no_guest_can_be(site):
    with_rooms(site, room(120, "Contracts"))
    wanted = [person("lawyer@example.net", "room_manager")]
    assert "cannot be room_manager" in failed(site, add=wanted, invite_guests=True)["msg"]


def test_only_addresses_of_people_to_come_are_invited(site):
    with_rooms(site, room(120, "Contracts"))
    result = failed(site, add=[person("lawyer")], invite_guests=True)
    assert "lawyer is nobody" in result["msg"]
    assert not task(site, remove=["lawyer@example.net"], invite_guests=True)["changed"]


def test_a_guest_whom_the_portal_passes_over_is_not_said_to_be_in(site):
    with_rooms(site, room(120, "Contracts", owner=ROOMADMIN))

    result = failed(site, add=[person(GUEST), person("user05")], key="room admin key")

    assert result["failure"]["code"] == "unusable_entries"
    assert f"{GUEST} is not shown to the owner of the credential" in result["msg"]
    assert site.portal.mutations == 0
    # If guests are in, they can be left in, and put out.
    with_rooms(site, room(120, "Contracts", {GUEST: 2}, owner=ROOMADMIN))
    assert not task(site, exact=[person("guest01@example.com")], key="room admin key")["changed"]
    assert len(task(site, exact=[], key="room admin key")["removed"]) == 1


def test_an_administrator_who_is_put_out_reads_on(site):
    with_rooms(site, room(120, "Contracts", {DSADMIN: 10}))

    result = task(site, remove=["dsadmin"])

    (still,) = result["still_in"]
    assert (still["level"], still["cause"]) == ("administrator", "administrator")
    assert "still sees and reads it as an administrator" in result["warnings"][0]
    assert result["affected"][0]["summary"] == (
        "dsadmin@example.org: editor (direct) -> reads (as administrator)"
    )


def test_links_are_said_not_to_be_touched(site):
    link = {"id": LINK, "holder": "room 120", "title": "L", "access": 2, "maker": OWNER, "type": 1}
    site.state["links"] = [link]
    with_rooms(site, room(120, "Contracts", {USER(5): 2, USER(6): 2}))

    result = task(site, exact=[person("user06")])

    assert len(result["warnings"]) == 2
    assert "who is put out and has opened one before is still in by it" in result["warnings"][0]
    assert "exact does not put them out; it leaves links as they are" in result["warnings"][1]
    assert len(site.portal.state()["links"]) == 1
    assert task(site, add=[person("user06")])["warnings"] == []


def test_mails_and_force_are_sent_as_the_task_says(site):
    with_rooms(site, room(120, "Contracts"))
    task(site, add=[person("user05")], notify=True, force=True)
    body = site.portal.requests[-2].body
    assert body == {
        "invitations": [{"id": USER(5), "access": 2}],
        "notify": True,
        "force": True,
    }


def test_only_differences_are_sent(site):
    with_rooms(site, room(120, "Contracts", {USER(5): 2, USER(6): 2}))

    task(site, add=[person("user05")], remove=["user06", "user07"])

    assert history(site) == ["RoomRemoveUser"]


def test_putting_out_is_not_sent_twice_after_a_lost_answer(site):
    with_rooms(site, room(120, "Contracts", {USER(6): 2}))
    site.faults.append(("PUT", "share", done_but(503)))

    result = task(site, remove=["user06"])

    assert result["changed"]
    assert "was made in full" in result["warnings"][0]
    assert history(site) == ["RoomRemoveUser"]


def test_of_a_room_that_cannot_be_read_after_a_write_nothing_is_claimed(site):
    with_rooms(site, room(120, "Contracts"))
    site.faults.append(Fault("GET", "share", instead(500), first=4, times=9))

    result = failed(site, add=[person("user05")])

    assert result["changed"]
    assert result["failure"]["verified"] is False
    assert "added" not in result


def test_what_is_refused_in_the_middle_is_told_as_it_is(site, monkeypatch):
    with_rooms(site, room(120, "Contracts", {USER(6): 2}))
    # As if the table of levels were wrong.
    monkeypatch.setattr(
        "ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_rules._why_not",
        lambda *_given: None,
    )

    result = failed(
        site, add=[person("user05"), person("user07", "form_filler")], remove=["user06"]
    )

    assert levels(site) == {USER(5): 2, USER(6): 2}
    assert [each["user"]["id"] for each in result["added"]] == [USER(5)]
    assert result["removed"] == []
    assert result["changed"]
    assert "user07@example.org (Gina User07) has no entry" in result["msg"]
