# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`group` deletes a group, reports who was in it, and makes sure that it is gone."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import (
    before,
    done_but,
    instead,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.group.tasks import (
    DESIGN,
    LOST,
    MIXED,
    READ_DESIGN,
    UNKNOWN,
    after,
    emails,
    failed,
    task,
    writes,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request


def test_deleting_reads_the_members_deletes_and_looks(site):
    result = task(
        site, MIXED, state="absent", manager="user09", new_name="HR", members={"exact": []}
    )

    read = f"GET group/{MIXED}?includeMembers=false"
    assert site.log() == [
        read,
        f"GET people/filter?count=100&groupId={MIXED}&startIndex=0",
        f"DELETE group/{MIXED}",
        read,
    ]
    assert all(group["id"] != MIXED for group in site.portal.state()["groups"])
    assert result["group"]["name"] == "Mixed states"
    assert emails(result["removed"]) == [
        "disabled01@example.org",
        "disabled02@example.org",
        "pending01@example.org",
        "user01@example.org",
        "user02@example.org",
    ]
    assert result["diff"]["before"].splitlines() == [
        "name: Mixed states",
        "manager: user01@example.org (Ada User01)",
        "members:",
        "  - disabled01@example.org (Dora1 Disabled) (disabled)",
        "  - disabled02@example.org (Dora2 Disabled) (disabled)",
        "  - pending01@example.org (pending01@example.org) (pending)",
        "  - user01@example.org (Ada User01)",
        "  - user02@example.org (Ben User02)",
    ]
    assert (result["diff"]["after_header"], result["diff"]["after"]) == ("no group", "")


def test_deleting_a_large_group_takes_a_read_for_each_hundred_members(big_site):
    result = task(big_site, "Group of 250", state="absent")

    assert len(result["removed"]) == 250
    assert result["requests"] == {"read": 1 + 3 + 1, "write": 1}


@pytest.mark.parametrize("group", ["New", UNKNOWN, "design"])
def test_a_group_that_is_not_there_need_not_be_deleted(site, group):
    result = task(site, group, state="absent")

    assert not result["changed"]
    assert result["group"] is None
    assert "members" not in result
    assert result["requests"] == {"read": 1, "write": 0}


@pytest.mark.parametrize("status", [500, *LOST])
def test_a_deletion_without_answer_is_looked_after(site, status):
    site.faults.append(("DELETE", DESIGN, done_but(status)))

    result = task(site, DESIGN, state="absent")

    assert result["changed"]
    assert len(result["warnings"]) == 1
    assert site.log()[-1] == READ_DESIGN


def test_a_read_that_does_not_know_of_the_deletion_yet_is_repeated(site):
    def be_late(portal):
        group = {"id": DESIGN, "name": "Design", "membersCount": 3}
        site.faults.append(("GET", DESIGN, instead(200, {"response": group})))

    site.faults.append(("DELETE", DESIGN, before(be_late)))

    assert task(site, DESIGN, state="absent")["changed"]
    assert site.log()[-1] == READ_DESIGN


@pytest.mark.parametrize("status", [204, 500, *LOST])
def test_a_deletion_that_was_not_made_is_a_failure_whatever_the_answer(site, status):
    site.faults.append(("DELETE", DESIGN, instead(status)))

    result = failed(site, DESIGN, state="absent")

    assert result["changed"] is False
    assert f'The group "Design" ({DESIGN}) is not as planned: it still exists.' in result["msg"]
    assert writes(site) == []
    code, seen = ("not_as_planned", None) if status == 204 else ("server_error", status)
    assert result["failure"] == {"code": code, "status": seen, "group": DESIGN}


def test_a_deletion_that_cannot_be_verified_is_said_and_counted_as_a_change(site):
    def become_unreadable(portal):
        site.faults.append(("GET", DESIGN, instead(500)))

    site.faults.append(("DELETE", DESIGN, after(become_unreadable, done_but(504))))

    result = failed(site, DESIGN, state="absent")

    assert result["changed"]
    assert result["failure"] == {
        "code": "server_error",
        "status": 504,
        "verified": False,
        "group": DESIGN,
    }
    assert "failed with 504" in result["msg"]


def test_a_group_that_somebody_else_deletes_meanwhile_was_not_deleted_by_us(site):
    def delete(portal):
        request(portal, "DELETE", f"group/{DESIGN}", None, site.api_key())

    site.faults.append(("DELETE", DESIGN, before(delete)))

    result = task(site, DESIGN, state="absent")

    assert result["changed"] is False
    assert result["group"]["id"] == DESIGN
    assert "was deleted by somebody else meanwhile" in result["warnings"][0]
