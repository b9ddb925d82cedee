# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The task in which something goes wrong while a review of access is carried out."""

from __future__ import annotations

import copy
import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.system.fault_kinds import KEY
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import (
    Review,
    report_of,
    state_to_review,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

#: In a folder for each address of a portal, as the report names it.
_FOLDER = Path(tempfile.mkdtemp(prefix="docspace-reviews-"))
_PLACE = f"{_FOLDER}/{{{{ item | hash('sha1') }}}}"

REVIEW_TASKS: dict[str, tuple[str, dict[str, Any]]] = {
    # An entry goes, between two reports; what is written otherwise, other tasks are about.
    "carry out a review": (
        "access_review",
        {
            "decisions": f"{_PLACE}/decisions.csv",
            "report": f"{_PLACE}/report.json",
            "dest": f"{_PLACE}/done",
            "parallel": 1,
            "wait_timeout": 5,
        },
    ),
}


def reviewed_before() -> dict[str, Any]:
    """The portal before a review, with the key of the tests and one room."""
    state = state_to_review()
    state["api_keys"][0]["key"] = KEY
    state["rooms"] = state["rooms"][:1]
    state["links"] = []
    return state


@cache
def _report() -> dict[str, Any]:
    made = Site(reviewed_before())
    with serve(made) as made.base_url:
        return report_of(made)


def prepare_review(base_url: str) -> None:
    """Write the report of a portal at this address, with decisions about it."""
    folder = _of(base_url)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    review = Review(folder, {**copy.deepcopy(_report()), "portal": base_url})
    review.revoke("direct", person="user04@example.org", room="Plans")
    review.decide()
    review.write()


def of_portal(options: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Options with the files of a portal."""
    place = str(_of(base_url))
    return {
        option: value.replace(_PLACE, place) if isinstance(value, str) else value
        for option, value in options.items()
    }


def _of(base_url: str) -> Path:
    return _FOLDER / hashlib.sha1(base_url.encode()).hexdigest()
