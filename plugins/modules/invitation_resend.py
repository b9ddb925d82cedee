# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: invitation_resend
short_description: Send people the mail of their invitation to a DocSpace portal once more
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Sends the mail of their invitation once more to people who have not accepted it. The module
    M(onlyoffice.docspace.users) invites people, and never twice.
  - Only people whose invitation is open get a mail, whoever is named.
  - Each run sends another mail. So put it where somebody asks for it, and give O(older_than_days)
    where it runs by itself.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  users:
    description:
      - People, each by id, e-mail address or user name, mixed freely. Those whose invitation is not
        open get no mail, and are returned in RV(not_sent).
    type: list
    elements: str
    required: true
  older_than_days:
    description:
      - Only people who were invited at least so many days ago. A day has 24 hours.
    type: int
    default: 0
  max_users:
    description:
      - The most people to send a mail. A task that would send more fails before it sends any, in
        check mode too.
    type: int
    default: 10
  unknown_users:
    description:
      - What to do about people who are not on this portal. V(fail) ends the task before a mail is
        sent, V(warn) warns, and V(ignore) only returns them in RV(unknown).
    type: str
    choices: [fail, warn, ignore]
    default: fail
attributes:
  check_mode:
    support: full
    details:
      - Returns who would get a mail.
  diff_mode:
    support: full
    details:
      - One line for each person who gets a mail.
  idempotent:
    support: none
    details:
      - Each run sends another mail to those whose invitation is still open.
notes:
  - The key has to be that of the owner or of a DocSpace administrator.
  - >-
    Requests to the portal. One read for each of up to five people; for more, one read for each or
    all people by pages of 100, whichever is fewer. Up to three more if somebody of more than five
    is on no such page, which tell whether everybody was shown. If anybody gets a mail, one or two
    tell whose key it is, and there is one write for up to 50 people. It is sent once, as a second
    one would send the mails again, and nothing tells afterwards which mails were sent.
seealso:
  - module: onlyoffice.docspace.users
  - module: onlyoffice.docspace.user_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Send two people their invitation again
  onlyoffice.docspace.invitation_resend:
    users: [dan@example.com, eva@example.com]

- name: Read whose invitation is open
  onlyoffice.docspace.user_info:
    status: pending
  register: pending

- name: Send it again to those who were invited two weeks ago or earlier
  onlyoffice.docspace.invitation_resend:
    users: "{{ pending.users | map(attribute='id') }}"
    older_than_days: 14
    max_users: 50
"""

RETURN = r"""
users:
  description: The people to whom a mail was sent, by e-mail address.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains:
    id:
      description: The person's id.
      type: str
      sample: d0000000-0000-4000-8000-000000000001
    display_name:
      description: The person's name. Of somebody who is invited, the address.
      type: str
      sample: pending01@example.org
    email:
      description: The person's e-mail address.
      type: str
      sample: pending01@example.org
    status:
      description: The status of the account.
      type: str
      sample: pending
    pending_since:
      description: When the person was invited, in UTC. Null if the portal does not tell.
      type: str
      sample: "2026-10-05T08:30:00Z"
not_sent:
  description: The people who were named and get no mail, with the same keys, and C(reason), which
    says why not.
  returned: success
  type: list
  elements: dict
unknown:
  description: The entries of O(users) that mean nobody on this portal, as they were written.
  returned: success
  type: list
  elements: str
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
      description: Requests that write. Always 0 in check mode, and where nobody gets a mail.
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
      sample: max_users_exceeded
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
"""

from datetime import datetime, timedelta, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.people_reads import (
    find_people,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.resending import (
    planned,
    send_again,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.rights import (
    check_sight,
    credential_owner,
    scope_warnings,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.resending import (
    check_resending,
    plan_resending,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    pending_result,
    resending_diff,
    unknown_result,
    unknown_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "users": {"type": "list", "elements": "str", "required": True},
    "older_than_days": {"type": "int", "default": 0},
    "max_users": {"type": "int", "default": 10},
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"], "default": "fail"},
}
#: More days than portals are old.
_MAX_DAYS = 10_000


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if not all mails can be sent.
    """
    # options
    connection = Connection.from_params(params)
    users = parse_references("users", params["users"])
    days = check_range("older_than_days", params["older_than_days"], 0, _MAX_DAYS)
    max_users = check_range("max_users", params["max_users"], 0, 10**6)
    invited_by = datetime.now(timezone.utc) - timedelta(days=days) if days else None
    with open_portal(connection, read_only=check_mode, sessions=sessions) as portal:
        # plan
        portal.people.with_profiles = True
        found = find_people(portal, users, portal.people.listing)
        unknown = [each for each in users if each not in found]
        if unknown:
            check_sight(portal, "users")
        plan = plan_resending(found.values(), invited_by)
        owner = credential_owner(portal, found.values()) if plan.people else None
        not_allowed = unknown if params["unknown_users"] == "fail" else []
        check_resending(plan, not_allowed, max_users, owner)

        # apply
        outcome = planned(plan.people) if check_mode else send_again(portal, plan.people)

        # report
        sent = outcome.items("sent")
        outcome.demand_success(users=[pending_result(each) for each in sent])
        warnings = connection.warnings() + outcome.warnings
        if params["unknown_users"] == "warn":
            warnings += unknown_warnings("users", unknown)
        if sent and check_mode:
            warnings += scope_warnings(portal, "accounts:write")
        result = {
            "changed": outcome.changed,
            "users": [pending_result(each) for each in sent],
            "not_sent": [
                {**pending_result(each), "reason": reason} for each, reason in plan.skipped
            ],
            "unknown": unknown_result(unknown),
            "requests": portal.requests,
            "warnings": warnings,
        }
        if diff_mode:
            result["diff"] = resending_diff(plan.people)
        return result


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
