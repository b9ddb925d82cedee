# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A whole portal that is as it should be takes few requests."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.generated_portals import (
    empty_state,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.portal.tasks import task
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    crowd,
)

PEOPLE, GROUPS, ROOMS, LINKED = 2000, 200, 200, 40


def company():
    """2,000 people, 200 groups of 50, 200 rooms with 12 people and 2 groups, 40 with links."""
    state = empty_state()
    people = crowd(PEOPLE - len(state["users"]))
    owner = state["users"][0]["id"]
    state["users"] += people
    state["groups"] = [
        {
            "id": f"20000000-0000-4000-8000-{number:012}",
            "name": f"Group {number:03}",
            "manager": None,
            "members": [people[(number * 10 + each) % len(people)]["id"] for each in range(50)],
            "ldap": False,
        }
        for number in range(GROUPS)
    ]
    state["rooms"] = [
        {
            "id": 1000 + number,
            "title": f"Room {number:03}",
            "type": 5,
            "owner": owner,
            "shares": [
                *(
                    {"user": people[(number * 12 + each) % len(people)]["id"], "access": 2}
                    for each in range(12)
                ),
                *(
                    {"group": state["groups"][(number + each) % GROUPS]["id"], "access": 10}
                    for each in range(2)
                ),
            ],
        }
        for number in range(ROOMS)
    ]
    state["links"] = [
        {
            "id": f"71000000-0000-4000-8000-{number:012}",
            "holder": f"room {1000 + number}",
            "title": "Look",
            "type": 1,
            "access": 2,
            "maker": owner,
        }
        for number in range(LINKED)
    ]
    return state


@pytest.fixture
def site():
    made = Site(company())
    with serve(made) as made.base_url:
        yield made


def lists_of(state):
    """The portal as lists."""
    emails = {user["id"]: user["email"] for user in state["users"]}
    names = {group["id"]: group["name"] for group in state["groups"]}
    titles = {link["holder"] for link in state["links"]}
    return {
        "users": [{"user": user["email"]} for user in state["users"]],
        "groups": [
            {"name": group["name"], "members": [emails[each] for each in group["members"]]}
            for group in state["groups"]
        ],
        "rooms": [
            {
                "room": room["title"],
                "room_type": "custom",
                "access": {
                    "exact": [
                        {"user": emails[each["user"]], "level": "viewer"}
                        if "user" in each
                        else {"group": names[each["group"]], "level": "editor"}
                        for each in room["shares"]
                    ]
                },
                "links": [{"title": "Look", "level": "viewer"}]
                if f"room {room['id']}" in titles
                else [],
            }
            for room in state["rooms"]
        ],
    }


def test_a_whole_company_as_it_should_be_takes_less_than_300_requests(site):
    result = task(site, **lists_of(site.state))

    assert not result["changed"]
    assert (len(result["users"]), len(result["groups"]), len(result["rooms"])) == (2000, 200, 200)
    # Pages of people, of groups (for themselves and for rooms) and of rooms; that nobody is
    # disabled, which is why none is shown; whose key it is; and what there is in each room.
    reads = 21 + 2 * 3 + 3 + 2 + 1 + ROOMS + LINKED
    assert result["requests"] == {"read": reads, "write": 0}
    assert reads < 300
