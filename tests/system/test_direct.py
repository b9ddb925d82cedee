# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Both fronts of the modules, in the controller's process and out of it, do and say the same."""

from __future__ import annotations


def test_placeholder(portal, play):
    task = {
        "name": "go",
        "onlyoffice.docspace.group_members": {
            "group": "Engineering",
            "members": ["user05"],
            "state": "absent",
        },
    }
    run = play(portal, [task], "--diff", direct=False)
    assert run.status == 0, run.output
    assert run.of("go")[0]["changed"]
    assert portal.look()["mutations"] == 1
