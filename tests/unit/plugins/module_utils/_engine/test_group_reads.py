# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The groups that a task names are found with few requests, and what is wrong is said in full."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.group_reads import (
    find_group,
    find_groups,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    GROUP,
    READ_DESIGN,
    TWINS,
    UNKNOWN,
)

SYSTEM = "88f11e7c-7407-4bea-b4cb-070010cdbb6b"
ALL_GROUPS = "GET group?count=100&startIndex=0"


def search(name):
    return f"GET group?count=100&filterValue={name}&startIndex=0"


@pytest.mark.parametrize(
    ("texts", "requests"),
    [
        ([], []),
        (["Design"], [search("Design")]),
        (["Design", DESIGN, "Nowhere"], [search("Design"), READ_DESIGN, search("Nowhere")]),
        (["Design", DESIGN, "Nowhere", "Twins"], [ALL_GROUPS]),
        # What is no group of the list may be a system group.
        (["Design", DESIGN, "Nowhere", SYSTEM],
         [ALL_GROUPS, f"GET group/{SYSTEM}?includeMembers=false"]),
    ],
)  # fmt: skip
def test_three_groups_are_read_one_by_one_and_more_from_the_list(site, portal, texts, requests):
    sizes = {"Design": 1, DESIGN: 1, "Nowhere": 0, "Twins": 2, SYSTEM: 1}

    found = find_groups(portal, texts)

    assert {text: len(groups) for text, groups in found.items()} == {
        text: sizes[text] for text in texts
    }
    assert site.log() == requests


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        ("Nowhere\n", "group_not_found",
         'group: the portal has no group with the name "Nowhere\ufffd"; names count in full and in'
         " their case."),
        (f"{{{UNKNOWN}}}", "group_not_found",
         f"group: the portal has no group with the id {UNKNOWN}."),
        ("Twins", "group_ambiguous",
         'group: 2 groups have the name "Twins"; give the id of the one you mean:'
         f" {TWINS}, {GROUP.format(12)}."),
    ],
)  # fmt: skip
def test_a_group_that_is_not_clear_is_told_with_what_would_be(portal, text, code, sentence):
    with pytest.raises(DocSpaceError) as raised:
        find_group(portal, text)

    assert str(raised.value) == sentence
    assert (raised.value.code, raised.value.details["group"]) == (code, text)
