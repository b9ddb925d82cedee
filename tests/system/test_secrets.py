# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The key is nowhere but on its way to the portal, whatever goes wrong and whoever repeats it."""

from __future__ import annotations

import base64
import json
import os
import urllib.parse
from contextlib import contextmanager
from typing import Any

import pytest
from werkzeug.wrappers import Request, Response

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.system.hiding import (
    command_lines,
    leaks,
    leaks_of_folder,
)
from ansible_collections.onlyoffice.docspace.tests.system.servers import proxying

#: A key whose characters differ between the notations of JSON, Python, HTML, URLs and base64.
KEY = "sk-Zq7w\"x\\J/t9+Lm%3Kf&Rp=Hv<8Gd>Ns'5Yc~Wb2?Tu"
PASSWORD = "pw-4Xe!Mj9$Qs*Vk6Ft"
FRONTS = pytest.mark.parametrize("direct", [True, False], ids=["direct", "module"])
ENGINEERING = "Engineering"

#: Every module, with options that succeed and options that fail.
TASKS: dict[str, list[dict[str, Any]]] = {
    "group_info": [{}, {"group": ENGINEERING, "members": True}, {"group": " "}],
    "user_info": [{}, {"users": ["user05", "nobody"]}, {"group": "Twins"}],
    "group_members": [
        {"group": ENGINEERING, "members": ["user05"], "state": "absent"},
        {"group": "Twins", "members": ["user05"]},
    ],
    "memberships": [
        {"groups": [{"group": ENGINEERING, "exact": ["user01", "user02"]}]},
        {"groups": [{"group": "Twins", "add": ["user05"]}]},
    ],
    "group": [
        {"id": "10000000-0000-4000-8000-000000000004", "manager": "user02"},
        {"name": "Of a key", "members": ["user01"]},
        {"name": "Twins", "state": "absent"},
    ],
    "user_status": [
        {"users": ["user07"], "status": "disabled"},
        {"users": ["admin"], "status": "disabled"},
    ],
}


def tasks(**connection):
    """A task for each entry of TASKS; failures are ignored."""
    return [
        {
            "name": f"{module} {number}",
            f"onlyoffice.docspace.{module}": {**connection, **options},
            "ignore_errors": True,
        }
        for module, entries in TASKS.items()
        for number, options in enumerate(entries)
    ]


def state():
    """A portal whose owner's key is KEY, and where a group and a person are called like it."""
    made = load_state()
    made["api_keys"][0]["key"] = KEY
    made["groups"][2]["name"] = f"Copied {KEY} by mistake"
    made["users"][3] |= {"firstName": "Bearer", "lastName": KEY}
    return made


@contextmanager
def served(app):
    with serve(app) as base_url:
        yield Process(base_url, KEY, os.getpid())


@pytest.fixture
def watched(play, tmp_path):
    """``play`` with all that is shown, and every folder in tmp_path; nothing may hold a secret."""

    def run(portal, tasks, *words, env, direct, secrets=(KEY,), **keys):
        folders = {
            "HOME": "home", "TMPDIR": "tmp", "ANSIBLE_LOCAL_TEMP": "local",
            "ANSIBLE_REMOTE_TEMP": "remote", "ANSIBLE_HOME": "ansible",
        }  # fmt: skip
        for folder in folders.values():
            (tmp_path / folder).mkdir(exist_ok=True)
        env = {
            **{name: str(tmp_path / folder) for name, folder in folders.items()},
            "ANSIBLE_LOG_PATH": str(tmp_path / "ansible.log"),
            "ANSIBLE_INJECT_INVOCATION": "true",
            **env,
        }
        with command_lines() as lines:
            done = play(portal, tasks, "-vvvvv", "--diff", *words, env=env, direct=direct, **keys)
        assert "PLAY RECAP" in done.output
        assert any("ansible-playbook" in line for line in lines)
        assert direct or any("AnsiballZ" in line for line in lines)
        for secret in secrets:
            assert leaks(secret, done.output) == []
            assert leaks(secret, "\n".join(lines)) == []
            assert leaks_of_folder(secret, tmp_path) == []
        assert not [*(tmp_path / "tmp").iterdir(), *(tmp_path / "local").iterdir()]
        return done

    return run


@FRONTS
@pytest.mark.parametrize("check", [False, True], ids=["real", "check"])
def test_success_and_failure_of_every_module(watched, direct, check):
    with served(Portal(state())) as portal:
        if check:  # and the key as an option, with Bearer in front
            option = tasks(api_key="{{ lookup('ansible.builtin.env', 'KEY') }}")
            env = {"KEY": f"Bearer {KEY}", "DOCSPACE_API_KEY": ""}
            run = watched(portal, option, "--check", env=env, direct=direct)
            assert direct or "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER" in run.output
        else:
            run = watched(portal, tasks(), env={}, direct=direct)

    assert len(run.results) == sum(map(len, TASKS.values()))
    failed = [task for task, result in run.results if "failure" in result]
    assert failed == [f"{module} {len(entries) - 1}" for module, entries in TASKS.items()]


GROUP = "10000000-0000-4000-8000-000000000004"
#: Ways in which something between us and the portal might say our key back to us.
ECHOES = {
    "body": lambda key: _error(f"no such key: {key}"),
    "long-body": lambda key: _error("x" * 180 + key),
    "quoted-body": lambda key: _error(urllib.parse.quote(key, safe="")),
    "base64-body": lambda key: _error(base64.b64encode(f"Bearer {key}".encode()).decode()),
    "half-body": lambda key: _error(f"the key that begins with {key[: len(key) // 2]}"),
    "broken-body": lambda key: _error(f"{key[:20]}\n{key[20:]}"),
    "denial": lambda key: _error(key, 403, "System.Security.SecurityException"),
    "unknown": lambda key: _error(key, 404),
    "bare-text": lambda key: Response(json.dumps(key), 403, mimetype="application/json"),
    "page": lambda key: Response(f"<html>{key}</html>", 200, mimetype="text/html"),
    "envelope": lambda key: Response(json.dumps({"response": [key]}), 200),
    "odd-fields": lambda key: Response(json.dumps({"response": [{"id": key, "name": [key]}]}), 200),
    "group-name": lambda key: Response(json.dumps({"response": [{"id": GROUP, "name": key}]}), 200),
    "header": lambda key: Response("", 401, {"WWW-Authenticate": key, "X-Key": key}),
    "cookie": lambda key: Response("", 402, {"Set-Cookie": f"key={key}"}),
    "redirect": lambda key: Response("", 302, {"Location": f"https://else.example/{key}?k={key}"}),
    "quoted-redirect": lambda key: Response("", 307, {"Location": f"/{urllib.parse.quote(key)}"}),
    "reason": lambda key: Response("", f"599 {key}"),
}


def _error(message, status=500, kind="System.Exception"):
    error = {"message": message, "type": kind, "stack": f"at {message}"}
    return Response(json.dumps({"error": error, "status": 1}), status, mimetype="application/json")


def echoing(environ, start_response):
    """Answers as the first segment of the path says, with the key that was sent."""
    request = Request(environ)
    request.get_data()
    key = request.headers["Authorization"].removeprefix("Bearer ")
    return ECHOES[request.path.split("/")[1]](key)(environ, start_response)


@FRONTS
def test_a_server_that_repeats_the_key(watched, direct):
    kinds = list(ECHOES) if direct else ["body", "half-body", "page", "group-name", "redirect"]
    reading = {
        "name": "read",
        "onlyoffice.docspace.group_info": {"base_url": "{{ url }}/{{ item }}"},
        "loop": kinds,
        "ignore_errors": True,
    }
    with served(echoing) as portal:
        others = tasks(base_url=f"{portal.base_url}/body")
        keys = {"vars": {"url": portal.base_url}}
        run = watched(portal, [reading, *others], env={}, direct=direct, **keys)

    codes = {each["item"]: each.get("failure", {}).get("code") for each in run.of("read")[:-1]}
    assert list(codes) == kinds
    assert [kind for kind, code in codes.items() if code is None] == ["group-name"]
    assert codes["redirect"] == "redirected"
    assert codes["body"] == "server_error"
    assert "Traceback" not in run.output


@FRONTS
@pytest.mark.parametrize("answer", ["500 Bad\r\n{}", "{}"], ids=["header", "status line"])
def test_a_server_that_repeats_the_key_where_it_breaks_http(watched, direct, answer):
    with proxying(answer.format(KEY)) as broken:
        portal = Process(broken.url, KEY, os.getpid())
        reading = [{"name": "read", "onlyoffice.docspace.group_info": {}}]
        run = watched(portal, reading, env={}, direct=direct)

    assert run.of("read")[0]["failure"]["code"] in ("server_error", "connection")


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


@FRONTS
def test_a_password_in_base_url(watched, portal, direct):
    reading = {
        "name": "read",
        "onlyoffice.docspace.group_info": {
            "base_url": "{{ item.format(lookup('ansible.builtin.env', 'PASSWORD'), host) }}"
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
    ("offboard", {"docspace_leavers": ["user02"], "docspace_offboard_disable": True}),
    ("groups", {"docspace_groups": [{"name": "Twins", "add": ["user01"]}]}),
    ("groups", {"docspace_groups": "no list"}),
]


@FRONTS
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

    assert [each["msg"] for each in run.of("done")] == ["groups", "export", "offboard"], run.output
    assert [each["msg"] for each in run.of("failed")] == ["groups", "groups"]
