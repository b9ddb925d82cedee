# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`explain_access` says why somebody gets in, and what would be without a group."""

from __future__ import annotations

import copy

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.filter import explain_access as module
from ansible_collections.onlyoffice.docspace.plugins.filter.explain_access import (
    FilterModule,
    explain_access,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.filter.told import (
    ADMIN,
    DESIGN,
    EVA,
    SALES,
    asked_about,
    cause,
    cell,
    of_everybody,
    report_of,
    room,
)

SENTENCES = [
    '"Both" (1): eva@example.org is editor by group "Sales"; group "Design" (viewer) does not'
    " count.",
    '"Sales alone" (2): eva@example.org is editor by group "Sales".',
    '"Own entry" (3): eva@example.org is viewer by an entry of their own; group "Sales" (editor)'
    " and the group of everybody (commenter) do not count.",
    '"Hers" (4): eva@example.org is the owner.',
    '"Closed" (5): eva@example.org is not in.',
    '"Linked" (6): eva@example.org is not in, unless they came by an external link.',
]


def changes(result, **options):
    rows = explain_access(result, "eva@example.org", format="rows", **options)
    return {row["room"]["title"]: (row["change"], row["without"]["level"]) for row in rows}


@pytest.mark.parametrize("person", ["eva@example.org", " EVA@example.org ", EVA["id"], "eva"])
def test_each_room_is_a_sentence(person):
    assert explain_access(asked_about(), person) == SENTENCES
    assert explain_access(report_of(asked_about()), person) == SENTENCES


def test_what_somebody_would_have_without_a_group():
    sentences = explain_access(asked_about(), "eva@example.org", without_group="Sales")

    assert [each.replace(before, "") for each, before in zip(sentences, SENTENCES)] == [
        ' Without group "Sales": viewer by group "Design".',
        ' Without group "Sales": not in.',
        ' Without group "Sales": the same, viewer by an entry of their own.',
        ' Without group "Sales": the same, the owner.',
        ' Without group "Sales": the same.',
        ' Without group "Sales": the same.',
    ]


@pytest.mark.parametrize("made", [asked_about, lambda: report_of(asked_about())])
def test_rows_to_select_from(made):
    assert changes(made(), without_group=SALES["id"]) == {
        "Both": ("changed", "viewer"),
        "Sales alone": ("lost", None),
        "Own entry": ("same", "viewer"),
        "Hers": ("same", "owner"),
        "Closed": ("same", None),
        "Linked": ("same", None),
    }
    assert changes(made(), without_groups=["Sales", "Design"])["Both"] == ("lost", None)

    first = explain_access(made(), "eva", format="rows", without_group="Sales")[0]

    assert first == {
        "room": {"id": "1", "title": "Both", "archived": False},
        "user": {key: EVA[key] for key in ("id", "display_name", "email")},
        "level": "editor",
        "cause": "group",
        "causes": [
            cause("group", "editor", SALES),
            cause("group", "viewer", DESIGN, counts=False),
        ],
        "why_not": None,
        "without": {
            "level": "viewer",
            "cause": "group",
            "causes": [cause("group", "viewer", DESIGN)],
            "why_not": None,
        },
        "change": "changed",
        "text": f'{SENTENCES[0]} Without group "Sales": viewer by group "Design".',
    }


def test_without_the_question_rows_have_nothing_of_it():
    (row, *_others) = explain_access(asked_about(), "eva", format="rows")

    assert (row["without"], row["change"], row["text"]) == (None, None, SENTENCES[0])


def test_what_is_given_stays_as_it_is():
    given = asked_about()
    before = copy.deepcopy(given)

    explain_access(given, "eva", without_group="Sales")

    assert given == before


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("disabled", "does not get in, as the account is disabled."),
        ("pending", "does not get in, as the invitation is not accepted yet."),
    ],
)
def test_an_account_that_cannot_enter(status, why):
    person = {**EVA, "status": status}
    rooms = [room(1, "Both", effective_for=[cell(person=person, why_not=status)])]
    users = [{**person, "user_name": "eva", "groups": [SALES]}]
    result = {"rooms": rooms, "users": users}

    assert explain_access(result, "eva") == [f'"Both" (1): eva@example.org {why}']
    assert changes(result, without_group="Sales") == {"Both": ("same", None)}


def test_administrators_and_the_archive():
    as_admin = cause("administrator", "administrator")
    not_counting = {**as_admin, "counts": False}
    of_admin = [
        room(1, "Open", effective_for=[cell(as_admin, person=ADMIN)]),
        room(
            2,
            "By group",
            effective_for=[cell(cause("group", "editor", SALES), not_counting, person=ADMIN)],
        ),
        room(
            3,
            "Old",
            archived=True,
            effective_for=[
                cell(as_admin, cause("group", "editor", SALES, counts=False), person=ADMIN)
            ],
        ),
    ]
    result = {"rooms": of_admin, "users": [{**ADMIN, "groups": [SALES]}]}

    assert explain_access(result, ADMIN["email"], without_group="Sales") == [
        '"Open" (1): admin@example.org is in as an administrator. Without group "Sales": the same,'
        " in as an administrator.",
        '"By group" (2): admin@example.org is editor by group "Sales"; being an administrator does'
        ' not count. Without group "Sales": in as an administrator.',
        '"Old" (3), in the archive: admin@example.org is in as an administrator; group "Sales"'
        ' (editor) does not count. Without group "Sales": the same, in as an administrator.',
    ]


@pytest.mark.parametrize(
    ("person", "first", "second"),
    [
        ("eva@example.org", 'is editor by group "Sales"', "is not in"),
        ("olga@example.org", "is the owner", "is the owner"),
        ("admin@example.org", "is in as an administrator", "is in as an administrator"),
        (
            "gone@example.org",
            "does not get in, as the account is disabled",
            "does not get in, as the account is disabled",
        ),
        # Whether somebody is let in by a group is not known of those who are not shown.
        (
            "guest@example.org",
            "may get in or not, as the key that read this is not shown this person",
            "may get in or not, as the key that read this is not shown this person",
        ),
    ],
)
def test_a_result_about_everybody_tells_of_each(person, first, second):
    assert explain_access(of_everybody(), person) == [
        f'"First" (1): {person} {first}.',
        f'"Second" (2): {person} {second}.',
    ]


def test_who_is_not_shown_is_not_known_of_in_a_report_either():
    report = report_of(asked_about())
    hidden = {"id": "hidden", "display_name": "Gus", "email": "guest@example.org"}
    report["rooms"][0]["unseen"] = [{**hidden, "level": "viewer"}]

    rows = explain_access(report, "guest@example.org", format="rows", without_group="Sales")

    assert {(row["level"], row["why_not"], row["change"]) for row in rows} == {
        (None, "unseen", None)
    }
    assert all("Without" not in row["text"] for row in rows)


def test_a_group_of_others_changes_nothing():
    assert changes(of_everybody(), without_group="Design") == {
        "First": ("same", "editor"),
        "Second": ("same", None),
    }


def test_a_redacted_report_and_what_access_report_returns():
    report = report_of(asked_about())
    (person,) = report["people"]
    for each in report["rooms"]:
        for row in each["access"]:
            row["person"] = "person 0001"
        each["owner"] = "person 0001" if each["title"] == "Hers" else "person 0002"
    person.update(id="person 0001", display_name="person 0001", user_name="", email="")

    sentences = explain_access({"report": report, "summary": {}}, "person 0001")

    assert sentences[1] == '"Sales alone" (2): person 0001 is editor by group "Sales".'
    assert len(sentences) == len(SENTENCES)


def test_names_stay_on_their_line():
    result = asked_about(groups=({**SALES, "name": "Sa\nles\x1b[2J"},))
    result["rooms"] = result["rooms"][1:2]
    result["rooms"][0]["title"] = "Sales\nalone\u202e"
    result["rooms"][0]["effective_for"][0]["causes"][0]["group"] = result["users"][0]["groups"][0]

    (sentence,) = explain_access(result, "eva", without_group=SALES["id"])

    assert sentence.isprintable()


def test_it_is_a_filter_with_its_documentation():
    assert FilterModule().filters() == {"explain_access": explain_access}
    options = yaml.safe_load(module.DOCUMENTATION)["options"]
    assert options.keys() == {"_input", *module._SPEC}
    for option, spec in module._SPEC.items():
        assert {key: options[option].get(key) for key in spec} == spec
    row = explain_access(asked_about(), "eva", format="rows")[0]
    assert yaml.safe_load(module.RETURN)["_value"]["contains"].keys() == row.keys()
    assert "onlyoffice.docspace.explain_access(" in module.EXAMPLES
