# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Saves time: what each task needs is imported once, before Ansible forks a process for each."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from ansible.plugins.callback import CallbackBase
from ansible.plugins.loader import filter_loader, test_loader

DOCUMENTATION = """
name: early_imports
type: aggregate
short_description: Import early what each task would import anew
description:
  - Imports what tasks of the integration tests need, in the process that all tasks are forked from.
"""

COLLECTION = "ansible_collections.onlyoffice.docspace.plugins"


class CallbackModule(CallbackBase):
    """Listens to nothing but the start."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "early_imports"

    def v2_playbook_on_start(self, playbook: Any) -> None:
        importlib.import_module("requests")
        for kind in ("plugin_utils", "modules"):
            package = importlib.import_module(f"{COLLECTION}.{kind}")
            for module in pkgutil.iter_modules(package.__path__):
                importlib.import_module(f"{package.__name__}.{module.name}")
        for loader in (filter_loader, test_loader):
            list(loader.all())
