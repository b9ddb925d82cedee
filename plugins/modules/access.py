# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: access
short_description: Manage who may enter many DocSpace rooms at once
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes the access to many rooms of an ONLYOFFICE DocSpace portal as desired, in one task with one
    plan. Only differences are sent.
  - Everything is read and checked first. If anything stands in the way, such as an unknown room, a
    level that a room does not offer, or a plan that puts out too many, one message names all of it
    and nothing is changed. Equal changes of many rooms are sent in one request.
  - A failure in one room does not stop the others. The task then fails, and RV(rooms) tells for
    each room what was done.
  - M(onlyoffice.docspace.room_access) does the same for one room.
extends_documentation_fragment:
  - onlyoffice.docspace.access_lists.many
  - onlyoffice.docspace.access_lists.rules
  - onlyoffice.docspace.access_lists.ownership
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  max_removals_total:
    description:
      - The most entries to take out of all rooms together, as a number, or as a percentage of all
        present entries of the rooms named. Somebody who is put out of two rooms counts twice.
      - A task that would take out more fails before anything is changed, in check mode too.
    type: str
  parallel:
    description:
      - How many requests may run side by side, from 1 to 15. Two writes on one room never do. On a
        portal with two processor cores, more than 4 is slower.
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
      - Only rooms that change are shown, with one line for each person whose access changes,
        members of groups included, with the cause, and one for each group whose entry changes.
  idempotent:
    support: full
    details:
      - A second run sends no write. If O(rooms[].remove) names somebody who has an entry
        and is in the room by a group as well, the first run takes out the entry and warns, and
        later ones are refused. With O(only_by_group=warn), they only warn.
notes:
  - >-
    Requests to the portal. Up to three rooms are read one by one; of more, the rooms of the portal
    are read by pages of 100, or a page and then one by one if that is fewer. Then there is one read
    for each 100 entries of a room, and people and groups are looked up one by one, or read by pages
    of 100 if that is fewer. So 200 rooms on a portal of 2,000 people and 200 groups take 200 reads
    for their entries, 3 for rooms, 21 for people and 3 for groups.
  - >-
    Where something changes, up to two rooms are asked whether they may be managed; for more, two
    reads tell whose credential it is. One more tells whether the key opens C(files:write), with
    which rooms that change in the same way are written together, up to 40 at a time and one level
    at a time. Otherwise there is one write for each room. Behind that, the entries of each room
    written are read again, which proves the change. None of these if nothing changes.
  - >-
    Rooms that are taken over with O(via_ownership) are changed one after the other, each by a read
    and four writes, and behind each of these a read that proves it.
  - >-
    The owner of a room is in by being that, and must not be in a list. Somebody's own entry counts
    even if it is lower than that of a group; without one, the strongest of the groups counts.
  - >-
    The task is refused before the first write where the portal would do nothing, or something else
    than is written. So it is for levels that a room does not offer, unknown and disabled people,
    groups of the portal itself, the owner, rooms in the archive, rooms that the owner of the
    credential does not manage, and where this person would not be a room manager any more.
  - The key needs the scopes C(rooms:write) and C(accounts:read), and must belong to the owner or a
    manager of each room. With O(via_ownership), it needs C(files:write) too, and must belong to an
    administrator.
seealso:
  - module: onlyoffice.docspace.room_access
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let the lists in the repository decide who may enter which room
  onlyoffice.docspace.access:
    rooms:
      - room: Contracts
        exact:
          - user: eva@example.com
            level: editor
          - group: Legal
            level: viewer
      - room: 121
        exact:
          - group: Engineering
            level: content_creator
    max_removals: 25%
    max_removals_total: 10

- name: Somebody takes over the work of somebody else, for a while
  onlyoffice.docspace.access:
    rooms:
      - room: Contracts
        add: &deputy
          - user: eva@example.com
            level: editor
            until: "2030-08-31"
            reason: Deputy for Ben
        remove: [ben@example.com]
      - room: Travel
        add: *deputy
    expiring_within: 14d
"""

RETURN = r"""
rooms:
  description: What was done, for each room in the order of O(rooms).
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    id:
      description: The room's id.
      type: str
      sample: "120"
    title:
      description: Its title.
      type: str
      sample: Contracts
    added:
      description: The people and groups who had no entry of their own before.
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
      type: list
      elements: dict
    removed:
      description: Those who have no entry any more, with the same keys.
      type: list
      elements: dict
    affected:
      description: >-
        Everybody whose access changes, members of groups included, and everybody whose entry
        does, as far as entries tell. Of the group of all people, only a warning and the diff
        tell.
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
      type: list
      elements: dict
    action:
      description: V(changed), or V(none) if there was nothing to do.
      type: str
      sample: changed
    changed:
      description: Whether this room was changed.
      type: bool
    failed:
      description: Whether this room is not as desired.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
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
      sample: 227
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

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
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
    parse_access_list,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access import (
    access_list_result,
    expiring_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_diff import (
    access_list_diff,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_warnings import (
    access_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "rooms": {
        "type": "list",
        "elements": "dict",
        "required": True,
        "options": {"room": {"type": "str", "required": True}, **ACCESS_LISTS},
        **ACCESS_CONSTRAINTS,
    },
    **ACCESS_RULES,
    "via_ownership": {"type": "bool", "default": False},
    "max_removals_total": {"type": "str"},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    rooms: tuple[DesiredAccess, ...]
    rules: AccessRules
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        return cls(
            connection=Connection.from_params(params),
            rooms=parse_access_list(params["rooms"]),
            rules=AccessRules.from_params(params, datetime.now(timezone.utc)),
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all rooms can be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        checked = plan_rooms(portal, options.rooms, options.rules)

        # apply
        outcomes = apply_access(portal, checked, options.rules, check_mode)

        # report
        result = access_list_result(checked.plans, outcomes)
        warnings = options.connection.warnings()
        warnings += [warning for outcome in outcomes for warning in outcome.warnings]
        warnings += access_warnings(checked.plans, checked.directory, options.rules)
        if check_mode and result["changed"]:
            warnings += scope_warnings(portal, "rooms:write")
        result |= {
            "unknown": unknown_texts(checked),
            "expiring": expiring_result(checked.plans, checked.directory, options.rules),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            result["diff"] = access_list_diff(checked.plans)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
