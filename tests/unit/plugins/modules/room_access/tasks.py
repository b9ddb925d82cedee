# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `room_access` run a task, and what they look at afterwards."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import room_access
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)


def task(site, room="Contracts", check_mode=False, **options):
    return room_access.run(parameters(site, room_access, room=room, **options), check_mode)


def person(user, level="viewer", **more):
    return {"user": user, "level": level, **more}


def group(name, level="viewer", **more):
    return {"group": name, "level": level, **more}


failed = partial(failure, task)


def refused(site, code, *words, **options):
    """The failure of a task that writes nothing, previewed and real."""
    for check_mode in (True, False):
        result = failed(site, check_mode=check_mode, **options)
        assert result["failure"]["code"] == code, result["msg"]
        for each in words:
            assert each in result["msg"]
        assert not result["changed"]
    assert site.portal.mutations == 0
    return result
