# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The simulated portal keeps to a description of the calls that we make, and so does a real server.

The description (openapi.yaml) is held against the recordings first. Then requests are generated
from it, well-formed and not, and the simulated portal must answer as it says.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
import yaml
from hypothesis import settings
from schemathesis import Response, checks
from schemathesis.core.failures import Failure, FailureGroup
from werkzeug.wrappers import Response as WerkzeugResponse

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state

HERE = Path(__file__).resolve().parent
RECORDED = HERE.parent / "recorded"
DESCRIPTION = yaml.safe_load((HERE / "openapi.yaml").read_text(encoding="utf-8"))
STATE = load_state()
KEYS = {key["name"]: key["key"] for key in STATE["api_keys"]}
#: Portals in states that no call leads to answer in ways of their own.
NOT_DESCRIBED = {"portal_states"}
#: Calls that only look as if a user's name stood in them, and headers that no client of ours sends.
NOT_OURS = re.compile("people/(exists|tokendiagnostics|type/terminate)$")
NOT_SENT = {
    "form-basic-broken",
    "form-key-as-basic",
    "origin-broken",
    "list-tags-plain",
    "share-beyond",
}


def describing(partial: bool) -> dict[str, Any]:
    """The description of requests with the parameter ``fields``, or of those without it.

    With it, any property may be missing. What is named in requests mostly exists.
    """
    made: dict[str, Any] = copy.deepcopy(DESCRIPTION)
    schemas = made["components"]["schemas"]
    groups = [*(row["id"] for row in STATE["groups"]), *STATE["system_groups"].values()]
    people = [row["id"] for row in STATE["users"]]
    names = [row["userName"] for row in STATE["users"]]
    for name, known in (
        ("Reference", groups + people),
        ("Email", [row["email"] for row in STATE["users"]]),
        ("User", names + people),
    ):
        schemas[name] = {"anyOf": [{"enum": known}, schemas[name]]}
    if partial:
        made["components"]["parameters"]["fields"]["required"] = True
        for name in (
            "Name",
            "Person",
            "Group",
            "Key",
            "Job",
            "Plan",
            "InvitationLink",
            "Rooms",
            "Entry",
            "AuditEvent",
        ):
            del schemas[name]["required"]
        del schemas["Person"]["properties"]["groups"]["items"]["required"]
        del schemas["Plan"]["properties"]["features"]["items"]["required"]
        del schemas["Problem"]["properties"]["response"]["required"]
        schemas["GroupWithMembers"] = schemas["Group"]
    else:
        # A parameter that does not matter, so that the references stay as they are.
        made["components"]["parameters"]["fields"]["schema"] = {"const": "nonsense"}
        made["components"]["parameters"]["fields"]["name"] = "nonsense"
    return made


def operation(schema: Any, request: dict[str, Any]) -> Any:
    """The described call that a recorded request is, None if it is none."""
    path = request["path"].rstrip("/")
    for template, calls in DESCRIPTION["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", template)
        if re.fullmatch(pattern, path) and request["method"].lower() in calls:
            return None if NOT_OURS.search(path) else schema[template][request["method"]]
    return None


def test_the_real_server_answers_as_described():
    schemas = [schemathesis.openapi.from_dict(describing(partial)) for partial in (False, True)]
    sent = requests.Request("GET", "http://portal.example").prepare()
    problems, compared = [], 0
    for file in sorted(RECORDED.glob("*.jsonl")):
        for exchange in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            request, answer = exchange["request"], exchange["response"]
            call = operation(schemas["fields" in (request["query"] or "").lower()], request)
            if not call or file.stem in NOT_DESCRIBED or exchange["name"] in NOT_SENT:
                continue
            compared += 1
            if str(answer["status"]) not in call.definition.raw["responses"]:
                problems.append(f"{file.stem} {exchange['name']}: {answer['status']}")
            if not answer["body"]:
                continue
            headers = {name: [value] for name, value in answer["headers"].items()}
            # Newer recordings have one word for all masked keys.
            body = json.dumps(answer["body"]).replace("<masked key>", "sk-***0000").encode()
            try:
                call.validate_response(
                    Response(answer["status"], headers, body, sent, 0.0, verify=False)
                )
            except (Failure, FailureGroup) as failure:
                problems.append(f"{file.stem} {exchange['name']}: {failure!r}")
    assert not problems
    assert compared > 1000


class Server:
    """The simulated portal, and where its description is found."""

    def __init__(self, partial: bool) -> None:
        text = json.dumps(describing(partial))
        self._description = WerkzeugResponse(text, mimetype="application/json")
        self.portal = Portal(STATE)

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] == "/openapi.json":
            return self._description(environ, start_response)
        return self.portal(environ, start_response)


whole, partial = (Server(partial) for partial in (False, True))
whole_schema = schemathesis.openapi.from_wsgi("/openapi.json", whole)
partial_schema = schemathesis.openapi.from_wsgi("/openapi.json", partial)
generated = settings(max_examples=15, derandomize=True, database=None, deadline=None)
some = settings(generated, max_examples=3)


@whole_schema.parametrize()
@generated
def test_the_simulated_portal_answers_as_described(case):
    ask(whole, case, "owner key")


@partial_schema.parametrize()
@generated
def test_also_when_it_is_asked_for_some_properties(case):
    ask(partial, case, "owner key")


@pytest.mark.parametrize(
    "key",
    [
        "room admin key",
        "user key",
        "owner accounts:write key",
    ],
)
@whole_schema.parametrize()
@some
def test_also_whoever_asks(case, key):
    ask(whole, case, key)


def ask(server: Server, case: Any, key: str) -> None:
    """Send a request, and compare the answer with the description."""
    server.portal = Portal(STATE)
    answer = case.call(headers={"Authorization": f"Bearer {KEYS[key]}"})
    user = str((case.path_parameters or {}).get("user")).lower()
    if case.method != case.operation.method.upper() or user in WORDS:
        assert answer.status_code in (200, 400, 401, 403, 404, 405, 415)  # a call that is not ours
        return
    case.validate_response(
        answer,
        checks=[
            checks.status_code_conformance,
            *(CONTENT_CHECKS if answer.content else []),
            *([checks.positive_data_acceptance] if case.operation.label not in MAY_REFUSE else []),
        ],
    )
    if not answer.content:
        assert answer.status_code in (204, 401, 403, 404, 414)
    if answer.status_code == 500:
        assert must_fail(case.body)
    known = {parameter.name for parameter in case.operation.query}
    numbers = [(case.query or {}).get(name, "1") for name in NUMBERS if name in known]
    if not all(map(is_number, numbers)):
        assert answer.status_code in (400, 401, 403, 404)


CONTENT_CHECKS = [checks.content_type_conformance, checks.response_schema_conformance]
#: Calls that answer 400 to what is well-formed: people who cannot be what is asked for, and numbers
#: such as 1.0, which are whole to JSON schema only.
MAY_REFUSE = {
    "POST /api/2.0/group",
    "POST /api/2.0/people/active",
    "POST /api/2.0/people/email",
    "POST /api/2.0/people/password",
    "POST /api/2.0/people/invite",
    "POST /api/2.0/people/reassign/start",
    "POST /api/2.0/people/type",
    "POST /api/2.0/portal/users/invitationlink",
    "PUT /api/2.0/files/folder/{room}/links",
    "PUT /api/2.0/files/rooms/{room}/links",
    "PUT /api/2.0/people/userquota",
    "PUT /api/2.0/portal/users/invitationlink",
}


#: What is no user name, but a call.
WORDS = {"email", "exists", "filter", "search", "tokendiagnostics"}
NUMBERS = ("count", "startIndex")


def is_number(sent: Any) -> bool:
    """Whether a server of 32-bit integers can read it."""
    text = str(sent[0] if isinstance(sent, list) and sent else sent)
    return bool(re.fullmatch("-?[0-9]+", text)) and -(2**31) <= int(text) < 2**31


def must_fail(body: Any) -> bool:
    """Whether the real server fails with 500, too."""
    if not isinstance(body, dict):
        return False
    sent = {name.lower(): value for name, value in body.items()}
    name = sent.get("groupname")
    beyond = isinstance(name, str) and any(ord(sign) > 0xFFFF for sign in name)
    return beyond or sent.get("members") is None
