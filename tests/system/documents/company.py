# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The portal of the company that the documentation is about."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

PEOPLE = (
    "Ada Lovelace", "Ben Hur", "Cleo Patra", "Dan Brown", "Eva Peron", "Finn Barr", "Gina Lollo",
)  # fmt: skip
#: Each with the manager, if it has one, and the members.
GROUPS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "Engineering": ("ada", ("ada", "ben", "gina")),
    "Everybody's darlings": (None, ("ada", "eva", "gina")),
    "Finance": (None, ("finn", "eva")),
    "Project Phoenix": (None, ("ben",)),
}

#: What the keys of the pipelines open.
PREVIEW = ["accounts:read", "rooms:read"]
APPLY = ["accounts:read", "accounts:write", "rooms:write"]


def company() -> dict[str, Any]:
    """Its state: the people are users, beside the owner; everybody has an address @example.com."""
    state = load_state()
    owner = state["users"][0]
    ids = {
        name.split()[0].lower(): f"c0000000-0000-4000-8000-{position:012}"
        for position, name in enumerate(PEOPLE, 1)
    }
    people = [
        {
            "id": ids[user],
            "firstName": name.split()[0],
            "lastName": name.split()[1],
            "email": f"{user}@example.com",
            "userName": user,
            "status": "active",
            "type": "User",
        }
        for user, name in zip(ids, PEOPLE)
    ]
    groups = [
        {
            "id": f"10000000-0000-4000-8000-{position:012}",
            "name": name,
            "manager": ids[manager] if manager else None,
            "ldap": False,
            "members": [ids[user] for user in members],
        }
        for position, (name, (manager, members)) in enumerate(GROUPS.items(), 1)
    ]
    keys = [key for key in state["api_keys"] if key["user"] == owner["id"]]
    whole = next(key for key in keys if key["permissions"] == [])
    keys += [
        {**whole, "name": name, "key": f"{whole['key']}{number}", "permissions": scopes}
        for number, (name, scopes) in enumerate((("preview", PREVIEW), ("apply", APPLY)))
    ]
    return {**state, "users": [owner, *people], "groups": groups, "api_keys": keys}


def key(permissions: list[str]) -> str:
    """The owner's key with these rights; without any, it may do all."""
    keys = company()["api_keys"]
    return str(next(each["key"] for each in keys if each["permissions"] == permissions))


def members(state: dict[str, Any]) -> dict[str, set[str]]:
    """Who is in which group, by name."""
    users = {user["id"]: user["userName"] for user in state["users"]}
    return {
        group["name"]: {users[person] for person in group["members"]} for group in state["groups"]
    }
