# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what people who leave have, and who may take over, with few requests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .._base.references import Reference
from .._plan.new_managers import NewManagers
from .._plan.offboarding import OffboardingPlan
from .._plan.offboarding_rules import check_can_manage
from .._portal.model.group import Group
from .._portal.model.person import Person
from .._portal.portal import Portal
from .group_reads import find_groups
from .people_reads import find_people
from .rights import credential_owner


def groups_of(portal: Portal, people: Iterable[Person]) -> tuple[dict[str, Group], list[str]]:
    """The groups that people are in, by their ids, and warnings of those that are gone."""
    names = {key: name for person in people for key, name in person.groups.items()}
    found = find_groups(portal, sorted(names))
    groups = {key: each[0] for key, each in found.items() if each}
    gone = [Group(key, names[key], 0).label for key in sorted(names) if key not in groups]
    return groups, [f"The group {label} was deleted by somebody else meanwhile." for label in gone]


def find_new_managers(
    portal: Portal, wanted: Mapping[str, Reference], new_managers: NewManagers
) -> dict[str, Person]:
    """Who is to manage which group, by its id.

    :param wanted: as they are named.
    :param new_managers: by which options they are.
    :raises DocSpaceError: naming who cannot be in a group.
    """
    references = tuple(dict.fromkeys(wanted.values()))
    found = find_people(portal, references, portal.people.listing)
    check_can_manage(new_managers, references, found)
    return {group_id: found[reference] for group_id, reference in wanted.items()}


def find_owner(portal: Portal, plan: OffboardingPlan) -> Person | None:
    """Whose credential a task uses, where the portal might refuse to disable an administrator."""
    # Only administrators may disable anybody, so nobody else can be the owner of the key.
    if not any(each.to_disable and each.person.type == "docspace_admin" for each in plan.leavers):
        return None
    return credential_owner(portal, [each.person for each in plan.leavers])
