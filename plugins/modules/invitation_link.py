# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: invitation_link
short_description: Make, limit and delete the links by which people join a DocSpace portal
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Makes sure that an ONLYOFFICE DocSpace portal has a link by which people join, with the limits
    desired, or that it has none. There is one link for each type of people at most.
  - Whoever has the link can make an account of that type. So a link needs a moment at which it
    ends, and its address is not returned unless the task asks for it.
  - Where nothing has to change, nothing is sent. To make another address, delete the link and make
    a new one.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  type:
    description:
      - What people become who join by the link. Room administrators and DocSpace administrators
        take a paid seat each.
      - The link for V(docspace_admin) can only be had with the key of the portal's owner, that for
        V(room_admin) with that of the owner or of an administrator, and that for V(user) with that
        of a room administrator too.
    type: str
    choices: [user, room_admin, docspace_admin]
    required: true
  state:
    description:
      - V(present) makes the link, or gives the one that is there the limits desired.
      - V(absent) deletes it. It works no more, and people who have joined by it stay. The other
        options of the link are ignored then.
    type: str
    choices: [present, absent]
    default: present
  expires:
    description:
      - When the link ends, as a date, a time and a zone, such as V(2030-12-31T23:59:00Z) or
        V(2030-12-31T23:59+02:00), in quotes. Required with O(state=present). Parts of a second do
        not count.
      - V(never) for a link without end, which needs O(allow_permanent).
      - A moment without a zone is refused, as is one that is over.
    type: str
  allow_permanent:
    description: Whether O(expires=never) is allowed.
    type: bool
    default: false
  max_use_count:
    description:
      - How many people may join by the link, from 1 to 1000. Those who have already count.
      - Without this option, a link that is there keeps its limit, and a new one has none. To lift a
        limit, delete the link and make a new one.
    type: int
  return_link:
    description:
      - Whether to return the address of the link, as RV(link.url). It is a secret, and results are
        shown and logged, so the task is refused unless it has C(no_log=true). What a later task
        shows of a registered result is not hidden.
      - The address is another one for each key's owner, and stops working when this person is
        disabled or deleted.
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
      - The limits that change, never the address.
  idempotent:
    support: full
notes:
  - The key needs no restriction or the scope C(*:write), and C(*:read) in check mode. DocSpace has
    these links since version 3.7.
  - >-
    Requests to the portal. One read finds the link. One write makes, changes or deletes it, and one
    more read proves that it is deleted. In check mode, if anything would change, one more tells
    whether the key may write.
  - While all paid seats are used, the portal does not show the links for types that take one, and
    the task fails. So it does while inviting people is switched off.
seealso:
  - module: onlyoffice.docspace.portal_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Let 20 people join as users until the end of the workshop
  onlyoffice.docspace.invitation_link:
    type: user
    expires: "2030-06-30T18:00:00+02:00"
    max_use_count: 20

- name: The same, and get the address
  onlyoffice.docspace.invitation_link:
    type: user
    expires: "2030-06-30T18:00:00+02:00"
    max_use_count: 20
    return_link: true
  register: workshop
  no_log: true

- name: Write it where only its owner can read it
  ansible.builtin.copy:
    content: "{{ workshop.link.url }}\n"
    dest: workshop-link.txt
    mode: "0600"
  no_log: true

- name: Nobody becomes an administrator by a link
  onlyoffice.docspace.invitation_link:
    type: docspace_admin
    state: absent
"""

RETURN = r"""
link:
  description: The link as it is after the task. Null if there is none.
  returned: success
  type: dict
  contains:
    type:
      description: What people become who join by it, as in O(type).
      type: str
      sample: user
    expires:
      description: When it ends, in UTC, or V(never).
      type: str
      sample: "2030-06-30T16:00:00Z"
    max_use_count:
      description: How many people may join by it. Null if there is no limit.
      type: int
      sample: 20
    uses:
      description: How many have.
      type: int
      sample: 3
    is_expired:
      description: Whether it has ended.
      type: bool
      sample: false
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
      sample: 1
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
      sample: seats_full
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 402
"""

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.invitation_links import (
    apply_link,
    planned,
    read_link,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    scope_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.invitation_links import (
    WHOSE,
    DesiredLink,
    plan_link,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.invitation_links import (
    link_diff,
    link_result,
    link_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "type": {"type": "str", "choices": list(WHOSE), "required": True},
    "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
    "expires": {"type": "str"},
    "allow_permanent": {"type": "bool", "default": False},
    "max_use_count": {"type": "int"},
    "return_link": {"type": "bool", "default": False},
}
#: The option with which the result has a secret: the task needs no_log then.
REVEALING_OPTION = "return_link"


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    link: DesiredLink
    return_link: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        connection = Connection.from_params(params)
        if params["state"] == "absent":
            return cls(connection, DesiredLink(params["type"], absent=True), False)
        link = DesiredLink.parse(
            params["type"],
            params["expires"],
            params["allow_permanent"],
            params["max_use_count"],
            datetime.now(timezone.utc),
        )
        return cls(connection, link, params["return_link"])


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
        # plan
        plan = plan_link(read_link(portal, options.link.type), options.link)

        # apply
        outcome = planned(plan) if check_mode else apply_link(portal, plan)
        outcome.demand_success()

        # report
        link = next(iter(outcome.seen or ()), None)
        warnings = options.connection.warnings() + outcome.warnings + link_warnings(link)
        if check_mode and outcome.changed:
            warnings += scope_warnings(portal, "*:write")
        result: dict[str, Any] = {
            "changed": outcome.changed,
            "link": link_result(link),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if link and options.return_link:
            result["link"]["url"] = link.url or None
        if diff_mode:
            result["diff"] = link_diff(plan)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
