# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""lookup('role_tasks', NAME, VARIABLES, FOLDER) writes tasks that run a role, and returns the file.

The variables of a role in a task are fixed, and those of set_fact stay for all that comes after.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

from ansible.plugins.lookup import LookupBase


class LookupModule(LookupBase):
    """A file of tasks, as include_tasks takes it."""

    def run(self, terms: list[Any], variables: Any = None, **kwargs: Any) -> list[str]:
        name, given, folder = terms
        task = {
            "name": f"Use the role {name}",
            "ansible.builtin.include_role": {"name": f"onlyoffice.docspace.{name}"},
            "vars": given,
        }
        text = json.dumps([task])
        # Ansible reads a file of one name once.
        path = Path(folder) / f"role-{zlib.crc32(text.encode()):08x}.json"
        path.write_text(text, encoding="utf-8")
        return [str(path)]
