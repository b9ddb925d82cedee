# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Rooms, groups and people on the page: everybody is counted, and few lines say it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._report import (
    access_report_html_rooms,
    access_report_words,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.access_reports import access_report


def views_of(report):
    return access_report_html_rooms.Views(report, access_report_words.ReportNames(report))


def test_each_access_is_counted_in_its_room():
    report = access_report(2, people=40, rooms=9)

    views = views_of(report).rooms()

    for room, view in zip(report["rooms"], views):
        assert sum(row.count for row in view.people) == len(room["access"])
        for row in view.people:
            assert not row.people or len(row.people) == row.count
        own = [row for row in room["access"] if row["cause"] in ("owner", "direct")]
        named = [row for row in view.people if row.causes.startswith(("own entry", "owner"))]
        assert sum(len(row.people) for row in named) == len(own)
        assert len(view.inactive) == len(room["inactive"])


def test_everyone_is_one_line():
    report = access_report(people=200, rooms=1, everyone=1)

    (room,) = views_of(report).rooms()

    everyone = [row for row in room.people if row.causes == "Everyone: viewer"]
    assert [(row.people, [link.name for link in row.groups]) for row in everyone] == [
        ((), ["Everyone"])
    ]
    assert everyone[0].count > 100


@pytest.mark.parametrize("members", [30, 31])
def test_many_members_of_a_group_are_named_once_under_the_group(members):
    report = access_report(people=60, groups=1, rooms=1, everyone=0)
    group = report["groups"][0]
    group["members"] = members
    cause = {"cause": "group", "level": "viewer", "group": group["id"], "counts": True}
    chosen = report["people"][:members]
    for person in report["people"]:
        person["groups"] = [group["id"]] if person in chosen else []
    report["rooms"][0]["groups"] = [{"group": group["id"], "level": "viewer"}]
    report["rooms"][0]["access"] = [
        {"person": each["id"], "level": "viewer", "cause": "group", "causes": [cause]}
        for each in chosen
    ]
    views = views_of(report)

    (row,) = views.rooms()[0].people
    assert len(row.people) == (members if members <= 30 else 0)
    assert row.groups[0].anchor == views.groups()[0].anchor
    assert len(views.groups()[0].members) == members
    assert views.groups()[0].rooms[0][0].name == report["rooms"][0]["title"]


def test_people_of_the_same_name_are_told_apart():
    report = access_report(people=3, rooms=0, names=["Ada"])
    views = views_of(report)

    assert [link.name for link in views.person_links.values()] == [
        f"Ada <person{number}@example.net>" for number in range(3)
    ]
    assert views.person(report["people"][2]["id"]) == "Ada <person2@example.net> (guest)"
