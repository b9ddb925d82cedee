# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The calls about work in the background: types that go down, and rooms that change hands."""

from __future__ import annotations

from typing import Any

from . import answers
from .accounts import TYPE_NAMES
from .api import Api
from .model.job import Job

#: What a job is about, as it stands in the paths.
TYPE_CHANGE, HAND_OVER = "type", "reassign"
#: The status of a job that runs, and of one that has done its work.
_RUNNING, _DONE = 1, 2


class Jobs:
    """Work in the background, one job for each person and kind at a time.

    While one runs, starting another one of the same person changes nothing and is answered as if it
    had been started, with the job that runs. Every method may raise :class:`RequestError`.
    """

    def __init__(self, api: Api) -> None:
        self._api = api

    def change_type(self, person_id: str, kind: str, successor_id: str) -> Job | None:
        """Begin to give somebody a type below their own, ``user`` or ``guest``.

        :param successor_id: who gets every active room that the person owns or has an entry in.
        """
        body = {
            "userId": person_id,
            "type": TYPE_NAMES[kind],
            "reassignUserId": successor_id,
        }
        return self._start(("people", "type"), body)

    def hand_over(self, person_id: str, successor_id: str, delete: bool = False) -> Job | None:
        """Begin to give somebody's rooms and shared documents to another person.

        :param delete: whether the account is deleted afterwards, and its documents with it that
            were shared with nobody.
        """
        body = {"fromUserId": person_id, "toUserId": successor_id, "deleteProfile": delete}
        return self._start(("people", "reassign", "start"), body)

    def progress(self, kind: str, person_id: str) -> Job | None:
        """How far a job is; None if there is none, or it has ended more than a minute ago.

        :param kind: :data:`TYPE_CHANGE` or :data:`HAND_OVER`.
        """
        answer = self._api.call("GET", ("people", kind, "progress", person_id), {})
        return self._job(answer.response)

    def _start(self, path: tuple[str, ...], body: dict[str, Any]) -> Job | None:
        return self._job(self._api.call("POST", path, {}, body).response)

    def _job(self, row: Any) -> Job | None:
        if row is None:
            return None
        is_completed = row.get("isCompleted") if isinstance(row, dict) else None
        if not isinstance(is_completed, bool):  # or it would be waited for
            raise answers.wrong_shape()
        status = answers.number(row, "status")
        error = answers.text(row, "error")
        return Job(
            percentage=answers.number(row, "percentage"),
            is_completed=is_completed,
            failed=is_completed and (status not in (_RUNNING, _DONE) or bool(error)),
            error=self._api.quotable(error) if error else "",
        )
