# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group_members` fails with one sentence when the portal is not there or its answer is none."""

from __future__ import annotations

import re

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group_members.tasks import (
    EMPTY,
    ENGINEERING,
    USER,
    emails,
    failed,
    task,
)


def test_a_portal_that_is_not_there_is_one_sentence(site, naps):
    result = failed(site, ["user05"], base_url="http://127.0.0.1:9")

    assert re.fullmatch(
        r"The connection to http://127.0.0.1:9 failed: Connection refused\."
        r" Check base_url and the network\.",
        result["msg"],
    )
    assert result["failure"] == {"code": "connection", "status": None}


@pytest.mark.parametrize("answer", [[], "OK", {}, {"id": EMPTY, "name": "Empty group"}, None])
def test_an_answer_that_is_not_the_group_asked_for_is_one_sentence(site, answer):
    site.faults.append(("GET", f"group/{ENGINEERING}", instead(200, {"response": answer})))

    result = failed(site, ["user05"], state="absent")

    assert result["failure"] == {"code": "bad_answer", "status": None}
    assert site.portal.mutations == 0


@pytest.mark.parametrize("answer", [{}, {"exists": True}, "OK"])
def test_a_list_that_is_none_is_one_sentence(site, answer):
    site.faults.append(("GET", "/people/filter", instead(200, {"response": answer})))

    assert failed(site, [], state="exact")["failure"]["code"] == "bad_answer"


def test_a_list_without_its_length_is_as_long_as_it_is(site):
    row = {"id": USER.format(4), "email": "user04@example.org", "userName": "user04", "status": 1}
    site.faults.append(("GET", "/people/filter", instead(200, {"response": [row]})))

    result = task(site, ["user04"], state="exact", check_mode=True)

    assert result["requests"]["read"] == 2 + 1  # the last one tells that nobody is hidden
    assert not result["changed"]


def test_somebody_else_in_an_answer_is_not_taken_for_the_one_asked_for(site):
    other = {
        "response": {"id": USER.format(6), "userName": "user06", "email": "user06@example.org"}
    }
    site.faults.append(("GET", "/people/email", instead(200, other)))
    assert failed(site, ["user05@example.org"], state="absent")["failure"]["code"] == "bad_answer"

    # A user name may be a route that is not known here: it is looked for among all people.
    site.faults.append(("GET", "/people/user05", instead(200, other)))
    result = task(site, ["user05"], state="absent")
    assert emails(result["removed"]) == ["user05@example.org"]
