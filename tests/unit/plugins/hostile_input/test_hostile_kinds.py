# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is no text, for every option of every module that takes one, by their specifications."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import MODULES

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
_HARMLESS: dict[str, list[Any]] = {
    "path": [None, True, 2.1, 1000, "True", "None", "user05\nuser06", "\ufeffuser05",
             "user05\u200b", "\U0001f680"],
    "limit": [2.1, 1000],
    "list": [["Engineering", "Legal"]],
    "secret": ["True", "None", "user05\nuser06", "\ufeffuser05", "user05\u200b", "\U0001f680"],
}  # fmt: skip


def places(specs: dict[str, Any], path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where a task may put a text: the way to it, the kind of option."""
    for option, spec in specs.items():
        here = (*path, option)
        if spec["type"] == "list" and spec["elements"] == "dict":
            yield here, "list"
            yield from places(spec["options"], (*here, 0))
        elif spec["type"] == "list":
            yield here, "list"
            yield (*here, 0), "text"
        elif spec["type"] == "dict":
            yield from places(spec.get("options", {}), here)
        elif spec["type"] in ("str", "path") and "choices" not in spec:
            kind = "secret" if spec.get("no_log") else "text"
            kind = "limit" if option.startswith("max_") or option.endswith("_limit") else kind
            yield here, "path" if spec["type"] == "path" else kind


def put(path: tuple[Any, ...], value: Any) -> Any:
    """The options with a value at such a place."""
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


CASES = [
    pytest.param(specs, path, kind, id=f"{module.__name__.rpartition('.')[2]}-{path}")
    for module in MODULES
    for specs in [{**connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC}]
    for path, kind in places(specs)
]


@pytest.mark.parametrize(("specs", "path", "kind"), CASES)
def test_every_option_refuses_what_is_no_text(specs, path, kind):
    for value in ODD:
        if value in _HARMLESS.get(kind, []) and type(value) in map(type, _HARMLESS[kind]):
            continue
        with pytest.raises(OptionError) as raised:
            check_given(specs, put(path, value))
        assert str(raised.value).startswith(path[0]), value
        assert raised.value.details == {"option": path[0]}
