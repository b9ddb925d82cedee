# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A request carries the key and the options as they were given, and counts as a read or a write."""

from __future__ import annotations

import json
import warnings

import pytest
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    GROUP,
    KEY,
    opened,
)


def test_the_key_is_sent_as_a_bearer_token_whatever_netrc_says(
    portal, transport, tmp_path, monkeypatch
):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine portal.example.com login ben password other\n")
    monkeypatch.setenv("NETRC", str(netrc))
    portal.get(GROUP, json={"response": {"id": "1"}})

    answer = transport.request("GET", ("group", "1"))

    assert answer.response == {"id": "1"}
    assert portal.calls[0].request.headers["Authorization"] == f"Bearer {KEY}"


def test_what_everybody_may_know_is_asked_for_without_any_credential(
    portal, transport, tmp_path, monkeypatch
):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine portal.example.com login ben password other\n")
    monkeypatch.setenv("NETRC", str(netrc))
    portal.get(f"{BASE}/api/2.0/settings", json={"response": {}})

    transport.request("GET", ("settings",), is_anonymous=True)

    assert "Authorization" not in portal.calls[0].request.headers


def test_segments_are_quoted_into_the_path_and_values_into_the_query(portal, transport):
    portal.get(f"{BASE}/api/2.0/people/a%2Fb%3F%23%20%C3%B6", json={"response": []})

    transport.request("GET", ("people", "a/b?# ö"), {"filterValue": "B&b=+ü", "count": 100})

    assert portal.calls[0].request.url.endswith("?filterValue=B%26b%3D%2B%C3%BC&count=100")


def test_a_body_is_json_and_counts_as_a_write(portal, transport):
    portal.delete(f"{GROUP}/members", json={"response": {}})
    portal.get(GROUP, json={"response": {}})
    portal.get(GROUP, json={"response": {}, "total": 7})
    portal.put(GROUP, json={"response": {}})

    transport.request("DELETE", ("group", "1", "members"), body={"members": ["2"]})
    transport.request("GET", ("group", "1"))
    answer = transport.request("GET", ("group", "1"))
    transport.request("PUT", ("group", "1"), body={})

    sent = portal.calls[0].request
    assert json.loads(sent.body) == {"members": ["2"]}
    assert sent.headers["Content-Type"] == sent.headers["Accept"] == "application/json"
    assert (transport.reads, transport.writes) == (2, 2)
    assert answer.total == 7


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "get"])
def test_a_read_only_transport_refuses_to_write(portal, method):
    with (
        opened(Connection(BASE, KEY), read_only=True) as transport,
        pytest.raises(DocSpaceError) as raised,
    ):
        transport.request(method, ("group", "1"))

    assert raised.value.code == "write_in_check_mode"
    assert str(raised.value) == (
        f"A {method} was about to be sent in check mode; nothing was sent. This is a fault of the"
        " collection, please report it."
    )
    assert len(portal.calls) == 0
    assert transport.writes == 0


def test_time_limits_are_explicit_and_redirects_not_followed(portal):
    portal.get(GROUP, json={"response": {}})
    portal.get(GROUP, json={"response": {}})

    for seconds in (3, 90):
        with opened(Connection(BASE, KEY, timeout=seconds), read_only=True) as transport:
            transport.request("GET", ("group", "1"))

    limits = [call.request.req_kwargs["timeout"] for call in portal.calls]
    assert limits == [(3, 3), (10, 90)]


def test_the_chosen_certificates_win_over_the_environment(portal, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/somewhere/else")
    portal.get(GROUP, json={"response": {}})
    portal.get(GROUP, json={"response": {}})

    for verify in ("/my/ca.pem", False):
        with opened(Connection(BASE, KEY, verify=verify), read_only=True) as transport:
            transport.request("GET", ("group", "1"))

    assert [call.request.req_kwargs["verify"] for call in portal.calls] == ["/my/ca.pem", False]


@pytest.mark.parametrize("verify", ["", None, 0, ()])
def test_nothing_is_sent_if_certificates_would_be_left_unchecked_by_mistake(portal, verify):
    with (
        opened(Connection(BASE, KEY, verify=verify), read_only=True) as transport,
        pytest.raises(DocSpaceError, match="nothing was sent") as raised,
    ):
        transport.request("GET", ("group", "1"))

    assert raised.value.code == "unchecked_certificate"
    assert len(portal.calls) == 0


@pytest.mark.parametrize(("verify", "told"), [(False, 0), (True, 1)])
def test_who_switches_verification_off_is_not_warned_by_each_request(verify, told):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        with opened(Connection(BASE, KEY, verify=verify), read_only=True):
            warnings.warn("x", urllib3.exceptions.InsecureRequestWarning, stacklevel=1)

    assert len(seen) == told


def test_an_answer_without_content_is_an_answer(portal, transport):
    portal.delete(GROUP, status=204)

    assert transport.request("DELETE", ("group", "1")).response is None


def test_an_answer_that_leaves_out_what_there_is_not_is_an_answer(portal, transport):
    portal.get(GROUP, json={"count": 0, "status": 0, "statusCode": 200})

    assert transport.request("GET", ("group", "1")).response is None
