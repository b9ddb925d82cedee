# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on groups, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_ACCOUNTS, WRITE_ACCOUNTS
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("group", "GET", reads.list_groups, READ_ACCOUNTS),
    Route("group", "POST", writes.create_group, WRITE_ACCOUNTS),
    Route("group/<guid:id>", "GET", reads.get_group, READ_ACCOUNTS),
    Route("group/<guid:id>", "PUT", writes.update_group, WRITE_ACCOUNTS),
    Route("group/<guid:id>", "DELETE", writes.delete_group, WRITE_ACCOUNTS),
    Route("group/<guid:id>/members", "PUT", writes.add_members, WRITE_ACCOUNTS),
    Route("group/<guid:id>/members", "POST", writes.replace_members, WRITE_ACCOUNTS),
    Route("group/<guid:id>/members", "DELETE", writes.remove_members, WRITE_ACCOUNTS),
    Route("group/<guid:id>/members/<guid:target>", "PUT", writes.move_members, WRITE_ACCOUNTS),
    Route("group/<guid:id>/manager", "PUT", writes.set_manager, WRITE_ACCOUNTS),
    Route("group/user/<guid:id>", "GET", reads.groups_of_person, READ_ACCOUNTS),
]
