# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: groups_plan
short_description: Compare groups as code with the groups of a DocSpace portal
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - What has to be done so that the groups of a portal are as C(docspace_groups) wants them. The
    role P(onlyoffice.docspace.groups#role) does that, and this filter is made for it. What it
    returns may change without notice.
positional: _input, portal, people
options:
  _input:
    description: The list C(docspace_groups) of the role P(onlyoffice.docspace.groups#role).
    type: list
    elements: dict
    required: true
  portal:
    description: All groups of the portal, as M(onlyoffice.docspace.group_info) returns them.
    type: list
    elements: dict
    required: true
  people:
    description: The result of M(onlyoffice.docspace.user_info) for the people in RV(_value.people).
      Before there is one, an empty dictionary.
    type: dict
    default: {}
  prune:
    description: Whether to delete the groups that are not in the list.
    type: bool
    default: false
  prune_limit:
    description: The most groups that may be deleted for that reason, as a number or a percentage.
    type: str
    default: 10%
  prune_ldap:
    description: Whether groups that a directory synchronisation (LDAP) owns are among them.
    type: bool
    default: false
  allow_ldap:
    description: Whether groups that a directory synchronisation (LDAP) owns may be in the list.
    type: bool
    default: false
  unknown_members:
    description: What to do about people who are not on the portal. Among the members of new groups
      they are left out, unless this is V(fail).
    type: str
    choices: [fail, warn, ignore]
    default: fail
"""

EXAMPLES = r"""
- name: Read the groups of the portal
  onlyoffice.docspace.group_info:
  register: portal

- name: Tell what speaks against the list
  ansible.builtin.debug:
    msg: "{{ plan.problems }}"
  vars:
    plan: "{{ docspace_groups | onlyoffice.docspace.groups_plan(portal.groups) }}"
"""

RETURN = r"""
_value:
  description: The plan.
  type: dict
  contains:
    problems:
      description: What speaks against it, one sentence each. If there is any, do nothing.
      type: list
      elements: str
    people:
      description: The people in new groups, and new managers, who are to be looked up first.
      type: list
      elements: str
    writes:
      description: Options of M(onlyoffice.docspace.group) for groups to create or change,
        each with the group's name as C(title), as it may be shown.
      type: list
      elements: dict
    memberships:
      description: The option O(onlyoffice.docspace.memberships#module:memberships) for the groups
        that exist.
      type: list
      elements: dict
    later:
      description: The same for what does not fit into the creation of large groups.
      type: list
      elements: dict
    deletions:
      description: The groups to delete, each with its id, and its name as C(title) like above.
      type: list
      elements: dict
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Callable

from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._groups import (
    MOST_MEMBERS,
    check_name,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._membership import (
    RemovalLimit,
    guid,
)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One entry of docspace_groups; None stands for what it does not say."""

    name: str
    id: str | None
    manager: str | None
    exact: tuple[str, ...] | None
    add: tuple[str, ...]
    remove: tuple[str, ...]
    absent: bool
    twice: bool

    @classmethod
    def from_row(cls, row: Row) -> Entry:
        """Read what the role's argument specification has checked."""
        exact = row.get("members") if row.get("exact") is None else row["exact"]
        manager = row.get("manager")
        return cls(
            name=str(row["name"]),
            id=None if row.get("id") is None else str(row["id"]),
            manager=None if manager is None else str(manager).strip(),
            exact=None if exact is None else _texts(exact),
            add=_texts(row.get("add")),
            remove=_texts(row.get("remove")),
            absent=row.get("state") == "absent",
            twice=row.get("members") is not None and row.get("exact") is not None,
        )

    @property
    def title(self) -> str:
        """This entry in a message."""
        return printable(f'"{self.name}"' + (f" ({self.id})" if self.id else ""))

    @property
    def joining(self) -> list[str]:
        """Everybody who is to be a member: a manager always is one."""
        return list(dict.fromkeys([*([self.manager] if self.manager else []), *self.members]))

    @property
    def members(self) -> tuple[str, ...]:
        """The people to add, or to be the only members."""
        return self.add if self.exact is None else self.exact

    def membership(self, group: str) -> list[dict[str, Any]]:
        """What the module memberships is to do, if anything."""
        if self.exact is not None:
            return [{"group": group, "exact": self.joining}]
        if self.add or self.remove:
            # The manager too, so that removing the manager is found out as a contradiction.
            return [{"group": group, "add": self.joining, "remove": list(self.remove)}]
        return []

    def problems(self) -> list[str]:
        """What is wrong with this entry by itself."""
        found = []
        if self.twice:
            found.append(f"{self.title}: members and exact mean the same; leave one out.")
        if self.exact is not None and (self.add or self.remove):
            found.append(f"{self.title}: members excludes add and remove.")
        if self.id is not None and guid(self.id) is None:
            found.append(f"{self.title}: the id is none; copy it from an export, or leave it out.")
        return found


@dataclass(frozen=True)
class Found:
    """An entry, and its group on the portal if there is one."""

    entry: Entry
    group: Row | None

    def problems(self, allow_ldap: bool) -> list[str]:
        """What stands against making the group as wanted."""
        entry, group, found = self.entry, self.group, []
        if group is None:
            if entry.absent:
                return []
            if entry.id and not guid(entry.id):
                return []  # said already
            if entry.id:
                return [
                    f"{entry.title}: the portal has no group with this id; leave the id out to"
                    " create one."
                ]
            if guid(entry.name):
                return [f"{entry.title}: a group is not created with an id as its name."]
            return _name_problems(entry)
        if group["ldap"] and not allow_ldap:
            found.append(
                f"{entry.title} belongs to a directory synchronisation (LDAP), which would undo"
                " changes; leave it out, or set docspace_groups_allow_ldap."
            )
        if not entry.absent and entry.name != group["name"]:
            found += _name_problems(entry)
        manager = group["manager"]
        if not entry.absent and entry.manager == "" and manager and _is_disabled(manager):
            found.append(
                f"{entry.title}: the manager {_who(manager)} is disabled, and cannot end being"
                " manager without leaving the group; enable or remove this person first."
            )
        return found

    def creation(self, unknown: frozenset[str]) -> dict[str, Any]:
        """How the module group creates it."""
        members = [each for each in self.entry.members if each not in unknown]
        manager = {"manager": self.entry.manager} if self.entry.manager else {}
        name = self.entry.name
        return {
            "title": printable(name),
            "group": name,
            "members": members[:MOST_MEMBERS],
            **manager,
        }

    def change(self) -> dict[str, Any]:
        """How the module group changes it, {} if it need not."""
        if self.group is None:
            return {}
        change = {}
        if self.entry.name != self.group["name"]:
            change["name"] = self.entry.name
        if self.entry.manager is not None and not _is_manager(self.entry.manager, self.group):
            change["manager"] = self.entry.manager
        about = {"title": printable(self.entry.name), "group": self.group["id"]}
        return {**about, **change} if change else {}


def groups_plan(
    wanted: Sequence[Row],
    portal: Sequence[Row],
    people: Row | None = None,
    prune: bool = False,
    prune_limit: str = "10%",
    prune_ldap: bool = False,
    allow_ldap: bool = False,
    unknown_members: str = "fail",
) -> dict[str, list[Any]]:
    """See DOCUMENTATION."""
    try:
        entries = [Entry.from_row(row) for row in wanted]
        limit = RemovalLimit.parse("docspace_groups_prune_limit", str(prune_limit))
    except (KeyError, TypeError, AttributeError) as error:
        raise AnsibleFilterError(f"groups_plan: not a list of groups: {error!r}") from error
    except OptionError as error:
        raise AnsibleFilterError(str(error)) from error
    problems = [problem for entry in entries for problem in entry.problems()]
    pairs = [_found(entry, portal, problems) for entry in entries]
    found = [pair for pair in pairs if pair]
    for pair in found:
        problems += pair.problems(allow_ldap)
    problems += _repeated(found)
    deletions = [pair.group for pair in found if pair.entry.absent and pair.group]
    # Without knowing what each entry means, nobody knows what is not listed.
    if prune and not problems:
        listed = {pair.group["id"] for pair in found if pair.group}
        prunable = [group for group in portal if prune_ldap or not group["ldap"]]
        surplus = [group for group in prunable if group["id"] not in listed]
        problems += _too_many(surplus, len(prunable), limit)
        deletions += surplus

    present = [pair for pair in found if not pair.entry.absent]
    new = [pair for pair in present if pair.group is None]
    changes = [pair.change() for pair in present]
    named = [each for pair in new for each in pair.entry.joining]
    named += [change["manager"] for change in changes if change.get("manager")]
    unknown = frozenset(people["unknown"] if people and "unknown" in people else ())
    managers = {pair.entry.manager for pair in new} | {each.get("manager") for each in changes}
    refused = unknown if unknown_members == "fail" else unknown & managers
    problems += _unusable(people, sorted(refused))
    return {
        "problems": problems,
        "people": list(dict.fromkeys(named)),
        "writes": [pair.creation(unknown) for pair in new] + [each for each in changes if each],
        "memberships": [
            each
            for pair in present
            if pair.group
            for each in pair.entry.membership(pair.group["id"])
        ],
        "later": [
            each
            for pair in new
            if len(pair.entry.members) > MOST_MEMBERS
            for each in pair.entry.membership(pair.entry.name)
        ],
        "deletions": [
            {"id": group["id"], "title": printable(group["name"])} for group in deletions
        ],
    }


def _texts(values: Iterable[Any] | None) -> tuple[str, ...]:
    # The argument specification takes a text for a list too.
    if isinstance(values, str):
        values = values.split(",")
    return tuple(str(value).strip() for value in values or ())


def _found(entry: Entry, portal: Sequence[Row], problems: list[str]) -> Found | None:
    """The group that an entry means; None, with a problem, if that is not clear."""
    if entry.id is not None:
        groups = [group for group in portal if group["id"] == guid(entry.id)]
    else:
        groups = [group for group in portal if group["name"] == entry.name]
    if len(groups) > 1:
        ids = ", ".join(sorted(group["id"] for group in groups))
        problems.append(
            f"{entry.title}: {len(groups)} groups of the portal have this name; give the id of the"
            f" one you mean: {ids}."
        )
        return None
    return Found(entry, groups[0] if groups else None)


def _repeated(found: Sequence[Found]) -> list[str]:
    """Groups that stand in the list twice, and new ones whose name exists."""
    problems: list[str] = []
    times = Counter(pair.group["id"] for pair in found if pair.group)
    problems += [
        f"The group {group_id} stands in the list {count} times; merge."
        for group_id, count in times.items()
        if count > 1
    ]
    new = Counter(
        pair.entry.name
        for pair in found
        if pair.group is None and not pair.entry.absent and not pair.entry.id
    )
    problems += [
        f"{printable(name)!r} stands in the list {count} times, and groups of equal names are not"
        " created; give them different names."
        for name, count in new.items()
        if count > 1
    ]
    return problems


def _name_problems(entry: Entry) -> list[str]:
    try:
        check_name("name", entry.name)
    except OptionError as error:
        return [f"{entry.title}: {error}"]
    return []


def _too_many(surplus: Sequence[Row], total: int, limit: RemovalLimit) -> list[str]:
    if limit.allows(len(surplus), total):
        return []
    names = ", ".join(sorted(printable(f"{group['name']} ({group['id']})") for group in surplus))
    return [
        f"docspace_groups_prune would delete {len(surplus)} of {total} groups, and"
        f" docspace_groups_prune_limit allows {limit.text}: {names}."
    ]


def _unusable(people: Row | None, unknown: Sequence[str]) -> list[str]:
    """Who cannot be in a group: the portal would refuse them when others are written already."""
    problems = [f"{printable(each)} is nobody on this portal." for each in unknown]
    for person in (people or {}).get("users") or ():
        if person["type"] == "guest":
            problems.append(f"{_who(person)} is a guest, and guests cannot be in groups.")
        elif _is_disabled(person):
            problems.append(f"{_who(person)} is disabled; enable the account, or leave it out.")
    return problems


def _is_disabled(person: Row) -> bool:
    return bool(person["status"] == "disabled")


def _who(person: Row) -> str:
    return printable(f"{person['email'] or person['id']} ({person['display_name']})")


def _is_manager(reference: str, group: Row) -> bool:
    """Whether a reference certainly means the manager; a user name is left to the module."""
    manager = group["manager"]
    if not manager or not reference:
        return not manager and not reference
    email = (manager["email"] or "").lower()
    return manager["id"] == guid(reference) or email == reference.lower()


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"groups_plan": groups_plan}
