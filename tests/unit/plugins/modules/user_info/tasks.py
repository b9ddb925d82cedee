# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `user_info` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import user_info
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
MIXED, EMPTY = GROUP.format(14), GROUP.format(15)
DIRECTORY = "GET people/filter?count=100&startIndex=0"


def task(site, check_mode=False, **options):
    return user_info.run(parameters(site, user_info, **options), check_mode)


failed = partial(failure, task)


def names(result):
    return [person["user_name"] for person in result["users"]]


def numbered(name, *numbers):
    return [f"{name}{number:02}" for number in numbers]


def person(number):
    return f"person{number:04}@example.net"
