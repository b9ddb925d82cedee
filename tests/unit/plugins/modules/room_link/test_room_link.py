# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_link` makes, changes and removes links, and sends nothing where that is so."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    CUSTOM,
    FORMS,
    LATER,
    PRIMARY,
    PUBLIC,
    STILL_LATER,
    STORED,
    STORED_LATER,
    link_id,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    JOIN,
    KEY,
    LINKS,
    OTHER_PASSWORD,
    PASSWORD,
    POLICY,
    PUT,
    PUT_PRIMARY,
    ROOM,
    SHARING,
    is_free,
    sent,
    task,
)


def test_a_new_link(linked):
    options = {"title": "For Globex", "level": "viewer", "expires": LATER}
    preview, log = sent(linked, check_mode=True, **options)
    assert log == [ROOM, LINKS, SHARING, is_free(preview["link"]), KEY]

    result, log = sent(linked, **options)

    assert log == [ROOM, LINKS, SHARING, is_free(result["link"]), PUT]
    assert result["changed"]
    assert preview["changed"]
    assert result["link"] == preview["link"]
    assert result["link"] == {
        "id": result["link"]["id"],
        "title": "For Globex",
        "type": "external",
        "primary": False,
        "level": "viewer",
        "expires": LATER,
        "is_expired": False,
        "has_password": False,
        "deny_download": False,
        "internal": False,
        "max_use_count": None,
        "uses": None,
    }
    assert result["room"] == {"id": str(CUSTOM), "title": "Custom", "room_type": "custom"}
    assert stored(linked) == {
        "For Globex": {"id": result["link"]["id"], "access": 2, "type": 1, "expires": STORED}
    }
    assert result["diff"] == preview["diff"]
    assert result["diff"]["before"] == ""
    assert f'expires: "{LATER}"' in result["diff"]["after"]

    again, log = sent(linked, **options)
    assert not again["changed"]
    assert log == [ROOM, LINKS]


def test_a_link_with_everything(linked):
    options = {
        "title": "Full",
        "level": "reviewer",
        "expires": LATER,
        "password": PASSWORD,
        "deny_download": True,
        "internal": True,
    }
    result = task(linked, **options)

    # It is open to nobody without an account, so that the settings for those do not count.
    assert linked.log() == [ROOM, LINKS, POLICY, is_free(result["link"]), PUT]
    assert {**stored(linked)["Full"], "id": link_id(1)} == {
        "type": 1,
        **{key: value for key, value in FULL.items() if key != "title"},
    }
    assert not task(linked, **options)["changed"]
    assert PASSWORD not in repr(result)


CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "level": ({"level": "editor"}, {"access": 10}),
    "expires": ({"expires": STILL_LATER}, {"expires": STORED_LATER}),
    "password": ({"password": OTHER_PASSWORD}, {"password": OTHER_PASSWORD}),
    "no_password": ({"no_password": True}, {"password": None}),
    "deny_download": ({"deny_download": False}, {"denies_download": None}),
    "internal": ({"internal": False}, {"is_internal": None}),
    "permanent": ({"expires": "never", "allow_permanent": True}, {"expires": None}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_named_stays_as_it_is(change):
    options, changed = CHANGES[change]
    with site_with(FULL) as site:
        preview = task(site, check_mode=True, title="Full", **options)
        result = task(site, title="Full", **options)

        assert result["changed"]
        assert result["link"] == preview["link"]
        after = {"type": 1, **FULL, **changed}
        del after["title"]
        assert stored(site) == {
            "Full": {key: value for key, value in after.items() if value is not None}
        }
        again, log = sent(site, title="Full", **options)
        assert not again["changed"]
        assert log == [ROOM, LINKS]
        for each in (preview, result, again):
            assert PASSWORD not in repr(each)
            assert OTHER_PASSWORD not in repr(each)


def test_a_difference_tells_of_another_password_without_it():
    with site_with(FULL) as site:
        diff = task(site, title="Full", password=OTHER_PASSWORD)["diff"]

        assert "password: set\n" in diff["before"]
        assert "password: set (another one)\n" in diff["after"]


@pytest.mark.parametrize(
    ("password", "set_to"), [("", OTHER_PASSWORD), (PASSWORD, PASSWORD)], ids=["none", "one"]
)
def test_a_password_only_for_a_link_that_has_none(password, set_to):
    with site_with({**FULL, "password": password}) as site:
        options = {"password": OTHER_PASSWORD, "update_password": "on_create"}
        result = task(site, title="Full", **options)

        assert result["changed"] == (not password)
        assert stored(site)["Full"]["password"] == set_to


@pytest.mark.parametrize(
    "same", [LATER, "2032-01-01T01:59:00+02:00", "2031-12-31 23:59Z", "+30d", "+1h"]
)
def test_the_same_end_however_it_is_written(same):
    with site_with(FULL) as site:
        assert not task(site, title="Full", expires=same)["changed"]
        assert site.log() == [ROOM, LINKS]


def test_a_time_from_now_on_gives_an_end_to_a_link_without():
    with site_with({"id": link_id(1), "title": "Open"}) as site:
        result = task(site, title="Open", expires="+2w")

        assert result["changed"]
        assert stored(site)["Open"]["expires"] is not None
        assert not task(site, title="Open", expires="+2w")["changed"]


@pytest.mark.parametrize("named", [{"title": "Full"}, {"link_id": link_id(1).upper()}])
def test_a_link_is_removed(named):
    with site_with(FULL, JOIN) as site:
        preview = task(site, check_mode=True, state="absent", **named)
        assert preview["changed"]
        assert preview["link"] is None

        result, log = sent(site, state="absent", **named)

        assert result["changed"]
        assert result["link"] is None
        assert log == [ROOM, LINKS, PUT, LINKS]
        assert set(stored(site)) == {"Join"}
        assert result["diff"]["after"] == ""
        assert not task(site, state="absent", **named)["changed"]


def test_an_invitation_link(linked):
    options = {"type": "invitation", "level": "editor", "expires": LATER, "max_use_count": 20}
    preview = task(linked, check_mode=True, **options)
    result, log = sent(linked, **options)

    assert log == [ROOM, LINKS, is_free(result["link"]), PUT]
    assert result["link"] == preview["link"]
    assert (result["link"]["title"], result["link"]["uses"]) == ("Invitation link", 0)
    assert stored(linked)["Invitation link"]["max_uses"] == 20
    assert not task(linked, **options)["changed"]
    assert task(linked, type="invitation", max_use_count=21)["link"]["expires"] == LATER
    assert task(linked, type="invitation", state="absent")["changed"]
    assert stored(linked) == {}


def test_the_primary_link_of_a_room_that_has_none(linked):
    options = {"primary": True, "level": "commenter", "expires": LATER, "password": PASSWORD}
    preview = task(linked, check_mode=True, **options)
    result, log = sent(linked, **options)

    assert log == [ROOM, LINKS, POLICY, SHARING, is_free(result["link"]), PUT_PRIMARY]
    assert result["link"] == preview["link"]
    assert stored(linked)["Shared link"]["is_primary"]
    assert not task(linked, **options)["changed"]

    changed, log = sent(linked, primary=True, level="viewer")
    assert changed["link"]["has_password"]
    assert log == [ROOM, LINKS, POLICY, SHARING, LINKS, PUT]
    assert task(linked, primary=True, state="absent")["changed"]
    assert stored(linked) == {}


@pytest.mark.parametrize("room", [PUBLIC, FORMS])
def test_a_primary_link_that_is_always_there_gets_a_password(linked, room):
    result = task(linked, room=room, primary=True, password=PASSWORD)

    assert result["changed"]
    ((link,),) = [stored(linked, room).values()]
    assert (link["id"], link["password"]) == (PRIMARY[room], PASSWORD)
    assert result["link"]["expires"] == "never"
    never = {"expires": "never", "allow_permanent": True}
    assert not task(linked, room=room, primary=True, **never)["changed"]
