# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `rooms` run a task."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import rooms
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)


def task(site, *entries, check_mode=False, key="owner key", **options):
    """Run a task for some rooms; requests come one after the other."""
    given = parameters(site, rooms, key, rooms=list(entries), **{"parallel": 1, **options})
    return rooms.run(given, check_mode)


failed = partial(failure, task)
