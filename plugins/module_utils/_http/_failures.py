# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What went wrong with a request, said in one sentence."""

from __future__ import annotations

import re
import ssl
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from .._base._errors import RequestError
from ._hiding import without

if TYPE_CHECKING:
    import requests

    from ._connection import Connection

#: The group that a request was about.
_GROUP_IN_PATH = re.compile("/group/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
#: What OpenSSL says of certificates: not valid yet or no longer, for another name or address.
_EXPIRED = frozenset((9, 10))
_MISMATCH = frozenset((62, 64))
#: What it says of servers that only speak versions of TLS which are not safe any more.
_OLD_TLS = frozenset(("TLSV1_ALERT_PROTOCOL_VERSION", "UNSUPPORTED_PROTOCOL"))
#: What surrounds its words: a constant, and a line of its source.
_OF_OPENSSL = re.compile(r"^\[[^]]*\] | \(_ssl\.c:\d+\)$")
#: In an address, what stands in front of the host.
_CREDENTIALS = re.compile(r"\S+@")
#: Longest quotation of a server's own words, in characters, and how many of them are looked at.
QUOTATION = 200
_READ = 10 * QUOTATION


def no_answer(error: Exception, connection: Connection) -> RequestError:
    """The failure behind an exception of requests or urllib3."""
    from requests import exceptions as kinds
    from urllib3.exceptions import HTTPError

    may_be_done = not any(getattr(each, "never_sent", False) for each in _chain(error))
    where, why = connection.base_url, _cause(error, connection)
    if not isinstance(error, (kinds.RequestException, HTTPError, ValueError, TypeError)):
        return RequestError(
            f"The CA certificates to check {where} with could not be read: {why}. Check ca_path and"
            " the environment variables REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE.",
            "tls",
            may_be_done=False,
        )
    if isinstance(error, kinds.SSLError) and not _is_cut(error):
        return _untrusted(error, where, why)
    if isinstance(error, (kinds.ProxyError, kinds.InvalidProxyURL)):
        return RequestError(_no_passage(where, why), "proxy")
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


def refused(
    reply: requests.Response, content: Any, is_json: bool, connection: Connection
) -> RequestError:
    """The failure behind a status, or behind a body that is not the portal's JSON.

    :param content: the decoded body; None if it is empty or no JSON.
    """
    status = reply.status_code
    where = connection.base_url
    said = _quoted(content, connection)
    if 300 <= status < 400:
        code, message = _redirected(reply, connection)
    elif status == 407:
        code, message = "proxy", _no_passage(where, "407 Proxy Authentication Required")
    elif status < 300 or (not is_json and status < 500):
        return unexpected(connection, status)
    elif status == 401:
        code, message = (
            "unauthorized",
            (
                f"{where} did not accept api_key (401): it is unknown, expired or switched off, or"
                " its owner is disabled; a portal whose database is failing answers like this too."
                " Check the key in the portal's developer tools."
            ),
        )
    elif status == 402:
        code, message = (
            "portal_unavailable",
            (f"{where} does not serve its API at present (402): check the portal's subscription."),
        )
    elif status == 403:
        code, message = _forbidden(content, where, said, reply)
    elif status == 404:
        code, message = _not_found(content, where, said)
    elif status == 429:
        code, message = (
            "rate_limited",
            (
                f"{where} limits the number of requests (429){_wish(reply, connection)};"
                " run the task again later."
            ),
        )
    elif status < 500:
        code, message = "rejected", f"{where} refused the request ({status}){said}."
    else:
        code, message = "server_error", f"{where} failed with {status}{said}; try again later."
    may_be_done = code in ("server_error", "two_managers")
    return RequestError(message, code, status, may_be_done=may_be_done)


def _no_passage(where: str, why: str) -> str:
    return (
        f"The proxy on the way to {where} did not let the request through: {why}."
        " Check the proxy variables of the environment, or except the portal in NO_PROXY."
    )


def _untrusted(error: Exception, where: str, why: str) -> RequestError:
    reasons = [each for each in _chain(error) if isinstance(each, ssl.SSLError)]
    codes = [getattr(each, "verify_code", None) for each in reasons]
    words = {str(each.reason) for each in reasons}
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


def unexpected(connection: Connection, status: int) -> RequestError:
    """The failure behind an answer that no portal gives."""
    return RequestError(
        f"{connection.base_url} answered {status} with something that is not a DocSpace portal's"
        " JSON, such as a login or error page of something in between. Check base_url.",
        "not_docspace",
        status,
    )


def _forbidden(content: Any, where: str, said: str, reply: requests.Response) -> tuple[str, str]:
    if content is None:
        # Only the portal knows what the key may do: `Portal` completes this one.
        return "missing_scope", (
            f"api_key lacks a scope that this request to {where} needs (403). Give it"
            " accounts:read and accounts:write, or no restriction."
        )
    if isinstance(content, str):
        return "portal_restricted", (
            f"{where} does not accept requests from this address (403){said}."
            " Have it allowed in the portal's security settings."
        )
    if not _is_envelope(content):
        return "portal_unavailable", (
            f"{where} is being moved, restored or encrypted (403); try again later."
        )
    if _has_two_managers(content):
        group = _GROUP_IN_PATH.search(urlsplit(reply.url or "").path)
        which = f"probably {group[1]}" if group else "see the results of earlier tasks"
        return "two_managers", (
            f"{where} has a group with two managers, set at the same time, and fails wherever this"
            f" group or one of its members would be shown (403){said} Delete this group by its id"
            f" ({which}), with the module group and state absent, and create it again."
        )
    if not _is_denial(content):
        # What fails inside the portal may also come as 403, before or after the work was done.
        return "server_error", f"{where} failed with 403{said}; try again later."
    return "forbidden", (
        f"The owner of api_key may not do this on {where} (403){said}."
        " Use the key of the owner or of a DocSpace administrator."
    )


def _not_found(content: Any, where: str, said: str) -> tuple[str, str]:
    if _is_envelope(content):
        return "not_found", f"{where} does not know what was asked for (404){said}."
    if isinstance(content, dict):
        return "portal_unavailable", (
            f"The portal at {where} is suspended or being removed (404);"
            " its owner can see why in the billing settings."
        )
    return "not_docspace", f"There is no DocSpace API at {where} (404). Check base_url."


def _redirected(reply: requests.Response, connection: Connection) -> tuple[str, str]:
    where = connection.base_url
    try:
        # Without credentials and query: either may hold what is not for a log.
        target = urlsplit(urljoin(f"{where}/", reply.headers.get("Location", "")))
        port = f":{target.port}" if target.port else ""
        path = target.path.partition("/api/2.0")[0]
        place = _printable(f"{target.scheme}://{target.hostname}{port}{path}", connection)
    except ValueError:
        place = "an address that is none"
    return "redirected", (
        f"{where} redirects to {place} ({reply.status_code}), and redirects are not followed."
        " If that is your portal, give it as base_url."
    )


def _wish(reply: requests.Response, connection: Connection) -> str:
    pause = reply.headers.get("Retry-After")
    return f" and asks to wait ({_printable(pause, connection)})" if pause else ""


def _is_denial(content: Any) -> bool:
    # By the kind of exception: the message is translated.
    error = content.get("error")
    kind = str(error.get("type")) if isinstance(error, dict) else ""
    return kind.endswith((".SecurityException", ".AuthorizingException"))


def _has_two_managers(content: Any) -> bool:
    # By words for once: they are not the portal's, which are translated, but its runtime's, and
    # the kind of exception alone is shared by many faults.
    error = content.get("error")
    if not isinstance(error, dict) or error.get("type") != "System.InvalidOperationException":
        return False
    return str(error.get("message")).startswith("Sequence contains more than one element")


def _is_envelope(content: Any) -> bool:
    return isinstance(content, dict) and ("error" in content or "response" in content)


def _quoted(content: Any, connection: Connection) -> str:
    """The server's own words, if it has any.

    They are for people only. The portal translates them to the key owner's language, so no
    decision may rest on them; what stands beside them, such as a stack trace, is never shown.
    """
    if isinstance(content, dict):
        error = content.get("error")
        content = error.get("message") if isinstance(error, dict) else None
    if not isinstance(content, str) or not content.strip():
        return ""
    return f': "{_printable(content, connection)}"'


def _printable(text: str, connection: Connection) -> str:
    """Words from elsewhere: without the key, on one line, cut."""
    line = " ".join(without(connection.credential, text[:_READ]).split())
    return "".join(char if char.isprintable() else "\ufffd" for char in line)[:QUOTATION]


def _is_cut(error: BaseException) -> bool:
    """Whether a TLS connection ended early, as it may after a request was sent."""
    return any(
        isinstance(reason, (ssl.SSLEOFError, ssl.SSLZeroReturnError)) for reason in _chain(error)
    )


def _chain(error: BaseException) -> list[BaseException]:
    """An exception and those wrapped in it, the innermost last."""
    reasons: list[BaseException] = []
    found: BaseException | None = error
    while isinstance(found, BaseException) and found not in reasons:
        reasons.append(found)
        inner = [arg for arg in (*found.args, getattr(found, "reason", None)) if arg is not None]
        found = next(
            (arg for arg in inner if isinstance(arg, BaseException)),
            found.__cause__ or found.__context__,
        )
    return reasons


def _cause(error: BaseException, connection: Connection) -> str:
    """The innermost reason of a chain of wrapped exceptions, in a few words."""
    # It may repeat the address of a proxy.
    words = _CREDENTIALS.sub("***@", _words(_chain(error)))
    return _printable(words, connection) or "no reason given"


def _words(reasons: list[BaseException]) -> str:
    for reason in reversed(reasons):
        text = getattr(reason, "verify_message", "") or getattr(reason, "strerror", None)
        if isinstance(text, str) and text:
            return _OF_OPENSSL.sub("", text).rstrip(".")
    # Without one, the words behind the last colon: those before it repeat classes and addresses.
    return re.split(r">?: ", str(reasons[-1]))[-1].strip("()'\" .")
