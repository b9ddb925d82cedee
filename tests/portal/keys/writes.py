# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change API keys."""

from __future__ import annotations

from .. import views
from ..call import Call
from ..http import binding, failures
from ..http.failures import Invalid
from ..http.properties import View
from ..people.records import GUEST
from .reads import rules
from .records import ApiKey

_DTO = "ASC.People.ApiModels.RequestDto"
_SCOPES = binding.list_of(binding.text, "System.String", "List")
_CREATE = binding.record(
    f"{_DTO}.CreateApiKeyRequestDto",
    {"name": binding.text, "permissions": _SCOPES, "expiresInDays": binding.number},
    required=["name"],
)
_UPDATE = binding.record(
    f"{_DTO}.UpdateApiKeyRequest",
    {"name": binding.text, "permissions": _SCOPES, "isActive": binding.truth},
)
_LONGEST_NAME = 30
_MOST_DAYS = 365


def create_key(call: Call) -> View:
    """POST keys: the only answer that holds the whole key."""
    sent = call.body(_CREATE, "")
    name, days = sent["name"], sent.get("expiresInDays")
    if not (name or "").strip():
        raise Invalid("Name", "The Name field is required.")
    _demand_length(name, "Name")
    if days is not None and not 1 <= days <= _MOST_DAYS:
        message = f"Incorrect number of days. Value must be between 1 and {_MOST_DAYS}"
        raise Invalid("ExpiresInDays", message)
    if call.caller.type == GUEST:
        raise failures.unauthorized()
    key = rules(call).create(name, call.caller.id, sent.get("permissions"), days)
    return {**views.api_key(call.world, key), "key": key.key}


def update_key(call: Call) -> bool:
    """PUT keys/{id}"""
    sent = call.body(_UPDATE, "Changed")
    name, permissions, active = map(sent.get, ("name", "permissions", "isActive"))
    _demand_length(name, "Changed.Name")
    key = _find(call)
    if key is None or key.expired:
        return False
    rules(call).change(key, name, permissions, active)
    return True


def delete_key(call: Call) -> bool:
    """DELETE keys/{id}"""
    key = _find(call)
    if key is not None:
        call.world.keys.delete(key)
    return key is not None


def _find(call: Call) -> ApiKey | None:
    return rules(call).find(call.path["id"], call.caller.id, call.caller.is_admin)


def _demand_length(name: str | None, field: str) -> None:
    if name is not None and len(name) > _LONGEST_NAME:
        raise Invalid(field, f"Incorrect name. Length must be less than {_LONGEST_NAME}")
