# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `user_status` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import user_status
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)


def task(site, users, status="disabled", check_mode=False, key="owner key", **options):
    given = parameters(site, user_status, key, users=users, status=status, **options)
    return user_status.run(given, check_mode)


failed = partial(failure, task)


def statuses(site, *names):
    users = {user["userName"]: user["status"] for user in site.portal.state()["users"]}
    return [users[name] for name in names]


def emails(result):
    return [user["email"] for user in result["users"]]
