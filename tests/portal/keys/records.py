# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a portal keeps of an API key."""

from __future__ import annotations

import dataclasses

from ..journal import Entry

# When the expired keys of a state file did.
_EXPIRED = "2026-01-16T09:00:00.0000000Z"


@dataclasses.dataclass
class ApiKey:
    """A key; no permissions (an empty list or None) mean all of them."""

    id: str
    name: str
    key: str
    user: str
    permissions: list[str] | None
    expired: bool = False
    active: bool = True
    #: The moment from which it does not count, None if it does for ever.
    expires: str | None = None


def key_from(position: int, entry: Entry) -> ApiKey:
    """A key of a state file, which knows no ids of keys."""
    return ApiKey(
        id=entry.get("id", _key_id(position)),
        name=entry["name"],
        key=entry["key"],
        user=entry["user"].lower(),
        permissions=entry["permissions"],
        expired=entry.get("expired", False),
        active=entry.get("active", True),
        expires=entry.get("expires", _EXPIRED if entry.get("expired", False) else None),
    )


def key_entry(position: int, key: ApiKey) -> Entry:
    """A key as a state file holds it."""
    entry = dataclasses.asdict(key)
    # Only where they do not follow from the rest.
    if key.id == _key_id(position):
        del entry["id"]
    if key.expires in (None, _EXPIRED):
        del entry["expires"]
    return entry


def _key_id(position: int) -> str:
    return f"40000000-0000-4000-8000-{position:012d}"
