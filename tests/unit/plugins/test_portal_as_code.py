# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `export` writes of any portal changes nothing there, and makes an empty one equal."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.modules import export, portal
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.generated_portals import (
    empty_state,
    generated_state,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    parameters,
)

#: How many portals: more if somebody asks for them.
SEEDS = range(int(os.environ.get("DOCSPACE_PORTALS", "8")))


class Loader(yaml.SafeLoader):
    """As Ansible loads a file: what is marked as no template is a text."""


def as_text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> Any:
    return loader.construct_scalar(node)


Loader.add_constructor("!unsafe", as_text)


@contextmanager
def served(state):
    site = Site(state)
    with serve(site) as site.base_url:
        yield site


def exported(site: Site, path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The lists of a file, and the result of the task that wrote it."""
    result = export.run(parameters(site, export, path=str(path)), False)
    return yaml.load(path.read_text(encoding="utf-8"), Loader), result


def applied(site: Site, lists: dict[str, Any], check_mode: bool = False) -> dict[str, Any]:
    given = parameters(
        site,
        portal,
        users=lists["docspace_people"],
        users_options={"create": "active", "max_new_seats": 50},
        groups=lists["docspace_groups"],
        groups_options={"prune": True, "prune_limit": "0"},
        rooms=lists["docspace_rooms"],
        parallel=1,
    )
    return portal.run(given, check_mode)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_exported_changes_nothing(seed, tmp_path):
    with served(generated_state(seed)) as site:
        lists, _result = exported(site, tmp_path / "portal.yml")
        result = applied(site, lists)

    assert not result["changed"], result["diff"]
    assert result["requests"]["write"] == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_an_empty_portal_is_equal_afterwards(seed, tmp_path):
    state = generated_state(seed)
    # The owner of the key manages all rooms, so that all links are shown.
    for room in state["rooms"]:
        room["owner"] = state["users"][0]["id"]
        room["shares"] = [each for each in room["shares"] if each.get("user") != room["owner"]]
    with served(state) as site:
        lists, _result = exported(site, tmp_path / "one.yml")
    with served(empty_state()) as site:
        preview = applied(site, lists, check_mode=True)
        result = applied(site, lists)
        again, _result = exported(site, tmp_path / "two.yml")
        assert not applied(site, lists)["changed"]

    assert again == lists
    assert preview["summary"] == result["summary"]
    assert preview["diff"] == result["diff"]


@pytest.mark.parametrize("seed", SEEDS)
def test_rooms_of_others_are_equal_but_for_links_that_are_not_shown(seed, tmp_path):
    with served(generated_state(seed)) as site:
        lists, first = exported(site, tmp_path / "one.yml")
    with served(empty_state()) as site:
        applied(site, lists)
        again, _second = exported(site, tmp_path / "two.yml")

    assert again == lists
    unseen = [each for each in first["warnings"] if "links of these rooms are not" in each]
    assert bool(unseen) == any(
        "links" not in each and each.get("state") != "archived" and _is_of_others(each)
        for each in lists["docspace_rooms"]
    )


def _is_of_others(room: dict[str, Any]) -> bool:
    owner = "admin@example.org"
    managers = [
        each.get("user") for each in room["access"]["exact"] if each["level"] == "room_manager"
    ]
    return room["owner"] != owner and owner not in managers
