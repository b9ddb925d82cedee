# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Variables that look like those of a role, and that no role knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError

#: What the variables of all roles begin with.
_PREFIX = "docspace_"
#: How alike a name is that is taken for a misspelt one; 1 is the same.
_ALIKE, _SIMILAR = 0.9, 0.75

Options = Mapping[str, Mapping[str, object]]


def check_names(role: str, roles: Mapping[str, Options], names: Iterable[str]) -> None:
    """Refuse variables that somebody meant something by, and that a role would not notice.

    :param role: the role that runs.
    :param roles: the options of all roles of the collection.
    :param names: the names of all variables.
    :raises OptionError: naming the variable and, if there is one, what it may be instead.
    """
    known = {name for options in roles.values() for name in options}
    own = roles[role]
    prefixes = tuple(_prefixes(role, roles))
    # Where a required one is misspelt, it is missing, and its name in the singular or plural is
    # what somebody may well call another variable.
    optional = [name for name, option in own.items() if not option.get("required")]
    for name in sorted(set(names) - known):
        if not name.lower().startswith(_PREFIX.rstrip("_")):
            continue
        likely = [each for each in own if _squeezed(name) in _shortened(each, prefixes)]
        likely = likely or get_close_matches(name.lower(), optional, 1, _ALIKE)
        if not likely and name.lower().startswith(prefixes):
            rest = [option.partition("_")[2] for option in own]
            closest = get_close_matches(name.lower().partition("_")[2], rest, 1, _SIMILAR)
            likely = [_PREFIX + each for each in closest]
        elif not likely:
            continue
        hint = f"; did you mean {likely[0]}?" if likely else "; remove it, or give it another name."
        raise OptionError(name, f"is no variable of the role {role}{hint}")


def _squeezed(name: str) -> str:
    return name.lower().replace("_", "")


def _shortened(option: str, prefixes: Iterable[str]) -> set[str]:
    """An option's name, whole and without the role's part of it, such as docspace_max_removals."""
    cut = [option[len(each) :] for each in prefixes if option.startswith(f"{each}_")]
    return {_squeezed(option), *(_squeezed(_PREFIX + each) for each in cut)}


def _prefixes(role: str, roles: Mapping[str, Options]) -> set[str]:
    """The first two words of the names that not all roles have."""
    of_all = set.intersection(*(set(options) for options in roles.values()))
    return {"_".join(name.split("_")[:2]) for name in roles[role] if name not in of_all}
