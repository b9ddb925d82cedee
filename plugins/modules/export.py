# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: export
short_description: Write the groups, people and rooms of a DocSpace portal into a file
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Writes the groups of an ONLYOFFICE DocSpace portal with their managers and members, its people
    with their types, and its rooms with their settings, who may enter them, and their links, into a
    YAML file. These are the variables C(docspace_groups) of the role
    P(onlyoffice.docspace.groups#role), C(docspace_people) of the role
    P(onlyoffice.docspace.people#role) and C(docspace_rooms) of the role
    P(onlyoffice.docspace.rooms#role); the role P(onlyoffice.docspace.portal#role) takes all of
    them. Applied to the portal that they came from, they change nothing. Applied to an empty one,
    they make it equal, except for what the file says itself.
  - The file is sorted, and the same as long as the portal is, so that differences in a repository
    are small. People are named by e-mail address, and those without one by id.
  - Groups with equal names are written with their ids, which no other portal knows. So are those
    with a name that cannot be given in a task, as it is empty, begins or ends with blanks, or has
    characters that nobody sees or that are beyond U+FFFF; they keep their names, which are in
    comments.
  - Groups without a manager are written with C(no_manager=true).
  - Disabled people stay in their groups without being shown there, and are written, with a comment.
    They cannot be added to a group that they are not in, so a list with them cannot be applied to a
    portal that has lost its groups before they are enabled or taken from the list.
  - People are written with what the role P(onlyoffice.docspace.people#role) could make so - their
    type, C(state=disabled) for disabled accounts, and a quota of their own. Names, location and
    comment are written as they would go into a new account. Left out are the language, which is a
    person's own choice, the names of people from a directory (LDAP) or an identity provider (SSO),
    and texts that no task can give. Of the owner nothing is written but who it is, as no task
    changes the owner, and of people from a directory no status. Nothing in the file is a secret.
  - Rooms are named by title. Those with equal titles, or with a title that cannot be given in a
    task, are written with their ids, which no other portal knows, and the task warns of them. Rooms
    in the archive are written with C(state=archived), and without their links, which are closed.
  - Who may enter a room is written as C(access) with C(exact), so that nobody else may. People who
    came by a link are in no list, and are not written. Until when somebody may enter, why, and who
    has approved it, are not written either, as the portal does not keep that. So take care not to
    put an export in place of a list that has such entries, which would be permanent then.
  - Links are written without addresses and passwords. The task warns of links with a password, as
    they would be made without one on another portal, and the file has a comment at each of them.
    Links that have ended are only named, in comments. The links of rooms that the owner of the key
    does not manage are not shown to this person. They are not written, and never as if there were
    none; the file and a warning say so.
  - Nothing that a portal contains can change the meaning of the file. What Ansible would take for a
    template is marked C(!unsafe), and texts that a YAML parser could take for a number, a date or
    anything else are in quotes.
  - The file is written as a whole or not at all. Its head names the portal, and the file of one
    portal is never overwritten with the groups of another.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  path:
    description:
      - The file to write, on the machine where the task runs. Its folder must exist.
      - A relative path begins in the folder of the playbook, of the playbooks of this collection in
        the one where Ansible was started, and on another machine in the one where Ansible runs
        modules there.
      - A file that was written for another portal is an error, so several portals need a file each.
        That can be had by C(inventory_hostname) in the path.
    type: path
    required: true
  include:
    description:
      - What to write.
    type: list
    elements: str
    choices: [groups, people, rooms]
    default: [groups, people, rooms]
  mode:
    description:
      - The permissions of the file when it is written, as an octal number in quotes. A file whose
        text stays the same keeps those that it has.
    type: str
    default: '0644'
  include_ldap:
    description:
      - Whether to write groups that a directory synchronisation (LDAP) owns too. By default they
        are only named, in a comment, as the role P(onlyoffice.docspace.groups#role) refuses them
        unless it is told otherwise.
    type: bool
    default: false
  overwrite:
    description:
      - Whether to overwrite a file that this module has not written. One that was written for
        another portal is left as it is all the same; remove it first.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Nothing is written. Where several portals have the same path, and there is no file yet, only
        the real run can tell.
  diff_mode:
    support: full
  idempotent:
    support: full
notes:
  - The key needs the scope C(accounts:read), and C(rooms:read) for rooms. The key of a room
    administrator does not do, as it does not see disabled people.
  - >-
    Requests to the portal. One for each 100 groups, and one for each 100 people. With
    O(include=groups), instead of the latter one for each group, or for each 100 members of larger
    groups, if that is five or fewer, or fewer than the pages of people. If nobody is disabled, one
    more, or three, tell whether the key would see that.
  - >-
    For rooms, one for each 100 rooms, one for each room and each 100 entries of it, one more for
    each room that the owner of the key manages, and one or two that tell who that is. People and
    groups are read for them too.
seealso:
  - module: onlyoffice.docspace.groups
  - module: onlyoffice.docspace.users
  - module: onlyoffice.docspace.group_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Write groups, people and rooms into a file beside the playbook
  onlyoffice.docspace.export:
    path: portal.yml

- name: Write the people alone into a file
  onlyoffice.docspace.export:
    path: people.yml
    include: [people]

- name: Write each portal into a file of its own
  onlyoffice.docspace.export:
    base_url: "{{ docspace_base_url }}"
    api_key: "{{ docspace_api_key }}"
    path: "{{ inventory_hostname }}.yml"
  delegate_to: localhost

- name: Fail if somebody has changed something since it was written
  onlyoffice.docspace.export:
    path: portal.yml
  check_mode: true
  diff: true
  register: export
  failed_when: export is failed or export is changed
"""

RETURN = r"""
file:
  description: The file, from the root.
  returned: success
  type: str
  sample: /srv/portals/portal.yml
groups:
  description: How many groups are in it.
  returned: success
  type: int
  sample: 14
people:
  description: How many people are in it.
  returned: success
  type: int
  sample: 22
rooms:
  description: How many rooms are in it.
  returned: success
  type: int
  sample: 31
left_out:
  description: The names of the groups that are not, as a directory synchronisation (LDAP) owns
    them.
  returned: success
  type: list
  elements: str
  sample: [Directory team]
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 1
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
      sample: invalid_option
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.files import (
    read_file,
    replace_file,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import (
    listed,
    printable,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.export_reads import (
    read_rooms,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.membership_reads import (
    members_among,
    read_members,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import check_sight
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.export_file import (
    export_file,
    other_portals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups_file import (
    group_lines,
    names_left_out,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people_file import (
    people_lines,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.rooms_file import (
    RoomsContent,
    room_lines,
    rooms_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "path": {"type": "path", "required": True},
    "include": {
        "type": "list",
        "elements": "str",
        "choices": ["groups", "people", "rooms"],
        "default": ["groups", "people", "rooms"],
    },
    "mode": {"type": "str", "default": "0644"},
    "include_ldap": {"type": "bool", "default": False},
    "overwrite": {"type": "bool", "default": False},
}


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: connection.Connection
    path: str
    include: tuple[str, ...]
    mode: int
    include_ldap: bool
    overwrite: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        mode = params["mode"]
        if params["path"].endswith("/"):
            raise OptionError("path", "is the path of a folder; give that of a file.")
        if not re.fullmatch("0?[0-7]{3}", mode):
            raise OptionError(
                "mode", f"must be an octal number such as '0644', not '{printable(mode)}'."
            )
        if not params["include"]:
            raise OptionError("include", "is empty, and there is nothing to write; leave it out.")
        return cls(
            connection=connection.Connection.from_params(params),
            path=connection.absolute(params, params["path"]),
            # In one order, so that the file is the same however they are named.
            include=tuple(sorted(set(params["include"]))),
            mode=int(mode, 8),
            include_ldap=params["include_ldap"],
            overwrite=params["overwrite"],
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the portal does not tell, or the file cannot or must not be written.
    """
    options = Options.from_params(params)
    there = read_file("path", options.path)
    _check_ours(options, there)
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        content = _read(portal, options.include)
        left_out = []
        if "groups" in options.include:
            left_out = names_left_out(content.groups, options.include_ldap)
        text = export_file(options.connection.base_url, content.lists(options))
        changed = text.encode() != there
        if changed and not check_mode:
            check = partial(_check_ours, options)
            replace_file("path", options.path, text, options.mode, check)
        result = {
            "changed": changed,
            # Not path: to a result with that, Ansible adds what it knows of the file, as a process.
            "file": options.path,
            "groups": len(content.groups) - len(left_out) if "groups" in options.include else 0,
            "people": len(content.people) if "people" in options.include else 0,
            "rooms": len(content.rooms.rooms),
            "left_out": left_out,
            "requests": portal.requests,
            "warnings": options.connection.warnings() + rooms_warnings(content.rooms),
        }
        if diff_mode:
            result["diff"] = _diff(options, there, text)
        return result


@dataclass(frozen=True)
class Content:
    """What there is to write."""

    groups: Sequence[Group] = ()
    members: Mapping[str, Iterable[Person]] = field(default_factory=dict)
    people: Sequence[Person] = ()
    rooms: RoomsContent = field(default_factory=RoomsContent)

    def lists(self, options: Options) -> dict[str, Iterable[str]]:
        """The lists that are asked for, by the role that takes them."""
        made = {
            "groups": group_lines(self.groups, self.members, options.include_ldap),
            "people": people_lines(self.people),
            "rooms": room_lines(self.rooms),
        }
        return {role: made[role] for role in options.include}


def _read(portal: Portal, include: Sequence[str]) -> Content:
    has_rooms = "rooms" in include
    groups = portal.groups.listing().all() if has_rooms or "groups" in include else []
    if not has_rooms and "people" not in include:
        members = read_members(portal, groups)
        if groups:
            check_sight(portal, "members")
        return Content(groups, members)
    portal.people.with_profiles = "people" in include
    people = portal.people.everybody()
    check_sight(portal, "people")
    members = members_among(people, groups)
    rooms = _read_rooms(portal, groups, people) if has_rooms else RoomsContent()
    return Content(groups, members, people, rooms)


def _read_rooms(portal: Portal, groups: Sequence[Group], people: Sequence[Person]) -> RoomsContent:
    read = read_rooms(portal, people)
    return RoomsContent(
        list(read.access.rooms.values()),
        read.access.entries,
        read.access.people,
        {group.id: group.name for group in groups},
        read.links,
    )


def _check_ours(options: Options, there: bytes | None) -> None:
    """Refuse to overwrite what is no file of this module for this portal."""
    if there is None or not there.strip():
        return
    portal = options.connection.base_url
    others = other_portals(_shown(there), portal)
    name = printable(options.path)
    if others:
        raise OptionError(
            "path",
            f"{name} was written for {listed([printable(each) for each in others])}, and is not"
            f" overwritten for {portal}; give each portal a file of its own, such as with"
            " inventory_hostname in the path, or remove the file.",
        )
    if others is None and not options.overwrite:
        raise OptionError(
            "path",
            f"{name} is there, and was not written by this module; give another path, or allow"
            " overwrite.",
        )


def _diff(options: Options, there: bytes | None, text: str) -> dict[str, str]:
    shown = "" if there is None else _shown(there)
    after = before = printable(options.path)
    if shown and other_portals(shown, options.connection.base_url) is None:
        shown, before = "", f"{after} (not written by this module, and not shown)"
    return {
        "before_header": before,
        "after_header": after,
        "before": shown,
        "after": text,
    }


def _shown(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
