# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A simulated portal as a test sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from werkzeug.test import Client

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, load_state

#: Seconds to go on trying in tests: enough for four tries.
RETRY_FOR = 3


@dataclass
class Site:
    """A portal as a test sees it: its state and log directly, its address for the client."""

    state: dict[str, Any] = field(default_factory=load_state)
    base_url: str = ""

    def __post_init__(self) -> None:
        self.portal = Portal(self.state)
        self.way = Faults(self.portal)
        #: What is still to go wrong: (method, part of the path, rule).
        self.faults: list[Any] = self.way.schedule

    def __call__(self, environ, start_response):
        return self.way(environ, start_response)

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
        """The requests, oldest first, without the list of fields and the order of people."""
        lines = []
        for request in self.portal.requests:
            query = {key: value[0] for key, value in parse_qs(request.query).items()}
            for name in ("fields", "sortBy"):
                query.pop(name, None)
            joined = "&".join(f"{key}={value}" for key, value in sorted(query.items()))
            path = re.sub("^/api/2.0/", "", request.path)
            lines.append(f"{request.method} {path}{'?' if joined else ''}{joined}")
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
        {**connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC},
        **getattr(module, "CONSTRAINTS", {}),
    )


def parameters(site: Site, module: Any, key: str = "owner key", **options: Any) -> dict[str, Any]:
    """A task's options as the module gets them from Ansible; None is an option left out."""
    given: dict[str, Any] = {"base_url": site.base_url, "api_key": site.api_key(key)}
    given |= {"retry_for": RETRY_FOR, **options}
    kept = {option: value for option, value in given.items() if value is not None}
    specs = {**connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC}
    checked = validator(module).validate(check_given(specs, kept))
    assert checked.error_messages == []
    return dict(checked.validated_parameters)


def failure(task: Callable[..., Any], site: Site, *args: Any, **options: Any) -> dict[str, Any]:
    """The result of a task that fails."""
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    result = raised.value.result()
    assert site.api_key(options.get("key", "owner key")) not in repr(result)
    assert "stack" not in repr(result)
    return result


def request(portal: Portal, method: str, path: str, body: Any, key: str) -> None:
    """A request of somebody else."""
    answer = Client(portal).open(
        f"/api/2.0/{path}", method=method, json=body, headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code < 300, answer.text
