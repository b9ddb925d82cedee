# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `group` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.guids import parse_guid
from ansible_collections.onlyoffice.docspace.plugins.modules import group as module
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, TWINS, DIRECTORY, MIXED = map(GROUP.format, (3, 11, 13, 14))
UNKNOWN = GROUP.format(99)

FIND_NEW = "GET group?count=100&filterValue=New&startIndex=0"
READ_DESIGN = f"GET group/{DESIGN}?includeMembers=false"
FIND_DESIGN = "GET group?count=100&filterValue=Design&startIndex=0"
FIND_STYLE = "GET group?count=100&filterValue=Style&startIndex=0"
LOST = [502, 503, 504]


def task(site, group, check_mode=False, key="owner key", **options):
    """Run a task for a group, given by its id or name."""
    given = {"id" if parse_guid(group) else "name": group, **options}
    return module.run(parameters(site, module, key, **given), check_mode)


failed = partial(failure, task)


def emails(people):
    return [person["email"] for person in people]


def writes(site):
    return [line for line in site.log() if not line.startswith("GET ")]


def sent(site):
    """The bodies of the writes."""
    return [each.body for each in site.portal.requests if each.method != "GET"]


def after(action, rule):
    """Let something happen, then answer by a rule."""

    def combined(portal, environ):
        action(portal)
        return rule(portal, environ)

    return combined


def with_two_managers(site):
    """Bring a portal into the state that only requests at the same moment lead to."""
    group = next(group for group in site.state["groups"] if group["id"] == DESIGN)
    group["second_manager"] = USER.format(4)
    site.__post_init__()
