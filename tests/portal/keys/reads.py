# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read API keys."""

from __future__ import annotations

from .. import views
from ..call import Call
from ..http.auth import SCOPES
from ..http.envelope import Stream
from ..http.properties import View
from .records import ApiKey
from .rules import Rules


def get_self(call: Call) -> View:
    """GET keys/@self: every key may see itself."""
    return views.api_key(call.world, call.key)


def list_scopes(_call: Call) -> list[str]:
    """GET keys/permissions"""
    return SCOPES


def list_keys(call: Call) -> Stream:
    """GET keys: one's own, to administrators all."""
    return Stream([views.api_key(call.world, key) for key in seen(call)])


def seen(call: Call) -> list[ApiKey]:
    """The keys that the caller may see."""
    return Rules(call.world.keys, call.world.people).seen_by(call.caller.id, call.caller.is_admin)
