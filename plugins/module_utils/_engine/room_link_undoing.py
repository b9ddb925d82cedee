# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Taking back what has made a link into a room more open than it was meant to be.

A portal takes an end that is over for none, and its clock may be ahead; and while external sharing
is off, it makes a link internal that is not. The answer to the write may be lost as well, so this
is decided by what is seen afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .._base.errors import DocSpaceError, RequestError
from .._plan.room_links import RoomLinkPlan
from .._portal.model.room_link import RoomLink
from .._portal.portal import Portal
from .room_link_looks import Links, capitalized, is_over, link_differences, see_links
from .write import Difference, Effect, Outcome, Write, carry_out


def is_amiss(plan: RoomLinkPlan, seen: Links) -> bool:
    """Whether a write has left a link that should rather not be there, or be as it was."""
    before, after = plan.before, plan.after
    if not (after and seen):
        return False
    (link,) = seen
    if not before and link.internal and not after.internal:
        return True
    if link.expires or not after.expires:
        return False
    return not before or bool(link_differences(link, before))


def why_amiss(plan: RoomLinkPlan, seen: Links) -> Sequence[str]:
    """Sentences on why a link is not as planned, if that can be told."""
    after = plan.after
    if not (after and seen):
        return ()
    reasons = []
    if after.expires and not seen[0].expires:
        reasons.append(
            "The portal takes the end for one that is over, or for none. Compare the clocks of this"
            " machine and the portal, or give a later end."
        )
    if seen[0].internal and not after.internal:
        reasons.append(
            "The portal makes links internal while external sharing is switched off in its"
            " settings. Switch it on, or set internal=true."
        )
    return reasons


def take_back(portal: Portal, plan: RoomLinkPlan, outcome: Outcome[Links]) -> Outcome[Links]:
    """Put a link back as it was, or remove it.

    :param outcome: of the write.
    :returns: what became of all of it, which is a failure.
    """
    write = _TakeBack(portal, plan)
    back = carry_out(write)
    done: tuple[Effect, ...] | None = ()
    if back.failure:
        done = None if back.seen is None else (Effect(plan.action, plan.subject),)
        text = f"Taking this back failed as well: {back.failure} Look at the link at once."
    elif back.seen:
        text = "So the change was taken back, and the link is as it was."
    elif plan.before:
        done = (Effect("removed", plan.subject),)
        text = "So the link was removed, as it could not be put back with the end that it had."
    else:
        text = "So the new link was removed again."
    cause = outcome.failure or DocSpaceError(f"{write.subject} is open.", "not_as_planned")
    details = {**cause.details, **({"verified": False} if done is None else {})}
    failure = DocSpaceError(f"{cause} {text}", cause.code, **details)
    return Outcome(done, back.seen, failure=failure)


class _TakeBack(Write[Links]):
    def __init__(self, portal: Portal, plan: RoomLinkPlan) -> None:
        self._portal = portal
        self._plan = plan
        self._room = plan.room.id
        self.subject = capitalized(plan.subject)
        self.effects = (Effect("taken_back", plan.subject),)

    def send(self) -> Iterator[Links | None]:
        before = self._plan.before
        if before and not is_over(before):
            link = self._put_back(before)
            if link and not link_differences(link, before):
                yield [link]
                return
            if not before.expires:  # it never ended, and is not more open for that
                yield None
                return
        link = before or self._plan.after
        if link:
            try:
                self._portal.room_links.remove(self._room, link)
            except RequestError as error:
                error.may_be_done = True  # putting it back may have worked, so it is looked at
                raise
        yield None

    def look(self) -> Links:
        link = self._plan.before or self._plan.after
        links = see_links(self._portal, self._room)
        return [each for each in links if link and each.id == link.id]

    def differences(self, seen: Links) -> Sequence[Difference]:
        before, after = self._plan.before, self._plan.after
        if not seen or (before and not link_differences(seen[0], before)):
            return []
        never_ends = after and after.expires and not seen[0].expires
        text = "it is open now, and never ends" if never_ends else "it is still there"
        return [Difference(text, self.effects[0])]

    def _put_back(self, before: RoomLink) -> RoomLink | None:
        try:
            return self._portal.room_links.put(self._room, before)
        except RequestError:
            return None
