# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about groups, which several modules have: how they are declared and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .._base.limits import Limit
from .._base.references import parse_reference, parse_references
from .._base.texts import printable
from .desired_group import DesiredGroup
from .group_list_rules import Prune
from .group_rules import check_group_id, check_group_reference

_PEOPLE = {"type": "list", "elements": "str"}
#: The groups of a task.
GROUP_LIST: dict[str, Any] = {
    "type": "list",
    "elements": "dict",
    "options": {
        "name": {"type": "str"},
        "id": {"type": "str"},
        "new_name": {"type": "str"},
        "state": {"type": "str", "choices": ["present", "absent"], "default": "present"},
        "manager": {"type": "str"},
        "no_manager": {"type": "bool"},
        "members": _PEOPLE,
        "exact": _PEOPLE,
        "add": _PEOPLE,
        "remove": _PEOPLE,
    },
    "mutually_exclusive": [
        ["members", "exact"],
        ["members", "add"],
        ["members", "remove"],
        ["exact", "add"],
        ["exact", "remove"],
        ["id", "new_name"],
    ],
    "required_one_of": [["name", "id"]],
}
#: What all of them must keep to.
GROUP_RULES: dict[str, Any] = {
    "prune": {"type": "bool", "default": False},
    "prune_limit": {"type": "str", "default": "10%"},
    "prune_ldap": {"type": "bool", "default": False},
    "unknown_users": {"type": "str", "choices": ["fail", "warn", "ignore"]},
    "max_removals": {"type": "str"},
    "max_removals_total": {"type": "str"},
    "allow_ldap_group": {"type": "bool", "default": False},
}


def parse_groups(entries: Iterable[Mapping[str, Any]]) -> tuple[DesiredGroup, ...]:
    """Read the entries of ``groups``.

    :raises OptionError: naming what is wrong with an entry.
    """
    return tuple(map(_parse, entries))


def parse_prune(params: Mapping[str, Any]) -> Prune | None:
    """Read what is to become of the groups that nobody names; None if they stay.

    :raises OptionError: if the limit is none.
    """
    limit = Limit.parse("prune_limit", params["prune_limit"])
    return Prune(limit, params["prune_ldap"]) if params["prune"] else None


def _parse(entry: Mapping[str, Any]) -> DesiredGroup:
    title = entry["name"] or entry["id"]
    place = f'groups, "{printable(title)}", '
    group_id = check_group_id(entry["id"], f"{place}id")
    exact = entry["members"] if entry["exact"] is None else entry["exact"]
    add, remove = (
        parse_references(f"{place}{option}", people or [])
        for option, people in (
            ("add" if exact is None else "members", entry["add"] if exact is None else exact),
            ("remove", entry["remove"]),
        )
    )
    return DesiredGroup(
        place=place,
        id=group_id,
        name=None if group_id else check_group_reference(entry["name"], f"{place}name"),
        new_name=entry["name"] if group_id else entry["new_name"],
        manager=parse_reference(f"{place}manager", entry["manager"]),
        no_manager=bool(entry["no_manager"]),
        add=add,
        remove=remove,
        exact=exact is not None,
        absent=entry["state"] == "absent",
        may_be_new=True,
    )
