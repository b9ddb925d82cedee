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
_SHARING = binding.record(
    "ASC.Files.ApiModels.RequestDto.ExternalSharingSettingsRequestDto",
    dict.fromkeys(
        (
            *("externalShare", "defaultShareLinkInternal", "externalShareApplyToDocuments"),
            *("externalShareApplyToRooms", "blockExistingLinksOnRestrict"),
        ),
        binding.flag,
    ),
)
_TIME = binding.record(
    f"{_DTO}.TimeZoneLanguageRequestDto", {"lng": binding.text, "timeZoneID": binding.text}
)


def set_sharing(call: Call) -> View:
    """PUT files/settings/externalsharingsettings"""
    sent = call.body(_SHARING, "")
    if not call.caller.is_admin:
        message = "You don't have enough permission to perform the operation"
        raise failures.invalid_operation(message)
    is_on = sent.get("externalShare", False)
    before = call.world.settings.values
    call.world.settings.change(
        shares_externally=is_on,
        # Once off, it stays off.
        shares_in_social_media=before.shares_in_social_media and is_on,
        links_are_internal=sent.get("defaultShareLinkInternal", False),
        restricts_documents=sent.get("externalShareApplyToDocuments", False),
        restricts_rooms=sent.get("externalShareApplyToRooms", False),
        blocks_old_links=sent.get("blockExistingLinksOnRestrict", False),
    )
    return views.sharing(call.world.settings.values)


def set_time(call: Call) -> str:
    """PUT settings/timeandlanguage: no zone is that of UTC."""
    sent = call.body(_TIME, "")
    call.demand_admin()
    call.world.settings.change(time_zone=sent.get("timeZoneID") or "UTC")
    return "Settings have been successfully updated"


def set_room_quota(call: Call) -> View:
    """POST settings/roomquotasettings"""
    enabled, quota = _quota(call)
    call.world.settings.change(room_quota_enabled=enabled, room_quota_default=quota)
    return views.room_quota(call.world.settings.values, call.world.settings.changed)


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
    enabled, quota = _quota(call)
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


def _quota(call: Call) -> tuple[bool, int | None]:
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
    return sent.get("enableQuota", False), quota
