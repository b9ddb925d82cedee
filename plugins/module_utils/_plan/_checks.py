# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task refuses to do, whatever the portal would accept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .._base._errors import DocSpaceError, OptionError
from .._base._texts import check_text, printable, some
from .._portal._model import Group, Person
from .._report._report import group_name, name
from ._membership import Plan, Reference, RemovalLimit, obstacle


def check_filled(option: str, text: str | None, advice: str) -> None:
    """Refuse an option that is given without a content, such as a variable that is empty.

    :raises OptionError: with the advice, or because no request could carry the text.
    """
    if text is None:
        return
    check_text(option, text)
    if not text.strip():
        raise OptionError(option, f"is empty; {advice}")


def check_group(group: Group, allow_ldap: bool) -> None:
    """Refuse groups whose membership is not for a task to change.

    :raises DocSpaceError: for a system group, and for one from a directory unless allowed.
    """
    if group.system:
        raise DocSpaceError(
            f"group: {group_name(group)} is a system group of the portal itself; changing it would"
            " change people's roles and paid seats. Change a person's type in the portal instead.",
            "system_group",
            group=group.id,
        )
    if group.ldap and not allow_ldap:
        raise DocSpaceError(
            f"group: {group_name(group)} comes from a directory (LDAP), and the next"
            " synchronisation would undo the change; change the directory, or set"
            " allow_ldap_group.",
            "ldap_group",
            group=group.id,
        )


def check_listed(group: Group) -> None:
    """Refuse to tell the members of groups whose members the portal does not list.

    :raises DocSpaceError: for a system group.
    """
    if group.system:
        raise DocSpaceError(
            f"group: {group_name(group)} is a system group, and the portal does not list the"
            " members of these. Use user_info with its option type instead.",
            "system_group",
            group=group.id,
        )


def check_people(plan: Plan, unknown: Sequence[Reference], option: str = "members") -> None:
    """Refuse a plan that the portal would carry out only in part, and without a word.

    :param unknown: references that mean nobody and are not allowed to.
    :raises DocSpaceError: naming everybody who stands in the way, and why.
    """
    refused = {each.text: "is nobody on this portal" for each in unknown}
    for person in plan.add:
        reason = obstacle(person)
        if reason:
            refused[name(person)] = reason
    if refused:
        reasons = some([f"{printable(who)} {why}" for who, why in refused.items()], "; ")
        raise DocSpaceError(
            f"{option}: {reasons}. Nothing was changed; correct the list"
            + (", or set unknown_members." if unknown else "."),
            "unusable_members",
            members=sorted(refused),
        )


def check_usable(
    named: Mapping[str, Sequence[Reference]], found: Mapping[Reference, Person]
) -> None:
    """Refuse people who cannot be in a group, whatever option names them.

    :raises DocSpaceError: naming all of them at once, by option, and why.
    """
    refused: dict[str, None] = {}
    sentences = []
    for option, references in named.items():
        reasons = []
        for each in references:
            person = found.get(each)
            reason = obstacle(person) if person else "is nobody on this portal"
            if reason:
                who = name(person) if person else printable(each.text)
                refused[who] = None
                reasons.append(f"{who} {reason}")
        if reasons:
            sentences.append(f"{option}: {some(reasons, '; ')}.")
    if refused:
        raise DocSpaceError(
            f"{' '.join(sentences)} Nothing was changed; correct the task.",
            "unusable_members",
            members=sorted(refused),
        )


def check_removals(plan: Plan, group: Group, limit: RemovalLimit | None) -> None:
    """Refuse a plan that removes more of a group than allowed.

    :raises DocSpaceError: with both numbers.
    """
    check_limit(
        "max_removals",
        limit,
        len(plan.remove),
        size(plan, group),
        f"members of {group_name(group)}",
    )


def check_limit(
    option: str, limit: RemovalLimit | None, removals: int, members: int, what: str
) -> None:
    """Refuse more removals than an option allows.

    :raises DocSpaceError: with both numbers.
    """
    if limit and not limit.allows(removals, members):
        raise DocSpaceError(
            f"{option}: {removals} of {members} {what} would be removed, and the limit is"
            f" {limit.text}. Nothing was changed; check who is named, or raise the limit.",
            f"{option}_exceeded",
            removals=removals,
            members=members,
        )


def size(plan: Plan, group: Group) -> int:
    """How many members a group has, the disabled ones among them that are known."""
    return group.size + sum(person.status == "disabled" for person in plan.before)
