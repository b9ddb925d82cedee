# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""HTTP as the portal speaks it, and one clear sentence for everything else."""

from __future__ import annotations

import json
import logging
import re
import socket
import ssl
import threading
import warnings
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
import responses
import urllib3
from responses.registries import OrderedRegistry

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _retry
from ansible_collections.onlyoffice.docspace.plugins.module_utils._connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import (
    DocSpaceError,
    RequestError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._transport import Transport
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead

KEY = "sk-0123456789"
BASE = "https://portal.example.com"
GROUP = f"{BASE}/api/2.0/group/1"
RECORDED = Path(__file__).parents[3] / "recorded"


@pytest.fixture
def portal():
    with responses.RequestsMock(registry=OrderedRegistry) as mock:
        yield mock


@contextmanager
def opened(connection, **options):
    with Sessions() as sessions:
        yield Transport(sessions, connection, **options)


@pytest.fixture
def transport():
    with opened(Connection(BASE, KEY), read_only=False) as made:
        yield made


def failure(transport, method="GET", path=("group", "1")):
    with pytest.raises(RequestError) as raised:
        transport.request(method, path)
    assert KEY not in repr(raised.value.result())
    assert "stack" not in str(raised.value)
    return raised.value


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
        pytest.raises(DocSpaceError, match=r"in check mode; nothing was sent") as raised,
    ):
        transport.request(method, ("group", "1"))

    assert raised.value.code == "write_in_check_mode"
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


@pytest.mark.parametrize(("verify", "told"), [(False, 0), (True, 1)])
def test_who_switches_verification_off_is_not_warned_by_each_request(verify, told):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        with opened(Connection(BASE, KEY, verify=verify), read_only=True):
            warnings.warn("x", urllib3.exceptions.InsecureRequestWarning, stacklevel=1)

    assert len(seen) == told


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
        ("GET", False, 1 + _retry.REPEATS),
        ("PUT", True, 1 + _retry.REPEATS),
        ("DELETE", True, 1 + _retry.REPEATS),
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
        opened(Connection(cutter.base_url, KEY), read_only=False) as transport,
        pytest.raises(RequestError) as raised,
    ):
        transport.request(method, ("group", "1"), body={}, repeatable=repeatable)

    assert cutter.requests == sent
    assert (raised.value.code, raised.value.may_be_done) == ("connection", True)


def untrusted(reason, code=None, words=None, text=""):
    """What requests raises of it."""
    reason.verify_code, reason.reason, reason.verify_message = code, words, text
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
        (untrusted(ssl.SSLError(1, "no"), words="WRONG_VERSION_NUMBER"), True,
         f"The TLS connection to {BASE} failed: no. Check base_url: what answers there does not"),
    ],
)  # fmt: skip
def test_tls_that_fails_is_told_with_what_to_do(portal, transport, error, may_be_done, sentence):
    portal.get(GROUP, body=error)

    raised = failure(transport)

    assert (raised.code, raised.may_be_done) == ("tls", may_be_done)
    assert sentence in str(raised)


def test_a_certificate_that_is_not_trusted_is_not_tried_again():
    error = urllib3.exceptions.SSLError(ssl.SSLCertVerificationError(1, "self-signed"))

    with pytest.raises(urllib3.exceptions.SSLError):
        _retry.careful_retry().increment("GET", GROUP, error=error)


@pytest.mark.parametrize("reason", [ssl.SSLEOFError(8, "EOF"), ssl.SSLZeroReturnError(6, "closed")])
def test_a_tls_connection_that_is_cut_may_have_done_the_request(portal, transport, reason):
    retry = _retry.careful_retry(repeatable=False)
    cut = urllib3.exceptions.SSLError(reason)
    with pytest.raises(urllib3.exceptions.SSLError):
        retry.increment("PUT", GROUP, error=cut)
    assert _retry.careful_retry().increment("PUT", GROUP, error=cut).total == _retry.REPEATS - 1

    portal.get(GROUP, body=requests.exceptions.SSLError(cut))
    error = failure(transport)

    assert (error.code, error.may_be_done) == ("connection", True)


POOL = urllib3.HTTPConnectionPool("x")


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
    retries = _retry.careful_retry().increment("PUT", GROUP, **earlier)

    assert _retry.may_be_done(retries) is possible
    assert not _retry.may_be_done(None)


def test_what_was_never_sent_is_tried_again_even_if_it_must_not_be_repeated():
    retry = _retry.careful_retry(repeatable=False)
    nobody = urllib3.exceptions.NewConnectionError(urllib3.HTTPConnectionPool("x"), "refused")  # type: ignore[arg-type]

    assert retry.increment("POST", GROUP, error=nobody).total == _retry.REPEATS - 1


def test_a_refusal_after_a_try_that_may_have_done_it_may_be_of_what_is_done(site, naps):
    site.faults += [("PUT", "group", instead(502)), ("PUT", "group", instead(401))]

    with (
        opened(Connection(site.base_url, KEY), read_only=False) as transport,
        pytest.raises(RequestError) as raised,
    ):
        transport.request("PUT", ("group", "1"), repeatable=True)

    assert (raised.value.status, raised.value.may_be_done) == (401, True)


def test_an_answer_without_content_is_an_answer(portal, transport):
    portal.delete(GROUP, status=204)

    assert transport.request("DELETE", ("group", "1")).response is None


def test_a_lasting_failure_ends_after_three_repeats(portal, transport, naps):
    for _attempt in range(1 + _retry.REPEATS):
        portal.get(GROUP, status=503, body="<html>down</html>")

    error = failure(transport)

    assert (error.code, error.status, error.may_be_done) == ("server_error", 503, True)
    assert str(error) == f"{BASE} failed with 503; try again later."


def test_pauses_grow_from_none_to_two_seconds(naps):
    retries = _retry.careful_retry()
    for _repeat in range(_retry.REPEATS):
        retries = retries.increment("GET", GROUP, response=urllib3.HTTPResponse(status=503))
        retries.sleep()

    assert naps == [1, 2]  # there is none before the first repeat


def test_a_pause_is_as_long_as_the_portal_asks(naps):
    asked = urllib3.HTTPResponse(status=429, headers={"Retry-After": "7"})

    _retry.careful_retry().sleep(asked)

    assert naps == [7]


@pytest.mark.parametrize("status", [201, 202, 203])
def test_an_answer_with_another_status_of_success_may_be_the_portals(portal, transport, status):
    portal.put(GROUP, json={"response": {}}, status=status)

    error = failure(transport, "PUT")

    assert (error.code, error.status, error.may_be_done) == ("not_docspace", status, True)


def test_the_longest_pause_is_waited_for(portal, transport, naps):
    portal.get(GROUP, status=429, headers={"Retry-After": str(_retry.LONGEST_PAUSE)})
    portal.get(GROUP, json={"response": "back"})

    assert transport.request("GET", ("group", "1")).response == "back"


def test_too_long_a_pause_ends_the_task_and_says_so(portal, transport, naps):
    portal.get(GROUP, status=429, headers={"Retry-After": "3600"})

    error = failure(transport)

    assert (error.code, error.may_be_done) == ("rate_limited", False)
    assert "asks to wait (3600); run the task again later" in str(error)
    assert naps == []


def test_too_many_requests_of_a_portal_that_asks_for_no_pause(portal, transport):
    portal.put(GROUP, status=429)

    assert "(429); run the task again later." in str(failure(transport, "PUT"))


@pytest.mark.parametrize("pause", [
    "-5", "soon", "1.5", "Fri, 31 Dec 10000 23:59:59 GMT", "Fri, 31 Dec 99999999999 23:59:59 GMT"
])  # fmt: skip
def test_a_pause_that_makes_no_sense_is_ignored(portal, transport, naps, pause):
    portal.get(GROUP, status=503, headers={"Retry-After": pause})
    portal.get(GROUP, json={"response": "back"})

    assert transport.request("GET", ("group", "1")).response == "back"


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
def test_what_was_sent_at_the_first_try_may_be_done(portal, transport, first, done, kind):
    refused = urllib3.exceptions.ConnectTimeoutError("refused")
    retry = _retry.careful_retry()
    for error in (first, refused, refused):
        retry = retry.increment("PUT", GROUP, error=error)
    with pytest.raises(urllib3.exceptions.MaxRetryError) as last:
        retry.increment("PUT", GROUP, error=refused)
    portal.put(GROUP, body=kind(last.value))

    raised = failure(transport, "PUT")

    assert raised.may_be_done is done
    assert raised.code == "connection" or ("within 30 s; try again later" in str(raised)) != done


def test_a_request_without_answer_in_time_is_not_repeated():
    retry = _retry.careful_retry()
    late = urllib3.exceptions.ReadTimeoutError(urllib3.HTTPConnectionPool("x"), GROUP, "late")

    with pytest.raises(urllib3.exceptions.ReadTimeoutError):
        retry.increment("GET", GROUP, error=late)
    cut = urllib3.exceptions.ProtocolError("cut", OSError())
    assert retry.increment("GET", GROUP, error=cut).total == _retry.REPEATS - 1
    with pytest.raises(urllib3.exceptions.ProtocolError):
        retry.increment("POST", GROUP, error=cut)


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


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("<html>Please log in</html>", {"Content-Type": "text/html"}),
        ('{"response": {"id":', {}),
        ("", {}),
        ("[]", {}),
        ('"OK"', {}),
        ('{"hello": "world"}', {}),
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
    portal.get(GROUP, status=302, headers={"Location": "https://[broken"})

    assert failure(transport).code == "bad_answer"

    portal.get(GROUP, status=300, headers={"Location": "https://[broken"})

    assert "redirects to an address that is none (300)" in str(failure(transport))


DENIED = {"message": "Access denied", "type": "System.Security.SecurityException", "stack": "stack"}
BROKEN = {"message": "Sequence", "type": "System.InvalidOperationException", "stack": "stack"}
TWO_MANAGERS = {**BROKEN, "message": "Sequence contains more than one element."}


@pytest.mark.parametrize(
    ("status", "body", "code", "may_be_done", "sentence"),
    [
        (407, "<html>", "proxy", False, "through: 407 Proxy Authentication Required. Check"),
        (401, "", "unauthorized", False, "did not accept api_key"),
        (402, "", "portal_unavailable", False, "subscription"),
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


@pytest.mark.parametrize("parallel", [2, 4])
def test_requests_run_side_by_side_and_answers_keep_their_order(parallel):
    together = threading.Barrier(parallel, timeout=10)

    def job(number):
        together.wait()
        return number * 2

    jobs = list(range(2 * parallel))
    with opened(Connection(BASE, KEY), read_only=True, parallel=parallel) as transport:
        assert transport.side_by_side(job, jobs) == [number * 2 for number in jobs]
        assert transport.side_by_side(str, [1]) == ["1"]
        assert transport.side_by_side(str, []) == []


def test_no_more_requests_run_side_by_side_than_wanted():
    running = set()
    most = []

    def job(number):
        running.add(number)
        most.append(len(running))
        threading.Event().wait(0.01)
        running.remove(number)

    with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
        transport.side_by_side(job, range(10))

    assert max(most) == 2


def test_what_runs_side_by_side_may_have_more_to_do_side_by_side():
    done = []

    def task():
        with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
            done.extend(
                transport.side_by_side(
                    lambda number: transport.side_by_side(abs, [number, -number]), [1, 2, 3]
                )
            )

    runner = threading.Thread(target=task, daemon=True)
    runner.start()
    runner.join(10)  # threads that wait for each other would do so for ever

    assert done == [[1, 1], [2, 2], [3, 3]]


def test_after_a_failure_nothing_goes_on_in_the_background():
    ended = []

    def job(number):
        if number == 0:
            raise DocSpaceError("Out of order.", "broken")
        threading.Event().wait(0.05)
        ended.append(number)

    with opened(Connection(BASE, KEY), read_only=True, parallel=2) as transport:
        with pytest.raises(DocSpaceError):
            transport.side_by_side(job, range(50))
        so_far = list(ended)
        threading.Event().wait(0.2)

    assert ended == so_far
    assert len(ended) < 49
