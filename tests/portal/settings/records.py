# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of itself."""

from __future__ import annotations

import dataclasses

from ..journal import Entry

UNLIMITED = -1
#: The quota of a person who has none of their own.
DEFAULT_QUOTA = -2
#: Bytes that the plan gives to the whole portal.
SPACE = 100 * 2**30


@dataclasses.dataclass
class Settings:
    """The plan and the settings; a state file says only what is not as here."""

    name: str = ""
    #: Paid seats of the plan.
    seats: int = UNLIMITED
    #: Options that the plan does not have: `audit`, `statistic` and others.
    lacks: list[str] = dataclasses.field(default_factory=list)
    invites_members: bool = True
    invites_guests: bool = True
    quota_enabled: bool = False
    quota_default: int = DEFAULT_QUOTA
    room_quota_enabled: bool = False
    room_quota_default: int = DEFAULT_QUOTA
    #: External sharing, and what its restriction means.
    shares_externally: bool = True
    shares_in_social_media: bool = True
    links_are_internal: bool = False
    restricts_documents: bool = True
    restricts_rooms: bool = True
    blocks_old_links: bool = True
    time_zone: str = "UTC"
    password_length: int = 8
    password_upper_case: bool = False
    password_digits: bool = False
    password_symbols: bool = False


def settings_from(entry: Entry) -> Settings:
    """The settings of a state file."""
    return Settings(**entry)


def settings_entry(settings: Settings) -> Entry:
    """The settings as a state file holds them."""
    usual = dataclasses.asdict(Settings())
    return {n: value for n, value in dataclasses.asdict(settings).items() if value != usual[n]}
