# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `group_info` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
ACCOUNTING, DESIGN, ENGINEERING, MIXED, EMPTY = map(GROUP.format, (1, 3, 4, 14, 15))
TWINS = [GROUP.format(11), GROUP.format(12)]

ALL_GROUPS = "GET group?count=100&startIndex=0"


def task(site, check_mode=False, **options):
    return group_info.run(parameters(site, group_info, **options), check_mode)


failed = partial(failure, task)
