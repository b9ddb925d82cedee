# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What all tests of the simulated portal start from."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state


@pytest.fixture
def portal() -> Portal:
    return Portal(load_state())
