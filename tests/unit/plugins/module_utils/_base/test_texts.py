# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Texts of others: which are refused, and how they are shown."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_text
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    MAX_LISTED,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import (
    MAX_LENGTH,
    encodable,
    listed,
    printable,
)


@pytest.mark.parametrize("text", ["", "x" * MAX_LENGTH, "\U0001f680 ü\n"])
def test_texts_that_a_request_can_carry_are_accepted(text):
    check_text("search", text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x" * (MAX_LENGTH + 1), f"has {MAX_LENGTH + 1} characters, .* at most {MAX_LENGTH}"),
        ("half of \ud83d", "contains bytes that are no text; write it in UTF-8"),
    ],
)
def test_texts_that_no_request_can_carry_are_refused(text, sentence):
    with pytest.raises(OptionError, match=f"^search: {sentence}"):
        check_text("search", text)


def test_halves_of_characters_are_replaced_and_whole_ones_stay():
    assert encodable("\ud83d and \U0001f680") == "\ufffd and \U0001f680"


def test_what_is_shown_has_one_line_no_orders_for_the_terminal_and_an_end():
    assert printable("a\n\x1b[31mb\u202e ü") == "a\ufffd\ufffd[31mb\ufffd ü"
    assert printable("x" * MAX_LENGTH) == "x" * MAX_LENGTH
    assert printable("x" * (MAX_LENGTH + 1)) == "x" * MAX_LENGTH + "\u2026"


@pytest.mark.parametrize(("more", "end"), [(0, "9"), (1, "9 and 1 more"), (5, "9 and 5 more")])
def test_of_many_texts_some_are_shown(more, end):
    texts = [str(number) for number in range(MAX_LISTED + more)]

    assert listed(texts) == f"0, 1, 2, 3, 4, 5, 6, 7, 8, {end}"
    assert listed(texts, "; ") == f"0; 1; 2; 3; 4; 5; 6; 7; 8; {end}"
