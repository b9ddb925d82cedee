# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The plan and the settings as the API shows them."""

from __future__ import annotations

import dataclasses
import datetime
import typing as t

from ..http.properties import View, moment
from . import rules
from .records import DEFAULT_QUOTA, SPACE, UNLIMITED, Settings

VERSION = "3.7.2"
_LARGEST_FILE = 2**30
_FLAGS = {
    "branding": ("", False),
    "oauth": ("", True),
    "year": ("", False),
    "backup": ("", False),
    "aitools": ("", False),
    "customization": ("Branding & customization", True),
    "ldap": ("", True),
    "sso": ("SSO", True),
    "restore": ("Data recovery", True),
    "audit": ("Tracking logins & actions", True),
    "thirdparty": ("Pro integrations", True),
    "statistic": ("Storage quotas & statistic", True),
    "automationapi": ("", True),
}
# The order in which the server lists what a plan has.
_FEATURES = (
    *("manager", "total_size", "file_size", "branding", "oauth", "year", "backup", "aitools"),
    *("users", "room", "customization", "ldap", "sso", "free_backup", "restore", "audit"),
    *("thirdparty", "statistic", "aiagent", "automationapi"),
)


def portal(settings: Settings) -> View:
    """Of the many settings of a portal those that matter for people."""
    return {
        "greetingSettings": settings.name,
        "version": rules.VERSION,
        "userNameRegex": rules.NAME_PATTERN,
    }


def password_policy(settings: Settings) -> View:
    """What passwords must have."""
    return {
        "minLength": settings.password_length,
        "upperCase": settings.password_upper_case,
        "digits": settings.password_digits,
        "specSymbols": settings.password_symbols,
        "allowedCharactersRegexStr": rules.PASSWORD_CHARACTERS,
        "digitsRegexStr": rules.PASSWORD_DIGITS,
        "upperCaseRegexStr": rules.PASSWORD_UPPER_CASE,
        "specSymbolsRegexStr": rules.PASSWORD_SYMBOLS,
    }


def inviting(settings: Settings) -> View:
    """Who may be invited."""
    return {
        "allowInvitingMembers": settings.invites_members,
        "allowInvitingGuests": settings.invites_guests,
    }


def sharing(settings: Settings) -> View:
    """What becomes of external links; while they are restricted new ones are internal."""
    is_on = settings.shares_externally
    return {
        "externalShare": is_on,
        "defaultShareLinkInternal": settings.links_are_internal or not is_on,
        "externalShareApplyToDocuments": settings.restricts_documents,
        "externalShareApplyToRooms": settings.restricts_rooms,
        "blockExistingLinksOnRestrict": settings.blocks_old_links,
    }


def room_quota(settings: Settings, changed: datetime.datetime) -> View:
    """The quota of every room that has none of its own."""
    enabled, default = settings.room_quota_enabled, settings.room_quota_default
    return {"lastModified": moment(changed), "enableQuota": enabled, "defaultQuota": default}


def user_quota(settings: Settings, changed: datetime.datetime) -> View:
    """The quota of everybody who has none of their own, as it was sent."""
    enabled, default = settings.quota_enabled, settings.quota_default
    return {"lastModified": moment(changed), "enableQuota": enabled, "defaultQuota": default}


def stored_user_quota(settings: Settings, changed: datetime.datetime) -> View:
    """The same as it is read: nothing and no limit are read as the default."""
    default = settings.quota_default
    read = dataclasses.replace(
        settings, quota_default=DEFAULT_QUOTA if default in (0, UNLIMITED) else default
    )
    return user_quota(read, changed)


def plan(
    settings: Settings, changed: datetime.datetime, used: dict[str, int], shows_used: bool
) -> View:
    """The plan with what is used of it."""
    features = {**_counted(settings, used, shows_used), **_flags(settings)}
    quota = {"enableQuota": False, "defaultQuota": DEFAULT_QUOTA}
    users, rooms = stored_user_quota(settings, changed), room_quota(settings, changed)
    return {
        "id": 1,
        "price": {"value": 0.0},
        **dict.fromkeys(("nonProfit", "free", "trial"), False),
        "features": [features[name] for name in _FEATURES],
        "usersQuota": {name: users[name] for name in quota},
        "roomsQuota": {name: rooms[name] for name in quota},
        "aiAgentsQuota": quota,
        "tenantCustomQuota": {
            "enableQuota": False,
            "quota": UNLIMITED,
            "lastModified": moment(changed),
        },
    }


def _counted(settings: Settings, used: dict[str, int], shows_used: bool) -> View:
    def feature(name: str, title: str, value: int, kind: str, counted: View) -> View:
        shown = {"used": {"value": used.get(name, 0), **counted}}
        hidden = name in used and not shows_used
        what = {"id": name, "title": title, "value": value, "type": kind}
        return {**what, **({} if hidden else shown)}

    no_limit, none = UNLIMITED, t.cast("View", {})
    seats = feature("manager", "", settings.seats, "count", {"title": "Admins added:"})
    space = "100 GB per admin and ability to add space on request"
    space_used = {"title": "Storage space used:"}
    rooms, rooms_used = "Unlimited number of active rooms", {"title": "Rooms:"}
    people = "Unlimited number of users and guests"
    return {
        "manager": {**seats, "priceTitle": "Number of admins"},
        "total_size": {
            **feature("total_size", space, SPACE, "size", space_used),
            "priceTitle": "Storage space",
        },
        "file_size": feature("file_size", "Max file size", _LARGEST_FILE, "size", none),
        "users": feature("users", people, no_limit, "count", none),
        "room": feature("room", rooms, no_limit, "count", rooms_used),
        "free_backup": feature("free_backup", "0 free backups per month", 0, "count", none),
        "aiagent": feature("aiagent", "", no_limit, "count", none),
    }


def _flags(settings: Settings) -> View:
    return {
        name: {
            "id": name,
            "title": title,
            "value": value and name not in settings.lacks,
            "type": "flag",
        }
        for name, (title, value) in _FLAGS.items()
    }
