# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Why a request has no answer, said in one sentence."""

from __future__ import annotations

import re
import ssl

from .._base.errors import RequestError
from .connection import Connection
from .retry import is_cut
from .wording import cause, chain

#: What OpenSSL says of certificates: not valid yet or no longer, for another name or address.
_EXPIRED = frozenset((9, 10))
_MISMATCH = frozenset((62, 64))
#: What it says of servers that only speak versions of TLS which are not safe any more.
_OLD_TLS = frozenset(("TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL"))
#: What servers say that want a client certificate, or another one.
_CLIENT_CERT = re.compile(
    "ALERT_(BAD_CERTIFICATE|CERTIFICATE_(EXPIRED|REQUIRED|REVOKED|UNKNOWN)|UNSUPPORTED_CERTIFICATE"
    "|ACCESS_DENIED|DECRYPT_ERROR|UNKNOWN_CA)"
)
#: What they say with TLS 1.2 if they want one, and if they want anything else.
_HANDSHAKE = re.compile("ALERT_HANDSHAKE_FAILURE")


def no_answer(error: Exception, connection: Connection) -> RequestError:
    """The failure behind an exception of requests or urllib3."""
    from requests import exceptions as kinds
    from urllib3.exceptions import HTTPError

    may_be_done = not any(getattr(each, "never_sent", False) for each in chain(error))
    where, why = connection.base_url, cause(error, connection)
    if not isinstance(error, (kinds.RequestException, HTTPError, ValueError, TypeError)):
        return RequestError(
            f"The CA certificates to check {where} with could not be read: {why}. Check ca_path and"
            " the environment variables REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE.",
            "tls",
            may_be_done=False,
        )
    if isinstance(error, kinds.SSLError) and not is_cut(error):
        return _untrusted(error, connection, why)
    if isinstance(error, (kinds.ProxyError, kinds.InvalidProxyURL)):
        return RequestError(blocked_by_proxy(where, why), "proxy")
    if isinstance(error, kinds.Timeout):
        return RequestError(
            f"{where} did not answer within {connection.timeout} s"
            + (", and may still be at work on the request" if may_be_done else "")
            + "; try again later, or raise timeout.",
            "timeout",
            may_be_done=may_be_done,
        )
    if isinstance(error, kinds.ConnectionError):  # a TLS connection that was cut, too
        return RequestError(
            f"The connection to {where} failed: {why}. Check base_url and the network.",
            "connection",
            may_be_done=may_be_done,
        )
    return RequestError(
        f"{where} could not be asked, or its answer was damaged on the way: {why}. Try again;"
        " if that does not help, check base_url and the proxy variables of the environment.",
        "bad_answer",
    )


def _untrusted(error: Exception, connection: Connection, why: str) -> RequestError:
    where = connection.base_url
    reasons = [each for each in chain(error) if isinstance(each, ssl.SSLError)]
    codes = [getattr(each, "verify_code", None) for each in reasons]
    words = {str(getattr(each, "reason", None)) for each in reasons}
    if _EXPIRED.intersection(codes):
        message = (
            f"The certificate of {where} is out of date: {why}."
            " Have it renewed, or check the clock of this machine."
        )
    elif _MISMATCH.intersection(codes):
        message = (
            f"The certificate of {where} is not for this address: {why}."
            " Give as base_url a name that is in the certificate."
        )
    elif _OLD_TLS.intersection(words):
        message = (
            f"The TLS connection to {where} failed: {why}. Have TLS 1.2 or newer switched on there."
        )
    elif any(map(_CLIENT_CERT.search, words)):
        message = client_cert_wanted(where, why, connection)
    elif any(map(_HANDSHAKE.search, words)):
        message = (
            f"The TLS connection to {where} failed: {why}."
            " If a client certificate is wanted there, give client_cert and client_key."
        )
    elif "WRONG_VERSION_NUMBER" in words:
        message = (
            f"The TLS connection to {where} failed: {why}."
            " Check base_url: what answers there does not speak TLS."
        )
    else:
        message = (
            f"The TLS connection to {where} could not be trusted: {why}."
            " For a private certificate authority give ca_path."
        )
    # Other errors of TLS may come after the request was sent.
    is_certificate = any(isinstance(each, ssl.SSLCertVerificationError) for each in reasons)
    return RequestError(message, "tls", may_be_done=not is_certificate)


def blocked_by_proxy(where: str, why: str) -> str:
    return (
        f"The proxy on the way to {where} did not let the request through: {why}."
        " Check the proxy variables of the environment, or except the portal in NO_PROXY."
    )


def client_cert_wanted(where: str, why: str, connection: Connection) -> str:
    if connection.client_cert:
        return f"{where} did not accept the client certificate: {why}. Check client_cert."
    return f"{where} wants a client certificate: {why}. Give client_cert and client_key."
