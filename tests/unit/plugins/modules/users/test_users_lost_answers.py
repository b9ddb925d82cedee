# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `users` says when an answer is lost, or a portal stops in the middle of a list."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
    partly,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    USER,
    company,
    done,
    failed,
    person,
    task,
)

DENIED = {
    "error": {"message": "Access denied", "type": "System.Security.SecurityException"},
    "statusCode": 403,
}
FULL = {
    "error": {"message": "The number of admins should not exceed 11"},
    "statusCode": 402,
}
INVITED = [{"user": f"n{number}@example.org", "type": "user"} for number in range(3)]
ACTIVE = {"user": "nora@example.org", "type": "user", "first_name": "Nora"}

#: A task for each kind of write: its request, an entry and options.
WRITES: dict[str, tuple[str, str, dict[str, Any], dict[str, Any]]] = {
    "invite": ("POST", "people/invite", INVITED[0], {}),
    "create": ("POST", "people/active", ACTIVE, {"create": "active"}),
    "disable": ("PUT", "people/status", {"user": "user01", "state": "disabled"}, {}),
    "enable": ("PUT", "people/status", {"user": "disabled01", "state": "enabled"}, {}),
    "type": ("PUT", "people/type", {"user": "user01", "type": "room_admin"}, {"max_new_seats": 1}),
    "lower": ("POST", "people/type", {"user": "roomer01", "type": "user"}, {}),
    "email": ("POST", "people/email", {"user": "user01", "email": "ada@example.org"}, {}),
    "quota": ("PUT", "people/userquota", {"user": "user01", "quota": "1024"}, {}),
}
NAMES = sorted(WRITES)


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site, quota_enabled=True)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_done_in_spite_of_its_answer_is_a_success_with_a_warning(site, name):
    method, path, entry, options = WRITES[name]
    site.faults.append((method, path, done_but(500)))

    result = task(site, entry, **options)

    (row,) = result["users"]
    assert (result["changed"], len(row["done"]), row["failed"]) == (True, 1, False)
    assert "was made in full" in result["warnings"][0]
    assert not task(site, entry, **options)["changed"]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_not_done_is_a_failure_without_change(site, name):
    method, path, entry, options = WRITES[name]
    site.faults.append((method, path, instead(500)))

    result = failed(site, entry, **options)

    (row,) = result["users"]
    assert (result["changed"], row["done"], row["changed"], row["failed"]) == (
        False,
        [],
        False,
        True,
    )
    assert result["msg"].startswith("Not all accounts are as desired: The ")
    assert "is not as planned: " in result["msg"]
    lists = [result[key] for key in ("added", "updated", "disabled", "enabled")]
    assert lists == [[]] * 4
    assert task(site, entry, **options)["changed"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_refused_for_certain_was_not_done(site, name):
    method, path, entry, options = WRITES[name]
    site.faults.append((method, path, instead(403, DENIED)))

    result = failed(site, entry, **options)

    assert (result["changed"], result["failure"]["code"]) == (False, "forbidden")
    assert result["users"][0]["msg"].startswith("The owner of api_key may not do this")


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_read_is_said(site, name):
    method, path, entry, options = WRITES[name]

    def lost(portal, environ):
        site.faults.append(("GET", "people", instead(500), 1, 50))
        return done_but(500)(portal, environ)

    site.faults.append((method, path, lost))

    result = failed(site, entry, **options)

    (row,) = result["users"]
    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert (row["changed"], row["failed"], row["done"]) == (True, True, [])


def test_of_invitations_that_stop_in_the_middle_everybody_is_read(site):
    site.faults.append(("POST", "people/invite", partly(2, 403, DENIED)))

    result = failed(site, *INVITED, {"user": "user01", "quota": "1024"})

    assert list(done(result).values()) == [["invited"], ["invited"], [], []]
    assert [each["email"] for each in result["added"]] == ["n0@example.org", "n1@example.org"]
    assert [row["failed"] for row in result["users"]] == [False, False, True, True]
    assert "n2@example.org is not invited" in result["msg"]
    assert "Not completed: setting quotas." in result["msg"]
    assert result["users"][3]["msg"] == "It was not begun."
    assert task(site, *INVITED)["added"][0]["email"] == "n2@example.org"


def test_of_types_that_stop_in_the_middle_everybody_is_read(site):
    entries = [{"user": f"user{number:02}", "type": "room_admin"} for number in (1, 2, 3)]
    site.faults.append(("PUT", "people/type", partly(1, 402, FULL)))

    result = failed(site, *entries, {"user": "user04", "type": "room_admin"}, max_new_seats=4)

    assert list(done(result).values()) == [["type"], [], [], []]
    assert [row["type"] for row in result["users"]] == ["room_admin", "user", "user", "user"]
    assert [each["id"] for each in result["updated"]] == [USER(1)]
    assert result["seats"] == {"before": 10, "after": 11, "allowed": None}
    assert "user02@example.org (Ben User02) is user and not room_admin" in result["msg"]
    assert "The number of admins should not exceed 11" in result["msg"]


def test_types_are_changed_in_pieces_and_a_refusal_ends_them(site):
    people = [{"user": f"m{number}@example.org", "type": "user"} for number in range(30)]
    task(site, *people)
    higher = [{**each, "type": "room_admin"} for each in people]
    site.portal.reset_log()
    site.faults.append(("PUT", "people/type", partly(5, 403, DENIED)))

    result = failed(site, *higher, max_new_seats=30)

    assert len(result["updated"]) == 5
    assert [line for line in site.log() if line[:3] != "GET"] == ["PUT people/type/RoomAdmin"]
    site.portal.reset_log()
    result = task(site, *higher, max_new_seats=30)
    bodies = [each.body["userIds"] for each in site.portal.requests if each.method == "PUT"]
    assert (list(map(len, bodies)), len(result["updated"])) == ([20, 5], 25)


def test_ids_in_an_answer_that_were_not_sent_prove_nothing(site):
    other = {"id": "4a515a15-d4d6-4b8e-828e-e0586f18f3a3", "isRoomAdmin": True}
    site.faults.append(("PUT", "people/type", instead(200, {"response": [other]})))

    result = failed(site, {"user": "user01", "type": "room_admin"}, max_new_seats=1)

    assert (result["changed"], result["failure"]["code"]) == (False, "not_as_planned")


def test_a_seat_that_is_gone_meanwhile_ends_the_enabling(site):
    for name in ("roomer01", "roomer02", "user01"):
        task(site, {"user": name, "state": "disabled"})
    # The people without a seat come first, then the paid ones.
    for rule in (before(lambda portal: None), before(lambda portal: None), instead(402, FULL)):
        site.faults.append(("PUT", "people/status", rule))
    names = ("roomer01", "roomer02", "user01")
    entries = [{"user": name, "state": "enabled"} for name in names]

    result = failed(site, *entries, max_new_seats=2)

    assert list(done(result).values()) == [["enabled"], [], ["enabled"]]
    assert [row["status"] for row in result["users"]] == ["active", "disabled", "active"]
    assert [person(site, name)["status"] for name in names] == ["active", "disabled", "active"]
    assert result["seats"] == {"before": 8, "after": 9, "allowed": None}


def test_an_account_of_another_type_than_asked_for_is_a_failure_that_says_so(site):
    answer = {"id": USER(1), "email": "nora@example.org", "status": 1, "isVisitor": True}
    site.faults.append(("POST", "people/active", instead(200, {"response": answer})))
    site.faults.append(("GET", "people/email", instead(200, {"response": answer}), 2, 50))

    result = failed(site, ACTIVE, create="active")

    assert result["changed"]
    assert "nora@example.org is guest and not user" in result["msg"]


def test_accounts_side_by_side_do_not_stop_each_other(site):
    entries = [{**ACTIVE, "user": f"n{number}@example.org"} for number in range(4)]
    site.faults.append(("POST", "people/active", instead(403, DENIED)))

    result = failed(site, *entries, create="active", send_password_link=True, parallel=1)

    # The next run would not send the mails.
    assert list(done(result).values()) == [[], *[["created", "password_link"]] * 3]
    assert len(result["added"]) == 3
    assert "known to have been sent" not in result["msg"]
    again = task(site, *entries, create="active", send_password_link=True)
    assert len([line for line in site.log() if line.startswith("POST people/password")]) == 4
    assert done(again)["n0@example.org"] == ["created", "password_link"]


def test_who_got_no_mail_is_told(site):
    site.faults.append(("POST", "people/password", instead(403, DENIED)))

    result = failed(site, {**ACTIVE, "quota": "1024"}, create="active", send_password_link=True)

    assert "Not completed: setting quotas." in result["msg"]
    assert (
        "No mail to set a password is known to have been sent to nora@example.org"
        in (result["msg"])
    )


def test_a_mail_that_may_have_been_sent(site):
    site.faults.append(("POST", "people/password", done_but(500)))

    result = failed(site, ACTIVE, create="active", send_password_link=True)

    assert (result["changed"], result["failure"]["verified"]) == (True, False)
    assert result["users"][0]["done"] == ["created"]
    assert "no portal shows what it has sent. The account is there; send the mail" in result["msg"]
