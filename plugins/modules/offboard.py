# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: offboard
short_description: Take people who leave a DocSpace portal out of everything
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Takes people who leave an ONLYOFFICE DocSpace portal out of every group, gives the groups that
    they managed to others, and disables their accounts, in one task with one plan.
  - People whose account is disabled already are taken out of their groups too. They would have
    their access back when the account is enabled again.
  - Everything is read and checked first. If anything stands in the way, such as an unknown person,
    or the owner of the portal, one message names all of it and nothing is changed.
  - The plan has three steps. Groups get their new managers, then people are taken out of their
    groups, and then the accounts are disabled. A step begins when the one before is complete. If
    something fails, RV(leavers) tells for each person what was done, and running the task again
    does the rest.
  - Accounts are never deleted, and what people own in rooms stays as it is.
  - The role P(onlyoffice.docspace.offboard#role) is this module with variables.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  users:
    description:
      - The people who leave, each by id, e-mail address or user name, mixed freely.
      - An empty list is nothing to do.
    type: list
    elements: str
    required: true
  disable:
    description:
      - Whether to disable the accounts, after people are out of their groups.
      - The portal does not disable its owner, the person whom the API key belongs to, and accounts
        from a directory (LDAP). Administrators are disabled only with a key of the owner. With
        V(true), such people are refused before anything is changed; with V(false), they are only
        taken out of their groups.
    type: bool
    default: true
  unknown_users:
    description:
      - What to do about people in O(users) who are not on this portal. V(fail) ends the task before
        anything is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - With V(fail), a misspelt address is never taken for somebody who is gone. A list that keeps
        people whose accounts are deleted needs V(warn) or V(ignore).
    type: str
    choices: [fail, warn, ignore]
    default: fail
  max_users:
    description:
      - The most people about whom the task may change something, as a number such as V(10), or as
        a percentage of all people of the portal such as V(5%).
      - A task that would change more fails before anything is changed, in check mode too. People
        who are out of everything already do not count.
    type: str
    default: "10"
  new_managers:
    description:
      - Who is to manage groups of which somebody who leaves is the manager.
      - An entry about a group that no manager leaves changes nothing, so that the task can be
        repeated. It is always warned of, as the name may be misspelt; take an entry out once the
        group has its new manager.
      - A new manager becomes a member of the group, and must not be a guest, disabled, or among
        O(users).
    type: list
    elements: dict
    default: []
    suboptions:
      group:
        description:
          - The group, by its id (a GUID) or its exact name.
        type: str
        required: true
      manager:
        description:
          - The new manager, by id, e-mail address or user name.
        type: str
        required: true
  new_manager:
    description:
      - Who is to manage all those groups that O(new_managers) does not name.
      - Without it, such groups have no manager afterwards, and the task warns.
    type: str
  report:
    description:
      - A file for a report of what people had, to be written before the first change. Its name
        must end with C(.json), C(.yml) or C(.yaml), which says how it is written. Only its owner
        may read it.
      - It has the address of the portal (C(portal)), the time (C(time)), and C(leavers), for those
        about whom there is something to do, with C(id), C(display_name), C(email),
        C(previous_status), C(groups), C(managed) and C(kept).
      - A run that finds nothing to do writes no report. One that writes keeps a file that is there
        already beside it, with the time of its last change in the name, such as
        C(leavers.20260131T170000Z.json).
      - The folder must exist. A path that cannot be written is refused before anything is changed.
        In check mode, nothing is written.
      - The file is written where the task runs, which is the managed host.
    type: path
  allow_ldap_group:
    description:
      - Whether to take people out of groups that a directory synchronisation (LDAP) owns. The next
        synchronisation would put them in again, so by default they are kept in these, and the task
        warns.
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
      - Returns what the real run would return, except RV(requests) and RV(backup_file).
  diff_mode:
    support: full
    details:
      - Shows each person about whom something changes, with the status of the account and the
        groups, and the managers that change.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. One read for each of up to five people; for more, one read for each or
    all people by pages of 100, whichever is fewer. One read for each of up to three groups that
    they are in; of more, all groups by pages of 100, or a page and then one by one if that is
    fewer. Two reads about the API key if an account of an administrator is to be disabled. One for
    each new manager, as for people, if a group needs one. One if O(max_users) is a percentage and
    there is something to do.
  - So a repetition, with people who are in no group any more, takes one read for each of them.
  - One write for each group that gets another manager, one for up to 100 people who leave a group,
    and one for up to 100 accounts. A removal of somebody whose account is disabled already takes
    one more read as its proof.
  - Names in a report are as people wrote them into the portal. Read it as data, such as with
    C(lookup('ansible.builtin.file', path) | from_json), and not as variables, where ansible-core
    evaluates templates.
seealso:
  - module: onlyoffice.docspace.user_status
  - module: onlyoffice.docspace.memberships
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Two people leave
  onlyoffice.docspace.offboard:
    users: [ben@example.com, cleo@example.com]

- name: Everybody in a list of the personnel department leaves, and some of them left long ago
  onlyoffice.docspace.offboard:
    users: "{{ rows[1:] | map('split', ';') | map(attribute=1) | list }}"
    unknown_users: warn
    max_users: 5%
    report: "leavers-{{ now(utc=true).strftime('%Y-%m-%d') }}.json"
  vars:
    # A line such as name;email;last_day, and one like it for each person.
    rows: "{{ lookup('ansible.builtin.file', 'leavers.csv').splitlines() }}"

- name: Others take over the groups
  onlyoffice.docspace.offboard:
    users: [ben@example.com]
    new_managers:
      - group: Engineering
        manager: ada@example.com
    new_manager: dan@example.com

- name: Only out of the groups, with a report of what they had
  onlyoffice.docspace.offboard:
    users: [eva@example.com]
    disable: false
    report: eva.yml
"""

RETURN = r"""
leavers:
  description: All people in O(users) who are on the portal, by e-mail address.
  returned: success, and failures after a write
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
      description: What the account is after the task; V(active), V(disabled), or V(pending) for an
        invitation not yet accepted. Null if nothing could be read after a write without answer.
      type: str
      sample: disabled
    previous_status:
      description: What the account was before.
      type: str
      sample: active
    groups:
      description: The groups in which the person was before, by name.
      type: list
      elements: dict
      contains:
        id:
          description: The group's id.
          type: str
          sample: 10000000-0000-4000-8000-000000000005
        name:
          description: Its name.
          type: str
          sample: Finance
    left:
      description: Those of RV(leavers[].groups) that the task took the person out of for certain,
        with the same keys.
      type: list
      elements: dict
    kept:
      description: Those of RV(leavers[].groups) that a directory (LDAP) owns and the person is kept
        in, with the same keys.
      type: list
      elements: dict
    managed:
      description: Those of RV(leavers[].groups) of which the person was the manager, without those
        that the person is kept in.
      type: list
      elements: dict
      contains:
        id:
          description: The group's id.
          type: str
        name:
          description: Its name.
          type: str
        manager:
          description: Who manages it after the task, with the keys C(id), C(display_name),
            C(email) and C(status). Null if nobody does. Missing if nothing could be read after a
            write without answer.
          type: dict
    changed:
      description: Whether something was changed about this person.
      type: bool
    failed:
      description: Whether something of the plan for this person is not done.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
unknown:
  description: The entries of O(users) that mean nobody on this portal, as they were written.
  returned: success, and failures after a write
  type: list
  elements: str
  sample: [left-long-ago@example.org]
report:
  description: The file O(report), if the task wrote it, and in check mode if it would.
  returned: when there is something to do, and O(report) is set
  type: str
  sample: leavers.json
backup_file:
  description: Where the file that was there before is kept.
  returned: when there was one
  type: str
  sample: leavers.20260131T170000Z.json
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 4
    write:
      description: Requests that write. Always 0 in check mode, and where nothing changes.
      type: int
      sample: 2
failure:
  description:
    - Why the task failed, for machines. All codes and their keys are in
      R(Failure codes,ansible_collections.onlyoffice.docspace.docsite.failure_codes).
  returned: failure
  type: dict
  contains:
    code:
      description: The kind of failure.
      type: str
      sample: max_users_exceeded
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
    collect_errors,
    combine_errors,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.files import (
    check_path,
    file_format,
    write_file,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    Limit,
    check_range,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.offboarding import (
    apply_offboarding,
    planned,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.offboarding_reads import (
    find_new_managers,
    find_owner,
    groups_of,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
    preview_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.new_managers import (
    NewManagers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding import (
    OffboardingPlan,
    find_leavers,
    plan_offboarding,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding_rules import (
    check_not_leaving,
    refusals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import distinct
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.offboarding import (
    failure_of_steps,
    leavers_result,
    offboarding_diff,
    offboarding_report,
    offboarding_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    unknown_result,
    unknown_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {"type": "list", "elements": "str", "required": True},
    "disable": {"type": "bool", "default": True},
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"], "default": "fail"},
    "max_users": {"type": "str", "default": "10"},
    "new_managers": {
        "type": "list",
        "elements": "dict",
        "default": [],
        "options": {
            "group": {"type": "str", "required": True},
            "manager": {"type": "str", "required": True},
        },
    },
    "new_manager": {"type": "str"},
    "report": {"type": "path"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: connection.Connection
    users: tuple[Reference, ...]
    disable: bool
    unknown_users: str
    max_users: Limit
    new_managers: NewManagers
    report: str | None
    report_path: str
    allow_ldap_group: bool
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        parallel = check_range("parallel", params["parallel"], 1, 15)
        report = params["report"]
        if report is not None:
            check_path("report", report, connection.absolute(params, report))
        # Nobody named is nobody offboarded, and no limit is no brake.
        for option in ("users", "max_users"):
            if params[option] is None:
                raise OptionError(option, "is null, an empty value; give one.")
        return cls(
            connection=connection.Connection.from_params(params),
            users=parse_references("users", params["users"]),
            disable=params["disable"],
            unknown_users=params["unknown_users"],
            max_users=Limit.parse("max_users", params["max_users"]),
            new_managers=_new_managers(params),
            report=report,
            report_path="" if report is None else connection.absolute(params, report),
            allow_ldap_group=params["allow_ldap_group"],
            parallel=parallel,
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not everybody can be offboarded.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        plan, unknown, gone = _plan(portal, options)

        # report, and apply
        report: dict[str, Any] = {}
        if plan.steps and options.report is not None:
            report = _write_report(options, plan, check_mode)
        deeds = planned(plan) if check_mode else apply_offboarding(portal, plan)

        # result
        facts = {
            "changed": any(deed.changed for deed in deeds),
            "leavers": leavers_result(plan, deeds),
            "unknown": unknown_result(unknown),
            **report,
        }
        failure = failure_of_steps(plan, deeds, facts)
        if failure:
            raise failure
        warnings = options.connection.warnings() + gone
        if options.unknown_users == "warn":
            warnings += unknown_warnings("users", unknown)
        warnings += offboarding_warnings(plan, options.new_managers)
        warnings += [warning for deed in deeds for warning in deed.warnings]
        if plan.steps and check_mode:
            warnings += preview_warnings(portal)
        result = {**facts, "requests": portal.requests, "warnings": warnings}
        if diff_mode:
            result["diff"] = offboarding_diff(plan)
        return result


def _new_managers(params: dict[str, Any]) -> NewManagers:
    named = []
    for entry in params["new_managers"] or ():
        option = f'new_managers, "{printable(entry["group"])}", manager'
        manager = parse_reference(option, entry["manager"])
        named += [(entry["group"], manager)] if manager else []
    return NewManagers(tuple(named), parse_reference("new_manager", params["new_manager"]))


def _plan(portal: Portal, options: Options) -> tuple[OffboardingPlan, list[Reference], list[str]]:
    """The plan, who is unknown, and warnings of groups that are gone.

    :raises DocSpaceError: naming everything that speaks against the plan.
    """
    found = find_people(portal, options.users, portal.people.listing)
    unknown = [each for each in options.users if each not in found]
    if unknown:
        check_sight(portal, "users")
    people = distinct(found.values())
    new_managers = options.new_managers
    check_not_leaving(new_managers, options.users, people)
    groups, gone = groups_of(portal, people)
    leavers = find_leavers(people, groups, options.disable, options.allow_ldap_group)
    problems: list[DocSpaceError] = []
    plan = plan_offboarding(leavers, {})
    with collect_errors(problems):
        wanted = new_managers.of_groups(plan.lost, groups.values())
        plan = plan_offboarding(leavers, find_new_managers(portal, wanted, new_managers))
    is_share = options.max_users.share is not None and plan.steps
    problems += refusals(
        plan,
        unknown if options.unknown_users == "fail" else [],
        find_owner(portal, plan),
        options.max_users,
        everybody=portal.people.count() if is_share else 0,
    )
    if problems:
        raise combine_errors(problems)
    return plan, unknown, gone


def _write_report(options: Options, plan: OffboardingPlan, check_mode: bool) -> dict[str, Any]:
    """Write what people had; what of it belongs into the result."""
    facts: dict[str, Any] = {"report": options.report}
    if not check_mode:
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        path = options.report_path
        text = offboarding_report(plan, options.connection.base_url, now, file_format(path))
        kept = write_file("report", path, text)
        if kept:
            facts["backup_file"] = kept
    return facts


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
