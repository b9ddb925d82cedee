# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The address of a link by which people join is returned to tasks that hide it, to no others."""

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.tests.portal import Portal
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.secrets.secret_tasks import (
    served,
    state,
)

EXPIRES = "2999-12-31T23:59:00Z"
#: What short addresses of the portal have before the secret.
ADDRESS = "/s/"


def link(name, no_log=None, **options):
    made = {
        "name": name,
        "onlyoffice.docspace.invitation_link": {"type": "user", "expires": EXPIRES, **options},
        "register": name,
        "ignore_errors": True,
    }
    return {**made, "no_log": no_log} if no_log is not None else made


TASKS = [
    link("shown", return_link=True),
    link("also_shown", no_log=False, return_link="{{ 'yes' }}"),
    link("hidden", no_log=True, return_link=True),
    link("templated", no_log="{{ 1 == 1 }}", return_link=True, max_use_count=5),
    link("without"),
    link("deleted", state="absent"),
    {
        "name": "used",
        "ansible.builtin.assert": {
            "that": [
                "shown.failure.option == 'return_link'",
                "also_shown.failure.option == 'return_link'",
                "hidden.link.url is match('.*/s/.+')",
                "templated.link.url == hidden.link.url",
                "without.link.url is not defined",
                "deleted.link is none",
            ]
        },
    },
]


@BOTH_FRONTS
def test_the_address_of_a_link(watched, direct):
    with served(Portal(state())) as portal:
        run = watched(portal, TASKS, env={}, direct=direct)

    assert run.status == 0, run.output
    assert ADDRESS not in run.output.replace("{{", "").replace(".*/s/.+", "")
    (refused,) = run.of("shown")
    assert refused["msg"] == (
        "return_link: returns a secret, and the result of this task would be shown and logged; add"
        " no_log=true to the task."
    )
