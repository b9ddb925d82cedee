# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task wants of a room, and what is wrong with a list of such wishes by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import DocSpaceError, OptionError
from .._base.references import Reference
from .._base.room_references import parse_room_id
from .._base.texts import listed, printable

PRESENT, ARCHIVED, ABSENT = "present", "archived", "absent"


@dataclass(frozen=True)
class DesiredRoom:
    """What a task wants of one room; what is left out of it stays as it is.

    :param reference: the id or the title by which it is found.
    :param place: where it stands in the options, in front of what a message is about.
    :param properties: by option, as ``ROOM_PROPERTIES`` has them.
    :param add: tags that it is to have.
    :param exact: the only tags that it is to have; None if it may have others.
    :param template: the id or the title of what it is made from, if it is not there.
    :param allow_delete: whether it may be deleted although it is not in the archive.
    :param in_list: whether it is also made if it is to be in the archive.
    """

    reference: str
    place: str = ""
    state: str = PRESENT
    properties: Mapping[str, Any] = field(default_factory=dict, hash=False)
    owner: Reference | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    exact: tuple[str, ...] | None = None
    template: str | None = None
    allow_delete: bool = False
    in_list: bool = False

    def at(self, option: str) -> str:
        """An option of this room in a message."""
        return f"{self.place}{option}"

    @property
    def is_absent(self) -> bool:
        """Whether there is to be no such room."""
        return self.state == ABSENT

    @property
    def new_title(self) -> str | None:
        """The title that it is to have instead of the one by which it is found."""
        title: str | None = self.properties.get("title")
        return title if title != self.reference else None

    @property
    def is_by_title(self) -> bool:
        """Whether it is found by its title, and not by its id."""
        return parse_room_id(self.reference) is None

    @property
    def may_be_new(self) -> bool:
        """Whether it is created if there is none: not what has an id, or is to be renamed."""
        is_made = self.state == PRESENT or (self.state == ARCHIVED and self.in_list)
        return is_made and self.is_by_title and not self.new_title

    def check_tags(self) -> None:
        """Refuse tags that are to be there and not to be there.

        :raises OptionError: naming them.
        """
        both = [printable(each) for each in self.add if each in self.remove]
        if both:
            raise OptionError(
                self.at("tags, remove"),
                f"{listed(both)} would be added and removed; decide for one.",
            )


def repeated_rooms(desired: Sequence[DesiredRoom]) -> list[DocSpaceError]:
    """Rooms that several entries of a list are about, and titles that several would have."""
    staying = [each for each in desired if not each.is_absent]
    titles = Counter(each.new_title or each.reference for each in staying)
    return [
        OptionError(
            "rooms", f"'{printable(reference)}' is there {count} times; merge these entries."
        )
        for reference, count in Counter(each.reference for each in desired).items()
        if count > 1
    ] or [
        OptionError(
            "rooms",
            f"'{printable(title)}' would be the title of {count} rooms; keep one of them.",
        )
        for title, count in titles.items()
        if count > 1
    ]
