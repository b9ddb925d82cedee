# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A trail that is not as it should be is no complete one: `audit_info` fails instead."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.fault_rules import before, instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.audit_info.tasks import (
    at,
    failed,
    ids,
    portal_with,
    task,
    updated,
)


def row(id, second, **changes):
    found = {"id": id, "date": at(second), "userId": "x", "user": "x", "action": "x"}
    return {**found, "actionId": 4027, **changes}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([row(1, 5), row(2, 6)], id="not the newest first"),
        pytest.param([row(1, 5, date="2026-11-05T00:00:00Z")], id="of another time"),
        pytest.param([row(1, 5, date="today")], id="without a moment"),
        pytest.param([row(None, 5)], id="without a number"),
        pytest.param([row(1, 5, target="8")], id="with no list of what it was done to"),
        pytest.param(["nothing"], id="no events"),
        pytest.param({}, id="no list"),
    ],
)
def test_an_answer_that_is_none(site, rows):
    answer = {"response": rows, "count": 1, "status": 0, "statusCode": 200}
    site.faults.append(("GET", "events/filter", before(lambda _portal: None)))
    site.faults.append(("GET", "events/filter", instead(200, answer)))
    assert failed(site)["failure"]["code"] == "bad_answer"


def test_log_ins_that_move_while_they_are_read():
    logins = [{"number": 1010, "user": "x", "at": at(second)} for second in range(150)]
    with portal_with(logins=logins) as site:

        def forget(portal):
            # The newest go, so that the second page begins behind where the first one ends.
            del portal._world.audit._logins[-100:]

        nothing = before(lambda _portal: None)
        rules = [nothing, nothing, before(forget)]
        site.faults += [("GET", "login/filter", rule) for rule in rules]
        assert failed(site, kind="logins")["failure"]["code"] == "list_unstable"


def test_of_the_last_events_none_is_taken_for_what_nobody_looked_for():
    rows = [updated(second) for second in range(3)]
    with portal_with(rows, lacks=["audit"]) as site:
        result = task(site, action="TagCreated", allow_partial=True)
        assert ids(result) == []
        assert result["complete"] is False
        assert ids(task(site, action="GroupUpdated", allow_partial=True)) == [3, 2, 1]
