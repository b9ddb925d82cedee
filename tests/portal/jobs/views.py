# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs as the API shows them."""

from __future__ import annotations

from ..http.properties import View
from .records import Job

_TENANT = 1


def progress(job: Job) -> View:
    """A job for a person."""
    return {
        "id": f"{_TENANT}_{job.subject}_{job.kind}ProgressItem",
        "error": job.error,
        "percentage": job.percentage,
        "isCompleted": job.is_completed,
        "status": job.status,
    }
