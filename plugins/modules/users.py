# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: users
short_description: Manage many DocSpace accounts in one plan
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes accounts of an ONLYOFFICE DocSpace portal as a list says, in one task with one plan.
    People are invited, or get an account at once, and accounts get their type, address, quota and
    status.
  - The portal is read once. If anything stands in the way, such as an address that two people have,
    seats that do not suffice, or a room that would change hands, one message names all of it and
    nothing is changed.
  - What is so already is never sent again. Nobody is invited twice, and who has an account is never
    sent an invitation, which would raise the type.
  - The writes come in an order in which paid seats are freed before others are taken - types go
    down, accounts are disabled, others are enabled, types go up, addresses change, accounts are
    made, mails to set a password are sent, quotas are set. After a failure no later kind of write
    is begun, but for the mails to people whose account was made, and RV(users) tells for
    each account what was done. What the portal does one by one is read again before that is told.
extends_documentation_fragment:
  - onlyoffice.docspace.user_list
  - onlyoffice.docspace.show_rooms
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  leavers:
    description:
      - People who leave, each by e-mail address, id or user name. Entries of O(users) that are
        about them are left out, with a warning, and O(unlisted) does not count them.
      - That is for lists of people who are offboarded, as M(onlyoffice.docspace.offboard) takes
        them. Somebody whose account is deleted and who is still in O(users) would be invited again.
      - Name them by the same address as in O(users), as the portal does not know whose id or user
        name it was once the account is deleted.
    type: list
    elements: str
    default: []
  create:
    description:
      - How new accounts are made. V(invite) sends people a mail, and their accounts are pending
        until they accept. V(active) makes an account that can be used at once, with a random
        password and without a mail. With V(never), somebody without an account is an error.
    type: str
    choices: [invite, active, never]
    default: invite
  send_password_link:
    description:
      - Whether new accounts get a mail to set a password. Requires O(create=active), and the key of
        an administrator.
    type: bool
    default: false
  unlisted:
    description:
      - What to do about people whom no entry is about, and whose account is not disabled.
        V(report) returns them in RV(unlisted) and warns of them, and V(disable) also disables them.
      - The owner of the portal is never one of them. The owner of the API key, the only active
        DocSpace administrator and people from a directory (LDAP) are never disabled for it.
    type: str
    choices: [ignore, report, disable]
    default: ignore
  unlisted_include:
    description:
      - Who else counts for O(unlisted) - guests, people from a directory, people of an identity
        provider.
    type: list
    elements: str
    choices: [guests, ldap, sso]
    default: []
  max_new_seats:
    description:
      - How many more paid seats may be used after the task than before.
      - A task that would take more fails before anything is changed, in check mode too. So does one
        that needs more seats than the subscription allows.
    type: int
    default: 0
  max_new_users:
    description:
      - The most accounts to make, as a number such as V(10), or as a percentage of the people of
        the portal such as V(5%).
    type: str
  max_disables:
    description:
      - The most accounts to disable, named or not, as a number, or as a percentage of the people of
        the portal.
    type: str
    default: "10"
  successor:
    description:
      - Who gets the rooms that people own whose type goes down to V(user) or V(guest), by e-mail
        address, id or user name. An active room administrator or administrator.
      - Without one, such a task is refused where somebody owns a room. Archived rooms stay, and the
        task warns of them.
    type: str
  other_rooms:
    description:
      - When a type goes down to V(user) or V(guest), the portal also gives the successor every
        active room of I(others) in which the person has an entry. By default, that is refused.
      - V(restore) gives these rooms back at once to those who own them, and everybody their level
        of access, each step proven. The owner of the API key takes the rooms over for a moment if
        the successor is somebody else. Rooms that were taken come back too where the type has not
        gone down in the end.
      - A person who managed a room of somebody else is content creator there afterwards, as no user
        can manage rooms. The task warns of that, whosever the room is.
      - Rooms of people whose type goes down in the same task are not such rooms. Whoever owns a
        room goes first, so that nobody loses one and keeps the type. Where two have entries in
        rooms of each other and the task fails in between, RV(failure.rooms_left) names them.
      - The key needs the scopes C(rooms:write) and C(files:write) for that. In check mode, the task
        only warns if it lacks them.
    type: str
    choices: [refuse, restore]
    default: refuse
  wait_timeout:
    description:
      - Seconds to wait for each job of the portal that lowers a type, and for an answer that shows
        what it has done.
      - Where none does within that time, the task fails, and it is not known what was done.
    type: int
    default: 300
  parallel:
    description:
      - How many requests may run side by side, from 1 to 15.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests), and the ids of new accounts,
        which are null.
  diff_mode:
    support: full
    details:
      - One line for each account that changes, with the paid seat that it takes, and one for each
        room that a type that goes down is about.
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal that read. One for each of up to five people; for more, one for each or
    all people by pages of 100, whichever is fewer; with O(unlisted) always the pages. One more for
    each address that nobody has, as it may be a user name. If anything is to do, one or two tell
    whose key it is. One more tells the paid seats if the plan takes or frees any, or four if the
    key lacks the scope C(*:read), which the limit cannot be read without, and how much the portal
    may store, if somebody gets a quota in bytes; one the settings for invitations, if accounts are
    made or somebody becomes a guest; one the portal's pattern for names with O(create=active); one
    who else is an administrator, if one is lowered or disabled; one how many people there are, for
    a percentage.
  - >-
    Requests that write. One for 100 invitations, one for each account with O(create=active), one
    for 100 accounts that are disabled or enabled, but one for each that takes a paid seat, one for
    each 20 accounts that get the same type, one for each address, one for 100 accounts with the
    same quota. Everything that an answer does not prove is read afterwards.
  - >-
    For each type that goes down, two reads of rooms, the job with at least five reads around it, a
    read for each room of others that goes to the successor for good, and with
    O(other_rooms=restore) two reads for each other room of others, and up to two writes for each
    owner of rooms and for each room, each with a read that proves it.
  - >-
    Refused before a write, in check mode too, are the owner of the portal and the owner of the API
    key where their type, status or address would change; the last active DocSpace administrator
    beside the owner, even where the same task makes another one; the status and address of people
    from a directory (LDAP); other administrators, unless the key is that of the portal's owner; and
    whatever else the portal would refuse midway.
  - The key needs the scopes C(accounts:read) and C(accounts:write); C(rooms:read) where a type goes
    down to V(user) or V(guest); and C(*:read), to know how many seats there are, where the plan
    takes any, even if it frees as many.
  - In check mode, the task warns if the key may not change accounts at all.
seealso:
  - module: onlyoffice.docspace.user_info
  - module: onlyoffice.docspace.user_status
  - module: onlyoffice.docspace.groups
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Invite people, and give others the type that they need
  onlyoffice.docspace.users:
    users:
      - user: dan@example.com
        type: user
      - user: ben@example.com
        type: room_admin
    max_new_seats: 1

- name: Let the list in the repository decide who has an account
  onlyoffice.docspace.users:
    users: "{{ docspace_people }}"
    unlisted: disable
    max_disables: 5%
    max_new_users: 20

- name: Make accounts that can be used at once
  onlyoffice.docspace.users:
    users:
      - user: eva@example.com
        type: user
        first_name: Eva
        last_name: Example
    create: active
    send_password_link: true

- name: Somebody changes jobs, and the rooms go to a colleague
  onlyoffice.docspace.users:
    users:
      - user: ada@example.com
        type: user
    successor: cleo@example.com
    other_rooms: restore
    create: never

- name: Somebody has another name
  onlyoffice.docspace.users:
    users:
      - user: gina@example.com
        email: gina.new@example.com
"""

RETURN = r"""
users:
  description: What was done, for each entry of O(users) in its order.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    user:
      description: Who it is, as O(users[].user) has it.
      type: str
      sample: ben@example.com
    id:
      description: The account's id. Null where there is no account, and in check mode for one that
        is still to be made.
      type: str
      sample: c0000000-0000-4000-8000-000000000005
    display_name:
      description: The person's name; of somebody who is invited, the address.
      type: str
      sample: Eva User05
    email:
      description: The person's e-mail address after the task. Like the next two, null if it is not
        known what became of a write.
      type: str
      sample: user05@example.org
    status:
      description: V(active), V(disabled), or V(pending) for an invitation not yet accepted. Null
        without an account.
      type: str
      sample: active
    type:
      description: V(owner), V(docspace_admin), V(room_admin), V(user) or V(guest).
      type: str
      sample: room_admin
    done:
      description: What was done, of V(invited), V(created), V(enabled), V(disabled), V(type),
        V(email), V(quota) and V(password_link).
      type: list
      elements: str
      sample: [type]
    unchangeable:
      description: The properties that differ, and cannot be changed for this person.
      type: list
      elements: dict
      contains:
        option:
          description: The option.
          type: str
          sample: first_name
        current:
          description: What the portal has. Null for a new account.
          type: raw
          sample: Ben
        desired:
          description: What the task has.
          type: raw
          sample: Benjamin
        reason:
          description: Why it cannot be changed.
          type: str
          sample: only this person can change it
    changed:
      description: Whether this account was changed, or may have been.
      type: bool
    failed:
      description: Whether this account is not as desired.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
    rooms:
      description: The rooms of somebody whose type goes down to V(user) or V(guest).
      returned: where that is planned
      type: dict
      contains:
        to_successor:
          description: Active rooms that the successor gets, each with C(id) and C(title).
          type: list
          elements: dict
        given_back:
          description: Rooms of others that are given back to them, with the same keys.
          type: list
          elements: dict
        archived:
          description: Archived rooms that stay with this person, with the same keys.
          type: list
          elements: dict
added:
  description: The accounts that were made, by e-mail address.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: &person
    id:
      description: The person's id.
      type: str
    display_name:
      description: The person's name.
      type: str
    email:
      description: The person's e-mail address.
      type: str
    status:
      description: The status of the account.
      type: str
    type:
      description: The type of the account.
      type: str
updated:
  description: The accounts that got another type, address or quota, with the same keys.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *person
disabled:
  description: The accounts that were disabled, with the same keys, those that no entry is about
    included.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *person
enabled:
  description: The accounts that were enabled, with the same keys.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *person
unlisted:
  description: The people whom no entry is about, as they were before the task, with the same keys.
    Empty with O(unlisted=ignore).
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *person
seats:
  description: The paid seats, or null if the plan neither takes nor frees any.
  returned: success, and failures after a write
  type: dict
  contains:
    before:
      description: How many were used before.
      type: int
      sample: 11
    after:
      description: How many are used after the task. Null if it is not known what became of a write.
      type: int
      sample: 12
    allowed:
      description: How many the subscription allows. Null if there is no limit, or the key may not
        know.
      type: int
      sample: 15
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
      sample: max_new_seats_exceeded
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
    rooms_left:
      description: Rooms that may not have their owners again, each with its C(id) and the id of its
        C(owner).
      type: list
      elements: dict
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.account_changes import (
    AccountApplier,
    planned_deeds,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.account_plans import (
    account_scope_warnings,
    plan_all,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_effects import (
    read_room_effects,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.account_effects import (
    changes_of_accounts,
    changes_of_lowering,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.account_options import (
    ACCOUNT_LIST,
    ACCOUNT_RULES,
    AccountRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_account import (
    DesiredAccount,
    parse_accounts,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.accounts_part import (
    accounts_part,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_effects import (
    room_effects_diff,
    room_effects_facts,
    room_effects_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {**ACCOUNT_LIST, "required": True},
    "leavers": {"type": "list", "elements": "str", "default": []},
    **ACCOUNT_RULES,
    "show_rooms": {"type": "bool", "default": False},
    "wait_timeout": {"type": "int", "default": 300},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    users: tuple[DesiredAccount, ...]
    rules: AccountRules
    show_rooms: bool
    wait_timeout: int
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        if params["users"] is None:  # nobody named is nobody kept
            raise OptionError("users", "is null, an empty value; give one.")
        return cls(
            connection=Connection.from_params(params),
            users=parse_accounts(params["users"]),
            rules=AccountRules.from_params(params, params["users"], params["leavers"]),
            show_rooms=params["show_rooms"],
            wait_timeout=check_range(
                "wait_timeout", params["wait_timeout"], 1, 86400, unit=" seconds"
            ),
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all accounts can be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        checked = plan_all(portal, options.users, options.rules)
        changes = changes_of_accounts(checked.plan)
        moving = changes_of_lowering(checked.lowerings)
        effects, unseen = read_room_effects(portal, options.show_rooms, changes, moving)

        # apply
        applier = AccountApplier(portal, checked.key_owner, options.wait_timeout)
        deeds = planned_deeds(checked.steps) if check_mode else applier.apply(checked.steps)

        # report
        part = accounts_part(checked, deeds, diff_mode)
        warnings = [*options.connection.warnings(), *part.warnings]
        if part.failure:
            part.failure.facts["warnings"] = warnings
            raise part.failure
        if check_mode:
            warnings += account_scope_warnings(portal, checked)
        warnings += [*unseen, *room_effects_warnings(effects)]
        result = {
            **part.facts,
            **room_effects_facts(effects),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            result["diff"] = [*part.diff, *room_effects_diff(effects)]
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
