# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read the plan and the settings."""

from __future__ import annotations

from ..call import Call
from ..http import costs, failures
from ..http.properties import View
from ..people.records import GUEST, USER
from . import views
from .records import Settings


def get_portal(call: Call) -> View:
    """GET settings"""
    return views.portal(_settings(call))


def get_version(_call: Call) -> View:
    """GET settings/version/build"""
    return {"docSpace": views.VERSION}


def get_password_policy(call: Call) -> View:
    """GET settings/security/password"""
    return views.password_policy(_settings(call))


def get_inviting(call: Call) -> View:
    """GET settings/invitationsettings"""
    return views.inviting(_settings(call))


def get_user_quota(call: Call) -> View:
    """GET settings/userquotasettings"""
    call.demand_admin()
    return views.stored_user_quota(_settings(call), call.world.settings.changed)


def get_sharing(call: Call) -> View:
    """GET files/settings: of the many settings of documents those about external sharing."""
    social = _settings(call).shares_in_social_media
    return {**views.sharing(_settings(call)), "externalShareSocialMedia": social}


def get_plan(call: Call) -> View:
    """GET portal/payment/quota: of what is used users see nothing, and guests no plan at all."""
    if call.caller.type == GUEST:
        raise failures.access_denied()
    people = call.world.people
    used = {"manager": people.seats_taken(), "users": people.guests()}
    used["room"] = sum(not room.archived for room in call.world.rooms)
    call.work.people = costs.READ_PLAN
    sees_used = call.caller.type != USER
    return views.plan(_settings(call), call.world.settings.changed, used, sees_used)


def _settings(call: Call) -> Settings:
    return call.world.settings.values
