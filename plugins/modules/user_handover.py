# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: user_handover
short_description: Give what disabled people own in DocSpace to others, and delete their accounts
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Gives the rooms of people whose accounts on an ONLYOFFICE DocSpace portal are disabled, the
    archived ones included, and the documents that they have shared to a successor. If the task asks
    for it, the accounts are deleted afterwards.
  - Accounts are only deleted behind a hand-over, never by a call that leaves it to the portal who
    gets the rooms.
  - Everything is read and checked first. If anything stands in the way, such as somebody who is
    still active, or a successor who cannot own rooms, one message names all of it and nothing is
    changed.
  - The portal moves rooms and deletes accounts in the background. The task waits for that, one
    person after the other, and then reads who has the rooms. It does not believe what the portal
    says about its own work without that.
  - No account is deleted before all hand-overs of the task are proved. If something fails,
    RV(users) tells for each person what was done, and running the task again does the rest.
  - The module M(onlyoffice.docspace.offboard) disables accounts, and does all of this with them.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  users:
    description:
      - The people whose things go to others, each by id, e-mail address or user name, mixed freely.
        Their accounts must be disabled.
      - An empty list is nothing to do.
    type: list
    elements: str
    required: true
  successor:
    description:
      - Who gets what they own, as one person, or as a mapping in which each person of O(users) has
        a successor. People are named by id, e-mail address or user name.
      - A successor is active, is a room administrator, a DocSpace administrator or the owner of the
        portal, and is not among O(users).
      - Required for everybody who owns a room, and for everybody to be deleted. Each key of the
        mapping must mean somebody on the portal, but with O(unknown_users=warn) and
        O(unknown_users=ignore).
    type: raw
  delete:
    description:
      - Whether to delete the accounts afterwards. Documents that were shared with nobody are lost
        then, for which the task warns every time.
    type: bool
    default: false
  confirm_delete:
    description:
      - How many accounts are to be deleted. If O(delete=true) would delete another number, or this
        is not set, the task fails before anything is changed, in check mode too, and tells who it
        would be.
      - The number may include people in O(users) whose accounts are gone already, so that a task
        that has deleted some of them can be repeated as it is.
    type: int
  end_sessions:
    description:
      - Whether to log people out everywhere, before anything else. Disabling an account does that
        too, and the portal does not show whether somebody is logged in, so it is only done about
        people who are handed over or deleted in the same run. The API key must not be restricted.
    type: bool
    default: false
  without_rooms:
    description:
      - What to do about people who own no room and are not to be deleted. They may have shared
        documents, which nothing shows to others, or may have been handed over already.
      - V(warn) does nothing about them and warns, V(ignore) does nothing, and V(start) has the
        portal hand over what there may be, each time the task runs.
      - Where the portal is at work about such a person, or tells that it has just ended that before
        it was done, the task goes on with it, whatever is set here. It tells that for about a
        minute.
      - M(onlyoffice.docspace.offboard) hands over for everybody whose account it disables itself,
        as it knows that nothing was handed over before.
    type: str
    choices: [warn, ignore, start]
    default: warn
  unknown_users:
    description:
      - What to do about people in O(users) who are not on this portal. V(fail) ends the task before
        anything is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - A task that deletes accounts needs V(warn) or V(ignore) to be repeated.
    type: str
    choices: [fail, warn, ignore]
    default: fail
  max_users:
    description:
      - The most people about whom the task may change something, as a number such as V(10), or as
        a percentage of all people of the portal such as V(5%).
    type: str
    default: "10"
  wait_timeout:
    description:
      - How many seconds to wait for the portal's work about one person, from 1 to 86400. Work that
        takes longer goes on, and the next run waits for it.
    type: int
    default: 600
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
    details:
      - Shows each room with its owner, and the accounts that are deleted.
  idempotent:
    support: partial
    details:
      - Rooms that were handed over, and accounts that were deleted, are not handed over again. With
        O(without_rooms=start), people without rooms are.
notes:
  - >-
    Requests to the portal. One read for each of up to five people; for more, one read for each or
    all people by pages of 100, whichever is fewer. One more for each to read their rooms, by pages
    of 100, and with O(successor) one more for each who owns none, whether the portal is at work
    about this person, unless O(delete=true) or O(without_rooms=start). Two about the API key. One
    for each successor and, in a mapping, for each key that is not among O(users), as for people, if
    somebody has something to hand over. One if O(max_users) is a percentage and there is something
    to do.
  - >-
    For each person who is handed over, a read whether the portal is at work about this person
    already, a write, a read for each second that the work takes, and a read of the rooms of both
    people. For each account that is deleted, the same with a read of the account instead. One write
    for each person whose sessions are ended.
  - While the portal is at work about a person already, nothing is started, as another start would
    be ignored. The task waits for the end, and fails if rooms went to somebody else.
  - If the portal's work fails, or is not seen to its end, RV(failure) has
    RV(failure.verified=false). What the person still owns is handed over by the next run. Whether
    documents have moved cannot be seen; O(without_rooms=start) hands over what there may be.
  - If a room has gone to somebody else than the successor, or an account was deleted by somebody
    else, the message does not advise another run. It would find nothing left to hand over, and
    with O(delete=true) delete the account.
  - In check mode, accounts that an earlier task of the play would disable are still active, and
    refused. To preview both together, use M(onlyoffice.docspace.offboard), which disables accounts
    and hands over in one task.
  - The API key must be that of an administrator, for administrators among O(users) that of the
    portal's owner, and needs the scopes C(accounts:read), C(accounts:write) and C(rooms:read).
seealso:
  - module: onlyoffice.docspace.offboard
  - module: onlyoffice.docspace.user_status
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Ada gets what two people own who have left
  onlyoffice.docspace.user_handover:
    users: [ben@example.com, cleo@example.com]
    successor: ada@example.com

- name: Each has a successor, and the accounts are deleted
  onlyoffice.docspace.user_handover:
    users: [ben@example.com, cleo@example.com]
    successor:
      ben@example.com: ada@example.com
      cleo@example.com: dan@example.com
    delete: true
    confirm_delete: 2
    # So that it can be run again.
    unknown_users: ignore
"""

RETURN = r"""
users:
  description: All people in O(users) who are on the portal, by e-mail address.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    id:
      description: The person's id.
      type: str
      sample: b0000000-0000-4000-8000-000000000011
    display_name:
      description: The person's name.
      type: str
      sample: Rita Roomer01
    email:
      description: The person's e-mail address.
      type: str
      sample: roomer01@example.org
    status:
      description: What the account was before; V(disabled).
      type: str
      sample: disabled
    rooms:
      description: The rooms that the person owned before, by title.
      type: list
      elements: dict
      contains:
        id:
          description: The room's id.
          type: str
          sample: "5"
        title:
          description: Its title.
          type: str
          sample: Contracts
        archived:
          description: Whether it is in the archive.
          type: bool
    successor:
      description: Who gets it all, with the keys C(id), C(display_name), C(email) and C(status).
        Null if there is nothing to do about this person.
      type: dict
    moved:
      description: Those of RV(users[].rooms) that the successor has after the task for certain,
        with the same keys. Null if nothing could be read after the portal was told to move them.
      type: list
      elements: dict
    deleted:
      description: Whether the task has deleted the account. Null if that could not be read.
      type: bool
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
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 9
    write:
      description: Requests that write. Always 0 in check mode, and where nothing changes.
      type: int
      sample: 1
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
      sample: job_timeout
    status:
      description: The HTTP status behind it, or null.
      type: int
    verified:
      description: False if it is not known what became of the hand-over.
      returned: when it is not known
      type: bool
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
    collect_errors,
    combine_errors,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import Limit
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.handover_reads import (
    check_may_log_out,
    read_handovers,
    scopes_to_log_out,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.handover_steps import (
    apply_handovers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
    credential_owner,
    preview_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.steps import planned
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.handover import (
    HandoverOptions,
    HandoverPlan,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.handover_rules import (
    check_leavers,
    check_not_leaving,
    check_number,
    handover_obstacle,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import distinct
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.handover import (
    documents_advice,
    handover_diff,
    handover_warnings,
    users_result,
    without_rooms_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    unknown_result,
    unknown_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.steps import (
    failure_of_steps,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {"type": "list", "elements": "str", "required": True},
    "successor": {"type": "raw"},
    "delete": {"type": "bool", "default": False},
    "confirm_delete": {"type": "int"},
    "end_sessions": {"type": "bool", "default": False},
    "without_rooms": {"type": "str", "choices": ["warn", "ignore", "start"], "default": "warn"},
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"], "default": "fail"},
    "max_users": {"type": "str", "default": "10"},
    "wait_timeout": {"type": "int", "default": 600},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    users: tuple[Reference, ...]
    handover: HandoverOptions
    without_rooms: str
    unknown_users: str
    max_users: Limit

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        for option in ("users", "max_users"):
            if params[option] is None:
                raise OptionError(option, "is null, an empty value; give one.")
        return cls(
            connection=Connection.from_params(params),
            users=parse_references("users", params["users"]),
            handover=HandoverOptions.from_params(params),
            without_rooms=params["without_rooms"],
            unknown_users=params["unknown_users"],
            max_users=Limit.parse("max_users", params["max_users"]),
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not everything can be handed over.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions) as portal:
        # plan
        plan, unknown = _plan(portal, options)

        # apply
        if check_mode:
            deeds = planned(plan.steps)
        else:
            deeds = apply_handovers(portal, plan, options.handover.timeout)

        # report
        facts = {
            "changed": any(deed.changed for deed in deeds),
            "users": users_result(plan, deeds),
            "unknown": unknown_result(unknown),
        }
        begins_again = options.without_rooms == "start"
        advice = "" if begins_again else documents_advice(plan.steps, deeds)
        failure = failure_of_steps(
            "Not everything is handed over", plan.steps, deeds, facts, advice
        )
        if failure:
            raise failure
        warnings = options.connection.warnings()
        if options.unknown_users == "warn":
            warnings += unknown_warnings("users", unknown)
        if options.without_rooms == "warn":
            warnings += without_rooms_warnings(plan)
        warnings += handover_warnings(plan.handovers)
        warnings += [warning for deed in deeds for warning in deed.warnings]
        if plan.changing and check_mode:
            warnings += preview_warnings(portal, *scopes_to_log_out(plan.handovers))
        result = {**facts, "requests": portal.requests, "warnings": warnings}
        if diff_mode:
            result["diff"] = handover_diff(plan.handovers)
        return result


def _plan(portal: Portal, options: Options) -> tuple[HandoverPlan, list[Reference]]:
    """The plan, and who is unknown.

    :raises DocSpaceError: naming everything that speaks against the plan.
    """
    found = find_people(portal, options.users, portal.people.listing)
    unknown = [each for each in options.users if each not in found]
    if unknown:
        check_sight(portal, "users")
    people = distinct(found.values())
    check_not_leaving(options.handover.successors, options.users, people)
    owner = credential_owner(portal, people) if people else None
    problems: list[DocSpaceError] = []
    with collect_errors(problems):
        check_leavers(people, unknown if options.unknown_users == "fail" else [], owner)
    plan = HandoverPlan(
        read_handovers(
            portal,
            [person for person in people if not handover_obstacle(person, owner)],
            unknown,
            owner,
            options.handover,
            problems,
            unknown_is_fine=options.unknown_users != "fail",
            start_without=options.without_rooms == "start",
        )
    )
    with collect_errors(problems):
        check_may_log_out(portal, plan.handovers)
    is_share = options.max_users.share is not None and plan.changing
    everybody = portal.people.count() if is_share else 0
    with collect_errors(problems):
        check_number(plan, options.max_users, everybody)
    if problems:
        raise combine_errors(problems)
    return plan, unknown


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
