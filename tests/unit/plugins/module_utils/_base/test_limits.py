# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A limit of removals allows its number or share of the members, and no more."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    Limit,
)


@pytest.mark.parametrize(
    ("limit", "members", "most"),
    [
        ("0", 10, 0),
        ("3", 10, 3),
        (" 3 ", 2, 3),
        ("25%", 4, 1),
        ("25%", 7, 1),
        ("25%", 8, 2),
        ("0%", 100, 0),
        ("100%", 5, 5),
        ("12.5%", 8, 1),
        ("33.3%", 3, 0),
        ("50%", 0, 0),
    ],
)
def test_a_limit_allows_up_to_its_number_or_share(limit, members, most):
    parsed = Limit.parse("max_removals", limit)

    assert parsed.text == limit.strip()
    assert parsed.allows(most, members)
    assert not parsed.allows(most + 1, members)


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", "101%", "100.1%", "ten", "%", "5 %", "1e3", "٣", "12345678901"]
)
def test_a_limit_that_is_neither_number_nor_percentage_is_an_error(text):
    with pytest.raises(
        OptionError,
        match=r"^max_removals: .* is neither a number such as 10 nor a percentage such as 25%\.$",
    ):
        Limit.parse("max_removals", text)
