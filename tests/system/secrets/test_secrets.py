# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The key is nowhere but on its way to the portal, whatever a playbook does with it."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.secrets.secret_tasks import (
    ENGINEERING,
    KEY,
    LINK_PASSWORD,
    TASKS,
    served,
    state,
    tasks,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import empty_review

PASSWORD = "pw-4Xe!Mj9$Qs*Vk6Ft"


@pytest.mark.parametrize(
    ("direct", "check", "as_option"),
    [(True, False, False), (True, True, True), (False, False, True)],
    ids=["real-direct", "check-direct", "real-module"],
)
def test_success_and_failure_of_every_module(watched, direct, check, as_option):
    secrets, env = [KEY, LINK_PASSWORD], {"LINK_PASSWORD": LINK_PASSWORD}
    options = {}
    if as_option:  # with Bearer in front
        options["api_key"] = "{{ lookup('ansible.builtin.env', 'KEY') }}"
        env |= {"KEY": f"Bearer {KEY}", "DOCSPACE_API_KEY": ""}
    words = ["--check"] if check else []
    with served(Portal(state())) as portal:
        keys = {"files": empty_review(portal.base_url), "secrets": secrets}
        run = watched(portal, tasks(**options), *words, env=env, direct=direct, **keys)
    # From 2.22 on it is the other one.
    hidden = ("VALUE_SPECIFIED_IN_NO_LOG_PARAMETER", "$REDACTED$")
    assert direct or any(word in run.output for word in hidden)

    assert len(run.results) == sum(map(len, TASKS.values()))
    failed = [task for task, result in run.results if "failure" in result]
    assert failed == [f"{module} {len(entries) - 1}" for module, entries in TASKS.items()]


#: Addresses with a password in them, well-formed or not; the last part is the portal's.
ADDRESSES = [
    "http://ben:{}@{}",
    "http://{}@{}",
    "ben:{}@{}",
    "http:/ben:{}@{}",
    "http://ben:{}@[{}",
    "http://ben:#{}@{}",
    "http://ben:/{}@{}",
]


@BOTH_FRONTS
def test_a_password_in_base_url(watched, portal, direct):
    reading = {
        "name": "read",
        "onlyoffice.docspace.group_info": {
            "all": True,
            "base_url": "{{ item.format(lookup('ansible.builtin.env', 'PASSWORD'), host) }}",
        },
        "loop": ADDRESSES,
        "ignore_errors": True,
    }
    keys = {"vars": {"host": portal.base_url.removeprefix("http://")}}
    env = {"PASSWORD": PASSWORD}
    run = watched(portal, [reading], env=env, direct=direct, secrets=[PASSWORD, KEY], **keys)

    options = [each["failure"]["option"] for each in run.of("read")[:-1]]
    assert options == ["base_url"] * len(ADDRESSES)
    assert portal.look()["requests"] == []


#: Each role, with variables that it takes and some that it refuses.
ROLES: list[tuple[str, dict[str, Any]]] = [
    ("groups", {"docspace_groups": [{"name": ENGINEERING, "members": ["user01"]}]}),
    ("export", {"docspace_export_path": "groups.yml"}),
    ("offboard", {"docspace_leavers": ["user02"], "docspace_offboard_report": "leavers.json"}),
    ("people", {"docspace_people": [{"user": "new@example.org", "type": "user"}]}),
    ("groups", {"docspace_groups": [{"name": "Twins", "add": ["user01"]}]}),
    ("groups", {"docspace_groups": "no list"}),
]


@BOTH_FRONTS
@pytest.mark.parametrize("check", [False, True], ids=["real", "check"])
def test_the_roles(watched, direct, check):
    key = {"docspace_api_key": "{{ lookup('ansible.builtin.env', 'KEY') }}"}
    blocks = [
        {
            "block": [
                {
                    "ansible.builtin.include_role": {"name": f"onlyoffice.docspace.{role}"},
                    "vars": {**variables, **key},
                },
                {"name": "done", "ansible.builtin.debug": {"msg": role}},
            ],
            "rescue": [{"name": "failed", "ansible.builtin.debug": {"msg": role}}],
        }
        for role, variables in ROLES
    ]
    words = ["--check"] if check else []
    env = {"KEY": f"Bearer {KEY}", "DOCSPACE_API_KEY": ""}
    with served(Portal(state())) as portal:
        run = watched(portal, blocks, *words, env=env, direct=direct)

    assert [each["msg"] for each in run.of("done")] == ["groups", "export", "offboard", "people"], (
        run.output
    )
    assert [each["msg"] for each in run.of("failed")] == ["groups", "groups"]
