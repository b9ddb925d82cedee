# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal where names are hostile, and the tasks of all modules that show them."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

NAME = "onlyoffice.docspace."
ODD = [
    "\x1b]0;owned\x07\x1b[2J\nFORGED: [localhost] => ok\r\nFORGED\x08",
    "{{ 1234567 * 7654321 }}",
    "{{ lookup('env', 'HOSTILE_MARK') }}",
    "{% for i in range(4) %}lo{% endfor %}{# gone #}",
    "{{ broken | nothing( }} {% raw %} <b onclick=alert(1)>\"'`id` $(id) &amp; \\ # : - !unsafe",
    "!unsafe '{{ 1234567 * 7654321 }}'",
    "yes",
]
#: What Ansible itself leaves as it is where it shows a result as JSON.
SUBTLE = [
    "\x9b2J\x85FORGED\x7f",
    "\u202ekcatta\u2066\u200b\ufeff\u2028FORGED",
    *("plain", "plain too"),
]

PLAIN = "user12"
GROUP, SECOND, THIRD = (f"20000000-0000-4000-8000-{number:012}" for number in range(3))


#: Of the portal's owner, with a link.
ROOM, LINK = 9, "71000000-0000-4000-8000-000000000009"


def named(group: str, before: str = "") -> str:
    """The name of a group, as a task gets it from an earlier one."""
    return (
        f"{before}{{{{ (portal.groups | selectattr('id', 'equalto', '{group}') | first).name }}}}"
    )


def state(names: list[str], twins: bool = False) -> dict[str, Any]:
    """A portal where everybody and everything has such a name: group and person 0, 1, ..."""
    made = load_state()
    people = [f"70000000-0000-4000-8000-{number:012}" for number in range(len(names))]
    made["users"] += [
        {
            "id": key,
            "firstName": name,
            "lastName": "x",
            "email": f"{name.replace(' ', '')}{number}@example.org",
            "userName": f"odd{number}",
            "status": "active",
            "type": "User",
        }
        for number, (key, name) in enumerate(zip(people, names))
    ]
    made["groups"] = [
        {
            "id": f"20000000-0000-4000-8000-{number:012}",
            "name": name,
            "manager": key,
            "members": people[:-1],
            "ldap": False,
        }
        for number, (key, name) in enumerate(zip(people, names))
    ]
    made["rooms"] = [
        {"id": number, "title": name, "type": 5, "owner": key, "shares": []}
        for number, (key, name) in enumerate(zip(people, names), 10)
    ]
    owner = next(user["id"] for user in made["users"] if user["type"] == "Owner")
    made["rooms"].append({"id": ROOM, "title": names[0], "type": 5, "owner": owner, "shares": []})
    link = {"id": LINK, "holder": f"room {ROOM}", "title": names[1], "access": 2, "type": 1}
    made["links"] = [{**link, "maker": owner}]
    done = {"number": 5085, "at": "2026-11-01T00:00:00Z", "targets": [str(ROOM)]}
    made["audit"] = {
        "rows": [
            {**done, "user": key, "values": [name, name], "context": name}
            for key, name in zip(people, names)
        ]
    }
    made["users"][-1] |= {"type": "Guest", "userName": "guest"}
    made["groups"][-1]["manager"] = None
    if twins:
        made["groups"][-1]["name"] = names[2]
    return made


def task(module: str, register: str = "ignored", **options: Any) -> dict[str, Any]:
    """A task that goes on whatever happens."""
    name = module if "." in module else f"{NAME}{module}"
    keys = {"register": register, "ignore_errors": True}
    return {"name": f"{module} {register}", name: options, **keys}


VIEWER = {"level": "viewer"}
LET_IN = {"group": GROUP, **VIEWER}
INTO_ROOM = {"title": "plain", "expires": "+30d", **VIEWER}
MANY = {"room": ROOM, "tags": {"add": ["plain"]}, "links": [INTO_ROOM]}
REVIEW = {"decisions": "report.decisions.csv", "report": "report.json", "dest": "reviewed"}
#: Tasks of every module that show names: in differences, warnings and refusals.
SHOWING = [
    task("group_info", "portal", all=True),
    task("portal_info", "told"),
    task("audit_info", "done", **{"from": "2026-11-01T00:00:00Z", "to": "2026-11-02T00:00:00Z"}),
    task("user_info", "rooms", users=["odd0"], rooms=True),
    task("room_info", "seen", all=True, access=True, links=True, effective_for=["odd0", "odd1"]),
    task("access_report", "reported", include=["links", "keys"], return_report=True),
    task("access_report", "kept", dest="report", formats=["json", "decisions"], include=["links"]),
    task("access_review", "nothing", **REVIEW),
    task("access_review", "reviewed", **REVIEW, undecided="keep"),
    task("group_members", "refused", group=GROUP, members=["guest"]),
    task("group_members", "ambiguous", group=named(THIRD), members=[]),
    task("group_members", "removed", group=GROUP, members=["odd0", "odd1"], state="absent"),
    task("group_members", "added", group=GROUP, members=["odd0", PLAIN]),
    task("memberships", "exact", groups=[{"group": GROUP, "exact": ["odd0", "odd1"]}]),
    task("groups", "list", groups=[{"id": GROUP, "exact": ["odd0"]}]),
    task("memberships", "both", groups=[{"group": GROUP, "add": ["odd0"], "remove": ["odd0"]}]),
    task("room_access", "let_in", room=ROOM, add=[{"user": "odd0", **VIEWER}, LET_IN]),
    task("access", "out", rooms=[{"room": ROOM, "exact": [{"user": PLAIN, **VIEWER}]}]),
    task("room_access", "left", room=ROOM, remove=["odd0", {"group": named(THIRD)}]),
    task("group", "renamed", id=GROUP, new_name="plain, now"),
    task("group", "back", id=GROUP, new_name=named(GROUP, "again ")),
    task("group", "manager", id=GROUP, manager="odd0"),
    task("group", "made", name=named(GROUP, "new "), members={"add": ["odd0"]}, manager="odd1"),
    task("group", "deleted", id=GROUP, state="absent"),
    task("export", "exported", path="exported.yml"),
    task("invitation_link", "made", type="user", expires="2999-12-31T23:59:00Z"),
    task("rooms", "many", rooms=[{**MANY, "access": {"exact": [{"user": "odd0", **VIEWER}]}}]),
    task(
        "rooms",
        "refused",
        rooms=[{"room": ROOM, "access": {"exact": [{"user": "odd0", "level": "form_filler"}]}}],
    ),
    task(
        "portal",
        "whole",
        users=[{"user": "odd1"}],
        groups=[{"id": SECOND, "add": [PLAIN]}],
        rooms=[
            {
                "room": ROOM,
                "access": {"exact": [{"group": SECOND, **VIEWER}, {"user": "odd1", **VIEWER}]},
            }
        ],
    ),
    task("room_link", "linked", room=ROOM, link_id=LINK, level="editor"),
    task("room_link", "refused", room=ROOM, link_id=LINK, level="content_creator"),
    task("offboard", "left", users=["odd1", "odd2"], new_manager="odd0"),
    task("users", "named", users=[{"user": "odd1", "first_name": "X", "state": "enabled"}]),
    task("user_handover", "given", users=["odd2"], successor="roomadmin", without_rooms="start"),
    task("user_status", "disabled", users=["odd0", "odd1"], status="disabled"),
    task("group_members", "last", group=named(SECOND), members=["odd0"], state="absent"),
]


#: Where a name is given that has characters nobody sees, or none that a portal could find.
REFUSED_FOR_THEIR_NAMES = ("group back", "group made", "group_members last")
