# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change links by which people join."""

from __future__ import annotations

import datetime
import typing as t

from ..call import Call
from ..http import binding, values
from ..http.failures import Invalid
from ..http.properties import View
from ..people.records import GIVEN_TYPES
from .reads import demand_inviter, demand_kind, demand_seat, rules, shown
from .records import InvitationLink

_DTO = "ASC.Web.Api.ApiModels.RequestsDto"
_MOST_USES = 1000
_LIMITS: dict[str, binding.Converter] = {
    "expiration": values.moment,
    "maxUseCount": binding.number,
}
_CREATE = binding.record(
    f"{_DTO}.InvitationLinkCreateRequestDto",
    {**_LIMITS, "employeeType": binding.member_of("ASC.Core.Users.EmployeeType", GIVEN_TYPES)},
    required=["employeeType"],
)
_UPDATE = binding.record(
    f"{_DTO}.InvitationLinkUpdateRequestDto",
    {**_LIMITS, "id": binding.identifier},
    required=["id"],
)
_DELETE = binding.record(
    f"{_DTO}.InvitationLinkDeleteRequestDto", {"id": binding.identifier}, required=["id"]
)


def create_link(call: Call) -> View:
    """POST portal/users/invitationlink"""
    sent = call.body(_CREATE, "")
    limits = _limits(sent)
    kind = sent["employeeType"]
    demand_kind(kind)
    demand_inviter(call, kind)
    demand_seat(call, kind)
    return shown(call, rules(call).create(kind, *limits))


def update_link(call: Call) -> View:
    """PUT portal/users/invitationlink: what is left out has no limit any more."""
    sent = call.body(_UPDATE, "")
    limits = _limits(sent)
    link = _find(call, sent["id"])
    rules(call).change(link, *limits)
    return shown(call, link)


def delete_link(call: Call) -> None:
    """DELETE portal/users/invitationlink"""
    call.world.invitation_links.delete(_find(call, call.body(_DELETE, "")["id"]))


def _find(call: Call, link_id: str) -> InvitationLink:
    link = rules(call).get(link_id)
    demand_inviter(call, link.type)
    return link


def _limits(sent: dict[str, t.Any]) -> tuple[datetime.datetime | None, int | None]:
    max_uses = sent.get("maxUseCount")
    if max_uses is not None and not 1 <= max_uses <= _MOST_USES:
        message = f"The field MaxUseCount must be between 1 and {_MOST_USES}."
        raise Invalid("MaxUseCount", message)
    return sent.get("expiration"), max_uses
