# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change the settings; what a body leaves out is switched off."""

from __future__ import annotations

from ..call import Call
from ..http import binding, failures, values
from ..http.failures import Invalid
from ..http.properties import View
from . import views

_DTO = "ASC.Web.Api.ApiModel.RequestsDto"
_SHORTEST, _LONGEST = 8, 30
_INVITING = binding.record(
    f"{_DTO}.InvitationSettingsRequestDto",
    {"allowInvitingMembers": binding.flag, "allowInvitingGuests": binding.flag},
)
_QUOTA = binding.record(
    f"{_DTO}.QuotaSettingsRequestsDto",
    {"enableQuota": binding.flag, "defaultQuota": values.anything},
    required=["defaultQuota"],
)
_PASSWORD = binding.record(
    f"{_DTO}.PasswordSettingsRequestsDto",
    {
        "minLength": binding.number,
        **dict.fromkeys(("upperCase", "digits", "specSymbols"), binding.flag),
    },
    required=["minLength"],
)


def set_inviting(call: Call) -> View:
    """PUT settings/invitationsettings"""
    sent = call.body(_INVITING, "")
    call.demand_admin()
    call.world.settings.change(
        invites_members=sent.get("allowInvitingMembers", False),
        invites_guests=sent.get("allowInvitingGuests", False),
    )
    return views.inviting(call.world.settings.values)


def set_user_quota(call: Call) -> View:
    """POST settings/userquotasettings"""
    sent = call.body(_QUOTA, "")
    call.demand_admin()
    call.portal.demand_option("statistic")
    default = sent["defaultQuota"]
    if not default.is_number:
        raise failures.invalid_operation(
            "The requested operation requires an element of type 'Number',"
            f" but the target element has type '{default.kind}'."
        )
    quota = default.whole_number()
    call.portal.demand_space(quota)
    enabled = sent.get("enableQuota", False)
    call.world.settings.change(quota_enabled=enabled, quota_default=quota)
    return views.user_quota(call.world.settings.values, call.world.settings.changed)


def set_password_policy(call: Call) -> View:
    """PUT settings/security/password"""
    sent = call.body(_PASSWORD, "")
    length = sent["minLength"]
    if length is None or not _SHORTEST <= length <= _LONGEST:
        limits = f"must be between {_SHORTEST} and {_LONGEST}"
        raise Invalid("MinLength", f"The field MinLength {limits}.")
    call.demand_admin()
    call.world.settings.change(
        password_length=length,
        password_upper_case=sent.get("upperCase", False),
        password_digits=sent.get("digits", False),
        password_symbols=sent.get("specSymbols", False),
    )
    return views.password_policy(call.world.settings.values)
