# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`room_access` lets people and groups in, changes their levels and puts them out."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.entered_rooms import (
    DATA,
    ENGINEERING,
    EVERYONE,
    FINANCE,
    LEGAL,
    USER,
    levels,
    room,
    with_rooms,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_access.tasks import (
    group,
    person,
    task,
)


def people(rows):
    return [row["user"]["email"].partition("@")[0] for row in rows]


def test_somebody_is_let_in(site):
    with_rooms(site, room(120, "Contracts"))

    result = task(site, add=[person("user05", "editor")])

    assert result["changed"]
    assert result["room"] == {"id": "120", "title": "Contracts"}
    assert levels(site) == {USER(5): 10}
    (added,) = result["added"]
    assert added == {
        "user": {
            "id": USER(5),
            "display_name": "Eva User05",
            "email": "user05@example.org",
            "status": "active",
        },
        "group": None,
        "level": "editor",
        "previous_level": None,
        "until": None,
        "reason": None,
        "approved_by": None,
    }
    assert (result["changed_levels"], result["removed"]) == ([], [])
    (affected,) = result["affected"]
    assert affected["before"] is None
    assert affected["after"] == {"level": "editor", "cause": "direct", "groups": []}
    assert affected["summary"] == "user05@example.org: none -> editor (direct)"
    # The room by its title and by its id, its entries, the person; the entries again.
    assert result["requests"] == {"read": 5, "write": 1}

    again = task(site, add=[person("user05", "editor")])
    assert (again["changed"], again["requests"]) == (False, {"read": 3, "write": 0})


def test_a_level_changes(site):
    with_rooms(site, room(120, "Contracts", {USER(5): 2, USER(6): 2}))

    result = task(site, "120", add=[person("user05@example.org", "content_creator")])

    assert levels(site) == {USER(5): 11, USER(6): 2}
    (changed,) = result["changed_levels"]
    assert (changed["level"], changed["previous_level"]) == ("content_creator", "viewer")
    assert result["requests"] == {"read": 4, "write": 1}


def test_somebody_is_put_out_and_stays_in_by_a_group(site):
    with_rooms(site, room(120, "Contracts", {USER(5): 10, ENGINEERING: 2}))

    result = task(site, remove=["user05"])

    assert levels(site) == {ENGINEERING: 2}
    (affected,) = result["affected"]
    assert affected["summary"] == (
        "user05@example.org: editor (direct) -> viewer (by group Engineering)"
    )
    (still,) = result["still_in"]
    assert (still["user"]["id"], still["level"], still["cause"]) == (USER(5), "viewer", "group")
    assert still["groups"] == [{"id": ENGINEERING, "name": "Engineering"}]
    assert (
        "is still in as viewer by group Engineering; take this person out" in result["warnings"][0]
    )
    assert result["diff"] == {
        "before_header": 'access to "Contracts" (120)',
        "after_header": 'access to "Contracts" (120)',
        "before": "user05@example.org (Eva User05): editor (direct)\n",
        "after": "user05@example.org (Eva User05): viewer (by group Engineering)\n",
    }


def test_a_group_comes_and_its_members_are_told(site):
    with_rooms(site, room(120, "Contracts", {USER(5): 10, FINANCE: 2}))

    result = task(site, add=[group("Engineering", "editor")], remove=[{"group": "Finance"}])

    assert levels(site) == {USER(5): 10, ENGINEERING: 10}
    assert [row["group"]["name"] for row in result["added"]] == ["Engineering"]
    assert [row["group"]["name"] for row in result["removed"]] == ["Finance"]
    # Not Eva, whose own entry counts.
    assert people(result["affected"]) == ["user04", "user06", "user07"]
    assert result["affected"][0]["after"]["groups"] == [{"id": ENGINEERING, "name": "Engineering"}]
    assert result["diff"]["after"] == (
        "group Engineering: editor\n"
        "group Finance: none\n"
        "user04@example.org (Dan User04): editor (by group Engineering)\n"
        "user06@example.org (Finn User06): editor (by group Engineering)\n"
        "user07@example.org (Gina User07): editor (by group Engineering)\n"
    )


def test_the_group_of_all_people_is_let_in_by_its_id(site):
    with_rooms(site, room(120, "Contracts"))

    result = task(site, add=[group(EVERYONE)])

    assert levels(site) == {EVERYONE: 2}
    assert result["affected"] == []
    assert not task(site, add=[group(EVERYONE)])["changed"]


def test_exact_lets_in_changes_and_puts_out(site):
    with_rooms(site, room(120, "Data", {USER(1): 2, USER(2): 2, LEGAL: 2, FINANCE: 7}, kind=DATA))

    result = task(
        site,
        "Data",
        exact=[person("user02", "form_filler"), person("user03"), group("Legal")],
    )

    assert levels(site) == {USER(2): 7, USER(3): 2, LEGAL: 2}
    assert people(result["added"]) == ["user03"]
    assert people(result["changed_levels"]) == ["user02"]
    assert [row["user"] and row["user"]["email"] for row in result["removed"]] == [
        None,
        "user01@example.org",
    ]
    assert not task(
        site, "Data", exact=[person("user02", "form_filler"), person("user03"), group("Legal")]
    )["changed"]


def test_an_empty_list_leaves_the_owner_only(site):
    with_rooms(site, room(120, "Contracts", {USER(1): 2, LEGAL: 2}))

    assert len(task(site, exact=[])["removed"]) == 2
    assert levels(site) == {}
    assert not task(site, exact=[])["changed"]


def test_the_group_that_everybody_is_in(site):
    with_rooms(site, room(120, "Contracts"))

    first = task(site, add=[group(EVERYONE)])
    (warning,) = first["warnings"]
    assert "is in it as viewer: everybody with an account gets in" in warning
    assert "everybody with an account: nothing by group Everyone" in first["diff"]["before"]
    assert "everybody with an account: viewer (by group Everyone)" in first["diff"]["after"]
    assert task(site, add=[group(EVERYONE)])["warnings"] == []

    last = task(site, exact=[])
    (warning,) = last["warnings"]
    assert "everybody with an account loses what only this group gave" in warning
    assert "everybody with an account: nothing by group Everyone" in last["diff"]["after"]
    assert levels(site) == {}
