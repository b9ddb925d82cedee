# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A limit of removals allows its number or share of the members, and no more."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    Limit,
    check_limit,
    parse_limit,
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


def test_an_option_that_is_left_out_is_no_limit():
    assert parse_limit("max_removals", None) is None
    assert parse_limit("max_removals", "25%") == Limit.parse("max_removals", "25%")
    with pytest.raises(OptionError, match=r"^max_removals: 'few' is neither"):
        parse_limit("max_removals", "few")


@pytest.mark.parametrize(
    ("limit", "removals", "total"), [(None, 9, 9), ("2", 2, 9), ("25%", 2, 8), ("0", 0, 0)]
)
def test_what_a_limit_allows_is_not_refused(limit, removals, total):
    check_limit("max_removals", parse_limit("max_removals", limit), removals, total, "members")


@pytest.mark.parametrize("limit", ["2", "25%"])
def test_more_than_a_limit_allows_is_refused_with_both_numbers(limit):
    with pytest.raises(DocSpaceError) as raised:
        check_limit("max_removals", Limit.parse("max_removals", limit), 3, 8, "members of A")

    assert raised.value.result() == {
        "msg": (
            f"max_removals: 3 of 8 members of A would be removed, and the limit is {limit}."
            " Nothing was changed; check who is named, or raise the limit."
        ),
        "failure": {
            "code": "max_removals_exceeded",
            "status": None,
            "removals": 3,
            "members": 8,
        },
        "changed": False,
    }
