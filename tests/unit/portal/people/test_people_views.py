# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How people are written in answers."""

from __future__ import annotations

import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

PERSON = "d0000000-0000-4000-8000-000000000077"
GROUP = "10000000-0000-4000-8000-000000000099"
ENCODED = "Zo&#235; O&#39;M&#252;ller &amp; &lt;Sons&gt;"


@pytest.fixture
def portal() -> Portal:
    """A portal with somebody whose name has to be encoded, in a group of such a name."""
    state = load_state()
    person = {
        "id": PERSON,
        "firstName": "Zoë",
        "lastName": "O'Müller & <Sons>",
        "email": "zoe@example.org",
        "userName": "zoe",
        "status": "active",
        "type": "User",
    }
    group = {"id": GROUP, "name": "Böhm & Söhne 2", "manager": PERSON, "members": [PERSON]}
    state["users"].append(person)
    state["groups"].append(group)
    return Portal(state)


def test_what_is_shown_is_encoded_for_web_pages_and_what_was_entered_is_not(portal: Portal) -> None:
    answer: t.Any = send(portal, "GET", "/api/2.0/people/email?email=zoe@example.org").json
    person = answer["response"]

    assert person["displayName"] == ENCODED
    assert person["department"] == "B&#246;hm &amp; S&#246;hne 2"
    assert (person["firstName"], person["lastName"]) == ("Zoë", "O'Müller & <Sons>")
    assert person["groups"][0]["name"] == "Böhm & Söhne 2"


@pytest.mark.parametrize("path", ["people/simple/filter?filterValue=zoe", f"group/{GROUP}"])
def test_display_names_are_encoded_wherever_they_stand(portal: Portal, path: str) -> None:
    answer: t.Any = send(portal, "GET", f"/api/2.0/{path}").json
    response = answer["response"]
    people = response if isinstance(response, list) else [response["manager"], *response["members"]]

    assert {person["displayName"] for person in people} == {ENCODED}


def test_people_are_sorted_by_their_plain_names(portal: Portal) -> None:
    members = [PERSON, "c0000000-0000-4000-8000-000000000001"]
    for first_name in ("Zoa", "Zof"):
        body = {"email": f"{first_name}@example.org", "firstName": first_name, "lastName": "Last"}
        made: t.Any = send(portal, "POST", "/api/2.0/people/active", body).json
        members.append(made["response"]["id"])

    group = {"groupName": "Sorted", "members": members}
    answer: t.Any = send(portal, "POST", "/api/2.0/group", group).json

    names = [person["firstName"] for person in answer["response"]["members"]]
    assert names == ["Ada", "Zoa", "Zoë", "Zof"]
