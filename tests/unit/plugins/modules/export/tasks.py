# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the tests of `export` run a task."""

from __future__ import annotations

from functools import partial

from ansible_collections.onlyoffice.docspace.plugins.modules import export
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    failure,
    parameters,
)

HEAD = "# The groups, people and rooms of {}, written by onlyoffice.docspace.export.\n".format


def task(site, path, check_mode=False, key="owner key", **options):
    given = parameters(site, export, key, path=str(path), **options)
    return export.run(given, check_mode)


failed = partial(failure, task)
