# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Reading what a plan needs at the least cost, carrying a plan out, and proving it.

Imports all floors under it: ``_base``, ``_http``, ``_portal``, ``_plan``.
"""
