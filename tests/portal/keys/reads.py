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
from .rules import Rules
from .views import in_use


def get_self(call: Call) -> View:
    """GET keys/@self: every key may see itself."""
    return in_use(views.api_key(call.world, call.key))


def list_scopes(_call: Call) -> list[str]:
    """GET keys/permissions"""
    return SCOPES


def list_keys(call: Call) -> Stream:
    """GET keys: one's own, to administrators all."""
    caller = call.caller
    keys = rules(call).seen_by(caller.id, caller.is_admin)
    return Stream([views.api_key(call.world, key) for key in keys])


def rules(call: Call) -> Rules:
    """The rules for the keys of this portal."""
    return Rules(call.world.keys, call.world.people)
