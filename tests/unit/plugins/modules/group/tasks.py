# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `group` run a task, and what they look at afterwards."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.guids import parse_guid
from ansible_collections.onlyoffice.docspace.plugins.modules.group import run

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
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(key),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "id": group if parse_guid(group) else None,
        "name": None if parse_guid(group) else group,
        "new_name": None,
        "state": "present",
        "manager": None,
        "members": None,
        "allow_ldap_group": False,
        "allow_twin_names": False,
        **options,
    }
    return run(params, check_mode)


def failed(site, *args, **options):
    """The failed task's result."""
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    result = raised.value.result()
    assert site.api_key(options.get("key", "owner key")) not in repr(result)
    assert "stack" not in repr(result)
    return result


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
