# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about templates of rooms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import answers
from .api import Api
from .model.operation import TemplateJob
from .model.room import Room
from .room_fields import SETTING_FIELDS, TEMPLATES_AREA, is_room, parse_room

_FROM = ("files", "rooms", "fromtemplate")


class RoomTemplates:
    """The templates of a portal, and the rooms that are made from them.

    Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def find(self, template_id: str) -> Room | None:
        """The template with an id."""
        answer = self._api.find(("files", "rooms", template_id), {"fields": SETTING_FIELDS})
        if answer is None:
            return None
        row = answer.response
        if answers.whole(row, "id") != int(template_id):  # the answer to another request
            raise answers.wrong_shape()
        return parse_room(row) if is_room(row, TEMPLATES_AREA) else None

    def start(self, template_id: str, properties: Mapping[str, Any]) -> TemplateJob | None:
        """Begin to make a room from a template.

        While another room is made from one, this begins nothing, and is answered as if it had.

        :param properties: by their names in the API, and ``tags``.
        """
        body = {"templateId": int(template_id), **properties}
        return self._job(self._api.call("POST", _FROM, {}, body).response)

    def progress(self) -> TemplateJob | None:
        """The job that runs, or the last one, whoever started it; None if there was none."""
        return self._job(self._api.call("GET", (*_FROM, "status"), {}).response)

    def _job(self, row: Any) -> TemplateJob | None:
        if row is None:
            return None
        is_completed = row.get("isCompleted") if isinstance(row, dict) else None
        if not isinstance(is_completed, bool):  # or it would be waited for
            raise answers.wrong_shape()
        room_id, error = row.get("roomId"), answers.text(row, "error")
        return TemplateJob(
            str(room_id) if isinstance(room_id, int) and room_id > 0 else None,
            answers.number(row, "progress"),
            is_completed,
            self._api.quotable(error) if error else "",
        )
