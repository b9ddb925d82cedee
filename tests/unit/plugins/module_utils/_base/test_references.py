# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A reference means one person in any notation, and what cannot be one is refused."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.guids import parse_guid
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    TECHNICAL_ACCOUNTS,
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import match
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils.people import PEOPLE


def notations(digits: str) -> list[str]:
    dashed = str(uuid.UUID(digits))
    parts = dashed.split("-")
    tail = ",".join(f"0x{(parts[3] + parts[4])[i : i + 2]}" for i in range(0, 16, 2))
    return [
        digits,
        dashed,
        f"{{{dashed}}}",
        f"({dashed})",
        f"urn:uuid:{dashed}",
        f"{{0x{parts[0]},0x{parts[1]},0x{parts[2]},{{{tail}}}}}",
    ]


@given(st.uuids(), st.integers(0, 5), st.booleans())
def test_an_id_may_have_any_notation_of_a_guid(value, notation, upper):
    text = notations(value.hex)[notation]

    assert parse_guid(f" {text.upper() if upper else text}\n") == str(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ben",
        "c0000000-0000-4000-8000-00000000000",  # a digit short
        "c0000000-0000-4000-8000-0000000000022",
        "c0000000-00004000-8000-000000000002",  # a dash short
        "{c0000000-0000-4000-8000-000000000002",
        "{c0000000000040008000000000000002}",
        "g0000000-0000-4000-8000-000000000002",
        "c0000000-0000-4000-8000-000000000002\nx",
    ],
)
def test_what_only_resembles_a_guid_is_none(text):
    assert parse_guid(text) is None


@given(st.lists(st.sampled_from(PEOPLE), min_size=1), st.randoms())
def test_any_mix_of_notations_means_the_same_people(people, random):
    texts = [
        random.choice(
            [
                *notations(uuid.UUID(person.id).hex),
                person.id.upper(),
                person.email,
                person.email.upper(),
                f" {person.email} ",
                person.user_name,
                person.user_name.lower(),
            ]
        )
        for person in people
    ]

    found, missing = match(parse_references("members", texts), PEOPLE)

    assert set(found.values()) == set(people)
    assert missing == ()


def test_each_notation_of_a_reference_counts_once_and_keeps_its_first_text():
    found = parse_references("members", ["Ben@Example.org", "ben@example.ORG ", "ben", "BEN"])

    assert [each.text for each in found] == ["Ben@Example.org", "ben"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("c0000000000040008000000000000002", "id"),
        ("ben@example.org", "email"),
        ("b@example.org", "email"),
        ("ben", "user_name"),
        ("@self", "user_name"),
        ("ben@", "email"),
    ],
)
def test_the_kind_of_a_reference_is_told_by_its_form(text, kind):
    parsed = Reference.parse(f" {text} ")

    assert (parsed.kind, parsed.text) == (kind, text)


def test_an_address_does_not_mean_somebody_with_a_user_name_like_it():
    person = Person("1", "Odd", "odd@example.org", "ben@example.org", "active")

    found, missing = match(parse_references("members", ["ben@example.org"]), [person])

    assert found == {}
    assert [each.text for each in missing] == ["ben@example.org"]


def test_letters_that_only_fold_to_the_same_are_different_addresses():
    person = Person("1", "Strasse", "strasse@example.org", "strasse", "active")

    assert Reference.parse("straße@example.org") not in person.references


def test_an_empty_entry_is_an_error_that_says_which():
    complaint = "^members, entry 2: is empty; give an id, an e-mail address or a user name.$"
    with pytest.raises(OptionError, match=complaint):
        parse_references("members", ["ben", "  "])


def test_an_entry_that_is_too_long_is_an_error():
    with pytest.raises(OptionError, match=r"^members, entry 2: has 256 characters"):
        parse_references("members", ["ben", "x" * 256])


@pytest.mark.parametrize("account", sorted(TECHNICAL_ACCOUNTS))
def test_technical_accounts_are_refused_in_any_notation(account):
    with pytest.raises(OptionError) as raised:
        parse_references("members", ["ben", account.upper()])

    assert str(raised.value) == (
        f"members: {account}: technical accounts of the portal itself; leave them out."
    )


def test_all_technical_accounts_are_named_at_once():
    with pytest.raises(OptionError) as raised:
        parse_references("members", sorted(TECHNICAL_ACCOUNTS, reverse=True))

    assert f"members: {', '.join(sorted(TECHNICAL_ACCOUNTS))}: " in str(raised.value)
