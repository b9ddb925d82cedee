# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names that the portal encodes for web pages are shown as people write them."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import group_members
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    crowd,
    parameters,
)

NAME = "Zoë O'Müller & <Sons>"
GROUP = "10000000-0000-4000-8000-000000000004"


@pytest.fixture
def site():
    """A portal with a person of this name, who is a member of a group."""
    state = load_state()
    (person,) = crowd(1)
    state["users"].append({**person, "firstName": "Zoë", "lastName": "O'Müller & <Sons>"})
    (group,) = (group for group in state["groups"] if group["id"] == GROUP)
    group["members"].append(person["id"])
    made = Site(state)
    with serve(made) as made.base_url:
        yield made


def task(site, **options):
    wanted = {"group": GROUP, "members": ["person0000"], **options}
    return group_members.run(parameters(site, group_members, **wanted), check_mode=False)


def test_results_and_the_diff_show_the_name_as_it_is_written(site):
    result = task(site, state="absent")

    assert [person["display_name"] for person in result["removed"]] == [NAME]
    assert f"person0000@example.net ({NAME})" in result["diff"]["before"]
    assert "&#" not in repr(result)


def test_messages_show_the_name_as_it_is_written(site):
    site.faults.append(("DELETE", f"group/{GROUP}/members", instead(200, {"response": True})))

    with pytest.raises(DocSpaceError) as raised:
        task(site, state="absent")

    assert f"person0000@example.net ({NAME}) is still a member" in raised.value.result()["msg"]
