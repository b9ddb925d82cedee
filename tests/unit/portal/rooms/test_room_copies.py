# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Templates, settings and what else of rooms a state file holds."""

from __future__ import annotations

import copy
import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Faults, Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import call, key_of

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"
ROOM: dict[str, t.Any] = {
    "id": 7,
    "title": "Plans",
    "type": 5,
    "owner": OWNER,
    "settings": {"tags": ["alpha"], "denies_download": True},
}


def portal() -> Portal:
    return Portal({**load_state(), "rooms": [copy.deepcopy(ROOM)]})


def finished(app: t.Any, path: str) -> t.Any:
    """What became of a job."""
    for _poll in range(3):
        found = call(app, "GET", path)[1]
    return found


def test_settings_go_round() -> None:
    app = portal()
    lifetime = {"period": 0, "value": 30, "deletePermanently": True, "enabled": True}
    call(app, "PUT", "files/rooms/7", {"lifetime": lifetime, "color": "123456"})
    call(app, "PUT", "files/rooms/7/pin")
    state = app.state()
    assert state["rooms"][0]["settings"]["color"] == "123456"
    assert state["rooms"][0]["pinned_by"] == [OWNER]
    assert Portal(copy.deepcopy(state)).state() == state


def test_a_template_and_a_room_from_it() -> None:
    app = portal()
    call(app, "POST", "files/folder/7", {"title": "Inside"})
    call(app, "POST", "files/roomtemplate", {"roomId": 7, "title": "Template"})
    made = finished(app, "files/roomtemplate/status")
    assert (made["isCompleted"], made["error"]) == (True, "")
    wanted = {"templateId": made["templateId"], "title": "New"}
    call(app, "POST", "files/rooms/fromtemplate", wanted)
    number = finished(app, "files/rooms/fromtemplate/status")["roomId"]
    room = call(app, "GET", f"files/rooms/{number}")[1]
    assert (room["title"], room["denyDownload"], room["tags"]) == ("New", True, [])
    assert room["foldersCount"] == 1


def test_one_copy_at_a_time() -> None:
    app = portal()
    for title in ("First", "Second"):
        call(app, "POST", "files/roomtemplate", {"roomId": 7, "title": title})
    finished(app, "files/roomtemplate/status")
    listed = call(app, "GET", "files/rooms?searchArea=Templates")[1]["folders"]
    assert [room["title"] for room in listed] == ["First"]


def test_a_copy_that_fails_says_why() -> None:
    app = portal()
    call(app, "POST", "files/rooms/fromtemplate", {"templateId": 7, "title": "Of a room"})
    status = finished(app, "files/rooms/fromtemplate/status")
    assert status["isCompleted"] is True
    assert status["roomId"] == -1
    assert "permission" in status["error"]


def test_a_deletion_can_be_made_to_fail() -> None:
    app = Faults(portal(), [{"method": "DELETE", "path": "/api/2.0/files/rooms/7", "job": "fails"}])
    call(app, "DELETE", "files/rooms/7", {})
    seen = [call(app, "GET", "files/fileops")[1] for _poll in range(3)]
    assert any(job["error"] for jobs in seen for job in jobs)
    assert call(app, "GET", "files/rooms/7")[0] == 200


def test_who_may_not_edit_a_room_changes_nothing() -> None:
    app = portal()
    for key in ("admin key", "user key"):
        assert call(app, "PUT", "files/rooms/7", {"title": "X"}, key_of(key))[0] == 403
    assert app.mutations == 0


def test_only_adding_a_tag_to_a_room_makes_it() -> None:
    app = portal()
    assert call(app, "DELETE", "files/rooms/7/tags", {"names": ["absent"]})[1]["tags"] == ["alpha"]
    assert call(app, "GET", "files/tags")[1] == ["alpha"]
    call(app, "PUT", "files/rooms/7/tags", {"names": ["new"]})
    assert call(app, "GET", "files/tags")[1] == ["new", "alpha"]


@pytest.mark.parametrize("kind", [[], {}, None, True, "customroom", 7, 5.0])
def test_what_is_no_type_of_rooms_is_refused(kind: t.Any) -> None:
    assert call(portal(), "POST", "files/rooms", {"title": "New", "roomType": kind})[0] == 400
