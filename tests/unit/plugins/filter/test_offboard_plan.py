# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""offboard_plan: what people have, and what is to be taken from them."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleFilterError

from ansible_collections.onlyoffice.docspace.plugins.filter.offboard_plan import (
    FilterModule,
    offboard_plan,
)

DESIGN, LDAP = {"id": "g1", "name": "Design"}, {"id": "g2", "name": "Directory"}
ADA = {"id": "c1", "display_name": "Ada", "email": "ada@example.org", "status": "disabled"}
BEN = {"id": "c2", "display_name": "Ben", "email": "ben@example.org", "status": "active"}
PEOPLE = [{**ADA, "groups": [DESIGN, LDAP], "type": "user"}, {**BEN, "groups": [DESIGN]}]
PORTAL: list[dict[str, object]] = [
    {**DESIGN, "manager": ADA, "ldap": False},
    {**LDAP, "manager": None, "ldap": True},
]


def test_is_offered_to_ansible():
    assert FilterModule().filters() == {"offboard_plan": offboard_plan}


@pytest.mark.parametrize("allow", [False, True])
def test_everything_is_taken_but_what_a_directory_owns(allow):
    from_directory = {"group": "g2", "remove": ["c1"]}

    plan = offboard_plan(PEOPLE, PORTAL, allow_ldap=allow)

    assert plan["memberships"] == [
        {"group": "g1", "remove": ["c1", "c2"]},
        *([from_directory] if allow else []),
    ]
    assert plan["report"] == [
        {**ADA, "groups": [DESIGN, LDAP], "managed": [DESIGN], "kept": [] if allow else [LDAP]},
        {**BEN, "groups": [DESIGN], "managed": [], "kept": []},
    ]


def test_nobody_has_nothing():
    assert offboard_plan([], PORTAL) == {"memberships": [], "report": []}


def test_nonsense_is_an_error():
    with pytest.raises(AnsibleFilterError):
        offboard_plan([{}], PORTAL)
