# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Why a task cannot go on: a sentence for people, a code for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

#: A message names so many things at most; of more, the others are counted.
MAX_LISTED = 10


class DocSpaceError(Exception):
    """Ends the task.

    :param message: one sentence: what was wrong, where, and what to do.
    :param code: the kind of failure, stable across releases.
    :param details: more for machines, shown beside the code.
    """

    def __init__(self, message: str, code: str, **details: Any) -> None:
        super().__init__(message)
        self.code = code
        self.details = details
        #: Of several as one, each of them.
        self.reasons: Sequence[DocSpaceError] = (self,)
        #: What had been done by then; a failure without facts has changed nothing.
        self.facts: dict[str, Any] = {"changed": False}
        #: Whether another run would not help, or do harm, before somebody has looked.
        self.is_final = False

    def result(self) -> dict[str, Any]:
        """The failed task's result, ready for ``fail_json``."""
        failure = {"code": self.code, "status": None, **self.details}
        return {"msg": str(self), "failure": failure, **self.facts}


class OptionError(DocSpaceError):
    """A value that no request could make right; found before the first one is sent.

    :param option: the option's name; of what is in a list or a mapping, behind it and a comma.
    :param message: what is wrong with it and what to do.
    """

    def __init__(self, option: str, message: str) -> None:
        super().__init__(f"{option}: {message}", "invalid_option", option=option.partition(",")[0])

    def with_advice(self, sentence: str) -> OptionError:
        """The same with one sentence more."""
        option, _colon, message = str(self).partition(": ")
        return OptionError(option, f"{message} {sentence}")


@contextmanager
def within(option: str) -> Iterator[None]:
    """Name the option in which the options are that something is wrong with.

    :raises OptionError: that is raised inside, with this option in front.
    """
    try:
        yield
    except OptionError as error:
        inner, _colon, message = str(error).partition(": ")
        raise OptionError(f"{option}, {inner}", message) from None


class RequestError(DocSpaceError):
    """A request without a usable answer.

    :param status: the HTTP status, or None when there was no answer at all.
    :param may_be_done: whether the portal may have carried out the request all the same, in part
        or in full. Only for some statuses is it certain that it has not.
    """

    #: Whether the portal says that a value in the request is malformed, so that it is nothing's.
    is_malformed = False

    def __init__(
        self, message: str, code: str, status: int | None = None, may_be_done: bool = True
    ) -> None:
        super().__init__(message, code, status=status)
        self.status = status
        self.may_be_done = may_be_done


@contextmanager
def collect_errors(errors: list[DocSpaceError]) -> Iterator[None]:
    """Keep a reason not to go on, and go on all the same to find the others."""
    try:
        yield
    except DocSpaceError as error:
        errors.append(error)


def combine_errors(errors: Sequence[DocSpaceError]) -> DocSpaceError:
    """Several reasons not to go on as one, numbered; a single one stays as it is."""
    errors = [each for error in errors for each in error.reasons]
    if len(errors) == 1:
        return errors[0]
    shown = enumerate(errors[:MAX_LISTED], start=1)
    message = " ".join(f"({number}) {error}" for number, error in shown)
    if len(errors) > MAX_LISTED:
        message += f" And {len(errors) - MAX_LISTED} more, which are in failure.problems."
    several = DocSpaceError(
        message,
        "several",
        problems=[{"msg": str(error), "code": error.code, **error.details} for error in errors],
    )
    several.reasons = errors
    return several
