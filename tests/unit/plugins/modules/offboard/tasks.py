# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `offboard` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import offboard
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
BOEHM, DESIGN, ENGINEERING, FINANCE, LEGAL, TWINS, DIRECTORY, MIXED = (
    GROUP.format(number) for number in (2, 3, 4, 5, 7, 11, 13, 14)
)


def task(site, users, check_mode=False, key="owner key", **options):
    given = parameters(site, offboard, key, users=users, **{"parallel": 1, **options})
    return offboard.run(given, check_mode)


failed = partial(failure, task)


def change(site, name, **facts):
    """Somebody on the portal becomes another: ldap, type, status."""
    user = next(user for user in site.state["users"] if user["userName"] == name)
    user.update(facts)
    site.__post_init__()


def leaver(result, email):
    (found,) = (each for each in result["leavers"] if each["email"] == f"{email}@example.org")
    return found


def names(groups):
    return [group["name"] for group in groups]


def statuses(site, *users):
    found = {user["userName"]: user["status"] for user in site.portal.state()["users"]}
    return [found[name] for name in users]


def writes(site):
    return [line for line in site.log() if not line.startswith("GET ")]
