# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Properties in a difference are YAML that means what the portal has, whatever that is."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.yaml import to_yaml


def test_texts_lists_and_nothing_are_readable():
    assert (
        to_yaml(
            {
                "name": "Böhm & Söhne",
                "manager": None,
                "members": ["ada@example.org (Ada User)", "No"],
                "tags": [],
            }
        )
        == "name: Böhm & Söhne\n"
        "manager: null\n"
        "members:\n"
        "  - ada@example.org (Ada User)\n"
        '  - "No"\n'
        "tags: []\n"
    )


@pytest.mark.parametrize(
    "text", ["yes", "~", "1e3", "2.10", "2026-13-45", "a: b", "a #b", "- a", ""]
)
def test_what_yaml_would_take_for_something_else_is_quoted(text):
    assert to_yaml({"name": text}) == f'name: "{text}"\n'


@given(st.text(max_size=30))
def test_a_text_means_itself(text):
    assert yaml.safe_load(to_yaml({"name": text, "list": [text]})) == {
        "name": printable(text),
        "list": [printable(text)],
    }
