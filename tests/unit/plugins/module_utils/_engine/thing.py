# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A write whose answers and looks a test states."""

from __future__ import annotations

from collections.abc import Iterator

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    RequestError,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.write import (
    Difference,
    Effect,
    Gone,
    Write,
)

A, B = Effect("added", "a"), Effect("added", "b")
NOTHING, HALF, ALL = frozenset(""), frozenset("a"), frozenset("ab")
REFUSED = RequestError("The portal refused it.", "rejected", 400, may_be_done=False)
LOST = RequestError("The portal failed.", "server_error", 502)
UNREADABLE = RequestError("The portal is away.", "timeout")


def gone(may_be_done):
    return Gone("The thing was deleted.", "thing_not_found", may_be_done, thing="1")


class Letters(Write[frozenset[str]]):
    """Adds two letters to those that there are; what is seen are letters."""

    subject = "The thing"
    effects = (A, B)

    def __init__(self, answers, looks):
        self._answers = answers
        self._looks = iter(looks)
        self.looked = 0

    def send(self) -> Iterator[frozenset[str] | None]:
        for answer in self._answers:
            if isinstance(answer, DocSpaceError):
                raise answer
            yield answer

    def look(self):
        self.looked += 1
        seen = next(self._looks)
        if isinstance(seen, DocSpaceError):
            raise seen
        return seen

    def differences(self, seen):
        found = [Difference(f"{each.item} is missing", each) for each in self.effects
                 if each.item not in seen]  # fmt: skip
        return found + [Difference(f"{other} is new") for other in sorted(seen - ALL)]

    def explain(self, seen):
        return ["B is stuck."] if "b" not in seen else []

    def details(self, seen):
        return {"thing": "1"}
