# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The recipes and guides of the documentation for rooms, who may enter them, and links."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import datetime, timedelta, timezone

from ansible_collections.onlyoffice.docspace.tests.system.documents.company import company
from ansible_collections.onlyoffice.docspace.tests.system.documents.copies import recipe
from ansible_collections.onlyoffice.docspace.tests.system.documents.pages import PAGES

READ = ["accounts:read", "rooms:read"]
#: What the recipe shows that asks about a group.
SENTENCES = re.findall(
    r'^   ("(?:Contracts|Plans)" \(1[23]\): .*)',
    (PAGES / "recipes.rst").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def with_contracts():
    """The company with a room that Finance may enter."""
    state = company()
    finance = state["groups"][2]["id"]
    shares = [{"group": finance, "access": 10}]
    owner = state["users"][0]["id"]
    state["rooms"] = [{"id": 12, "title": "Contracts", "type": 5, "owner": owner, "shares": shares}]
    return state


def people(state, title):
    """Who has an entry of their own in a room, with the level."""
    users = {user["id"]: user["userName"] for user in state["users"]}
    (room,) = (each for each in state["rooms"] if each["title"] == title)
    return {
        users[each["user"]]: each["access"]
        for each in room["shares"]
        if each.get("user") and each["user"] != room["owner"]
    }


@recipe("Somebody in a room for a week")
def test_visitors(copied):
    copied.portal.restart(with_contracts())

    status, preview = copied.run()
    assert status == 0, preview
    assert "+dan@example.com (Dan Brown): viewer (direct) [until 3000-01-01T00:00:00Z;" in preview
    assert copied.portal.look()["mutations"] == 0

    status, output = copied.run()
    assert status == 0, output
    assert people(copied.state(), "Contracts") == {"dan": 2}


@recipe("Somebody in a room for a week")
def test_a_visitor_whose_time_is_over(copied):
    state = with_contracts()
    dan = next(each["id"] for each in state["users"] if each["userName"] == "dan")
    state["rooms"][0]["shares"].append({"user": dan, "access": 2})
    copied.portal.restart(state)
    visitors = copied.folder / "visitors.yml"
    text = visitors.read_text(encoding="utf-8")
    visitors.write_text(text.replace("2999-12-31", "2024-12-31"), encoding="utf-8")

    status, preview = copied.run()
    assert status == 0, preview
    assert people(copied.state(), "Contracts") == {"dan": 2}

    status, output = copied.run()
    assert status == 0, output
    assert people(copied.state(), "Contracts") == {}


@recipe("A public link with an end")
def test_a_link(copied):
    copied.portal.restart(with_contracts())

    status, preview = copied.run()
    assert status == 0, preview
    assert copied.portal.look()["mutations"] == 0
    assert not (copied.folder / "globex.txt").exists()

    status, output = copied.run()
    assert status == 0, output
    (link,) = copied.state()["links"]
    assert link["title"] == "For Globex"
    left = datetime.fromisoformat(link["expires"]) - datetime.now(timezone.utc)
    assert timedelta(days=29, hours=23) < left < timedelta(days=30, minutes=1)
    address = (copied.folder / "globex.txt").read_text(encoding="utf-8").strip()
    assert address.startswith("http")
    assert address not in output

    status, output = copied.run()
    assert status == 0, output
    assert "changed=0" in output
    assert copied.state()["links"] == [link]


@recipe("Who can open a room, and why")
def test_who_can_open_a_room(copied):
    state = with_contracts()
    eva = next(each["id"] for each in state["users"] if each["userName"] == "eva")
    state["rooms"][0]["shares"].append({"user": eva, "access": 2})
    copied.portal.restart(state)

    status, output = copied.run(READ)

    assert status == 0, output
    assert "eva@example.com: viewer (direct, Finance)" in output
    assert "finn@example.com: editor (Finance)" in output
    assert "ada@example.com" not in output


@recipe("What does Eva lose if I take her out of Sales?")
def test_what_a_group_gives(copied):
    state = with_contracts()
    eva = next(each["id"] for each in state["users"] if each["userName"] == "eva")
    sales = {**state["groups"][2], "id": "10000000-0000-4000-8000-000000000099", "name": "Sales"}
    state["groups"].append(sales)
    (contracts,) = state["rooms"]
    by_sales = {"group": sales["id"], "access": 10}
    plans = {"id": 13, "title": "Plans", "shares": [{"user": eva, "access": 2}, by_sales]}
    state["rooms"] = [{**contracts, "shares": [by_sales]}, {**contracts, **plans}]
    copied.portal.restart(state)

    status, preview = copied.run(READ)
    assert status == 0, preview
    assert "Contracts: editor -> none" in preview
    assert "Plans" not in preview

    status, output = copied.run(READ)
    assert status == 0, output
    for sentence in SENTENCES:
        assert sentence in output.replace('\\"', '"')
    assert "eva@example.com would lose: Contracts" in output
    assert copied.portal.look()["mutations"] == 0


@recipe("Make rooms, and say who may enter them")
def test_rooms_of_the_guide(copied):
    status, preview = copied.run()
    assert status == 0, preview
    assert copied.portal.look()["mutations"] == 0

    status, output = copied.run()
    assert status == 0, output
    state = copied.state()
    assert people(state, "Contracts") == {"dan": 2}
    assert people(state, "Press") == {"eva": 11}
    # The portal itself has made the link of the public room.
    assert sorted(link["title"] for link in state["links"]) == ["For the auditors", "Shared link"]


@recipe("To another portal")
def test_the_company_on_another_portal(copied):
    state = with_contracts()
    state["users"][1]["type"] = "RoomAdmin"
    state["users"][2]["type"] = "Guest"
    for group in state["groups"]:  # no guest is in one
        group["members"] = [each for each in group["members"] if each != state["users"][2]["id"]]
    copied.portal.restart(state)
    env = {
        **os.environ,
        "DOCSPACE_API_KEY": next(
            each["key"] for each in state["api_keys"] if each["permissions"] == []
        ),
        "DOCSPACE_BASE_URL": copied.portal.base_url,
    }
    command = "ansible-playbook onlyoffice.docspace.export -e docspace_export_path=portal.yml"
    done = subprocess.run(
        command.split(), cwd=copied.folder, env=env, text=True, check=False, timeout=120,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    copied.portal.restart({**state, "users": state["users"][:1], "groups": [], "rooms": []})

    status, preview = copied.run()
    assert status == 0, preview
    assert copied.portal.look()["mutations"] == 0

    status, output = copied.run()
    assert status == 0, output
    there = copied.state()
    assert {each["email"]: each["type"] for each in there["users"]} == {
        each["email"]: each["type"] for each in state["users"]
    }
    assert [each["title"] for each in there["rooms"]] == ["Contracts"]
    assert re.search(r"changed=1\b", output), output
