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
    they managed to others, and disables their accounts, in one task with one plan. If the task
    names a successor, their rooms and the documents that they shared go to that person, and the
    accounts can be deleted behind that.
  - People whose account is disabled already are taken out of their groups too. They would have
    their access back when the account is enabled again.
  - Everything is read and checked first. If anything stands in the way, such as an unknown person,
    or the owner of the portal, one message names all of it and nothing is changed.
  - The plan has up to seven steps. Groups get their new managers, people are taken out of their
    groups, the accounts are disabled, people are put out of rooms of others, sessions are ended,
    rooms are handed over, and accounts are deleted. A step begins when the one before is complete.
    If something fails, RV(leavers) tells for each person what was done, and running the task again
    does the rest.
  - Without O(successor), what people own in rooms stays as it is. Accounts are only deleted with
    O(delete=true), and after their rooms have a new owner.
  - The role P(onlyoffice.docspace.offboard#role) is this module with variables.
extends_documentation_fragment:
  - onlyoffice.docspace.show_rooms
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
  leave_rooms:
    description:
      - Whether to put people out of the rooms of others in which they have an entry of their own.
        By default, the entries stay, and count again when the account is enabled.
      - Only the owner of a room and its managers can put people out. What the owner of the API key
        does not manage, and archived rooms, are in RV(leavers[].rooms_kept), and the task warns
        each time. So is everything of somebody whom the key itself belongs to.
      - Accounts that are deleted take their entries with them, so that nothing is done about these.
      - Who is in a room by a group leaves it with the group. What people own goes to O(successor).
      - Requires a key with the scopes C(rooms:read) and C(rooms:write). With C(files:write), many
        rooms take one request.
    type: bool
    default: false
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
  successor:
    description:
      - Who gets the rooms that people own, the archived ones included, and the documents that they
        shared, as one person, or as a mapping in which each person of O(users) has a successor.
        People are named by id, e-mail address or user name.
      - A successor is active, is a room administrator, a DocSpace administrator or the owner of the
        portal, and is not among O(users).
      - Each key of the mapping must mean somebody on the portal, but with O(unknown_users=warn) and
        O(unknown_users=ignore). Everybody who owns a room, or is to be deleted, must have a
        successor.
      - Only what disabled people own can be handed over, so this goes with O(disable=true), or with
        people who are disabled already.
    type: raw
  delete:
    description:
      - Whether to delete the accounts after the hand-over. Documents that were shared with nobody
        are lost then, for which the task warns every time.
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
      - Whether to log people out everywhere after their accounts are disabled. Disabling an account
        does that too, and the portal does not show whether somebody is logged in, so it is only
        done about people who are disabled, handed over or deleted in the same run. The API key must
        not be restricted.
    type: bool
    default: false
  wait_timeout:
    description:
      - How many seconds to wait for the portal's work about one person, from 1 to 86400. Work that
        takes longer goes on, and the next run waits for it.
    type: int
    default: 600
  report:
    description:
      - A file for a report of what people had, to be written before the first change. Its name
        must end with C(.json), C(.yml) or C(.yaml), which says how it is written. Only its owner
        may read it.
      - It has the address of the portal (C(portal)), the time (C(time)), and C(leavers), for those
        about whom there is something to do, with C(id), C(display_name), C(email),
        C(previous_status), C(groups), C(managed), C(kept), and what RV(belongings) has. What the
        API key does not see is null there. With O(leave_rooms), C(rooms_entered) also has levels.
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
      - Returns what the real run would return, except RV(requests) and RV(backup_file), and always
        RV(belongings).
  diff_mode:
    support: full
    details:
      - Shows each person about whom something changes, with the status of the account and the
        groups, the managers that change, the rooms that change hands, and the accounts that are
        deleted. With RV(belongings), it shows these too, and what becomes of them.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. One read for each of up to five people; for more, one read for each or
    all people by pages of 100, whichever is fewer. One read for each of up to three groups that
    they are in; of more, all groups by pages of 100, or a page and then one by one if that is
    fewer. If an account of an administrator is to be disabled, two reads about the API key, and one
    whether another active one is left beside the owner of the portal; if none is, the task warns.
    One for each new manager, as for people, if a group needs one. One if O(max_users) is a
    percentage and there is something to do.
  - So a repetition, with people who are in no group any more, takes one read for each of them.
  - One write for each group that gets another manager, one for up to 100 people who leave a group,
    and one for up to 100 accounts. A removal of somebody whose account is disabled already takes
    one more read as its proof.
  - >-
    With O(successor) or O(delete), one read more for each person in O(users) to read their rooms,
    by pages of 100, and two about the API key. With O(successor), and without O(delete), one for
    each who is disabled already and owns no room, whether the portal is at work about this person.
    If somebody has something to hand over, one for each successor and, in a mapping, for each key
    that is not among O(users), as for people. For each person who is handed over, a read whether
    the portal is at work about this person already, a write, a read for each second that the work
    takes, and a read of the rooms of both people. For each account that is deleted, the same with a
    read of the account instead. One write for each person whose sessions are ended.
  - >-
    With O(leave_rooms), two reads for each person whose account is not to be deleted, and if
    anybody has an entry in rooms of others, two about the API key, and one for each 100 entries of
    each of these rooms. One write for up to 40 rooms that the same people leave, or for up to 40
    rooms of one person, whichever is fewer in all, but at most 200 changes each; without the scope
    C(files:write), one for each room. After each write, two reads of the rooms of each of these
    people prove it, or one for each 100 entries of each room where that is fewer, or the owner of
    the API key is no administrator.
  - >-
    In check mode, and with O(report), three reads of rooms for each person about whom something
    changes, or one with O(leave_rooms), one of the API keys, and two about the API key of the task.
    What the key does not see is null, and no failure.
  - >-
    Somebody who owns no room may have shared documents, which nothing shows to others. Where this
    task disables the account, it has the portal hand over what there may be. Later runs do that for
    people with rooms, and where the portal tells that it is still at work or has just failed. For
    others, M(onlyoffice.docspace.user_handover) does it with its option C(without_rooms=start); a
    failure names for whom that may be needed.
  - Names in a report are as people wrote them into the portal. Read it as data, such as with
    C(lookup('ansible.builtin.file', path) | from_json), and not as variables, where ansible-core
    evaluates templates.
seealso:
  - module: onlyoffice.docspace.user_handover
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

- name: Their rooms go to others, and their accounts are deleted
  onlyoffice.docspace.offboard:
    users: [ben@example.com, cleo@example.com]
    successor:
      ben@example.com: ada@example.com
      cleo@example.com: dan@example.com
    delete: true
    confirm_delete: 2
    # So that it can be run again.
    unknown_users: ignore

- name: Somebody leaves, and is put out of the rooms of others that the key's owner manages
  onlyoffice.docspace.offboard:
    users: [gina@example.com]
    leave_rooms: true
    show_rooms: true

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
      description: What the account is after the task, or was before it was deleted; V(active),
        V(disabled), or V(pending) for an invitation not yet accepted. Null if nothing could be read
        after a write without answer.
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
    rooms_entered:
      description: The rooms of others in which the person had an entry before, by title. Missing
        for an account that is to be deleted.
      returned: with O(leave_rooms)
      type: list
      elements: dict
      contains:
        id:
          description: The room's id.
          type: str
          sample: "12"
        title:
          description: Its title.
          type: str
          sample: Contracts
        archived:
          description: Whether it is in the archive.
          type: bool
        level:
          description: What the person was in the room.
          type: str
          sample: editor
    rooms_left:
      description: Those of RV(leavers[].rooms_entered) that the task has put the person out of for
        certain, with the same keys. Null if nothing could be read after a write.
      returned: with O(leave_rooms)
      type: list
      elements: dict
    rooms_kept:
      description: Those of RV(leavers[].rooms_entered) in which the person stays, with the same
        keys and the C(reason).
      returned: with O(leave_rooms)
      type: list
      elements: dict
    rooms:
      description: The rooms that the person owned before, by title.
      returned: when O(successor) or O(delete) is given
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
        Null if there is nothing to hand over.
      returned: when O(successor) or O(delete) is given
      type: dict
    moved:
      description: Those of RV(leavers[].rooms) that the successor has after the task for certain,
        with the same keys. Null if nothing could be read after the portal was told to move them.
      returned: when O(successor) or O(delete) is given
      type: list
      elements: dict
    deleted:
      description: Whether the task has deleted the account. Null if that could not be read.
      returned: when O(successor) or O(delete) is given
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
belongings:
  description: What those had besides groups about whom something changes.
  returned: in check mode, and with O(report), if something changes
  type: list
  elements: dict
  contains:
    id:
      description: The person's id.
      type: str
    display_name:
      description: The person's name.
      type: str
    email:
      description: The person's e-mail address.
      type: str
    rooms:
      description: The rooms that the person owns, with the keys of RV(leavers[].rooms), and
        C(has_links) and C(has_open_links), whether there are links into the room that make nobody a
        member of it, expired ones included, and whether there are such without need of an account.
        Null if the API key does not see them.
      type: list
      elements: dict
    rooms_entered:
      description: The rooms of others that the person may enter by an entry of their own, with the
        same keys. Null if the API key does not see them.
      type: list
      elements: dict
    open_invitation:
      description: Whether the person has not accepted the invitation to the portal.
      type: bool
    api_keys:
      description: The names of the person's API keys that are not switched off. Null if the API key
        of the task does not see them.
      type: list
      elements: str
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
rooms:
  description: The rooms that people lose, gain or have at another level through the task, by e-mail
    address and title.
  returned: success with O(show_rooms)
  type: list
  elements: dict
  contains:
    user:
      description: Who it is, with the keys C(id), C(display_name) and C(email). Without an account
        yet, the id is null.
      type: dict
    open_invitation:
      description: Whether the person has not accepted the invitation to the portal, and has the
        access only as soon as that is done.
      type: bool
    room:
      description: The room.
      type: dict
      contains:
        id:
          description: Its id.
          type: str
          sample: "12"
        title:
          description: Its title.
          type: str
          sample: Contracts
        archived:
          description: Whether it is in the archive.
          type: bool
    before:
      description: As what the person is in the room before the task. Null if not at all.
      type: dict
      contains:
        level:
          description: The level, V(owner), or V(administrator) for those who read every room.
          type: str
          sample: editor
        cause:
          description: V(owner), V(direct) for an entry of this person, V(group), or
            V(administrator).
          type: str
          sample: group
        groups:
          description: The groups that give this level, each with C(id) and C(name). Empty for other
            causes.
          type: list
          elements: dict
    after:
      description: The same after the task. Null if not at all.
      type: dict
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

from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
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
    parse_reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.handover_reads import (
    scopes_to_log_out,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.offboarding import (
    apply_offboarding,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.offboarding_reads import (
    make_plan,
    with_belongings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    preview_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_departures import (
    scopes_to_leave,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_effects import (
    read_room_effects,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.steps import planned
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.handover import (
    HandoverOptions,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.new_managers import (
    NewManagers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding import (
    OffboardingOptions,
    OffboardingPlan,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.offboarding_effects import (
    changes_of_offboarding,
    rooms_of_leavers,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.handover import (
    documents_advice,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.offboarding import (
    belongings_facts,
    leavers_result,
    offboarding_diff,
    offboarding_report,
    offboarding_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    unknown_result,
    unknown_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_effects import (
    room_effects_diff,
    room_effects_facts,
    room_effects_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.steps import (
    failure_of_steps,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {"type": "list", "elements": "str", "required": True},
    "disable": {"type": "bool", "default": True},
    "leave_rooms": {"type": "bool", "default": False},
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
    "successor": {"type": "raw"},
    "delete": {"type": "bool", "default": False},
    "confirm_delete": {"type": "int"},
    "end_sessions": {"type": "bool", "default": False},
    "wait_timeout": {"type": "int", "default": 600},
    "show_rooms": {"type": "bool", "default": False},
    "report": {"type": "path"},
    "allow_ldap_group": {"type": "bool", "default": False},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: connection.Connection
    offboarding: OffboardingOptions
    show_rooms: bool
    report: str | None
    report_path: str
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
            offboarding=OffboardingOptions(
                users=parse_references("users", params["users"]),
                disable=params["disable"],
                unknown_users=params["unknown_users"],
                max_users=Limit.parse("max_users", params["max_users"]),
                new_managers=_new_managers(params),
                handover=HandoverOptions.from_params(params),
                allow_ldap_group=params["allow_ldap_group"],
                leave_rooms=params["leave_rooms"],
            ),
            show_rooms=params["show_rooms"],
            report=report,
            report_path="" if report is None else connection.absolute(params, report),
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
    asked = options.offboarding
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        plan, unknown, found_warnings = make_plan(portal, asked)
        if check_mode or options.report is not None:
            plan = replace(plan, leavers=with_belongings(portal, plan.leavers))
        changes, moving = changes_of_offboarding(plan), rooms_of_leavers(plan)
        effects, unseen = read_room_effects(portal, options.show_rooms, changes, moving)

        # report, and apply
        report: dict[str, Any] = {}
        if plan.steps and options.report is not None:
            report = _write_report(options, plan, check_mode)
        if check_mode:
            deeds = planned(plan.steps)
        else:
            deeds = apply_offboarding(portal, plan, asked.handover.timeout)

        # result
        facts = {
            "changed": any(deed.changed for deed in deeds),
            "leavers": leavers_result(plan, deeds),
            "unknown": unknown_result(unknown),
            **belongings_facts(plan),
            **report,
        }
        advice = documents_advice(plan.steps, deeds)
        failure = failure_of_steps("Not everybody is offboarded", plan.steps, deeds, facts, advice)
        if failure:
            raise failure
        warnings = options.connection.warnings() + found_warnings
        if asked.unknown_users == "warn":
            warnings += unknown_warnings("users", unknown)
        warnings += offboarding_warnings(plan, asked.new_managers)
        warnings += [warning for deed in deeds for warning in deed.warnings]
        if plan.steps and check_mode:
            scopes = [*scopes_to_log_out(plan.handovers), *scopes_to_leave(plan.actions)]
            warnings += preview_warnings(portal, *scopes)
        warnings += [*unseen, *room_effects_warnings(effects)]
        facts.update(room_effects_facts(effects))
        result = {**facts, "requests": portal.requests, "warnings": warnings}
        if diff_mode:
            result["diff"] = offboarding_diff(plan) + room_effects_diff(effects)
        return result


def _new_managers(params: dict[str, Any]) -> NewManagers:
    named = []
    for entry in params["new_managers"] or ():
        option = f'new_managers, "{printable(entry["group"])}", manager'
        manager = parse_reference(option, entry["manager"])
        named += [(entry["group"], manager)] if manager else []
    return NewManagers(tuple(named), parse_reference("new_manager", params["new_manager"]))


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
