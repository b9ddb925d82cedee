# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `memberships` run a task, and what they look at afterwards."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules.memberships import run

GROUP = "10000000-0000-4000-8000-0000000000{:02}"
DESIGN, ENGINEERING, LEGAL, DIRECTORY, MIXED, EMPTY = map(GROUP.format, (3, 4, 7, 13, 14, 15))


def entry(group, add=None, remove=None, exact=None):
    return {"group": group, "add": add, "remove": remove, "exact": exact}


def task(site, *entries, check_mode=False, **options):
    params = {
        "base_url": site.base_url,
        "api_key": site.api_key(),
        "validate_certs": True,
        "ca_path": None,
        "timeout": 30,
        "groups": list(entries),
        "unknown_users": None,
        "max_removals": None,
        "max_removals_total": None,
        "allow_ldap_group": False,
        "parallel": 1,
        **options,
    }
    return run(params, check_mode)


def failed(site, *args, **options):
    with pytest.raises(DocSpaceError) as raised:
        task(site, *args, **options)
    return raised.value.result()
