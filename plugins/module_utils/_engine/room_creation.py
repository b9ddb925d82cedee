# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Creating rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .._base.texts import listed, printable
from .._plan.rooms import RoomPlan
from .._portal.model.room import Room
from .._portal.model.room_properties import read_quota
from .._portal.portal import Portal
from .room_writes import CREATED, property_differences, tag_differences
from .write import Difference, Effect, Write


class CreateWrite(Write[Sequence[Room]]):
    """What is seen are the rooms of that title: there was none when the task began."""

    def __init__(self, portal: Portal, plan: RoomPlan) -> None:
        self._portal = portal
        self._plan = plan
        self.subject = f'The new room "{printable(plan.title)}"'
        self.effects = (Effect(CREATED, plan.after),)
        late = {each.property.option for each in plan.further.changes}
        self._named = {
            each.property.option: each.after
            for each in plan.comparison.changes
            # Whether rooms may have quotas is not known to every key.
            if each.property.option not in {*late, "quota"}
        }
        quota = plan.desired.properties.get("quota")
        self._quota = {} if quota is None else {"quota": quota}

    def send(self) -> Iterator[Sequence[Room] | None]:
        created = self._portal.room_changes.create(self._plan.properties)
        # An answer about a room of another title is that to another request.
        yield [created] if created and created.title == self._plan.title else None

    def look(self) -> Sequence[Room]:
        found = self._portal.rooms.listing(title=self._plan.title).all()
        return [room for room in found if room.title == self._plan.title]

    def differences(self, seen: Sequence[Room]) -> list[Difference]:
        made = self.own(seen)
        if not made:
            text = (
                "it does not exist (if the portal is still at work on it, running the task again"
                " will find it)"
            )
            if seen:
                text = (
                    "it does not exist, and somebody else has made one of this title meanwhile:"
                    f" {_ids(seen)}"
                )
            return [Difference(text, self.effects[0])]
        if len(made) > 1:
            return [
                Difference(
                    f"there are {len(made)}, keep one and delete the others by id: {_ids(made)}"
                )
            ]
        if len(seen) > 1:
            others = [room for room in seen if room not in made]
            return [
                Difference(
                    f"it is {_ids(made)}, and somebody else has made one of this title meanwhile:"
                    f" {_ids(others)}; rename one, as neither can be found by title"
                )
            ]
        (room,) = seen
        can_have = {} if read_quota(room) is None else self._quota
        named = {**self._named, **can_have}
        texts = [text for _option, text in property_differences(room, named)]
        if self._plan.after:
            texts += tag_differences(room, self._plan.after.tags, ())
        return [Difference(text) for text in texts]

    def own(self, seen: Sequence[Room]) -> Sequence[Room]:
        """Those that this task may have made: its maker is their owner, if that is known."""
        maker = self._plan.maker
        return [room for room in seen if maker in ("", room.owner_id)]

    def details(self, seen: Sequence[Room] | None) -> Mapping[str, Any]:
        ids = sorted((room.id for room in seen or ()), key=int)
        return {"room": ids[0]} if len(ids) == 1 else {"ids": ids} if ids else {}


def _ids(rooms: Sequence[Room]) -> str:
    return listed(sorted((room.id for room in rooms), key=int))
