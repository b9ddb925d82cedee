# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents that were shared: `offboard` hands over what nothing shows, or says who has to."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import instead
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.user_handover.tasks import (
    fate,
)


@pytest.mark.parametrize("what", ["fails", "stays"])
def test_the_next_run_goes_on_with_documents_that_are_not_finished(roomy, what):
    roomy.faults.append(fate(what))

    result = failed(roomy, ["user05"], successor="roomer04", wait_timeout=1)

    assert "to hand over documents that user05@example.org (Eva User05) shared" in result["msg"]
    assert task(roomy, ["user05"], True, successor="roomer04")["changed"]
    if what == "fails":
        assert task(roomy, ["user05"], successor="roomer04")["changed"]
        again = task(roomy, ["user05"], successor="roomer04")
        assert (again["requests"]["write"], again["warnings"]) == (0, [])


def test_documents_that_no_run_hands_over_are_named(roomy):
    roomy.faults.append(("PUT", "logoutall", instead(403, "")))

    result = failed(roomy, ["user05"], successor="roomer04", end_sessions=True)

    assert "Not begun: handing over rooms. Run the task again to complete it." in result["msg"]
    assert result["msg"].endswith("shared, use user_handover with without_rooms: start then.")
    assert task(roomy, ["user05"], successor="roomer04")["requests"]["write"] == 0


def test_a_deletion_needs_no_such_advice(roomy):
    roomy.faults.append(("PUT", "logoutall", instead(403, "")))
    options = {"successor": "roomer04", "delete": True, "confirm_delete": 1, "end_sessions": True}

    assert failed(roomy, ["roomer03"], **options)["msg"].endswith(
        "Run the task again to complete it."
    )
