# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Values of odd kinds for each option of each module, as playbooks give them, write nothing."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.system.conftest import CORE, ROOT
from ansible_collections.onlyoffice.docspace.tests.system.direct_tasks import COLLECTION
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.kinds import (
    ODD,
    harmless,
    places,
    put,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import with_a_room

#: Options of each module with which there is nothing to do.
BASES: dict[str, dict[str, Any]] = {
    "access": {"rooms": [{"room": "Project", "exact": []}]},
    "access_report": {"rooms": ["Project"]},
    "access_review": {"decisions": "none.csv", "report": "none.json", "dest": "none"},
    "audit_info": {"from": "-2h", "to": "-1h"},
    "export": {"path": "exported.yml"},
    "group": {"name": "Engineering"},
    "group_info": {"group": "Engineering"},
    "group_members": {"group": "Engineering", "members": ["user05"]},
    "groups": {"groups": [{"name": "Engineering"}]},
    "invitation_link": {"type": "user", "state": "absent"},
    "invitation_resend": {"users": ["user01"]},
    "memberships": {"groups": [{"group": "Engineering", "add": ["user05"]}]},
    "offboard": {"users": []},
    "room": {"room": "Project"},
    "portal": {"groups": [{"name": "Engineering"}]},
    "room_info": {"rooms": ["Project"]},
    "room_link": {"room": "Project", "title": "None", "state": "absent"},
    "room_access": {"room": "Project", "remove": ["user01"]},
    "rooms": {"rooms": []},
    "user_handover": {"users": []},
    "user_info": {"users": ["user01"]},
    "user_status": {"users": ["user01"], "status": "active"},
    "users": {"users": [{"user": "user01"}]},
}
#: For what is no text: a boolean may be meant.
OTHERS: list[Any] = [
    None,
    ["Engineering"],
    {"name": "Engineering"},
    "user05\nuser06",
    "user05\u200b",
]
#: Beyond so many options, every option is tried with one of so many shares of the values.
MANY, SHARES = 20, 4
OMITTED = "{{ nowhere | default(omit) }}"
#: How Ansible itself refuses options.
REFUSED = re.compile(
    "missing required|one of the following is required|unable to convert|must be one (or more )?of"
    "|mutually exclusive|cannot be converted|is required|are required|is of type"
)
MODULES = sorted(path.stem for path in (ROOT / "plugins/modules").glob("[a-z]*.py"))


def specs(module):
    own = importlib.import_module(f"ansible_collections.{COLLECTION}.plugins.modules.{module}")
    return {**connection.ARGUMENT_SPEC, **own.ARGUMENT_SPEC}


def others(specs):
    """Options for anything but texts and numbers."""
    for option, spec in specs.items():
        if "choices" in spec or spec["type"] == "bool":
            yield (option,)


def tasks(module, native):
    """For each option a literal, a template that omits it, and templates of all other kinds."""
    found = [(path, kind, ODD) for path, kind in places(specs(module))]
    found += [(path, "other", OTHERS) for path in others(specs(module))]
    made = []
    for number, (path, kind, values) in enumerate(found):
        odd = [value for value in values if not harmless(value, kind)]
        made.append(task(module, path, odd[number % len(odd)], "literal"))
        made.append(task(module, path, OMITTED, "omitted"))
        if not native and CORE == "2.16":  # there, a template makes texts of numbers
            odd = [value for value in odd if type(value) not in (int, float)]
        # Of many options, each meets some of the kinds: the code behind them is the same.
        tried = odd if len(found) <= MANY else odd[number % SHARES :: SHARES]
        made.append({**task(module, path, "{{ item }}", "templates"), "loop": tried})
    return made


def task(module, path, value, how):
    return {
        "name": f"{module} {path} {how}",
        f"{COLLECTION}.{module}": {**BASES.get(module, {}), **put(path, value)},
        "ignore_errors": True,
    }


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    "native",
    [
        False,
        pytest.param(
            True, marks=pytest.mark.skipif(CORE != "2.16", reason="newer ones are always so")
        ),
    ],
    ids=["", "native"],
)
def test_what_nobody_wrote_as_a_text_is_refused_and_nothing_is_written(
    portal, play, module, native
):
    # Options are checked before a front is chosen, so each second module takes the other one;
    # those with many options take the faster.
    is_long = len(list(places(specs(module)))) > MANY
    direct = is_long or (MODULES.index(module) + native) % 2 == 0
    env = {"ANSIBLE_JINJA2_NATIVE": str(native)}
    tried = tasks(module, native)
    portal.restart(with_a_room(portal.look()["state"]))
    run = play(portal, tried, direct=direct, env=env)

    seen = portal.look()
    assert {request["method"] for request in seen["requests"]} <= {"GET", "HEAD"}
    assert seen["mutations"] == 0
    results = [(name, result) for name, result in run.results if "results" not in result]
    assert len(results) == sum(len(each.get("loop", [1])) for each in tried) > 50
    texts = {f"{module} {path}" for path, _kind in places(specs(module))}
    for name, result in results:
        code, message = result.get("failure", {}).get("code"), str(result.get("msg"))
        if code or result.get("failed"):
            assert code == "invalid_option" or REFUSED.search(message), (name, result)
        elif not name.endswith("omitted"):
            assert name.rpartition(" ")[0] not in texts, (name, result)
