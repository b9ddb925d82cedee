# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The settings of a portal."""

from __future__ import annotations

import dataclasses
import datetime
import typing as t

from ..journal import Entry, Journal
from .records import Settings, settings_entry, settings_from

_ALL = ""


class PortalSettings:
    """The plan and the settings, of which there is one set."""

    name = "portal"

    def __init__(self, entry: Entry, journal: Journal) -> None:
        self._journal = journal
        self._values = settings_from(entry)
        #: When they were changed last, or this portal was started.
        self.changed = datetime.datetime.now(datetime.timezone.utc)

    @property
    def values(self) -> Settings:
        """The settings as they are; to be changed by `change` only."""
        return self._values

    def change(self, **values: t.Any) -> None:
        """Change some of the settings."""
        self._journal.changing(self, _ALL)
        self.changed = datetime.datetime.now(datetime.timezone.utc)
        self._values = dataclasses.replace(self._values, **values)

    def entry(self, _id: str) -> Entry:
        """The settings as a state file holds them."""
        return settings_entry(self._values)

    def entries(self, before: dict[str, t.Any]) -> Entry:
        """The settings as a state file holds them; as in `before` if they were changed."""
        return t.cast("Entry", before.get(_ALL, self.entry(_ALL)))
