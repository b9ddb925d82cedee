# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Links into rooms as tasks want them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from .._base.errors import DocSpaceError, OptionError, collect_errors, combine_errors
from .._base.guids import parse_guid
from .._base.limits import check_range
from .._base.moments import parse_span, parse_zoned
from .._portal.model.room import LEVELS
from .._portal.model.room_link import EXTERNAL, INVITATION

NEVER = "never"
#: What a link can give, by the words of options.
LINK_LEVELS = {
    name: number
    for number, name in LEVELS.items()
    if name not in ("none", "owner", "restricted", "room_manager")
}
ALWAYS, ON_CREATE = "always", "on_create"
_MAX_USES = 1000
#: How far ahead a portal lets a link end, and how near this lets it: a link whose end is over when
#: the portal reads it never ends, and the clocks of two machines differ.
_MAX_YEARS = 10
MARGIN = timedelta(minutes=1)
#: No password is longer or shorter, whatever the policy of the portal, or has other characters.
_PASSWORD = re.compile("[!-~]{8,30}")
#: What an invitation link has no use for: the portal answers 200 and does not keep it.
_EXTERNAL_ONLY = ("password", "no_password", "deny_download", "internal")


@dataclass(frozen=True)
class End:
    """When a link shall end.

    :param moment: None if never.
    :param only_new: whether an end that a link has already stays, as this one is counted from now.
    :param is_over: whether it has come, or is too near for a portal to be told of.
    """

    moment: datetime | None
    only_new: bool = False
    is_over: bool = False


@dataclass(frozen=True)
class DesiredRoomLink:
    """A link into a room as a task wants it; None is what the task does not say.

    :param where: in a list of links, what stands in front of the options in messages.
    :param kind: of ``LINK_TYPES``; None if only the id says it.
    """

    where: str = ""
    link_id: str | None = None
    title: str | None = None
    kind: str | None = None
    primary: bool | None = None
    absent: bool = False
    level: int | None = None
    expires: End | None = None
    allow_permanent: bool = False
    password: str | None = None
    no_password: bool = False
    update_password: str = ALWAYS
    deny_download: bool | None = None
    internal: bool | None = None
    max_uses: int | None = None

    @classmethod
    def parse(cls, given: Mapping[str, Any], now: datetime, where: str = "") -> DesiredRoomLink:
        """Read the options of a link, which Ansible has checked; an absent one has no others.

        :raises DocSpaceError: naming all options with a wrong value, and what to do.
        """
        errors: list[DocSpaceError] = []
        with collect_errors(errors):
            found = cls(where, **_identity(given, where), absent=given["state"] == "absent")
        if errors or found.absent:
            if errors:
                raise combine_errors(errors)
            return found
        expires = None
        with collect_errors(errors):
            expires = _end(given["expires"], given["allow_permanent"], now, where)
        with collect_errors(errors):
            _check_password(given, where)
        with collect_errors(errors):
            if given["max_use_count"] is not None:
                check_range(f"{where}max_use_count", given["max_use_count"], 1, _MAX_USES)
        if found.kind:
            with collect_errors(errors):
                check_kind(given, found.kind, where)
        if errors:
            raise combine_errors(errors)
        return cls(
            where,
            found.link_id,
            found.title,
            found.kind,
            found.primary,
            level=LINK_LEVELS[given["level"]] if given["level"] else None,
            expires=expires,
            allow_permanent=given["allow_permanent"],
            password=given["password"],
            no_password=given["no_password"],
            update_password=given["update_password"],
            deny_download=given["deny_download"],
            internal=given["internal"],
            max_uses=given["max_use_count"],
        )

    @property
    def words(self) -> str:
        """What a task calls this link, for a message."""
        if self.link_id:
            return f"the id {self.link_id}"
        if self.kind == INVITATION:
            return "the type invitation"
        return "primary" if self.primary else f'the title "{self.title}"'


def check_kind(given: Mapping[str, Any], kind: str, where: str) -> None:
    """Refuse options that the portal takes for a kind of link, and does not keep.

    :param given: by the names of options.
    :raises OptionError: naming the first of them.
    """
    useless = _EXTERNAL_ONLY if kind == INVITATION else ("max_use_count",)
    option = next((each for each in useless if given[each] not in (None, False)), None)
    if option:
        raise OptionError(
            f"{where}{option}",
            f"is nothing that links of the type {kind} have: the portal would accept it and not"
            " keep it. Leave it out.",
        )


def _identity(given: Mapping[str, Any], where: str) -> dict[str, Any]:
    link_id, title, primary = given["link_id"], given["title"], given["primary"]
    kind = given["type"]
    if link_id is not None:
        guid = parse_guid(link_id)
        if not guid:
            raise OptionError(
                f"{where}link_id",
                "is no id of a link, such as 3e1f0a52-0b0e-5d0c-9f7b-0a4a1d4c2b11; the links of a"
                " room are in the results of room_info and of this module.",
            )
        return {"link_id": guid, "title": title, "kind": kind, "primary": primary}
    if kind == INVITATION and primary:
        raise OptionError(
            f"{where}primary", "is for external links; a room has one invitation link at most."
        )
    if kind != INVITATION and not primary and title is None:
        raise OptionError(
            f"{where}title",
            "is missing; say which link is meant: by its title, by link_id, by primary=true, or by"
            " type=invitation, of which a room has one at most.",
        )
    return {"title": title, "kind": kind or EXTERNAL, "primary": primary}


def _end(text: str | None, allow_permanent: bool, now: datetime, where: str) -> End | None:
    option = f"{where}expires"
    if text is None:
        return None
    if text.strip().lower() == NEVER:
        if not allow_permanent:
            raise OptionError(
                option,
                "a link that never ends opens the room for as long as it is not removed; give a"
                " moment, or set allow_permanent.",
            )
        return End(None)
    span = parse_span(text)
    latest = _latest(now)
    if span:
        moment = now + span if span < latest - now + MARGIN else None
    else:
        try:
            moment = parse_zoned(option, text)
        except OptionError as error:
            raise error.with_advice("Or a time from now on, such as +30d, +12h or +2w.") from None
    if moment is None or moment > latest:
        raise OptionError(
            option, f"is more than {_MAX_YEARS} years ahead, which no portal allows; give less."
        )
    moment = moment.replace(microsecond=0)
    return End(moment, only_new=bool(span), is_over=moment - now < MARGIN)


def _latest(now: datetime) -> datetime:
    year = now.year + _MAX_YEARS
    return (
        now.replace(year=year, day=28)
        if (now.month, now.day) == (2, 29)
        else now.replace(year=year)
    )


def _check_password(given: Mapping[str, Any], where: str) -> None:
    password = given["password"]
    if password is None:
        return
    if given["no_password"]:
        raise OptionError(f"{where}no_password", "and password exclude each other; set one.")
    if not _PASSWORD.fullmatch(password):
        raise OptionError(
            f"{where}password",
            "is none that portals take; they have from 8 to 30 characters, only latin letters,"
            " digits and signs, and no blanks.",
        )
