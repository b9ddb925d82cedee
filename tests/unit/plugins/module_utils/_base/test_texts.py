# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Texts of others: which are refused, and how they are shown."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._errors import (
    MOST_NAMED,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base._texts import (
    LONGEST,
    check_text,
    printable,
    some,
    whole,
)


@pytest.mark.parametrize("text", ["", "x" * LONGEST, "\U0001f680 ü\n"])
def test_texts_that_a_request_can_carry_are_accepted(text):
    check_text("search", text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x" * (LONGEST + 1), f"has {LONGEST + 1} characters, .* at most {LONGEST}"),
        ("half of \ud83d", "contains bytes that are no text; write it in UTF-8"),
    ],
)
def test_texts_that_no_request_can_carry_are_refused(text, sentence):
    with pytest.raises(OptionError, match=f"^search: {sentence}"):
        check_text("search", text)


def test_halves_of_characters_are_replaced_and_whole_ones_stay():
    assert whole("\ud83d and \U0001f680") == "\ufffd and \U0001f680"


def test_what_is_shown_has_one_line_no_orders_for_the_terminal_and_an_end():
    assert printable("a\n\x1b[31mb\u202e ü") == "a\ufffd\ufffd[31mb\ufffd ü"
    assert printable("x" * LONGEST) == "x" * LONGEST
    assert printable("x" * (LONGEST + 1)) == "x" * LONGEST + "\u2026"


@pytest.mark.parametrize(("more", "end"), [(0, "9"), (1, "9 and 1 more"), (5, "9 and 5 more")])
def test_of_many_texts_some_are_shown(more, end):
    texts = [str(number) for number in range(MOST_NAMED + more)]

    assert some(texts) == f"0, 1, 2, 3, 4, 5, 6, 7, 8, {end}"
    assert some(texts, "; ") == f"0; 1; 2; 3; 4; 5; 6; 7; 8; {end}"
