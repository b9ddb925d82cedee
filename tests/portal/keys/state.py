# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The API keys of a portal."""

from __future__ import annotations

import collections.abc as c
import secrets
import typing as t

from ..journal import Entry, Journal
from .records import ApiKey, key_entry, key_from

# Where a key stands is a part of what a state file says of it, so the journal gets them all.
_ALL = ""


class Keys:
    """All keys, in the order in which they were made."""

    name = "api_keys"

    def __init__(self, entries: list[Entry], journal: Journal) -> None:
        self._journal = journal
        self._records = [key_from(number, entry) for number, entry in enumerate(entries, 1)]

    def __iter__(self) -> c.Iterator[ApiKey]:
        return iter(self._records)

    def find(self, key_id: str) -> ApiKey | None:
        """The key with this id, or None."""
        return next((key for key in self if key.id == key_id), None)

    def add(self, name: str, user: str, permissions: list[str], expires: str | None) -> ApiKey:
        """Make a key."""
        text = f"sk-{secrets.token_hex(32)}"
        key = ApiKey(self._journal.new_id(), name, text, user, permissions, expires=expires)
        self._journal.changing(self, _ALL)
        self._records.append(key)
        return key

    def change(self, key: ApiKey, name: str, permissions: list[str] | None, active: bool) -> None:
        """Give a key another name, other permissions, or switch it on or off."""
        self._journal.changing(self, _ALL)
        key.name, key.permissions, key.active = name, permissions, active

    def delete(self, key: ApiKey) -> None:
        """Remove a key."""
        self._journal.changing(self, _ALL)
        self._records.remove(key)

    def entry(self, _id: str) -> list[Entry]:
        """All keys as a state file holds them."""
        return self.entries({})

    def entries(self, before: dict[str, t.Any]) -> list[Entry]:
        """All keys as a state file holds them; as in `before` if they were changed."""
        now = [key_entry(number, key) for number, key in enumerate(self, 1)]
        return t.cast("list[Entry]", before.get(_ALL, now))
