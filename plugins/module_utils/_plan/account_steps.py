# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""In which order the plan for accounts is carried out, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .._base.errors import DocSpaceError
from .._portal.model.person import Person
from .account_change import AccountChange
from .accounts import AccountsPlan
from .lowering import Lowering

#: Types per request: a portal needs about a second for each.
TYPES_AT_ONCE = 20


@dataclass(frozen=True, eq=False)
class Action:
    """One write, or several requests of the same kind.

    :param kind: ``lower``, ``disable``, ``enable``, ``type``, ``email``, ``invite``, ``create``,
        ``quota`` or ``password_link``.
    :param type: what all of them get, as with the quota.
    """

    kind: str
    changes: tuple[AccountChange, ...]
    type: str = ""
    quota: int | None = None
    lowering: Lowering | None = None


@dataclass(frozen=True)
class Step:
    """Actions that come before all later ones.

    :param title: what is done, in words.
    :param side_by_side: whether one of them may fail without harm to the others.
    """

    title: str
    actions: tuple[Action, ...]
    side_by_side: bool = False


@dataclass(frozen=True)
class AccountDeed:
    """What became of an action.

    :param done: the accounts for which it was done for certain; None if that is not known.
    :param seen: accounts as they were seen afterwards, as far as they were.
    :param changed: whether something was changed, or may have been.
    """

    action: Action
    done: tuple[AccountChange, ...] | None
    changed: bool
    seen: Mapping[AccountChange, Person] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    failure: DocSpaceError | None = None


def account_steps(
    plan: AccountsPlan, lowerings: Sequence[Lowering] = (), send_password_link: bool = False
) -> list[Step]:
    """The steps of a plan: first what frees paid seats, then what takes them.

    :param lowerings: of the plan's lowered accounts, in the order in which their types go down.
    """
    invited = [each for each in plan.created if each.create == "invite"]
    active = [each for each in plan.created if each.create == "active"]
    free = tuple(each for each in plan.enabled if each.seats <= 0)
    paid = [each for each in plan.enabled if each.seats > 0]
    lowered = {each.before.id: each for each in plan.lowered if each.before}
    quotas: dict[int, list[AccountChange]] = {}
    for each in plan.changes:
        if each.quota is not None:
            quotas.setdefault(each.quota, []).append(each)
    steps = [
        Step(
            "lowering types",
            tuple(
                Action("lower", (lowered[each.person.id],), each.type, lowering=each)
                for each in lowerings
            ),
        ),
        Step("disabling accounts", _all("disable", plan.disabled)),
        Step(
            "enabling accounts",
            (
                *_all("enable", free),
                # Their seats may be full, after some of a request.
                *(Action("enable", (each,)) for each in paid),
            ),
        ),
        Step("changing types", tuple(_types(plan.retyped))),
        Step(
            "changing addresses",
            tuple(Action("email", (each,)) for each in plan.changes if each.email),
            side_by_side=True,
        ),
        Step("inviting people", _all("invite", invited)),
        Step(
            "making accounts",
            tuple(Action("create", (each,)) for each in active),
            side_by_side=True,
        ),
        Step(
            "sending links for passwords",
            tuple(Action("password_link", (each,)) for each in active if send_password_link),
            side_by_side=True,
        ),
        Step(
            "setting quotas",
            tuple(
                Action("quota", tuple(changes), quota=quota)
                for quota, changes in sorted(quotas.items())
            ),
        ),
    ]
    return [step for step in steps if step.actions]


def _all(kind: str, changes: Sequence[AccountChange]) -> tuple[Action, ...]:
    return (Action(kind, tuple(changes)),) if changes else ()


def _types(changes: Sequence[AccountChange]) -> list[Action]:
    by_type: dict[str, list[AccountChange]] = {}
    for each in changes:
        by_type.setdefault(each.type or "", []).append(each)
    return [Action("type", tuple(several), kind) for kind, several in by_type.items()]
