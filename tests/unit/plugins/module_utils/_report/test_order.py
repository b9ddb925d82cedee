# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""People and groups in a result are in an order that does not change from run to run."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups import (
    groups_result,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people import (
    users_result,
)

GROUPS = {"5": "twins", "3": "Twins", "1": "zoo", "2": "Arts", "4": "twins"}
IN_ORDER = ["2", "3", "4", "5", "1"]


def test_the_groups_of_a_person_are_by_name_without_case_and_those_of_one_name_by_id():
    person = Person("1", "Ada", "ada@example.org", "ada", "active", type="user", groups=GROUPS)

    (told,) = users_result([person])

    assert told["groups"] == [{"id": key, "name": GROUPS[key]} for key in IN_ORDER]
    assert (told["user_name"], told["type"]) == ("ada", "user")


def test_groups_are_in_the_same_order():
    groups = [Group(key, name, 0) for key, name in GROUPS.items()]

    assert [group["id"] for group in groups_result(groups)] == IN_ORDER
