# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which call is served by what, and which scopes open it."""

from __future__ import annotations

import collections.abc as c
import dataclasses
import typing as t

from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import BaseConverter, Map, Rule, ValidationError

from . import guid
from .failures import Refused

_ROOT = "/api/2.0"


@dataclasses.dataclass(frozen=True)
class Route:
    """A call and what serves it; a key needs one of the scopes, unless there are none.

    A path that begins with a slash is none of the API.
    """

    path: str
    method: str
    handler: c.Callable[[t.Any], t.Any]
    scopes: tuple[str, ...]
    #: Whether it is served without a key, too.
    anonymous: bool = False


class _GuidConverter(BaseConverter):
    """A GUID in any notation."""

    regex = r"\s*[({]?[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}[)}]?\s*"

    def to_python(self, value: str) -> str:
        found = guid.parse(value)
        if found is None:
            raise ValidationError
        return found


class Router:
    """Finds the route of a request."""

    def __init__(self, routes: c.Sequence[Route]) -> None:
        self._literals = {part for each in routes for part in _path(each).split("/")}
        converters = {"guid": _GuidConverter}
        self._map = Map(map(_rule, routes), converters=converters, merge_slashes=False)

    def match(self, path: str, method: str) -> tuple[Route, dict[str, str]]:
        """The route for a path, whose case does not matter, and the variables in it."""
        if len(path) > 1 and path.endswith("/"):
            path = path[:-1]
        lower = ((part, part.lower()) for part in path.split("/"))
        parts = (small if small in self._literals else part for part, small in lower)
        try:
            adapter = self._map.bind("portal")
            rule, variables = adapter.match("/".join(parts), method, return_rule=True)
        except MethodNotAllowed as error:
            allowed = ", ".join(sorted(error.valid_methods or ()))
            raise Refused(405, {"Allow": allowed}) from None
        except HTTPException:
            raise Refused(404) from None
        return rule.endpoint, dict(variables)


def _path(route: Route) -> str:
    return route.path if route.path.startswith("/") else f"{_ROOT}/{route.path}"


def _rule(route: Route) -> Rule:
    rule = Rule(_path(route), methods=[route.method], endpoint=route)
    if rule.methods:
        rule.methods.discard("HEAD")
    return rule
