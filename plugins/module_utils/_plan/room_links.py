# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What has to change about the links into rooms: pure planning."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.texts import printable
from .._portal.model.room import Room
from .._portal.model.room_link import INVITATION, RoomLink
from . import room_link_rules as rules
from .desired_room_link import DesiredRoomLink, check_kind
from .room_link_values import changed_link, new_id, new_link


@dataclass(frozen=True)
class RoomLinkPlan:
    """A link before and after; there is none before it is made, and none once it is removed.

    :param after: of a new link, with the id that it shall have.
    :param warnings: what to say of it.
    """

    room: Room
    before: RoomLink | None
    after: RoomLink | None
    warnings: tuple[str, ...] = ()

    @property
    def action(self) -> str:
        """What is done with the link, in a word."""
        if self.before == self.after:
            return "none"
        if not self.before:
            return "created"
        return "changed" if self.after else "removed"

    @property
    def subject(self) -> str:
        """The link, in a sentence."""
        link = self.before or self.after
        kind = "invitation link" if link and not link.is_external else "link"
        title = f' "{printable(link.title)}"' if link and link.title else ""
        return f"the {kind}{title} of the room {self.room.label}"


def plan_room_links(
    room: Room,
    desired: Sequence[DesiredRoomLink],
    current: Sequence[RoomLink],
    portal: str,
    errors: list[DocSpaceError],
) -> list[RoomLinkPlan]:
    """Make, change or remove links of a room; what is not named stays as it is.

    :param current: all links of the room.
    :param portal: its address, of which the ids of new links are made.
    :param errors: gets the reasons not to go on.
    :returns: a plan for each desired link, but for those that cannot be so.
    """
    try:
        rules.check_visible(room)
    except DocSpaceError as error:
        errors.append(error)
        return []
    plans: list[RoomLinkPlan] = []
    for each in desired:
        with collect_errors(errors):
            before = _meant(room, each, current)
            if before and any(plan.before and plan.before.id == before.id for plan in plans):
                raise _twice(each, before)
            plans.append(_plan(room, each, before, portal, [*current, *_made(plans)], errors))
    with collect_errors(errors):
        _check_whole(room, current, plans)
    return plans


def with_next_id(plan: RoomLinkPlan, portal: str, taken: Collection[str]) -> RoomLinkPlan:
    """The plan for a new link with another id.

    :param taken: ids that the link must not have.
    """
    if not plan.after:
        return plan
    return replace(plan, after=replace(plan.after, id=new_id(portal, plan.room, plan.after, taken)))


def _meant(room: Room, desired: DesiredRoomLink, links: Sequence[RoomLink]) -> RoomLink | None:
    """The link that a task means, if there is one.

    :raises DocSpaceError: if there are several, or none has the id.
    """
    if desired.link_id:
        found = [link for link in links if link.id == desired.link_id]
        if not found and not desired.absent:
            raise DocSpaceError(
                f"{desired.where}link_id: the room {room.label} has no link with the id"
                f" {desired.link_id}. To make a new one, leave out link_id; its id is made of the"
                " room and the title.",
                "link_not_found",
                room=room.id,
                id=desired.link_id,
            )
    elif desired.kind == INVITATION:
        found = [link for link in links if not link.is_external]
    elif desired.primary:
        found = [link for link in links if link.primary]
    else:
        found = [
            link
            for link in links
            if link.is_external
            and link.title == desired.title
            and (desired.primary is None or link.primary == desired.primary)
        ]
    if len(found) > 1:
        ids = sorted(link.id for link in found)
        raise DocSpaceError(
            f"{desired.where}title: {len(found)} links of the room {room.label} have"
            f" {desired.words}; name the one that is meant by link_id, one of {', '.join(ids)}.",
            "link_ambiguous",
            room=room.id,
            ids=ids,
        )
    return found[0] if found else None


def _plan(
    room: Room,
    desired: DesiredRoomLink,
    before: RoomLink | None,
    portal: str,
    others: Sequence[RoomLink],
    errors: list[DocSpaceError],
) -> RoomLinkPlan:
    _check_named(desired, before)
    if desired.absent:
        if before:
            rules.check_removal(room, before)
        return RoomLinkPlan(room, before, None)
    end = desired.expires
    if end and end.is_over:
        rules.check_over(room, before, end.moment, desired.where)
        if not before:
            return RoomLinkPlan(room, None, None, (rules.not_made(room, desired.words),))
        desired = replace(desired, expires=None)
    after = changed_link(desired, before) if before else new_link(room, desired, portal, others)
    if after == before:
        return RoomLinkPlan(room, before, after)
    where = desired.where
    with collect_errors(errors):
        rules.check_offer(room, after, f"{where}level")
    with collect_errors(errors):
        rules.check_end(room, after, f"{where}expires")
    with collect_errors(errors):
        rules.check_uses(after, f"{where}max_use_count")
    if after.internal and not (before and before.internal):
        with collect_errors(errors):
            rules.check_internal(room, f"{where}internal")
    with collect_errors(errors):
        if before:
            rules.check_expired(before, after, f"{where}expires")
        elif not rules.never_ends(room, after):
            _demand_end(desired)
    return RoomLinkPlan(room, before, after)


def _check_named(desired: DesiredRoomLink, before: RoomLink | None) -> None:
    """Refuse what nothing can change about a link that is named by its id."""
    if not before or not desired.link_id:
        return
    for option, value, current in (
        ("type", desired.kind, before.type),
        ("primary", desired.primary, before.primary),
    ):
        if value is not None and value != current:
            shown = str(current).lower()
            raise DocSpaceError(
                f"{desired.where}{option}: the link {before.label} has {shown} here, which nothing"
                " can change. Leave it out, or make a new link.",
                "unchangeable",
                option=option,
            )
    if not desired.kind:
        given = {
            "password": desired.password,
            "no_password": desired.no_password,
            "deny_download": desired.deny_download,
            "internal": desired.internal,
            "max_use_count": desired.max_uses,
        }
        check_kind(given, before.type, desired.where)


def _demand_end(desired: DesiredRoomLink) -> None:
    if not desired.expires and not desired.allow_permanent:
        raise DocSpaceError(
            f"{desired.where}expires: is missing, and the link is new; say when it ends, such as"
            " 2030-12-31T23:59:00Z or +30d, as it opens the room until then. For a link without"
            " end, set allow_permanent.",
            "link_without_end",
        )


def _made(plans: Sequence[RoomLinkPlan]) -> list[RoomLink]:
    return [plan.after for plan in plans if plan.after and not plan.before]


def _twice(desired: DesiredRoomLink, link: RoomLink) -> DocSpaceError:
    return OptionError(
        f"{desired.where}title", f"names the link {link.label}, which is in the list already."
    )


def _check_whole(room: Room, current: Sequence[RoomLink], plans: Sequence[RoomLinkPlan]) -> None:
    """Refuse more links than a room may have, and titles that would mean two."""
    changed = {plan.before.id for plan in plans if plan.before}
    after = [link for link in current if link.id not in changed]
    after += [plan.after for plan in plans if plan.after]
    if any(plan.action == "created" for plan in plans):
        rules.check_number(room, after)
    for plan in plans:
        link = plan.after
        if not link or not link.is_external or (plan.before and plan.before.title == link.title):
            continue
        twins = [each for each in after if each.is_external and each.title == link.title]
        if link.title and len(twins) > 1:
            raise DocSpaceError(
                f'title: the room {room.label} has another link "{printable(link.title)}" already;'
                " give another title.",
                "link_title_taken",
                room=room.id,
            )
