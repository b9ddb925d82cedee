# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: memberships
short_description: Manage the members of many DocSpace groups at once
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes the memberships of many groups of an ONLYOFFICE DocSpace portal as wanted, in one task
    with one plan.
  - Everything is read and checked first. If anything stands in the way, such as an unknown group,
    a guest, or a plan that removes too many, one message names all of it and nothing is changed.
    Then each group that differs is written, with one request that also leaves one audit event and
    one webhook. Groups that are as wanted are not written.
  - A failure in one group does not stop the others. The task then fails, and RV(results) tells for
    each group what was done.
  - Groups must exist. M(onlyoffice.docspace.group_members) does the same for one group.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  memberships:
    description:
      - The groups, each with what is wanted of it.
      - A group may stand here only once.
    type: list
    elements: dict
    required: true
    suboptions:
      group:
        description:
          - The group, by its id (a GUID) or its exact name.
        type: str
        required: true
      add:
        description:
          - People who are to be members, each by id, e-mail address or user name, as in
            M(onlyoffice.docspace.group_members).
        type: list
        elements: str
      remove:
        description:
          - People who are not to be members. Nobody may be in O(memberships[].add) too.
        type: list
        elements: str
      exact:
        description:
          - The people who are to be the only members. An empty list empties the group.
          - Excludes O(memberships[].add) and O(memberships[].remove).
        type: list
        elements: str
  unknown_members:
    description:
      - What to do about people who are not on this portal. V(fail) ends the task before anything
        is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - The default is V(warn) for people in O(memberships[].remove), as people who have left the
        portal are in no group, and V(fail) for all others.
    type: str
    choices: [fail, warn, ignore]
  max_removals:
    description:
      - The most members to remove from any one group, as a number such as V(10), or as a
        percentage of its present members such as V(25%).
      - A task that would remove more fails before anything is changed, in check mode too.
    type: str
  max_removals_total:
    description:
      - The most members to remove from all groups together, as a number, or as a percentage of all
        present members of the groups named. Somebody who is removed from two groups counts twice.
      - A task that would remove more fails before anything is changed, in check mode too.
    type: str
  allow_ldap_group:
    description:
      - Whether to change groups that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo the change, so such groups are refused by default.
    type: bool
    default: false
  parallel:
    description:
      - How many requests may run side by side, from 1 to 15. Two writes on one group never do.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
    details:
      - Only groups that change are shown, with one line for each person.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. Up to three groups are read one by one. Of more, the groups of the
    portal are read by pages of 100, or a page and then one by one if that is fewer.
  - >-
    Memberships are read in the way that costs the portal least - looking up each person who is
    named, which shows all their groups; reading the members of a group by pages of 100, always for
    O(memberships[].exact); or reading all people of the portal with their groups, by pages of 100.
    So 200 groups of 50 members, on a portal of 2,000 people, take 22 requests if nothing is to do.
  - A write covers up to 100 people of one group. Only larger changes are split.
  - The technical accounts of the portal and its system groups are refused.
  - Removing the manager of a group also ends their being its manager. The task warns about that.
seealso:
  - module: onlyoffice.docspace.group_members
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let the lists in the repository decide who is in which group
  onlyoffice.docspace.memberships:
    memberships:
      - group: Engineering
        exact: [ada@example.com, ben@example.com, cleo@example.com]
      - group: Finance
        exact: [dan@example.com]
    max_removals: 25%
    max_removals_total: 10

- name: Somebody changes teams
  onlyoffice.docspace.memberships:
    memberships:
      - group: Engineering
        remove: [eva@example.com]
      - group: Finance
        add: [eva@example.com]

- name: Keep a few people in and others out, whoever else is there
  onlyoffice.docspace.memberships:
    memberships:
      - group: 10000000-0000-4000-8000-000000000004
        add: [finn@example.com]
        remove: [gina@example.com, hugo@example.com]
      - group: Legal
        remove: [gina@example.com, hugo@example.com]
    unknown_members: warn
"""

RETURN = r"""
results:
  description: What was done, for each group in the order of O(memberships).
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    group:
      description: The group as it is after the task.
      type: dict
      contains:
        id:
          description: Its id.
          type: str
          sample: 10000000-0000-4000-8000-000000000004
        name:
          description: Its name.
          type: str
          sample: Engineering
        manager:
          description: Its manager, with the same keys as in RV(results[].added), or null.
          type: dict
        ldap:
          description: Whether a directory synchronisation owns it.
          type: bool
        size:
          description: How many members the portal shows. Disabled ones are not among them.
          type: int
          sample: 4
    added:
      description: The people who were not members before, by e-mail address.
      type: list
      elements: dict
      contains:
        id:
          description: The person's id.
          type: str
          sample: c0000000-0000-4000-8000-000000000005
        display_name:
          description: The person's name.
          type: str
          sample: Eva User05
        email:
          description: The person's e-mail address.
          type: str
          sample: user05@example.org
        status:
          description: V(active), V(disabled), or V(pending) for an invitation not yet accepted.
          type: str
          sample: active
    removed:
      description: The people who are no longer members, with the same keys.
      type: list
      elements: dict
    changed:
      description: Whether this group was changed.
      type: bool
    failed:
      description: Whether this group is not as wanted.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
unknown:
  description: The people named who are not on this portal, as they were written.
  returned: success
  type: list
  elements: str
  sample: [left-long-ago@example.org]
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 22
    write:
      description: Requests that write. Always 0 in check mode, and where nothing changes.
      type: int
      sample: 2
failure:
  description: Why the task failed, for machines.
  returned: failure
  type: dict
  contains:
    code:
      description: The kind of failure.
      type: str
      sample: group_not_found
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._errors import (
    DocSpaceError,
    OptionError,
    all_of,
    noted,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._texts import (
    printable,
    some,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine._reading import (
    Reading,
    Wish,
    find_groups,
    read,
    the_group,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine._writing import apply
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http._connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http._sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._checks import (
    check_filled,
    check_group,
    check_limit,
    check_people,
    check_removals,
    size,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan._membership import (
    NOTHING,
    Plan,
    Reference,
    RemovalLimit,
    group_after,
    references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal._model import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal._portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report._report import (
    difference,
    group_name,
    group_result,
    manager_warnings,
    name,
    people_result,
    unknown_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "memberships": {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": {
            "group": {"type": "str", "required": True},
            "add": {"type": "list", "elements": "str"},
            "remove": {"type": "list", "elements": "str"},
            "exact": {"type": "list", "elements": "str"},
        },
        "mutually_exclusive": [["exact", "add"], ["exact", "remove"]],
        "required_one_of": [["add", "remove", "exact"]],
    },
    "unknown_members": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "max_removals": {"type": "str"},
    "max_removals_total": {"type": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Entry:
    """One entry of the option memberships; its wish still lacks the group."""

    group: str
    add: tuple[Reference, ...]
    remove: tuple[Reference, ...]
    exact: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Entry:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        group = params["group"]
        check_filled("memberships, group", group, "give the id or the exact name of a group.")
        exact = params["exact"] is not None
        lists = {
            key: references(f"memberships, {key} of {printable(group)}", params[key] or [])
            for key in ("add", "remove", "exact")
        }
        return cls(group, lists["exact" if exact else "add"], lists["remove"], exact)


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    entries: tuple[Entry, ...]
    unknown_members: str | None
    max_removals: RemovalLimit | None
    max_removals_total: RemovalLimit | None
    allow_ldap_group: bool
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        parallel = params["parallel"]
        if not 1 <= parallel <= 15:
            raise OptionError("parallel", f"must be from 1 to 15, not {parallel}.")
        limits = {
            option: None if params[option] is None else RemovalLimit.parse(option, params[option])
            for option in ("max_removals", "max_removals_total")
        }
        return cls(
            connection=Connection.from_params(params),
            entries=tuple(Entry.from_params(entry) for entry in params["memberships"]),
            unknown_members=params["unknown_members"],
            allow_ldap_group=params["allow_ldap_group"],
            parallel=parallel,
            **limits,
        )

    def wishes(self, groups: dict[str, list[Group]]) -> tuple[list[Wish], list[DocSpaceError]]:
        """What is wanted of each group, and what is wrong with the groups named."""
        wishes: list[Wish] = []
        problems: list[DocSpaceError] = []
        for entry in self.entries:
            with noted(problems):
                group = the_group(entry.group, groups[entry.group])
                check_group(group, self.allow_ldap_group)
                wishes.append(Wish(group, entry.add, entry.remove, entry.exact))
        times = Counter(wish.group for wish in wishes)
        problems += [
            OptionError("memberships", f"{group_name(group)} stands there {count} times; merge.")
            for group, count in times.items()
            if count > 1
        ]
        return wishes, problems

    def unknown(self, wish: Wish, reading: Reading, choice: str) -> list[Reference]:
        """The references of a wish that mean nobody, and that this choice is made for."""
        return [
            *reading.unknown(wish.add if (self.unknown_members or "fail") == choice else ()),
            *reading.unknown(wish.remove if (self.unknown_members or "warn") == choice else ()),
        ]


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all groups can be made as wanted.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        groups = find_groups(portal, list(dict.fromkeys(entry.group for entry in options.entries)))
        wishes, problems = options.wishes(groups)
        reading = read(portal, wishes)
        changes = [(wish, reading.plan(wish)) for wish in wishes]
        problems += refusals(options, reading, changes)
        if problems:
            raise all_of(problems)

        # apply
        outcomes: list[list[str] | DocSpaceError] = [[] for _change in changes]
        if not check_mode:
            outcomes = portal.side_by_side(lambda change: write(portal, *change), changes)

        # report
        results = [
            result(wish.group, plan, outcome) for (wish, plan), outcome in zip(changes, outcomes)
        ]
        changed = any(each["changed"] for each in results)
        failures = [each for each in outcomes if isinstance(each, DocSpaceError)]
        if failures:
            raise several_failed(failures, results, changed)
        warnings = options.connection.warnings()
        for (wish, plan), outcome in zip(changes, outcomes):
            warnings += outcome if isinstance(outcome, list) else []
            warnings += manager_warnings(wish.group, plan)
        to_warn_of = [each for wish in wishes for each in options.unknown(wish, reading, "warn")]
        warnings += unknown_warnings("memberships", dict.fromkeys(to_warn_of))
        named = dict.fromkeys(each for wish in wishes for each in wish.references)
        report = {
            "changed": changed,
            "results": results,
            "unknown": [each.text for each in reading.unknown(named)],
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            report["diff"] = [
                difference(plan, wish.group) for wish, plan in changes if plan.changes
            ]
        return report


def refusals(
    options: Options, reading: Reading, changes: list[tuple[Wish, Plan]]
) -> list[DocSpaceError]:
    """Everything that speaks against these changes."""
    problems: list[DocSpaceError] = []
    for wish, plan in changes:
        option = f"memberships of {group_name(wish.group)}"
        with noted(problems):
            check_people(plan, options.unknown(wish, reading, "fail"), option)
        with noted(problems):
            check_removals(plan, wish.group, options.max_removals)
        with noted(problems):
            check_contradictions(wish, reading)
    with noted(problems):
        check_limit(
            "max_removals_total",
            options.max_removals_total,
            sum(len(plan.remove) for _wish, plan in changes),
            sum(size(plan, wish.group) for wish, plan in changes),
            "members of all groups named",
        )
    return problems


def check_contradictions(wish: Wish, reading: Reading) -> None:
    """Refuse to add and remove the same person.

    :raises DocSpaceError: naming who is meant by both lists.
    """
    removing = {person.id for person in reading.people(wish.remove)}
    both = [name(person) for person in reading.people(wish.add) if person.id in removing]
    if both:
        raise OptionError(
            "memberships",
            f"{some(sorted(set(both)))} would be added to {group_name(wish.group)} and"
            " removed from it; decide for one.",
        )


def write(portal: Portal, wish: Wish, plan: Plan) -> list[str] | DocSpaceError:
    """Carry out one group's plan; its warnings, or why it failed."""
    if not plan.changes:
        return []
    try:
        return apply(portal, wish.group, plan, audited=True)
    except DocSpaceError as error:
        return error


def result(group: Group, plan: Plan, outcome: list[str] | DocSpaceError) -> dict[str, Any]:
    """One group's entry in the result: what was planned, or what was done of it."""
    failure = outcome if isinstance(outcome, DocSpaceError) else None
    done = getattr(failure, "done", NOTHING) if failure else plan
    return {
        "group": group_result(group_after(group, done)),
        "added": people_result(done.add),
        "removed": people_result(done.remove),
        "changed": failure.facts["changed"] if failure else done.changes,
        "failed": failure is not None,
        "msg": str(failure or ""),
    }


def several_failed(
    failures: list[DocSpaceError], results: list[dict[str, Any]], changed: bool
) -> DocSpaceError:
    """The failure of some groups; the others are as wanted."""
    failure = all_of(failures)
    failure = DocSpaceError(
        f"{len(failures)} of {len(results)} groups are not as wanted: {failure}",
        failure.code,
        **failure.details,
    )
    failure.facts = {"changed": changed, "results": results}
    return failure


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
