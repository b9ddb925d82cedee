# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `users` says where somebody else changes accounts between the plan and a write."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.users.tasks import (
    USER,
    company,
    done,
    failed,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

INVITED = [{"user": f"n{number}@example.org", "type": "user"} for number in range(3)]


@pytest.fixture(autouse=True)
def people(site, naps):
    company(site, quota_enabled=True)


def test_somebody_who_is_gone_leaves_the_others_known(site):
    def delete(portal):
        key = site.api_key()
        request(portal, "PUT", "people/status/Terminated", {"userIds": [USER(2)]}, key)
        request(portal, "DELETE", f"people/{USER(2)}", None, key)

    for path, wanted in (("type", {"type": "room_admin"}), ("userquota", {"quota": "1024"})):
        company(site, quota_enabled=True)
        site.faults.append(("PUT", f"people/{path}", before(delete)))
        entries = [{"user": f"user0{number}", **wanted} for number in (1, 2, 3)]

        result = failed(site, *entries, max_new_seats=3)

        (kind,) = wanted
        assert list(done(result).values()) == [[kind], [], [kind]]
        assert "user02@example.org" in result["msg"]


def test_somebody_who_was_disabled_meanwhile_is_not_invited(site):
    def make(portal):
        key = site.api_key()
        body = {"email": INVITED[1]["user"], "type": "User", "firstName": "Q", "lastName": "Q"}
        request(portal, "POST", "people/active", body, key)
        made = next(each for each in portal.state()["users"] if each["email"] == body["email"])
        request(portal, "PUT", "people/status/Terminated", {"userIds": [made["id"]]}, key)

    site.faults.append(("POST", "people/invite", before(make)))

    result = failed(site, *INVITED)

    assert done(result)["n1@example.org"] == []
    assert "n1@example.org is not invited" in result["msg"]
