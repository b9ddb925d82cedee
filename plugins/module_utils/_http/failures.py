# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Why an answer is none that a task can use, said in one sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from .._base.errors import RequestError
from .connection import Connection
from .no_answer import blocked_by_proxy, client_cert_wanted
from .wording import quotable, quoted

if TYPE_CHECKING:
    import requests

#: The group that a request was about.
_GROUP_IN_PATH = re.compile("/group/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")

#: Of a page of nginx, which ends TLS for many portals.
_NO_CLIENT_CERT = re.compile(b"No required SSL certificate was sent|The SSL certificate error")


def refused(
    reply: requests.Response, content: Any, is_json: bool, connection: Connection
) -> RequestError:
    """The failure behind a status, or behind a body that is not the portal's JSON.

    :param content: the decoded body; None if it is empty or no JSON.
    """
    status = reply.status_code
    where = connection.base_url
    said = quoted(content, connection)
    if 300 <= status < 400:
        code, message = _redirected(reply, connection)
    elif status == 407:
        code, message = "proxy", blocked_by_proxy(where, "407 Proxy Authentication Required")
    elif status < 300 or (not is_json and status < 500):
        return _unexpected(reply, connection)
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
            (
                f"The plan of {where} does not allow this (402){said}: its paid seats are full, or"
                " its subscription has ended."
            ),
        )
    elif status == 403:
        code, message = _forbidden(content, where, said, reply)
    elif status == 404:
        code, message = _not_found(content, where, said)
    elif status == 429:
        code, message = (
            "rate_limited",
            (
                f"{where} limits the number of requests (429){_requested_pause(reply, connection)};"
                " run the task again later."
            ),
        )
    elif status < 500:
        code, message = "rejected", f"{where} refused the request ({status}){said}."
    else:
        code, message = "server_error", f"{where} failed with {status}{said}; try again later."
    # Accounts are enabled one by one until the seats are full.
    may_be_done = code in ("server_error", "two_managers") or status == 402
    error = RequestError(message, code, status, may_be_done=may_be_done)
    error.is_malformed = status == 400 and _is_validation(content)
    return error


def _unexpected(reply: requests.Response, connection: Connection) -> RequestError:
    """The failure behind an answer that no portal gives."""
    where, status = connection.base_url, reply.status_code
    if status == 400 and _NO_CLIENT_CERT.search(reply.content):
        return RequestError(client_cert_wanted(where, "400", connection), "not_docspace", status)
    return RequestError(
        f"{where} answered {status} with something that is not a DocSpace portal's"
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
        place = quotable(f"{target.scheme}://{target.hostname}{port}{path}", connection)
    except ValueError:
        place = "an address that is none"
    return "redirected", (
        f"{where} redirects to {place} ({reply.status_code}), and redirects are not followed."
        " If that is your portal, give it as base_url."
    )


def _requested_pause(reply: requests.Response, connection: Connection) -> str:
    pause = reply.headers.get("Retry-After")
    return f" and asks to wait ({quotable(pause, connection)})" if pause else ""


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


def _is_validation(content: Any) -> bool:
    # A problem document, in the envelope of all answers.
    problem = content.get("response") if isinstance(content, dict) else None
    return isinstance(problem, dict) and isinstance(problem.get("errors"), dict)


def _is_envelope(content: Any) -> bool:
    return isinstance(content, dict) and ("error" in content or "response" in content)
