# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: user_info
short_description: List the people of a DocSpace portal, their groups and their rooms
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Tells who is on an ONLYOFFICE DocSpace portal, all or those who are asked for, what type and
    status they have, whether they take a paid seat, and which groups they are in.
  - With O(rooms), also which rooms they own and which rooms of others they may enter.
  - Whoever is named in O(users) and does not exist is no failure, but is returned in RV(unknown).
  - O(status), O(type), O(group) and O(search) can be combined, and all of them must apply.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  all:
    description:
      - Everybody. One of O(all), O(users), O(status), O(type), O(group) and O(search) must be
        given, so that a variable that is empty or missing never means everybody.
      - Excludes all other options of these.
    type: bool
    default: false
  users:
    description:
      - People, each by id, e-mail address or user name. The notations can be mixed, and somebody
        who is named several times is returned once.
      - Case does not matter in e-mail addresses and user names. Ids may have any notation of a
        GUID.
      - An empty list means nobody.
      - Excludes O(all), O(status), O(type), O(group) and O(search).
    type: list
    elements: str
  status:
    description:
      - Only people with this status. V(pending) are those who have not yet accepted their
        invitation.
      - Excludes O(all) and O(users).
    type: str
    choices: [active, disabled, pending]
  type:
    description:
      - Only people of this type. V(docspace_admin) are the DocSpace administrators without the
        portal's owner, V(room_admin) the room administrators, and V(user) and V(guest) what
        DocSpace calls users and guests.
      - Excludes O(all) and O(users).
    type: str
    choices: [owner, docspace_admin, room_admin, user, guest]
  group:
    description:
      - Only members of this group, by its id (a GUID) or its exact name. Disabled people are still
        in their groups, although they are not shown there, and are returned too.
      - The task fails if there is no such group, or several groups have the name.
      - System groups are refused. Use O(type) instead.
      - Excludes O(all) and O(users).
    type: str
  search:
    description:
      - Only people in whose first name, last name and e-mail address all these words occur, or
        parts of them, as in the portal's own search. Case does not matter.
      - Excludes O(all) and O(users).
    type: str
  rooms:
    description:
      - Whether to read the rooms of these people too, as RV(users[].rooms). It takes two requests
        for each person, and more for those with more than 100 rooms.
      - Excludes O(all), as on a large portal that would be thousands of requests. Say whose rooms
        they are by O(users), O(status), O(type), O(group) or O(search).
      - The key needs the scope C(rooms:read) too. The key of an administrator sees all rooms, that
        of somebody else only those that this person may enter, of which the task warns.
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
  - The key needs the scope C(accounts:read) only, and C(rooms:read) for O(rooms). The key of a room
    administrator does too, but does not see disabled people and not all guests. The task warns
    about that where they may be missing.
  - >-
    Requests to the portal. Without O(users), one for each 100 people who are found, and one more
    for O(group). A further page begins with the last row of the one before, which proves that
    nobody was missed while others changed the list. With O(users), one more for each e-mail address
    that nobody has, as it may be a user name.
  - >-
    One more, or three, tell whether the key sees disabled people, where these may be missing and
    none was found.
  - >-
    With up to five people in O(users), one for each of them. With more, a page of 100 people of the
    portal is read, and then whatever takes fewer requests - looking up those who are not on it, or
    reading all pages.
  - >-
    With O(rooms), two more for each person, one for the rooms owned and one for those entered, some
    of them side by side, and one or two that tell whose key it is, unless somebody disabled is
    found.
seealso:
  - module: onlyoffice.docspace.portal_info
  - module: onlyoffice.docspace.group_members
  - module: onlyoffice.docspace.group_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Read everybody
  onlyoffice.docspace.user_info:
    all: true
  register: everybody

- name: Read the disabled people who still are members of a group
  onlyoffice.docspace.user_info:
    group: Finance
    status: disabled
  register: hidden

- name: Remove them, so that enabling an account does not bring the access back
  onlyoffice.docspace.group_members:
    group: Finance
    members: "{{ hidden.users | map(attribute='id') }}"
    state: absent

- name: Read all disabled people
  onlyoffice.docspace.user_info:
    status: disabled
  register: disabled

- name: Report those who are still in a group, and in which
  ansible.builtin.debug:
    msg: "{{ item.email }}: {{ item.groups | map(attribute='name') | join(', ') }}"
  loop: "{{ disabled.users | rejectattr('groups', 'equalto', []) }}"
  loop_control:
    label: "{{ item.email }}"

- name: Look up newcomers, to invite those who have no account yet
  onlyoffice.docspace.user_info:
    users:
      - dan@example.com
      - eva@example.com
  register: newcomers

- name: Tell who has to be invited
  ansible.builtin.debug:
    var: newcomers.unknown

- name: Read who administers the portal
  onlyoffice.docspace.user_info:
    type: docspace_admin
    status: active
  register: administrators

- name: Read who takes a paid seat
  onlyoffice.docspace.user_info:
    all: true
  register: everybody

- name: Show those among them who are in no group
  ansible.builtin.debug:
    msg: "{{ paid | selectattr('groups', 'equalto', []) | map(attribute='email') | list }}"
  vars:
    paid: "{{ everybody.users | selectattr('seat') }}"

- name: Read what somebody has who is about to leave
  onlyoffice.docspace.user_info:
    users: [gina@example.com]
    rooms: true
  register: leaver

- name: Find a person by parts of the name
  onlyoffice.docspace.user_info:
    search: gina us
  register: candidates
"""

RETURN = r"""
users:
  description: The people, by e-mail address.
  returned: success
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
      description: The person's user name.
      type: str
      sample: user05
    type:
      description: V(owner), V(docspace_admin), V(room_admin), V(user) or V(guest), as in O(type).
      type: str
      sample: user
    seat:
      description: Whether the account takes one of the paid seats of the portal's plan. Those of
        the owner, of administrators and of room administrators do, invited ones too, and disabled
        ones do not.
      type: bool
      sample: false
    ldap:
      description: Whether the account comes from a directory (LDAP), which alone decides on its
        status and its names.
      type: bool
      sample: false
    sso:
      description: Whether the person signs in through an identity provider (SSO).
      type: bool
      sample: false
    pending_since:
      description: When somebody was invited who has not yet accepted it, in UTC. Null for all
        others.
      type: str
      sample: "2026-10-05T08:30:00Z"
    first_name:
      description: The person's first name. Empty for those who have not yet accepted an invitation.
      type: str
      sample: Eva
    last_name:
      description: The person's last name.
      type: str
      sample: User05
    location:
      description: Where the person is, as the profile says.
      type: str
      sample: Berlin
    comment:
      description: The comment in the person's profile.
      type: str
      sample: Contractor
    language:
      description: The language of the person's pages and mails.
      type: str
      sample: en-US
    rooms:
      description: The person's rooms.
      returned: with O(rooms)
      type: dict
      contains:
        owned:
          description: The rooms that the person owns, without those in the archive.
          type: list
          elements: dict
          contains:
            id:
              description: The room's id.
              type: str
              sample: "8"
            title:
              description: The room's title.
              type: str
              sample: Project Phoenix
        archived:
          description: The rooms in the archive that the person owns, likewise.
          type: list
          elements: dict
        entered:
          description: The rooms of others that the person has an entry of their own in. Rooms that
            are open by a group only, and those in the archive, are not among them.
          type: list
          elements: dict
    groups:
      description: The groups the person is in, by name, then by id.
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
  description: The entries of O(users) that mean nobody on this portal, as they were written.
  returned: success
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

from dataclasses import dataclass
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.filters import (
    check_asked,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_reads import (
    find_group,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    room_warnings,
    sight_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_reads import (
    read_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    check_members_listed,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import distinct
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    unknown_result,
    users_result,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "all": {"type": "bool", "default": False},
    "users": {"type": "list", "elements": "str"},
    "status": {"type": "str", "choices": ["active", "disabled", "pending"]},
    "type": {"type": "str", "choices": ["owner", "docspace_admin", "room_admin", "user", "guest"]},
    "group": {"type": "str"},
    "search": {"type": "str"},
    "rooms": {"type": "bool", "default": False},
}
CONSTRAINTS: dict[str, Any] = {
    "mutually_exclusive": [
        ("users", "status"),
        ("users", "type"),
        ("users", "group"),
        ("users", "search"),
    ],
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    users: tuple[Reference, ...] | None
    status: str | None
    type: str | None
    group: str | None
    search: str | None
    rooms: bool

    @property
    def may_hide(self) -> bool:
        """Whether a list of these people has not all of them for every key that reads it."""
        guests = self.type in (None, "guest") and self.group is None
        disabled = self.type != "owner" and self.status in (None, "disabled")
        return self.users is None and (guests or disabled)

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        check_asked(params, ("users", "status", "type", "group", "search"), "everybody")
        if params["all"] and params["rooms"]:
            raise OptionError(
                "rooms",
                "takes two requests for each person; say whose rooms they are by users, status,"
                " type, group or search instead of all.",
            )
        return cls(
            connection=Connection.from_params(params),
            users=None if params["users"] is None else parse_references("users", params["users"]),
            status=params["status"],
            type=params["type"],
            group=params["group"],
            search=params["search"],
            rooms=params["rooms"],
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values; the same in check mode.

    :raises DocSpaceError: if the portal does not tell, or does not have the group.
    """
    options = Options.from_params(params)
    unknown: list[Reference] = []
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        portal.people.with_profiles = True
        if options.users is None:
            people = _read(portal, options)
        else:
            found = find_people(portal, options.users, portal.people.listing)
            people = distinct(found.values())
            unknown = [each for each in options.users if each not in found]
        warnings = options.connection.warnings()
        if unknown or options.may_hide:
            warnings += sight_warnings(portal)
        rooms = None
        if options.rooms:
            rooms = read_rooms(portal, people)
            warnings += room_warnings(portal)
        return {
            "changed": False,
            "users": users_result(people, rooms),
            "unknown": unknown_result(unknown),
            "requests": portal.requests,
            "warnings": warnings,
        }


def _read(portal: Portal, options: Options) -> tuple[Person, ...]:
    """Everybody to whom all filters apply."""
    group = None
    if options.group is not None:
        group = find_group(portal, options.group)
        check_members_listed(group)
    people = portal.people.listing(
        options.status, options.type, group.id if group else None, options.search
    ).all()
    # Asked for administrators, the portal adds its owner.
    return tuple(person for person in people if options.type in (None, person.type))


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC, **CONSTRAINTS)


if __name__ == "__main__":
    main()
