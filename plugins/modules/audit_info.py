# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: audit_info
short_description: Read what was done on a DocSpace portal, and who logged in
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Reads the audit trail of an ONLYOFFICE DocSpace portal, or its log-ins, of a time.
  - No event is returned twice, and none is missing, also while others are being written. Where that
    cannot be known, the task fails, or says so with O(allow_partial).
  - The portal does not write everything into its audit trail. Nothing is in it of who joins or
    leaves a group by this collection, nor of accounts that were made active at once, nor of links
    by which people join the portal. What is done with people in rooms is there with their names
    only, not with their ids.
  - Log-ins are those of people with their password. The use of API keys is written nowhere, nor is
    an attempt of somebody who is disabled.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  kind:
    description:
      - V(audit) for what was done, V(logins) for who logged in, or tried to, or logged out.
    type: str
    choices: [audit, logins]
    default: audit
  from:
    description:
      - Since when, by the clock of the portal. It is a moment with its zone, such as
        V(2026-11-01T00:00:00Z), or a time before now, such as V(-7d), V(-12h) or V(-2w).
    type: str
    required: true
  to:
    description:
      - Until when, in the same way. By default until the task begins, and it then waits for three
        seconds, as the portal shows events a while after it has written them.
    type: str
  user:
    description:
      - Only what this person did, by id, e-mail address or user name. Give the id of somebody who
        was deleted.
      - Of log-ins, those that failed with the address or user name of this person, too.
    type: str
  action:
    description:
      - Only events of this kind, as a number such as V(5085), or by the portal's name for it such
        as V(RoomCreateUser), as in RV(events[].action_number) and RV(events[].action). Case does
        not matter.
      - For V(logins), names work as far as RV(events[].action) tells them. Others need the number.
      - The portal writes V(RoomCoverChanged) and V(RoomExternalLinkRenamed), and never shows them.
        These are refused.
    type: str
  target:
    description:
      - Only what was done to the room, person, group or key with this id. It needs O(action).
      - All events of that kind are read for it, as the portal finds none of those that are about
        several things at once.
      - Not with V(logins).
    type: str
  limit:
    description:
      - The task fails if it has read more events than this. With O(allow_partial), it returns what
        it has read by then. It is what keeps a time that was given too long from being read for
        hours.
      - For V(logins), all of them count that are newer than O(from), also those after O(to) and of
        others.
    type: int
    default: 10000
  allow_partial:
    description:
      - Whether to return events although there may be more. RV(complete) is V(false) then, and a
        warning says why.
      - A portal whose plan has no audit trail answers every question with its last 20 events. With
        V(true), those of them are returned that were asked for.
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
  - The key must be one of the owner of the portal or of a DocSpace administrator, and needs no
    restriction or the scope C(*:read).
  - >-
    Requests to the portal. One shows whether the portal answers what it is asked, or only with its
    last events. Then one for each 100 events, four of these side by side, and up to four more
    where events are not spread evenly over the time. If O(to) is not given or was just now, one
    more reads again what was done in the last seconds. A second with 100 events or more takes two
    to twelve for each hundred of them, and is a failure if they do not show all of it.
  - One more each for an O(user) with an id or an address, two for a user name or if nobody is
    called so, and one for an O(action) by a name of which this collection knows no number.
  - >-
    For V(logins), one for each 100 log-ins since O(from), whatever else is asked for, one after the
    other, as the portal cuts its pages before it looks for what is asked.
  - The portal keeps log-ins for as long as its settings say, 180 days at most.
seealso:
  - module: onlyoffice.docspace.room_info
  - module: onlyoffice.docspace.user_info
  - module: onlyoffice.docspace.portal_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Read what was done yesterday and today
  onlyoffice.docspace.audit_info:
    from: -1d
  register: trail

- name: Show one line for each
  ansible.builtin.debug:
    msg: "{{ item.at }} {{ item.user.display_name }}: {{ item.text }} ({{ item.context }})"
  loop: "{{ trail.events }}"
  loop_control:
    label: "{{ item.id }}"

- name: Read whom somebody has let into rooms in November
  onlyoffice.docspace.audit_info:
    from: "2026-11-01T00:00:00Z"
    to: -1h
    user: gina@example.com
    action: RoomCreateUser

- name: Read who was let into a room
  onlyoffice.docspace.audit_info:
    from: -30d
    action: RoomCreateUser
    target: 8

- name: Read who failed to log in
  onlyoffice.docspace.audit_info:
    kind: logins
    from: -7d
    action: LoginFailViaApi
  register: failed

- name: Show with what, and from where
  ansible.builtin.debug:
    msg: "{{ item.at }} {{ item.login }} {{ item.ip }}"
  loop: "{{ failed.events }}"
  loop_control:
    label: "{{ item.id }}"

- name: Take the last events where the plan has no audit trail
  onlyoffice.docspace.audit_info:
    from: -1d
    allow_partial: true
"""

RETURN = r"""
events:
  description: What was done, or who logged in, the newest first. Of one second, the one with the
    higher number comes first, which need not be the later one.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Its number. Events of the audit trail and log-ins have numbers of their own.
      type: int
      sample: 4711
    at:
      description: When, in UTC.
      type: str
      sample: "2026-11-27T01:10:11Z"
    user:
      description: Who did it.
      type: dict
      contains:
        id:
          description: The person's id. Of log-ins that failed it is the same for all.
          type: str
          sample: c0000000-0000-4000-8000-000000000005
        display_name:
          description: The person's name as it is now, or what was typed where a log-in failed.
          type: str
          sample: Eva User05
    action:
      description: What the portal calls it, null where this collection does not know.
      type: str
      sample: RoomCreateUser
    action_number:
      description: The portal's number for it.
      type: int
      sample: 5085
    text:
      description: What was done, in the language of the key's owner.
      type: str
      sample: "Added user: Eva User05. Role: Viewer"
    targets:
      description: The ids of what it was done to.
      type: list
      elements: str
      sample: ["8"]
    context:
      description: Where. Of rooms it has the title, the former one where the room was renamed.
      type: str
      sample: "Rooms: Plans"
    login:
      description: What was typed to log in. Empty for what is no log-in.
      type: str
      sample: ""
    ip:
      description: From which address. Empty for what the server did by itself.
      type: str
      sample: 192.0.2.7
    country:
      description: From which country, empty if the portal does not know.
      type: str
      sample: ""
    city:
      description: From which city, empty if the portal does not know.
      type: str
      sample: ""
complete:
  description: Whether these are all events that were asked for.
  returned: success
  type: bool
  sample: true
from:
  description: Since when they were read, in UTC.
  returned: success
  type: str
  sample: "2026-11-26T01:10:11Z"
to:
  description: Until when they were read, in UTC, by the clock of the machine that the task runs on.
  returned: success
  type: str
  sample: "2026-11-27T01:10:11Z"
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
      sample: audit_fallback
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: 403
"""

import dataclasses
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import check_range
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.moments import (
    parse_past,
    written,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.audit_reads import (
    read_events,
    read_logins,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import Connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.audit_questions import (
    Question,
    Wanted,
    check_target,
    known_action,
    login_names,
    needs_names,
    number_of,
    parse_action,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import UNKNOWN
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.audit_events import (
    events_result,
    partial_warnings,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "kind": {"type": "str", "choices": ["audit", "logins"], "default": "audit"},
    "from": {"type": "str", "required": True},
    "to": {"type": "str"},
    "user": {"type": "str"},
    "action": {"type": "str"},
    "target": {"type": "str"},
    "limit": {"type": "int", "default": 10_000},
    "allow_partial": {"type": "bool", "default": False},
}
_HIGHEST_LIMIT = 1_000_000


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: Connection
    is_about_logins: bool
    user: Reference | None
    target: str | None
    question: Question

    @classmethod
    def from_params(cls, params: dict[str, Any], now: datetime) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        is_about_logins = params["kind"] == "logins"
        since = parse_past("from", params["from"], now)
        until = now if params["to"] is None else parse_past("to", params["to"], now)
        if since > until:
            raise OptionError("from", "is after to; give the earlier moment here.")
        action = parse_action("action", params["action"], is_about_logins)
        target = check_target("target", params["target"], action)
        if target is not None and is_about_logins:
            raise OptionError("target", "means nothing with kind=logins; leave it out.")
        limit = check_range("limit", params["limit"], 1, _HIGHEST_LIMIT)
        return cls(
            connection=Connection.from_params(params),
            is_about_logins=is_about_logins,
            user=parse_reference("user", params["user"]),
            target=target,
            question=Question(since, until, now, None, action, limit, params["allow_partial"]),
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
    now = datetime.now(timezone.utc).replace(microsecond=0)
    options = Options.from_params(params, now)
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        question = options.question
        wanted = _whose(portal, options)
        if needs_names(question.action):
            action = known_action("action", question.action or "", portal.audit.actions())
            question = dataclasses.replace(question, action=action)
        question = dataclasses.replace(question, user_id=wanted.user_id)
        read = read_logins if options.is_about_logins else read_events
        reading = read(portal, question)
        number = number_of(question.action)
        wanted = dataclasses.replace(wanted, action=number, target=options.target)
        found = wanted.of(reading.events.values())
        if reading.is_fallback and question.action and number is None:
            found = []  # the portal has not looked for these, and nothing else can tell them
        return {
            "changed": False,
            "events": events_result(found),
            "complete": not reading.gaps,
            "from": written(question.since),
            "to": written(question.until),
            "requests": portal.requests,
            "warnings": options.connection.warnings() + partial_warnings(reading.gaps),
        }


def _whose(portal: Portal, options: Options) -> Wanted:
    """:raises DocSpaceError: if the person is nobody. Of an id it may be somebody who was."""
    user = options.user
    if user is None:
        return Wanted()
    if user.kind == "id" and not options.is_about_logins:
        return Wanted(user.value)
    person = portal.people.find(user)
    if person:
        return Wanted(person.id, login_names(person) if options.is_about_logins else ())
    if user.kind == "id":
        return Wanted(user.value)
    raise DocSpaceError(
        f"user: {printable(user.text)} {UNKNOWN}; of somebody who was deleted, give the id.",
        "unusable_users",
    )


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
