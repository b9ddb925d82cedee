# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is made and changed in a portal."""

from __future__ import annotations

import itertools
import typing as t
import uuid

#: What a state file holds of one record.
Entry = dict[str, t.Any]

_FIRST_NEW_ID = 0x50000000
#: Rooms and folders are numbered from here on; before it is the section of rooms.
FIRST_NUMBER = 2


class Kept(t.Protocol):
    """The records of a noun, as the journal looks at them."""

    def entry(self, id: str) -> t.Any:
        """What a state file holds of a record, None if it is not there."""


class Journal:
    """Numbers what is made, and remembers what was changed. `version` grows with each change."""

    def __init__(self) -> None:
        self.version = 0
        #: What was changed since `take_changed` was called, as it was before.
        self._before: dict[tuple[Kept, str], t.Any] = {}
        self._last_change = self._before
        # New ids sort behind the ids of the state, in the order in which they were made.
        self._ids = itertools.count(_FIRST_NEW_ID)
        self._next_number = FIRST_NUMBER

    def new_id(self) -> str:
        """An id for something new."""
        return f"{next(self._ids):08x}{str(uuid.uuid4())[8:]}"

    def new_number(self) -> int:
        """A number for a new room or folder."""
        self._next_number += 1
        return self._next_number - 1

    def skip_numbers(self, count: int) -> None:
        """Leave numbers to sections, which have others here."""
        self._next_number += count

    def number_taken(self, number: int) -> None:
        """To be called for every room and folder of a state file."""
        if number < FIRST_NUMBER:
            raise ValueError(f"{number} is no room or folder: they begin with {FIRST_NUMBER}")
        self._next_number = max(self._next_number, number + 1)

    def changing(self, noun: Kept, id: str) -> None:
        """To be called before anything of a record is changed."""
        self.version += 1
        if (noun, id) not in self._before:
            self._before[noun, id] = noun.entry(id)

    def take_changed(self) -> bool:
        """Whether anything is not as at the last call of this: changes may undo each other."""
        before, self._before = self._before, {}
        changed = any(noun.entry(id) != entry for (noun, id), entry in before.items())
        if changed:
            self._last_change = before
        return changed

    def before(self, noun: Kept) -> dict[str, t.Any]:
        """The records of a noun that the last change touched, as they were before it."""
        return {id: entry for (of, id), entry in self._last_change.items() if of is noun}


def by_id(entries: dict[str, t.Any]) -> list[Entry]:
    """The entries of a state file in their order, without those that are not there."""
    return [entries[id] for id in sorted(entries) if entries[id]]
