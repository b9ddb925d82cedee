# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: portal_info
short_description: Tell what a DocSpace portal allows, and what a key may do
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Tells the version of an ONLYOFFICE DocSpace portal, what its plan allows, how many paid seats
    are used, who may be invited, what names may look like, and whose key this is and what it may
    do.
  - What the key may not read is null. One warning names all of that, and the scope that would show
    it.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options: {}
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
  - The key needs no restriction or the scope C(*:read) to tell all of it. Without that, the plan is
    not known, but with C(accounts:read) or C(accounts:write) how many seats are used.
  - Requests to the portal. One each for the key, its owner, the settings, who may be invited, and
    the plan. Instead of the last one, with C(accounts:read) or C(accounts:write) four that count
    the seats, and with less none.
seealso:
  - module: onlyoffice.docspace.user_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Read what the portal allows
  onlyoffice.docspace.portal_info:
  register: portal

- name: Show how many paid seats are used
  ansible.builtin.debug:
    msg: "{{ portal.seats.used }} of {{ allowed }}"
  vars:
    allowed: >-
      {{ 'any number' if portal.seats.unlimited
         else portal.seats.allowed | default('an unknown number', true) }}
  when: portal.seats is not none

- name: Stop early with a key that could not change anybody's account
  ansible.builtin.assert:
    that:
      - portal.key.unrestricted or portal.key.scopes is superset(needed)
      - portal.key.owner.type in ['owner', 'docspace_admin']
  vars:
    needed: ["accounts:read", "accounts:write"]
"""

RETURN = r"""
version:
  description: The version of the portal's server.
  returned: success
  type: str
  sample: 3.7.2
name_pattern:
  description: What first and last names must match, as a regular expression of .NET.
  returned: success
  type: str
  sample: "^[\\p{L}\\p{M}' \\-]+$"
plan:
  description: What the portal's plan allows.
  returned: success
  type: dict
  contains:
    options:
      description: What is switched on or off, by the portal's names for it.
      type: dict
      sample: {audit: true, ldap: true, sso: true}
    limits:
      description: How much there is and may be of something, by the portal's names for it, each
        with C(used) and C(allowed). The latter is null where there is no limit.
      type: dict
      sample: {room: {used: 12, allowed: null}, total_size: {used: 52428800, allowed: 107374182400}}
    user_quotas:
      description: Whether limits on what people may store are switched on.
      type: bool
      sample: false
seats:
  description: The paid seats of the plan, which the owner, administrators and room administrators
    take. Pending accounts count, disabled ones do not. Null if the key may not know.
  returned: success
  type: dict
  contains:
    used:
      description: How many are used.
      type: int
      sample: 10
    allowed:
      description: How many there may be. Null if there is no limit, or the key may not know.
      type: int
      sample: 20
    unlimited:
      description: Whether there is no limit. False if the key may not know.
      type: bool
      sample: false
invitations:
  description: Who may be invited. Null on portals that are older than this setting.
  returned: success
  type: dict
  contains:
    members:
      description: Whether people may be invited into the portal. If not, no account can be created.
      type: bool
      sample: true
    guests:
      description: Whether guests may be invited.
      type: bool
      sample: true
    left:
      description: How many people may be invited for now. Null if there is no limit, or the key may
        not know.
      type: int
      sample: null
key:
  description: The key that the task uses.
  returned: success
  type: dict
  contains:
    kind:
      description: V(api_key), or V(access_token) for a person's token.
      type: str
      sample: api_key
    name:
      description: The name of the API key. Null for an access token.
      type: str
      sample: ansible
    scopes:
      description: The scopes of the API key. Empty if it has no restriction.
      type: list
      elements: str
      sample: ["accounts:read", "accounts:write"]
    unrestricted:
      description: Whether it may do all that its owner may.
      type: bool
      sample: false
    owner:
      description: Whose it is.
      type: dict
      contains:
        id:
          description: The person's id.
          type: str
          sample: a0000000-0000-4000-8000-000000000001
        display_name:
          description: The person's name.
          type: str
          sample: Dora Admin
        email:
          description: The person's e-mail address.
          type: str
          sample: dsadmin@example.org
        status:
          description: V(active), as a key works for nobody else.
          type: str
          sample: active
        type:
          description: V(owner), V(docspace_admin), V(room_admin), V(user) or V(guest). It decides
            on what the key may do within its scopes.
          type: str
          sample: docspace_admin
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
      sample: unauthorized
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 401
"""

from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.portal_reads import (
    describe_portal,
    hidden_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.portal import (
    invitations_result,
    key_result,
    plan_result,
    seats_result,
    settings_result,
)

ARGUMENT_SPEC: dict[str, Any] = {}


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values; the same in check mode.

    :raises DocSpaceError: if the portal does not tell.
    """
    connection = Connection.from_params(params)
    with open_portal(connection, read_only=True, sessions=sessions) as portal:
        found = describe_portal(portal, connection.has_api_key)
        return {
            "changed": False,
            **settings_result(found.settings),
            "plan": plan_result(found.plan),
            "seats": seats_result(found.seats, found.plan),
            "invitations": invitations_result(found.invitations, found.settings),
            "key": key_result(found.key, found.owner),
            "requests": portal.requests,
            "warnings": connection.warnings() + hidden_warnings(found),
        }


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
