# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""When a request is sent once more."""

from __future__ import annotations

import ssl
from typing import Any

try:
    from urllib3.exceptions import (
        ConnectTimeoutError,
        InvalidHeader,
        MaxRetryError,
        NewConnectionError,
        ReadTimeoutError,
        SSLError,
    )
    from urllib3.util.retry import Retry
except ImportError:  # requests is missing too then, which the module says
    Retry = object  # type: ignore[assignment, misc]  # so that this file can be imported

#: Times that a request is repeated, after about 0, 1 and 2 seconds or as the portal asks.
MAX_RETRIES = 3
#: The longest pause that a portal may ask for, in seconds; beyond it the task fails and says so.
MAX_RETRY_AFTER = 60
#: Requests of these methods may be repeated if whoever sends one says so; a POST never.
REPEATABLE_METHODS = frozenset({"GET", "PUT", "DELETE"})
#: Of the others only those that read. (An empty set would mean all methods to urllib3.)
READING_METHODS = frozenset({"GET"})
#: Too many requests: this one was not carried out.
OVERLOAD = 429
#: Overload, a gateway without its portal, a portal that is restarting.
TRANSIENT = frozenset({OVERLOAD, 502, 503, 504})


def may_be_done(retries: Retry | None) -> bool:
    """Whether an earlier try of a request that was sent again may have been carried out.

    :param retries: of the last try; None if there are none.
    """
    return any(
        not _never_sent(each.error) if each.error else each.status != OVERLOAD
        for each in (retries.history if retries else ())
    )


def _never_sent(error: Exception | None) -> bool:
    return isinstance(error, (ConnectTimeoutError, NewConnectionError))


class CarefulRetry(Retry):
    """urllib3's retries, less those that cannot help."""

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: Any = None,
        error: Exception | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> CarefulRetry:
        """Decide whether there is a next try.

        :raises ReadTimeoutError: at once, as the portal goes on with a request whose client has
            gone: repeating it would only make the portal slower.
        :raises SSLError: at once, when the certificate is not to be trusted.
        :raises Exception: the error itself, when the request may have been carried out and must not
            be repeated.
        :raises MaxRetryError: when no try is left or the portal asks for too long a pause; its
            ``never_sent`` tells whether the request has never left this machine.
        """
        if error and (isinstance(error, ReadTimeoutError) or _is_untrusted(error)):
            raise error
        if error and not _never_sent(error) and method not in (self.allowed_methods or ()):
            # Without this, a TLS connection that is cut after sending would be tried again.
            raise error
        if response is not None and (self.get_retry_after(response) or 0) > MAX_RETRY_AFTER:
            raise MaxRetryError(None, "")  # type: ignore[arg-type]  # urllib3 hands out the answer
        try:
            return super().increment(method, url, response, error, *args, **kwargs)
        except MaxRetryError as end:
            never_sent = _never_sent(error) and not may_be_done(self)
            end.never_sent = never_sent  # type: ignore[attr-defined]  # a message to our caller
            raise

    def get_retry_after(self, response: Any) -> float | None:
        """Seconds to wait as the portal asks; a header that makes no sense counts as none."""
        try:
            return super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):  # the latter two from odd dates
            return None


def _is_untrusted(error: Exception) -> bool:
    return isinstance(error, SSLError) and any(
        isinstance(reason, ssl.SSLCertVerificationError) for reason in error.args
    )


def careful_retry(repeatable: bool = True) -> CarefulRetry:
    """The retries of a connection to a portal; the last answer is handed out, not hidden.

    :param repeatable: whether the requests may be repeated although the portal may have carried
        them out. What never left this machine is tried again anyway.
    """
    return CarefulRetry(
        total=MAX_RETRIES,
        status_forcelist=TRANSIENT,
        allowed_methods=REPEATABLE_METHODS if repeatable else READING_METHODS,
        backoff_factor=0.5,
        raise_on_status=False,
    )
