# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""No piece of a secret is left in words that somebody else wrote."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.redaction import (
    PIECE,
    redact,
)

KEY = "sk-0123/456789+abcdef"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nothing of it", "nothing of it"),
        ("", ""),
        (KEY, "***"),
        (f"<{KEY}><{KEY}>", "<***><***>"),
        (f"begins with {KEY[:10]}...", "begins with ***..."),
        (f"ends with {KEY[-8:]}.", "ends with ***."),
        (f"only {KEY[:7]}", f"only {KEY[:7]}"),
        (f"only {KEY[-7:]}", f"only {KEY[-7:]}"),
        (f"/{quote(KEY, safe='')}/", "/***/"),
        (f"<{KEY.encode().hex()}>", "<***>"),
    ],
)
def test_each_piece_is_replaced(text, shown):
    assert redact(KEY, text) == shown


def test_a_short_secret_is_replaced_as_a_whole():
    assert redact("abc", "abcabc and ab or bc") == "*** and ab or bc"


@given(st.text("abc/+", min_size=16), st.text())
def test_no_piece_is_left_wherever_it_stands(secret, around):
    for form in (secret, quote(secret, safe=""), secret[:PIECE], secret[-PIECE:]):
        assert form not in redact(secret, around + form + around)


@given(st.text("abc/+", min_size=32), st.binary(max_size=5), st.binary(max_size=5))
def test_no_piece_is_left_in_base64_whatever_stands_around(secret, before, behind):
    coded = b64encode(before + secret.encode() + behind).decode()

    assert coded[12:-12] not in redact(secret, f"Basic {coded}")


@pytest.mark.parametrize("secret", [KEY, KEY[:12], "sk-0123456789+abcdefghi"])
@pytest.mark.parametrize("before", [0, 1, 2])
def test_a_piece_of_base64_alone_is_replaced_at_either_end(secret, before):
    coded = b64encode(b"." * before + secret.encode()).decode()[4:-4]

    for piece in (coded[:PIECE], coded[-PIECE:]):
        assert redact(secret, f"<{piece}>") == "<***>"
