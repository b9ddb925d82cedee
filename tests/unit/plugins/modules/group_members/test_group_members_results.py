# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` tells what it does, in check mode and in earnest, and nothing else."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    DESIGN,
    EMPTY,
    ENGINEERING,
    MIXED,
    USER,
    task,
)


def test_removing_the_manager_is_allowed_told_and_shown(site):
    result = task(site, ["user03"], DESIGN, state="absent")

    assert result["group"]["manager"] is None
    assert result["warnings"] == [
        f'user03@example.org (Cleo User03) is the manager of "Design" ({DESIGN}), and stops being'
        " that by being removed."
    ]
    assert result["diff"]["before"].splitlines() == [
        "manager: user03@example.org (Cleo User03)",
        "user03@example.org (Cleo User03)",
    ]
    assert result["diff"]["after"] == "manager: null\n"


def test_a_manager_who_stays_is_returned_like_everybody(site):
    manager = task(site, ["user04"], DESIGN, state="absent")["group"]["manager"]

    assert manager == {
        "id": USER.format(3),
        "display_name": "Cleo User03",
        "email": "user03@example.org",
        "status": "active",
    }


def test_the_diff_has_a_line_for_each_person_sorted(site):
    diff = task(site, ["user01", "user04", "user05"], state="exact", check_mode=True)["diff"]

    assert diff["before"].splitlines() == [
        "user04@example.org (Dan User04)",
        "user05@example.org (Eva User05)",
        "user06@example.org (Finn User06)",
        "user07@example.org (Gina User07)",
    ]
    assert diff["after"].splitlines() == [
        "user01@example.org (Ada User01)",
        "user04@example.org (Dan User04)",
        "user05@example.org (Eva User05)",
    ]
    assert diff["before_header"] == diff["after_header"] == "members of Engineering (4 -> 3)"


def test_names_from_the_portal_cannot_steer_the_terminal_or_fake_lines(site):
    site.state["users"][3] |= {"firstName": "\x1b[2J\nroot@example.org (Root", "lastName": "x"}
    site.__post_init__()

    result = task(site, ["user01"])

    assert len(result["diff"]["after"].splitlines()) == 1
    assert "\x1b" not in result["diff"]["after"]


SCENARIOS = {
    "remove": (ENGINEERING, ["user05", "user06", "nobody"], {"state": "absent"}),
    "remove hidden": (MIXED, ["disabled01", "user02"], {"state": "absent"}),
    "remove manager": (DESIGN, ["user03"], {"state": "absent"}),
    "add": (ENGINEERING, ["user01", "pending01"], {"state": "present"}),
    "exact": (MIXED, ["user01", "user09"], {"state": "exact"}),
    "empty": (MIXED, [], {"state": "exact"}),
    "nothing": (EMPTY, ["user01"], {"state": "absent"}),
    "by name": ("Legal", ["user07"], {"state": "absent"}),
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_check_mode_tells_what_the_real_run_does_and_writes_nothing(site, scenario):
    group, members, options = SCENARIOS[scenario]

    previewed = task(site, members, group, check_mode=True, **options)
    assert site.portal.mutations == 0
    assert all(line.startswith("GET ") for line in site.log())

    real = task(site, members, group, **options)
    assert site.portal.mutations == real["requests"]["write"] == int(real["changed"])

    again = task(site, members, group, **options)
    assert not again["changed"]
    assert again["requests"]["write"] == 0
    assert again["group"] == real["group"]

    for result in (previewed, real):
        del result["requests"]
    assert previewed == real
