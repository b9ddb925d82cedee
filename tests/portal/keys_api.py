# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on API keys."""

from __future__ import annotations

from . import binding, failures, views
from .auth import SCOPES
from .call import Call
from .envelope import Stream
from .records import ApiKey

_DTO = "ASC.People.ApiModels.RequestDto"
_CREATE = binding.record(
    f"{_DTO}.CreateApiKeyRequestDto",
    {
        "name": binding.text,
        "permissions": binding.list_of(binding.text, "System.String"),
        "expiresInDays": binding.number,
    },
)
_UPDATE = binding.record(f"{_DTO}.UpdateApiKeyRequest", {"isActive": binding.truth})


def get_self(call: Call) -> views.View:
    """GET keys/@self: every key may see itself."""
    return views.api_key(call.world, call.key)


def list_scopes(_call: Call) -> list[str]:
    """GET keys/permissions"""
    return SCOPES


def list_keys(call: Call) -> Stream:
    """GET keys: one's own, to administrators all."""
    keys = [key for key in call.world.keys if _may_see(call, key)]
    return Stream([views.api_key(call.world, key) for key in keys])


def create_key(call: Call) -> views.View:
    """POST keys: the only answer that holds the whole key."""
    sent = call.body(_CREATE, "")
    permissions = sent.get("permissions")
    if not set(permissions or ()) <= set(SCOPES):
        raise failures.bad_argument("Permissions are not valid.")
    key = call.world.add_key(sent.get("name") or "", call.caller, permissions)
    return {**views.api_key(call.world, key), "key": key.key}


def update_key(call: Call) -> bool:
    """PUT keys/{id}"""
    active = call.body(_UPDATE, "Changed").get("isActive")
    if active is not None:
        call.world.set_key_active(_find(call), active)
    return True


def delete_key(call: Call) -> bool:
    """DELETE keys/{id}"""
    call.world.delete_key(_find(call))
    return True


def _find(call: Call) -> ApiKey:
    for key in call.world.keys:
        if key.id == call.path["id"] and _may_see(call, key):
            return key
    raise failures.access_denied()


def _may_see(call: Call, key: ApiKey) -> bool:
    return call.caller.is_admin or key.user == call.caller.id
