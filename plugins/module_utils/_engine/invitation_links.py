# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading, making, changing and deleting the links by which people join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from .._base.errors import DocSpaceError, RequestError
from .._base.moments import written
from .._plan.invitation_links import WHOSE, LinkPlan
from .._portal.model.invitation_link import InvitationLink
from .._portal.portal import Portal
from .rights import credential_owner
from .sending import noticing
from .write import Difference, Effect, Gone, Outcome, Write, carry_out

#: None or one.
Links = Sequence[InvitationLink]


def read_link(portal: Portal, kind: str) -> InvitationLink | None:
    """The link for a type of people.

    :raises DocSpaceError: when it cannot be read, with the reason as far as the portal tells.
    """
    try:
        return portal.invitation_links.find(kind)
    except RequestError as error:
        if error.status == 402:
            raise DocSpaceError(
                f"The link for the type {kind} cannot be read (402): while all paid seats are used,"
                " the portal neither shows nor makes links for types that take one. Free a seat,"
                " such as with the module users, or extend the plan.",
                "seats_full",
                status=402,
            ) from None
        if error.code == "forbidden":
            raise _explained(portal, kind, error) from None
        raise


def apply_link(portal: Portal, plan: LinkPlan) -> Outcome[Links]:
    """Carry out a plan; what is seen is the link as it is afterwards."""
    if plan.action == "none":
        return planned(plan)
    outcome = carry_out(_LinkWrite(portal, plan))
    failure = outcome.failure
    if not (isinstance(failure, Gone) and not plan.after and outcome.is_known):
        return outcome
    try:
        link = portal.invitation_links.find(plan.type)
    except RequestError as error:
        return Outcome((), failure=error)
    if link:  # somebody else has made it anew, and may want it
        again = f"{failure} There is another one now; run the task again to delete that."
        return Outcome((), (link,), failure=DocSpaceError(again, "changed_meanwhile"))
    return Outcome((), (), [str(failure)])


def planned(plan: LinkPlan) -> Outcome[Links]:
    """The outcome that a plan is meant to have, which check mode reports."""
    effects = () if plan.action == "none" else (Effect(plan.action, plan.type),)
    return Outcome(effects, (plan.after,) if plan.after else ())


def _explained(portal: Portal, kind: str, error: RequestError) -> DocSpaceError:
    """Why a portal does not let somebody have a link."""
    try:
        invitations = portal.settings.invitations()
        owner = credential_owner(portal)
    except RequestError:
        return error
    if invitations and not invitations.members:
        return DocSpaceError(
            "Inviting people is switched off in the settings of this portal, and nobody can see or"
            " change its links then (403). Switch it on first.",
            "invitations_off",
            status=403,
        )
    if owner and owner.type not in WHOSE[kind]:
        allowed = " or ".join(WHOSE[kind])
        return DocSpaceError(
            f"The owner of api_key, {owner.label}, is of the type {owner.type}, and may not have"
            f" the link for the type {kind} (403). Use the key of somebody of the type {allowed}.",
            "forbidden",
            status=403,
        )
    return error


class _LinkWrite(Write[Links]):
    def __init__(self, portal: Portal, plan: LinkPlan) -> None:
        self._links = portal.invitation_links
        self._plan = plan
        self.subject = f"The link for the type {plan.type}"
        self.effects = planned(plan).done or ()

    def send(self) -> Iterator[Links | None]:
        before, after = self._plan.before, self._plan.after
        link = None
        if not before and after:
            link = self._links.create(after.type, after.expires, after.max_uses)
        elif before:
            with noticing(self._gone):
                if after:
                    link = self._links.change(before, after.expires, after.max_uses)
                else:
                    self._links.delete(before.id)
        yield [link] if link else None

    def look(self) -> Links:
        found = self._links.find(self._plan.type)
        return [found] if found else []

    def differences(self, seen: Links) -> list[Difference]:
        desired = self._plan.after
        if not desired:
            return [self._difference("it still exists")] if seen else []
        if not seen:
            return [self._difference("it does not exist")]
        (found,) = seen
        if _limits(found) == _limits(desired):
            return []
        expires = written(found.expires) if found.expires else "never"
        uses = found.max_uses or "any number of"
        before = self._plan.before
        return [
            self._difference(
                f"it expires {expires}, and {uses} people may use it",
                is_certain=before is not None and _limits(found) == _limits(before),
            )
        ]

    def _difference(self, text: str, is_certain: bool = True) -> Difference:
        return Difference(text, self.effects[0], is_certain)

    def _gone(self, may_be_done: bool) -> Gone:
        text = f"{self.subject} was deleted by somebody else meanwhile."
        return Gone(text, "not_found", may_be_done)


def _limits(link: InvitationLink) -> tuple[datetime | None, int | None]:
    return link.expires, link.max_uses
