# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What of a body counts in a comparison."""

from __future__ import annotations

import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.canonical import (
    Order,
    impersonal,
    same,
    volatile,
    without,
)

NEW = "aaaaaaaa-0000-4000-8000-00000000000{}"
KNOWN = "10000000-0000-4000-8000-00000000000{}"


def ordered(value: t.Any, unordered: bool = False) -> t.Any:
    return Order(lambda id: id.startswith("1000"), unordered).of(value)


@pytest.mark.parametrize("name", ["members", "groups", "tags"])
def test_some_lists_never_have_an_order(name: str) -> None:
    assert ordered({name: ["b", "a"]}) == ordered({name: ["a", "b"]})


@pytest.mark.parametrize("name", ["response", "folders"])
def test_lists_have_an_order_unless_the_answer_has_none(name: str) -> None:
    one, two = {name: [{"id": "b"}, {"id": "a"}]}, {name: [{"id": "a"}, {"id": "b"}]}
    assert ordered(one) != ordered(two)
    assert ordered(one, unordered=True) == ordered(two, unordered=True)


def test_new_ids_do_not_decide_the_order() -> None:
    rows = [{"a": NEW.format(2), "name": "x"}, {"a": NEW.format(1), "name": "y"}]
    assert ordered({"members": rows}) == {"members": rows}
    known = [{"a": KNOWN.format(2), "name": "x"}, {"a": KNOWN.format(1), "name": "y"}]
    assert ordered({"members": known}) == {"members": known[::-1]}


@pytest.mark.parametrize(
    ("text", "word", "between"),
    [("2026-01-02T00:00:00Z", "<date>", "5"), ("sk-***1", "<masked key>", "a")],
)
def test_moments_and_masked_keys_do_not_decide_the_order(
    text: str, word: str, between: str
) -> None:
    here, there = (ordered({"tags": [between, each]})["tags"] for each in (text, word))
    assert here.index(between) == there.index(between)


def test_any_event_of_a_moment_may_carry_the_others() -> None:
    one = {"id": 1, "related": [{"id": 2}, {"id": 3}]}
    assert ordered(one) == ordered({"id": 3, "related": [{"id": 1}, {"id": 2}]})


def test_shares_are_ordered_by_level_owner_and_name_only() -> None:
    def share(access: int, name: str, more: int) -> dict[str, t.Any]:
        return {"access": access, "sharedToUser": {"displayName": name}, "more": more}

    equal = {"response": [share(1, "a", 2), share(1, "a", 1)]}
    assert ordered(equal) == ordered({"response": equal["response"][::-1]})
    levels = {"response": [share(1, "a", 1), share(2, "a", 1)]}
    assert ordered(levels) != ordered({"response": levels["response"][::-1]})
    names = {"response": [share(1, "b", 1), share(1, "a", 1)]}
    assert ordered(names) != ordered({"response": names["response"][::-1]})


@pytest.mark.parametrize(
    ("wanted", "answered", "equal"),
    [
        ("<any>", "#ff0000", True),
        ("<any>", 1, False),
        ("<date>", "2026-01-02T03:04:05.0000000Z", True),
        ("<date>", "2026-01-02", False),
        ("<masked key>", "sk-***1234", True),
        ("<masked key>", "sk-1234", False),
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", False),
        ({"<shortened>": 100}, {"a": 1}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ([1], [1, 2], False),
        (None, "", True),
        (1, True, False),
    ],
)
def test_what_is_the_same(wanted: t.Any, answered: t.Any, equal: bool) -> None:
    assert same(wanted, answered) == equal
    assert same({"x": [wanted]}, {"x": [answered]}) == equal


def test_properties_are_left_out_wherever_they_stand() -> None:
    assert without({"a": 1, "b": [{"a": 2, "c": {"a": 3}}]}, {"a"}) == {"b": [{"c": {}}]}


def test_quotas_and_languages_count_for_who_asks_for_them() -> None:
    assert "cultureName" in volatile("/api/2.0/people", "")
    assert "cultureName" not in volatile("/api/2.0/people", "fields=id,cultureName")


def test_who_made_something_counts_in_rooms_files_and_webhooks() -> None:
    assert "createdBy" in volatile("/api/2.0/people", "")
    assert "createdBy" not in volatile("/api/2.0/files/rooms", "")
    assert "createdBy" not in volatile("/api/2.0/settings/webhook", "")


@pytest.mark.parametrize("here", ["http://localhost:8080/x", "https://127.0.0.1/x"])
def test_the_address_of_the_portal_does_not_count(here: str) -> None:
    assert impersonal({"a": [here]}) == {"a": ["https://portal.example.org/x"]}
    assert impersonal("for 127.0.0.1") == "for portal.example.org"
