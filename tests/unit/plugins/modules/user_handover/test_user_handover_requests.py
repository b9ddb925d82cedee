# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `user_handover` asks of a portal, request by request, as its documentation says."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.rooms import RITA, ROLF

OWNER = "66faa6e4-f133-11ea-b126-00ffeec8b4ef"


def owned(person):
    return (
        "GET files/rooms?count=100&searchArea=Any&sortOrder=ascending&startIndex=0"
        f"&subjectOwnerId={person}"
    )


def test_a_hand_over(roomy):
    result = task(roomy, ["roomer01"], successor="roomer03")

    progress = f"GET people/reassign/progress/{RITA}"
    assert roomy.log() == [
        "GET people/roomer01",
        "GET keys/%40self",
        f"GET people/{OWNER}",
        owned(RITA),
        "GET people/roomer03",
        progress,
        "POST people/reassign/start",
        progress,
        progress,
        progress,
        owned(RITA),
        owned(ROLF),
    ]
    assert result["requests"] == {"read": 11, "write": 1}


def test_a_deletion_behind_it(roomy):
    task(roomy, ["roomer01"], successor="roomer03")
    roomy.portal.reset_log()

    task(roomy, ["roomer01"], successor="roomer03", delete=True, confirm_delete=1)

    progress = f"GET people/reassign/progress/{RITA}"
    log = roomy.log()
    assert log[:6] == [
        "GET people/roomer01",
        "GET keys/%40self",
        f"GET people/{OWNER}",
        owned(RITA),
        "GET people/roomer03",
        progress,
    ]
    assert log[6] == "POST people/reassign/start"
    assert set(log[7:-1]) == {progress}
    assert log[-1] == f"GET people/{RITA}"


def test_a_repetition_reads_people_and_rooms(roomy):
    task(roomy, ["roomer01"], successor="roomer03")
    roomy.portal.reset_log()

    result = task(roomy, ["roomer01"], successor="roomer03", max_users="10%")

    assert roomy.log() == [
        "GET people/roomer01",
        "GET keys/%40self",
        f"GET people/{OWNER}",
        owned(RITA),
        f"GET people/reassign/progress/{RITA}",
    ]
    assert result["requests"] == {"read": 5, "write": 0}


def test_check_mode_and_a_percentage(roomy):
    result = task(
        roomy,
        ["roomer01"],
        True,
        successor={"user02": "roomer03", RITA: "roomer03"},
        max_users="50%",
    )

    # Somebody in the mapping who does not leave, how many people there are, and whether the key
    # may do it.
    assert "GET people/user02" in roomy.log()
    assert "GET people/simple/filter?count=1&startIndex=0" in roomy.log()
    assert result["requests"]["write"] == 0
    assert result["requests"]["read"] <= 9


def test_many_rooms_are_read_by_pages(roomy):
    template = roomy.state["rooms"][0]
    roomy.state["rooms"] += [
        {**template, "id": 1000 + number, "title": f"Room {number:03}"} for number in range(150)
    ]
    roomy.__post_init__()

    result = task(roomy, ["roomer01"], successor="roomer03")

    assert len(result["users"][0]["moved"]) == 152
    pages = [line for line in roomy.log() if line.startswith("GET files/rooms")]
    assert len(pages) == 2 + (1 + 2)
