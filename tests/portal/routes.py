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

from . import groups_api, guid, keys_api, people_api, people_write_api
from .auth import ANY_SCOPE, READ_ACCOUNTS, READ_PEOPLE, READ_SELF, WRITE_ACCOUNTS
from .call import Call
from .failures import Refused

Handler = c.Callable[[Call], t.Any]


@dataclasses.dataclass(frozen=True)
class Endpoint:
    """What serves a call; a key needs one of the scopes, unless there are none."""

    handler: Handler
    scopes: tuple[str, ...]


class _GuidConverter(BaseConverter):
    """A GUID in any notation."""

    regex = r"\s*[({]?[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}[)}]?\s*"

    def to_python(self, value: str) -> str:
        found = guid.parse(value)
        if found is None:
            raise ValidationError
        return found


def match(path: str, method: str) -> tuple[Endpoint, dict[str, str]]:
    """The endpoint for a path, whose case does not matter, and the variables in it."""
    adapter = _MAP.bind("portal")
    if len(path) > 1 and path.endswith("/"):
        path = path[:-1]
    parts = (part.lower() if part.lower() in _LITERALS else part for part in path.split("/"))
    try:
        rule, variables = adapter.match("/".join(parts), method, return_rule=True)
    except MethodNotAllowed as error:
        allowed = ", ".join(sorted(error.valid_methods or ()))
        raise Refused(405, {"Allow": allowed}) from None
    except HTTPException:
        raise Refused(404) from None
    return rule.endpoint, dict(variables)


def _rules() -> c.Iterator[Rule]:
    for path, method, handler, scopes in _TABLE:
        rule = Rule(f"{_ROOT}/{path}", methods=[method], endpoint=Endpoint(handler, scopes))
        if rule.methods:
            rule.methods.discard("HEAD")
        yield rule


_ROOT = "/api/2.0"
_TABLE: list[tuple[str, str, Handler, tuple[str, ...]]] = [
    ("group", "GET", groups_api.list_groups, READ_ACCOUNTS),
    ("group", "POST", groups_api.create_group, WRITE_ACCOUNTS),
    ("group/<guid:id>", "GET", groups_api.get_group, READ_ACCOUNTS),
    ("group/<guid:id>", "PUT", groups_api.update_group, WRITE_ACCOUNTS),
    ("group/<guid:id>", "DELETE", groups_api.delete_group, WRITE_ACCOUNTS),
    ("group/<guid:id>/members", "PUT", groups_api.add_members, WRITE_ACCOUNTS),
    ("group/<guid:id>/members", "POST", groups_api.replace_members, WRITE_ACCOUNTS),
    ("group/<guid:id>/members", "DELETE", groups_api.remove_members, WRITE_ACCOUNTS),
    ("group/<guid:id>/members/<guid:target>", "PUT", groups_api.move_members, WRITE_ACCOUNTS),
    ("group/<guid:id>/manager", "PUT", groups_api.set_manager, WRITE_ACCOUNTS),
    ("group/user/<guid:id>", "GET", groups_api.groups_of_person, READ_ACCOUNTS),
    ("people", "GET", people_api.list_active, READ_PEOPLE),
    ("people/@self", "GET", people_api.get_self, READ_SELF),
    ("people/email", "GET", people_api.get_by_email, READ_PEOPLE),
    ("people/exists", "GET", people_api.exists, ANY_SCOPE),
    ("people/filter", "GET", people_api.filter_full, READ_PEOPLE),
    ("people/simple/filter", "GET", people_api.filter_simple, READ_PEOPLE),
    ("people/search", "GET", people_api.search, READ_PEOPLE),
    ("people/@search/<text>", "GET", people_api.search, READ_PEOPLE),
    ("people/tokendiagnostics", "GET", people_api.token_claims, ANY_SCOPE),
    ("people/status/<status>", "GET", people_api.list_by_status, READ_PEOPLE),
    ("people/status/<status>", "PUT", people_write_api.set_status, WRITE_ACCOUNTS),
    ("people/type", "POST", people_write_api.start_type_change, WRITE_ACCOUNTS),
    ("people/type/<type>", "PUT", people_write_api.set_type, WRITE_ACCOUNTS),
    ("people/type/progress/<guid:id>", "GET", people_write_api.type_change_progress, READ_PEOPLE),
    ("people/active", "POST", people_write_api.create_active, WRITE_ACCOUNTS),
    ("people/invite", "POST", people_write_api.invite, WRITE_ACCOUNTS),
    ("people/<name>", "GET", people_api.get_person, ANY_SCOPE),
    ("people/<name>", "DELETE", people_write_api.delete_person, WRITE_ACCOUNTS),
    ("keys", "GET", keys_api.list_keys, ANY_SCOPE),
    ("keys", "POST", keys_api.create_key, ANY_SCOPE),
    ("keys/@self", "GET", keys_api.get_self, ANY_SCOPE),
    ("keys/permissions", "GET", keys_api.list_scopes, ANY_SCOPE),
    ("keys/<guid:id>", "PUT", keys_api.update_key, ANY_SCOPE),
    ("keys/<guid:id>", "DELETE", keys_api.delete_key, ANY_SCOPE),
]

_LITERALS = {part for row in _TABLE for part in f"{_ROOT}/{row[0]}".split("/")}
_MAP = Map(_rules(), converters={"guid": _GuidConverter}, merge_slashes=False)
