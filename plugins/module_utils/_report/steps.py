# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How plans of several steps, and what became of them, look in results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._base.errors import MAX_LISTED, DocSpaceError, combine_errors
from .._base.texts import listed
from .._plan.steps import Deed, Step
from .._portal.model.person import Person


def what_became(person: Person, steps: Sequence[Step], deeds: Sequence[Deed]) -> dict[str, Any]:
    """What became of a plan for one person: whether something changed, and what failed."""
    mine = [deed for deed in deeds if person in deed.action.people]
    begun = [deed.action for deed in mine]
    failures = [deed.failure for deed in mine if deed.failure and person not in (deed.done or ())]
    sentences = [str(failure) for failure in failures]
    if any(
        person in action.people and action not in begun for step in steps for action in step.actions
    ):
        sentences.append("The rest was not begun.")
    return {
        "changed": any(_concerns(deed, person) for deed in mine),
        "failed": bool(sentences),
        "msg": " ".join(sentences),
    }


def failure_of_steps(
    what: str,
    steps: Sequence[Step],
    deeds: Sequence[Deed],
    facts: dict[str, Any],
    advice: str = "",
) -> DocSpaceError | None:
    """The failure of some writes, with what was not begun because of it; None if all went well.

    :param what: is not so, at the beginning of the message.
    :param facts: for the result.
    :param advice: what another run would not do, and how to do it.
    """
    failures = [deed.failure for deed in deeds if deed.failure]
    if not failures:
        return None
    cause = combine_errors(failures)
    done = [deed.action for deed in deeds]
    left = [step.title for step in steps if step.actions[0] not in done]
    not_begun = f" Not begun: {listed(left)}." if left else ""
    message = f"{cause}{not_begun}"
    again = "Run the task again to complete it."
    if not (str(cause).endswith(again) or any(each.is_final for each in failures)):
        message += f" {again}"
    if advice:
        message += f" {advice}"
    failure = DocSpaceError(f"{what}: {message}", cause.code, **cause.details)
    failure.facts = facts
    return failure


def few(warnings: Sequence[str], what: str, where: str) -> list[str]:
    """Warnings if they are few; of more, the number of the others.

    :param where: in the result they all are.
    """
    more = len(warnings) - MAX_LISTED
    rest = [f"{more} more people {what}; see {where}."] if more > 0 else []
    return [*warnings[:MAX_LISTED], *rest]


def _concerns(deed: Deed, person: Person) -> bool:
    """Whether something was changed about somebody, or may have been."""
    if len(deed.action.people) == 1:
        return deed.changed
    return deed.done is None or person in deed.done
