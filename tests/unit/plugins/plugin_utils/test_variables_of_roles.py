# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Variables that look like those of a role, and that no role knows."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils._roles import check_names

CONNECTION: dict[str, dict[str, object]] = {
    "docspace_base_url": {},
    "docspace_api_key": {},
    "docspace_validate_certs": {},
}
ROLES: dict[str, dict[str, dict[str, object]]] = {
    "groups": {
        "docspace_groups": {"required": True},
        "docspace_groups_prune": {},
        "docspace_groups_max_removals": {},
        "docspace_groups_max_removals_total": {},
        **CONNECTION,
    },
    "offboard": {
        "docspace_leavers": {"required": True},
        "docspace_offboard_disable": {},
        **CONNECTION,
    },
}


@pytest.mark.parametrize(
    ("role", "name", "meant"),
    [
        ("groups", "docspace_groups_max_removal", "docspace_groups_max_removals"),
        ("groups", "docspace_groups_max_removals_totals", "docspace_groups_max_removals_total"),
        ("groups", "docspace_group_max_removals", "docspace_groups_max_removals"),
        ("groups", "docspace_max_removals", "docspace_groups_max_removals"),
        ("groups", "docspace_prune", "docspace_groups_prune"),
        ("groups", "docspacegroups_max_removals", "docspace_groups_max_removals"),
        ("offboard", "docspace_disable", "docspace_offboard_disable"),
        ("groups", "Docspace_Groups_Prune", "docspace_groups_prune"),
        ("groups", "docspace_base_ulr", "docspace_base_url"),
        ("offboard", "docspace_apikey", "docspace_api_key"),
        ("offboard", "docspace_validate_cert", "docspace_validate_certs"),
        ("offboard", "docspace_leavers2", "docspace_leavers"),
        ("offboard", "docspace_ofboard_disable", "docspace_offboard_disable"),
    ],
)
def test_a_misspelt_variable_is_refused_with_the_one_that_is_meant(role, name, meant):
    with pytest.raises(OptionError) as caught:
        check_names(role, ROLES, ["ansible_user", *ROLES[role], name])

    assert str(caught.value) == (
        f"{name}: is no variable of the role {role}; did you mean {meant}?"
    )


@pytest.mark.parametrize("name", ["docspace_groups_xyzzy", "docspace_groupscsv_file"])
def test_a_variable_that_is_like_none_is_refused_as_well_if_it_begins_as_those_of_the_role(name):
    with pytest.raises(OptionError, match=f"^{name}: .*; remove it, or give it another name"):
        check_names("groups", ROLES, [name])


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("groups", "docspace_leavers"),
        ("groups", "docspace_offboard_disabled"),
        ("offboard", "docspace_groups_max_removal"),
        ("groups", "docspace_group"),
        ("offboard", "docspace_leaver"),
        ("groups", "docspace_portal_name"),
        ("groups", "docspace_api_key_of_preview"),
        ("groups", "vault_docspace_api_key"),
        ("groups", "onlyoffice_docspace_direct"),
        ("groups", "groups_csv"),
    ],
)
def test_other_variables_are_no_business_of_the_role(role, name):
    check_names(role, ROLES, [*ROLES[role], name])
