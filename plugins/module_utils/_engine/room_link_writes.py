# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Making, changing and removing links into rooms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .._base.errors import DocSpaceError
from .._plan.room_links import RoomLinkPlan
from .._portal.portal import Portal
from .room_link_looks import Links, capitalized, is_over, link_differences, see_links
from .room_link_undoing import is_amiss, take_back, why_amiss
from .write import Difference, Effect, Outcome, Write, carry_out


def apply_room_link(portal: Portal, plan: RoomLinkPlan) -> Outcome[Links]:
    """Carry out a plan; what is seen is the link as it is afterwards."""
    if plan.action == "none":
        return planned(plan)
    if plan.after and is_over(plan.after):  # after a long wait: it would never end
        text = f"{plan.subject}: its end has come before it could be written. Nothing was changed."
        return Outcome(failure=DocSpaceError(capitalized(text), "link_expired"))
    write = _RoomLinkWrite(portal, plan)
    if plan.action == "changed":
        try:
            _check_unchanged(plan, write.look())
        except DocSpaceError as error:
            return Outcome(failure=error)
    outcome = carry_out(write)
    if is_amiss(plan, outcome.seen or ()):
        return take_back(portal, plan, outcome)
    return outcome


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
        self.subject = capitalized(plan.subject)
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

    def look(self) -> Links:
        links = see_links(self._portal, self._room)
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
        texts = link_differences(found, after)
        if not texts:
            return []
        is_certain = before is not None and not link_differences(found, before)
        return [Difference(text, self.effects[0], is_certain) for text in texts]

    def explain(self, seen: Links) -> Sequence[str]:
        return why_amiss(self._plan, seen)


def _check_unchanged(plan: RoomLinkPlan, seen: Links) -> None:
    """Refuse to replace the whole of a link that somebody else has changed since it was read.

    :raises DocSpaceError: if so.
    """
    before = plan.before
    if before and not seen:
        text = "was removed by somebody else meanwhile. Nothing was changed"
    elif before and replace(seen[0], uses=before.uses) != before:
        text = "was changed by somebody else meanwhile, or has ended. Nothing was changed"
    else:
        return
    raise DocSpaceError(
        f"{capitalized(plan.subject)} {text}; run the task again.",
        "changed_meanwhile",
        room=plan.room.id,
    )


def _is_new_primary(plan: RoomLinkPlan) -> bool:
    return bool(plan.after and plan.after.primary and not plan.before)
