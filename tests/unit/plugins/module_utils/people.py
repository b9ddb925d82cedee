# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""People for the tests of what is planned and of who is meant."""

from __future__ import annotations

import uuid

from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person

PEOPLE = [
    Person(
        id=str(uuid.UUID(int=number * 7919)),
        display_name=f"Person {number}",
        email=f"Person.{number % 10}{number}@example.org",
        user_name=f"Person{number}",
        status=status,
    )
    for number, status in enumerate(["active", "disabled", "pending"] * 6)
]
