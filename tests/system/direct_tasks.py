# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tasks of the collection, and whether a run of them started a module."""

from __future__ import annotations

COLLECTION = "onlyoffice.docspace"
REMOVAL = {"group": "Engineering", "members": ["user05"], "state": "absent"}


def task(module, options, **keys):
    return {"name": f"{module} {options} {keys}", f"{COLLECTION}.{module}": options, **keys}


def is_direct(run):
    """Whether a run at -vvv started no module, and says so."""
    assert ("in Ansible's own process" in run.output) is ("Using module file" not in run.output)
    return "Using module file" not in run.output
