# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `invitation_link` run a task, and what they look at afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import invitation_link
from ansible_collections.onlyoffice.docspace.tests.portal import load_state, serve
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    Site,
    failure,
    parameters,
)

LATER, STILL_LATER = "2999-12-31T23:59:00Z", "3000-01-01T00:00:00Z"
LINK = "60000000-0000-4000-8000-000000000001"
PATH = "portal/users/invitationlink"
READ, MAKE, CHANGE, DELETE = f"GET {PATH}/User", f"POST {PATH}", f"PUT {PATH}", f"DELETE {PATH}"


def task(site, check_mode=False, **options):
    given = {"type": "user", **options}
    if given.get("state") != "absent":
        given.setdefault("expires", LATER)
    return invitation_link.run(parameters(site, invitation_link, **given), check_mode)


failed = partial(failure, task)


def links(site):
    """The links as they are stored, by type: when each expires, and how many may use it."""
    return {
        link["type"]: (link["expires"], link["max_uses"])
        for link in site.portal.state().get("invitation_links", [])
    }


@contextmanager
def site_with(seats=None, **link):
    """A portal with a link for users, and with so many paid seats."""
    state = load_state()
    if seats is not None:
        state["portal"]["seats"] = seats
    usual = {"type": "User", "expires": "2999-12-31T23:59:00+00:00"}
    state["invitation_links"] = [{"id": LINK, **usual, **link}]
    made = Site(state)
    with serve(made) as made.base_url:
        yield made
