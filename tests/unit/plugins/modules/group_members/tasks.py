# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `group_members` run a task, and what they look at afterwards."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules.group_members import run

USER = "c0000000-0000-4000-8000-0000000000{:02}"
GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, TWINS, DIRECTORY, MIXED, EMPTY = map(GROUP.format, (3, 4, 11, 13, 14, 15))
NONE = "20000000-0000-4000-8000-000000000000"

READ_GROUP = f"GET group/{ENGINEERING}?includeMembers=false"
WRITE = f"group/{ENGINEERING}/members"


def task(site, members, group=ENGINEERING, check_mode=False, key="owner key", **options):
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(key),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "group": group,
        "members": members,
        "state": "present",
        "unknown_members": None,
        "max_removals": None,
        "allow_ldap_group": False,
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


def people(*numbers):
    return [f"person{number:04}@example.net" for number in numbers]
