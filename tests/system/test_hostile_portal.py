# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What people write into a portal is shown and passed on by Ansible, but never obeyed."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.portal import load_state

NAME = "onlyoffice.docspace."
#: What it would look like if a name were a template, or could begin a line.
EVALUATED = ("9449772114007", "lolololo", "from-the-environment")
FORGED = re.compile("^ *FORGED", re.MULTILINE)
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


@dataclass(frozen=True)
class Look:
    """Runs tasks on a portal with such names, and looks at all that Ansible shows."""

    portal: Any
    play: Any
    direct: bool
    names: list[str]

    def __call__(self, tasks: list[dict[str, Any]], *words: str) -> Any:
        # Ansible itself shows results as JSON, in which only some characters are escaped.
        words = ("--diff", *(["-v"] if self.names is ODD else []), *words)
        env = {"HOSTILE_MARK": EVALUATED[2]}
        done = self.play(self.portal, tasks, *words, direct=self.direct, env=env)
        assert done.status == 0, done.output
        assert_harmless(done.output)
        return done


@pytest.fixture(params=[(True, ODD), (False, ODD)], ids=["direct", "module"])
def look(request, portal, play):
    return Look(portal, play, *request.param)


@pytest.fixture(
    params=[(True, ODD), (False, ODD), (True, SUBTLE)], ids=["direct", "module", "subtle"]
)
def look_closely(request, portal, play):
    return Look(portal, play, *request.param)


def assert_harmless(output: str) -> None:
    """Nothing in it steers a terminal, begins a line, or was evaluated."""
    steering = {
        sign: output[max(0, at - 100) : at + 50]
        for at, sign in enumerate(output)
        if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    }
    assert not steering, ascii(steering)
    assert not FORGED.search(output), output
    for mark in EVALUATED:
        assert mark not in output


#: Tasks of every module that show names: in differences, warnings and refusals.
SHOWING = [
    task("group_info", "portal", all=True),
    task("portal_info", "told"),
    task("user_info", "rooms", users=["odd0"], rooms=True),
    task("group_members", "refused", group=GROUP, members=["guest"]),
    task("group_members", "ambiguous", group=named(THIRD), members=[]),
    task("group_members", "removed", group=GROUP, members=["odd0", "odd1"], state="absent"),
    task("group_members", "added", group=GROUP, members=["odd0", PLAIN]),
    task("memberships", "exact", groups=[{"group": GROUP, "exact": ["odd0", "odd1"]}]),
    task("groups", "list", groups=[{"id": GROUP, "exact": ["odd0"]}]),
    task("memberships", "both", groups=[{"group": GROUP, "add": ["odd0"], "remove": ["odd0"]}]),
    task("group", "renamed", id=GROUP, new_name="plain, now"),
    task("group", "back", id=GROUP, new_name=named(GROUP, "again ")),
    task("group", "manager", id=GROUP, manager="odd0"),
    task("group", "made", name=named(GROUP, "new "), members={"add": ["odd0"]}, manager="odd1"),
    task("group", "deleted", id=GROUP, state="absent"),
    task("export", "exported", path="exported.yml"),
    task("invitation_link", "made", type="user", expires="2999-12-31T23:59:00Z"),
    task("portal", "whole", users=[{"user": "odd1"}], groups=[{"id": GROUP, "add": ["odd3"]}]),
    task("offboard", "left", users=["odd1", "odd2"], new_manager="odd0"),
    task("users", "named", users=[{"user": "odd1", "first_name": "X", "state": "enabled"}]),
    task("user_handover", "given", users=["odd2"], successor="roomadmin", without_rooms="start"),
    task("user_status", "disabled", users=["odd0", "odd1"], status="disabled"),
    task("group_members", "last", group=named(SECOND), members=["odd0"], state="absent"),
]


#: Where a name is given that has characters nobody sees, or none that a portal could find.
REFUSED_FOR_THEIR_NAMES = ("group back", "group made", "group_members last")


def test_what_modules_show(look_closely, portal):
    portal.restart(state(look_closely.names, twins=True))

    done = look_closely(SHOWING)

    failed = [name for name, result in done.results if "failure" in result]
    known = [name for name in failed if name not in REFUSED_FOR_THEIR_NAMES]
    assert known == ["group_members refused", "group_members ambiguous", "memberships both"]
    unchanged = [name for name, result in done.results if not result["changed"]]
    assert unchanged == ["group_info portal", "portal_info told", "user_info rooms", *failed]


def test_what_is_registered_and_used(look, portal, tmp_path):
    portal.restart(state(ODD))
    names, template, page = (tmp_path / name for name in ("names", "page.j2", "page"))
    template.write_text("{% for group in portal.groups %}{{ group.name | to_json }}\n{% endfor %}")
    look(
        [
            task("group_info", "portal", all=True, members=True),
            task("user_info", "people", search="odd"),
            task("ansible.builtin.debug", msg="{{ portal }}"),
            task("ansible.builtin.debug", var="people"),
            task("ansible.builtin.debug", msg="{{ portal.groups | map(attribute='name') | join }}"),
            task(
                "ansible.builtin.copy",
                content="{{ portal.groups | map(attribute='name') | list | to_json }}",
                dest=str(names),
            ),
            task("ansible.builtin.template", src=str(template), dest=str(page)),
        ]
    )
    wanted = sorted(ODD)
    assert sorted(json.loads(names.read_text())) == wanted
    assert sorted(map(json.loads, page.read_text().splitlines())) == wanted


class Loader(yaml.SafeLoader):
    """Reads !unsafe too."""


Loader.add_constructor("!unsafe", lambda loader, node: node.value)


def role(name: str, **options: Any) -> dict[str, Any]:
    return {"ansible.builtin.include_role": {"name": f"{NAME}{name}"}, "vars": options}


def test_groups_as_code(look_closely, portal, tmp_path):
    look, names = look_closely, look_closely.names
    before = state(names)
    portal.restart(before)
    file = tmp_path / "groups.yml"

    look([role("export", docspace_export_path=str(file))])
    text = file.read_text(encoding="utf-8")
    assert_harmless(text)
    by_id = {group["id"]: group["name"] for group in before["groups"]}
    entries = yaml.load(text, Loader)["docspace_groups"]
    assert sorted(each.get("name") or by_id[each["id"]] for each in entries) == sorted(names)

    applied = look([role("groups")], "-e", f"@{file}")
    assert not [name for name, result in applied.results if result.get("changed")]
    assert portal.look()["mutations"] == 0

    kept = before["groups"][0]["id"]
    look([role("groups", docspace_groups=[{"id": kept}], **PRUNE)])
    assert [group["id"] for group in portal.look()["state"]["groups"]] == [kept]


PRUNE = {"docspace_groups_prune": True, "docspace_groups_prune_limit": "100%"}


def test_people_who_leave(look, portal):
    portal.restart(state(ODD))
    leavers = [f"odd{number}" for number in range(len(ODD) - 1)]

    look([role("offboard", docspace_leavers=leavers, docspace_offboard_report="odd.yml")])

    after = portal.look()["state"]
    assert not any(group["members"] for group in after["groups"])
