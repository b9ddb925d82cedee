# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: user_status
short_description: Disable and enable DocSpace accounts
version_added: 0.1.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Disables accounts of an ONLYOFFICE DocSpace portal, or enables them again.
  - Disabled people cannot log in, but stay in their groups without being shown there, and have
    their access back when they are enabled. To take that away too, remove them from their groups,
    as the role P(onlyoffice.docspace.offboard#role) does.
  - Administrators and room administrators who are enabled take a paid seat each. If the
    subscription has not enough, the task fails before anything is changed; the difference and
    RV(seats) tell what it costs. The module M(onlyoffice.docspace.users) takes no seat that its
    O(onlyoffice.docspace.users#module:max_new_seats) does not allow, and frees others in the same
    task.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  users:
    description:
      - People, each by id, e-mail address or user name, mixed freely.
    type: list
    elements: str
    required: true
  status:
    description:
      - What the accounts are to be. People whose invitation is not yet accepted count as
        V(active).
    type: str
    choices: [active, disabled]
    required: true
  unknown_users:
    description:
      - What to do about people who are not on this portal. V(fail) ends the task before anything
        is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - The default is V(warn) for O(status=disabled), as people without an account cannot log in,
        and V(fail) otherwise.
    type: str
    choices: [fail, warn, ignore]
attributes:
  check_mode:
    support: full
    details:
      - Returns what the real run would return, except RV(requests).
  diff_mode:
    support: full
  idempotent:
    support: full
notes:
  - >-
    Requests to the portal. One read for each of up to five people; for more, one read for each or
    all people by pages of 100, whichever is fewer. One read more for each e-mail address that
    nobody has, as it may be a user name. One write for up to 100 people whose account is not as
    desired.
  - >-
    One or two reads more tell whose key it is, if the account of a DocSpace administrator would be
    changed, and in check mode if anything would be. Up to three tell whether the key sees disabled
    people, where somebody was not found on a list.
  - >-
    Refused before a write, in check mode too, are the owner of the portal, the owner of the API
    key, people from a directory (LDAP), and DocSpace administrators unless the key is that of the
    portal's owner.
  - >-
    If a DocSpace administrator is disabled, one read more tells whether another active one is left
    beside the owner of the portal; if none is, the task warns. If somebody who is enabled takes a
    paid seat, one more tells the seats, or four if the key lacks the scope C(*:read); the limit is
    not known then, and the task warns and tries.
  - In check mode, the task warns if the key may not change accounts at all.
seealso:
  - module: onlyoffice.docspace.users
  - module: onlyoffice.docspace.user_info
"""

EXAMPLES = r"""
- name: Disable the accounts of people who have left
  onlyoffice.docspace.user_status:
    users: [ben@example.com, cleo@example.com]
    status: disabled

- name: Somebody is back
  onlyoffice.docspace.user_status:
    users: [ben@example.com]
    status: active
"""

RETURN = r"""
users:
  description: The people whose account was changed, by e-mail address.
  returned: success, and failures after a write
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
      description: What the account is after the task; V(active), V(disabled) or V(pending). Enabled
        people whose invitation is not yet accepted are V(pending).
      type: str
      sample: disabled
    previous_status:
      description: What the account was before.
      type: str
      sample: active
unknown:
  description: The entries of O(users) that mean nobody on this portal, as they were written.
  returned: success
  type: list
  elements: str
seats:
  description: The paid seats, or null if nobody who takes one is enabled.
  returned: success
  type: dict
  contains:
    before:
      description: How many were used before.
      type: int
      sample: 11
    after:
      description: How many are used after the task.
      type: int
      sample: 12
    allowed:
      description: How many the subscription allows. Null if there is no limit, or the key may not
        know.
      type: int
      sample: 15
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
      sample: unusable_users
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.account_reads import (
    read_seats_of_enabled,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
    last_admin_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_writes import (
    apply_status,
    has_status,
    planned,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
    credential_owner,
    preview_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import (
    distinct,
    has_paid_type,
    status_after,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.seats import (
    check_enough,
    seat_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.status_rules import (
    check_status,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    status_diff,
    status_result,
    unknown_result,
    unknown_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {"type": "list", "elements": "str", "required": True},
    "status": {"type": "str", "choices": ["active", "disabled"], "required": True},
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"]},
}


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all accounts can be made as desired.
    """
    # options
    connection = Connection.from_params(params)
    users = parse_references("users", params["users"])
    status = params["status"]
    on_unknown = params["unknown_users"] or ("warn" if status == "disabled" else "fail")
    with open_portal(connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        found = find_people(portal, users, portal.people.listing)
        unknown = [each for each in users if each not in found]
        changes = distinct(each for each in found.values() if not has_status(each.status, status))
        if unknown:
            check_sight(portal, "users")
        # The portal changes everybody's account but that of an administrator alike.
        owner = None
        if any(each.type == "docspace_admin" for each in changes):
            owner = credential_owner(portal, found.values())
        check_status(changes, unknown if on_unknown == "fail" else [], status, owner)
        seats = read_seats_of_enabled(portal, changes) if status == "active" else None
        if seats and seats.is_limit_known:
            check_enough(seats)
        warnings = connection.warnings() + (seat_warnings(seats) if seats else [])
        if status == "disabled":
            warnings += last_admin_warnings(portal, changes)

        # apply
        outcome = planned(changes)
        if changes and not check_mode:
            # Who takes a seat comes last: enabling ends where there is none left.
            outcome = apply_status(portal, sorted(changes, key=has_paid_type), status)

        # report
        after = {each.id: status_after(each, status) for each in changes}
        after.update(outcome.seen or {})
        done = status_result(outcome.items("status"), after)
        outcome.demand_success(users=done)
        warnings += outcome.warnings
        if on_unknown == "warn":
            warnings += unknown_warnings("users", unknown)
        if changes and check_mode:
            warnings += preview_warnings(portal)
        result = {
            "changed": outcome.changed,
            "users": done,
            "unknown": unknown_result(unknown),
            "seats": seats.as_result() if seats else None,
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            result["diff"] = status_diff(changes, after, seats.notes() if seats else {})
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
