# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One call of the API: who calls, with what, and what it makes the server do."""

from __future__ import annotations

import dataclasses
import re
import typing as t

from .http import binding, failures
from .http.costs import Work
from .jobs.records import Job
from .keys.records import ApiKey
from .keys.rules import Rules as KeyRules
from .people.records import GUEST, USER, Person
from .settings.rules import Rules as PortalRules
from .world import World

# In the place of a key, where there is none.
_NOBODY = ApiKey("", "", "", "", None)
# Fields of which people's groups, or their names, are a part.
_GROUPS = re.compile(r"(.+\.)?((groups|department)(\..*)?|members|manager)")


@dataclasses.dataclass
class Call:
    """Everything that a handler may look at."""

    world: World
    key: ApiKey
    path: dict[str, str]
    query: binding.Query
    data: bytes
    content_type: str
    work: Work
    #: The address of the portal, as the client named it.
    origin: str
    #: What the client knows from a link by which people join.
    confirmation: str
    #: The token of a link by which something is read without an account.
    request_token: str = ""
    #: Whether there was a key, be it good for anything or not.
    has_credential: bool = False
    #: The path as it was sent.
    target: str = ""
    #: What a test makes of the jobs that this call starts.
    job_fault: str | int | None = None

    @property
    def is_anonymous(self) -> bool:
        """Whether there is no key, which few calls allow."""
        return self.key is _NOBODY

    @property
    def caller(self) -> Person:
        """The owner of the key."""
        return self.world.people[self.key.user]

    @property
    def portal(self) -> PortalRules:
        """What the plan and the settings allow."""
        return PortalRules(self.world.settings.values, self.world.people)

    @property
    def shows_groups(self) -> bool:
        """Whether people's groups may be in the answer: they are most of the work on it."""
        return self.query.fields is None or any(map(_GROUPS.fullmatch, self.query.fields))

    def body(self, convert: binding.Converter, parameter: str) -> t.Any:
        """The typed body."""
        return binding.body(self.data, self.content_type, convert, parameter)

    def start(self, job: Job) -> Job:
        """Start a job; the answer to the call is all that the client waits for."""
        job.fault = self.job_fault
        return self.world.jobs.start(job)

    def demand_admin(self) -> None:
        """Only the owner and the administrators go on."""
        if not self.caller.is_admin:
            raise failures.not_authorized()

    def demand_reader(self) -> None:
        """Users and guests may not see groups."""
        if self.caller.type in (USER, GUEST):
            raise failures.not_authorized()

    def demand_view(self, person: Person) -> None:
        """Users and guests see only themselves, room administrators no guests but their own."""
        caller = self.caller
        blind = caller.type in (USER, GUEST) or not caller.sees(person)
        if blind and caller.id != person.id:
            raise failures.access_denied()


def authenticate(world: World, authorization: str, anonymous: bool) -> ApiKey:
    """The key that opens the portal to a call; some calls need none."""
    try:
        return KeyRules(world.keys, world.people).authenticate(authorization)
    except failures.Refused:
        if not anonymous:
            raise
        return _NOBODY
