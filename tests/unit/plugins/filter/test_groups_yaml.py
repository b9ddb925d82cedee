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
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import invisible


class Loader(yaml.SafeLoader):
    """Reads !unsafe too, which keeps Ansible from seeing a template."""


class Unsafe(str):
    """What was marked so."""


Loader.add_constructor("!unsafe", lambda loader, node: Unsafe(node.value))

# Whatever JSON can carry, and more often what has a meaning somewhere.
SIGNS = "{%#}\U0001f600,;*\n\r\"'\\:-!&*,[]yn1e \x85\u2028\ufeff"
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


def plain_name(name):
    return (
        name.strip() != ""
        and name.isprintable()
        and name not in ("True", "False", "None")
        and not invisible(name)
        and all(char <= "\uffff" for char in name)
    )


@given(portals())
def test_the_file_says_what_there_is(groups):
    read = yaml.load(groups_yaml(groups, ldap=True), Loader)["docspace_groups"]

    ordered = sorted(groups, key=lambda group: (group["name"].casefold(), group["id"]))
    assert len(read) == len(groups)
    for entry, group in zip(read, ordered):
        assert entry.get("id", group["id"]) == group["id"]
        assert entry.get("name", group["name"]) == group["name"]
        twins = [each for each in groups if each["name"] == group["name"]]
        if plain_name(group["name"]) and "*" * 8 not in group["name"]:
            assert "name" in entry
            assert ("id" in entry) == (len(twins) > 1)
        else:
            assert "name" not in entry
        manager = group["manager"]
        if manager:
            assert entry["manager"] in named(manager)
            assert "no_manager" not in entry
        else:
            assert entry["no_manager"] is True
            assert "manager" not in entry
        assert len(entry["members"]) == len(group["members"])
        assert all(
            any(each in named(person) for person in group["members"]) for each in entry["members"]
        )
        for text in (entry.get("name", ""), entry.get("manager", ""), *entry["members"]):
            templated = any(sign in text for sign in ("{{", "{%", "{#"))
            assert isinstance(text, Unsafe) == templated


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


@given(portals())
def test_what_is_written_is_what_options_take(groups):
    for entry in yaml.load(groups_yaml(groups, ldap=True), Loader)["docspace_groups"]:
        check_given({"name": {"type": "str"}}, {"name": entry.get("name", "-")})
        people = [entry["manager"]] if entry.get("manager") else []
        people += entry["members"]
        assert len(parse_references("members", people)) == len(set(map(str.lower, people)))


def test_is_offered_to_ansible():
    assert FilterModule().filters() == {"groups_yaml": groups_yaml}


@pytest.mark.parametrize("groups", [[{}], ["Design"], [{"name": "x", "id": "y", "ldap": False}]])
def test_groups_without_members_are_an_error(groups):
    with pytest.raises(AnsibleFilterError, match="not groups with members"):
        groups_yaml(groups)


@given(portals())
def test_nothing_in_the_file_changes_how_it_is_shown(groups):
    assert all(line.isprintable() for line in groups_yaml(groups, ldap=True).split("\n"))


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("", ""),
        ("   ", ""),
        ("\u202ea\U000e0001", "  # \ufffda\ufffd"),
        ("zero\u200bwidth", "  # zero\ufffdwidth"),
        ("two\nlines: x", "  # two\ufffdlines: x"),
        ("Hangul \u3164", "  # Hangul \u3164"),
        ("tab\there", "  # tab\ufffdhere"),
        ("half \ud83d", "  # half \ufffd"),
        ("Party \U0001f389", "  # Party \U0001f389"),
        ("None", "  # None"),
        ("x __omit_place_holder__1", "  # x __omit_place_holder__1"),
        ("ad********in", "  # ad********in"),
        ("VALUE_SPECIFIED_IN_NO_LOG_PARAMETER", "  # VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"),
    ],
)
def test_a_name_that_no_task_could_give_is_left_to_the_id(name, comment):
    written = groups_yaml([{**GROUP, "name": name}]).split("docspace_groups:\n")[1]

    assert written == (f'  - id: "{GROUP["id"]}"{comment}\n    no_manager: true\n    members: []\n')


@pytest.mark.parametrize(
    "email",
    [
        "",
        None,
        "a,b@example.org",
        "a;b@example.org",
        "<a@example.org>",
        "{{odd}}@example.org",
        "a\u200b@example.org",
        "********@x.y",
    ],
)
def test_a_person_whose_address_no_task_could_give_is_named_by_id(email):
    person = {"id": "c1", "display_name": "Ada", "email": email, "status": "active"}

    read = yaml.safe_load(groups_yaml([{**GROUP, "name": "A", "manager": person}]))

    assert read["docspace_groups"][0]["manager"] == "c1"


@pytest.mark.parametrize("name", ["2026-13-45", "2026-11-27", "yes", "1e3", "190:20:30", "=", "<<"])
def test_a_name_that_a_parser_would_take_for_something_else_is_exported_in_quotes(name):
    written = groups_yaml([{**GROUP, "name": name}])

    assert f'  - name: "{name}"\n' in written


def test_the_result_of_a_module_is_written_as_text_and_nothing_else():
    text = groups_yaml([{**GROUP, "name": "Design", "ldap": True}], ldap=True)

    assert type(text) is str
    assert text.endswith(
        "docspace_groups:\n  - name: Design  # LDAP\n    no_manager: true\n    members: []\n"
    )
