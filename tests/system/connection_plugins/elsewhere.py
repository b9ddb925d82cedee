# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A connection to this machine that is not Ansible's own one."""

from __future__ import annotations

from ansible.plugins.connection.local import Connection as Local

DOCUMENTATION = """
name: elsewhere
short_description: Local, by another name
description: Local, by another name.
author: onlyoffice.docspace contributors (@ONLYOFFICE)
"""


class Connection(Local):
    """As an SSH connection would be, without a server for it."""

    transport = "elsewhere"
