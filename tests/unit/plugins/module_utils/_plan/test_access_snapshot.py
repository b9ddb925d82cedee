# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Everybody who is in a room is among its candidates, with all reasons."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_snapshot import (
    AccessSnapshot,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.effective_access import (
    ADMINISTRATOR,
    DIRECT,
    EVERYONE,
    GROUP,
    LINK,
    OWNER,
    Access,
    Cause,
    causes_of_access,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import (
    Person,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    Entry,
    Room,
)

EVA = Person("eva", "Eva", "eva@x.org", "eva", "active", type="user", groups={"g": "G", "h": "H"})
BEN = Person("ben", "Ben", "ben@x.org", "ben", "active", type="docspace_admin", groups={"h": "H"})
DORA = Person("dora", "Dora", "dora@x.org", "dora", "disabled", type="user", groups={"g": "G"})
ROOM, ARCHIVED = Room("7", "Plans", "olga"), Room("8", "Old", "olga", archived=True)
ENTRIES = [
    Entry("olga", 1, is_owner=True),
    Entry("eva", 2),
    Entry("g", 6, is_group=True, name="G"),
    Entry("h", 11, is_group=True, name="H"),
]
SNAPSHOT = AccessSnapshot([ROOM, ARCHIVED], {"7": ENTRIES, "8": ENTRIES}, [EVA, BEN, DORA])


def test_what_counts_comes_first_and_groups_from_the_strongest_down() -> None:
    assert SNAPSHOT.causes_of(EVA, ROOM) == (
        Cause(Access(2, DIRECT), True),
        Cause(Access(11, GROUP, ("h",)), False),
        Cause(Access(6, GROUP, ("g",)), False),
    )
    assert SNAPSHOT.access_of(EVA, ROOM) == Access(2, DIRECT)


def test_groups_that_give_the_same_count_together() -> None:
    entries = [Entry("g", 6, is_group=True), Entry(EVERYONE, 6, is_group=True)]
    assert causes_of_access(EVA, ROOM, entries) == (
        Cause(Access(6, GROUP, ("g",)), True),
        Cause(Access(6, GROUP, (EVERYONE,)), True),
    )


def test_an_administrator_is_one_beside_other_reasons_and_before_them_in_the_archive() -> None:
    assert SNAPSHOT.causes_of(BEN, ROOM) == (
        Cause(Access(11, GROUP, ("h",)), True),
        Cause(Access(3, ADMINISTRATOR), False),
    )
    assert SNAPSHOT.causes_of(BEN, ARCHIVED) == (
        Cause(Access(0, ADMINISTRATOR), True),
        Cause(Access(11, GROUP, ("h",)), False),
    )
    assert SNAPSHOT.administrators == (BEN,)


def test_a_link_counts_where_nothing_else_does() -> None:
    other = Person("kim", "Kim", "kim@x.org", "kim", "active", type="user")
    assert causes_of_access(other, ROOM, ENTRIES, 6) == (Cause(Access(6, LINK), True),)
    assert causes_of_access(EVA, ROOM, ENTRIES, 6)[-1] == Cause(Access(6, LINK), False)
    assert causes_of_access(other, ARCHIVED, ENTRIES, 6) == ()


def test_the_owner_is_one_whatever_entry_there_is() -> None:
    olga = Person("olga", "Olga", "olga@x.org", "olga", "active", type="user")
    assert causes_of_access(olga, ROOM, [*ENTRIES, Entry("olga", 2, is_owner=True)]) == (
        Cause(Access(0, OWNER), True),
    )


def test_nobody_who_is_disabled_has_a_reason() -> None:
    assert SNAPSHOT.causes_of(DORA, ROOM) == ()
    assert SNAPSHOT.access_of(DORA, ROOM) is None


def test_names_of_groups_come_from_people_and_entries() -> None:
    named = AccessSnapshot([ROOM], {"7": [Entry("x", 2, is_group=True, name="X")]}, [BEN])
    assert named.group_names == {"x": "X", "h": "H"}


def test_candidates_are_all_who_may_be_in_but_for_administrators() -> None:
    assert SNAPSHOT.candidates(ROOM) == (BEN, DORA, EVA)
    assert SNAPSHOT.unknown_people(ROOM) == ("olga",)
    alone = AccessSnapshot([ROOM], {"7": [Entry("eva", 2)]}, [EVA, BEN, DORA])
    assert alone.candidates(ROOM) == (EVA,)
    everyone = AccessSnapshot([ROOM], {"7": [Entry(EVERYONE, 2, is_group=True)]}, [EVA, BEN])
    assert everyone.candidates(ROOM) == (BEN, EVA)


def test_levels_of_owners_and_administrators_have_a_word_of_their_own() -> None:
    assert [access.level_name for access in (
        Access(0, OWNER), Access(3, ADMINISTRATOR), Access(0, ADMINISTRATOR), Access(9, DIRECT),
    )] == ["owner", "administrator", "administrator", "room_manager"]  # fmt: skip
