# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about the audit trail of a portal, and about who logged in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from .._base.moments import parse_moment, written
from . import answers
from .api import Api
from .model.audit_event import AuditEvent
from .paging import PAGE

_EVENT_FIELDS = "id,date,user,userId,action,actionId,target,context,ip,country,city"
_LOGIN_FIELDS = "id,date,user,userId,login,action,actionId,ip,country,city"


class Audit:
    """The audit trail of a portal, which its owner and administrators read.

    The newest comes first; those of one second come in any order, which is another one on each
    page. Where the plan has no audit trail, the portal answers every question with the last 20.
    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def events(
        self,
        since: datetime,
        until: datetime | None = None,
        user_id: str | None = None,
        action: str | None = None,
        start: int = 0,
        count: int = PAGE,
    ) -> list[AuditEvent]:
        """What was done in a time, to which both ends belong.

        :param action: its number, or what the portal calls it.
        """
        query = {
            "from": written(since),
            "to": until and written(until),
            "userId": user_id,
            "action": action,
            "count": count,
            "startIndex": start,
            "fields": _EVENT_FIELDS,
        }
        return self._rows("events", query)

    def logins(self, since: datetime | None = None, start: int = 0) -> list[AuditEvent]:
        """A page of the log-ins.

        :param since: leaves those before it out of the page, and takes no others instead.
        """
        query = {
            "from": since and written(since),
            "count": PAGE,
            "startIndex": start,
            "fields": _LOGIN_FIELDS,
        }
        return self._rows("login", query)

    def actions(self) -> Sequence[str]:
        """What the portal calls all that can be done."""
        row = self._api.call("GET", ("security", "audit", "types"), {"fields": "actions"}).response
        return [str(each) for each in answers.items(row, "actions")]

    def _rows(self, kind: str, query: dict[str, Any]) -> list[AuditEvent]:
        path = ("security", "audit", kind, "filter")
        given = {name: value for name, value in query.items() if value is not None}
        return [_parse(row) for row in answers.rows(self._api.call("GET", path, given))]


def _parse(row: Any) -> AuditEvent:
    at = parse_moment(answers.text(row, "date"))
    if at is None:
        raise answers.wrong_shape()
    texts = ("user", "context", "ip", "country", "city", "login")
    return AuditEvent(
        id=answers.whole(row, "id"),
        at=at,
        user_id=answers.text(row, "userId"),
        action=answers.whole(row, "actionId"),
        text=answers.text(row, "action"),
        targets=tuple(map(str, answers.items(row, "target"))),
        **{name: answers.text(row, name) for name in texts},
    )
