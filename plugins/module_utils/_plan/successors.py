# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who gets what people who leave own, as a task names them: pure planning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .._base.errors import OptionError
from .._base.references import Reference, parse_reference
from .._base.texts import printable
from .._portal.model.person import Person

_OPTION = "successor"


@dataclass(frozen=True)
class Successors:
    """Who gets what people who leave own.

    :param of_all: of everybody.
    :param named: or of each who is named, with that person in front.
    """

    of_all: Reference | None = None
    named: tuple[tuple[Reference, Reference], ...] = ()

    @classmethod
    def parse(cls, given: Any) -> Successors:
        """Read an option that is a person, or a mapping of people to people.

        :raises OptionError: if it is neither, or names somebody twice.
        """
        if given is None:
            return cls()
        if isinstance(given, str):
            return cls(of_all=parse_reference(_OPTION, given))
        if not isinstance(given, Mapping):
            raise OptionError(
                _OPTION, "is neither a text nor a mapping; give one person, or person: successor."
            )
        named: dict[Reference, Reference] = {}
        for leaver, successor in given.items():
            for each in (leaver, successor):
                if not isinstance(each, str):
                    raise OptionError(_OPTION, "has an entry that is no text; quote it.")
            who = parse_reference(f"{_OPTION}, a key", leaver)
            whom = parse_reference(f'{_OPTION}, "{printable(leaver)}"', successor)
            if not (who and whom):
                continue
            if named.setdefault(who, whom) != whom:
                raise OptionError(_OPTION, f"{printable(leaver)} is there 2 times; keep one.")
        return cls(named=tuple(named.items()))

    def __bool__(self) -> bool:
        return bool(self.of_all or self.named)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everybody who is to get something."""
        found = [whom for _who, whom in self.named] + ([self.of_all] if self.of_all else [])
        return tuple(dict.fromkeys(found))

    def of(self, person: Person) -> Reference | None:
        """Who gets what somebody owns, as it is named; None if nobody does.

        :raises OptionError: if several entries mean this person.
        """
        mine = {whom: who for who, whom in self.named if person.is_named_by(who)}
        if len(mine) > 1:
            texts = ", ".join(printable(who.text) for who in mine.values())
            raise OptionError(
                _OPTION, f"{texts} are the same person, {person.label}; keep one of these entries."
            )
        return next(iter(mine), self.of_all)

    def others(self, people: Iterable[Person], unknown: Iterable[Reference]) -> list[Reference]:
        """Those with a successor who are not among the people who leave, in either form.

        :param unknown: who was named as leaving, and is nobody.
        """
        leaving = list(people)
        gone = set(unknown)
        return [
            who
            for who, _whom in self.named
            if who not in gone and not any(person.is_named_by(who) for person in leaving)
        ]
