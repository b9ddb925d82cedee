# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`explain_access` guesses nothing: what is not clear ends in one sentence."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from ansible.errors import AnsibleFilterError
from jinja2 import StrictUndefined, UndefinedError

from ansible_collections.onlyoffice.docspace.plugins.filter.explain_access import explain_access
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.filter.told import (
    EVA,
    OTHER_TWIN,
    SALES,
    TWIN,
    asked_about,
    report_of,
    room,
)

NO_RESULT = "_input: is not what room_info returned with effective_for or access, nor a report of"


def refused(result, *person, **options):
    with pytest.raises(AnsibleFilterError) as raised:
        explain_access(result, *person, **options)
    message = str(raised.value)
    assert message.startswith("explain_access: ")
    assert message.isprintable()
    return message[len("explain_access: ") :]


@pytest.mark.parametrize(
    ("person", "options", "message"),
    [
        ((), {}, "person: is missing; name one person."),
        ((None,), {}, "person: is null, an empty value; write a text, or leave it out."),
        (("",), {}, "person: is empty; write a text, or leave it out."),
        ((5,), {}, "person: is the number 5 and no text; quote it where it is written."),
        ((["eva"],), {}, "person: is a list; give one text, such as a name, an id or a path."),
        (("eva, ben",), {}, "person: 'eva, ben' is no address, id or user name; name one person"),
        (("eva", "Sales"), {}, "person: is one person; write the names of other options before"),
        (
            ("evva@example.org",),
            {},
            "person: 'evva@example.org' is nobody whom this result tells of; ask about this person"
            " with effective_for of room_info.",
        ),
        (
            ("ghost@example.org",),
            {},
            "person: 'ghost@example.org' is nobody on the portal, as unknown says.",
        ),
        (
            ("eva",),
            {"without_group": "Salse"},
            "without_group: 'Salse' is no group that this resul",
        ),
        (
            ("eva",),
            {"without_group": ""},
            "without_group: is empty; write a text, or leave it out.",
        ),
        (("eva",), {"without_group": None}, "without_group: is null, an empty value; write a text"),
        (
            ("eva",),
            {"without_groups": []},
            "without_groups: is empty; name the groups, or leave it",
        ),
        (("eva",), {"without_groups": None}, "without_groups: is null, an empty value; write []"),
        (("eva",), {"without_groups": [7]}, "without_groups, entry 1: is the number 7 and no text"),
        (
            ("eva",),
            {"without_group": "Everyone"},
            "without_group: everybody is in this group, and nobody can leave it.",
        ),
        (
            ("eva",),
            {"without_group": "Sales", "without_groups": ["Sales"]},
            "without_group: excludes without_groups; leave out one of them.",
        ),
        (("eva",), {"format": "html"}, "format: is none of text, rows; give one of these."),
        (("eva",), {"without": "Sales"}, "without: is no option; there are person, without_group,"),
    ],
)
def test_options(person, options, message):
    assert refused(asked_about(), *person, **options).startswith(message)


def test_groups_of_one_name_are_told_apart_by_their_ids():
    result = asked_about(groups=(SALES, TWIN, OTHER_TWIN))

    assert refused(result, "eva", without_group="Twins") == (
        "without_group: 2 groups are called 'Twins'; give the id of one of"
        f" {TWIN['id']}, {OTHER_TWIN['id']}."
    )
    assert explain_access(result, "eva", without_group=TWIN["id"])


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (None, "_input is no mapping"),
        ([room(1, "Both")], "_input is no mapping"),
        ("{}", "it is a text, which from_json may read"),
        ({}, "it has no rooms"),
        ({"rooms": "Both"}, "rooms of it is no list"),
        ({"rooms": ["Both"]}, "rooms, entry 1 of it is no mapping"),
        (
            {"rooms": [room(1, "Both")], "users": [EVA]},
            'rooms, entry 1 ("Both") does not say who gets in',
        ),
        ({"report": "onlyoffice.docspace.access_report", "version": 2}, "version 2 of the report"),
    ],
)
def test_what_is_no_result(result, why):
    message = refused(result, EVA["email"])

    assert message.startswith(NO_RESULT)
    assert why in message


def test_somebody_who_was_not_asked_about():
    result = asked_about()
    result["users"].append({**EVA, "id": "ben", "email": "ben@example.org", "groups": []})

    assert refused(result, "ben@example.org") == (
        "person: ben@example.org was not asked about with effective_for of room_info."
    )


@pytest.mark.parametrize("made", [asked_about, lambda: report_of(asked_about())])
def test_reasons_that_are_not_those_of_the_level(made):
    result = made()
    key = "access" if "report" in result else "effective_for"
    result["rooms"][0][key][0]["causes"].pop(0)

    message = refused(result, "eva")

    assert 'the level in rooms, entry 1 ("Both") is not that of its causes' in message


def test_a_variable_that_is_not_set_is_told_of_by_its_name():
    undefined = StrictUndefined(name="of_eva")

    for arguments in ((undefined, "eva"), (asked_about(), undefined)):
        with pytest.raises(UndefinedError, match="'of_eva' is undefined"):
            explain_access(*arguments)


JUNK: list[Any] = [None, 0, True, "", "x", [], ["x"], {}, {"id": 1}, [None], -1.5]


@pytest.mark.parametrize("made", [asked_about, lambda: report_of(asked_about())])
def test_whatever_a_result_has_become_it_is_told_of_or_refused(made):
    draw = random.Random(7)
    ends = set()
    for _time in range(1500):
        result = copy.deepcopy(made())
        spoil(result, draw)
        ends.add(end(result))
    assert ends == {"told", "explain_access: "}


def end(result: Any) -> str:
    try:
        explain_access(result, "eva@example.org", without_group="Sales")
    except AnsibleFilterError as error:
        return str(error)[: len("explain_access: ")]
    return "told"


def spoil(result: Any, draw: random.Random) -> None:
    """Put something else into one place, or take it out."""
    places = list(places_in(result))
    container, key = draw.choice(places)
    if isinstance(container, dict) and draw.random() < 0.3:
        del container[key]
    else:
        container[key] = copy.deepcopy(draw.choice(JUNK))


def places_in(value: Any) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, (dict, list)):
            yield from places_in(inner)
