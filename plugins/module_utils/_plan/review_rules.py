# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the plans for a review must keep to: rules of each noun, most of which no review changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .._base.errors import DocSpaceError
from .._base.texts import printable
from .._portal.model.person import ADMINISTRATORS
from .access_rules import AccessRules
from .account_options import AccountRules
from .group_list_rules import GroupListRules

#: The rules of other modules that no review needs to change.
_OTHER_RULES: dict[str, Any] = {
    "unknown_users": None,
    "invite_guests": False,
    "only_by_group": "refuse",
    "expiring_within": None,
    "notify": False,
    "force": False,
    "create": "never",
    "send_password_link": False,
    "unlisted": "ignore",
    "unlisted_include": [],
    "max_new_seats": 0,
    "max_new_users": None,
    "successor": None,
    "other_rooms": "refuse",
}


def check_reader(report: Mapping[str, Any]) -> None:
    """Refuse a report by somebody who is not shown everything: what is not shown is not gone.

    :param report: of the portal as it is now.
    :raises DocSpaceError: if it is known that its reader is no administrator.
    """
    reader = report["read_by"]
    if reader["id"] and reader["type"] not in ADMINISTRATORS:
        name = printable(reader["email"] or reader["display_name"] or reader["id"])
        raise DocSpaceError(
            f"The owner of api_key, {name}, is no administrator and so is not shown all rooms:"
            " what is not shown is not gone. Nothing was changed; use the key of the owner or of a"
            " DocSpace administrator.",
            "forbidden",
        )


@dataclass(frozen=True)
class ReviewRules:
    """What the plans must keep to.

    :param address: of the portal.
    """

    accounts: AccountRules
    groups: GroupListRules
    access: AccessRules
    address: str

    @classmethod
    def from_params(cls, params: Mapping[str, Any], address: str, now: datetime) -> ReviewRules:
        """Read the options of a task.

        :raises OptionError: if a limit is none.
        """
        # The limit for all of them is one for lines, and not for what they lead to.
        given = {**_OTHER_RULES, **params, "max_removals_total": None}
        return cls(
            AccountRules.from_params(given, [], []),
            GroupListRules.from_params(given),
            AccessRules.from_params(given, now),
            address,
        )
