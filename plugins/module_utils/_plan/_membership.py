# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Who is meant, and what has to change: pure planning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from .._base._errors import OptionError
from .._base._texts import check_text, printable
from .._portal._model import Group, Person

#: Technical accounts built into every portal: a removal that names one stops there and fails.
TECHNICAL_ACCOUNTS = frozenset(
    {
        "4a515a15-d4d6-4b8e-828e-e0586f18f3a3",
        "a37ee56e-3302-4a7b-b67e-ddbea64cd032",
        "e78f4c20-2f3b-4a9d-ad13-5f298bd5a3ba",
    }
)

_DASHED = "([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})"
#: The notations N, D, B, P and X of .NET, which the portal speaks, and that of RFC 9562.
_GUIDS = tuple(
    re.compile(notation)
    for notation in (
        "([0-9a-f]{32})",
        _DASHED,
        rf"\{{{_DASHED}\}}",
        rf"\({_DASHED}\)",
        r"\{0x([0-9a-f]{8}),0x([0-9a-f]{4}),0x([0-9a-f]{4}),\{"
        + ",".join(["0x([0-9a-f]{2})"] * 8)
        + r"\}\}",
        f"urn:uuid:{_DASHED}",
    )
)


def guid(text: str) -> str | None:
    """A GUID in any of its notations, as the portal writes it; None if it is no GUID."""
    for notation in _GUIDS:
        match = notation.fullmatch(text.strip().lower())
        if match:
            digits = "".join(match.groups())
            return "-".join(re.findall("^.{8}|.{12}$|.{4}", digits))
    return None


@dataclass(frozen=True)
class Reference:
    """One entry of a list of people: ``kind`` is id, email or user_name.

    References are equal if they mean the same id, address or name, however it was written.
    """

    kind: str
    value: str
    #: As written, for requests and messages.
    text: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Tell what kind of reference a text is; it must not be blank."""
        text = text.strip()
        found = guid(text)
        if found:
            return cls("id", found, text)
        # An @ in front does not make an address: it may be a user name, such as "@self".
        return cls("email" if "@" in text[1:] else "user_name", text.lower(), text)

    def means(self, person: Person) -> bool:
        """Whether this is a reference to that person."""
        return self in _names(person)


def _names(person: Person) -> tuple[Reference, ...]:
    """All references to a person."""
    return (
        Reference("id", person.id.lower()),
        Reference("email", person.email.lower()),
        Reference("user_name", person.user_name.lower()),
    )


def references(option: str, texts: Iterable[str]) -> tuple[Reference, ...]:
    """The people that an option names, each reference once.

    :raises OptionError: when an entry is blank or names a technical account.
    """
    found: dict[Reference, None] = {}
    for position, text in enumerate(texts, start=1):
        check_text(option, text)
        if not text.strip():
            raise OptionError(
                option, f"entry {position} is empty; give an id, an e-mail address or a user name."
            )
        found.setdefault(Reference.parse(text))
    technical = sorted(each.value for each in found if each.value in TECHNICAL_ACCOUNTS)
    if technical:
        raise OptionError(
            option,
            f"{', '.join(technical)}: technical accounts of the portal itself are in no group;"
            " leave them out.",
        )
    return tuple(found)


def match(
    wanted: Sequence[Reference], people: Iterable[Person]
) -> tuple[dict[Reference, Person], tuple[Reference, ...]]:
    """Find each reference's person among some people; the second value is who is not there."""
    index = {each: person for person in people for each in _names(person)}
    found = {each: index[each] for each in wanted if each in index}
    return found, tuple(each for each in wanted if each not in index)


@dataclass(frozen=True)
class Plan:
    """What to change, and the members (those that were looked at) before and after.

    ``exact`` tells that these are all members, and that there must be no others afterwards.
    """

    add: tuple[Person, ...]
    remove: tuple[Person, ...]
    before: tuple[Person, ...]
    after: tuple[Person, ...]
    exact: bool = False

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.add or self.remove)


#: A plan of which nothing is to be done, or was done.
NOTHING = Plan((), (), (), ())


def plan(current: Iterable[Person], wanted: Iterable[Person], state: str) -> Plan:
    """The smallest change that makes a group's membership as wanted.

    :param current: the members, hidden ones included; unless the state is ``exact`` those among
        the wanted people are enough.
    :param wanted: the people named, in any order, any number of times.
    :param state: ``present``, ``absent`` or ``exact``.
    """
    before = {person.id: person for person in current}
    named = {person.id: person for person in wanted}
    add = [] if state == "absent" else [named[key] for key in named.keys() - before.keys()]
    if state == "present":
        remove = []
    elif state == "absent":
        remove = [before[key] for key in before.keys() & named.keys()]
    else:
        remove = [before[key] for key in before.keys() - named.keys()]
    gone = {person.id for person in remove}
    stay = [person for key, person in before.items() if key not in gone]
    return Plan(
        add=in_order(add),
        remove=in_order(remove),
        before=in_order(before.values()),
        after=in_order(stay + add),
        exact=state == "exact",
    )


def plan_both(current: Iterable[Person], add: Iterable[Person], remove: Iterable[Person]) -> Plan:
    """The smallest change that makes some people members and others not; nobody may be in both."""
    adding = plan(current, add, "present")
    removing = plan(adding.after, remove, "absent")
    return replace(adding, remove=removing.remove, after=removing.after)


def group_after(group: Group, change: Plan) -> Group:
    """A group as a plan leaves it; who is removed is no longer its manager either."""
    gone = {person.id for person in change.remove}
    shown = [person for person in change.remove if person.status != "disabled"]
    return replace(
        group,
        size=group.size + len(change.add) - len(shown),
        manager=None if group.manager and group.manager.id in gone else group.manager,
    )


def in_order(people: Iterable[Person]) -> tuple[Person, ...]:
    """People as they are listed everywhere: by e-mail address, then by id."""
    return tuple(sorted(people, key=lambda person: (person.email.lower(), person.id)))


def obstacle(person: Person) -> str | None:
    """Why somebody cannot become a member, if so: the portal would leave them out in silence."""
    if person.guest:
        return "is a guest, and guests cannot be in groups"
    if person.status == "disabled":
        return "is disabled; enable the account first"
    return None


@dataclass(frozen=True)
class RemovalLimit:
    """The most members that one task may remove: a number, or a share of all members."""

    text: str
    number: int | None = None
    share: Fraction | None = None

    @classmethod
    def parse(cls, option: str, text: str) -> RemovalLimit:
        """Read ``10`` or ``25%``.

        :raises OptionError: if it is neither.
        """
        text = text.strip()
        if re.fullmatch(r"[0-9]{1,9}", text):
            return cls(text, number=int(text))
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,3})?%", text) and Fraction(text[:-1]) <= 100:
            return cls(text, share=Fraction(text[:-1]) / 100)
        raise OptionError(
            option,
            f"'{printable(text)}' is neither a number such as 10 nor a percentage such as 25%.",
        )

    def allows(self, removals: int, members: int) -> bool:
        """Whether so many of so many members may go."""
        if self.number is not None:
            return removals <= self.number
        return self.share is None or removals <= self.share * members
