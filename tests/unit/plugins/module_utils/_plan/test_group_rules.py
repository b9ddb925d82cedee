# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names that a group may get, and groups that are not for a task to change or to show."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    check_group_id,
    check_group_reference,
    check_managed_here,
    check_members_listed,
    check_name,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group

ID = "10000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize("name", ["A", "x" * 128, "\U0001f680" * 64, "a\nb", "a  b"])
def test_names_that_a_group_may_get(name):
    assert check_name("name", name) == name


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is empty; give a name with visible characters."),
        (" \t", "is empty; give a name with visible characters."),
        (" A", "' A' begins or ends with blanks"),
        ("A\n", "begins or ends with blanks"),
        ("x" * 256, "has 256 characters"),
        ("\ud83d", "contains bytes that are no text"),
        ("0" * 32, r"is an id, as which it would be taken; give another name\."),
        ("x" * 129, "has 129 characters; a group's name has at most 128"),
        ("\U0001f680" * 65, "has 130 characters"),
    ],
)
def test_names_that_it_may_not(name, sentence):
    with pytest.raises(OptionError, match=f"^name: .*{sentence}"):
        check_name("name", name)


def test_a_refused_name_is_said_in_one_sentence():
    with pytest.raises(OptionError) as raised:
        check_name("new_name", " ")

    assert str(raised.value) == "new_name: is empty; give a name with visible characters."


def test_a_group_is_given_by_its_id_in_any_notation_or_by_its_name():
    assert check_group_id(None) is check_group_reference(None) is None
    assert check_group_id(f"{{{ID.upper()}}}") == ID
    assert check_group_reference(" Design") == " Design"


@pytest.mark.parametrize(
    ("check", "text", "message"),
    [
        (check_group_id, "7",
         "id: is not a GUID; copy the id from a result of group_info, or use name."),
        (check_group_reference, ID, "name: is an id; give it as id."),
    ],
)  # fmt: skip
def test_an_id_and_a_name_are_not_taken_for_each_other(check, text, message):
    with pytest.raises(OptionError) as raised:
        check(text)

    assert str(raised.value) == message


SYSTEM = Group(ID, "Everyone", 9, system=True)
DIRECTORY = Group(ID, "Directory", 9, ldap=True)


@pytest.mark.parametrize(
    ("check", "code", "message"),
    [
        (lambda: check_managed_here(SYSTEM, allow_ldap=True), "system_group",
         f'The group "Everyone" ({ID}) is a system group of the portal itself; changing it would'
         " change people's roles and paid seats. Change a person's type in the portal instead."),
        (lambda: check_managed_here(DIRECTORY, allow_ldap=False), "ldap_group",
         f'The group "Directory" ({ID}) comes from a directory (LDAP), and the next'
         " synchronisation would undo the change; change the directory, or set allow_ldap_group."),
        (lambda: check_members_listed(SYSTEM), "system_group",
         f'The group "Everyone" ({ID}) is a system group, and the portal does not list the members'
         " of these. Use user_info with its option type instead."),
    ],
)  # fmt: skip
def test_groups_that_are_not_for_a_task(check, code, message):
    with pytest.raises(DocSpaceError) as raised:
        check()

    assert str(raised.value) == message
    assert (raised.value.code, raised.value.details) == (code, {"group": ID})


def test_a_directory_may_be_changed_where_that_is_allowed_and_always_shown():
    check_managed_here(DIRECTORY, allow_ldap=True)
    check_managed_here(Group(ID, "Design", 3), allow_ldap=False)
    check_members_listed(DIRECTORY)
