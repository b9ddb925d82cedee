# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The call that tells what becomes of moving and deleting."""

from __future__ import annotations

from .. import background
from ..call import Call
from ..http.envelope import Stream
from ..http.properties import View
from ..jobs.records import DELETE, RUNNING, Job
from .views import operation

_MOVE, _DELETE = 0, 2


def list_operations(call: Call) -> Stream:
    """GET files/fileops: what the caller started; what is over is shown once."""
    shown = []
    for job in [] if call.is_anonymous else call.world.jobs.operations_of(call.caller.id):
        background.poll(call.world, job.kind, job.subject)
        job.is_completed = job.is_completed or job.status != RUNNING
        if job.is_completed:
            call.world.jobs.drop(job)
        if not (job.is_completed and job.deletes):
            shown.append(operation_of(job))
    wanted = call.query.text("id")
    return Stream([view for view in shown if wanted in ("", view["id"])])


def operation_of(job: Job) -> View:
    """A job as an operation on files."""
    finished = job.is_completed
    kind = _DELETE if job.kind == DELETE else _MOVE
    return operation(job.id, kind, 100 if finished else 0, job.processed, finished, job.error)
