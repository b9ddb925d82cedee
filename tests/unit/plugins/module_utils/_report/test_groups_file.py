# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The file of groups: whatever a portal contains, it says the same and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import invisible
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.export_file import (
    export_file,
    other_portals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.groups_file import (
    group_lines,
    names_left_out,
)


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
    email = draw(st.one_of(st.just(""), texts, st.just(f"{number}@example.org")))
    status = draw(st.sampled_from(["active", "disabled", "pending"]))
    return Person(f"c0000000-0000-4000-8000-{number:012}", draw(texts), email, "", status)


@st.composite
def portals(draw):
    """Groups, each with its members."""
    managers, ldap = st.one_of(st.none(), people()), st.booleans()
    return [
        (
            Group(f"10000000-0000-4000-8000-{number:012}", name, 0, draw(managers), draw(ldap)),
            draw(st.lists(people(), max_size=3)),
        )
        for number, name in enumerate(draw(st.lists(texts, max_size=4)))
    ]


PORTAL = "https://portal.example.com"
GROUP = Group("10000000-0000-4000-8000-000000000001", "Design", 0)


def written(portal, include_ldap=False):
    groups = [group for group, _members in portal]
    members = {group.id: members for group, members in portal}
    return export_file(PORTAL, {"groups": group_lines(groups, members, include_ldap)})


def written_group(**facts):
    return written([(replace(GROUP, **facts), [])], include_ldap=True)


def named(person):
    # An address with blanks, or none, would be no reference.
    return {person.id, person.email}


def plain_name(name):
    return (
        name.strip() == name != ""
        and name.isprintable()
        and name not in ("True", "False", "None")
        and not invisible(name)
        and all(char <= "\uffff" for char in name)
    )


@given(portals())
def test_the_file_says_what_there_is(portal):
    read = yaml.load(written(portal, include_ldap=True), Loader)["docspace_groups"]

    ordered = sorted(portal, key=lambda each: (each[0].name.casefold(), each[0].id))
    assert len(read) == len(portal)
    for entry, (group, members) in zip(read, ordered):
        assert entry.get("id", group.id) == group.id
        assert entry.get("name", group.name) == group.name
        twins = [each for each, _members in portal if each.name == group.name]
        if plain_name(group.name):
            assert "name" in entry
            assert ("id" in entry) == (len(twins) > 1)
        else:
            assert "name" not in entry
        if group.manager:
            assert entry["manager"] in named(group.manager)
            assert "no_manager" not in entry
        else:
            assert entry["no_manager"] is True
            assert "manager" not in entry
        assert len(entry["members"]) == len(members)
        assert all(any(each in named(person) for person in members) for each in entry["members"])
        for text in (entry.get("name", ""), entry.get("manager", ""), *entry["members"]):
            templated = any(sign in text for sign in ("{{", "{%", "{#"))
            assert isinstance(text, Unsafe) == templated


@given(portals())
def test_groups_of_a_directory_are_only_named_in_comments(portal):
    text = written(portal)

    read = yaml.load(text, Loader)["docspace_groups"]
    left_out = names_left_out([group for group, _members in portal], include_ldap=False)
    assert sorted(left_out) == sorted(group.name for group, _members in portal if group.ldap)
    assert len(read) == len(portal) - len(left_out)
    assert ("# Left out" in text) == bool(left_out)


@given(portals(), st.randoms())
def test_the_order_of_the_answer_does_not_matter(portal, random):
    text = written(portal)
    for _group, members in portal:
        random.shuffle(members)
    random.shuffle(portal)

    again = written(portal)

    assert sorted(again.splitlines()) == sorted(text.splitlines())
    names = re.compile("^  - name.*$", re.MULTILINE)
    assert names.findall(again) == names.findall(text)


@given(portals())
def test_what_is_written_is_what_options_take(portal):
    for entry in yaml.load(written(portal, include_ldap=True), Loader)["docspace_groups"]:
        check_given({"name": {"type": "str"}}, {"name": entry.get("name", "-")})
        people = [entry["manager"]] if entry.get("manager") else []
        people += entry["members"]
        assert len(parse_references("members", people)) == len(set(map(str.lower, people)))


@given(portals())
def test_nothing_in_the_file_changes_how_it_is_shown_or_whose_it_is(portal):
    text = written(portal, include_ldap=True)

    assert all(line.isprintable() for line in text.split("\n"))
    assert other_portals(text, PORTAL) == other_portals(written(portal), PORTAL) == []


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("https://PORTAL.example.com:443", True),
        ("https://portal.example.com:444", False),
        ("http://portal.example.com", False),
        ("https://portal.example.com.evil.example", False),
        ("https://portal.example.com/docspace", False),
    ],
)
def test_a_file_is_for_one_portal_however_its_address_is_written(address, same):
    others = [] if same else [PORTAL]

    assert other_portals(written([]), address) == others
    assert other_portals(f"# ours\r\n{written([])}".replace("\n", "\r\n"), address) == others


def test_files_of_several_portals_put_together_are_for_all_of_them():
    texts = [
        export_file(each, {"people": ()})
        for each in ("https://a.example", PORTAL, "https://b.example")
    ]

    assert other_portals("".join(texts), PORTAL) == ["https://a.example", "https://b.example"]


@pytest.mark.parametrize("text", ["docspace_groups: []\n", f"  # The groups of {PORTAL}, written"])
def test_other_files_are_for_no_portal(text):
    assert other_portals(text, PORTAL) is None


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("", ""),
        ("   ", ""),
        (" blanks ", "  # blanks"),
        ("\u202ea\U000e0001", "  # \ufffda\ufffd"),
        ("zero\u200bwidth", "  # zero\ufffdwidth"),
        ("two\nlines: x", "  # two\ufffdlines: x"),
        ("Hangul \u3164", "  # Hangul \u3164"),
        ("tab\there", "  # tab\ufffdhere"),
        ("half \ud83d", "  # half \ufffd"),
        ("Party \U0001f389", "  # Party \U0001f389"),
        ("None", "  # None"),
        ("x __omit_place_holder__1", "  # x __omit_place_holder__1"),
    ],
)
def test_a_name_that_no_task_could_give_is_left_to_the_id(name, comment):
    text = written_group(name=name).split("docspace_groups:\n")[1]

    assert text == f'  - id: "{GROUP.id}"{comment}\n    no_manager: true\n    members: []\n'


@pytest.mark.parametrize(
    "email",
    ["", "a,b@example.org", "a;b@example.org", "<a@example.org>", "{{odd}}@example.org",
     "a\u200b@example.org"],
)  # fmt: skip
def test_a_person_whose_address_no_task_could_give_is_named_by_id(email):
    person = Person("c1", "Ada", email, "ada", "active")

    read = yaml.safe_load(written_group(manager=person))

    assert read["docspace_groups"][0]["manager"] == "c1"


@pytest.mark.parametrize("name", ["2026-13-45", "2026-11-27", "yes", "1e3", "190:20:30", "=", "<<"])
def test_a_name_that_a_parser_would_take_for_something_else_is_exported_in_quotes(name):
    assert f'  - name: "{name}"\n' in written_group(name=name)


def test_it_names_the_portal_the_directory_and_who_made_it():
    assert written_group(ldap=True) == (
        "---\n"
        f"# The groups of {PORTAL}, written by onlyoffice.docspace.export.\n"
        "# The role onlyoffice.docspace.groups makes the portal so.\n"
        "docspace_groups:\n  - name: Design  # LDAP\n    no_manager: true\n    members: []\n"
    )
