# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: rooms
short_description: Manage many DocSpace rooms, who may enter them, and their links in one plan
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes rooms of an ONLYOFFICE DocSpace portal as a list says, in one task with one plan - what
    M(onlyoffice.docspace.room), M(onlyoffice.docspace.room_access) and
    M(onlyoffice.docspace.room_link) do for one room each.
  - The portal is read once. If anything stands in the way of any room, such as a level that it does
    not offer, somebody who is unknown, or a link without an end, one message names all of it and
    nothing is changed.
  - Then rooms are made, brought back and changed, and get their owners; after that come links, and
    who may enter. What is archived comes last, and what is deleted only if all else went well. A
    failure in one room does not stop the others. The task fails, and RV(rooms) tells for each room
    what was done.
  - The role P(onlyoffice.docspace.rooms#role) is this module with variables, and
    P(onlyoffice.docspace.export#role) writes such a list from a portal.
extends_documentation_fragment:
  - onlyoffice.docspace.room_list
  - onlyoffice.docspace.access_lists.rules
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  leavers:
    description:
      - People who leave, each by e-mail address, id or user name. Where O(rooms[].access) lets one
        of them in, this is left out, and the task warns.
    type: list
    elements: str
    default: []
  max_removals_total:
    description:
      - The most entries to take out of all rooms together, as a number, or as a percentage of all
        present entries of the rooms named.
    type: str
  max_archived:
    description:
      - The most rooms to move into the archive, as a number, or as a percentage of those that are
        named.
      - A task that would archive more fails before anything is changed, in check mode too.
    type: str
    default: "10"
  max_deleted:
    description:
      - The most rooms to delete, as a number, or as a percentage of those that are named.
      - A task that would delete more fails before anything is changed, in check mode too.
    type: str
    default: "3"
  wait_timeout:
    description:
      - How many seconds to wait at most for each work that the portal does in the background.
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
      - Returns what the real run would return, except RV(requests), and the ids of rooms and links
        that are still to be made.
  diff_mode:
    support: full
    details:
      - Of rooms that change, the settings that do; one line for each person whose access changes,
        with the cause before and after; and each link that changes. Never a password.
  idempotent:
    support: full
    details:
      - A second run sends no write. If O(rooms[].access.remove) names somebody who has an entry
        and is in the room by a group as well, the first run takes out the entry and warns, and
        later ones are refused. With O(only_by_group=warn), they only warn.
notes:
  - >-
    Requests to the portal. Up to three rooms are read one by one; of more, all rooms are read by
    pages of 100, or a page and then one by one if that is fewer. For each room with
    O(rooms[].access) or O(rooms[].links), one for each 100 entries; for each with
    O(rooms[].links), one more for its links; and two tell whose credential it is. People and groups
    are looked up, or read by pages of 100 if that is fewer. So 200 rooms with their access, 40 of
    them with links, take 245 requests if nothing is to do and people are known by their entries.
  - Writes are those of the modules for one room. Equal changes of many rooms are sent together.
  - A room that is to be in the archive and does not exist is made, gets its people and links, and
    is archived then. In a room that is in the archive already, links are not looked at.
  - In a room that the task makes for or gives to another owner, the owner of the credential is a
    room manager then. If this person is not in O(rooms[].access.exact) and is an administrator, the
    last write is to leave, with a warning, as later tasks cannot manage the room. So it is in other
    rooms. It is refused with O(rooms[].links), which only managers see, and of other people, who
    would not see the room any more.
  - The key needs C(rooms:write) and C(accounts:read); C(files:write) to hand rooms over and to make
    the primary link of a custom room; and C(files:read) to archive and delete. It belongs to an
    administrator or a room administrator, and with O(rooms[].access) or O(rooms[].links) to the
    owner or a manager of each of these rooms that is there already.
seealso:
  - module: onlyoffice.docspace.room
  - module: onlyoffice.docspace.access
  - module: onlyoffice.docspace.room_link
  - module: onlyoffice.docspace.portal
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let the list in the repository decide which rooms there are and who may enter them
  onlyoffice.docspace.rooms:
    rooms:
      - room: Contracts
        room_type: custom
        owner: ada@example.com
        tags:
          exact: [legal]
        lifetime: {period: year, value: 10}
        access:
          exact:
            - {group: Legal, level: editor}
            - user: ben@example.com
              level: viewer
              until: "2030-12-31"
              reason: Audit of the year
        links:
          - title: For the auditors
            level: viewer
            expires: "2030-12-31T23:59:00Z"
            internal: true
      - room: Old contracts
        state: archived
    max_removals: 25%
    max_removals_total: 10

- name: Let somebody into some rooms, whatever else is in them
  onlyoffice.docspace.rooms:
    rooms:
      - room: Contracts
        access: {add: [{user: eva@example.com, level: viewer}]}
      - room: Plans
        access: {add: [{user: eva@example.com, level: editor}], remove: [dan@example.com]}
"""

RETURN = r"""
rooms:
  description: What was done, for each room in the order of O(rooms).
  returned: success, and failures after the first write
  type: list
  elements: dict
  contains:
    id:
      description: The room's id. Null where there is no room, and in check mode for one that is
        still to be made.
      type: str
      sample: "1204"
    title:
      description: Its title.
      type: str
      sample: Contracts
    action:
      description: V(created), V(changed), V(deleted), or V(none) if there was nothing to do.
      type: str
      sample: changed
    changed:
      description: Whether this room, its access or its links were changed, or may have been.
      type: bool
    failed:
      description: Whether this room is not as desired.
      type: bool
    msg:
      description: Why not, or an empty string.
      type: str
    room:
      description: The room after the task, as RV(onlyoffice.docspace.room#module:room) has it.
      type: dict
    changes:
      description: What was done with the room itself, as
        RV(onlyoffice.docspace.room#module:changes) has it.
      type: list
      elements: str
    destroyed:
      description: What was deleted with a room, as RV(onlyoffice.docspace.room#module:destroyed)
        has it.
      type: dict
    unchangeable:
      description: What differs and cannot be changed, as
        RV(onlyoffice.docspace.room#module:unchangeable) has it.
      type: list
      elements: dict
    access:
      description: Who was let in, changed and put out, with the keys that
        RV(onlyoffice.docspace.access#module:rooms) has for a room. Null where the task says nothing
        of it.
      type: dict
    links:
      description: The links named, as RV(onlyoffice.docspace.room_link#module:link) has them, each
        with its C(action), C(changed) and C(failed). Without passwords and addresses.
      type: list
      elements: dict
summary:
  description: How many rooms were, or in a preview would be, changed in which way.
  returned: success, and failures after the first write
  type: dict
  contains:
    created:
      description: Rooms made.
      type: int
      sample: 1
    changed:
      description: Rooms changed, archived ones among them, or with other access or links.
      type: int
      sample: 2
    deleted:
      description: Rooms deleted.
      type: int
      sample: 0
    unchanged:
      description: Rooms as they were.
      type: int
      sample: 40
    failed:
      description: Rooms that are not as desired.
      type: int
      sample: 0
    let_in:
      description: Entries of people and groups made.
      type: int
      sample: 3
    levels_changed:
      description: Entries that got another level.
      type: int
      sample: 0
    put_out:
      description: Entries taken out.
      type: int
      sample: 1
    links_changed:
      description: Links made, changed and removed.
      type: int
      sample: 1
expiring:
  description: Access that ends within O(expiring_within), as
    RV(onlyoffice.docspace.access#module:expiring) has it.
  returned: success, and failures after the first write
  type: list
  elements: dict
unknown:
  description: The people named who are not on this portal, as they were written.
  returned: success, and failures after the first write
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
      sample: 245
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
      sample: max_archived_exceeded
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
    problems:
      description: The code and the sentence of each of several things that stood in the way.
      type: list
      elements: dict
"""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.whole_room_plans import (
    plan_whole_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.whole_room_writes import (
    apply_whole_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.whole_room_options import (
    ROOM_LIST,
    ROOM_RULES,
    parse_room_rules,
    parse_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.whole_rooms import (
    DesiredWholeRoom,
    WholeRoomRules,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.whole_rooms import (
    rooms_part,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "rooms": {**ROOM_LIST, "required": True},
    "leavers": {"type": "list", "elements": "str", "default": []},
    **ROOM_RULES,
    "wait_timeout": {"type": "int", "default": 300},
    "parallel": {"type": "int", "default": 4},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    rooms: tuple[DesiredWholeRoom, ...]
    leavers: tuple[Reference, ...]
    rules: WholeRoomRules
    wait_timeout: int
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises DocSpaceError: naming the options, what was wrong and what to do."""
        now = datetime.now(timezone.utc)
        return cls(
            connection=Connection.from_params(params),
            rooms=parse_rooms(params["rooms"], now),
            leavers=parse_references("leavers", params["leavers"]),
            rules=parse_room_rules(params, now),
            wait_timeout=check_range(
                "wait_timeout", params["wait_timeout"], 1, 86400, unit=" seconds"
            ),
            parallel=check_range("parallel", params["parallel"], 1, 15),
        )

    @property
    def address(self) -> str:
        """Of the portal, without how it is reached."""
        return self.connection.base_url.partition("://")[2]


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
    rules, address = options.rules, options.address
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        plan = plan_whole_rooms(portal, options.rooms, rules, address, options.leavers)

        # apply
        done = apply_whole_rooms(portal, plan, rules, address, check_mode, options.wait_timeout)

        # report
        part = rooms_part(plan, done, rules, diff_mode)
        warnings = options.connection.warnings() + part.warnings
        if part.failure:
            part.failure.facts["warnings"] = warnings
            raise part.failure
        result = {**part.facts, "requests": portal.requests, "warnings": warnings}
        if diff_mode:
            result["diff"] = part.diff
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
