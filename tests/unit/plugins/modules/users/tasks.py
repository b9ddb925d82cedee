# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `users` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import users
from ansible_collections.onlyoffice.docspace.tests.portal import load_state
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

STATE = Path(__file__).parents[4] / "recorded" / "state_people.json"
OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ADMIN = "a0000000-0000-4000-8000-000000000001"
#: By number.
ROOMER = "b0000000-0000-4000-8000-0000000000{:02}".format
USER = "c0000000-0000-4000-8000-0000000000{:02}".format


def task(site, *entries, check_mode=False, key="owner key", **options):
    given = parameters(site, users, key, users=list(entries), **options)
    return users.run(given, check_mode)


failed = partial(failure, task)


def refused(site, *entries, **options):
    """The sentence of a refusal, the same in check mode, with nothing written."""
    before = site.portal.state()
    previewed = failed(site, *entries, check_mode=True, **options)
    result = failed(site, *entries, **options)
    assert site.portal.state() == before
    assert result["requests"]["write"] == 0
    assert (previewed["msg"], previewed["failure"]) == (result["msg"], result["failure"])
    assert not result["changed"]
    return result["failure"]["code"], result["msg"]


def company(site: Site, rooms: Any = (), **portal: Any) -> Site:
    """The portal with people of all kinds; ten paid seats are used."""
    site.state = load_state(STATE)
    site.state["rooms"] = list(rooms)
    site.state["portal"] |= portal
    site.__post_init__()
    return site


def room(number: int, owner: str, archived: bool = False, **shares: int) -> dict[str, Any]:
    """A room; entries by user name."""
    people = {user["userName"]: user["id"] for user in load_state(STATE)["users"]}
    return {
        "id": number,
        "title": f"Room {number}",
        "type": 5,
        "owner": owner,
        "archived": archived,
        "shares": [{"user": people[name], "access": level} for name, level in shares.items()],
    }


def person(site: Site, user_name: str) -> dict[str, Any]:
    """Somebody as they are stored."""
    people = site.portal.state()["users"]
    return next(dict(user) for user in people if user["userName"].lower() == user_name)


def entries_of(site: Site, number: int) -> tuple[str, dict[str, int]]:
    """The owner of a room, and who has which level in it, by id."""
    found = next(each for each in site.portal.state()["rooms"] if each["id"] == number)
    return found["owner"], {each["user"]: each["access"] for each in found["shares"]}


def done(result: dict[str, Any]) -> dict[str, list[str]]:
    """What was done for whom, by the text in the task."""
    return {row["user"]: row["done"] for row in result["users"]}
