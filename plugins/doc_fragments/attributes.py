# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """What every module of the collection has in common."""

    DOCUMENTATION = r"""
attributes:
  check_mode:
    description: Can run in C(check_mode) and return changed status prediction without modifying the
      target. No request that writes is sent.
  diff_mode:
    description: Will return details on what has changed (or possibly needs changing in
      C(check_mode)), when in diff mode.
  idempotent:
    description: When run twice in a row outside check mode, with the same arguments, the second
      invocation indicates no change.
  action_group:
    description: Use C(group/onlyoffice.docspace.docspace) in C(module_defaults) to set defaults
      for this module.
    support: full
    membership:
      - onlyoffice.docspace.docspace
  platform:
    description: Target OS/families that can be operated against.
    support: full
    platforms: posix
"""
