# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils._omitted import check_entries

MAYBE = "{{ lead | default(omit) }}"
VARIABLES = {
    "wanted": [MAYBE],
    "further": "{{ wanted }}",
    "hostvars": {"other": [MAYBE]},
    "itself": "{{ itself }}",
    "team": {"head": MAYBE, "people": ["ada"]},
}


@pytest.mark.parametrize(
    "written",
    [
        {"members": [MAYBE]},
        {"members": ["ada", "{{ lead | d(omit, true) }}"]},
        {"members": "{{ wanted }}"},
        {"members": "{{ further | unique }}"},
        {"members": "{{ [lead | default(omit)] }}"},
        {"members": "{{ people | map('default', omit) }}"},
        {"groups": [{"group": "HR", "exact": [MAYBE]}]},
        {"members": {"exact": "{{ wanted }}"}},
        {"loop": "{{ wanted }}"},
    ],
)
def test_an_entry_that_may_be_left_out_is_refused_however_deep(written):
    with pytest.raises(OptionError, match="is an entry of a list, which Ansible leaves out") as got:
        check_entries(written, VARIABLES)

    assert got.value.details == {"option": next(iter(written))}


@pytest.mark.parametrize(
    "written",
    [
        {"manager": MAYBE, "members": ["{{ lead }}", "ada", 1]},
        {"groups": [{"name": "HR", "manager": MAYBE}]},
        {"members": "{{ people['all'] | default(omit) }}"},
        {"members": "{{ hostvars['other'] | length }}"},
        {"manager": "{{ itself }}", "name": "{{ team.people }}", "id": "{{ unheard_of }}"},
        {"name": "omit [this] and {{ that }}"},
    ],
)
def test_what_leaves_out_a_whole_option_is_fine(written):
    check_entries(written, VARIABLES)
