# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`audit_info` reads log-ins page by page, as the portal cuts these before it looks."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.audit_info.tasks import (
    ADMIN,
    NOBODY,
    OLGA,
    at,
    failed,
    ids,
    portal_with,
    task,
)


def login(second, user=OLGA, number=1010, **more):
    return {"number": number, "user": user, "at": at(second), **more}


def test_all_log_ins_of_a_time_are_there_once():
    # Two in a second, so that each page cuts one in two.
    rows = [login(second // 2) for second in range(501)]
    with portal_with(logins=rows) as site:
        result = task(site, kind="logins")
        assert sorted(ids(result)) == list(range(1, 502))
        assert result["requests"]["read"] == 7
        part = task(site, kind="logins", **{"from": at(10), "to": at(20)})
    assert sorted(ids(part)) == list(range(21, 43))
    assert part["requests"]["read"] == 6


def test_those_of_somebody_and_those_that_failed_with_their_address():
    rows = [
        login(1, ADMIN),
        login(2),
        login(3, NOBODY, 1013, login="DSAdmin@example.org"),
        login(4, NOBODY, 1013, login="eva@example.org"),
        login(5, ADMIN, 1006),
    ]
    with portal_with(logins=rows) as site:
        result = task(site, kind="logins", user=ADMIN)
        assert ids(task(site, kind="logins", action="LoginFailViaApi")) == [4, 3]
        assert ids(task(site, kind="logins", user=ADMIN, action="1006")) == [5]
    assert ids(result) == [5, 3, 1]
    assert result["events"][1]["login"] == "DSAdmin@example.org"
    assert result["events"][1]["action"] == "LoginFailViaApi"


def test_a_second_that_fills_a_page_fails():
    with portal_with(logins=[login(5) for _each in range(120)]) as site:
        result = failed(site, kind="logins")
        partly = task(site, kind="logins", allow_partial=True)
    assert result["failure"]["code"] == "audit_second_full"
    assert partly["complete"] is False


def test_a_portal_that_answers_with_its_last_log_ins_is_told():
    with portal_with(logins=[login(second) for second in range(30)], lacks=["audit"]) as site:
        result = failed(site, kind="logins")
    assert result["failure"]["code"] == "audit_fallback"
    assert "the last 20 of its log-ins" in result["msg"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"target": "8", "action": "1010"}, "target: means nothing with kind=logins"),
        ({"action": "LoginFailViaSms"}, "action: 'LoginFailViaSms' has no number that is known"),
    ],
)
def test_what_means_nothing_for_log_ins_is_refused(site, options, words):
    assert words in failed(site, kind="logins", **options)["msg"]
    assert site.portal.requests == []
