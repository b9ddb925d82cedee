# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a report says of keys and links, as nobody's portal shows it in a test of the module."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_facts import (
    ReportFacts,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_parts import (
    keys_part,
    links_part,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_snapshot import (
    AccessSnapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.key import Key
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import Room
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room_link import (
    EXTERNAL,
    INVITATION,
    RoomLink,
)

NOW = datetime(2026, 11, 28, 2, 0, 7, tzinfo=timezone.utc)
NOBODY = AccessSnapshot((), {}, ())


def test_when_a_key_was_used_is_told_by_the_day_and_not_of_the_one_that_reads() -> None:
    keys = [Key("b", id="1", last_used=NOW), Key("A", id="2", last_used=NOW), Key("c", id="3")]
    made = keys_part(ReportFacts(NOBODY, (), None, keys=keys, current_key="2"), "")

    assert made
    assert [(key["name"], key["last_used"]) for key in made] == [
        ("A", None),
        ("b", "2026-11-28"),
        ("c", None),
    ]


@pytest.mark.parametrize(
    ("options", "archived", "readers"),
    [
        ({"type": EXTERNAL}, False, "anybody"),
        ({"type": EXTERNAL, "password": "x"}, False, "anybody with the password"),
        ({"type": EXTERNAL, "internal": True}, False, "people with an account"),
        (
            {"type": EXTERNAL, "internal": True, "password": "x"},
            False,
            "people with an account and the password",
        ),
        ({"type": EXTERNAL, "is_expired": True}, False, "nobody, as it has ended"),
        ({"type": EXTERNAL}, True, "nobody while the room is in the archive"),
        ({"type": INVITATION}, False, "whoever accepts the invitation"),
        ({"type": INVITATION, "max_uses": 2, "uses": 2}, False, "nobody, as it is used up"),
    ],
)
def test_who_could_read_by_a_link(options: Any, archived: bool, readers: str) -> None:
    room = Room("7", "Plans", "", archived)
    link = RoomLink(id="1", title="x", level=2, **options)
    facts = ReportFacts(NOBODY, (), None, managed=frozenset("7"), links={"7": [link]})

    made = links_part(facts, room)

    assert made
    assert made[0]["readers"] == readers
    assert made[0]["password"] == bool(link.password)
