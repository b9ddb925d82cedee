# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a failed request of a write may mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .._base.errors import RequestError
from .write import Gone

#: Refusals that may be of one entry of a list.
_OF_ONE_ENTRY = ("forbidden", "rejected")


@contextmanager
def noticing(gone: Callable[[bool], Gone]) -> Iterator[None]:
    """Send a write to something that somebody else may have deleted.

    :param gone: makes the failure; gets whether something may have been done before.
    :raises Gone: in place of the answer that there is no such thing.
    """
    try:
        yield
    except RequestError as error:
        if error.code != "not_found":
            raise
        raise gone(error.may_be_done) from None


@contextmanager
def one_by_one(count: int) -> Iterator[None]:
    """Send a list that the portal works through until one entry is refused.

    After a refusal, those before that entry are changed, and the answer does not say which.
    """
    try:
        yield
    except RequestError as error:
        error.may_be_done |= count > 1 and error.code in _OF_ONE_ENTRY
        raise
