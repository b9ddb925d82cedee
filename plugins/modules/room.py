# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: room
short_description: Create, change, hand over, archive and delete a DocSpace room
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes sure that a room of an ONLYOFFICE DocSpace portal exists, with the title, the owner, the
    tags and the settings desired, that it is in the archive, or that it does not exist.
  - Only what the task names is compared, and everything that can be known beforehand is refused
    before anything is changed. Where nothing has to change, nothing is sent.
  - Work that the portal does in the background, such as archiving, is waited for, and proved by
    reading the room. A room is never created twice because an answer was lost.
extends_documentation_fragment:
  - onlyoffice.docspace.room_options
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
seealso:
  - module: onlyoffice.docspace.user_handover
    description: Gives all rooms of somebody who leaves to another person.
options:
  wait_timeout:
    description:
      - How many seconds to wait at most for each work that the portal does in the background.
    type: int
    default: 300
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests), and the id and the color of a
        room that is still to be created, which are null and empty.
  diff_mode:
    support: full
    details:
      - What changes of a room, or all that is known of one that is created or deleted. With a new
        owner also as what the former and the new owner are in the room, and why. Of a room that is
        deleted also how many files and folders are in it.
  idempotent:
    support: full
notes:
  - >-
    Reads. One finds the room. If O(room) is a title and something has to change, one more tells
    what the owner of the key may do with it. One for each of these - a new O(title) by which others
    may be found, a O(cover) that changes, an O(owner), unless given by the id that owns the room
    already. If the room gets another owner, one for the former one, one for each 100 people and
    groups who may enter the room, and one about the key.
  - >-
    A new room takes two reads about the key and its owner, and one for each of O(owner),
    O(template) and O(quota).
  - >-
    Writes. One creates the room, or changes all its properties. One adds tags, one removes tags,
    one changes the owner. Archiving, bringing back and deleting take one read about the key, and
    each a write, a read for each second that the portal is at work, and a read of the room. A room
    from a template takes a read before, a write, a read for each second, and one that finds it.
  - In check mode, if anything would change, one read tells whether the key may write. If it may
    not, the task warns.
  - The API key needs the scope C(rooms:write). To archive, bring back or delete it also needs
    C(files:read), for another owner C(files:write) and C(accounts:read). It belongs to somebody who
    may make rooms, such as a room administrator, or to the owner or a manager of the room.
  - An administrator who is not in a room may archive and delete it and change its tags and its
    owner, but not its title and settings. That is refused before anything is changed.
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: A room for contracts, of which nobody takes copies away
  onlyoffice.docspace.room:
    room: Contracts
    room_type: virtual_data
    tags:
      add: [legal]
    indexing: true
    deny_download: true
    watermark:
      text: Confidential
      additions: [user_name, current_date]
      rotate: -45
  register: contracts

- name: Files of a room are deleted after three months
  onlyoffice.docspace.room:
    room: "{{ contracts.room.id }}"
    lifetime:
      period: month
      value: 3

- name: Somebody else owns the room, and the former owner stays as a room manager
  onlyoffice.docspace.room:
    room: Contracts
    owner: rita@example.com

- name: Rename a room
  onlyoffice.docspace.room:
    room: Contracts
    title: Contracts 2026

- name: A room from a template
  onlyoffice.docspace.room:
    room: Project Phoenix
    template: Project

- name: Put a room into the archive
  onlyoffice.docspace.room:
    room: Project Phoenix
    state: archived

- name: Delete it for good; deleted.destroyed tells how much was in it
  onlyoffice.docspace.room:
    room: Project Phoenix
    state: absent
  register: deleted
"""

RETURN = r"""
room:
  description: The room as it is after the task, or as it was if the task has deleted it. Null if
    there was nothing to delete.
  returned: success, and failures after a write if it is known
  type: dict
  contains:
    id:
      description: Its id. Null in check mode for a room that is still to be created.
      type: str
      sample: "5"
    title:
      description: Its title.
      type: str
      sample: Contracts
    room_type:
      description: Its type, as O(room_type) has it.
      type: str
      sample: virtual_data
    owner:
      description: Its owner, with the keys C(id), C(display_name), C(email) and C(status). The last
        two are only known if the task names or changes the owner, and else empty and V(unknown).
      type: dict
    tags:
      description: Its tags, sorted.
      type: list
      elements: str
      sample: [legal]
    archived:
      description: Whether it is in the archive.
      type: bool
    indexing:
      description: Whether what is in it is numbered.
      type: bool
    deny_download:
      description: Whether downloads are denied.
      type: bool
    quota:
      description: How much may be stored in it, in bytes; -1 for no limit, null while quotas of
        rooms are switched off.
      type: int
      sample: 1048576
    own_quota:
      description: Whether that is not the quota of all rooms.
      type: bool
    lifetime:
      description: How long files stay, with the keys of O(lifetime), or null.
      type: dict
    watermark:
      description: What is drawn over documents, with the keys of O(watermark), or null.
      type: dict
    color:
      description: Its color.
      type: str
      sample: FF6680
    cover:
      description: Its picture, or an empty text.
      type: str
      sample: anchor
action:
  description: What the task is about - V(created), V(changed), V(deleted) or V(none).
  returned: success
  type: str
  sample: changed
changes:
  description: What was done, in its order - V(created), V(unarchived), names of options,
    V(archived), V(deleted). Null if that is not known.
  returned: success, and failures after a write
  type: list
  elements: str
  sample: [title, tags]
destroyed:
  description: How much was in a room that was deleted, at any depth, or null.
  returned: success
  type: dict
  contains:
    files:
      description: How many files.
      type: int
      sample: 12
    folders:
      description: How many folders.
      type: int
      sample: 3
unchangeable:
  description: What is not as desired, and cannot be changed through the API.
  returned: success
  type: list
  elements: dict
  contains:
    option:
      description: The option.
      type: str
      sample: room_type
    current:
      description: What the room has.
      type: raw
      sample: custom
    desired:
      description: What the task names.
      type: raw
      sample: public
    reason:
      description: Why it stays so.
      type: str
      sample: the type of a room cannot be changed once it is created
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 3
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
      sample: room_ambiguous
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_plans import (
    plan_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rooms import apply_rooms
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_room import (
    DesiredRoom,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_options import (
    ROOM,
    ROOM_EXCLUSIONS,
    parse_room,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_diff import room_diff
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_list import (
    one_room_result,
)

ARGUMENT_SPEC: dict[str, Any] = {**ROOM, "wait_timeout": {"type": "int", "default": 300}}
CONSTRAINTS: dict[str, Any] = {"mutually_exclusive": ROOM_EXCLUSIONS}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    room: DesiredRoom
    wait_timeout: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        return cls(
            connection=Connection.from_params(params),
            room=parse_room(params),
            wait_timeout=check_range(
                "wait_timeout", params["wait_timeout"], 1, 86400, unit=" seconds"
            ),
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
    with open_portal(options.connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        (plan,) = plan_rooms(portal, [options.room])

        # apply
        (outcome,) = apply_rooms(portal, [plan], check_mode, options.wait_timeout)

        # report
        result = one_room_result(plan, outcome)
        result["requests"] = portal.requests
        result["warnings"] = options.connection.warnings() + result["warnings"]
        if diff_mode:
            result["diff"] = room_diff(plan)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
