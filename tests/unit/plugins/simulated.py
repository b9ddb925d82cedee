# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A simulated portal as a test sees it, and ways to go wrong between it and the client."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field
from typing import Any, Callable
from urllib.parse import parse_qs

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from werkzeug.test import Client, run_wsgi_app
from werkzeug.wrappers import Response

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _connection
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state

Rule = Callable[[Portal, dict[str, Any]], Response]


@dataclass
class Site:
    """A portal as a test sees it: its state and log directly, its address for the client."""

    state: dict[str, Any] = field(default_factory=load_state)
    base_url: str = ""
    #: What happens to requests instead of reaching the portal: (method, part of the path, rule).
    faults: list[tuple[str, str, Rule]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.portal = Portal(self.state)

    def __call__(self, environ, start_response):
        for fault in self.faults:
            method, part, rule = fault
            if environ["REQUEST_METHOD"] == method and part in environ["PATH_INFO"]:
                self.faults.remove(fault)
                return rule(self.portal, environ)(environ, start_response)
        return self.portal(environ, start_response)

    def api_key(self, name: str = "owner key") -> str:
        return next(str(key["key"]) for key in self.state["api_keys"] if key["name"] == name)

    def members(self, group_id: str) -> set[str]:
        """The members of a group as they are stored, by user name, hidden ones included."""
        state = self.portal.state()
        names = {user["id"]: user["userName"] for user in state["users"]}
        group = next(group for group in state["groups"] if group["id"] == group_id)
        return {names[member] for member in group["members"]}

    def group(self, name: str) -> dict[str, Any]:
        """A group as it is stored, by its name."""
        (found,) = (group for group in self.portal.state()["groups"] if group["name"] == name)
        return dict(found)

    def log(self) -> list[str]:
        """The requests, oldest first, without the list of fields."""
        lines = []
        for request in self.portal.requests:
            query = {key: value[0] for key, value in parse_qs(request.query).items()}
            query.pop("fields", None)
            wish = "&".join(f"{key}={value}" for key, value in sorted(query.items()))
            path = re.sub("^/api/2.0/", "", request.path)
            lines.append(f"{request.method} {path}{'?' if wish else ''}{wish}")
        return lines


def crowd(size: int) -> list[dict[str, Any]]:
    """So many more people for a state file, person0000 and so on."""
    return [
        {
            "id": f"70000000-0000-4000-8000-{number:012}",
            "firstName": f"First{number:04}",
            "lastName": "Last",
            "email": f"person{number:04}@example.net",
            "userName": f"person{number:04}",
            "status": "active",
            "type": "User",
        }
        for number in range(size)
    ]


def validator(module: Any) -> ArgumentSpecValidator:
    """What Ansible checks a module's options with."""
    return ArgumentSpecValidator(
        {**_connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC},
        mutually_exclusive=getattr(module, "MUTUALLY_EXCLUSIVE", None),
    )


def parameters(site: Site, module: Any, key: str = "owner key", **options: Any) -> dict[str, Any]:
    """A task's options as the module gets them from Ansible."""
    given = {"base_url": site.base_url, "api_key": site.api_key(key), **options}
    checked = validator(module).validate(given)
    assert checked.error_messages == []
    return dict(checked.validated_parameters)


def instead(status: int, body: Any = "") -> Rule:
    """Answer in the portal's place; nothing is done."""

    def rule(portal: Portal, environ: dict[str, Any]) -> Response:
        _sent(environ)
        return _answer(status, body)

    return rule


def done_but(status: int, body: Any = "") -> Rule:
    """Let the portal do it, then answer something else."""

    def rule(portal: Portal, environ: dict[str, Any]) -> Response:
        run_wsgi_app(portal, environ, buffered=True)
        return _answer(status, body)

    return rule


def partly(first: int, status: int, body: Any = "") -> Rule:
    """Let the portal do it for the first ids only, then answer something else."""

    def rule(portal: Portal, environ: dict[str, Any]) -> Response:
        sent = json.loads(_sent(environ))
        some = json.dumps({key: ids[:first] for key, ids in sent.items()}).encode()
        changed = {**environ, "wsgi.input": io.BytesIO(some), "CONTENT_LENGTH": str(len(some))}
        run_wsgi_app(portal, changed, buffered=True)
        return _answer(status, body)

    return rule


def before(action: Callable[[Portal], None]) -> Rule:
    """Let something else happen first, as if somebody had been faster."""

    def rule(portal: Portal, environ: dict[str, Any]) -> Response:
        action(portal)
        body, status, headers = run_wsgi_app(portal, environ, buffered=True)
        return Response(b"".join(body), status, headers)

    return rule


def request(portal: Portal, method: str, path: str, body: Any, key: str) -> None:
    """A request of somebody else."""
    answer = Client(portal).open(
        f"/api/2.0/{path}", method=method, json=body, headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code < 300, answer.text


def _sent(environ: dict[str, Any]) -> bytes:
    """The body of a request, which must be read for the next one on the connection."""
    return bytes(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))


def _answer(status: int, body: Any) -> Response:
    text = body if isinstance(body, str) else json.dumps(body)
    return Response(text, status, content_type="application/json")
