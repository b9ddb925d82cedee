# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A room is named by its id or its exact title, and titles that no room has are refused."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.room_references import (
    check_room_reference,
    parse_room_id,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_index import (
    RoomIndex,
    the_room,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import Room

SALES, TWIN, OTHER = Room("12", "Sales", ""), Room("7", "Sales", ""), Room("3", "Legal", "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("0121", None),
        ("00", None),
        ("Sales 12", None),
        ("1.2", None),
        ("-1", None),
    ],
)
def test_digits_are_an_id_and_all_else_a_title(text, key):
    assert parse_room_id(text) == key


@pytest.mark.parametrize("sign", '*:"<>?|/\\')
def test_a_title_that_the_portal_would_change_is_refused_with_what_it_would_become(sign):
    with pytest.raises(OptionError, match=r"room: 'Plans .* would make it 'Plans _2030'"):
        check_room_reference("room", f" Plans {sign}2030")


def test_a_title_is_trimmed_and_not_longer_than_titles_are():
    assert check_room_reference("room", " Sales ") == "Sales"
    assert check_room_reference("room", "x" * 170)
    with pytest.raises(OptionError, match="171 characters, and titles at most 170"):
        check_room_reference("room", "x" * 171)


def test_rooms_of_one_title_are_refused_with_their_ids():
    index = RoomIndex([SALES, TWIN, OTHER, SALES])
    assert index.meant("12") == [SALES]
    with pytest.raises(DocSpaceError, match=r"2 rooms have the title .* one of 7, 12") as caught:
        the_room("Sales", index.meant("Sales"))
    assert caught.value.code == "room_ambiguous"


def test_a_number_with_leading_zeros_is_a_title():
    room = Room("5", "0121", "")
    index = RoomIndex([room, Room("121", "Sales", "")])
    assert check_room_reference("room", " 0121 ") == "0121"
    assert index.meant("0121") == [room]


def test_a_title_that_none_has_is_answered_with_one_that_is_like_it():
    with pytest.raises(DocSpaceError, match=r'no room with the title "Slaes".*"Sales"') as caught:
        the_room("Slaes", [], others=[OTHER, SALES])
    assert caught.value.code == "room_not_found"


@pytest.mark.parametrize(
    ("spec", "value"),
    [({"type": "str"}, 12), ({"type": "list", "elements": "str"}, [12, "Sales"])],
)
def test_an_id_may_be_written_as_the_number_that_it_is(spec, value):
    option = "rooms" if spec["type"] == "list" else "room"
    assert check_given({option: spec}, {option: value}) == {option: value}


@pytest.mark.parametrize("value", [True, 1.5, None, ["Sales"], {"room": "Sales"}])
def test_nothing_else_is_taken_for_a_room(value):
    with pytest.raises(OptionError):
        check_given({"room": {"type": "str"}}, {"room": value})
