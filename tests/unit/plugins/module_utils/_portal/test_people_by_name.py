# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A user name goes into a path only where the portal cannot take it for a route."""

from __future__ import annotations

from typing import Any, cast

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.api import Api
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.people import People


class Nobody:
    """As much of the API as finds nobody: what was asked, by path and by search."""

    def __init__(self) -> None:
        self.paths: list[Any] = []
        self.searches: list[Any] = []

    def find(self, path, query):
        self.paths.append(path)

    def listing(self, what, path, query, parse):
        self.searches.append(query["filterValue"])
        return []


def asked(text):
    api = Nobody()
    assert People(cast(Api, api)).find(Reference.parse(text)) is None
    return api


@pytest.mark.parametrize("name", ["ada", "X", "X.X", "max", "...a", "50%", "Filters", "a b"])
def test_a_user_name_is_asked_for_by_its_path(name):
    api = asked(name)

    assert api.paths == [("people", name)]
    assert api.searches == []


@pytest.mark.parametrize(
    "name", ["@self", "@", "a/b", "a\\b", ".", "..", "email", "Filter", "SEARCH", "me/.."]
)
def test_what_would_be_a_route_is_searched_for_narrowly_then_among_everybody(name):
    api = asked(name)

    assert api.paths == []
    assert api.searches == [name, None]
