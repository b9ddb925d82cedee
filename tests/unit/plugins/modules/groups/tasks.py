# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import groups
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
USER = "c0000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, LEGAL, TWIN, DIRECTORY, MIXED = map(GROUP.format, (3, 4, 7, 11, 13, 14))


def task(site, *entries, check_mode=False, key="owner key", **options):
    """Run a task for some groups; requests come one after the other."""
    given = parameters(site, groups, key, groups=list(entries), **{"parallel": 1, **options})
    return groups.run(given, check_mode)


failed = partial(failure, task)


def rows(result, *keys):
    """Some keys of each group in a result."""
    return [tuple(row[key] for key in keys) for row in result["groups"]]


def emails(people):
    return [person["email"] for person in people]


def names(site):
    return sorted(group["name"] for group in site.portal.state()["groups"])
