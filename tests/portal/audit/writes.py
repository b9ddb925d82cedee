# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What calls write into the audit trail: they are looked at before and after they are served."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import json
import typing as t

from ..call import Call
from ..http import guid
from ..http.failures import Failure
from ..http.routing import Route
from ..people.records import Person

#: Gets what the call answers, None if it was refused in the middle.
After = c.Callable[[t.Any], None]
#: Looks at what there is before a call, and gives what writes the rows when it was carried out.
Watch = c.Callable[[Call], After]

_UNITS = ("bytes", "KB", "MB", "GB", "TB")


def watched(route: Route, watch: Watch) -> Route:
    """The same route, which writes into the trail, too."""

    def handler(call: Call) -> t.Any:
        after = watch(call)
        try:
            answer = route.handler(call)
        except Failure:
            # Those before the refused one are invited.
            if route.path == "people/invite":
                after(None)
            raise
        after(answer)
        return answer

    return dataclasses.replace(route, handler=handler)


def sent(call: Call) -> dict[str, t.Any]:
    """The body, with names in lower case; empty if it is none that the call takes."""
    try:
        body = json.loads(call.data)
    except ValueError:
        return {}
    items = body.items() if isinstance(body, dict) else ()
    return {name.lower(): value for name, value in items}


def ids_in(call: Call) -> list[str]:
    """The people of a body."""
    found = sent(call).get("userids")
    return (
        [each.lower() for each in found if isinstance(each, str)] if isinstance(found, list) else []
    )


def write(call: Call, number: int, values: c.Iterable[str] = (), *targets: str) -> None:
    """Write a row of the caller."""
    call.world.audit.write(number, call.caller.id, values, targets)


def named(call: Call) -> Person | None:
    """Who stands in the path, by id or user name."""
    name = call.path.get("name", "")
    found = call.world.people.get(guid.parse(name) or "")
    return found or next((each for each in call.world.people if each.user_name == name), None)


def names_of(call: Call, ids: c.Iterable[str]) -> str:
    """The names of people, as the server joins them."""
    people = filter(None, map(call.world.people.get, ids))
    return ",  ".join(person.display_name for person in people)


def size(count: int | None) -> str:
    """So many bytes in words."""
    found, unit = float(count or 0), 0
    while found >= 1024 and unit < len(_UNITS) - 1:
        found, unit = found / 1024, unit + 1
    return f"{found:g} {_UNITS[unit]}"
