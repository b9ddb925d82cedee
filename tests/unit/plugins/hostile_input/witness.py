# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a task may send and show: the portal's log has each request as it came over the wire."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl, unquote

from hypothesis import reject

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import (
    KEY,
    STATE,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.room_routes import (
    ROOM,
    ROOM_ROUTES,
    is_meant_of_rooms,
    is_room_id,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

#: Longest message or warning, and longest one about an option's own text, in characters.
LONGEST, LONGEST_OF_OPTION = 5000, 500


class Witness:
    """A portal that keeps the headers of the requests, too."""

    base_url = ""

    def __init__(self) -> None:
        self.start_anew()

    def __call__(self, environ, start_response):
        self.headers.append({name: environ[name] for name in environ if name.startswith("HTTP_")})
        return self.portal(environ, start_response)

    def start_anew(self) -> None:
        self.portal = Portal(STATE)
        self.headers: list[dict[str, str]] = []


#: The hosts whose addresses were asked for.
ASKED: list[str] = []


def outcome(module: Any, given: dict[str, Any], check_mode: bool) -> dict[str, Any] | DocSpaceError:
    """The result of a task or its failure, when Ansible itself has nothing against its options."""
    try:
        checked = validator(module).validate(
            check_given({**connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC}, given)
        )
        if checked.error_messages:
            reject()
        return dict(module.run(checked.validated_parameters, check_mode))
    except DocSpaceError as error:
        return error


def strings(value: Any) -> set[str]:
    """Every text in a structure, however deep."""
    if isinstance(value, dict):
        return set().union(*map(strings, value.values()))
    if isinstance(value, (list, tuple)):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) else set()


_GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FIELDS = re.compile(r"[a-zA-Z]+(\.[a-zA-Z]+)*(,[a-zA-Z]+(\.[a-zA-Z]+)*)*")
_PAGE = {"fields", "count", "startIndex"}
_LINKS = ("portal", "users", "invitationlink")
_TYPES = ("Guest", "User", "RoomAdmin", "DocSpaceAdmin")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ID, NAME, TYPE = object(), object(), object()
#: Whatever a task says of a person, which may be nothing.
_SAID = ("filterValue", "email", "groupName", "firstName", "lastName", "location", "comment")
#: Words of the API.
_WORDS = {
    "type": _TYPES,
    "sortBy": ("email", "AZ"),
    "sortOrder": ("ascending",),
    "searchArea": ("Active", "Archive", "Any"),
    "employeeType": _TYPES,
    **dict.fromkeys(("includeMembers", "excludeGroup", "manager"), ("true", "false")),
}
_NUMBERS = {"quota": range(-2, 2**63), "maxUseCount": range(1, 1001)}
_PATTERNS = {
    "fields": _FIELDS,
    "expiration": _MOMENT,
    **dict.fromkeys(
        ("count", "startIndex", "employeeStatus", "employeeType"), re.compile("[0-9]+")
    ),
}
#: Method, segments, the parameters that must and that may be there, the keys of the body.
ROUTES: list[tuple[str, tuple[Any, ...], set[str], set[str], set[str]]] = [
    ("GET", ("group",), _PAGE, {"filterValue", "userId", "manager"}, set()),
    ("GET", ("group", ID), {"fields", "includeMembers"}, set(), set()),
    ("POST", ("group",), {"fields"}, set(), {"groupName", "groupManager", "members"}),
    (
        "PUT",
        ("group", ID),
        {"fields"},
        set(),
        {"groupName", "groupManager", "membersToAdd", "membersToRemove"},
    ),
    ("DELETE", ("group", ID), set(), set(), set()),
    ("PUT", ("group", ID, "members"), {"fields"}, set(), {"members"}),
    ("DELETE", ("group", ID, "members"), {"fields"}, set(), {"members"}),
    ("GET", ("people", "email"), {"email", "fields"}, set(), set()),
    (
        "GET",
        ("people", "filter"),
        {*_PAGE, "sortBy"},
        {"groupId", "excludeGroup", "employeeStatus", "employeeType", "filterValue"},
        set(),
    ),
    (
        "GET",
        ("people", "simple", "filter"),
        {*_PAGE, "sortBy"},
        {"groupId", "employeeStatus"},
        set(),
    ),
    ("GET", ("keys", "@self"), {"fields"}, set(), set()),
    ("GET", ("people", ID), {"fields"}, set(), set()),
    ("GET", ("people", NAME), {"fields"}, set(), set()),
    ("PUT", ("people", "status", "Terminated"), {"fields"}, set(), {"userIds"}),
    ("PUT", ("people", "status", "Active"), {"fields"}, set(), {"userIds"}),
    ("PUT", ("people", "invite"), {"fields"}, set(), {"userIds"}),
    ("POST", ("people", "invite"), {"fields"}, set(), {"invitations"}),
    (
        "POST",
        ("people", "active"),
        {"fields"},
        set(),
        {"email", "type", "firstName", "lastName", "location", "comment"},
    ),
    *(("PUT", ("people", "type", kind), {"fields"}, set(), {"userIds"}) for kind in _TYPES),
    ("POST", ("people", "type"), set(), set(), {"userId", "type", "reassignUserId"}),
    ("GET", ("people", "type", "progress", ID), set(), set(), set()),
    ("POST", ("people", "email"), set(), set(), {"userId", "email"}),
    ("POST", ("people", "password"), set(), set(), {"email"}),
    ("PUT", ("people", "userquota"), {"fields"}, set(), {"userIds", "quota"}),
    ("GET", ("settings",), {"fields"}, set(), set()),
    ("GET", ("settings", "invitationsettings"), set(), set(), set()),
    ("GET", ("portal", "payment", "quota"), set(), set(), set()),
    *ROOM_ROUTES,
    ("GET", (*_LINKS, TYPE), set(), set(), set()),
    ("POST", _LINKS, set(), set(), {"employeeType", "expiration", "maxUseCount"}),
    ("PUT", _LINKS, set(), set(), {"id", "expiration", "maxUseCount"}),
    ("DELETE", _LINKS, set(), set(), {"id"}),
]
#: What is asked for without the key, as everybody may know it.
ANONYMOUS = ("/api/2.0/settings", "/api/2.0/settings/invitationsettings")


def assert_meant(request: Any, named: set[str], prefix: str = "") -> None:
    """A request is one of those that a task may send, and what it holds was named or looked up."""
    assert request.path.startswith(f"{prefix}/api/2.0/"), request
    path = request.path[len(f"{prefix}/api/2.0/") :].split("/")
    segments = [unquote(segment, errors="strict") for segment in path]
    pairs = parse_qsl(request.query, True, strict_parsing=True) if request.query else []
    query, body = dict(pairs), request.body or {}
    assert len(query) == len(pairs), request

    def fits(wanted: Any, segment: str) -> bool:
        if wanted is ID:
            return bool(_GUID.fullmatch(segment))
        if wanted is TYPE:
            return segment in _TYPES
        if wanted is ROOM:
            return is_room_id(segment)
        return segment in named if wanted is NAME else segment == wanted

    routes = [
        (must, may, keys)
        for method, pattern, must, may, keys in ROUTES
        if (method, len(pattern)) == (request.method, len(segments))
        and all(map(fits, pattern, segments))
    ]
    assert routes, f"no route of ours: {request}"
    must, may, keys = routes[0]
    assert must <= query.keys() <= must | may, request
    assert body.keys() <= keys, request
    for name, value in [*query.items(), *body.items()]:
        assert is_meant(name, value, named), request


def is_meant(name: str, value: Any, named: set[str]) -> bool:
    """Whether a parameter or a property of a body has such a value as it should."""
    if name in _SAID:
        return value in named or (name == "lastName" and value == "")
    if name == "invitations":
        return all(is_meant(key, text, named) for each in value for key, text in each.items())
    if name in _NUMBERS:
        return isinstance(value, int) and value in _NUMBERS[name]
    if name in _WORDS and value in _WORDS[name]:
        return True
    if name in _PATTERNS:
        return bool(_PATTERNS[name].fullmatch(value))
    if is_meant_of_rooms(name, value, named):
        return True
    return all(map(_GUID.fullmatch, [value] if isinstance(value, str) else value))


def assert_only_meant(site: Witness, given: Any, prefix: str = "") -> None:
    """The log has no request but those that these options mean, each with the usual headers."""
    texts = strings(given)
    named = texts | {text.strip() for text in texts}
    for request in site.portal.requests:
        assert_meant(request, named, prefix)
    for request, headers in zip(site.portal.requests, site.headers):
        key = headers.get("HTTP_AUTHORIZATION")
        assert key == f"Bearer {KEY}" or (key is None and request.path in ANONYMOUS)
        assert headers.keys() <= {
            "HTTP_ACCEPT",
            "HTTP_ACCEPT_ENCODING",
            "HTTP_AUTHORIZATION",
            "HTTP_CONNECTION",
            "HTTP_HOST",
            "HTTP_USER_AGENT",
        }


def assert_clean(message: str, longest: int = LONGEST) -> None:
    """A text for people: on one line, without anything that steers a terminal, not too long."""
    assert message.isprintable(), ascii(message)
    assert 0 < len(message) <= longest


def assert_readable(result: dict[str, Any]) -> None:
    """What people see of a result is clean; the rest can be written as JSON."""
    json.dumps(result).encode("utf-8", "strict")
    for warning in result["warnings"]:
        assert_clean(warning)
    differences = result.get("diff", [])
    for each in differences if isinstance(differences, list) else [differences]:
        for text in each.values():
            assert all(line.isprintable() for line in text.split("\n")), ascii(text)
