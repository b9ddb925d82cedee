# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has to change about a link by which people join: pure planning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from .._base.errors import DocSpaceError, OptionError
from .._base.limits import check_range
from .._base.moments import check_moment
from .._portal.model.invitation_link import InvitationLink
from .._portal.model.person import ADMINISTRATORS, PAID_TYPES

#: The types that there are links for, each with the types of people who may have that link.
WHOSE = {
    "user": PAID_TYPES,
    "room_admin": ADMINISTRATORS,
    "docspace_admin": ("owner",),
}
NEVER = "never"
_MAX_USES = 1000


@dataclass(frozen=True)
class DesiredLink:
    """The link for a type as a task wants it.

    :param expires: None if it shall never end.
    :param max_uses: None if the task does not say.
    """

    type: str
    absent: bool = False
    expires: datetime | None = None
    max_uses: int | None = None

    @classmethod
    def parse(
        cls,
        kind: str,
        expires: str | None,
        allow_permanent: bool,
        max_uses: int | None,
        now: datetime,
    ) -> DesiredLink:
        """A link that shall be there.

        :raises OptionError: naming the option, what was wrong and what to do.
        """
        if expires is None:
            raise OptionError(
                "expires",
                "is missing; say when the link ends, such as 2030-12-31T23:59:00Z, as whoever has"
                " the link can join until then.",
            )
        if max_uses is not None:
            check_range("max_use_count", max_uses, 1, _MAX_USES)
        if expires.strip().lower() != NEVER:
            return cls(kind, expires=check_moment("expires", expires, now), max_uses=max_uses)
        if not allow_permanent:
            raise OptionError(
                "expires",
                "a link that never ends lets people join for as long as it is not deleted; give a"
                " moment, or set allow_permanent.",
            )
        return cls(kind, max_uses=max_uses)


@dataclass(frozen=True)
class LinkPlan:
    """A link before and after; there is none before it is made, and none once it is deleted."""

    type: str
    before: InvitationLink | None
    after: InvitationLink | None

    @property
    def action(self) -> str:
        """What is done with the link, in a word."""
        if self.before == self.after:
            return "none"
        if not self.before:
            return "created"
        return "changed" if self.after else "deleted"


def plan_link(current: InvitationLink | None, desired: DesiredLink) -> LinkPlan:
    """Make, change or delete the link for a type; a limit that is not named stays as it is.

    :raises DocSpaceError: for a limit below the number of people who have used the link.
    """
    if desired.absent:
        return LinkPlan(desired.type, current, None)
    if not current:
        new = InvitationLink("", desired.type, desired.expires, desired.max_uses)
        return LinkPlan(desired.type, None, new)
    max_uses = desired.max_uses or current.max_uses
    if max_uses and max_uses < current.uses:
        raise DocSpaceError(
            f"max_use_count: {current.uses} people have joined by this link already, which the"
            f" portal does not let a limit of {max_uses} be below. Give a higher number, or delete"
            " the link and make a new one.",
            "limit_below_uses",
            uses=current.uses,
        )
    expires = desired.expires
    is_expired = current.is_expired and expires == current.expires
    after = replace(current, expires=expires, max_uses=max_uses, is_expired=is_expired)
    return LinkPlan(desired.type, current, after)
