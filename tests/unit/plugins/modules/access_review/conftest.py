# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal, and a review of who gets into its rooms."""

from __future__ import annotations

import copy
import functools

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import (
    Review,
    report_of,
    state_to_review,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site


@functools.cache
def first_report():
    """The report of the portal before each test, which is read once."""
    made = Site(state_to_review())
    with serve(made) as made.base_url:
        return report_of(made)


@pytest.fixture
def site():
    made = Site(state_to_review())
    with serve(made) as made.base_url:
        yield made


@pytest.fixture
def review(site, tmp_path):
    return Review(tmp_path, {**copy.deepcopy(first_report()), "portal": site.base_url})
