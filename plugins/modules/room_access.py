# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: room_access
short_description: Manage who may enter a DocSpace room
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Lets people and groups into one room of an ONLYOFFICE DocSpace portal, changes what they are
    there, and puts them out. Only differences are sent.
  - Before anything is sent, each level is checked against the type of the room and of the person.
    The difference tells, person by person, what they get before and after, and why - by an entry of
    their own, by a group, or as an administrator.
  - M(onlyoffice.docspace.access) does the same for many rooms in one plan.
extends_documentation_fragment:
  - onlyoffice.docspace.access_lists
  - onlyoffice.docspace.access_lists.rules
  - onlyoffice.docspace.access_lists.ownership
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  room:
    description:
      - The room, by its id or its exact title.
    type: str
    required: true
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
    details:
      - One line for each person whose access changes, members of groups included, with the cause,
        and one for each group whose entry changes.
  idempotent:
    support: full
    details:
      - A second run sends no write. If O(remove) names somebody who has an entry
        and is in the room by a group as well, the first run takes out the entry and warns, and
        later ones are refused. With O(only_by_group=warn), they only warn.
notes:
  - >-
    Requests to the portal. One read for the room, one for each 100 entries, and one for each person
    and group named, up to five people; of more, people are read by pages of 100 if that is fewer.
    With O(exact), those who are put out without being named are looked up too. If a group's entry
    changes, its members are read by pages of 100. A room that is named by its title takes one read
    more if something is to change. Where a room manager is lowered or put out, one or two more tell
    whether that is the owner of the credential.
  - >-
    One write for up to 100 people and groups, and one for up to 20 guests to invite; then the
    entries are read again, which proves the change. None of these if nothing changes.
  - >-
    A room that is taken over with O(via_ownership) takes up to four reads more before the first
    write, for the key, its owner, the owner of the room, and the room once more. There are four
    writes instead of one, and behind each a read that proves it.
  - In check mode, if anything would change, one more read tells whether the key may write.
  - >-
    The owner of a room is in by being that, and must not be in a list. Somebody's own entry counts
    even if it is lower than that of a group; without one, the strongest of the groups counts.
  - >-
    The task is refused before the first write where the portal would do nothing, or something else
    than is written. So it is for levels that a room does not offer, unknown and disabled people,
    groups of the portal itself, the owner, rooms in the archive, rooms that the owner of the
    credential does not manage, and where this person would not be a room manager any more.
  - The key needs the scopes C(rooms:write) and C(accounts:read), and must belong to the owner or a
    manager of the room. With O(via_ownership), it needs C(files:write) too, and must belong to an
    administrator.
seealso:
  - module: onlyoffice.docspace.access
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let a group and somebody else into a room
  onlyoffice.docspace.room_access:
    room: Contracts
    add:
      - group: Engineering
        level: viewer
      - user: eva@example.com
        level: editor
        until: "2030-12-31"
        reason: Audit of the contracts
        approved_by: ada@example.com

- name: Put somebody and a group out
  onlyoffice.docspace.room_access:
    room: Contracts
    remove:
      - ben@example.com
      - group: Finance

- name: Let the list in the repository decide who is in the room, but never take out many at once
  onlyoffice.docspace.room_access:
    room: 120
    exact:
      - user: dan@example.com
        level: content_creator
      - group: Legal
        level: viewer
    max_removals: 25%
    expiring_within: 14d

- name: Invite somebody from another company as a guest
  onlyoffice.docspace.room_access:
    room: Contracts
    add:
      - user: lawyer@example.net
        level: viewer
    invite_guests: true
"""

RETURN = r"""
room:
  description: The room.
  returned: success
  type: dict
  contains:
    id:
      description: Its id.
      type: str
      sample: "120"
    title:
      description: Its title.
      type: str
      sample: Contracts
added:
  description: The people and groups who had no entry of their own before.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    user:
      description: The person, or null.
      type: dict
      contains:
        id:
          description: The person's id; null for guests whom only this task invites.
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
    group:
      description: The group, or null.
      type: dict
      contains:
        id:
          description: The group's id.
          type: str
          sample: 10000000-0000-4000-8000-000000000004
        name:
          description: Its name.
          type: str
          sample: Engineering
    level:
      description: The level of their own entry after the task; null if they have none.
      type: str
      sample: editor
    previous_level:
      description: The level before the task; null if they had no entry.
      type: str
    until:
      description: When the access ends, in UTC, if the task says so.
      type: str
      sample: "2031-01-01T00:00:00Z"
    reason:
      description: Why, if the task says so.
      type: str
    approved_by:
      description: Who has approved it, if the task says so.
      type: str
changed_levels:
  description: Those whose entry has another level now, with the same keys.
  returned: success, and failures after a write
  type: list
  elements: dict
removed:
  description: Those who have no entry any more, with the same keys.
  returned: success, and failures after a write
  type: list
  elements: dict
affected:
  description: >-
    Everybody whose access changes, members of groups included, and everybody whose entry
    does, as far as entries tell. Of the group of all people, only a warning and the diff
    tell.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    user:
      description: The person, with the same keys.
      type: dict
    before:
      description: What this person got before while the account is active, or null.
      type: dict
      contains:
        level:
          description: The level, or V(administrator) for those who read every room.
          type: str
          sample: editor
        cause:
          description: V(direct) for an entry of their own, V(group), or V(administrator).
          type: str
          sample: direct
        groups:
          description: The groups that give this level, each with C(id) and C(name).
          type: list
          elements: dict
    after:
      description: What they get after the task, with the same keys, or null.
      type: dict
    summary:
      description: Both on one line.
      type: str
      sample: "user05@example.org: editor (direct) -> viewer (by group Sales)"
still_in:
  description: >-
    People who are put out, or whose time is over, and who get in all the same. Each has
    C(user), C(level), C(cause) and C(groups).
  returned: success, and failures after a write
  type: list
  elements: dict
unknown:
  description: What the task names that is nobody on this portal, as it was written.
  returned: success
  type: list
  elements: str
  sample: [left-long-ago@example.org]
expiring:
  description:
    - Access that ends within O(expiring_within). Each entry has C(room), C(user), C(group),
      C(level), C(until), C(reason) and C(approved_by).
  returned: success
  type: list
  elements: dict
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 5
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
      sample: unusable_entries
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

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_reads import (
    plan_rooms,
    unknown_texts,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_writes import (
    apply_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    scope_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_options import (
    ACCESS_CONSTRAINTS,
    ACCESS_LISTS,
    ACCESS_RULES,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_rules import (
    AccessRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_access import (
    DesiredAccess,
    parse_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access import (
    access_facts,
    expiring_result,
    room_key,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_diff import (
    access_diff,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_warnings import (
    access_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "room": {"type": "str", "required": True},
    **ACCESS_LISTS,
    **ACCESS_RULES,
    "via_ownership": {"type": "bool", "default": False},
}
CONSTRAINTS = ACCESS_CONSTRAINTS


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    access: DesiredAccess
    rules: AccessRules

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        return cls(
            connection=Connection.from_params(params),
            access=parse_access(params),
            rules=AccessRules.from_params(params, datetime.now(timezone.utc)),
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the room cannot be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions) as portal:
        # plan
        checked = plan_rooms(portal, [options.access], options.rules)
        (plan,) = checked.plans

        # apply
        (outcome,) = apply_access(portal, checked, options.rules, check_mode)

        # report
        facts = access_facts(plan, outcome)
        outcome.demand_success(**facts)
        warnings = [*options.connection.warnings(), *outcome.warnings]
        warnings += access_warnings(checked.plans, checked.directory, options.rules)
        if plan.changes and check_mode:
            warnings += scope_warnings(portal, "rooms:write")
        result = {
            "changed": outcome.changed,
            "room": room_key(plan.room),
            **facts,
            "unknown": unknown_texts(checked),
            "expiring": expiring_result(checked.plans, checked.directory, options.rules),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            result["diff"] = access_diff(plan)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
