# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What changed, where the two reports were read with keys of different people."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_report.report_tasks import (  # noqa: E501  one name
    failed,
    task,
)

OWNER, ADMIN, ROOM_ADMIN, ROOM_ADMIN2 = (
    f"{name} key" for name in ("owner", "admin", "room admin", "room admin2")
)


@pytest.mark.parametrize(
    ("before", "now"), [(OWNER, ROOM_ADMIN), (ROOM_ADMIN, OWNER), (ROOM_ADMIN, ROOM_ADMIN2)]
)
def test_what_one_of_the_keys_is_not_shown_has_neither_come_nor_gone(
    rooms_site, tmp_path, before, now
):
    task(rooms_site, dest=str(tmp_path / "portal"), key=before)
    result = failed(rooms_site, previous=str(tmp_path / "portal.json"), key=now)
    assert "was read with a key that is shown more, or less" in result["msg"]


@pytest.mark.parametrize(("before", "now"), [(OWNER, ADMIN), (ROOM_ADMIN, ROOM_ADMIN)])
def test_keys_that_are_shown_the_same_can_be_compared(rooms_site, tmp_path, before, now):
    task(rooms_site, dest=str(tmp_path / "portal"), key=before)
    result = task(rooms_site, previous=str(tmp_path / "portal.json"), key=now)
    assert result["summary"]["changes"] == {"gained": 0, "lost": 0, "changed": 0}
