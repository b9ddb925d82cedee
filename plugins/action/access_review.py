# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from ansible_collections.onlyoffice.docspace.plugins.modules import access_review
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils._direct import DirectAction


class ActionModule(DirectAction):
    """Goes before the module of this name."""

    module = access_review
