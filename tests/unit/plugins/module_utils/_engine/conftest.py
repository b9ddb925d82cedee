# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal that is read, and delays that are not slept."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine import write
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal


@pytest.fixture
def portal(site):
    with open_portal(Connection(site.base_url, site.api_key()), read_only=True) as opened:
        yield opened


@pytest.fixture
def slept(monkeypatch):
    """The delays between looks, as they are in earnest, not slept."""
    monkeypatch.setattr(write, "RETRY_DELAYS", (0, 1, 2))
    delays: list[float] = []
    monkeypatch.setattr("time.sleep", delays.append)
    return delays
