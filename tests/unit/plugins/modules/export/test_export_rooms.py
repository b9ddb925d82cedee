# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`export` writes rooms with their settings, who may enter them, and the links that are shown."""

from __future__ import annotations

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.export.tasks import task
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

ADMIN = "a0000000-0000-4000-8000-000000000001"
ADA, BEN = (f"c0000000-0000-4000-8000-00000000000{number}" for number in (1, 2))
ROOMER = "b0000000-0000-4000-8000-000000000002"
DESIGN = "10000000-0000-4000-8000-000000000003"
TWIN = "10000000-0000-4000-8000-000000000011"
SETTINGS = {
    "tags": ["beta", "alpha"],
    "denyDownload": True,
    "lifetime": {"period": 1, "value": 3, "deletePermanently": True, "enabled": True},
}


def link(number, room, title, **values):
    key = f"71000000-0000-4000-8000-00000000000{number}"
    return {"id": key, "holder": f"room {room}", "title": title, "maker": ADMIN, **values}


def made_state():
    state = load_state()
    owner = next(user["id"] for user in state["users"] if user["type"] == "Owner")
    other = next(user["id"] for user in state["users"] if user["type"] == "RoomAdmin")
    state["rooms"] = [
        {
            "id": 11,
            "title": "Plans",
            "type": 5,
            "owner": owner,
            "shares": [
                {"user": ADA, "access": 10},
                {"group": DESIGN, "access": 2},
                {"group": TWIN, "access": 2},
            ],
        },
        {"id": 12, "title": "Of others", "type": 6, "owner": other, "shares": []},
        {"id": 13, "title": "Old", "type": 5, "owner": owner, "archived": True, "shares": []},
        {"id": 14, "title": "Twice", "type": 2, "owner": owner, "shares": []},
        {"id": 15, "title": "Twice", "type": 2, "owner": owner, "shares": []},
        {"id": 16, "title": "2031", "type": 2, "owner": owner, "shares": []},
    ]
    state["links"] = [
        link(1, 11, "Come in", access=2, type=0, max_uses=5),
        link(2, 11, "Look", access=2, type=1, password="Se4ret-word", is_internal=True),
        link(3, 11, "Over", access=2, type=1, expires="2020-01-01T00:00:00+00:00"),
        link(4, 11, "Later", access=2, type=1, expires="2030-01-01T00:00:00+00:00"),
    ]
    return state


@pytest.fixture
def rooms():
    made = Site(made_state())
    with serve(made) as made.base_url:
        yield made


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rooms.yml"


def written(path):
    return path.read_text(encoding="utf-8")


def entry(path, name):
    (found,) = (
        each for each in yaml.safe_load(written(path))["docspace_rooms"] if each["room"] == name
    )
    return found


def test_a_room_has_its_settings_its_access_and_its_links(rooms, path):
    result = task(rooms, path, include=["rooms"])

    assert result["rooms"] == 6
    plans = entry(path, "Plans")
    assert plans.pop("access") == {
        "exact": [
            {"group": TWIN, "level": "viewer"},
            {"group": "Design", "level": "viewer"},
            {"user": "user01@example.org", "level": "editor"},
        ]
    }
    assert [each["title"] for each in plans["links"]] == ["Later", "Look", "Come in"]
    assert plans.pop("links")[1] == {
        "title": "Look",
        "type": "external",
        "level": "viewer",
        "allow_permanent": True,
        "deny_download": False,
        "internal": True,
    }
    assert plans == {
        "room": "Plans",
        "room_type": "custom",
        "tags": {"exact": []},
        "owner": "admin@example.org",
        "indexing": False,
        "deny_download": False,
        "no_lifetime": True,
        "no_watermark": True,
        "no_cover": True,
        **{key: plans[key] for key in plans.keys() & {"color"}},
    }


def test_what_is_not_shown_is_named_and_never_written_as_none(rooms, path):
    result = task(rooms, path)

    assert "links" not in entry(path, "Of others")
    assert "    # links: not shown to the owner of the key" in written(path)
    assert '"Of others" (12)' in " ".join(result["warnings"])


def test_passwords_and_addresses_are_not_written(rooms, path):
    result = task(rooms, path)

    assert "Se4ret" not in written(path) + repr(result)
    assert '# has a password, which is not written; set it for another portal: password: "{{' in (
        written(path)
    )
    assert "\n# Until when somebody may enter a room" in written(path)
    assert "links with passwords" in " ".join(result["warnings"])
    assert "/s/" not in written(path)


def test_links_that_have_ended_are_only_named(rooms, path):
    task(rooms, path)

    assert "    # ended (2020-01-01T00:00:00Z): the link Over\n" in written(path)


def test_titles_that_mean_no_single_room_are_written_as_ids(rooms, path):
    result = task(rooms, path)

    assert '  - room: "14"  # Twice\n' in written(path)
    assert '  - room: "16"  # 2031\n' in written(path)
    assert "their titles do not say which room is meant" in " ".join(result["warnings"])


def test_what_a_portal_keeps_and_no_task_can_give_is_a_comment(path):
    state = made_state()
    lifetime = {"period": 1, "value": 0, "deletePermanently": True, "enabled": True}
    state["rooms"][0]["settings"] = {"color": "ZZZZZZ", "lifetime": lifetime}
    site = Site(state)
    with serve(site) as site.base_url:
        task(site, path)

    assert not entry(path, "Plans").keys() & {"color", "lifetime", "no_lifetime"}
    assert "    # color: ZZZZZZ, which no task can give\n" in written(path)
    assert "    # lifetime: {period: " in written(path)


def test_rooms_in_the_archive_say_so(rooms, path):
    task(rooms, path)

    assert entry(path, "Old")["state"] == "archived"
    assert "links" not in entry(path, "Old")


def test_requests_are_one_for_each_room_and_one_for_its_links_where_they_are_shown(rooms, path):
    task(rooms, path)

    links = [f"GET files/rooms/{number}/links" for number in (11, 14, 15, 16)]
    shares = [f"GET files/rooms/{each}/share?count=100&startIndex=0" for each in range(11, 17)]
    assert rooms.log()[2] == (
        "GET files/rooms?count=100&searchArea=Any&sortOrder=ascending&startIndex=0"
    )
    assert sorted(rooms.log()[3:9]) == shares
    assert rooms.log()[9] == "GET keys/%40self"
    assert sorted(rooms.log()[10:]) == links
