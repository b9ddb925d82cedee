# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Of a noun's properties, only those named are compared, and what cannot be set is never sent."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.properties import Property
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.properties import (
    check_changeable,
    compare,
)


def _fixed(current, desired):
    return f"stays {current['kind']}, and is never {desired}."


TABLE: tuple[Property[Any], ...] = (
    Property("title", "roomTitle", read=lambda room: room["title"]),
    Property("tags", "tags", read=lambda room: room["tags"], encode=sorted),
    Property(
        "owner",
        "ownerMail",
        read=lambda room: room["owner"],
        same=lambda a, b: a.lower() == b.lower(),
    ),
    Property("kind", "roomType", read=lambda room: room["kind"], obstacle=_fixed),
)
ROOM = {"title": "A", "tags": {"x", "y"}, "owner": "Ada", "kind": "public"}


@pytest.mark.parametrize(
    ("desired", "sent"),
    [
        ({}, {}),
        ({"title": "A", "tags": {"y", "x"}, "owner": "ADA", "kind": "public"}, {}),
        ({"title": "B"}, {"roomTitle": "B"}),
        ({"title": "A", "tags": {"z", "a"}}, {"tags": ["a", "z"]}),
        ({"owner": "Ben"}, {"ownerMail": "Ben"}),
        ({"title": "B", "kind": "custom"}, {"roomTitle": "B"}),
        ({"title": None}, {}),
    ],
)
def test_what_is_named_and_differs_is_sent_by_the_names_of_the_api(desired, sent):
    assert compare(TABLE, ROOM, desired).encoded() == sent


def test_before_and_after_are_told_for_what_differs_in_the_order_of_the_table():
    changes = compare(TABLE, ROOM, {"owner": "Ben", "title": "B", "tags": {"x", "y"}}).changes

    assert [(each.property.option, each.before, each.after) for each in changes] == [
        ("title", "A", "B"),
        ("owner", "Ada", "Ben"),
    ]


def test_what_cannot_be_changed_is_told_and_is_no_change():
    comparison = compare(TABLE, ROOM, {"title": "B", "kind": "custom"})

    assert [each.property.option for each in comparison.changes] == ["title"]
    (stuck,) = comparison.unchangeable
    assert (stuck.property.option, stuck.before, stuck.after, stuck.obstacle) == (
        "kind",
        "public",
        "custom",
        "stays public, and is never custom.",
    )


def test_what_is_so_already_is_never_unchangeable():
    assert compare(TABLE, ROOM, {"kind": "public"}).unchangeable == ()


def test_a_task_that_asks_for_what_cannot_be_changed_is_refused():
    with pytest.raises(
        DocSpaceError, match=r"^kind: stays public, and is never custom\.$"
    ) as raised:
        check_changeable(compare(TABLE, ROOM, {"title": "B", "kind": "custom"}))

    assert raised.value.result()["failure"] == {
        "code": "unchangeable",
        "status": None,
        "unchangeable": ["kind"],
    }
    check_changeable(compare(TABLE, ROOM, {"title": "B"}))


def test_all_that_cannot_be_changed_is_named_at_once():
    table = (*TABLE, Property("owner", "owner", lambda room: room["owner"], obstacle=_fixed))

    with pytest.raises(DocSpaceError) as raised:
        check_changeable(compare(table[3:], ROOM, {"kind": "custom", "owner": "Ben"}))

    assert str(raised.value) == (
        "kind: stays public, and is never custom. owner: stays public, and is never Ben."
    )
    assert raised.value.details == {"unchangeable": ["kind", "owner"]}
