# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` changes a group's name and manager by the fewest requests, and reports it."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    FIND_DESIGN,
    FIND_STYLE,
    READ_DESIGN,
    USER,
    failed,
    sent,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_renaming_looks_for_others_of_the_name_and_is_one_write(site):
    result = task(site, DESIGN, new_name="Style")

    assert site.group("Style")["id"] == DESIGN
    assert result["group"]["name"] == "Style"
    assert result["group"]["manager"]["email"] == "user03@example.org"
    assert "members" not in result
    assert site.log() == [READ_DESIGN, FIND_STYLE, f"PUT group/{DESIGN}"]
    assert sent(site) == [{"groupName": "Style"}]
    assert result["diff"] == {
        "before_header": "group Design",
        "after_header": "group Style",
        "before": "name: Design\n",
        "after": "name: Style\n",
    }


def test_a_manager_takes_one_look_up_and_one_write(site):
    result = task(site, "Design", manager="user01")

    assert site.group("Design")["manager"] == USER.format(1)
    assert site.members(DESIGN) == {"user01", "user03", "user04", "user05"}
    assert result["group"]["manager"]["email"] == "user01@example.org"
    assert result["diff"]["before"] == "manager: user03@example.org (Cleo User03)\nmembers: []\n"
    assert result["diff"]["after"] == (
        "manager: user01@example.org (Ada User01)\nmembers:\n  - user01@example.org (Ada User01)\n"
    )
    assert site.log() == [FIND_DESIGN, "GET people/user01", f"PUT group/{DESIGN}"]
    assert sent(site) == [{"groupManager": USER.format(1)}]


def test_a_name_and_a_manager_are_one_write(site):
    result = task(site, DESIGN, new_name="Style", manager="pending01@example.org")

    assert result["group"]["manager"]["status"] == "pending"
    assert sent(site) == [
        {"groupName": "Style", "groupManager": "d0000000-0000-4000-8000-000000000001"}
    ]
    assert result["requests"] == {"read": 3, "write": 1}


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"new_name": "Design"},
        {"manager": "USER03"},
        {"manager": "User03@example.org"},
        {"manager": "{C0000000-0000-4000-8000-000000000003}"},
        {"new_name": "Design", "manager": "user03"},
    ],
)
def test_nothing_to_change_is_one_read(site, options):
    result = task(site, DESIGN, **options)

    assert not result["changed"]
    assert site.log() == [READ_DESIGN]
    assert result["diff"]["before"] == result["diff"]["after"]


def test_a_disabled_manager_may_stay(site):
    request(site.portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
            site.api_key())  # fmt: skip

    result = task(site, "Design", manager="user03")

    assert not result["changed"]
    assert result["group"]["manager"]["status"] == "disabled"


def test_clearing_the_manager_takes_the_person_out_and_in_again(site):
    result = task(site, DESIGN, no_manager=True)

    assert result["changed"]
    assert site.group("Design")["manager"] is None
    assert site.members(DESIGN) == {"user03", "user04", "user05"}
    assert result["group"]["manager"] is None
    assert site.log() == [READ_DESIGN, f"PUT group/{DESIGN}", f"PUT group/{DESIGN}"]
    assert sent(site) == [{"membersToRemove": [USER.format(3)]}, {"membersToAdd": [USER.format(3)]}]
    assert result["diff"]["before"] == "manager: user03@example.org (Cleo User03)\n"
    assert result["diff"]["after"] == "manager: null\n"


def test_clearing_the_manager_and_renaming_are_no_more_writes(site):
    task(site, DESIGN, new_name="Style", no_manager=True)

    assert site.group("Style")["manager"] is None
    assert sent(site) == [
        {"groupName": "Style", "membersToRemove": [USER.format(3)]},
        {"membersToAdd": [USER.format(3)]},
    ]


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_disabled_manager_cannot_be_put_in_again_so_nobody_is_taken_out(site, check_mode):
    request(site.portal, "PUT", "people/status/Terminated", {"userIds": [USER.format(3)]},
            site.api_key())  # fmt: skip
    site.portal.reset_log()

    result = failed(site, DESIGN, no_manager=True, check_mode=check_mode)

    assert result["failure"]["code"] == "unchangeable"
    assert result["msg"] == (
        "manager: user03@example.org (Cleo User03) can stop being the manager of"
        f' "Design" ({DESIGN}) only by leaving the group and joining it again, and this person is'
        " disabled; enable the account first. Name another manager, or only remove this person with"
        " group_members."
    )
    assert site.portal.mutations == 0
    # The way out that is named.
    assert task(site, DESIGN, manager="user04")["changed"]
