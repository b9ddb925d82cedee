# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How what was done on a portal, and who logged in, looks in results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._base.moments import written
from .._portal.model.audit_event import AuditEvent


def events_result(events: Iterable[AuditEvent]) -> list[dict[str, Any]]:
    """Events in a result, in their order.

    Without the address of the call by which something was done, which may hold a secret.
    """
    return [_result(event) for event in events]


def partial_warnings(gaps: Iterable[str]) -> list[str]:
    """What to say where there may be more than is returned."""
    return [f"{gap} So there may be more than what is returned." for gap in gaps]


def _result(event: AuditEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "at": written(event.at),
        "user": {"id": event.user_id, "display_name": event.user},
        "action": event.action_name,
        "action_number": event.action,
        "text": event.text,
        "targets": list(event.targets),
        "context": event.context,
        "login": event.login,
        "ip": event.ip,
        "country": event.country,
        "city": event.city,
    }
