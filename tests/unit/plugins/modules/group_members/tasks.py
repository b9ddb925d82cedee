# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `group_members` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import group_members
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, TWINS, DIRECTORY, MIXED, EMPTY = map(GROUP.format, (3, 4, 11, 13, 14, 15))
NONE = "20000000-0000-4000-8000-000000000000"

READ_GROUP = f"GET group/{ENGINEERING}?includeMembers=false"
WRITE = f"group/{ENGINEERING}/members"


def task(site, members, group=ENGINEERING, check_mode=False, key="owner key", **options):
    given = parameters(site, group_members, key, group=group, members=members, **options)
    return group_members.run(given, check_mode)


failed = partial(failure, task)


def emails(people):
    return [person["email"] for person in people]


def people(*numbers):
    return [f"person{number:04}@example.net" for number in numbers]
