# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task asks for, of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import OptionError


def check_asked(
    params: Mapping[str, Any], filters: Sequence[str], everything: str, also: Sequence[str] = ()
) -> None:
    """Refuse to list all there is unless that is what a task says: nothing given is an accident.

    :param filters: the options that say what is asked for.
    :param everything: what ``all`` lists.
    :param also: other options that say it, if nothing else does; they go with ``all``.
    :raises OptionError: if none of them and not ``all`` is given, or both are.
    """
    given = [option for option in filters if params[option] is not None]
    if params["all"] and given:
        raise OptionError("all", f"is for {everything}; leave it out, or leave out {given[0]}.")
    if not (params["all"] or given or any(params[option] is not None for option in also)):
        *options, last = [*filters, *also]
        raise OptionError(
            "all",
            f"nothing says what is asked for; give {', '.join(options)} or {last}, or say all=true"
            f" to get {everything}.",
        )


def check_tags(option: str, texts: Sequence[str] | None) -> tuple[str, ...]:
    """The tags that rooms must have, none if the option is left out.

    :raises OptionError: if an empty list would mean all rooms.
    """
    if texts is not None and not texts:
        raise OptionError(option, "is empty; name the tags that rooms must have, or leave it out.")
    return tuple(text.strip() for text in texts or ())
