# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: room
short_description: Create, change, hand over, archive and delete a DocSpace room
version_added: 0.1.0
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
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
seealso:
  - module: onlyoffice.docspace.user_handover
    description: Gives all rooms of somebody who leaves to another person.
options:
  room:
    description:
      - The room, by its id, a number, or by its exact title. With O(state=present), a title that no
        room has creates one.
      - Titles of rooms are not unique on a portal. If several rooms have it, those in the archive
        included, the task fails and lists their ids.
    type: str
    required: true
  title:
    description:
      - The title that the room is to have. A room given by another title in O(room) is then never
        created. If no room has that any more, and one has the new title, it is renamed already.
      - A title that another room has is refused, and so is one that the portal would change, with
        what it would become. It has at most 170 characters and none of V(*), V(:), V("), V(<),
        V(>), V(?), V(|), V(/) and V(\\).
    type: str
  room_type:
    description:
      - The type of the room. A new room needs it, unless it is made from a O(template).
      - No portal changes the type of a room. If it has another one, that is in RV(unchangeable),
        with a warning.
    type: str
    choices: [filling_forms, editing, custom, public, virtual_data, ai]
  owner:
    description:
      - Who is to own the room, by id, e-mail address or user name - an active administrator or room
        administrator.
      - The portal leaves the former owner in the room as a room manager, and takes the new one's
        own level away, as owners need none. The difference shows both before and after.
      - Only the present owner and administrators can hand a room over, and only an active one.
    type: str
  tags:
    description:
      - The tags of the room. Tags that the portal does not have yet are made.
      - Without this option, they stay as they are.
    type: dict
    suboptions:
      add:
        description:
          - Tags that the room is to have, whatever others it has.
          - Excludes O(tags.exact).
        type: list
        elements: str
      remove:
        description:
          - Tags that the room is not to have.
          - Excludes O(tags.exact).
        type: list
        elements: str
      exact:
        description:
          - The only tags that the room is to have. An empty list takes all of them away.
          - Excludes O(tags.add) and O(tags.remove).
        type: list
        elements: str
  quota:
    description:
      - How much may be stored in the room, in bytes, V(none) for no limit, or V(default) for what
        the portal sets for all rooms.
      - While quotas of rooms are switched off, the portal keeps none. A number is then in
        RV(unchangeable), with a warning.
    type: str
  indexing:
    description: Whether what is in the room is numbered.
    type: bool
  deny_download:
    description: Whether people who only view or comment cannot download or copy what is in it.
    type: bool
  lifetime:
    description:
      - How long files stay in the room. It is compared as a whole, and sent only where it differs,
        as the time begins again with each change.
      - Excludes O(no_lifetime).
    type: dict
    suboptions:
      period:
        description: In what O(lifetime.value) is counted.
        type: str
        choices: [day, month, year]
        required: true
      value:
        description: How many of these, from 1 to 999.
        type: int
        required: true
      delete_permanently:
        description: Whether files are deleted for good then, and not moved to the trash.
        type: bool
        default: false
  no_lifetime:
    description:
      - Whether files are to stay for as long as the room does.
      - Excludes O(lifetime).
    type: bool
  watermark:
    description:
      - What is drawn over documents that somebody looks at. It is compared as a whole, and what is
        left out of it is taken away.
      - Needs one of O(watermark.text), O(watermark.additions) and O(watermark.image_url).
      - Excludes O(no_watermark).
    type: dict
    suboptions:
      text:
        description: A text of at most 255 characters.
        type: str
      additions:
        description: What is said of whoever looks, when and where.
        type: list
        elements: str
        choices: [user_name, user_email, user_ip_address, current_date, room_name]
      rotate:
        description: By how many degrees it is turned.
        type: int
        default: 0
      image_url:
        description: Where the portal keeps a picture that is drawn.
        type: str
      image_scale:
        description: The size of the picture, in percent. It takes a write of its own in a new room.
        type: int
        default: 0
      image_width:
        description: The width of the picture.
        type: int
        default: 0
      image_height:
        description: The height of the picture.
        type: int
        default: 0
  no_watermark:
    description:
      - Whether nothing is to be drawn over documents.
      - Excludes O(watermark).
    type: bool
  color:
    description:
      - The color of the room, as six hexadecimal digits such as V(FF6680). Quote it, as YAML takes
        some for numbers.
    type: str
  cover:
    description:
      - The picture of the room, by the portal's name for it, such as V(anchor). One that it does
        not have is refused with those that it has.
      - Excludes O(no_cover).
    type: str
  no_cover:
    description:
      - Whether the room is to have no picture.
      - Excludes O(cover).
    type: bool
  template:
    description:
      - The template that a new room is made from, by its id or its exact title. What is in it comes
        along, as does O(deny_download) unless the task names it. Lifetime, watermark, tags, color
        and people do not.
      - A room that exists is not compared with it.
      - A portal makes one room from a template at a time. The task waits for others.
    type: str
  state:
    description:
      - V(present) creates the room if it does not exist, and brings it back if it is in the
        archive.
      - V(archived) moves it into the archive, after everything else that the task changes of it. In
        the archive, nothing of a room can be changed.
      - V(absent) deletes the room with all that is in it, for good. Only rooms in the archive are
        deleted, unless O(allow_delete=true). The other options of the room are ignored then.
    type: str
    choices: [present, archived, absent]
    default: present
  allow_delete:
    description:
      - Whether O(state=absent) also deletes a room that is active. It is archived first.
    type: bool
    default: false
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
    C(files:read), for another owner C(files:write) and C(accounts:read).
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
