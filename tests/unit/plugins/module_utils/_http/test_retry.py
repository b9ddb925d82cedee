# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A request is repeated only where that is safe, and after a pause that makes sense."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress

import pytest
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import retry
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import Fault, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    GROUP,
    KEY,
    POOL,
    RETRY_FOR,
    TRIES,
    failure,
    opened,
    policy,
)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_is_safe_is_repeated_while_the_portal_recovers(
    portal, transport, naps, method, status
):
    portal.add(method, GROUP, status=status, body="<html>busy</html>")
    portal.add(method, GROUP, json={"response": "back"})

    assert transport.request(method, ("group", "1"), repeatable=True).response == "back"


def test_reading_may_always_be_repeated(portal, transport, naps):
    portal.get(GROUP, status=503)
    portal.get(GROUP, json={"response": "back"})

    assert transport.request("GET", ("group", "1")).response == "back"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_write_is_sent_once_unless_it_is_said_to_be_repeatable(portal, transport, method, status):
    portal.add(method, GROUP, status=status)

    assert failure(transport, method).status == status


@pytest.mark.parametrize(("method", "status"), [("POST", 503), ("GET", 500), ("DELETE", 500)])
def test_nothing_else_is_repeated(portal, transport, method, status):
    portal.add(method, GROUP, status=status)

    with pytest.raises(RequestError) as raised:
        transport.request(method, ("group", "1"), repeatable=True)
    assert raised.value.status == status


@pytest.mark.parametrize(
    ("method", "repeatable", "sent"),
    [
        ("GET", False, TRIES),
        ("PUT", True, TRIES),
        ("DELETE", True, TRIES),
        ("PUT", False, 1),
        ("DELETE", False, 1),
        ("POST", False, 1),
        ("POST", True, 1),
    ],
)
def test_a_connection_that_is_cut_is_tried_again_only_if_that_is_safe(
    cutter, naps, method, repeatable, sent
):
    with (
        opened(Connection(cutter.base_url, KEY, retry_for=RETRY_FOR), read_only=False) as transport,
        pytest.raises(RequestError) as raised,
    ):
        transport.request(method, ("group", "1"), body={}, repeatable=repeatable)

    assert cutter.requests == sent
    assert (raised.value.code, raised.value.may_be_done) == ("connection", True)


def test_a_certificate_that_is_not_trusted_is_not_tried_again():
    error = urllib3.exceptions.SSLError(ssl.SSLCertVerificationError(1, "self-signed"))

    with pytest.raises(urllib3.exceptions.SSLError):
        policy().increment("GET", GROUP, error=error)


def test_a_host_name_that_is_not_known_fails_at_once(naps, monkeypatch):
    asked = []

    def look_up(host, *_more, **_words):
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setenv("NO_PROXY", "*")
    with opened(Connection(BASE, KEY), read_only=False) as transport:
        error = failure(transport, "PUT")

    assert (error.code, error.may_be_done) == ("connection", False)
    assert "failed: Name or service not known. Check base_url" in str(error)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("answer", "tried"),
    [("407 Proxy Authentication Required", 1), ("403 Forbidden", 1), ("503 Unavailable", 4)],
)
def test_a_proxy_that_refuses_is_asked_once_and_one_that_is_busy_again(naps, answer, tried):
    retries, tries = policy(), 0
    error = urllib3.exceptions.ProxyError("no", OSError(f"Tunnel connection failed: {answer}"))
    with suppress(urllib3.exceptions.MaxRetryError):
        while tries < 10:
            tries += 1
            retries = retries.increment("GET", GROUP, error=error)
            retries.sleep()

    assert tries == tried


def test_the_time_counts_for_an_outage_and_not_for_each_request(site, naps):
    site.faults.append(Fault("GET", "/group", instead(503), times=TRIES + 2))
    with opened(Connection(site.base_url, KEY, retry_for=RETRY_FOR), read_only=True) as transport:
        for requests in (TRIES, 1, 1):
            failure(transport)
            assert len(site.way.arrived) == requests
            site.way.arrived.clear()
        # The portal has answered in between, so that this is another outage.
        assert failure(transport, path=("people", "@self")).status == 401
        site.faults.append(Fault("GET", "/group", instead(503), times=100))
        site.way.arrived.clear()
        failure(transport)

    assert len(site.way.arrived) == TRIES


@pytest.mark.parametrize(
    ("earlier", "possible"),
    [
        ({"error": urllib3.exceptions.ProtocolError("cut", OSError())}, True),
        ({"error": urllib3.exceptions.NewConnectionError(POOL, "refused")}, False),  # type: ignore[arg-type]
        ({"error": urllib3.exceptions.ConnectTimeoutError(POOL, "late")}, False),
        ({"response": urllib3.HTTPResponse(status=502)}, True),
        ({"response": urllib3.HTTPResponse(status=429)}, False),
    ],
)
def test_an_earlier_try_may_have_done_it_unless_it_was_refused_or_never_sent(earlier, possible):
    retries = policy().increment("PUT", GROUP, **earlier)

    assert retry.may_be_done(retries) is possible
    assert not retry.may_be_done(None)


def test_what_was_never_sent_is_tried_again_even_if_it_must_not_be_repeated():
    nobody = urllib3.exceptions.NewConnectionError(urllib3.HTTPConnectionPool("x"), "refused")  # type: ignore[arg-type]

    assert policy(repeatable=False).increment("POST", GROUP, error=nobody).history


def test_a_refusal_after_a_try_that_may_have_done_it_may_be_of_what_is_done(site, naps):
    site.faults += [("PUT", "group", instead(502)), ("PUT", "group", instead(401))]

    with (
        opened(Connection(site.base_url, KEY, retry_for=RETRY_FOR), read_only=False) as transport,
        pytest.raises(RequestError) as raised,
    ):
        transport.request("PUT", ("group", "1"), repeatable=True)

    assert (raised.value.status, raised.value.may_be_done) == (401, True)


@pytest.mark.parametrize(("retry_for", "tries"), [(0, 1), (RETRY_FOR, TRIES), (30, 11)])
def test_a_lasting_failure_ends_when_the_time_is_up(site, naps, retry_for, tries):
    site.faults.append(Fault("GET", "/group", instead(503), times=100))
    connection = Connection(site.base_url, KEY, retry_for=retry_for)
    with opened(connection, read_only=True) as transport:
        error = failure(transport)

    assert (error.code, error.status, error.may_be_done) == ("server_error", 503, True)
    assert str(error) == f"{site.base_url} failed with 503; try again later."
    assert len(site.way.arrived) == tries


def test_a_request_without_answer_in_time_is_not_repeated():
    retries = policy()
    late = urllib3.exceptions.ReadTimeoutError(urllib3.HTTPConnectionPool("x"), GROUP, "late")

    with pytest.raises(urllib3.exceptions.ReadTimeoutError):
        retries.increment("GET", GROUP, error=late)
    cut = urllib3.exceptions.ProtocolError("cut", OSError())
    assert retries.increment("GET", GROUP, error=cut).history
    with pytest.raises(urllib3.exceptions.ProtocolError):
        retries.increment("POST", GROUP, error=cut)
