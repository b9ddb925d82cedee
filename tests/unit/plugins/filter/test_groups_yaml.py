# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""groups_yaml: whatever a portal contains, the file says the same and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from ansible.errors import AnsibleFilterError
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.filter.groups_yaml import (
    FilterModule,
    groups_yaml,
)


class Loader(yaml.SafeLoader):
    """Reads !unsafe too, which keeps Ansible from seeing a template."""


class Unsafe(str):
    """What was marked so."""


Loader.add_constructor("!unsafe", lambda loader, node: Unsafe(node.value))

# Whatever JSON can carry, and more often what has a meaning somewhere.
SIGNS = "{%#}\n\r\"'\\:-!&*,[]yn1e \x85\u2028\ufeff"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(blacklist_categories=["Cs"])))


@st.composite
def people(draw):
    number = draw(st.integers(0, 10**6))
    return {
        "id": f"c0000000-0000-4000-8000-{number:012}",
        "display_name": draw(texts),
        "email": draw(st.one_of(st.none(), texts, st.just(f"{number}@example.org"))),
        "status": draw(st.sampled_from(["active", "disabled", "pending"])),
    }


@st.composite
def portals(draw):
    return [
        {
            "id": f"10000000-0000-4000-8000-{number:012}",
            "name": name,
            "manager": draw(st.one_of(st.none(), people())),
            "ldap": draw(st.booleans()),
            "members": draw(st.lists(people(), max_size=3)),
        }
        for number, name in enumerate(draw(st.lists(texts, max_size=4)))
    ]


GROUP: dict[str, Any] = {
    "id": "10000000-0000-4000-8000-000000000001",
    "manager": None,
    "ldap": False,
    "members": [],
}


def named(person):
    # An address with blanks, or none, would be no reference.
    return {person["id"], person["email"]}


@given(portals())
def test_the_file_says_what_there_is(groups):
    read = yaml.load(groups_yaml(groups, ldap=True), Loader)["docspace_groups"]

    ordered = sorted(groups, key=lambda group: (group["name"].casefold(), group["id"]))
    assert [entry["name"] for entry in read] == [group["name"] for group in ordered]
    for entry, group in zip(read, ordered):
        manager = group["manager"]
        assert entry["manager"] in named(manager) if manager else entry["manager"] == ""
        assert len(entry["members"]) == len(group["members"])
        assert all(
            any(each in named(person) for person in group["members"]) for each in entry["members"]
        )
        for text in (entry["name"], entry["manager"], *entry["members"]):
            templated = any(sign in text for sign in ("{{", "{%", "{#"))
            assert isinstance(text, Unsafe) == templated
        twins = [each for each in groups if each["name"] == group["name"]]
        assert ("id" in entry) == (len(twins) > 1 or not group["name"].strip())
        assert entry.get("id", group["id"]) == group["id"]


@given(portals())
def test_groups_of_a_directory_are_only_named_in_comments(groups):
    text = groups_yaml(groups)

    read = yaml.load(text, Loader)["docspace_groups"]
    assert len(read) == len([group for group in groups if not group["ldap"]])
    assert ("# Left out" in text) == any(group["ldap"] for group in groups)


@given(portals(), st.randoms())
def test_the_order_of_the_answer_does_not_matter(groups, random):
    text = groups_yaml(groups)
    for group in groups:
        random.shuffle(group["members"])
    random.shuffle(groups)

    again = groups_yaml(groups)

    assert sorted(again.splitlines()) == sorted(text.splitlines())
    assert [line for line in again.splitlines() if "  - name" in line] == [
        line for line in text.splitlines() if "  - name" in line
    ]


def test_is_offered_to_ansible():
    assert FilterModule().filters() == {"groups_yaml": groups_yaml}


@pytest.mark.parametrize("groups", [[{}], ["Design"], [{"name": "x", "id": "y", "ldap": False}]])
def test_groups_without_members_are_an_error(groups):
    with pytest.raises(AnsibleFilterError, match="not groups with members"):
        groups_yaml(groups)


@given(portals())
def test_nothing_in_the_file_changes_how_it_is_shown(groups):
    assert all(line.isprintable() for line in groups_yaml(groups, ldap=True).split("\n"))


def test_what_is_not_seen_is_written_by_its_number():
    (group,) = yaml.safe_load(groups_yaml([{**GROUP, "name": "\u202ea\U000e0001"}]))[
        "docspace_groups"
    ]

    assert group["name"] == "\u202ea\U000e0001"
