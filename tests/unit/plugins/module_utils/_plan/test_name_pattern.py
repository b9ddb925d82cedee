# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What names may be made of, by patterns of .NET."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.name_pattern import (
    compile_pattern,
    refused_character,
)

#: As portals have it.
PATTERN = r"^[\p{L}\p{M}' \-]+$"


@pytest.mark.parametrize("name", ["Jean-Zoë O'Müller", "Пётр", "李", "हिन्दी", " ", "-"])
def test_names_of_letters_in_any_script(name):
    assert refused_character(name, PATTERN) is None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Max2", '"2" (U+0032, character 4)'),
        ("Dr. Who", '"." (U+002E, character 3)'),
        ("O\u2019Neil", '"\u2019" (U+2019, character 2)'),
        ("<b>", '"<" (U+003C, character 1)'),
        ("a\u0085b", '"\ufffd" (U+0085, character 2)'),
    ],
)
def test_the_first_character_that_is_refused_is_told_with_its_place(name, told):
    assert refused_character(name, PATTERN) == told


@pytest.mark.parametrize(
    ("pattern", "allowed", "refused"),
    [
        (r"^[a-z]+$", "az", "A-0"),
        (r"^[a-zA-Z0-9_.-]*$", "aZ9_.-", " !"),
        (r"^[\w\s]+$", "aé9_ \t", "-."),
        (r"^[\d\-x]+$", "0٣-x", "a"),
        (r"^[\p{Lu}]+$", "AÄ", "aä1"),
        (r"^[-a]+$", "-a", "b"),
        (r"^[\[\]]+$", "[]", "a"),
    ],
)
def test_classes_of_other_portals(pattern, allowed, refused):
    allows = compile_pattern(pattern)

    assert allows is not None
    assert all(map(allows, allowed))
    assert not any(map(allows, refused))


@pytest.mark.parametrize(
    "pattern",
    ["", ".*", "^.+$", "^[^0-9]+$", "^[a-z]{2,}$", r"^\p{L}+$", r"^[\P{L}]+$", r"^[\x41]+$",
     "^[z-a]+$", "^[a-z][0-9]+$", "^(?:[a-z]|x)+$", r"^[\p{IsCyrillic}]+$", "^[]+$"],
)  # fmt: skip
def test_what_is_not_understood_refuses_nobody(pattern):
    assert compile_pattern(pattern) is None
    assert refused_character("R2-D2", pattern) is None
