# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Making, changing and removing links into rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timezone

from .._base.errors import DocSpaceError, RequestError
from .._base.moments import written
from .._plan.room_links import RoomLinkPlan
from .._portal.model.room import LEVELS
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .write import Difference, Effect, Outcome, Write, carry_out

#: None or one.
Links = Sequence[RoomLink]


def apply_room_link(portal: Portal, plan: RoomLinkPlan) -> Outcome[Links]:
    """Carry out a plan; what is seen is the link as it is afterwards."""
    if plan.action == "none":
        return planned(plan)
    if plan.after and _is_over(plan.after):  # after a long wait: it would never end
        text = f"{plan.subject}: its end has come before it could be written. Nothing was changed."
        return Outcome(failure=DocSpaceError(_capitalized(text), "link_expired"))
    return carry_out(_RoomLinkWrite(portal, plan))


def planned(plan: RoomLinkPlan) -> Outcome[Links]:
    """The outcome that a plan is meant to have, which check mode reports."""
    effects = () if plan.action == "none" else (Effect(plan.action, plan.subject),)
    return Outcome(effects, (plan.after,) if plan.after else ())


def scopes(plan: RoomLinkPlan) -> list[str]:
    """What a key must open to carry out a plan."""
    return ["rooms:write", *(["files:write"] if _is_new_primary(plan) else [])]


class _RoomLinkWrite(Write[Links]):
    def __init__(self, portal: Portal, plan: RoomLinkPlan) -> None:
        self._portal = portal
        self._links = portal.room_links
        self._plan = plan
        self._room = plan.room.id
        self._is_withdrawn = False
        self.subject = _capitalized(plan.subject)
        self.effects = planned(plan).done or ()

    def send(self) -> Iterator[Links | None]:
        before, after = self._plan.before, self._plan.after
        if not after:
            if before:
                self._links.remove(self._room, before)
            yield None  # only a read proves that nothing is open any more
            return
        put = self._links.put_primary if _is_new_primary(self._plan) else self._links.put
        link = put(self._room, after)
        yield [link] if link else None
        if link and after.expires and not link.expires:
            self._withdraw(link)
            yield None

    def look(self) -> Links:
        links = self._links.of(self._room)
        if not links:
            room = self._portal.rooms.find(self._room)
            if not (room and room.may_manage):
                raise RequestError("The portal does not show the links any more.", "links_unseen")
        wanted = self._plan.before or self._plan.after
        found = [link for link in links if wanted and link.id == wanted.id]
        if self._plan.after or not wanted or not wanted.primary:
            return found
        return found or [link for link in links if link.primary]  # put in its place

    def differences(self, seen: Links) -> list[Difference]:
        before, after = self._plan.before, self._plan.after
        if not after:
            is_same = any(before and link.id == before.id for link in seen)
            text = "it still exists" if is_same else "the portal has put another one in its place"
            return [Difference(text, self.effects[0], is_same)] if seen else []
        if not seen:
            return [Difference("it does not exist", self.effects[0], before is None)]
        (found,) = seen
        texts = _differences(found, after)
        if not texts:
            return []
        is_certain = before is not None and not _differences(found, before)
        return [Difference(text, self.effects[0], is_certain) for text in texts]

    def explain(self, seen: Links) -> Sequence[str]:
        if not self._is_withdrawn:
            return ()
        return [
            "The portal took the end for one that is over, or for none, and the link would never"
            " have ended, so the change was taken back. Compare the clocks of this machine and the"
            " portal, or give a later end."
        ]

    def _withdraw(self, link: RoomLink) -> None:
        """Take back what has made a link that never ends of one that shall."""
        before = self._plan.before
        if before and not before.expires:
            return
        self._is_withdrawn = True
        if before and not _is_over(before):
            self._links.put(self._room, before)
        else:
            self._links.remove(self._room, link)


def _differences(found: RoomLink, wanted: RoomLink) -> list[str]:
    expires = f"it expires {written(found.expires)}" if found.expires else "it never expires"
    texts = (
        (found.level == wanted.level, f"its level is {LEVELS.get(found.level, found.level)}"),
        (found.title == wanted.title, "it has another title"),
        (found.expires == wanted.expires, expires),
        (found.password == wanted.password, "its password is another one, or is not set"),
        (found.deny_download == wanted.deny_download, f"deny_download is {found.deny_download}"),
        (found.internal == wanted.internal, f"internal is {found.internal}"),
        (
            found.max_uses == wanted.max_uses,
            f"{found.max_uses or 'any number of'} people may use it",
        ),
        (found.primary == wanted.primary, "it is another kind of link"),
        (found.type == wanted.type, f"its type is {found.type}"),
    )
    return [text for is_same, text in texts if not is_same]


def _is_new_primary(plan: RoomLinkPlan) -> bool:
    return bool(plan.after and plan.after.primary and not plan.before)


def _is_over(link: RoomLink) -> bool:
    return link.expires is not None and link.expires <= datetime.now(timezone.utc)


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
