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

from ansible_collections.onlyoffice.docspace.tests.system.hostile_names import (
    NAME,
    ODD,
    REFUSED_FOR_THEIR_NAMES,
    SHOWING,
    SUBTLE,
    state,
    task,
)

#: What it would look like if a name were a template, or could begin a line.
EVALUATED = ("9449772114007", "lolololo", "from-the-environment")
FORGED = re.compile("^ *FORGED", re.MULTILINE)


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


def test_what_modules_show(look_closely, portal):
    portal.restart(state(look_closely.names, twins=True))

    done = look_closely(SHOWING)

    failed = [name for name, result in done.results if "failure" in result]
    known = [name for name in failed if name not in REFUSED_FOR_THEIR_NAMES]
    assert known == [
        "access_review nothing",
        "group_members refused",
        "group_members ambiguous",
        "memberships both",
        "room_access left",
        "rooms refused",
        "room_link refused",
    ]
    unchanged = [name for name, result in done.results if not result["changed"]]
    read = ["group_info portal", "portal_info told", "audit_info done"]
    read += ["user_info rooms", "room_info seen", "access_report reported"]
    assert unchanged == [*read, *failed]


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
