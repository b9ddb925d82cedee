# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The parameter `fields`."""

from __future__ import annotations

import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.portal.http import envelope
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import GROUP, send


@pytest.mark.parametrize(
    "fields",
    [
        "id,members.id",
        "members",
        "manager",
        "manager.department,members.groups",
        "members.groups.id,name",
        "groups",
    ],
)
def test_fields_only_take_away(portal: Portal, fields: str) -> None:
    complete: t.Any = send(portal, "GET", GROUP).json
    part: t.Any = send(portal, "GET", f"{GROUP}?fields={fields}").json
    assert part["response"] == envelope.pick(complete["response"], fields.split(","))
