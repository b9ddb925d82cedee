# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal with rooms for the tests of `room`."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room.tasks import (
    state_with_settings,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site


@pytest.fixture
def rooms():
    """Rooms with tags, settings and people, archived ones, twins, and a template."""
    made = Site(state_with_settings())
    with serve(made) as made.base_url:
        yield made
