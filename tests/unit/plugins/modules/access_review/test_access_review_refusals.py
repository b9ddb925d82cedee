# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reviews that are refused, before anything is written."""

from __future__ import annotations

import hashlib
import json

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base import folders
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.access_review.tasks import (
    failed,
    task,
)


def writes(site, so_far):
    return [line for line in site.log()[so_far:] if not line.startswith("GET ")]


def refused(site, review, **options):
    """The message of a task that has written nothing."""
    so_far = len(site.log())
    result = failed(site, review, **options)
    assert not writes(site, so_far)
    assert not list(review.folder.glob("done*"))
    assert not result["changed"]
    return result["msg"]


def unread(site, review, **options):
    """The message of a task that has sent no request."""
    so_far = len(site.log())
    message = refused(site, review, **options)
    assert len(site.log()) == so_far
    return message


def test_a_room_of_others_is_refused_together_with_everything_else(site, review):
    review.revoke("group", group="Design", room="Budget")
    review.revoke("direct", person="user05@example.org", room="Budget")
    review.revoke("administrator", person="dsadmin2@example.org")
    review.decide()
    message = refused(site, review, key="admin key")
    assert 'decisions, room "Budget", room: ' in message
    assert "via_ownership" in message
    assert "dsadmin2@example.org" in message


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"max_removals": "0"}, "max_removals: 1 of 3 entries"),
        ({"max_removals_total": "1"}, "max_removals_total: 2 of 20 lines of the table"),
        ({"max_removals_total": "5%"}, "the limit is 5%"),
        ({"max_disables": "0"}, "max_disables"),
    ],
)
def test_brakes_hold_before_anything_is_written(site, review, options, words):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.revoke("guest", person="guest02@example.com")
    review.decide()
    assert words in refused(site, review, **options)


def test_a_group_of_a_directory_is_left_to_it(site, review):
    site.state["groups"][3]["ldap"] = True
    site.__post_init__()
    review.revoke("membership", person="user06@example.org", group="Engineering")
    review.decide()
    assert "allow_ldap_group" in refused(site, review)
    assert task(site, review, allow_ldap_group=True)["summary"]["revoked"] == 1


def test_undecided_lines_are_an_error_unless_that_is_asked_for(site, review):
    review.revoke("direct", person="user04@example.org", room="Plans")
    message = unread(site, review)
    assert message.startswith("decisions: each of 19 lines, ")
    assert "is not decided; write keep, revoke or until, or set undecided=keep" in message
    result = task(site, review, undecided="keep")
    assert result["summary"]["undecided"] == 19
    assert result["summary"]["revoked"] == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda report: report.update(report="else"), "is no JSON that the module access_report"),
        (lambda report: report.update(version=2), "has the version 2"),
        (lambda report: report.pop("rooms"), "something is missing"),
        (lambda report: report.update(people=[{"id": 1}]), "something is missing"),
        (lambda report: report["people"][0].update(email=None), "something is missing"),
        (lambda report: report["people"][0].pop("status"), "something is missing"),
        (lambda report: report["rooms"][0].update(title=["x"]), "something is missing"),
        (lambda report: report["rooms"][0]["access"][0]["causes"][0].update(level=2), "missing"),
        (lambda report: report.update(taken_at="today"), "something is missing"),
        (lambda report: report["scope"].update(redacted=True), "is redacted"),
        (lambda report: report.update(portal="https://x.example"), "is of https://x.example, and"),
        (lambda report: report["rooms"].pop(), "is not in the report"),
    ],
)
def test_a_report_that_was_not_reviewed_is_refused(site, review, change, words):
    review.decide()
    change(review.report)
    assert words in unread(site, review)


def test_a_report_that_was_edited_since_is_refused_where_its_hash_is_there(site, review):
    review.decide()
    review.path("report.sha256").write_text(f"{'0' * 64}  report.json\n{'0' * 64}  report.csv\n")
    assert "was changed since it was written: report.sha256" in unread(site, review)
    digest = hashlib.sha256(review.path("report.json").read_bytes()).hexdigest()
    review.path("report.sha256").write_text(f"{digest} *report.json\n")
    assert task(site, review)["summary"]["kept"] == 20


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "\ufffe", "[" * 100_000])
def test_a_file_that_is_no_report_is_refused(site, review, text):
    review.decide()
    review.write()
    other = review.folder / "other.json"
    other.write_text(text, encoding="utf-8")
    assert "report: is no JSON" in unread(site, review, report=str(other))


@pytest.mark.parametrize("option", ["decisions", "report"])
@pytest.mark.parametrize("path", ["missing", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_refused(site, review, option, path):
    review.decide()
    message = unread(site, review, **{option: str(review.folder / path)})
    assert message.startswith(f"{option}: ")
    assert "cannot be read" in message


def test_no_folder_is_written_over(site, review):
    review.decide()
    folder = review.path("there")
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    message = unread(site, review, dest=str(folder))
    assert "its files are not those that SHA256SUMS in it lists" in message
    assert unread(site, review, dest=str(review.path("no/done"))).endswith("does not exist.")
    assert "is no folder" in unread(site, review, dest=str(review.path("report.json")))
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("key", ["room admin key", "room admin2 key"])
def test_what_a_key_is_not_shown_is_not_said_to_be_gone(site, review, key):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    message = refused(site, review, key=key)
    assert "is no administrator and so is not shown all rooms" in message
    assert not review.path("done").exists()


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_folder_that_no_path_can_have_is_refused_before_anything_is_taken_away(
    site, review, name
):
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    assert "it is no path" in unread(site, review, dest=str(review.path(name)))


def test_where_the_folder_cannot_be_written_at_last_the_result_has_the_proof(
    site, review, monkeypatch
):
    def full(path, content):
        raise OSError(28, "No space left on device")

    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    monkeypatch.setattr(folders, "_write", full)
    result = failed(site, review)
    assert "No space left on device" in result["msg"]
    assert "The portal was changed before" in result["msg"]
    assert result["changed"]
    assert [each["proven"] for each in result["revoked"]] == [True]


def test_a_folder_of_other_decisions_stays(site, review):
    review.decide()
    task(site, review)
    files = sorted(review.path("done").iterdir())
    review.rows[0]["reason"] = "another one"
    review.write()
    result = failed(site, review)
    assert "was not written for these decisions" in result["msg"]
    assert sorted(review.path("done").iterdir()) == files


def test_a_folder_whose_files_were_changed_is_none_of_a_review(site, review):
    review.decide()
    task(site, review)
    done = review.path("done/done.json")
    done.write_text(json.dumps({**json.loads(done.read_text()), "revoked": []}) + " ")
    assert "not those that SHA256SUMS" in failed(site, review)["msg"]


def test_what_is_back_needs_another_folder(site, review):
    review.line("guest", person="guest02@example.com").update(
        decision="until", until="2026-11-02", reviewer="Ada", date=""
    )
    review.decide()
    review.write()
    done = task(site, review)
    assert done["summary"]["revoked"] == 1
    (guest,) = (each for each in site.state["users"] if each["userName"] == "guest02")
    guest["status"] = "active"
    site.__post_init__()
    so_far = len(site.log())
    result = failed(site, review)
    assert "give another folder" in result["msg"]
    assert not writes(site, so_far)
    assert task(site, review, dest=str(review.path("again")))["summary"]["revoked"] == 1
