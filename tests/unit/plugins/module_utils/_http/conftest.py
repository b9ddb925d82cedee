# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal whose answers a test states, and a client of it."""

from __future__ import annotations

import pytest
import responses
from responses.registries import OrderedRegistry

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    BASE,
    KEY,
    RETRY_FOR,
    opened,
)


@pytest.fixture
def portal():
    with responses.RequestsMock(registry=OrderedRegistry) as mock:
        yield mock


@pytest.fixture
def transport():
    with opened(Connection(BASE, KEY, retry_for=RETRY_FOR), read_only=False) as made:
        yield made
