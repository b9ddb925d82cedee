# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: room_info
short_description: List the rooms of a DocSpace portal, who gets in and why, and their links
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Tells which rooms there are on an ONLYOFFICE DocSpace portal, all or those that are asked for,
    with their owners, tags and settings.
  - With O(access), also everybody who gets into these rooms, as what, and for which reasons, with
    the one that counts. Lists of a room on the portal show people and groups that have an entry,
    but not who comes in by a group, and not which of several reasons counts.
  - With O(effective_for), the same about a few people only, which takes fewer requests, and also
    where and why they do not get in. The filter P(onlyoffice.docspace.explain_access#filter) says
    it in sentences, and what these people would have without some of their groups.
  - With O(links), also the links into these rooms, without their addresses and passwords.
  - What is named in O(rooms), O(owner), O(user) or O(effective_for) and does not exist is no
    failure, but is returned in RV(unknown).
  - O(room_type), O(owner), O(tags), O(user), O(search) and O(archived) can be combined, and all of
    them must apply.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  all:
    description:
      - All rooms, those in the archive too. One of O(all), O(rooms), O(room_type), O(owner),
        O(tags), O(user), O(search), O(archived) and O(effective_for) must be given, so that a
        variable that is empty or missing never means all rooms.
      - Excludes all other options of these but O(effective_for).
    type: bool
    default: false
  rooms:
    description:
      - Rooms, each by its id (a number) or its exact title. Titles of rooms are not unique on a
        portal, and all rooms of a title are returned.
      - An empty list means no room.
      - Excludes O(all), O(room_type), O(owner), O(tags), O(user), O(search) and O(archived).
    type: list
    elements: str
  room_type:
    description:
      - Only rooms of this type. V(editing) are the collaboration rooms.
      - Excludes O(all) and O(rooms).
    type: str
    choices: [custom, public, filling_forms, virtual_data, editing, ai]
  owner:
    description:
      - Only rooms of this owner, by id, e-mail address or user name.
      - Excludes O(all) and O(rooms).
    type: str
  tags:
    description:
      - Only rooms that have all these tags. Case does not matter.
      - Excludes O(all) and O(rooms).
    type: list
    elements: str
  user:
    description:
      - Only rooms that this person owns or has an entry of their own in, by id, e-mail address or
        user name. Rooms that are open to this person by a group only are not among them.
      - Excludes O(all) and O(rooms).
    type: str
  search:
    description:
      - Part of the rooms' titles. Case does not matter, nor do blanks around it.
      - Excludes O(all) and O(rooms).
    type: str
  archived:
    description:
      - V(true) for rooms in the archive only, V(false) for active rooms only. Both are returned if
        this is left out.
      - Excludes O(all) and O(rooms).
    type: bool
  access:
    description:
      - Whether to return who gets into these rooms, as RV(rooms[].access), and why. It takes all
        people of the portal with their groups, and a request for each room.
      - The task warns of what the portal shows to nobody. People with an account who came by an
        external link are in no list, and neither are the groups of administrators and of users
        that the portal has itself. See also RV(rooms[].external_links).
      - The key needs the scope C(accounts:read) too. With the key of somebody who is no
        administrator, people who are disabled and some guests are missing, of which the task warns
        too.
    type: bool
    default: false
  effective_for:
    description:
      - People, each by id, e-mail address or user name, of whom to return as what and why they get
        into these rooms, or why they do not, as RV(rooms[].effective_for).
      - If this is all that says which rooms are asked for, these are all rooms that one of them
        owns, or in which one of them or of their groups has an entry, those in the archive too.
        Rooms that they only read as administrators are not among them.
      - An empty list means nobody, and without another option also no room.
      - What the portal shows to nobody is as with O(access), and the task warns of it too. The key
        needs the scope C(accounts:read).
    type: list
    elements: str
  links:
    description:
      - Whether to return the links of these rooms, as RV(rooms[].links). It takes a request for
        each room of which the key's person is the owner or a manager, and a few if some have none.
      - The portal shows the links of a room to its owner and its managers only, and an empty list
        to everybody else, administrators included. Where they are not shown, RV(rooms[].links) is
        null, and the task warns of it.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Only reads, in check mode and without.
  diff_mode:
    support: N/A
    details:
      - Changes nothing.
  idempotent:
    support: full
    details:
      - Changes nothing.
notes:
  - The key needs the scope C(rooms:read), and C(accounts:read) for O(owner), O(user), O(access) and
    O(effective_for). Where people cannot be read, owners have no address and no status. Only the
    key of an administrator shows all rooms. The task warns about both.
  - >-
    Requests to the portal. One for each 100 rooms that are found, and one more each for O(owner)
    and O(user), or two if nobody is called so. A further page begins with the last row of the one
    before, which proves that nothing was missed while others changed the list. Up to three O(rooms)
    are read one by one. Of more, a page of 100 rooms is read, and then whatever takes fewer
    requests - those that are not on it, or all pages.
  - >-
    For the names of owners, one for each of up to five. Of more, a page of 100 people of the portal
    is read, and then whatever takes fewer requests.
  - >-
    Where rooms may be missing that only an administrator sees, two more tell whose key it is, or
    one if this person owns one of the rooms.
  - >-
    With O(access), one for each 100 people of the portal and one for each 100 entries of each room,
    four of these side by side, and none for the owners and for whose key it is. If none of these
    people is disabled, one more, or three, tell whether the key would see that.
  - >-
    With O(links), one for each room of which the key's person is the owner or a manager, and those
    that tell whose key it is, if they were not sent already. If a list of links is empty, one more
    tells whether they are still shown; if several are, one for each 100 rooms of the portal.
seealso:
  - module: onlyoffice.docspace.user_info
  - module: onlyoffice.docspace.group_info
  - module: onlyoffice.docspace.portal_info
  - plugin: onlyoffice.docspace.explain_access
    plugin_type: filter
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Read all rooms
  onlyoffice.docspace.room_info:
    all: true
  register: all_rooms

- name: Find rooms whose owners are disabled
  ansible.builtin.debug:
    msg: "{{ of_disabled | map(attribute='title') | list }}"
  vars:
    of_disabled: "{{ all_rooms.rooms | selectattr('owner.status', 'equalto', 'disabled') }}"

- name: Ask who gets into a room, and why
  onlyoffice.docspace.room_info:
    rooms: [Contracts]
    access: true
  register: contracts

- name: Show one line for each person
  ansible.builtin.debug:
    msg: "{{ item.email }}: {{ item.level }} ({{ causes | join(', ') }})"
  vars:
    causes: "{{ item.causes | map(attribute='cause') }}"
  loop: "{{ contracts.rooms | map(attribute='access') | flatten }}"
  loop_control:
    label: "{{ item.email }}"

- name: Read into which rooms guests get
  onlyoffice.docspace.room_info:
    archived: false
    access: true
  register: active

- name: Show them
  ansible.builtin.debug:
    msg: "{{ item.access | selectattr('type', 'equalto', 'guest') | map(attribute='email') }}"
  loop: "{{ active.rooms }}"
  loop_control:
    label: "{{ item.title }}"

- name: Ask in which rooms somebody is, as what, and why
  onlyoffice.docspace.room_info:
    effective_for: [eva@example.com]
  register: of_eva

- name: Say it in sentences
  ansible.builtin.debug:
    msg: "{{ of_eva | onlyoffice.docspace.explain_access('eva@example.com') }}"

- name: Ask why two people do not get into a room
  onlyoffice.docspace.room_info:
    rooms: [Contracts]
    effective_for: [ben@example.com, dan@example.com]

- name: Read which rooms somebody owns or has an entry of their own in
  onlyoffice.docspace.room_info:
    user: gina@example.com
  register: hers

- name: Read the links of all public rooms
  onlyoffice.docspace.room_info:
    room_type: public
    links: true
  register: public

- name: Show the links without an end that open a room without a password
  ansible.builtin.debug:
    msg: "{{ permanent | rejectattr('has_password') | map(attribute='title') | list }}"
  vars:
    permanent: "{{ item.links | default([], true) | selectattr('expires', 'equalto', 'never') }}"
  loop: "{{ public.rooms }}"
  loop_control:
    label: "{{ item.title }}"

- name: Read the rooms that have two tags
  onlyoffice.docspace.room_info:
    tags: [customers, "2026"]
"""

RETURN = r"""
rooms:
  description: The rooms, by title, then by id.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: The room's id.
      type: str
      sample: "8"
    title:
      description: Its title.
      type: str
      sample: Project Phoenix
    room_type:
      description: Its type, as in O(room_type).
      type: str
      sample: custom
    owner:
      description: Who owns it. Where the key may not read people, the address is empty, and the
        status is V(unknown).
      type: dict
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
    tags:
      description: Its tags, in alphabetical order.
      type: list
      elements: str
    archived:
      description: Whether it is in the archive.
      type: bool
      sample: false
    indexing:
      description: Whether its content is numbered.
      type: bool
      sample: false
    deny_download:
      description: Whether its files cannot be downloaded, printed and copied.
      type: bool
      sample: false
    quota:
      description: How many bytes its files may take, -1 for no limit. Null while the portal has no
        quotas of rooms.
      type: int
    own_quota:
      description: Whether this is not the quota of all rooms.
      type: bool
      sample: false
    lifetime:
      description: After how long its files are removed, null if they stay.
      type: dict
      contains:
        value:
          description: How many of the period.
          type: int
          sample: 30
        period:
          description: V(day), V(month) or V(year).
          type: str
          sample: day
        delete_permanently:
          description: Whether the files do not go to the trash.
          type: bool
          sample: false
    watermark:
      description: What is written across its documents, null if nothing is.
      type: dict
    color:
      description: The colour of its symbol, as six hexadecimal digits.
      type: str
      sample: 61C059
    cover:
      description: The id of the picture on its symbol, empty if there is none.
      type: str
      sample: ""
    files:
      description: How many files are in it, those in folders included.
      type: int
      sample: 12
    folders:
      description: How many folders are in it, at any depth.
      type: int
      sample: 3
    external_links:
      description: Whether it has external links, expired ones included. Links by which people are
        invited do not count. This is known of all rooms, whether or not O(links) can be seen.
      type: bool
      sample: false
    open_links:
      description: Whether one of these links needs no account of the portal.
      type: bool
      sample: false
    access:
      description:
        - Everybody who gets in, by e-mail address. Administrators who only read every room as such
          are not among them, but in RV(administrators).
      returned: with O(access)
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
        type:
          description: V(owner), V(docspace_admin), V(room_admin), V(user) or V(guest). Here,
            V(owner) is the owner of the portal.
          type: str
          sample: user
        level:
          description:
            - As what this person is in. V(viewer), V(commenter), V(reviewer), V(editor),
              V(form_filler), V(content_creator), V(room_manager), or V(owner) for the owner of the
              room.
            - V(administrator) for administrators and rooms in the archive, whatever entry they
              have.
          type: str
          sample: editor
        causes:
          description: All reasons why, those first that count.
          type: list
          elements: dict
          contains:
            cause:
              description:
                - V(owner) of the room, V(direct) for an entry of their own, V(group) for a group
                  that is in the room, V(everyone) for the group of all people, V(administrator)
                  for administrators and the owner of the portal, who read every room.
                - An entry of their own counts more than groups, even if it is lower. Of groups, the
                  highest level counts.
              type: str
              sample: group
            level:
              description: What this reason alone would give.
              type: str
              sample: editor
            group:
              description: Which group, null for other reasons.
              type: dict
              contains:
                id:
                  description: The group's id.
                  type: str
                  sample: 10000000-0000-4000-8000-000000000004
                name:
                  description: The group's name.
                  type: str
                  sample: Engineering
            counts:
              description: Whether it gives what this person has.
              type: bool
              sample: true
    inactive:
      description:
        - People who own the room or have an entry of their own, and do not get in, as their account
          is disabled or their invitation not yet accepted. With the same keys as in
          RV(rooms[].access), but for the causes. The level is that of the entry.
      returned: with O(access)
      type: list
      elements: dict
    unseen:
      description:
        - People who own the room or have an entry, and are not shown to the key among the people of
          the portal, so that it is not known whether they get in. Always empty with the key of an
          administrator.
      returned: with O(access)
      type: list
      elements: dict
      contains:
        id:
          description: The person's id.
          type: str
          sample: f0000000-0000-4000-8000-000000000001
        display_name:
          description: The person's name.
          type: str
          sample: Gus1 Guest
        email:
          description: The person's e-mail address.
          type: str
          sample: guest01@example.org
        level:
          description: The level of the entry.
          type: str
          sample: viewer
    groups:
      description: The groups that have an entry, by name.
      returned: with O(access)
      type: list
      elements: dict
      contains:
        id:
          description: The group's id.
          type: str
          sample: 10000000-0000-4000-8000-000000000004
        name:
          description: The group's name.
          type: str
          sample: Engineering
        level:
          description: The level of its members who have no entry of their own.
          type: str
          sample: editor
    effective_for:
      description: The people that O(effective_for) names, by e-mail address, whether they get in or
        not.
      returned: with O(effective_for)
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
        type:
          description: The type of the account, as in RV(rooms[].access[].type).
          type: str
          sample: user
        level:
          description:
            - As what this person is in, as in RV(rooms[].access[].level), or null if they do not
              get in.
            - V(administrator) for those who are not in and read the room as administrators.
          type: str
          sample: editor
        cause:
          description: The reason that counts, as in RV(rooms[].access[].causes[].cause), or null.
          type: str
          sample: group
        causes:
          description: All reasons, those first that count, with the keys of
            RV(rooms[].access[].causes). Empty for those who do not get in.
          type: list
          elements: dict
        why_not:
          description: Why this person does not get in. V(disabled) and V(pending) are about the
            account, whatever entry there is, V(not_in) is for active people whom nothing lets in.
            Null for those who get in.
          type: str
          sample: not_in
    links:
      description:
        - The links into the room, those that have ended included. Null
          where the portal does not show them to the key's person.
      returned: with O(links)
      type: list
      elements: dict
      contains:
        id:
          description: The link's id.
          type: str
          sample: 71000000-0000-4000-8000-000000000001
        title:
          description: Its title.
          type: str
          sample: For the auditors
        type:
          description: V(external) opens the room to who follows it, V(invitation) makes them its
            members.
          type: str
          sample: external
        primary:
          description: Whether it is the external link of which a room has one.
          type: bool
          sample: false
        level:
          description: As what people are in who follow it.
          type: str
          sample: viewer
        expires:
          description: When it ends, in UTC, or V(never).
          type: str
          sample: "2026-12-31T23:00:00Z"
        is_expired:
          description: Whether it has ended.
          type: bool
          sample: false
        has_password:
          description: Whether it needs a password.
          type: bool
          sample: true
        internal:
          description: Whether it opens the room only to those who have an account of the portal.
          type: bool
          sample: false
        deny_download:
          description: Whether nothing can be downloaded by it.
          type: bool
          sample: false
        max_use_count:
          description: Of an invitation link, how often it may be used. Null for any number.
          type: int
        uses:
          description: Of an invitation link, how often it was used. Null for others.
          type: int
          sample: 0
administrators:
  description: Active administrators, and the owner of the portal, who read every room without being
    in it. With the same keys as in RV(rooms[].access), but for level and causes.
  returned: with O(access)
  type: list
  elements: dict
users:
  description: The people that O(effective_for) names, by e-mail address.
  returned: with O(effective_for)
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
    user_name:
      description: The user name.
      type: str
      sample: user05
    type:
      description: The type of the account, as in RV(rooms[].access[].type).
      type: str
      sample: user
    groups:
      description: The groups that this person is in, by name, also those that are in no room.
      type: list
      elements: dict
      contains:
        id:
          description: The group's id.
          type: str
          sample: 10000000-0000-4000-8000-000000000004
        name:
          description: The group's name.
          type: str
          sample: Engineering
unknown:
  description: The entries of O(rooms), O(owner), O(user) and O(effective_for) that mean nothing on
    this portal that the key sees, as they were written.
  returned: success
  type: list
  elements: str
  sample: [Old project]
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 2
    write:
      description: Requests that write. Always 0.
      type: int
      sample: 0
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
      sample: missing_scope
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.filters import (
    check_asked,
    check_tags,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.room_references import (
    check_room_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_snapshot import (
    read_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.effective_reads import (
    are_of,
    read_access_of,
    read_named,
    rooms_of,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    sight_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_info_reads import (
    missing_room_warnings,
    read_links,
    read_owners,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_list_reads import (
    see_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_snapshot import (
    AccessSnapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_index import RoomIndex
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import Room
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.rooms import (
    ACTIVE,
    ANY,
    ARCHIVED,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_causes import (
    unseen_links_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    unknown_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_info import (
    access_told,
    found_room_result,
    shown_links_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.rooms import (
    in_room_order,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "all": {"type": "bool", "default": False},
    "rooms": {"type": "list", "elements": "str"},
    "room_type": {
        "type": "str",
        "choices": ["custom", "public", "filling_forms", "virtual_data", "editing", "ai"],
    },
    "owner": {"type": "str"},
    "tags": {"type": "list", "elements": "str"},
    "user": {"type": "str"},
    "search": {"type": "str"},
    "archived": {"type": "bool"},
    "access": {"type": "bool", "default": False},
    "effective_for": {"type": "list", "elements": "str"},
    "links": {"type": "bool", "default": False},
}
_FILTERS = ("room_type", "owner", "tags", "user", "search", "archived")
CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [("rooms", option) for option in _FILTERS],
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    rooms: tuple[str, ...] | None
    room_type: str | None
    owner: Reference | None
    tags: tuple[str, ...]
    user: Reference | None
    search: str | None
    archived: bool | None
    access: bool
    effective_for: tuple[Reference, ...] | None
    is_about_people: bool
    links: bool

    @property
    def area(self) -> str:
        """Where to look for rooms."""
        return ANY if self.archived is None else ARCHIVED if self.archived else ACTIVE

    @property
    def names_all_rooms(self) -> bool:
        """Whether it is known without the portal which rooms are asked for, or that none are."""
        return self.rooms is not None or (self.is_about_people and not self.effective_for)

    @property
    def people(self) -> list[Reference]:
        """Who is named."""
        return [each for each in (self.owner, self.user) if each]

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        filters = ("rooms", *_FILTERS)
        check_asked(params, filters, "all rooms", also=("effective_for",))
        rooms, named = params["rooms"], params["effective_for"]
        return cls(
            connection=Connection.from_params(params),
            rooms=None if rooms is None else check_room_references("rooms", rooms),
            room_type=params["room_type"],
            owner=parse_reference("owner", params["owner"]),
            tags=check_tags("tags", params["tags"]),
            user=parse_reference("user", params["user"]),
            search=params["search"],
            archived=params["archived"],
            access=params["access"],
            effective_for=None if named is None else parse_references("effective_for", named),
            is_about_people=not params["all"] and all(params[each] is None for each in filters),
            links=params["links"],
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values; the same in check mode.

    :raises DocSpaceError: if the portal does not tell.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        portal.rooms.with_settings = True
        people, strangers = read_named(portal, options.effective_for or (), options.access)
        rooms, unknown = _read(portal, options, people)
        snapshot = _read_access(portal, options, rooms, people)
        if snapshot and options.is_about_people:
            rooms = are_of(people, snapshot)
        known = snapshot.people.values() if snapshot else ()
        owners, warnings = read_owners(portal, rooms, known)
        rows = [found_room_result(room, owners.get(room.owner_id)) for room in in_room_order(rooms)]
        if unknown or not options.names_all_rooms:
            warnings += missing_room_warnings(portal, owners.values())
        told: dict[str, Any] = {}
        if snapshot:
            about = None if options.effective_for is None else people
            part = access_told(snapshot, rooms, options.access, about, options.is_about_people)
            rows = [{**row, **part.rooms[row["id"]]} for row in rows]
            told = part.facts
            warnings += sight_warnings(portal) + part.warnings
        if options.links:
            links = read_links(portal, rooms, owners.values())
            rows = [{**row, "links": shown_links_result(links[row["id"]])} for row in rows]
            warnings += unseen_links_warnings([room for room in rooms if links[room.id] is None])
        return {
            "changed": False,
            "rooms": rows,
            **told,
            "unknown": [*unknown, *unknown_result(strangers)],
            "requests": portal.requests,
            "warnings": options.connection.warnings() + warnings,
        }


def _read(
    portal: Portal, options: Options, named: Sequence[Person]
) -> tuple[list[Room], list[str]]:
    """The rooms asked for, and what was named but is nothing.

    :param named: people whose rooms these are, if nothing else says which.
    """
    if options.is_about_people:
        return rooms_of(portal, named), []
    if options.rooms is not None:
        index = RoomIndex(see_rooms(portal, options.rooms).rooms)
        found = {text: index.meant(text) for text in options.rooms}
        rooms = {room.id: room for meant in found.values() for room in meant}
        return list(rooms.values()), [text for text in options.rooms if not found[text]]
    people = dict(zip(options.people, portal.people.find_each(options.people)))
    unknown = [each for each, person in people.items() if person is None]
    if unknown:
        return [], unknown_result(unknown)
    owner, user = (people.get(each) if each else None for each in (options.owner, options.user))
    listing = portal.rooms.listing(
        options.area,
        options.search,
        options.room_type,
        options.tags,
        # Of two people, the portal is asked about one.
        owner.id if owner and not user else None,
        user.id if user else None,
    )
    # To the portal, one of the tags is enough.
    tagged = [room for room in listing.all() if room.has_tags(options.tags)]
    return [room for room in tagged if owner is None or room.owner_id == owner.id], []


def _read_access(
    portal: Portal, options: Options, rooms: Sequence[Room], named: Sequence[Person]
) -> AccessSnapshot | None:
    """Who gets into rooms, everybody or those who are named; None if that is not asked for."""
    if options.access:
        return read_access(portal, rooms, portal.people.known)
    if options.effective_for is None:
        return None
    return read_access_of(portal, named, rooms, None if options.is_about_people else options.area)


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
