# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A request without an answer fails with one sentence, and with whether it may be done."""

from __future__ import annotations

import logging
import re
import socket
import ssl

import pytest
import requests
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    GROUP,
    KEY,
    POOL,
    failure,
    opened,
    policy,
)


def untrusted(reason, code=None, words=None, text=""):
    """What requests raises of it."""
    if words:  # those that Python code raises itself have none
        reason.reason = words
    if isinstance(reason, ssl.SSLCertVerificationError):  # others have no such attributes
        reason.verify_code, reason.verify_message = code or 0, text
    return requests.exceptions.SSLError(urllib3.exceptions.SSLError(reason))


@pytest.mark.parametrize(
    ("error", "may_be_done", "sentence"),
    [
        (untrusted(ssl.SSLCertVerificationError(1, "[X: Y] too old (_ssl.c:9)"), 10), False,
         f"The certificate of {BASE} is out of date: too old. Have it renewed"),
        (untrusted(ssl.SSLCertVerificationError(1, "too new"), 9), False, "out of date: too new."),
        (untrusted(ssl.SSLCertVerificationError(1, "other name."), 62), False,
         f"The certificate of {BASE} is not for this address: other name. Give as base_url"),
        (untrusted(ssl.SSLCertVerificationError(1, "other IP"), 64), False, "not for this address"),
        (untrusted(ssl.SSLCertVerificationError(1, "self-signed"), 18), False,
         f"The TLS connection to {BASE} could not be trusted: self-signed. For a private"),
        (untrusted(ssl.SSLCertVerificationError(1, "failed: self"), text="self-signed"), False,
         "could not be trusted: self-signed. For a private certificate authority give ca_path."),
        (untrusted(ssl.SSLError(1, "alert"), words="TLSV1_ALERT_PROTOCOL_VERSION"), True,
         f"The TLS connection to {BASE} failed: alert. Have TLS 1.2 or newer switched on there."),
        (untrusted(ssl.SSLError(1, "old"), words="UNSUPPORTED_PROTOCOL"), True, "Have TLS 1.2"),
        (untrusted(ssl.SSLError(1, "no"), words="SSLV3_ALERT_HANDSHAKE_FAILURE"), True,
         f"The TLS connection to {BASE} failed: no. If a client certificate is wanted there, give"),
        (untrusted(ssl.SSLError(1, "no"), words="TLSV13_ALERT_CERTIFICATE_REQUIRED"), True,
         f"{BASE} wants a client certificate: no. Give client_cert and client_key."),
        (untrusted(ssl.SSLError(1, "no"), words="WRONG_VERSION_NUMBER"), True,
         f"The TLS connection to {BASE} failed: no. Check base_url: what answers there does not"),
        (untrusted(ssl.SSLError("bad handshake")), True, "could not be trusted: bad handshake."),
    ],
)  # fmt: skip
def test_tls_that_fails_is_told_with_what_to_do(portal, transport, error, may_be_done, sentence):
    portal.get(GROUP, body=error)

    raised = failure(transport)

    assert (raised.code, raised.may_be_done) == ("tls", may_be_done)
    assert sentence in str(raised)


@pytest.mark.parametrize("reason", [ssl.SSLEOFError(8, "EOF"), ssl.SSLZeroReturnError(6, "closed")])
def test_a_tls_connection_that_is_cut_may_have_done_the_request(portal, transport, reason):
    once = policy(repeatable=False)
    cut = urllib3.exceptions.SSLError(reason)
    with pytest.raises(urllib3.exceptions.SSLError):
        once.increment("PUT", GROUP, error=cut)
    assert policy().increment("PUT", GROUP, error=cut).history

    portal.get(GROUP, body=requests.exceptions.SSLError(cut))
    error = failure(transport)

    assert (error.code, error.may_be_done) == ("connection", True)


def test_what_never_left_this_machine_cannot_be_done(naps):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with opened(Connection(f"http://127.0.0.1:{port}", KEY), read_only=False) as transport:
        error = failure(transport, "PUT")

    assert (error.code, error.may_be_done) == ("connection", False)
    assert naps


@pytest.mark.parametrize(
    ("first", "done"),
    [
        (urllib3.exceptions.ConnectTimeoutError("late"), False),
        (urllib3.exceptions.ProtocolError("cut"), True),
    ],
)
@pytest.mark.parametrize("kind", [requests.ConnectionError, requests.ConnectTimeout])
def test_what_was_sent_at_the_first_try_may_be_done(portal, transport, naps, first, done, kind):
    refused = urllib3.exceptions.ConnectTimeoutError("refused")
    retries = policy()
    for error in (first, refused, refused):
        retries = retries.increment("PUT", GROUP, error=error)
        retries.sleep()
    with pytest.raises(urllib3.exceptions.MaxRetryError) as last:
        retries.increment("PUT", GROUP, error=refused)
    portal.put(GROUP, body=kind(last.value))

    raised = failure(transport, "PUT")

    assert raised.may_be_done is done
    assert raised.code == "connection" or ("within 30 s; try again later" in str(raised)) != done


def test_what_urllib3_notes_of_a_broken_answer_goes_into_no_log(cutter, naps, caplog):
    caplog.set_level("NOTSET", "urllib3")  # whatever earlier tests have left
    caplog.set_level("INFO")
    with opened(Connection(cutter.base_url, KEY), read_only=False) as transport:
        failure(transport)
    logging.getLogger("another").info("Logs go on")

    assert [record.name for record in caplog.records] == ["another"]


@pytest.mark.parametrize(
    ("error", "code", "may_be_done", "sentence"),
    [
        (requests.ReadTimeout("x"), "timeout", True,
         r"did not answer within 30 s, and may still be at work on the request; try again later"),
        (requests.ConnectTimeout("x"), "timeout", True, r"did not answer within 30 s"),
        (requests.ConnectionError(OSError(111, "Connection refused")), "connection", True,
         r"failed: Connection refused\. Check base_url and the network"),
        (requests.exceptions.SSLError("x"), "tls", True, r"could not be trusted: .* ca_path"),
        (OSError("none: /ca.pem"), "tls", False, r"could not be read: /ca.pem\. .*_BUNDLE"),
        (requests.exceptions.ProxyError("x"), "proxy", True,
         rf"The proxy on the way to {BASE} did not let the request through: x\. .* NO_PROXY"),
        (requests.exceptions.InvalidProxyURL("x"), "proxy", True, r"The proxy .* NO_PROXY"),
        (requests.exceptions.ChunkedEncodingError("x"), "bad_answer", True, r"damaged on the way"),
        (requests.exceptions.ContentDecodingError("x"), "bad_answer", True, r"damaged"),
        (requests.exceptions.InvalidURL("x"), "bad_answer", True, r"check base_url"),
        (urllib3.exceptions.LocationParseError("x"), "bad_answer", True, r"check base_url"),
    ],
)  # fmt: skip
def test_no_answer_is_one_sentence(portal, transport, error, code, may_be_done, sentence):
    portal.get(GROUP, body=error)

    raised = failure(transport)

    assert (raised.code, raised.status, raised.may_be_done) == (code, None, may_be_done)
    assert re.search(sentence, str(raised))
    assert raised.__cause__ is None


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError("none: /ca.pem"),
         f"The CA certificates to check {BASE} with could not be read: /ca.pem. Check ca_path and"
         " the environment variables REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE."),
        (requests.exceptions.InvalidURL("odd"),
         f"{BASE} could not be asked, or its answer was damaged on the way: odd. Try again; if that"
         " does not help, check base_url and the proxy variables of the environment."),
    ],
)  # fmt: skip
def test_where_to_look_is_in_the_sentence(portal, transport, error, message):
    portal.get(GROUP, body=error)

    assert str(failure(transport)) == message


@pytest.mark.parametrize("address", ["http://ben:pw@[", "ben:p/w@[", "http://ben@["])
def test_the_password_for_a_proxy_is_not_told(portal, transport, address):
    portal.get(GROUP, body=urllib3.exceptions.LocationParseError(address))

    assert "damaged on the way: ***@[. Try again" in str(failure(transport))


def caused(cause=None, context=None):
    """An exception that says nothing itself."""
    error = requests.ConnectionError()
    error.__cause__, error.__context__ = cause, context
    return error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (requests.ConnectionError(), "no reason given"),
        (requests.ConnectionError("Pool(host): ('gone.')"), "gone"),
        (requests.ConnectionError("Pool(host): ('no X')"), "no X"),
        (requests.ConnectionError(OSError(1, "no X.")), "no X"),
        (requests.ConnectionError(OSError(5, "")), "[Errno 5]"),
        (requests.ConnectionError(urllib3.exceptions.MaxRetryError(POOL, GROUP, OSError(1, "no"))),
         "no"),
        (caused(cause=OSError(1, "no")), "no"),
        (caused(context=OSError(1, "no")), "no"),
        (caused(cause=OSError(1, "no"), context=OSError(2, "other")), "no"),
    ],
)  # fmt: skip
def test_the_innermost_reason_of_a_failure_is_told(portal, transport, error, why):
    portal.get(GROUP, body=error)

    assert f"The connection to {BASE} failed: {why}. Check base_url" in str(failure(transport))
