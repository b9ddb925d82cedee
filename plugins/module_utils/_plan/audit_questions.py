# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What may be asked of the audit trail, and which events are an answer: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches

from .._base.errors import OptionError
from .._base.texts import listed, printable
from .._portal.model.audit_event import ACTION_NAMES, HIDDEN_ACTIONS, AuditEvent
from .._portal.model.person import Person

_MAX_NUMBER = 99_999
_NUMBERS = {name: number for number, name in {**ACTION_NAMES, **HIDDEN_ACTIONS}.items()}


@dataclass(frozen=True)
class Wanted:
    """Which events are an answer; what is None does not matter.

    :param user_id: whose.
    :param names: by what the same person logs in, in lower case: who fails to is nobody.
    :param action: its number.
    :param target: the id of what it was done to.
    """

    user_id: str | None = None
    names: tuple[str, ...] = ()
    action: int | None = None
    target: str | None = None

    def of(self, events: Iterable[AuditEvent]) -> list[AuditEvent]:
        """Those of some events, the newest first."""
        found = [event for event in events if self._applies(event)]
        return sorted(found, key=lambda event: (event.at, event.id), reverse=True)

    def _applies(self, event: AuditEvent) -> bool:
        is_by = self.user_id in (None, event.user_id)
        is_by = is_by or bool(event.login and event.login.strip().lower() in self.names)
        is_so = self.action in (None, event.action)
        return is_by and is_so and (self.target is None or self.target in event.targets)


@dataclass(frozen=True)
class Question:
    """Of what to read the events.

    :param until: nothing after this second is read, so that what others do meanwhile is no matter.
    :param asked_at: when the task began: what was done just before may not be readable yet.
    :param action: as the portal takes it; only for the trail.
    :param limit: how many events are read at most.
    :param is_partial: whether it is no failure if not all are known to be read.
    """

    since: datetime
    until: datetime
    asked_at: datetime
    user_id: str | None = None
    action: str | None = None
    limit: int = 10_000
    is_partial: bool = False


@dataclass
class Reading:
    """The events that were read, by their ids, and sentences on why there may be more.

    :param is_fallback: whether they are the last of all, and not those that were asked for.
    """

    events: dict[int, AuditEvent] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)
    is_fallback: bool = False


def login_names(person: Person) -> tuple[str, ...]:
    """By what somebody logs in, in lower case."""
    return tuple(filter(None, (person.email.lower(), person.user_name.lower())))


def parse_action(option: str, text: str | None, needs_number: bool) -> str | None:
    """Read what was done: a number of the portal's, or its name for it, in the portal's case.

    :param needs_number: where the portal is not asked for it.
    :raises OptionError: if it is neither, or is nothing that the portal shows.
    """
    if text is None:
        return None
    stripped = text.strip()
    number = int(stripped) if stripped.isascii() and stripped.isdigit() else None
    if number is None:
        if not (stripped.isascii() and stripped.isalnum()):
            raise OptionError(
                option, f"'{printable(text)}' is no number, and no name such as RoomCreated."
            )
        known = {name.lower(): (name, number) for name, number in _NUMBERS.items()}
        name, number = known.get(stripped.lower(), (stripped, None))
        if needs_number and number is None:
            raise OptionError(
                option,
                f"'{printable(text)}' has no number that is known here; give the number, which"
                " events tell as action_number.",
            )
        stripped = name if not needs_number else str(number)
    elif not 0 < number <= _MAX_NUMBER:
        raise OptionError(option, f"'{printable(text)}' is no number of an action.")
    if number in HIDDEN_ACTIONS:
        raise OptionError(
            option,
            f"'{printable(text)}' is written by the portal and never shown; leave it out, and look"
            " at the history of the room.",
        )
    return stripped


def number_of(action: str | None) -> int | None:
    """The number of an action, None if it is not known."""
    if action is None:
        return None
    return int(action) if action.isdigit() else _NUMBERS.get(action)


def needs_names(action: str | None) -> bool:
    """Whether only the portal knows if there is such an action."""
    return action is not None and not action.isdigit() and action not in _NUMBERS


def known_action(option: str, name: str, known: Sequence[str]) -> str:
    """A name in the case in which the portal has it.

    :raises OptionError: if the portal has none such.
    """
    found = {each.lower(): each for each in known if each != "None"}
    if name.lower() in found:
        return found[name.lower()]
    near = get_close_matches(name.lower(), found, 3, 0.7)
    hint = f"; there is {listed([found[each] for each in near])}" if near else ""
    raise OptionError(option, f"the portal has no action '{printable(name)}'{hint}.")


def check_target(option: str, target: str | None, action: str | None) -> str | None:
    """Read the id of what something was done to.

    :raises OptionError: if nothing says what was done, as the portal ignores it then.
    """
    if target is None:
        return None
    if action is None:
        raise OptionError(
            option, "works only together with action, as the portal ignores it otherwise; add it."
        )
    return target.strip().lower()
