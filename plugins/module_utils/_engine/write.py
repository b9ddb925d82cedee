# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""One protocol for every write: send it, look what became of it, and say what is true.

1. The smallest requests are sent, one after the other.
2. If the answer shows all that was planned, that proves it. If the first request is refused for
   certain, nothing was done.
3. Otherwise the portal is read, again after 1 and 2 seconds while something is missing.
4. What is seen is compared with the plan. Every difference is named.
5. If nothing can be read, that is said, and counts as a change.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from .._base.errors import DocSpaceError, RequestError
from .._base.texts import listed

#: Seconds before each look at what became of a write. The portal may still be at work on one whose
#: answer was lost, and one of several servers may for a moment not know what another has done.
RETRY_DELAYS = (0, 1, 2)
#: People per request: a portal needs about 40 ms for each, and proxies cut a request at 60 s.
BATCH = 100
#: What to do where it is not known what became of a write.
RUN_AGAIN = "Run the task again to find out and to complete it."

Seen = TypeVar("Seen")


class Effect(NamedTuple):
    """Something that a plan makes so, and that was not so before.

    :param kind: what is done, as the noun calls it: ``added``, ``removed``, the name of an option.
    :param item: to whom or what.
    """

    kind: str
    item: Any


class Difference(NamedTuple):
    """A point in which the portal is not as planned.

    :param text: in words.
    :param effect: what is missing of the plan; None if something else is different.
    :param is_certain: whether the effect is not there because nothing was done. If the portal is
        neither as before nor as planned, it may have been done and changed again by somebody else.
    """

    text: str
    effect: Effect | None = None
    is_certain: bool = True


class Gone(DocSpaceError):
    """What was to be changed does not exist any more.

    :param may_be_done: whether something may have been done before it went.
    """

    def __init__(self, message: str, code: str, may_be_done: bool, **details: Any) -> None:
        super().__init__(message, code, status=404, **details)
        self.may_be_done = may_be_done


class Write(ABC, Generic[Seen]):
    """What a noun brings for one write; the rest is :func:`carry_out`."""

    #: What is written, at the beginning of a message.
    subject: str
    #: All that is planned.
    effects: tuple[Effect, ...]
    #: What to do if it is not known what became of this.
    advice = RUN_AGAIN

    @abstractmethod
    def send(self) -> Iterator[Seen | None]:
        """Send the requests, and give what each answer shows; None if that is not all.

        :raises RequestError: when a request fails.
        :raises Gone: when there is nothing to change any more.
        """

    @abstractmethod
    def look(self) -> Seen:
        """Read what became of it, at the least cost.

        :raises RequestError: when it cannot be read.
        :raises Gone: when there is nothing to look at any more.
        """

    @abstractmethod
    def differences(self, seen: Seen) -> Sequence[Difference]:
        """Compare what is seen with what was planned."""

    def explain(self, seen: Seen) -> Sequence[str]:
        """Sentences on why something is not as planned, if the noun can tell."""
        return ()

    def details(self, seen: Seen | None) -> Mapping[str, Any]:
        """What it is about, for machines, in a failure."""
        return {}


@dataclass
class Outcome(Generic[Seen]):
    """What became of a write.

    :param done: the effects that are certain; None if it is not known.
    :param seen: how the portal is afterwards, if it was seen.
    :param failure: why it is not as planned, if it is not.
    """

    done: tuple[Effect, ...] | None = ()
    seen: Seen | None = None
    warnings: list[str] = field(default_factory=list)
    failure: DocSpaceError | None = None

    @property
    def changed(self) -> bool:
        """Whether something was changed, or may have been."""
        return self.done is None or bool(self.done)

    @property
    def is_known(self) -> bool:
        """Whether it is known what was done."""
        return self.done is not None

    def items(self, kind: str) -> list[Any]:
        """To whom or what something was done for certain."""
        return [effect.item for effect in self.done or () if effect.kind == kind]

    def follow(self, later: Outcome[Any]) -> None:
        """Add what became of a later write for the same noun."""
        known = self.done is not None and later.done is not None
        self.done = (*(self.done or ()), *(later.done or ())) if known else None
        self.warnings += later.warnings
        self.failure = self.failure or later.failure

    def demand_success(self, **facts: Any) -> None:
        """End the task if it failed.

        :param facts: what was done, for the result; left out if it is not known.
        :raises DocSpaceError: the failure.
        """
        if self.failure:
            known = {} if self.done is None else facts
            self.failure.facts = {"changed": self.changed, **known}
            raise self.failure


def carry_out(write: Write[Seen]) -> Outcome[Seen]:
    """Do what is planned, and compare the portal with the plan."""
    seen: Seen | None = None
    error: RequestError | None = None
    sent = False
    try:
        try:
            for answer in write.send():
                seen, sent = answer, True
        except RequestError as caught:
            if not (sent or caught.may_be_done):
                return Outcome(failure=caught)
            error, seen = caught, None
        if seen is None:
            seen = _look(write)
    except Gone as gone:
        return Outcome(None if sent or gone.may_be_done else (), failure=gone)
    except RequestError as read_error:
        return Outcome(None, failure=_unverified(write, error, read_error))
    differences = write.differences(seen)
    missing = {each.effect for each in differences}
    done = tuple(each for each in write.effects if each not in missing)
    if differences:
        is_certain = all(each.is_certain for each in differences)
        failure = _not_as_planned(write, seen, differences, error)
        return Outcome(done if is_certain else None, seen, failure=failure)
    return Outcome(done, seen, [_done_despite(error)] if error else [])


def _look(write: Write[Seen]) -> Seen:
    for delay in RETRY_DELAYS:
        time.sleep(delay)
        seen = write.look()
        if not write.differences(seen):
            break
    return seen


def _done_despite(error: RequestError) -> str:
    return f"The change was made in full, although the portal answered otherwise: {error}"


def _not_as_planned(
    write: Write[Seen], seen: Seen, differences: Sequence[Difference], error: RequestError | None
) -> DocSpaceError:
    reasons = [*write.explain(seen), *([str(error)] if error else [])]
    return DocSpaceError(
        f"{write.subject} is not as planned: {listed([each.text for each in differences], '; ')}."
        f" {' '.join(reasons) or 'The portal does not say why; run the task again.'}",
        error.code if error else "not_as_planned",
        status=error.status if error else None,
        **write.details(seen),
    )


def _unverified(
    write: Write[Seen], error: RequestError | None, read_error: RequestError
) -> DocSpaceError:
    cause = error or read_error
    return DocSpaceError(
        f"{error or 'The portal accepted the change.'} What became of it could not be read:"
        f" {read_error}" + (f" {write.advice}" if write.advice else ""),
        cause.code,
        status=cause.status,
        verified=False,
        **write.details(None),
    )
