# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Calls of the API, whatever noun they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Callable

from .._base.errors import RequestError
from .._http.transport import Answer, Item, Result, Transport
from . import answers
from .paging import PAGE, Listing, Noun, Page


class Api:
    """What the calls of all nouns share.

    :param transport: sends the requests.
    :param explain_scope: completes the failure of a key that lacks a scope, given the method
        and the path.
    """

    def __init__(
        self,
        transport: Transport,
        explain_scope: Callable[[RequestError, str, Sequence[str]], RequestError],
    ) -> None:
        self._transport = transport
        self._explain_scope = explain_scope
        self.keep_secret = transport.keep_secret
        self.quotable = transport.quotable

    @property
    def writes(self) -> int:
        """How many requests that write were sent so far."""
        return self._transport.writes

    def call(
        self,
        method: str,
        path: Sequence[str],
        query: dict[str, Any],
        body: dict[str, Any] | None = None,
        repeatable: bool = False,
        is_anonymous: bool = False,
    ) -> Answer:
        """Send one request; see :meth:`Transport.request`.

        :raises RequestError: when there is no usable answer.
        """
        try:
            return self._transport.request(method, path, query, body, repeatable, is_anonymous)
        except RequestError as error:
            # Some calls refuse a key for its scopes as all do while a portal is moved or restored.
            if error.status == 403 and error.code in ("missing_scope", "portal_unavailable"):
                raise self._explain_scope(error, method, path) from None
            raise

    def find(self, path: Sequence[str], query: dict[str, Any]) -> Answer | None:
        """Read something that may not exist.

        :raises RequestError: when there is no usable answer.
        """
        try:
            return self.call("GET", path, query)
        except RequestError as error:
            # What is malformed for the portal, such as an address, is nobody's. No other 400 says
            # that there is nothing.
            if error.code == "not_found" or error.is_malformed:
                return None
            raise

    def listing(
        self,
        what: str,
        path: Sequence[str],
        query: dict[str, Any],
        parse: Callable[[Any], Noun],
    ) -> Listing[Noun]:
        """Begin to read a list.

        :param what: is listed, in a message.
        :param parse: makes a noun of a row.
        :raises RequestError: when there is no usable answer.
        """

        def read(start: int) -> Page[Noun]:
            answer = self.call("GET", path, {**query, "count": PAGE, "startIndex": start})
            rows = [parse(row) for row in answers.rows(answer)]
            return Page(start, rows, answers.total(answer))

        return Listing(what, self.in_parallel, read)

    def in_parallel(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        so_far: Callable[[int], str] | None = None,
    ) -> list[Result]:
        """``function`` of every item, in order; some at a time.

        :param so_far: how far this is after so many items.
        """
        return self._transport.in_parallel(function, items, so_far)
