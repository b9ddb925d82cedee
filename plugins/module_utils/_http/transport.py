# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""HTTP to a portal and back: authentication, TLS, time limits, the envelope, failures."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Callable, TypeVar
from urllib.parse import quote

from .._base.errors import DocSpaceError
from .connection import Connection
from .retry import TRANSIENT, may_be_done
from .sessions import Sessions, anonymous

with suppress(ImportError):  # libraries.py keeps the reason
    import requests
    import urllib3

#: Requests side by side unless told otherwise; more gains little, as a portal shares its work.
PARALLEL = 4
#: Longest wait for a connection, in seconds; an answer may take the option ``timeout``.
CONNECT_TIMEOUT = 10

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Answer:
    """The envelope's content: ``response``, and of a paged list how long it is in all.

    :param is_empty: whether there is no ``response``, as where there is nothing to tell.
    """

    response: Any
    total: int | None = None
    is_empty: bool = False


class Transport:
    """The requests that one task sends to a portal, and their answers.

    :param sessions: the open sessions with portals.
    :param connection: the portal and the credential.
    :param read_only: refuse every method but GET, whoever asks: the net below check mode.
    :param parallel: requests side by side at most, :data:`PARALLEL` by default.
    """

    def __init__(
        self,
        sessions: Sessions,
        connection: Connection,
        read_only: bool,
        parallel: int | None = None,
    ) -> None:
        self._connection = connection
        self._parallel = PARALLEL if parallel is None else parallel
        self.read_only = read_only
        self._counting = threading.Lock()
        #: Requests sent so far, the repeats after transient failures not counted.
        self.reads = 0
        self.writes = 0
        kept = sessions.of(connection, self._parallel)
        self._sessions, self._outage = kept.by_repeatable, kept.outage
        self._shared = sessions
        self._ended = sessions.ended
        self._main_thread = threading.get_ident()
        # It logs what it cannot parse, which may hold the key.
        logging.getLogger("urllib3").setLevel(logging.CRITICAL)
        if connection.verify is False:
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)

    def request(
        self,
        method: str,
        path: Iterable[str],
        query: dict[str, Any] | None = None,
        body: dict[str, Any] | None = None,
        repeatable: bool = False,
        is_anonymous: bool = False,
    ) -> Answer:
        """Send one request.

        :param path: the segments behind ``/api/2.0/``, not quoted.
        :param repeatable: whether doing it twice is the same as once, so that it may be sent again
            when it is not known what became of it. Reading always is, a POST never.
        :param is_anonymous: whether to send it without the credential: what everybody may know is
            refused to keys without the scope for it.
        :raises RequestError: when there is no usable answer.
        :raises DocSpaceError: when anything but GET is asked of a read-only transport.
        """
        if self._ended.is_set():  # asked by a thread that the task has left alone
            raise DocSpaceError("The task has ended; nothing more is sent.", "task_ended")
        if method == "GET":
            with self._counting:
                self.reads += 1
        elif self.read_only:
            raise DocSpaceError(
                f"A {method} was about to be sent in check mode; nothing was sent."
                " This is a fault of the collection, please report it.",
                "write_in_check_mode",
            )
        else:
            with self._counting:
                self.writes += 1
        verify, cert = self._certificates()
        route = "/".join(quote(segment, safe="") for segment in path)
        try:
            reply = self._sessions[repeatable].request(
                method,
                f"{self._connection.base_url}/api/2.0/{route}",
                params=query,
                json=body,
                headers={"Accept": "application/json"},
                timeout=(min(CONNECT_TIMEOUT, self._connection.timeout), self._connection.timeout),
                verify=verify,
                cert=cert,
                allow_redirects=False,
                auth=anonymous if is_anonymous else None,
            )
        # OSError: CA certificates that cannot be read; also the base of what requests raises.
        # What requests lets through: ValueError from a Location header that is no URL, TypeError
        # from a proxy's address that has credentials but no host.
        except (OSError, urllib3.exceptions.HTTPError, ValueError, TypeError) as error:
            from .no_answer import no_answer  # not before something goes wrong

            raise no_answer(error, self._connection) from None
        if reply.status_code not in TRANSIENT:
            self._outage.end()
        return self._opened(reply)

    def keep_secret(self, text: str) -> None:
        """Show this in no message that repeats words of the portal."""
        self._connection.secrets.add(text)

    def quotable(self, text: str) -> str:
        """Words of the portal's: without secrets, on one line, cut."""
        from .wording import quotable  # not before something goes wrong

        return quotable(text, self._connection)

    def _certificates(self) -> tuple[bool | str, str | tuple[str, str] | None]:
        """What to check the portal's certificate with, and our own."""
        verify, cert, key = (
            self._connection.verify,
            self._connection.client_cert,
            self._connection.client_key,
        )
        # To requests, whatever is empty means what False does.
        if not verify and verify is not False:
            raise DocSpaceError(
                "The certificate of the portal was about to be taken unchecked; nothing was sent."
                " This is a fault of the collection, please report it.",
                "unchecked_certificate",
            )
        return verify, (cert, key) if cert and key else cert

    def in_parallel(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        so_far: Callable[[int], str] | None = None,
    ) -> list[Result]:
        """``function`` of every item, in order; some at a time, but never nested.

        :param so_far: how far this is after so many items, for whoever waits for long work.
        """
        todo = list(items)
        is_main = threading.get_ident() == self._main_thread
        tell = self._progress(so_far) if so_far and is_main else None
        if min(len(todo), self._parallel) >= 2 and is_main:
            return self._shared.threads(self._parallel).results(function, todo, tell)
        results = []
        for item in todo:
            results.append(function(item))
            if tell:
                tell(len(results))
        return results

    def _progress(self, so_far: Callable[[int], str]) -> Callable[[int], None] | None:
        """Passes it on, at most once a second and never in the first one."""
        say = self._shared.tell
        if not say:
            return None
        last = time.monotonic()

        def tell(done: int) -> None:
            nonlocal last
            if time.monotonic() - last >= 1:
                last = time.monotonic()
                say(so_far(done))

        return tell

    def _opened(self, reply: requests.Response) -> Answer:
        if reply.status_code == 204 and not reply.content:
            return Answer(None, is_empty=True)
        content, is_json = _decoded(reply)
        if reply.status_code == 200 and _is_envelope(content):
            is_empty = "response" not in content
            return Answer(content.get("response"), content.get("total"), is_empty)
        from .failures import refused  # not before something goes wrong

        error = refused(reply, content, is_json, self._connection)
        error.may_be_done = error.may_be_done or may_be_done(reply.raw.retries)
        raise error


def _is_envelope(content: Any) -> bool:
    # Nulls are left out: where there is nothing to tell, the envelope is all there is.
    return isinstance(content, dict) and ("response" in content or content.get("count") == 0)


def _decoded(reply: requests.Response) -> tuple[Any, bool]:
    """The body, and whether it is JSON; None if it is empty or no JSON."""
    try:
        return (json.loads(reply.content) if reply.content else None), True
    except (ValueError, RecursionError):
        return None, False
