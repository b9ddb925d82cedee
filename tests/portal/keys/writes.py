# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change API keys."""

from __future__ import annotations

from .. import views
from ..call import Call
from ..http import binding, failures
from ..http.properties import View
from .reads import seen
from .records import ApiKey
from .rules import Rules

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


def create_key(call: Call) -> View:
    """POST keys: the only answer that holds the whole key."""
    sent = call.body(_CREATE, "")
    rules = Rules(call.world.keys, call.world.people)
    key = rules.create(sent.get("name") or "", call.caller.id, sent.get("permissions"))
    return {**views.api_key(call.world, key), "key": key.key}


def update_key(call: Call) -> bool:
    """PUT keys/{id}"""
    active = call.body(_UPDATE, "Changed").get("isActive")
    if active is not None:
        call.world.keys.set_active(_find(call), active)
    return True


def delete_key(call: Call) -> bool:
    """DELETE keys/{id}"""
    call.world.keys.delete(_find(call))
    return True


def _find(call: Call) -> ApiKey:
    for key in seen(call):
        if key.id == call.path["id"]:
            return key
    raise failures.access_denied()
