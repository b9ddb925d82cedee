# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A simulated ONLYOFFICE DocSpace portal: people, groups, rooms and keys behind its REST API.

Each noun has a folder: what is kept of one (`records`), all of them (`state`), how the server
changes them (`rules`), how it shows them (`views`), the calls (`reads`, `writes`) and their paths
and scopes (`routes`). Another noun gets a folder like these, a line in `world` and one in `routes`.
`views` and `room_views` beside them join nouns where an answer shows more than one; `background`
has what goes on after an answer, and touches several.
"""

from __future__ import annotations

from .http.app import LoggedRequest, Portal
from .http.faults import Faults
from .http.server import serve
from .state_file import load_state

__all__ = ["Faults", "LoggedRequest", "Portal", "load_state", "serve"]
