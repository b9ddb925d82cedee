# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tasks that read two pages of what was done, and of who logged in."""

from __future__ import annotations

from typing import Any

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.audit_info.tasks import (
    busy_trail,
)

_DAY = {"from": "2026-11-01T00:00:00Z", "to": "2026-11-02T00:00:00Z"}

#: By name, the module and its options.
AUDIT_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    "read what was done": ("audit_info", {**_DAY, "user": "admin"}),
    "read who logged in": ("audit_info", {**_DAY, "kind": "logins"}),
}
TRAIL = {"audit": busy_trail()}
