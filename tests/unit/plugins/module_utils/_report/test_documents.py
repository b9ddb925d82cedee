# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents hold any text, the same for each parser."""

from __future__ import annotations

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.documents import (
    json_document,
    yaml_document,
)

#: A portal's texts, without halves of characters.
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.dictionaries(
    st.sampled_from(["id", "name"]),
    st.recursive(
        st.one_of(texts, st.none(), st.booleans(), st.integers()),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from(["id", "groups"]), inner, max_size=3),
        ),
        max_leaves=10,
    ),
    min_size=1,
)


@given(values)
def test_what_is_written_is_read(value):
    assert json.loads(json_document(value)) == value
    assert yaml.safe_load(yaml_document(value)) == value


@given(texts)
def test_nothing_that_is_written_steers_a_terminal(text):
    for document in (json_document({"name": text}), yaml_document({"name": text})):
        assert document.replace("\n", "").isprintable()


def test_as_yaml_lists_of_mappings_are_on_lines_of_their_own():
    groups = [{"id": "1", "name": "no"}, {"id": "2", "name": "\U000e0001\u2028"}]

    assert yaml_document({"groups": groups, "kept": [], "manager": None}) == (
        '---\ngroups:\n  - id: "1"\n    name: "no"\n'
        '  - id: "2"\n    name: "\\U000e0001\\u2028"\nkept: []\nmanager: null\n'
    )
