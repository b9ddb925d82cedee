# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`access_report` names what it could not see, and never says "none" of it."""

from __future__ import annotations

import json

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    findings,
    report,
    room,
    spots,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    INVITATION,
    LINK,
    OLD_PLANS,
    OPEN,
    PASSWORD,
    PLANS,
    ROSA,
    portal_with_rooms,
    state_with_rooms,
)

PARTS = ["links", "keys", "invitations", "settings"]
ALWAYS = {
    "system_groups": [None],
    "items_not_read": [None],
    "own_documents": [None],
    "templates": [None],
}


def test_links_are_told_of_without_secrets_and_with_who_could_read(rooms_site):
    made = report(rooms_site, key="room admin key", include=["links", "invitations"])

    assert room(made, OPEN)["links"] == [
        {
            "id": LINK,
            "title": "All come in",
            "type": "external",
            "primary": True,
            "level": "viewer",
            "expires": None,
            "expired": False,
            "password": True,
            "internal": False,
            "deny_download": False,
            "max_use_count": None,
            "use_count": None,
            "created": None,
            "readers": "anybody with the password",
        }
    ]
    assert room(made, PLANS)["links"][0]["readers"] == "whoever accepts the invitation"
    assert [each["id"] for each in made["invitations"]["rooms"]] == [INVITATION]
    assert made["invitations"]["pending"] == [
        each["id"] for each in made["people"] if each["status"] == "pending"
    ]
    assert [each["link"] for each in findings(made, "link_without_end")] == [LINK, INVITATION]
    assert findings(made, "link_without_password") == []
    assert PASSWORD not in json.dumps(made)


def test_without_invitations_rooms_without_external_links_are_not_asked(rooms_site):
    made = report(rooms_site, key="room admin key", include=["links"])

    asked = [line for line in rooms_site.log() if line.endswith("/links")]
    assert asked == [f"GET files/rooms/{OPEN}/links"]
    assert room(made, PLANS)["links"] == []
    # The other rooms of Rosa's.
    assert spots(made)["invitation_links_not_read"] == [2]


def test_an_empty_list_of_links_is_not_believed_where_the_portal_says_that_there_are_some(
    rooms_site,
):
    nothing = {"response": [], "count": 0, "status": 0, "statusCode": 200}
    rooms_site.faults.append(("GET", f"files/rooms/{OPEN}/links", instead(200, nothing)))

    made = report(rooms_site, key="room admin key", include=["links"])

    assert room(made, OPEN)["links"] is None
    assert spots(made)["links_not_shown"] == [OPEN]


def test_everything_that_is_not_shown_to_the_owner_of_the_portal_is_named(rooms_site):
    made = report(rooms_site, include=PARTS)

    assert room(made, OPEN)["links"] is None
    assert room(made, DATA_ROOM)["links"] == []
    assert spots(made) == {
        "links_not_shown": [OPEN],
        "invitation_links_not_shown": [4],
        "came_by_link": [OPEN],
        **ALWAYS,
    }


def test_without_links_it_says_how_many_rooms_have_some(rooms_site):
    made = report(rooms_site)

    assert "links" not in room(made, OPEN)
    assert spots(made) == {"links_not_read": [1], "came_by_link": [OPEN], **ALWAYS}


def test_who_is_no_administrator_is_told_that_people_and_rooms_are_missing(rooms_site):
    result = task(rooms_site, key="room admin key")

    codes = {spot["code"] for spot in result["blind_spots"]}
    assert {"hidden_people", "hidden_rooms"} <= codes
    assert any("people who are disabled" in warning for warning in result["warnings"])


def test_links_of_rooms_in_the_archive_are_a_blind_spot_of_their_own():
    link = {"title": "Old", "access": 2, "maker": ROSA, "type": 1, "holder": f"room {OLD_PLANS}"}
    links = [*state_with_rooms()["links"], {**link, "id": f"{LINK[:-1]}9"}]
    with portal_with_rooms(links=links) as site:
        found = spots(report(site, include=["links"]))

        assert found["archived_rooms"] == [OLD_PLANS]
        assert found["came_by_link"] == [OPEN]


def test_parts_that_a_key_does_not_open_are_blind_spots_and_no_failure():
    state = state_with_rooms()
    narrow = next(key for key in state["api_keys"] if key["name"] == "owner key")
    narrow["permissions"] = ["accounts:read", "rooms:read"]
    with portal_with_rooms(api_keys=state["api_keys"]) as site:
        made = report(site, include=PARTS)

        assert made["keys"] is None
        assert made["invitations"]["portal"] is None
        assert made["settings"]["external_sharing"] is None
        assert made["settings"]["password_policy"]["min_length"] > 0
        hidden = {"keys_not_shown", "invitations_not_shown", "settings_not_shown"}
        assert hidden <= spots(made).keys()
        # What would be refused is not asked for.
        assert not [line for line in site.log() if line.startswith("GET keys?")]
