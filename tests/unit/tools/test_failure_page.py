# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The page of failure codes has all that the plugins raise, and says what it means."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tools.pages.failure_page import PAGE, ROOT, page
from ansible_collections.onlyoffice.docspace.tools.pages.raised import AstError, read_failures

MODULES = sorted((ROOT / "plugins/modules").glob("*.py"))
ERRORS = """
class DocSpaceError(Exception):
    def __init__(self, message, code, **details):
        super().__init__(message)

class OptionError(DocSpaceError):
    def __init__(self, option, message):
        super().__init__(message, "invalid_option", option=option)

class RequestError(DocSpaceError):
    def __init__(self, message, code, status=None):
        super().__init__(message, code, status=status)
"""


@pytest.fixture
def failures(tmp_path):
    """What a file of module_utils raises, beside the classes of failures."""

    def read(source):
        folder = tmp_path / "module_utils"
        folder.mkdir()
        (folder / "errors.py").write_text(ERRORS, encoding="utf-8")
        (folder / "raising.py").write_text(source, encoding="utf-8")
        return read_failures(tmp_path)

    return read


def test_the_page_is_as_the_source_code_has_it():
    current = page(read_failures(ROOT / "plugins"))

    assert PAGE.read_text(encoding="utf-8") == current, "run: make pages"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_module_says_where_the_codes_are(module):
    assert f"onlyoffice.docspace.docsite.{PAGE.stem})" in module.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('raise DocSpaceError("m", "lost", group=1, ids=[2])', {"lost": {"group", "ids"}}),
        ('def f():\n    raise DocSpaceError("m", code="lost")', {"lost": set()}),
        ('RequestError("m", "away" if x else "lost")', {"away": set(), "lost": set()}),
        (
            "def check(option):\n    raise DocSpaceError('m', f'{option}_exceeded', members=1)\n"
            "check('max_a')\ncheck(option='max_b')",
            {"max_a_exceeded": {"members"}, "max_b_exceeded": {"members"}},
        ),
        (
            "def answer(x):\n    if x:\n        code, message = why()\n    else:\n"
            "        code, message = 'away', 'm'\n    return RequestError(message, code)\n"
            "def why():\n    return 'lost', 'm'",
            {"away": set(), "lost": set()},
        ),
    ],
    ids=["literal", "keyword", "either", "of the caller", "of another function"],
)
def test_codes_and_keys_are_found_wherever_they_are_decided(failures, source, codes):
    found = failures(source).codes

    assert found == {"invalid_option": {"option"}, **codes}


def test_keys_that_are_added_to_any_failure_are_found(failures):
    found = failures(
        "class Write:\n    def details(self):\n        return {'ids': 1} if x else {'group': 2}\n"
        "raise DocSpaceError('m', error.code, verified=False, **write.details())"
    )

    assert found.passed_on == {"verified", "ids", "group"}


@pytest.mark.parametrize(
    "source",
    [
        "raise DocSpaceError('m', codes[0])",
        "def f():\n    raise DocSpaceError('m', code)",
        "raise DocSpaceError('m')",
        "raise DocSpaceError('m', 'lost', **more)",
    ],
)
def test_a_failure_that_cannot_be_read_is_an_error(failures, source):
    with pytest.raises(AstError):
        failures(source)


@pytest.mark.parametrize(
    ("codes", "keys", "what"),
    [
        ({}, {"status": "", "option": ""}, "no meaning for the code invalid_option"),
        ({"invalid_option": ""}, {"status": ""}, "no meaning for the key option"),
        (
            {"invalid_option": "", "lost": ""},
            {"status": "", "option": ""},
            "the source code has no code lost",
        ),
    ],
)
def test_code_and_meanings_agree(failures, codes, keys, what):
    meanings = {"codes": {"All": {"about": "", "codes": codes}}, "keys": keys}

    with pytest.raises(LookupError, match=what):
        page(failures(""), meanings)
