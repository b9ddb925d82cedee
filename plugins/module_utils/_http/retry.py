# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""When a request is sent once more."""

from __future__ import annotations

import re
import socket
import ssl
import time
from time import monotonic
from typing import Any

from .wording import chain

try:
    from urllib3.exceptions import (
        ConnectTimeoutError,
        InvalidHeader,
        MaxRetryError,
        NewConnectionError,
        ProxyError,
        ReadTimeoutError,
        SSLError,
    )
    from urllib3.util.retry import Retry
except ImportError:  # requests is missing too then, which the module says
    Retry = object  # type: ignore[assignment, misc]  # so that this file can be imported

#: Seconds between tries grow up to this; of a long outage they are a part.
MAX_PAUSE, PART = 4, 1 / 20
#: A pause that the portal asks for is waited for up to so many seconds, however short the time to
#: go on trying is; beyond both, the task fails and says so.
MAX_RETRY_AFTER = 60
#: Requests of these methods may be repeated if whoever sends one says so; a POST never.
REPEATABLE_METHODS = frozenset({"GET", "PUT", "DELETE"})
#: Of the others only those that read. (An empty set would mean all methods to urllib3.)
READING_METHODS = frozenset({"GET"})
#: Too many requests: this one was not carried out.
OVERLOAD = 429
#: Overload, a gateway without its portal, a portal that is restarting.
TRANSIENT = frozenset({OVERLOAD, 502, 503, 504})
#: What a proxy says that will not say otherwise in a minute.
_REFUSED_BY_PROXY = re.compile("Tunnel connection failed: (?!429|502|503|504)")


class Outage:
    """How long a portal has been away, over all the requests of a task.

    :param retry_for: seconds to go on trying.
    """

    def __init__(self, retry_for: float) -> None:
        self.retry_for = retry_for
        self._since: float | None = None
        #: Whether nobody waits for what is tried again.
        self.abandoned = False

    def end(self) -> None:
        """Note that the portal is there."""
        self._since = None

    def deadline(self) -> float:
        """When to stop trying; the portal is away now."""
        since = self._since = monotonic() if self._since is None else self._since
        return since + self.retry_for


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
    """urllib3's retries, for a time instead of a number, and less those that cannot help."""

    outage: Outage
    #: When to stop trying a request that has failed.
    deadline: float | None = None

    def new(self, **changes: Any) -> CarefulRetry:
        """The retries that are left, as urllib3 makes them."""
        made = super().new(**changes)
        made.outage, made.deadline = self.outage, self.deadline
        return made

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: Any = None,
        error: Exception | None = None,
        _pool: Any = None,
        _stacktrace: Any = None,
    ) -> CarefulRetry:
        """Decide whether there is a next try.

        :raises ReadTimeoutError: at once, as the portal goes on with a request whose client has
            gone: repeating it would only make the portal slower.
        :raises SSLError: at once, unless the connection was cut: the certificate is not to be
            trusted, or the two sides do not agree on how to talk.
        :raises Exception: the error itself, when the request may have been carried out and must not
            be repeated.
        :raises MaxRetryError: when the time is up, the portal asks for too long a pause, or waiting
            cannot help; its ``never_sent`` tells whether the request has never left this machine.
        """
        if error and (isinstance(error, ReadTimeoutError) or _is_tls_refused(error)):
            raise error
        if error and not _never_sent(error) and method not in (self.allowed_methods or ()):
            # Without this, a TLS connection that is cut after sending would be tried again.
            raise error
        deadline = self.outage.deadline() if self.deadline is None else self.deadline
        rest = deadline - monotonic()
        asked = 0 if response is None else self.get_retry_after(response) or 0
        if rest <= 0 or asked > max(rest, MAX_RETRY_AFTER) or (error and _is_final(error)):
            # Of an answer, urllib3 hands it out.
            end = MaxRetryError(_pool, url or "", error)
            never_sent = _never_sent(error) and not may_be_done(self)
            end.never_sent = never_sent  # type: ignore[attr-defined]  # a message to our caller
            raise end
        made = super().increment(method, url, response, error, _pool, _stacktrace)
        made.deadline = deadline
        return made

    def sleep(self, response: Any = None) -> None:
        """Wait before the next try.

        :raises MaxRetryError: if nobody waits for it any more.
        """
        super().sleep(response)
        if self.outage.abandoned:
            raise MaxRetryError(None, "")  # type: ignore[arg-type]  # nobody reads it

    def get_backoff_time(self) -> float:
        """Seconds to wait before the next try: 0, 1, 2, 4, 4 ..., the last one at the deadline."""
        tries = len(self.history)
        if tries < 2 or self.deadline is None:
            return 0
        longest = max(MAX_PAUSE, self._shortest_pause())
        return max(0.0, min(2.0 ** (tries - 2), longest, self.deadline - monotonic()))

    def sleep_for_retry(self, response: Any) -> bool:
        """Wait as long as the portal asks, if it does; longer if it has asked for a long time."""
        asked = self.get_retry_after(response)
        if asked:
            time.sleep(max(asked, self._shortest_pause()))
        return bool(asked)

    def _shortest_pause(self) -> float:
        # urllib3 nests a call for each try, and calls cannot be nested without end.
        away = 0 if self.deadline is None else monotonic() - self.deadline + self.outage.retry_for
        return away * PART

    def get_retry_after(self, response: Any) -> float | None:
        """Seconds to wait as the portal asks; a header that makes no sense counts as none."""
        try:
            return super().get_retry_after(response)
        except (InvalidHeader, ValueError, OverflowError):  # the latter two from odd dates
            return None


def is_cut(error: BaseException) -> bool:
    """Whether a TLS connection ended early, as it may after a request was sent."""
    return any(
        isinstance(reason, (ssl.SSLEOFError, ssl.SSLZeroReturnError)) for reason in chain(error)
    )


def _is_tls_refused(error: Exception) -> bool:
    return isinstance(error, SSLError) and not is_cut(error)


def _is_final(error: Exception) -> bool:
    """Whether a name is not known, or a proxy does not let us through."""
    return any(isinstance(reason, socket.gaierror) for reason in chain(error)) or (
        isinstance(error, ProxyError) and bool(_REFUSED_BY_PROXY.search(str(error)))
    )


def careful_retry(outage: Outage, repeatable: bool = True) -> CarefulRetry:
    """The retries of a connection to a portal; the last answer is handed out, not hidden.

    :param outage: for how long to go on, and since when.
    :param repeatable: whether the requests may be repeated although the portal may have carried
        them out. What never left this machine is tried again anyway.
    """
    made = CarefulRetry(
        total=None,
        status_forcelist=TRANSIENT,
        allowed_methods=REPEATABLE_METHODS if repeatable else READING_METHODS,
        raise_on_status=False,
    )
    made.outage = outage
    return made
