# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who competes: a playbook or a script, and how it is called."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclasses.dataclass(frozen=True)
class Competitor:
    """A way to do a job, as a command that is given the job as a file."""

    name: str
    file: str
    words: tuple[str, ...] = ()
    #: What it does of a job: all of it, only its reads, or nothing.
    does: str = "all"
    #: Takes minutes for a loop over hundreds: gets fewer rounds if so wished.
    slow: bool = False
    #: Sends what the second competitor sends, which is tried out before the rounds.
    repeats: bool = False

    @property
    def is_playbook(self) -> bool:
        """Whether Ansible's own start is part of it."""
        return self.file.endswith(".yml")

    def command(self, job: Path) -> list[str]:
        """The command for a job."""
        if self.is_playbook:
            data = ["-e", f"@{job}"] if self.file.startswith(_WITH_JOB) else []
            return ["ansible-playbook", str(HERE / "playbooks" / self.file), *data, *self.words]
        return [sys.executable, str(HERE / "scripts" / self.file), str(job), *self.words]


_WITH_JOB = ("group_members", "memberships", "uri_", "users")
_OWN_PROCESS = ("-e", json.dumps({"onlyoffice_docspace_direct": False}))

EMPTY = Competitor("an empty play", "empty.yml", does="nothing")
DEBUG = Competitor("ansible.builtin.debug", "debug.yml", does="nothing")
PING = Competitor("ansible.builtin.ping", "ping.yml", does="nothing")
GROUP_MEMBERS = Competitor("group_members", "group_members.yml")
GROUP_MEMBERS_APART = Competitor(
    "group_members, direct off", "group_members.yml", _OWN_PROCESS, slow=True
)
MEMBERSHIPS = Competitor("memberships", "memberships.yml")
MEMBERSHIPS_APART = Competitor("memberships, direct off", "memberships.yml", _OWN_PROCESS)
USERS = Competitor("users", "users.yml")
USERS_APART = Competitor("users, direct off", "users.yml", _OWN_PROCESS)
URI_READ = Competitor("uri, reads only", "uri_read.yml", does="reads", slow=True)
URI_REMOVE = Competitor("uri, GET and DELETE", "uri_remove.yml", slow=True)
SCRIPT = Competitor("requests script", "plain.py", ("--fields",))
SCRIPT_SAME = Competitor("requests script, same calls", "plain.py", ("--same-calls",))
SCRIPT_WHOLE = Competitor("requests script, no fields", "plain.py")
SCRIPT_NAIVE = Competitor("requests script, naive", "plain.py", ("--always",))
VENDOR = Competitor("docspace-api-sdk script", "vendor.py", slow=True)
SCRIPT_ROOMS = Competitor("requests script", "rooms.py")
SAME_REQUESTS = Competitor("the same requests, in turn", "same.py", repeats=True)
