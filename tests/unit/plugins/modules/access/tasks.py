# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `access` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import access
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)


def entry(room, add=None, remove=None, exact=None):
    lists = {"add": add, "remove": remove, "exact": exact}
    return {"room": room, **{key: value for key, value in lists.items() if value is not None}}


def task(site, *entries, check_mode=False, **options):
    given = parameters(site, access, rooms=list(entries), **{"parallel": 1, **options})
    return access.run(given, check_mode)


failed = partial(failure, task)
