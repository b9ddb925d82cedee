# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What does not have the form of the API is an error that names the versions that have it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import Answer
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal import answers

ROW = {"id": "10000000-0000-4000-8000-000000000001", "name": "Design\ud83d", "membersCount": 3}


def test_what_a_row_has_is_read_and_what_it_lacks_counts_as_nothing():
    assert answers.guid(ROW) == ROW["id"]
    assert answers.text(ROW, "name") == "Design\ufffd"
    assert answers.text(ROW, "title") == ""
    assert answers.number(ROW, "membersCount") == 3
    assert answers.number(ROW, "usersCount") == 0
    assert answers.items({"permissions": ["*"]}, "permissions") == ["*"]
    assert answers.items(ROW, "permissions") == []


@pytest.mark.parametrize(
    ("answer", "total"), [(Answer([1, 2]), 2), (Answer([1], 0), 0), (Answer([1], 10**6), 10**6)]
)
def test_a_list_has_the_length_that_the_portal_tells(answer, total):
    assert answers.total(answer) == total


def test_nothing_to_tell_is_an_answer_without_any_content():
    assert answers.optional(Answer(None, is_empty=True)) is None
    assert answers.optional(Answer(ROW)) == ROW


@pytest.mark.parametrize(
    "read",
    [
        lambda: answers.rows(Answer({"id": "1"})),
        lambda: answers.total(Answer(None)),
        lambda: answers.total(Answer([], 10**6 + 1)),
        lambda: answers.total(Answer([], -1)),
        lambda: answers.text("Design", "name"),
        lambda: answers.guid({"id": "../people"}),
        lambda: answers.guid({**ROW, "id": f"{ROW['id']}\n"}),
        lambda: answers.guid({}),
        lambda: answers.items({"permissions": "*"}, "permissions"),
        lambda: answers.items("permissions", "permissions"),
        lambda: answers.optional(Answer(None)),
        lambda: answers.number({"membersCount": "3"}, "membersCount"),
        lambda: answers.number({"membersCount": 10**6 + 1}, "membersCount"),
    ],
)
def test_another_form_is_an_error(read):
    with pytest.raises(RequestError) as raised:
        read()

    assert str(raised.value) == (
        "The portal's answer does not have the form of the API version 2.0; this collection"
        " supports DocSpace 2.0 and newer."
    )
    assert (raised.value.code, raised.value.status) == ("bad_answer", None)
