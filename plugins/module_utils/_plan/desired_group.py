# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task wants of a group, and what is wrong with a list of such wishes by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .._base.errors import DocSpaceError, OptionError, collect_errors
from .._base.references import Reference
from .._base.texts import listed, printable
from .group_rules import check_name


@dataclass(frozen=True)
class DesiredGroup:
    """What a task wants of one group; what is left out of it stays as it is.

    It is found by ``id``, or else by ``name``.

    :param place: where it stands in the options, in front of what a message is about.
    :param new_name: the name that it is to have, if not the one by which it is found.
    :param exact: whether the people to add are to be the only members.
    :param may_be_new: whether it is created if there is none.
    :param allow_twin_names: whether it may get a name that another group has.
    :param advice: a sentence to add where there is no such group, but must be.
    """

    place: str = ""
    id: str | None = None
    name: str | None = None
    new_name: str | None = None
    manager: Reference | None = None
    no_manager: bool = False
    add: tuple[Reference, ...] = ()
    remove: tuple[Reference, ...] = ()
    exact: bool = False
    absent: bool = False
    may_be_new: bool = False
    allow_twin_names: bool = False
    advice: str = ""

    @property
    def reference(self) -> str:
        """The id or the name by which it is found."""
        return self.id or self.name or ""

    @property
    def desired_name(self) -> str | None:
        """The name that it is to have; None if it keeps what it has."""
        return self.new_name or (None if self.id else self.name)

    @property
    def joining(self) -> tuple[Reference, ...]:
        """Everybody who is to be a member; a manager always is one."""
        return tuple(dict.fromkeys([*([self.manager] if self.manager else []), *self.add]))

    @property
    def new_name_option(self) -> str:
        """What gives the new name: in lists, the name beside an id."""
        return self.at("name" if self.place and self.id else "new_name")

    def at(self, option: str) -> str:
        """An option of this group in a message."""
        return f"{self.place}{option}"


def list_problems(desired: Sequence[DesiredGroup]) -> list[DocSpaceError]:
    """What is wrong with a list whatever the portal has."""
    problems: list[DocSpaceError] = []
    for each in desired:
        with collect_errors(problems):
            _check_names(each)
        with collect_errors(problems):
            _check_people(each)
    return [*problems, *_repeated(desired), *_same_names(desired)]


def _check_names(desired: DesiredGroup) -> None:
    if desired.absent:
        return
    if desired.name and desired.may_be_new:
        check_name(desired.at("name"), desired.name)
    if desired.new_name is not None:
        check_name(desired.new_name_option, desired.new_name)


def _check_people(desired: DesiredGroup) -> None:
    if desired.manager and desired.no_manager:
        raise OptionError(desired.at("manager"), "excludes no_manager; leave one of them out.")
    both = [each.text for each in desired.joining if each in desired.remove]
    if both:
        raise OptionError(
            desired.at("remove"),
            f"{listed([printable(each) for each in both])} would be added and removed; decide for"
            " one.",
        )


def _repeated(desired: Sequence[DesiredGroup]) -> Iterator[OptionError]:
    entries: dict[str, list[bool]] = {}
    for each in desired:
        entries.setdefault(each.reference, []).append(each.absent)
    for reference, absent in entries.items():
        if len(absent) > 1:
            yield repeated(printable(f"'{reference}'"), absent)


def repeated(label: str, absent: Sequence[bool]) -> OptionError:
    """A group that several entries are about."""
    advice = "merge these entries" if len(set(absent)) == 1 else "decide whether it is to be there"
    return OptionError("groups", f"{label} is there {len(absent)} times; {advice}.")


def _same_names(desired: Sequence[DesiredGroup]) -> Iterator[OptionError]:
    """Names that an entry gives, and by which another one finds its group."""
    given = Counter(each.new_name for each in desired if each.new_name and not each.absent)
    found = {each.name for each in desired if each.name and not each.id and not each.absent}
    going = {each.name for each in desired if each.name and not each.id and each.absent}
    for name in sorted(going & given.keys()):
        yield OptionError(
            "groups",
            f"'{printable(name)}' would be the name of a group that is deleted and of one that gets"
            " it, and the next run could not tell them apart; give the id of the one to delete.",
        )
    for name in sorted(found & given.keys()):
        yield OptionError(
            "groups",
            f"'{printable(name)}' would be the name of {given[name] + 1} groups; give them"
            " different names.",
        )
