# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Libraries that are not there, or too old, are named before anything is done with them."""

from __future__ import annotations

import importlib
import sys

import pytest
from urllib3.util.retry import Retry

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import libraries


@pytest.fixture
def again():
    """Look anew; afterwards as it was."""
    yield lambda: importlib.reload(libraries)
    importlib.reload(libraries)


def test_what_is_there_is_not_missing():
    assert libraries.MISSING_LIBRARY is None
    assert libraries.IMPORT_ERROR is None


@pytest.mark.parametrize("name", ["requests", "urllib3"])
def test_requests_or_what_it_needs_is_missing(again, name):
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, name, None)
        again()
        assert libraries.MISSING_LIBRARY == "requests"
        assert "Traceback" in str(libraries.IMPORT_ERROR)


def test_an_urllib3_that_cannot_be_used_is_told_with_its_version(again):
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(Retry, "DEFAULT_ALLOWED_METHODS")
        patch.setattr("urllib3.__version__", "1.25.10")
        again()
        assert libraries.MISSING_LIBRARY == "urllib3 >= 1.26"
        assert "urllib3 1.25.10 with requests " in str(libraries.IMPORT_ERROR)
