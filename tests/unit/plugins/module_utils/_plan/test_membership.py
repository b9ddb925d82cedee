# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is meant and what has to change, for any people in any order and notation."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._membership import (
    NOTHING,
    TECHNICAL_ACCOUNTS,
    Plan,
    Reference,
    RemovalLimit,
    group_after,
    guid,
    in_order,
    match,
    obstacle,
    plan,
    plan_both,
    references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._model import Group, Person

PEOPLE = [
    Person(
        id=str(uuid.UUID(int=number * 7919)),
        display_name=f"Person {number}",
        email=f"Person.{number % 10}{number}@example.org",
        user_name=f"Person{number}",
        status=status,
    )
    for number, status in enumerate(["active", "disabled", "pending"] * 6)
]

some_people = st.lists(st.sampled_from(PEOPLE), max_size=30)
states = st.sampled_from(["present", "absent", "exact"])


def goal(current: set[Person], wanted: set[Person], state: str) -> set[Person]:
    return {"present": current | wanted, "absent": current - wanted, "exact": wanted}[state]


@given(some_people, some_people, states)
def test_applying_the_plan_reaches_the_goal(current, wanted, state):
    made = plan(current, wanted, state)

    assert (set(current) | set(made.add)) - set(made.remove) == goal(
        set(current), set(wanted), state
    )
    assert set(made.after) == goal(set(current), set(wanted), state)
    assert set(made.before) == set(current)


@given(some_people, some_people, states)
def test_the_plan_is_minimal(current, wanted, state):
    made = plan(current, wanted, state)

    changed = [*made.add, *made.remove]
    assert len(changed) == len(set(current) ^ goal(set(current), set(wanted), state))
    assert len(changed) == len(set(changed))


@given(some_people, some_people, states)
def test_planning_again_gives_nothing(current, wanted, state):
    first = plan(current, wanted, state)
    again = plan(first.after, wanted, state)

    assert not again.changes
    assert first.changes == bool(first.add or first.remove)
    assert again == Plan((), (), first.after, first.after, state == "exact")


@given(some_people, some_people, some_people)
def test_adding_some_and_removing_others_is_the_smallest_change_too(current, add, remove):
    remove = [person for person in remove if person not in add]

    made = plan_both(current, add, remove)

    assert set(made.after) == (set(current) | set(add)) - set(remove)
    assert set(made.before) == set(current)
    assert set(made.add) == set(add) - set(current)
    assert set(made.remove) == set(remove) & set(current)


@given(some_people, some_people, states, st.randoms())
def test_order_and_repetition_do_not_matter(current, wanted, state, random):
    shuffled_current, shuffled_wanted = current * 2, wanted * 2
    random.shuffle(shuffled_current)
    random.shuffle(shuffled_wanted)

    assert plan(current, wanted, state) == plan(shuffled_current, shuffled_wanted, state)


def test_a_group_after_a_plan_counts_who_is_shown_and_loses_a_manager_who_goes():
    active, disabled, pending, newcomer = (*PEOPLE[:3], PEOPLE[3])
    group = Group("1", "A", 2, manager=active)

    change = plan([active, disabled, pending], [active, newcomer], "exact")

    # Who is disabled was not counted, and who is pending was.
    assert group_after(group, change) == Group("1", "A", 2, manager=active)
    assert group_after(group, plan([active, pending], [active], "absent")) == Group("1", "A", 1)
    assert group_after(group, plan([disabled], [disabled], "absent")) == group
    assert group_after(group, plan([], [newcomer], "present")) == Group("1", "A", 3, active)
    assert group_after(Group("1", "A", 2), NOTHING) == Group("1", "A", 2)


@given(some_people)
def test_people_are_listed_by_address_without_case(people):
    listed = in_order(people)

    assert sorted(person.email.lower() for person in people) == [
        person.email.lower() for person in listed
    ]


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

    assert guid(f" {text.upper() if upper else text}\n") == str(value)


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
    assert guid(text) is None


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

    found, missing = match(references("members", texts), PEOPLE)

    assert set(found.values()) == set(people)
    assert missing == ()


def test_each_notation_of_a_reference_counts_once_and_keeps_its_first_text():
    found = references("members", ["Ben@Example.org", "ben@example.ORG ", "ben", "BEN"])

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

    found, missing = match(references("members", ["ben@example.org"]), [person])

    assert found == {}
    assert [each.text for each in missing] == ["ben@example.org"]


def test_letters_that_only_fold_to_the_same_are_different_addresses():
    person = Person("1", "Strasse", "strasse@example.org", "strasse", "active")

    assert not Reference.parse("straße@example.org").means(person)


def test_an_empty_entry_is_an_error_that_says_which():
    complaint = "^members: entry 2 is empty; give an id, an e-mail address or a user name.$"
    with pytest.raises(OptionError, match=complaint):
        references("members", ["ben", "  "])


def test_an_entry_that_is_too_long_is_an_error():
    with pytest.raises(OptionError, match=r"^members: has 256 characters"):
        references("members", ["ben", "x" * 256])


@pytest.mark.parametrize("account", sorted(TECHNICAL_ACCOUNTS))
def test_technical_accounts_are_refused_in_any_notation(account):
    with pytest.raises(OptionError) as raised:
        references("members", ["ben", account.upper()])

    assert str(raised.value) == (
        f"members: {account}: technical accounts of the portal itself are in no group; leave them"
        " out."
    )


def test_all_technical_accounts_are_named_at_once():
    with pytest.raises(OptionError) as raised:
        references("members", sorted(TECHNICAL_ACCOUNTS, reverse=True))

    assert f"members: {', '.join(sorted(TECHNICAL_ACCOUNTS))}: " in str(raised.value)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"status": "pending"}, None),
        ({"status": "disabled"}, "is disabled; enable the account first"),
        ({"guest": True}, "is a guest, and guests cannot be in groups"),
        ({"guest": True, "status": "disabled"}, "is a guest, and guests cannot be in groups"),
    ],
)
def test_who_cannot_become_a_member(changes, reason):
    fields = {"status": "active", **changes}

    assert obstacle(Person("1", "Ben", "ben@example.org", "ben", **fields)) == reason


@pytest.mark.parametrize(
    ("limit", "members", "most"),
    [
        ("0", 10, 0),
        ("3", 10, 3),
        (" 3 ", 2, 3),
        ("25%", 4, 1),
        ("25%", 7, 1),
        ("25%", 8, 2),
        ("0%", 100, 0),
        ("100%", 5, 5),
        ("12.5%", 8, 1),
        ("33.3%", 3, 0),
        ("50%", 0, 0),
    ],
)
def test_a_limit_allows_up_to_its_number_or_share(limit, members, most):
    parsed = RemovalLimit.parse("max_removals", limit)

    assert parsed.text == limit.strip()
    assert parsed.allows(most, members)
    assert not parsed.allows(most + 1, members)


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", "101%", "100.1%", "ten", "%", "5 %", "1e3", "٣", "12345678901"]
)
def test_a_limit_that_is_neither_number_nor_percentage_is_an_error(text):
    with pytest.raises(
        OptionError,
        match=r"^max_removals: .* is neither a number such as 10 nor a percentage such as 25%\.$",
    ):
        RemovalLimit.parse("max_removals", text)
