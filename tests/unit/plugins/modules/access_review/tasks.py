# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `access_review` run a task, and what others do meanwhile."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import access_review
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import ENGINEERING
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
    request,
)


def task(site, review, check_mode=False, key="owner key", **options):
    """Save the table and run a task; requests come one after the other."""
    review.write()
    given = {"parallel": 1, **review.options, **options}
    return access_review.run(parameters(site, access_review, key, **given), check_mode)


failed = partial(failure, task)


def share(site, room, person, access):
    """Somebody else changes who may enter a room."""
    body = {"invitations": [{"id": person, "access": access}], "notify": False}
    request(site.portal, "PUT", f"files/rooms/{room}/share", body, site.api_key())


def join(site, person, group=ENGINEERING):
    """Somebody else puts a person into a group."""
    body = {"membersToAdd": [person]}
    request(site.portal, "PUT", f"group/{group}", body, site.api_key())


def writes(site, so_far=0):
    return [line for line in site.log()[so_far:] if not line.startswith("GET ")]
