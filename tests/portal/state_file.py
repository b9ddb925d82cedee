# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The file that holds the state of a portal."""

from __future__ import annotations

import json
import pathlib
import typing as t

_DEFAULT = pathlib.Path(__file__).parent.parent / "recorded" / "state.json"


def load_state(
    path: str | pathlib.Path | None = None, seats: int | None = None
) -> dict[str, t.Any]:
    """Read a state file, by default the state from which most recordings start.

    With `seats` the plan has so many paid seats, whatever the file says.
    """
    text = pathlib.Path(path or _DEFAULT).read_text(encoding="utf-8")
    state: dict[str, t.Any] = json.loads(text)
    if seats is not None:
        state.setdefault("portal", {})["seats"] = seats
    return state
