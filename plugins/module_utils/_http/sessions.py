# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""HTTP sessions with portals: retries, the credential, and connections that are used again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable
from urllib.request import getproxies_environment

from .connection import Connection
from .retry import Outage, careful_retry

if TYPE_CHECKING:
    from .threads import Threads

with suppress(ImportError):  # libraries.py keeps the reason
    import requests

    class _Session(requests.Session):
        def get_redirect_target(self, resp: Any) -> None:
            """No redirect is followed, so where it leads is not looked at either."""
            return


#: Connections whose sessions are kept: each holds sockets open.
MAX_KEPT = 4


@dataclass(frozen=True)
class PortalSessions:
    """The sessions with one portal, by whether what they send may be repeated."""

    by_repeatable: dict[bool, requests.Session]
    #: Shared by all requests: how long the portal has been away.
    outage: Outage

    def close(self) -> None:
        """Close all sockets."""
        for session in self.by_repeatable.values():
            session.close()


class Sessions:
    """Sessions that outlive the tasks that use them, so that a loop needs one TLS handshake only.

    Only connections and threads are kept, and nothing that a portal answered.
    """

    def __init__(self) -> None:
        # Those used last are at the end.
        self._kept: OrderedDict[tuple[Connection, int], PortalSessions] = OrderedDict()
        self._threads: dict[int, Threads] = {}
        #: Whether whoever uses these now has ended.
        self.ended = threading.Event()
        #: Is told how far long work is.
        self.tell: Callable[[str], object] | None = None

    def __enter__(self) -> Sessions:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for sessions in self._kept.values():
            sessions.close()
        self.abandon()

    def abandon(self) -> None:
        """Leave alone what may wait for a portal, which then sends nothing more; begin anew."""
        self.ended.set()
        self.ended = threading.Event()
        for threads in self._threads.values():
            threads.end()
        self._threads.clear()
        for sessions in self._kept.values():
            sessions.outage.abandoned = True
        self._kept.clear()

    def of(self, connection: Connection, parallel: int) -> PortalSessions:
        """The sessions with a portal, for one task at a time.

        :param parallel: requests side by side at most.
        """
        key = connection, parallel
        if key not in self._kept:
            if len(self._kept) >= MAX_KEPT:
                self._kept.popitem(last=False)[1].close()
            self._kept[key] = _opened(connection, parallel)
        self._kept.move_to_end(key)
        sessions = self._kept[key]
        sessions.outage.end()
        for session in sessions.by_repeatable.values():
            session.cookies.clear()
        return sessions

    def threads(self, parallel: int) -> Threads:
        """At most so many threads."""
        from .threads import Threads  # most tasks need no threads

        if parallel not in self._threads:
            self._threads[parallel] = Threads(parallel)
        return self._threads[parallel]


def _opened(connection: Connection, parallel: int) -> PortalSessions:
    outage = Outage(connection.retry_for)
    adapters = {
        repeatable: requests.adapters.HTTPAdapter(
            pool_maxsize=parallel, max_retries=careful_retry(outage, repeatable)
        )
        for repeatable in (True, False)
    }
    # Retries hang on the adapter, connections need not.
    adapters[False].poolmanager = adapters[True].poolmanager
    adapters[False].proxy_manager = adapters[True].proxy_manager
    sessions: dict[bool, requests.Session] = {}
    for repeatable, adapter in adapters.items():
        session = sessions[repeatable] = _Session()
        # If the environment names no proxies, requests would ask the system's settings for some,
        # and macOS ends a process that does so after a fork.
        session.trust_env = bool(getproxies_environment())
        # As `auth` and not as a header: a netrc file would replace a header.
        session.auth = _Bearer(connection.credential)
        # Not under the address, which requests may write otherwise when it looks for the adapter.
        for scheme in ("https://", "http://"):
            session.mount(scheme, adapter)
    return PortalSessions(sessions, outage)


class _Bearer:
    def __init__(self, credential: str) -> None:
        self._credential = credential

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._credential}"
        return request


def anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Sends a request without any credential, that of a netrc file neither."""
    return request
