# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What is worth a warning where the access to rooms changes, or does not as one may think."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.errors import MAX_LISTED
from .._base.moments import written
from .._base.references import Reference
from .._base.texts import listed, printable
from .._plan.access import AccessPlan, Affected
from .._plan.access_list_rules import unknown_entries
from .._plan.access_rules import AccessRules
from .._plan.access_subjects import Directory
from .._plan.access_words import by_groups, with_cause
from .._plan.effective_access import ADMINISTRATOR, EVERYONE, GROUP
from .._plan.people import UNKNOWN
from .._plan.room_levels import NONE, level_name
from .access import expiring, still_in


def access_warnings(
    plans: Sequence[AccessPlan], directory: Directory, rules: AccessRules
) -> list[str]:
    """What to say of plans, whether they were carried out or only previewed."""
    warnings = _unknown(plans, directory, rules)
    for plan in plans:
        warnings += [_still_in(each, plan, rules) for each in still_in(plan)]
        warnings += _everybody(plan)
        warnings += _by_links(plan)
        warnings += _invited(plan)
        warnings += _expiring(plan, directory, rules)
    exact = [each.room.label for each in plans if each.desired.exact and each.room.has_links]
    if exact:
        warnings.append(
            f"{listed(exact)}: people who came by an external link are in no list, so exact does"
            " not put them out; it leaves links as they are."
        )
    return few_in_all(warnings)


def few_in_all(warnings: Sequence[str]) -> list[str]:
    """Warnings if they are not too many to be read."""
    most = 5 * MAX_LISTED
    more = len(warnings) - most
    rest = [f"{more} more warnings of this kind; see rooms in the result."] if more > 0 else []
    return [*warnings[:most], *rest]


def _unknown(plans: Iterable[AccessPlan], directory: Directory, rules: AccessRules) -> list[str]:
    """One warning for each entry that means nobody, with the rooms that name it."""
    places: dict[str, list[str]] = {}
    for plan in plans:
        for each in unknown_entries(plan, directory):
            if each.choice(rules.unknown_users) == "warn":
                is_person = isinstance(each.entry.reference, Reference)
                what = UNKNOWN if is_person else "is no group of this portal"
                places.setdefault(f"{each.entry.label} {what}", []).append(plan.room.label)
    return [f"{what}; named for {listed(rooms)}." for what, rooms in places.items()]


def _still_in(affected: Affected, plan: AccessPlan, rules: AccessRules) -> str:
    person, access = affected.person, affected.after
    names = {**person.groups, **plan.group_names}
    has_ended = person in plan.ended_people
    start = f"{person.label} has no entry in {plan.room.label}{' any more' if has_ended else ''}"
    if access and access.cause == GROUP:
        refused = ""
        if person in plan.named_out and rules.only_by_group == "refuse":
            refused = (
                " Until then, to put this person out is refused, unless only_by_group is set to"
                " warn."
            )
        return (
            f"{start}, but is still in as {access.level_name} {by_groups(access, names)}; take this"
            f" person out of the group, or the group out of the room.{refused}"
        )
    if access and access.cause == ADMINISTRATOR:
        return (
            f"{start}, but still sees and reads it as an administrator of the portal; only another"
            " type of account ends that."
        )
    return f"{start}, but is still in as {with_cause(access, names)}."


def _everybody(plan: AccessPlan) -> list[str]:
    """What no list of people tells: the group that everybody is in gives or loses something."""
    warnings = []
    for each in plan.changes:
        if each.subject.id == EVERYONE:
            what = (
                "is put out of it: everybody with an account loses what only this group gave"
                if each.after == NONE
                else f"is in it as {level_name(each.after)}: everybody with an account gets in"
            )
            warnings.append(
                f"{plan.room.label}: the group Everyone {what}. Only people whom the task names, or"
                " who are in other groups that change, are shown one by one."
            )
    return warnings


def _by_links(plan: AccessPlan) -> list[str]:
    """What no list tells: who is put out may be in by a link that they opened."""
    out = {each.subject.person for each in plan.removals if each.subject.person}
    gone = [each for each in out if not plan.access_after(each)]
    if not (gone and plan.room.has_links):
        return []
    return [
        f"{plan.room.label} has external links: who is put out and has opened one before is still"
        " in by it, and no list shows that. Remove these links, or give them a new password, to end"
        " it."
    ]


def _invited(plan: AccessPlan) -> list[str]:
    names = [printable(each.subject.person.email) for each in plan.invited if each.subject.person]
    if not names:
        return []
    verb = "gets an account" if len(names) == 1 else "get accounts"
    return [
        f"{listed(names)} {verb} as guest{'s' if len(names) > 1 else ''}, with a mail that invites"
        f" to {plan.room.label}, whatever notify says."
    ]


def _expiring(plan: AccessPlan, directory: Directory, rules: AccessRules) -> list[str]:
    warnings = []
    for subject, entry in expiring(plan, directory, rules):
        notes = [printable(entry.reason)] if entry.reason else []
        notes += [f"approved by {printable(entry.approved_by)}"] if entry.approved_by else []
        why = f" ({'; '.join(notes)})" if notes else ""
        until = written(entry.until) if entry.until else ""
        warnings.append(
            f"The access of {subject.label} to {plan.room.label} is taken away by the first run"
            f" after {until}{why}."
        )
    return warnings
