# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The file of people: whatever a portal contains, it says the same and nothing else."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.desired_account import (
    parse_accounts,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import (
    TYPES,
    Person,
    Profile,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.export_file import (
    export_file,
    other_portals,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.people_file import (
    people_lines,
)
from ansible_collections.onlyoffice.docspace.plugins.modules import users

PORTAL = "https://portal.example.com"
SIGNS = "{%#}\U0001f600,;*\n\r\"'\\:-!&*,[]yn1e \x85\u2028\ufeff"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(blacklist_categories=["Cs"])))


class Loader(yaml.SafeLoader):
    """Reads !unsafe too, which keeps Ansible from seeing a template."""


Loader.add_constructor("!unsafe", lambda loader, node: node.value)


@st.composite
def people(draw):
    number = draw(st.integers(0, 10**6))
    return Person(
        id=f"c0000000-0000-4000-8000-{number:012}",
        display_name=draw(texts),
        email=draw(st.one_of(st.just(""), texts, st.just(f"{number}@example.org"))),
        user_name="",
        status=draw(st.sampled_from(["active", "disabled", "pending", "unknown"])),
        type=draw(st.sampled_from([*TYPES, "unknown"])),
        ldap=draw(st.booleans()),
        sso=draw(st.booleans()),
        profile=Profile(
            first_name=draw(texts),
            last_name=draw(texts),
            location=draw(texts),
            comment=draw(texts),
            quota=draw(st.one_of(st.none(), st.integers(-3, 10**12))),
            has_own_quota=draw(st.booleans()),
        ),
    )


def written(portal):
    return export_file(PORTAL, {"people": people_lines(portal)})


@given(st.lists(people(), max_size=4, unique_by=lambda person: person.id))
def test_what_is_written_is_what_options_take_and_what_there_is(portal):
    read = yaml.load(written(portal), Loader)["docspace_people"]

    check_given(users.ARGUMENT_SPEC, {"users": read})
    assert len(read) == len(portal)
    by_reference = {each: person for person in portal for each in (person.id, person.email)}
    for entry in read:
        (desired,) = parse_accounts([entry])
        person = by_reference[entry["user"]]
        profile = person.profile
        assert desired.reference in person.references
        if person.type == "owner":
            assert entry.keys() == {"user"}
            continue
        assert entry.get("type", "unknown") == person.type
        assert (entry.get("state") == "disabled") is (
            person.status == "disabled" and not person.ldap
        )
        for option in ("first_name", "last_name", "location", "comment"):
            assert entry.get(option) in (None, getattr(profile, option))
        if "quota" in entry:
            assert profile.has_own_quota
            assert desired.quota == profile.quota


@given(st.lists(people(), max_size=4, unique_by=lambda person: person.id), st.randoms())
def test_nothing_changes_how_it_is_shown_whose_it_is_or_its_order(portal, random):
    text = written(portal)
    random.shuffle(portal)

    assert all(line.isprintable() for line in text.split("\n"))
    assert other_portals(text, PORTAL) == []
    assert written(portal) == text


def test_nobody():
    assert written([]).endswith("so.\ndocspace_people: []\n")
