# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A text in YAML is the same text to parsers of YAML 1.1 and of YAML 1.2."""

from __future__ import annotations

import re
from importlib.util import find_spec

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.yaml import scalar

# Numbers, dates, times, words and marks of YAML 1.1 and 1.2, of JSON, TOML, Ruby and JavaScript.
MEANINGS = re.split(
    r"\s+",
    r"""
yes Yes YES no No NO on On ON off Off OFF y Y n N true True TRUE false False FALSE
null Null NULL ~ none None nil undefined NaN nan Infinity inf .inf -.inf +.inf .Inf .nan .NaN .NAN
0 1 -1 +1 12 010 0o10 0x10 0XFF 0b101 1_000 0x_ff 1,000 1e3 1E3 1e+3 1.5 .5 5. -0.0 6.02e23 +.5e-3
685.230_15e+03 190:20:30 190:20:30.15 1:30 12:30:45 2026-11-27 2026-13-45 2026-11-27T10:00:00Z
2026-11-27t10:00:00.5+01:00 2001-1-1 0000-00-00 = << - -- --- ... ? : , [ ] { } & * ! | > % @ ` ' "
[] {} [a] {a} &a *a !a !!str |- >- %YAML @a `a 'a' "a" a: :a a:b: # a# #a \ \n /a ١٢ ²
""".strip(),
)
WITH_BLANKS = [
    *(
        "",
        " ",
        "  ",
        " a",
        "a ",
        "\ta",
        "a\t",
        "a\tb",
        "a: b",
        "a : b",
        "a #b",
        "a\n",
        "a\nb",
        "\n",
    ),
    *(
        "- a",
        "? a",
        ": a",
        "! a",
        "--- a",
        "2026-11-27 10:00:00",
        "2026-11-27 10:00:00 +1",
        "a\r\nb",
    ),
    *("\x00", "\x7f", "\x85", "\xa0", "a\xa0", "\u2028", "\u2029", "\ufeff", "\ufeffa", "\ufffe"),
]
ALL = [*MEANINGS, *WITH_BLANKS]
# Whatever UTF-8 can carry, and more often what has a meaning somewhere.
SIGNS = "0123456789aAbBeEfFiIlLnNoOsStTuUxXyYzZ+-._:~=<,[]{}#&*!|>'\"%@`?\\/ \t\n\r\x85\u2028\ufeff"
texts = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=8),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=8),
    st.lists(st.sampled_from(ALL), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from(ALL), min_size=1, max_size=3).map("".join),
    st.datetimes().map(str),
    st.floats().map(str),
    st.integers().map(str),
    st.from_regex(r"\A[-+]?[0-9._:e+TZ-]{1,12}\Z"),
)


def parsers():
    """How each parser reads a document."""
    yield yaml.safe_load
    if find_spec("ruamel"):  # ansible-test's environments are without it
        from ruamel.yaml import YAML

        for version in ((1, 1), (1, 2)):
            for pure in (True, False):
                parser = YAML(typ="safe", pure=pure)
                parser.version = version
                yield parser.load


PARSERS = tuple(parsers())


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("text", ALL)
def test_what_has_a_meaning_is_read_as_the_text(text, parse):
    assert parse(f"key: {scalar(text)}  # comment\nlist:\n  - {scalar(text)}\n") == {
        "key": text,
        "list": [text],
    }


@given(texts)
@example("2026-13-45")
def test_every_text_is_read_as_itself(text):
    written = scalar(text)

    assert written.isprintable()
    for parse in PARSERS:
        assert parse(f"- {written}\n- key: {written}  # comment\n") == [text, {"key": text}]


@given(st.text(st.characters()))
def test_no_text_is_too_odd(text):
    assert scalar(text).isprintable()


@pytest.mark.parametrize("text", [each for each in ALL if each[:1].isdigit() or len(each) < 2])
def test_numbers_dates_and_marks_are_quoted(text):
    assert scalar(text).startswith('"')


@pytest.mark.parametrize(
    "text",
    [
        "Design",
        "R&D (Berlin)",
        "ada.l+x@example.org",
        "Größe 王",
        "Böhm & Söhne",
        "North/South",
        "Ada's team",
        "Normal",
        "Only",
        "Nobody",
        "Yesterday",
        "x",
    ],
)
def test_what_is_plainly_a_word_is_readable(text):
    assert scalar(text) == text
