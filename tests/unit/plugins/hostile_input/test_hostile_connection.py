# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a task's options hold, the requests are those that were meant, and failures are clean.

The portal's request log is the witness: it has each request as it came over the wire. What is drawn
is the same in every run: a new fault shall be found by who made it, not by who comes next.
"""

from __future__ import annotations

import json
import re
import socket
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
import requests
from hypothesis import example, given, reject, settings
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    group,
    group_info,
    group_members,
    memberships,
    user_info,
    user_status,
)
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

MODULES = [group, group_info, group_members, memberships, user_info, user_status]
STATE = load_state()
KEY = next(key["key"] for key in STATE["api_keys"] if key["name"] == "owner key")
#: Longest message or warning, and longest one about an option's own text, in characters.
LONGEST, LONGEST_OF_OPTION = 5000, 500
HUGE, CROWD = 10**6, 10**5

ENGINEERING = "10000000-0000-4000-8000-000000000004"
USER05 = "c0000000-0000-4000-8000-000000000005"


def notations(key: str) -> list[str]:
    """An id as it may be written."""
    bare = key.replace("-", "")
    return [key, key.upper(), bare, f"{{{key}}}", f"({key})", f"urn:uuid:{key}", f" {key}\n"]


#: Names, addresses and ids that mean something on the portal, in each of their notations.
KNOWN = [
    *(row["name"] for row in STATE["groups"]),
    *(text for row in STATE["users"] for text in (row["email"], row["userName"])),
    *STATE["system_groups"].values(),
    *notations(ENGINEERING),
    *notations(USER05),
    " User05@EXAMPLE.org ",
]
#: What has a meaning to something between the task and the portal, or looks like something else.
TRAPS = [
    "",
    " ",
    ".",
    "..",
    "../group",
    "%2e%2e",
    "%2f",
    "a/b",
    "a\\b",
    "a?fields=members",
    "a#b",
    "a;b=c",
    "x&filterValue=y",
    "a+b",
    "100%",
    "email",
    "filter",
    "@self",
    "@search",
    "status",
    "null",
    "-1",
    "\0",
    "a\0b",
    "a\nb",
    "a\r\nHost: evil.example",
    "a\x1b[2Jb",
    "a\x9b31mb",
    "\u202ekcatta",
    "\u200fa",
    "\ufeff",
    "\u2028",
    "\u200b",
    "a\ud800b",
    "\udcff",
    "'",
    '"',
    "`id`",
    "$(id)",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "%(key)s",
    "{0}",
    "user05+tag@example.org",
    "user@b\xfccher.example",
    "user@xn--bcher-kva.example",
    "a@b&email=user05@example.org",
    "@",
    "a@@b",
    "00000000-0000-0000-0000-000000000000",
    "e78f4c20-2f3b-4a9d-ad13-5f298bd5a3ba",
    "c0000000-0000-4000-8000-00000000000g",
    "c0000000-0000-4000-8000-000000000005/x",
    "B\xd6HM & S\xd6HNE",
    "\u0130stanbul",
    "\U0001f680",
    "e\u0301",
    "25%",
    "10",
    "1e9",
    "\u0663",
]
characters = st.one_of(
    st.sampled_from("./%?&#+@:;\\\"'{}\0\n\r\x1b\x85\u202e \ud800"), st.characters()
)
texts = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(TRAPS),
    st.text(characters, max_size=12),
    st.builds("{}{}".format, st.sampled_from(KNOWN), st.sampled_from(TRAPS)),
)


def values(spec: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What an option may be given, by its specification."""
    if "choices" in spec:
        return st.sampled_from(spec["choices"])
    if spec["type"] == "bool":
        return st.booleans()
    if spec["type"] == "int":
        return st.one_of(st.integers(-1, 16), st.sampled_from([10**9, 10**30, -(10**30)]))
    if spec["type"] == "list":
        return st.lists(values({**spec, "type": spec["elements"]}), max_size=8)
    if spec["type"] == "dict":
        return options(spec["options"])
    return texts


def options(specs: dict[str, dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """What all the options may be given; the optional ones may be missing."""
    required = {name: values(spec) for name, spec in specs.items() if spec.get("required")}
    optional = {name: values(spec) for name, spec in specs.items() if not spec.get("required")}
    return st.fixed_dictionaries(required, optional=optional)


tasks = st.sampled_from(MODULES).flatmap(
    lambda module: st.tuples(st.just(module), options(module.ARGUMENT_SPEC), st.booleans())
)


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


@pytest.fixture(scope="module")
def served():
    witness = Witness()
    with serve(witness) as witness.base_url:
        yield witness


@pytest.fixture
def site(served):
    served.start_anew()
    return served


#: The hosts whose addresses were asked for.
ASKED: list[str] = []


@pytest.fixture(autouse=True)
def _confined(monkeypatch, naps):
    """No proxy, no pause, and no name is looked up but those of this machine."""
    resolve = socket.getaddrinfo

    def look_up(host, *rest, **more):
        ASKED.append(host)
        if host not in ("127.0.0.1", "localhost", "::1"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return resolve("127.0.0.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setenv("NO_PROXY", "*")


def outcome(module: Any, given: dict[str, Any], check_mode: bool) -> dict[str, Any] | DocSpaceError:
    """The result of a task or its failure, when Ansible itself has nothing against its options."""
    checked = validator(module).validate(given)
    if checked.error_messages:
        reject()
    try:
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


# The witness

_GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FIELDS = re.compile(r"[a-zA-Z]+(\.[a-zA-Z]+)?(,[a-zA-Z]+(\.[a-zA-Z]+)?)*")
_PAGE = {"fields", "count", "startIndex"}
ID, NAME = object(), object()
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
        _PAGE,
        {"groupId", "excludeGroup", "employeeStatus", "employeeType", "filterValue"},
        set(),
    ),
    ("GET", ("people", "simple", "filter"), _PAGE, {"groupId", "employeeStatus"}, set()),
    ("GET", ("people", ID), {"fields"}, set(), set()),
    ("GET", ("people", NAME), {"fields"}, set(), set()),
    ("PUT", ("people", "status", "Terminated"), {"fields"}, set(), {"userIds"}),
    ("PUT", ("people", "status", "Active"), {"fields"}, set(), {"userIds"}),
]


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
    if name in ("filterValue", "email", "groupName"):
        return value in named
    if name == "fields":
        return bool(_FIELDS.fullmatch(value))
    if name in ("count", "startIndex", "employeeStatus", "employeeType"):
        return bool(re.fullmatch("[0-9]+", value))
    if name in ("includeMembers", "excludeGroup", "manager"):
        return value in ("true", "false")
    return all(map(_GUID.fullmatch, [value] if isinstance(value, str) else value))


def assert_only_meant(site: Witness, given: Any, prefix: str = "") -> None:
    """The log has no request but those that these options mean, each with the usual headers."""
    texts = strings(given)
    named = texts | {text.strip() for text in texts}
    for request in site.portal.requests:
        assert_meant(request, named, prefix)
    for headers in site.headers:
        assert headers["HTTP_AUTHORIZATION"] == f"Bearer {KEY}"
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


@settings(max_examples=300, derandomize=True, database=None)
@given(task=tasks)
@example(task=(group, {"group": "a\nb\x1b"}, False))
@example(task=(group, {"group": "caf\xe9 {{ 7*7 }} <b>", "members": ["user05"]}, False))
@example(task=(group, {"group": f"{{{ENGINEERING}}}".upper(), "name": "x & y\n%"}, False))
@example(task=(group_info, {"group": "a\nb\x1b[2J\u202e"}, False))
@example(task=(group_members, {"group": "a\nb\x9b", "members": []}, False))
@example(task=(user_info, {"user": ["a/b", "..", "@self", "email", "a?b#c"]}, False))
def test_options_do_what_they_say_or_are_refused(served, task):
    module, given, check_mode = task
    served.start_anew()
    given = {"base_url": served.base_url, "api_key": KEY, **given}

    found = outcome(module, given, check_mode)

    mutations = served.portal.mutations
    assert_only_meant(served, given)
    if isinstance(found, DocSpaceError):
        assert_clean(str(found))
        assert found.facts["changed"] == bool(mutations)
        if found.code == "invalid_option":
            assert str(found).startswith(found.details["option"])
        json.dumps(found.result())
    else:
        assert_readable(found)
        assert mutations == 0 if check_mode else found["changed"] == bool(mutations)
        again = outcome(module, given, check_mode)
        assert not isinstance(again, DocSpaceError)
        assert check_mode or not again["changed"]


def of_person(user: dict[str, Any]) -> list[str]:
    email, name = user["email"], user["userName"]
    return [*notations(user["id"]), email, email.upper(), f"\t{email} ", name, name.title()]


def of_group(group: dict[str, Any]) -> list[str]:
    namesakes = [each for each in STATE["groups"] if each["name"] == group["name"]]
    return [*notations(group["id"]), *([group["name"]] if len(namesakes) == 1 else [])]


#: Who can be in a group, and the groups that may be changed.
PEOPLE = [each for each in STATE["users"] if (each["status"], each["type"]) == ("active", "User")]
GROUPS = [each for each in STATE["groups"] if not each["ldap"]]


@settings(max_examples=100, derandomize=True, database=None)
@given(data=st.data())
def test_whoever_is_meant_comes_and_goes_and_nobody_else(served, data):
    place = data.draw(st.sampled_from(GROUPS))
    written = data.draw(st.sampled_from(of_group(place)))
    people = data.draw(st.lists(st.sampled_from(PEOPLE), max_size=8))
    names = [data.draw(st.sampled_from(of_person(person))) for person in people]
    state, key = data.draw(
        st.sampled_from([("present", "add"), ("absent", "remove"), ("exact", "exact")])
    )
    in_one = data.draw(st.booleans())
    before, meant = set(place["members"]), {person["id"] for person in people}
    after = {"present": before | meant, "absent": before - meant, "exact": meant}[state]
    served.start_anew()
    module, wanted = (
        (group_members, {"group": written, "members": names, "state": state})
        if in_one
        else (memberships, {"memberships": [{"group": written, key: names}]})
    )

    found = outcome(module, {"base_url": served.base_url, "api_key": KEY, **wanted}, False)

    assert not isinstance(found, DocSpaceError), found
    told = found if in_one else found["results"][0]
    assert {person["id"] for person in told["added"]} == after - before
    assert {person["id"] for person in told["removed"]} == before - after
    others = {each["id"]: set(each["members"]) for each in STATE["groups"]}
    now = {each["id"]: set(each["members"]) for each in served.portal.state()["groups"]}
    assert now == others | {place["id"]: after}


addresses = st.one_of(
    st.builds("HERE{}".format, texts),
    st.builds("HERE/{}".format, texts),
    st.builds("http://{}:PORT".format, texts),
    st.builds("{}://127.0.0.1:PORT".format, texts),
    texts,
)
#: Here PORT stands for the portal's port and HERE for its address.
connections = st.fixed_dictionaries(
    {"base_url": addresses},
    optional={
        name: values(spec)
        for name, spec in _connection.ARGUMENT_SPEC.items()
        if name not in ("base_url", "validate_certs")
    },
)


@settings(max_examples=300, derandomize=True, database=None)
@given(module=st.sampled_from(MODULES), given=connections)
@example(module=group_info, given={"base_url": "HERE/"})
@example(module=group_info, given={"base_url": " HERE/docspace/ "})
@example(module=group_info, given={"base_url": "HERE/a b"})
@example(module=group_info, given={"base_url": "HERE/\xe9/%20/..%2f"})
@example(module=group_info, given={"base_url": "HERE/../x/./y"})
@example(module=group_info, given={"base_url": "HERE?x=y"})
@example(module=group_info, given={"base_url": "HERE#x"})
@example(module=group_info, given={"base_url": "HERE;x"})
@example(module=group_info, given={"base_url": "HERE@evil.example"})
@example(module=group_info, given={"base_url": "HERE\\@evil.example"})
@example(module=group_info, given={"base_url": "http://evil.example\\@127.0.0.1:PORT"})
@example(module=group_info, given={"base_url": "http://me:secret@127.0.0.1:PORT"})
@example(module=group_info, given={"base_url": "http://[::1]:PORT"})
@example(module=group_info, given={"base_url": "http://[::1%25lo]:PORT"})
@example(module=group_info, given={"base_url": "http://[::1:PORT"})
@example(module=group_info, given={"base_url": "http://b\xfccher.example:PORT"})
@example(module=group_info, given={"base_url": "http://a..b:PORT"})
@example(module=group_info, given={"base_url": f"http://{'a' * 64}.example:PORT"})
@example(module=group_info, given={"base_url": "http://127.0.0.1%00.evil.example:PORT"})
@example(module=group_info, given={"base_url": "http://*:PORT"})
@example(module=group_info, given={"base_url": "HTTP://LOCALHOST:PORT"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:99999"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:0"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:\u0663"})
@example(module=group_info, given={"base_url": "HERE\x9b/"})
@example(module=group_info, given={"base_url": "HERE/\ud800"})
@example(module=group_info, given={"base_url": "HERE/\u202e"})
@example(module=group_info, given={"base_url": "HERE", "timeout": 10**30})
@example(module=group_info, given={"base_url": "HERE", "timeout": 10**9})
@example(module=group_info, given={"base_url": "HERE", "ca_path": "\0"})
@example(module=group_info, given={"base_url": "HERE", "ca_path": "a\x1b[2J\nb"})
@example(module=group_info, given={"base_url": "HERE", "api_key": f"{KEY}\r\nX-Evil: 1"})
@example(module=group_info, given={"base_url": "HERE", "api_key": f"{KEY}\xe9"})
def test_the_connection_is_the_one_that_was_meant(served, module, given):
    served.start_anew()
    ASKED.clear()
    port = str(urlsplit(served.base_url).port)
    address = given["base_url"].replace("HERE", served.base_url).replace("PORT", port)
    needed: dict[Any, dict[str, Any]] = {
        group: {"group": "HR"},
        group_members: {"group": "HR", "members": []},
        memberships: {"memberships": []},
        user_status: {"users": ["user05"], "status": "enabled"},
    }
    given = {"api_key": KEY, **needed.get(module, {}), **given, "base_url": address}

    found = outcome(module, given, True)

    if isinstance(found, DocSpaceError):
        assert_clean(str(found))
        assert KEY not in str(found)
        if found.code == "invalid_option":
            assert str(found).startswith(found.details["option"])
            assert not served.portal.requests
            assert not ASKED
    else:
        assert_readable(found)
    if given["api_key"] != KEY:
        assert not [each for each in served.portal.requests if each.status == 200]
    elif served.portal.requests:
        assert_only_meant(served, given, urlsplit(prepared(address)).path.rstrip("/"))
    if ASKED:
        hosts = {urlsplit(address.strip()).hostname, urlsplit(prepared(address)).hostname}
        assert {host.lower() for host in ASKED} <= hosts


def prepared(address: str) -> str:
    """An address as it is in a request: without climbing, with its host as names are looked up."""
    return str(requests.Request("GET", address.strip()).prepare().url)


@pytest.mark.parametrize(
    ("module", "option", "others"),
    [
        (group, "group", {}),
        (group, "group", {"state": "absent"}),
        (group, "name", {"group": ENGINEERING}),
        (group, "manager", {"group": "HR"}),
        (group_info, "group", {}),
        (group_info, "search", {}),
        (group_info, "member", {}),
        (group_info, "manager", {}),
        (group_members, "group", {"members": []}),
        (group_members, "max_removals", {"group": "HR", "members": []}),
        (memberships, "max_removals", {"memberships": []}),
        (memberships, "max_removals_total", {"memberships": []}),
        (user_info, "group", {}),
        (user_info, "search", {}),
        (user_info, "base_url", {}),
        (user_info, "api_key", {}),
        (user_info, "ca_path", {}),
    ],
)
def test_a_text_of_a_million_characters_is_refused(site, module, option, others):
    for part in ("x", "1", ".", "/", "@x", "\u202e", "\U0001f680", "{{", "\n"):
        text = f"x{part * (HUGE // len(part))}x"
        refused(site, module, option, {**others, option: text})


@pytest.mark.parametrize(
    ("module", "option", "given"),
    [
        (group, "members", lambda text: {"group": "New", "members": ["user05", text]}),
        (group_members, "members", lambda text: {"group": "HR", "members": ["user05", text]}),
        (user_info, "user", lambda text: {"user": [text]}),
        (user_status, "users", lambda text: {"users": [text], "status": "disabled"}),
        (memberships, "memberships", lambda text: {"memberships": [{"group": text, "add": []}]}),
        (
            memberships,
            "memberships",
            lambda text: {"memberships": [{"group": "HR", "add": [text]}]},
        ),
    ],
)
def test_so_is_one_in_a_list(site, module, option, given):
    refused(site, module, option, given("x" * HUGE))


def refused(site: Witness, module: Any, option: str, given: dict[str, Any]) -> None:
    """The option is refused by name, in few words, and nothing is asked of the portal."""
    failure = outcome(module, {"base_url": site.base_url, "api_key": KEY, **given}, False)

    assert isinstance(failure, DocSpaceError)
    assert failure.code == "invalid_option"
    assert str(failure).startswith(option)
    assert_clean(str(failure), LONGEST_OF_OPTION)
    assert not site.headers


#: Everybody twice is still the same people, and none of the strangers exists.
REPEATED = ["user05", "USER05@example.org", f"{{{USER05}}}", "user06"] * (CROWD // 4)
STRANGERS = [f"stranger{number}@example.net" for number in range(CROWD)]


@pytest.mark.parametrize(
    ("module", "given", "people"),
    [
        (group, {"group": "New", "members": REPEATED}, ["members"]),
        (group_members, {"group": "Empty group", "members": REPEATED}, ["added"]),
        (
            group_members,
            {"group": "Empty group", "members": REPEATED, "state": "exact"},
            ["members"],
        ),
        (
            memberships,
            {"memberships": [{"group": "Empty group", "add": REPEATED}]},
            ["results", 0, "added"],
        ),
        (user_info, {"user": REPEATED}, ["users"]),
        (user_status, {"users": REPEATED, "status": "disabled"}, ["users"]),
    ],
)
def test_a_hundred_thousand_references_to_two_people(site, module, given, people):
    result = outcome(module, {"base_url": site.base_url, "api_key": KEY, **given}, False)

    assert not isinstance(result, DocSpaceError), result
    found: Any = result
    for key in people:
        found = found[key]
    assert {"user05@example.org", "user06@example.org"} == {person["email"] for person in found}
    assert len(site.headers) < 10
    assert_readable(result)


@pytest.mark.parametrize(
    ("module", "given", "choice"),
    [
        (group_members, {"group": "HR", "members": STRANGERS}, "unknown_members"),
        (memberships, {"memberships": [{"group": "HR", "add": STRANGERS}]}, "unknown_members"),
        (user_status, {"users": STRANGERS, "status": "disabled"}, "unknown_users"),
    ],
)
def test_a_hundred_thousand_strangers(site, module, given, choice):
    given = {"base_url": site.base_url, "api_key": KEY, **given}

    failure = outcome(module, {**given, choice: "fail"}, False)
    warned = outcome(module, {**given, choice: "warn"}, False)
    ignored = outcome(module, {**given, choice: "ignore"}, False)

    assert isinstance(failure, DocSpaceError)
    assert_clean(str(failure))
    assert "99990 more" in str(failure)
    assert not isinstance(warned, DocSpaceError)
    assert not isinstance(ignored, DocSpaceError)
    assert warned["unknown"] == ignored["unknown"] == STRANGERS
    assert 2 <= len(warned["warnings"]) <= 20
    assert_readable(warned)
    assert not ignored["warnings"]
    assert len(site.headers) < 30
    assert not site.portal.mutations


def test_ten_thousand_groups_that_there_are_not(site):
    entries = [{"group": f"Group {number}", "add": []} for number in range(10**4)]

    failure = outcome(
        memberships, {"base_url": site.base_url, "api_key": KEY, "memberships": entries}, False
    )

    assert isinstance(failure, DocSpaceError)
    assert_clean(str(failure))
    assert len(failure.details["problems"]) == len(entries)
    assert len(site.headers) < 10
