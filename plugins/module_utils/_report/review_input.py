# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a review is given: a report, decisions about it, and the folder that it is to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from .._base.errors import OptionError
from .._base.folders import check_folder, check_hash, read_input
from .._base.texts import printable
from .._plan.access_decisions import Decision
from .._plan.decision_rules import check_decisions
from .._plan.reviewed_report import ReviewedReport
from .access_decisions import fixed_texts, read_decisions
from .review_files import Given

#: Reports of the largest portals are smaller; what is not read cannot fill the memory.
_MAX_BYTES = 2**28


@dataclass(frozen=True)
class ReviewInput:
    """A report, what was decided about it, and where all of it is kept.

    :param files: as they were given.
    :param there: the files of the folder to write, if it is there.
    """

    reviewed: ReviewedReport
    decisions: tuple[Decision, ...]
    files: Given
    dest: str
    there: Mapping[str, bytes] | None

    @classmethod
    def read(
        cls, decisions: str, report: str, dest: str, portal: str, undecided: str, now: datetime
    ) -> ReviewInput:
        """Read and check the files.

        :param decisions: the path of the table, as those of the others.
        :param portal: the address that the report must be of.
        :param undecided: ``keep`` if nothing decided means that, ``fail`` if it is an error.
        :raises DocSpaceError: with everything that is wrong with one of them.
        """
        files = Given(
            read_input("decisions", decisions, _MAX_BYTES),
            read_input("report", report, _MAX_BYTES),
        )
        check_hash("report", report, files.report)
        there = check_folder("dest", dest)
        if there is not None and there.get("decisions.csv") != files.decisions:
            raise OptionError(
                "dest",
                f"{printable(dest)} is there, and was not written for these decisions; give"
                " another folder.",
            )
        reviewed = ReviewedReport("report", files.report, portal)
        decided = check_decisions(
            "decisions",
            read_decisions("decisions", files.decisions),
            [(line, fixed_texts(reviewed.index, line)) for line in reviewed.lines],
            reviewed.taken_at,
            now,
            undecided,
        )
        return cls(reviewed, decided, files, dest, there)
