# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`export` writes people so that the list, applied at once, changes nothing."""

from __future__ import annotations

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.modules import groups, users
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.export.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import company
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

GROUPS = "GET group?count=100&startIndex=0"
PEOPLE = "GET people/filter?count=100&startIndex=0"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "portal.yml"


@pytest.fixture
def staffed(site):
    """People of all kinds, some of whom have a profile, a quota, or odd names."""
    company(site)
    people = {user["userName"]: user for user in site.state["users"]}
    people["user01"] |= {"location": "Berlin", "notes": "{{ not }} a template", "culture": "de"}
    people["user02"] |= {"firstName": " Blank", "lastName": "None"}
    people["user03"] |= {"notes": "two\nlines"}
    site.state["portal"] |= {"quota_enabled": True, "quota_default": 1000}
    people["user04"]["quota"] = 2**30
    people["user05"]["quota"] = -1
    site.__post_init__()
    return site


def lists(path):
    text = path.read_text(encoding="utf-8").replace("!unsafe ", "")
    return yaml.safe_load(text)


def entry(path, address):
    return next(each for each in lists(path)["docspace_people"] if each["user"] == address)


@pytest.mark.parametrize("key", ["owner key", "owner accounts:read+write key"])
def test_what_is_written_applies_without_a_write_or_a_refusal(staffed, path, key):
    result = task(staffed, path)
    written = lists(path)
    assert result["people"] == len(written["docspace_people"]) == len(staffed.state["users"])

    options = {"users": written["docspace_people"], "unlisted": "disable"}
    applied = users.run(parameters(staffed, users, key, **options), False)
    options = {"groups": written["docspace_groups"], "prune": True}
    grouped = groups.run(parameters(staffed, groups, key, **options), False)

    assert not applied["changed"]
    assert applied["requests"]["write"] == 0
    assert applied["warnings"] == []
    assert all(each["unchangeable"] == [] for each in applied["users"])
    assert applied["unlisted"] == []
    assert not grouped["changed"]


def test_what_is_said_of_whom(staffed, path):
    task(staffed, path)

    assert entry(path, "user01@example.org") == {
        "user": "user01@example.org",
        "type": "user",
        "first_name": "Ada",
        "last_name": "User01",
        "location": "Berlin",
        "comment": "{{ not }} a template",
    }
    text = path.read_text(encoding="utf-8")
    assert '    comment: !unsafe "{{ not }} a template"\n' in text
    # Of names and words that no task can give nothing is written.
    assert entry(path, "user02@example.org") == {"user": "user02@example.org", "type": "user"}
    assert "comment" not in entry(path, "user03@example.org")
    assert entry(path, "user04@example.org")["quota"] == "1073741824"
    assert entry(path, "user05@example.org")["quota"] == "none"
    assert "two" not in text


def test_people_whom_the_list_cannot_change_in_full(staffed, path):
    task(staffed, path)
    text = path.read_text(encoding="utf-8")
    state = {user["email"]: user for user in staffed.state["users"]}

    owner = next(each for each in state.values() if each["type"] == "Owner")
    assert entry(path, owner["email"]) == {"user": owner["email"]}
    assert "(owner)" in text
    kinds = {"guest": "Guest", "room_admin": "RoomAdmin", "docspace_admin": "DocSpaceAdmin"}
    for kind, stored in kinds.items():
        person = next(each for each in state.values() if each["type"] == stored)
        assert entry(path, person["email"])["type"] == kind
    for each in state.values():
        written = entry(path, each["email"])
        if each.get("ldap"):
            assert written.keys() <= {"user", "type", "location", "comment"}
        if each.get("sso"):
            assert "first_name" not in written
        is_disabled = each["status"] == "disabled" and not each.get("ldap")
        assert written.get("state") == ("disabled" if is_disabled else None)
    assert any(each.get("ldap") for each in state.values())
    assert any(each.get("sso") for each in state.values())
    assert "(LDAP)" in text
    assert "(SSO)" in text
    assert "(pending)" in text


def test_one_page_of_people_tells_everything(site, path):
    result = task(site, path)

    assert site.log()[:2] == [GROUPS, PEOPLE]
    assert (result["groups"], result["people"], result["rooms"]) == (14, 22, 0)


def test_people_alone(site, path):
    result = task(site, path, include=["people"])

    assert site.log() == [PEOPLE]
    assert (result["groups"], result["people"], result["left_out"]) == (0, 22, [])
    assert lists(path).keys() == {"docspace_people"}
    assert path.read_text(encoding="utf-8").startswith(
        f"---\n# The people of {site.base_url}, written by onlyoffice.docspace.export.\n"
        "# The role onlyoffice.docspace.people makes the portal so.\n"
    )


def test_groups_alone(site, path):
    result = task(site, path, include=["groups"])

    assert (result["groups"], result["people"]) == (14, 0)
    assert lists(path).keys() == {"docspace_groups"}


def test_the_order_in_which_they_are_named_does_not_matter(site, path):
    task(site, path, include=["rooms", "people", "groups"])

    assert not task(site, path)["changed"]
    assert list(lists(path)) == ["docspace_groups", "docspace_people", "docspace_rooms"]


def test_nothing_to_write_is_refused(site, path):
    assert failed(site, path, include=[])["failure"]["option"] == "include"
    assert site.log() == []


def test_all_pages_are_read(big_site, path):
    result = task(big_site, path, include=["people"])

    assert result["people"] == 2000
    assert result["requests"]["read"] == 21
