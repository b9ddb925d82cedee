# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Plans for links into rooms: what there is on offer, and several links in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.moments import parse_span
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_room_link import (
    DesiredRoomLink,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_link_rules import (
    OFFERS,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.room_links import (
    plan_room_links,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room import (
    ROOM_TYPES,
    Room,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.room_link import (
    EXTERNAL,
    INVITATION,
    RoomLink,
)
from ansible_collections.onlyoffice.docspace.plugins.modules import room_link
from ansible_collections.onlyoffice.docspace.tests.portal import link_places
from ansible_collections.onlyoffice.docspace.tests.portal.rooms.records import Room as StoredRoom

NOW = datetime(2030, 2, 28, 12, tzinfo=timezone.utc)
ROOM = Room("7", "Plans", "owner", type="custom", may_manage=True)
ADDRESS = "portal.example.com"


def desired(**options: Any) -> DesiredRoomLink:
    spec = room_link.ARGUMENT_SPEC
    defaults = {option: entry.get("default") for option, entry in spec.items()}
    given = {"level": "viewer", "expires": "+30d", **options}
    return DesiredRoomLink.parse({**defaults, **given}, NOW, options.pop("where", ""))


def link(number: int, **values: Any) -> RoomLink:
    key = f"71000000-0000-4000-8000-{number:012}"
    made = RoomLink(key, EXTERNAL, f"Link {number}", 2, expires=NOW + timedelta(days=9))
    return replace(made, **values)


def plan(*wanted: DesiredRoomLink, current: Any = (), room: Room = ROOM) -> Any:
    errors: list[Any] = []
    plans = plan_room_links(room, wanted, current, ADDRESS, errors)
    return [each.action for each in plans], [error.code for error in errors]


@pytest.mark.parametrize(("number", "name"), ROOM_TYPES.items())
def test_what_is_offered_is_what_a_portal_takes(number, name):
    place = link_places.of_room(StoredRoom(1, "Any", number, "owner"))
    offer = OFFERS[name]

    assert set(offer.external) == place.external == place.primary
    assert set(offer.invitation) == place.invitation
    assert offer.additional == (place.limit if place.external else 0)
    assert offer.keeps_primary == place.has_primary
    assert offer.has_internal == (not place.internal_is_fixed or place.internal)


def test_several_links_in_one_go():
    current = [link(number) for number in range(1, 6)]
    actions, codes = plan(
        desired(title="New"),
        desired(title="Link 1", state="absent"),
        desired(title="Link 2", level="editor"),
        desired(title="Link 3"),
        desired(type="invitation"),
        desired(primary=True),
        current=current,
    )

    assert codes == []
    assert actions == ["created", "removed", "changed", "none", "created", "created"]


def test_all_reasons_are_told_at_once():
    current = [link(1), link(2, type=INVITATION, uses=4), link(3, is_expired=True)]
    _actions, codes = plan(
        desired(title="New", level="content_creator", expires=None),
        desired(type="invitation", level="form_filler", max_use_count=3),
        desired(title="Link 3", level="editor"),
        desired(title="Link 1", level="editor"),
        desired(title="Link 1", state="absent"),
        desired(link_id="72000000-0000-4000-8000-000000000001"),
        current=current,
    )

    assert codes == [
        "link_not_offered",
        "link_without_end",
        "link_not_offered",
        "limit_below_uses",
        "link_expired",
        "invalid_option",
        "link_not_found",
    ]


def test_new_links_count_together():
    current = [link(number) for number in range(1, 5)]
    wanted = [desired(title="New 1"), desired(title="New 2")]
    assert plan(*wanted, current=current)[1] == ["link_limit"]
    assert plan(*wanted, current=current[:3])[1] == []


def test_two_new_links_of_one_title():
    assert plan(desired(title="New"), desired(title="New"))[1] == ["link_title_taken"]


def test_titles_may_change_places():
    current = [link(1), link(2)]
    wanted = [
        desired(link_id=current[0].id, title="Link 2"),
        desired(link_id=current[1].id, title="Link 1"),
    ]
    assert plan(*wanted, current=current) == (["changed", "changed"], [])


def test_new_links_have_ids_of_their_own():
    errors: list[Any] = []
    wanted = [desired(title="A"), desired(primary=True, title="B"), desired(type="invitation")]
    plans = plan_room_links(ROOM, wanted, [], ADDRESS, errors)
    again = plan_room_links(ROOM, wanted, [], ADDRESS, errors)
    elsewhere = plan_room_links(ROOM, wanted, [], "other.example.com", errors)

    ids = [each.after.id for each in plans if each.after]
    assert len(set(ids)) == len(ids) == 3
    assert plans == again
    assert not {each.after.id for each in elsewhere if each.after} & set(ids)


def test_a_leap_day_is_no_obstacle():
    leap = datetime(2028, 2, 29, tzinfo=timezone.utc)
    spec = room_link.ARGUMENT_SPEC
    given = {option: entry.get("default") for option, entry in spec.items()}
    given |= {"title": "x", "expires": "2038-02-28T00:00:00Z"}
    found = DesiredRoomLink.parse(given, leap).expires
    assert found
    assert found.moment == datetime(2038, 2, 28, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("+30d", 720), ("+12h", 12), ("+2w", 336), (" +1D ", 24), ("+ 1h", 1)],
)
def test_a_time_from_now_on(text, hours):
    assert parse_span(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["30d", "+0d", "+1m", "+1", "+d", "-1d", "+1.5d", "+1d2h", ""])
def test_what_is_no_time_from_now_on(text):
    assert parse_span(text) is None
