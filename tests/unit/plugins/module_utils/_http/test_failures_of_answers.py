# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""An answer that is none or a refusal is one sentence, and says whether the request may be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    GROUP,
    KEY,
    failure,
)

RECORDED = Path(__file__).parents[4] / "recorded"


@pytest.mark.parametrize("status", [201, 202, 203])
def test_an_answer_with_another_status_of_success_may_be_the_portals(portal, transport, status):
    portal.put(GROUP, json={"response": {}}, status=status)

    error = failure(transport, "PUT")

    assert (error.code, error.status, error.may_be_done) == ("not_docspace", status, True)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("<html>Please log in</html>", {"Content-Type": "text/html"}),
        ('{"response": {"id":', {}),
        ("", {}),
        ("[]", {}),
        ('"OK"', {}),
        ('{"hello": "world"}', {}),
        ('{"count": 1, "statusCode": 200}', {}),
        ("[" * 100_000, {}),
        (b"\xff\xfe\x00", {}),
    ],
)
def test_an_answer_that_is_not_the_portals_is_told_as_such(portal, transport, body, headers):
    portal.get(GROUP, body=body, headers=headers)

    error = failure(transport)

    assert (error.code, error.status) == ("not_docspace", 200)
    assert "not a DocSpace portal's JSON" in str(error)
    assert "Check base_url" in str(error)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("https://new.example.com/api/2.0/group/1?token=abc", "https://new.example.com"),
        ("https://ben:secret@new.example.com:8443/x", "https://new.example.com:8443/x"),
        ("/login", f"{BASE}/login"),
        (None, f"{BASE}/"),
    ],
)
def test_a_redirect_is_not_followed_but_named(portal, transport, location, place):
    portal.get(GROUP, status=302, headers={"Location": location} if location else {})

    error = failure(transport)

    assert (error.code, error.may_be_done) == ("redirected", False)
    assert f"redirects to {place} (302)" in str(error)
    assert "If that is your portal, give it as base_url." in str(error)
    assert "token" not in str(error)
    assert "secret" not in str(error)


def test_a_redirect_to_nowhere_is_one_sentence_too(portal, transport):
    for status in (300, 302):
        portal.get(GROUP, status=status, headers={"Location": "https://[broken"})

        error = failure(transport)

        assert error.code == "redirected"
        assert f"redirects to an address that is none ({status})" in str(error)


DENIED = {"message": "Access denied", "type": "System.Security.SecurityException", "stack": "stack"}
BROKEN = {"message": "Sequence", "type": "System.InvalidOperationException", "stack": "stack"}
TWO_MANAGERS = {**BROKEN, "message": "Sequence contains more than one element."}


@pytest.mark.parametrize(
    ("status", "body", "code", "may_be_done", "sentence"),
    [
        (407, "<html>", "proxy", False, "through: 407 Proxy Authentication Required. Check"),
        (401, "", "unauthorized", False, "did not accept api_key"),
        (402, "", "portal_unavailable", True, "subscription"),
        (403, "", "missing_scope", False,
         "lacks a scope that this request to https://portal.example.com needs (403). Give it"
         " accounts:read and accounts:write, or no restriction."),
        (403, "<html>a proxy</html>", "not_docspace", True, "not a DocSpace portal's JSON"),
        (403, {"error": {**DENIED, "type": "ASC.Common.Security.AuthorizingException"}},
         "forbidden", False, "Use the key of the owner or of a DocSpace administrator."),
        (403, {"error": "odd"}, "server_error", True, "failed with 403; try again later"),
        (403, {"error": BROKEN}, "server_error", True, 'failed with 403: "Sequence"; try again'),
        (403, {"error": DENIED}, "forbidden", False,
         'may not do this on https://portal.example.com (403): "Access denied". Use the key'),
        (403, {"error": TWO_MANAGERS}, "two_managers", True, "has a group with two managers"),
        (403, {"error": {**TWO_MANAGERS, "type": "System.Other"}}, "server_error", True, "failed"),
        (404, {"error": {"message": "The group could not be found"}}, "not_found", False,
         'does not know what was asked for (404): "The group could not be found".'),
        (404, {"response": {}}, "not_found", False, "does not know what was asked for (404)."),
        (404, "", "not_docspace", False, "no DocSpace API"),
        (400, {"response": {"title": "One or more"}}, "rejected", False, "refused the request"),
        (415, {"response": {}, "statusCode": 200}, "rejected", False, "refused the request (415)"),
        (500, {"error": {"message": "An error", "stack": "at stack"}}, "server_error", True,
         'failed with 500: "An error"; try again later.'),
        (500, "<html>stack</html>", "server_error", True, "failed with 500; try again later."),
    ],
)  # fmt: skip
def test_a_refusal_is_one_sentence(portal, transport, status, body, code, may_be_done, sentence):
    portal.get(GROUP, status=status, body=body if isinstance(body, str) else json.dumps(body))

    error = failure(transport)

    assert (error.code, error.status, error.may_be_done) == (code, status, may_be_done)
    assert sentence in str(error)


@pytest.mark.parametrize(
    ("status", "answer", "message"),
    [
        (407, {"body": "<html>"},
         f"The proxy on the way to {BASE} did not let the request through: 407 Proxy Authentication"
         " Required. Check the proxy variables of the environment, or except the portal in"
         " NO_PROXY."),
        (401, {},
         f"{BASE} did not accept api_key (401): it is unknown, expired or switched off, or its"
         " owner is disabled; a portal whose database is failing answers like this too. Check the"
         " key in the portal's developer tools."),
        (402, {"json": {"error": {"message": "Quota"}}},
         f'The plan of {BASE} does not allow this (402): "Quota": its paid seats are full, or its'
         " subscription has ended."),
        (403, {"json": "Not from here"},
         f'{BASE} does not accept requests from this address (403): "Not from here". Have it'
         " allowed in the portal's security settings."),
        (403, {"json": {}},
         f"{BASE} is being moved, restored or encrypted (403); try again later."),
        (404, {"json": {}},
         f"The portal at {BASE} is suspended or being removed (404); its owner can see why in the"
         " billing settings."),
        (404, {}, f"There is no DocSpace API at {BASE} (404). Check base_url."),
        (404, {"json": {"response": None}}, f"{BASE} does not know what was asked for (404)."),
        (301, {"headers": {"Location": "https://new.example.com/"}},
         f"{BASE} redirects to https://new.example.com/ (301), and redirects are not followed. If"
         " that is your portal, give it as base_url."),
    ],
)  # fmt: skip
def test_what_to_do_is_in_the_sentence(portal, transport, status, answer, message):
    portal.get(GROUP, status=status, **answer)

    assert str(failure(transport)) == message


@pytest.mark.parametrize(
    ("path", "which"),
    [
        (("group", "10000000-0000-4000-8000-000000000004", "members"),
         "its id (probably 10000000-0000-4000-8000-000000000004)"),
        (("people", "filter"), "its id (see the results of earlier tasks)"),
    ],
)  # fmt: skip
def test_a_group_with_two_managers_is_named_with_the_way_out(portal, transport, path, which):
    recorded = recorded_exchange("concurrency", "manager-after")["response"]
    portal.put(f"{BASE}/api/2.0/{'/'.join(path)}", status=recorded["status"], json=recorded["body"])

    error = failure(transport, "PUT", path)

    assert (error.code, error.status, error.may_be_done) == ("two_managers", 403, True)
    assert f"Delete this group by {which}, with the module group and state absent" in str(error)


def recorded_exchange(topic, name):
    lines = (RECORDED / f"{topic}.jsonl").read_text(encoding="utf-8").splitlines()
    return next(each for each in map(json.loads, lines) if each["name"] == name)


def recorded_portal_states():
    for line in (RECORDED / "portal_states.jsonl").read_text(encoding="utf-8").splitlines():
        exchange = json.loads(line)
        if exchange["response"]["status"] != 200:
            yield pytest.param(exchange["response"], id=exchange["name"])


@pytest.mark.parametrize("recorded", list(recorded_portal_states()))
def test_the_states_of_a_portal_are_named(portal, transport, recorded):
    body = recorded["body"]
    portal.get(
        GROUP,
        status=recorded["status"],
        body="" if body in (None, "") else json.dumps(body),
        headers={"Content-Type": "application/json"},
    )

    error = failure(transport)

    if recorded["status"] == 401:
        assert error.code == "unauthorized"
    elif isinstance(body, dict) and "error" in body:
        assert error.code == "server_error"
        assert 'failed with 403: "Bad Gateway"' in str(error)
    elif isinstance(body, str) and body:
        assert error.code == "portal_restricted"
        assert 'from this address (403): "The access to the portal is restricted"' in str(error)
    else:
        assert error.code == "portal_unavailable"
        assert any(word in str(error) for word in ("suspended", "being moved", "subscription"))


def test_the_servers_words_are_shown_without_the_key_and_on_one_line(portal, transport):
    words = f"Key {KEY}\n\x1b[31mis \u202ebad " + "x" * 300
    portal.get(GROUP, status=500, json={"error": {"message": words, "stack": "stack"}})

    message = str(failure(transport))

    assert 'failed with 500: "Key *** \ufffd[31mis \ufffdbad xxx' in message
    assert len(message) < 300
