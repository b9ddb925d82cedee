# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later


from __future__ import annotations

DOCUMENTATION = r"""
module: room_link
short_description: Make, change and remove links into DocSpace rooms
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes sure that a room of an ONLYOFFICE DocSpace portal has a link with the level, the end and
    the protection desired, or that it has none.
  - By an external link anybody reads the room who has the address, with or without an account of
    the portal. By an invitation link people become members of the room.
  - What the task does not name stays as it is. Where nothing has to change, nothing is sent.
extends_documentation_fragment:
  - onlyoffice.docspace.room_link_options
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  room:
    description:
      - The room, by its id or by its exact title. A title that several rooms have is refused with
        their ids.
    type: str
    required: true
  return_link:
    description:
      - Whether to return the address of the link, as RV(link.url). It is a secret, and results are
        shown and logged, so the task is refused unless it has C(no_log=true). What a later task
        shows of a registered result is not hidden.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests) and the address of a link that
        is still to be made.
  diff_mode:
    support: full
    details:
      - What the link is before and after, never its password or its address.
  idempotent:
    support: full
notes:
  - The key belongs to the owner or a manager of the room, and has no restriction or the scopes
    C(rooms:read) and C(rooms:write). The portal shows everybody else, administrators included, an
    empty list of links, so that the task is refused then.
  - The id of a new link is made of the address of the portal, the room, the kind and the title of
    the link, so that a request whose answer was lost makes no second one. A link that is removed
    and made again with the same title has the address that it had. For another address, give
    another title.
  - While external sharing is switched off in the settings of the portal, links for everybody are
    refused. A key that may not read these settings (C(files:read)) makes links, and those that the
    portal does not leave open are removed again; but it changes no link of a custom room that is
    for everybody, as that link would become internal, for good.
  - If the portal does not keep the end of a link, as its clock is ahead, a new link is removed
    again, and one that was there is put back as it was, or removed where the portal does not keep
    its former end either. The task fails and says which.
  - >-
    Requests to the portal. One read finds the room by its id, two by its title, and one more reads
    its links. One write makes, changes or removes a link. Before a link is made, one read makes
    sure that its id means nothing yet, before one is changed, one makes sure that nobody else has
    changed it, and after one is removed, one proves it. Before an external link is written, one
    read looks at the settings for a password, and one at those for links to everybody. If a link
    shall be absent, and the room shows no links at all, one more makes sure that the key is shown
    them. In check mode, if anything would change, one more tells whether the key may write.
seealso:
  - module: onlyoffice.docspace.invitation_link
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Partners can read a room for 30 days from now, with a password
  onlyoffice.docspace.room_link:
    room: Project Apollo
    title: For Globex
    level: viewer
    expires: +30d
    password: "{{ globex_password }}"
    deny_download: true

- name: The same, and get the address
  onlyoffice.docspace.room_link:
    room: Project Apollo
    title: For Globex
    level: viewer
    expires: +30d
    return_link: true
  register: globex
  no_log: true

- name: Twenty people may join a room as editors until the end of the workshop
  onlyoffice.docspace.room_link:
    room: Workshop
    type: invitation
    level: editor
    expires: "2030-06-30T18:00:00+02:00"
    max_use_count: 20

- name: Nobody joins it by a link any more
  onlyoffice.docspace.room_link:
    room: Workshop
    type: invitation
    state: absent

- name: The link of a public room needs a password
  onlyoffice.docspace.room_link:
    room: Press
    primary: true
    password: "{{ press_password }}"
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
      sample: "42"
    title:
      description: Its title.
      type: str
      sample: Project Apollo
    room_type:
      description: Its type.
      type: str
      sample: custom
link:
  description: The link as it is after the task. Null if there is none.
  returned: success
  type: dict
  contains:
    id:
      description: Its id.
      type: str
      sample: 3e1f0a52-0b0e-5d0c-9f7b-0a4a1d4c2b11
    title:
      description: Its title.
      type: str
      sample: For Globex
    type:
      description: Its type, as in O(type).
      type: str
      sample: external
    primary:
      description: Whether it is the primary link of the room.
      type: bool
      sample: false
    level:
      description: What people can do who come by it, as in O(level).
      type: str
      sample: viewer
    expires:
      description: When it ends, in UTC, or V(never).
      type: str
      sample: "2030-06-30T16:00:00Z"
    is_expired:
      description: Whether it has ended.
      type: bool
      sample: false
    has_password:
      description: Whether it needs a password.
      type: bool
      sample: true
    deny_download:
      description: Whether nothing can be copied, printed or downloaded.
      type: bool
      sample: true
    internal:
      description: Whether it is only for those who have an account of the portal.
      type: bool
      sample: false
    max_use_count:
      description: How many people may join by an invitation link. Null if there is no limit.
      type: int
      sample: 20
    uses:
      description: How many have. Null for an external link.
      type: int
      sample: 3
    url:
      description: Its address, which is a secret. Null in check mode for a link that is still to be
        made.
      returned: with O(return_link)
      type: str
      sample: https://portal.example.com/s/vShtK_qkc2L9DGb
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
      sample: links_unseen
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
"""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    combine_errors,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.room_references import (
    check_room_reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    scope_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_link_reads import (
    check_settings,
    find_managed_room,
    read_links,
    with_free_ids,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.room_link_writes import (
    apply_room_link,
    planned,
    scopes,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_room_link import (
    DesiredRoomLink,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_link_options import (
    ROOM_LINK,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_links import (
    RoomLinkPlan,
    plan_room_links,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_link_diff import (
    room_link_diff,
    room_link_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.room_links import (
    room_link_result,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "room": {"type": "str", "required": True},
    **ROOM_LINK,
    "return_link": {"type": "bool", "default": False},
}
#: The option with which the result has a secret: the task needs no_log then.
REVEALING_OPTION = "return_link"


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    room: str
    link: DesiredRoomLink
    return_link: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises DocSpaceError: naming the options, what was wrong and what to do."""
        connection = Connection.from_params(params)
        room = check_room_reference("room", params["room"])
        link = DesiredRoomLink.parse(params, datetime.now(timezone.utc))
        return cls(connection, room, link, params["return_link"] and not link.absent)


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the link cannot be made as desired.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, read_only=check_mode, sessions=sessions) as portal:
        portal.room_links.with_urls = options.return_link

        # plan
        plan = _plan(portal, options)

        # apply
        outcome = planned(plan) if check_mode else apply_room_link(portal, plan)
        outcome.demand_success()

        # report
        link = next(iter(outcome.seen or ()), None)
        warnings = options.connection.warnings() + outcome.warnings + room_link_warnings(plan)
        if check_mode and outcome.changed:
            warnings += scope_warnings(portal, *scopes(plan))
        result: dict[str, Any] = {
            "changed": outcome.changed,
            "room": {
                "id": plan.room.id,
                "title": plan.room.title,
                "room_type": plan.room.type,
            },
            "link": room_link_result(link) if link else None,
            "requests": portal.requests,
            "warnings": warnings,
        }
        if link and options.return_link:
            result["link"]["url"] = link.url or None
        if diff_mode:
            result["diff"] = room_link_diff(plan)
        return result


def _plan(portal: Portal, options: Options) -> RoomLinkPlan:
    """What has to change.

    :raises DocSpaceError: with all reasons not to go on.
    """
    errors: list[DocSpaceError] = []
    address = options.connection.base_url.partition("://")[2]
    room = find_managed_room(portal, options.room)
    links = read_links(portal, room, [options.link])
    plans = plan_room_links(room, [options.link], links, address, errors)
    check_settings(portal, plans, errors)
    if errors:
        raise combine_errors(errors)
    (plan,) = with_free_ids(portal, plans, address)
    return plan


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
