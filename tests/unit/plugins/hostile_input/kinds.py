# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Values of odd kinds, and the places in options where a text belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

#: What Ansible makes texts of, or what looks like one.
ODD = [
    None,
    "",
    " ",
    True,
    2.1,
    1000,
    ["Engineering", "Legal"],
    {"name": "Engineering"},
    "__omit_place_holder__6f",
    "True",
    "None",
    "user05\nuser06",
    "\ufeffuser05",
    "user05\u200b",
    "\U0001f680",
]
#: Of these, what some options take.
HARMLESS: dict[str, list[Any]] = {
    "path": [None, True, 2.1, 1000, "True", "None", "user05\nuser06", "\ufeffuser05",
             "user05\u200b", "\U0001f680"],
    "limit": [2.1, 1000],
    "room": [1000],
    "list": [["Engineering", "Legal"]],
    "raw": [{"name": "Engineering"}],
    "secret": ["True", "None", "user05\nuser06", "\ufeffuser05", "user05\u200b", "\U0001f680"],
    # Ansible itself refuses what it cannot read as a number.
    "number": [None, "", " ", 2.1, 1000, ["Engineering", "Legal"], {"name": "Engineering"},
               "True", "None", "user05\nuser06", "\ufeffuser05", "user05\u200b", "\U0001f680"],
}  # fmt: skip


def places(specs: dict[str, Any], path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a task may put a text or a number: the way to it, the kind of option."""
    for option, spec in specs.items():
        here = (*path, option)
        if spec["type"] == "list" and spec["elements"] == "dict":
            yield here, "list"
            yield from places(spec.get("options", {}), (*here, 0))
        elif spec["type"] == "list":
            if "choices" not in spec:
                yield here, "list"
                element = "raw" if spec["elements"] == "raw" else "text"
                yield (*here, 0), "room" if option == "rooms" else element
        elif spec["type"] == "dict":
            yield from places(spec.get("options", {}), here)
        elif spec["type"] == "raw":  # a text, or a mapping of texts
            yield here, "raw"
            yield (*here, "user05"), "text"
        elif spec["type"] == "int":
            yield here, "number"
        elif spec["type"] in ("str", "path") and "choices" not in spec:
            kind = "secret" if spec.get("no_log") else "text"
            is_number = option.startswith("max_") or option.endswith(("_limit", "quota"))
            is_id = option in ("room", "action", "target")
            kind = "limit" if is_number else "room" if is_id else kind
            yield here, "path" if spec["type"] == "path" else kind


def put(path: tuple[Any, ...], value: Any) -> Any:
    """The options with a value at such a place."""
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


def harmless(value: Any, kind: str) -> bool:
    """Whether options of a kind take a value."""
    taken = HARMLESS.get(kind, [])
    return value in taken and type(value) in map(type, taken)
