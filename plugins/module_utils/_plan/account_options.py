# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options about accounts, which several modules have: how they are declared and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._base.errors import OptionError
from .._base.limits import check_range, parse_limit
from .._base.references import Reference, parse_reference, parse_references
from .account_rules import Brakes
from .accounts import KINDS, Unlisted

#: The accounts of a task.
ACCOUNT_LIST: dict[str, Any] = {
    "type": "list",
    "elements": "dict",
    "options": {
        "user": {"type": "str", "required": True},
        "type": {"type": "str", "choices": ["user", "room_admin", "docspace_admin", "guest"]},
        "state": {
            "type": "str",
            "choices": ["present", "enabled", "disabled"],
            "default": "present",
        },
        "first_name": {"type": "str"},
        "last_name": {"type": "str"},
        "location": {"type": "str"},
        "comment": {"type": "str"},
        "language": {"type": "str"},
        "email": {"type": "str"},
        "quota": {"type": "str"},
    },
}
#: What all of them must keep to.
ACCOUNT_RULES: dict[str, Any] = {
    "create": {"type": "str", "choices": ["invite", "active", "never"], "default": "invite"},
    # No secret: Ansible goes by the name.
    "send_password_link": {"type": "bool", "default": False, "no_log": False},
    "unlisted": {"type": "str", "choices": ["ignore", "report", "disable"], "default": "ignore"},
    "unlisted_include": {
        "type": "list",
        "elements": "str",
        "choices": list(KINDS),
        "default": [],
    },
    "max_new_seats": {"type": "int", "default": 0},
    "max_new_users": {"type": "str"},
    "max_disables": {"type": "str", "default": "10"},
    "successor": {"type": "str"},
    "other_rooms": {"type": "str", "choices": ["refuse", "restore"], "default": "refuse"},
}


@dataclass(frozen=True)
class AccountRules:
    """What a plan must keep to.

    :param create: how new accounts are made: ``invite``, ``active`` or ``never``.
    :param successor: who gets the rooms of those whose type goes down.
    :param restore: whether rooms of others are given back to them.
    :param send_password_link: whether new accounts get a mail to set a password.
    """

    create: str
    unlisted: Unlisted
    brakes: Brakes
    successor: Reference | None = None
    restore: bool = False
    send_password_link: bool = False

    @classmethod
    def from_params(
        cls, params: Mapping[str, Any], users: Sequence[Any], leavers: Sequence[str]
    ) -> AccountRules:
        """Read the options of :data:`ACCOUNT_RULES`.

        :param users: the accounts that are named.
        :param leavers: people who are left to whatever is done about those who leave.
        :raises OptionError: naming the option, what was wrong and what to do.
        """
        if params["max_disables"] is None:  # no limit is no brake
            raise OptionError("max_disables", "is null, an empty value; give one.")
        if params["unlisted"] == "disable" and not users:
            raise OptionError(
                "users",
                "is empty, and with unlisted=disable nobody would be left; name who stays.",
            )
        if params["send_password_link"] and params["create"] != "active":
            raise OptionError(
                "send_password_link",
                "is for accounts that are active at once; set create to active, or leave it out.",
            )
        return cls(
            create=params["create"],
            unlisted=Unlisted(
                params["unlisted"],
                tuple(params["unlisted_include"] or ()),
                frozenset(parse_references("leavers", leavers)),
            ),
            brakes=Brakes(
                new_users=parse_limit("max_new_users", params["max_new_users"]),
                disables=parse_limit("max_disables", params["max_disables"]),
                new_seats=check_range("max_new_seats", params["max_new_seats"], 0, 10**6),
            ),
            successor=parse_reference("successor", params["successor"]),
            restore=params["other_rooms"] == "restore",
            send_password_link=params["send_password_link"],
        )
