# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Entries of lists that a variable which is not set would leave out.

From ansible-core 2.19 on, an entry that is ``default(omit)`` is gone from its list before a plugin
sees it, without a word: a list of the only members may become an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable

_OMIT = re.compile(r"\{\{.*\bomit\b.*\}\}", re.DOTALL)
#: Within a template, a list with an entry that may be left out.
_IN_LIST = re.compile(r"\[[^\]]*\bomit\b|\bmap\([^)]*\bomit\b", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")
#: Variables of Ansible's own with all there is, in which no list of a task begins.
_EVERYTHING = frozenset(("groups", "hostvars", "item", "omit", "vars"))


def check_entries(written: Mapping[str, Any], variables: Mapping[str, Any]) -> None:
    """Refuse lists with entries that may be left out.

    :param written: options and loops, as the task has them before templates are evaluated.
    :param variables: all variables, likewise.
    :raises OptionError: naming the option and the entry.
    """
    for option, value in written.items():
        for entry in _omittable(value, variables, set()):
            raise OptionError(
                option,
                f"'{printable(entry)}' is an entry of a list, which Ansible leaves out without a"
                " word if its variable is not set; give a list without it.",
            )


def _omittable(value: Any, variables: Mapping[str, Any], seen: set[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield from _in_template(value, variables, seen)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _omittable(each, variables, seen)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for each in value:
            if isinstance(each, str) and _OMIT.search(each):
                yield each
            else:
                yield from _omittable(each, variables, seen)


def _in_template(text: str, variables: Mapping[str, Any], seen: set[str]) -> Iterator[str]:
    if "{{" not in text:
        return
    if _OMIT.search(text) and _IN_LIST.search(text):
        yield text
    for name in set(_NAME.findall(text)) - seen - _EVERYTHING:
        seen.add(name)
        yield from _omittable(variables.get(name), variables, seen)
