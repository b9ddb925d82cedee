# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `access_report` tells of changes since the last report, and of those while it reads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base import files
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import (
    access_report_files,
)
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    as_administrator,
    failed,
    report,
    room,
    rows,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_info.tasks import (
    DATA_ROOM,
    DESIGN,
    LINK,
    OPEN,
    PENDING,
    PLANS,
    ROSA,
    USER,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import crowd, request

ROSAS = "room admin key"
SHARE = f"files/rooms/{DATA_ROOM}/share"


def let_in(site, *levels, number=PLANS):
    body = {"invitations": [{"id": key, "access": level} for key, level in levels]}
    path = f"files/rooms/{number}/share"
    request(site.portal, "PUT", path, body, site.api_key(ROSAS))


def kept(site, tmp_path, **options):
    path = tmp_path / "last.json"
    path.write_text(json.dumps(report(site, **options), ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_the_same_portal_has_no_changes(rooms_site, tmp_path):
    options = {"include": ["links", "invitations"], "key": ROSAS}
    made = report(rooms_site, previous=kept(rooms_site, tmp_path, **options), **options)

    nothing: dict[str, list[str]] = {"new": [], "gone": [], "changed": []}
    assert {key: made["changes"][key] for key in ("gained", "lost", "changed")} == {
        "gained": [],
        "lost": [],
        "changed": [],
    }
    assert [made["changes"][key] for key in ("people", "rooms", "links")] == [nothing] * 3


def test_who_gained_and_lost_access_is_told_with_what_they_had(rooms_site, tmp_path):
    last = kept(rooms_site, tmp_path)
    let_in(rooms_site, (USER.format(9), 6), (USER.format(3), 0), (USER.format(4), 2))
    request(rooms_site.portal, "PUT", f"files/rooms/{PLANS}", {"title": "New plans"},
            rooms_site.api_key(ROSAS))  # fmt: skip

    changes = report(rooms_site, previous=last)["changes"]

    where = {"room": str(PLANS)}
    assert changes["gained"] == [
        {
            "person": USER.format(9),
            **where,
            "before": None,
            "after": {"level": "commenter", "cause": "direct"},
        }
    ]
    # Out of their own entry, and in by a group.
    assert changes["changed"] == [
        {
            "person": USER.format(3),
            **where,
            "before": {"level": "viewer", "cause": "direct"},
            "after": {"level": "editor", "cause": "group"},
        },
        {
            "person": USER.format(4),
            **where,
            "before": {"level": "editor", "cause": "group"},
            "after": {"level": "viewer", "cause": "direct"},
        },
    ]
    assert changes["lost"] == []
    assert changes["rooms"]["changed"] == [
        {"room": str(PLANS), "before": {"title": "Plans"}, "after": {"title": "New plans"}}
    ]
    assert changes["links"] is None


def test_people_rooms_and_links_that_come_and_go_are_told_by_name(rooms_site, tmp_path):
    options = {"include": ["links"], "key": ROSAS}
    last = kept(rooms_site, tmp_path, **options)
    state = rooms_site.portal.state()
    state["rooms"] = [each for each in state["rooms"] if each["id"] != PLANS]
    gone = next(user for user in state["users"] if user["id"] == PENDING)
    state["users"].remove(gone)
    for group in state["groups"]:
        group["members"] = [each for each in group["members"] if each != PENDING]
    state["api_keys"] = [each for each in state["api_keys"] if each["user"] != PENDING]
    state["users"] += crowd(1)
    state["links"] = [{**each, "password": None} for each in state["links"] if each["id"] == LINK]
    rooms_site.state.update(state)
    rooms_site.__post_init__()

    changes = report(rooms_site, previous=last, **options)["changes"]

    assert changes["rooms"]["gone"] == [{"id": str(PLANS), "title": "Plans"}]
    assert [each["email"] for each in changes["people"]["gone"]] == [gone["email"]]
    assert changes["people"]["new"] == [crowd(1)[0]["id"]]
    assert {row["person"] for row in changes["lost"]} >= {ROSA, USER.format(3)}
    assert changes["links"]["changed"] == [
        {"room": str(OPEN), "link": LINK, "before": {"password": True},
         "after": {"password": False}}
    ]  # fmt: skip


def test_links_that_only_one_of_the_two_was_shown_are_no_change(rooms_site, tmp_path):
    as_administrator(rooms_site)
    last = kept(rooms_site, tmp_path, include=["links"], key=ROSAS)

    made = report(rooms_site, previous=last, include=["links"])

    assert made["changes"]["links"] == {"new": [], "gone": [], "changed": []}


def test_a_redacted_report_tells_of_changes_by_the_same_numbers(rooms_site, tmp_path):
    last = kept(rooms_site, tmp_path)
    let_in(rooms_site, (USER.format(9), 6))

    made = report(rooms_site, previous=last, redact=True)

    (gained,) = made["changes"]["gained"]
    assert gained["person"] in rows(made, PLANS)
    assert USER.format(9) not in json.dumps(made)
    assert made["changes"]["people"] == {"new": [], "gone": [], "changed": []}


def test_a_report_may_replace_the_one_that_it_is_compared_with(rooms_site, tmp_path):
    task(rooms_site, dest=str(tmp_path / "portal"))
    let_in(rooms_site, (USER.format(9), 6))

    result = task(rooms_site, previous=str(tmp_path / "portal.json"), dest=str(tmp_path / "portal"))

    assert result["changed"]
    assert result["summary"]["changes"] == {"gained": 1, "lost": 0, "changed": 0}


def meanwhile(site, path, action, count=1):
    """Somebody else acts before a read, that often."""
    for _time in range(count):
        site.faults.append(("GET", path, before(action)))


def test_a_room_that_is_deleted_meanwhile_is_not_in_it(rooms_site):
    key = rooms_site.api_key(ROSAS)

    def delete(portal):
        request(portal, "DELETE", f"files/rooms/{OPEN}", {"deleteAfter": False}, key)
        for _look in range(3):
            request(portal, "GET", "files/fileops", None, key)

    meanwhile(rooms_site, f"files/rooms/{OPEN}/share", delete)

    made = report(rooms_site)

    assert str(OPEN) not in {each["id"] for each in made["rooms"]}
    assert len([line for line in rooms_site.log() if SHARE in line]) == 2


def test_a_change_of_a_room_or_of_people_before_the_end_is_noticed(rooms_site):
    def rename(portal):
        path = f"files/rooms/{PLANS}"
        request(portal, "PUT", path, {"title": "New plans"}, rooms_site.api_key(ROSAS))

    meanwhile(rooms_site, f"files/rooms/{OPEN}/share", rename)

    made = report(rooms_site)

    assert room(made, PLANS)["title"] == "New plans"
    # All of it was read twice.
    assert len([line for line in rooms_site.log() if SHARE in line]) == 2


def test_a_portal_that_never_stays_as_it_is_fails(rooms_site):
    names = [f"Design {number}" for number in range(3)]

    def rename(portal):
        body = {"groupName": names.pop()}
        request(portal, "PUT", f"group/{DESIGN}", body, rooms_site.api_key())

    meanwhile(rooms_site, f"files/rooms/{OPEN}/share", rename, count=3)

    result = failed(rooms_site)

    assert result["failure"]["code"] == "list_unstable"
    assert "people of the portal changed while the report was read, 3 times" in result["msg"]
    assert names == []


@pytest.mark.parametrize("title", [r"C:\udata", r"\ud800", r"\\udfff\uD834"])
def test_a_title_that_looks_like_half_a_character_is_a_text(rooms_site, tmp_path, title):
    rooms_site.state["rooms"][0]["title"] = title
    rooms_site.__post_init__()
    made = task(rooms_site, previous=kept(rooms_site, tmp_path))
    assert made["summary"]["changes"] == {"gained": 0, "lost": 0, "changed": 0}


def test_a_report_that_could_not_be_written_as_a_whole_can_still_be_compared(
    rooms_site, tmp_path, monkeypatch
):
    options: dict[str, Any] = {"dest": str(tmp_path / "portal"), "formats": ["json", "csv"]}
    task(rooms_site, **options)
    options["previous"] = str(tmp_path / "portal.json")
    let_in(rooms_site, (USER.format(9), 6))
    write = files.replace_file

    def full(option, path, *rest):
        if path.endswith(".csv"):
            raise DocSpaceError("dest: no space left on device", "file_not_written")
        write(option, path, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(access_report_files, "replace_file", full)
        failed(rooms_site, **options)

    assert task(rooms_site, **options)["summary"]["changes"]["gained"] == 1
