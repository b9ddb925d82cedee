# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portals on which much was done, and how the tests of `audit_info` ask about them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.modules import audit_info
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

OLGA, ADMIN = "66faa6e4-f133-11ea-b126-00ffeec8b4ef", "a0000000-0000-4000-8000-000000000001"
NOBODY = "712d9ec3-5d2b-4b13-824f-71f00191dcca"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
FROM, TO = "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"


def busy_trail() -> dict[str, Any]:
    """The trail of a state file: more than a page of what was done, and of log-ins."""
    logins = [{"number": 1010, "user": OLGA, "at": at(second)} for second in range(130)]
    return {"rows": [updated(second) for second in range(130)], "logins": logins}


def at(second: int) -> str:
    """A moment of the first of November."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"2026-11-01T{hours:02}:{minutes:02}:{seconds:02}Z"


def updated(second: int, user: str = OLGA, group: int = 1) -> dict[str, Any]:
    """A group that was changed."""
    targets = [GROUP.format(group)]
    return {"number": 4027, "user": user, "at": at(second), "values": ["x"], "targets": targets}


@contextmanager
def portal_with(rows: Any = (), logins: Any = (), **portal: Any) -> Any:
    state = load_state()
    state["audit"] = {"rows": list(rows), "logins": list(logins)}
    state["portal"] = {**state.get("portal", {}), **portal}
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


def task(site: Site, check_mode: Any = False, **options: Any) -> dict[str, Any]:
    given = {"from": FROM, "to": TO, **options}
    return audit_info.run(parameters(site, audit_info, **given), check_mode)


failed = partial(failure, task)


def ids(result: dict[str, Any]) -> list[int]:
    return [event["id"] for event in result["events"]]
