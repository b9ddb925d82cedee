# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""HTTP sessions with portals: retries, the credential, and connections that are used again."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from .connection import Connection
from .retry import careful_retry

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

try:
    import requests
except ImportError:
    REQUESTS_IMPORT_ERROR: str | None = traceback.format_exc()
else:
    REQUESTS_IMPORT_ERROR = None


class Sessions:
    """Sessions that outlive the tasks that use them, so that a loop needs one TLS handshake only.

    Only connections and threads are kept, and nothing that a portal answered.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Connection, int], dict[bool, requests.Session]] = {}
        self._threads: dict[int, ThreadPoolExecutor] = {}

    def __enter__(self) -> Sessions:
        return self

    def __exit__(self, *exc_info: object) -> None:
        for pool in self._threads.values():
            pool.shutdown()
        for sessions in self._kept.values():
            for session in sessions.values():
                session.close()

    def of(self, connection: Connection, parallel: int) -> dict[bool, requests.Session]:
        """The sessions with a portal, by whether what they send may be repeated.

        :param parallel: requests side by side at most.
        """
        sessions = self._kept.setdefault((connection, parallel), {})
        if not sessions:
            adapters = {
                repeatable: requests.adapters.HTTPAdapter(
                    pool_maxsize=parallel, max_retries=careful_retry(repeatable)
                )
                for repeatable in (True, False)
            }
            # Retries hang on the adapter, connections need not.
            adapters[False].poolmanager = adapters[True].poolmanager
            adapters[False].proxy_manager = adapters[True].proxy_manager
            for repeatable, adapter in adapters.items():
                sessions[repeatable] = requests.Session()
                # As `auth` and not as a header: a netrc file would replace a header.
                sessions[repeatable].auth = _Bearer(connection.credential)
                sessions[repeatable].mount(connection.base_url, adapter)
        for session in sessions.values():
            session.cookies.clear()
        return sessions

    def threads(self, parallel: int) -> ThreadPoolExecutor:
        """At most so many threads; starting one costs as much as some requests."""
        from concurrent.futures import ThreadPoolExecutor  # most tasks need no threads

        if parallel not in self._threads:
            self._threads[parallel] = ThreadPoolExecutor(parallel)
        return self._threads[parallel]


class _Bearer:
    def __init__(self, credential: str) -> None:
        self._credential = credential

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._credential}"
        return request
