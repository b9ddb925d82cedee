# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names that a group may get, and names that the portal would store but nobody could find."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.group_rules import (
    check_name,
)


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
        ("x" * 129, "has 129 characters; a group's name has at most 128"),
        ("\U0001f680" * 65, "has 130 characters"),
    ],
)
def test_names_that_it_may_not(name, sentence):
    with pytest.raises(OptionError, match=f"^name: .*{sentence}"):
        check_name("name", name)
