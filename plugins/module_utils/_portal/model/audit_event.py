# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a portal keeps of what was done on it, and of who logged in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: What is known to be done by a number, as the portal calls it.
ACTION_NAMES = {
    1006: "Logout",
    1010: "LoginSuccessViaApi",
    1013: "LoginFailViaApi",
    1029: "LoginSuccessViaPassword",
    4006: "UserUpdated",
    4007: "UserUpdatedLanguage",
    4018: "UserDeleted",
    4019: "UsersUpdatedType",
    4020: "UsersUpdatedStatus",
    4022: "UsersDeleted",
    4026: "GroupCreated",
    4027: "GroupUpdated",
    4028: "GroupDeleted",
    4037: "SendJoinInvite",
    5070: "RoomCreated",
    5071: "RoomRenamed",
    5072: "RoomArchived",
    5073: "RoomUnarchived",
    5074: "RoomDeleted",
    5075: "RoomUpdateAccessForUser",
    5078: "AddedRoomTags",
    5079: "DeletedRoomTags",
    5084: "RoomRemoveUser",
    5085: "RoomCreateUser",
    5086: "RoomInvitationLinkCreated",
    5088: "RoomExternalLinkCreated",
    5089: "RoomExternalLinkUpdated",
    5090: "RoomExternalLinkDeleted",
    5094: "RoomGroupAdded",
    5095: "RoomUpdateAccessForGroup",
    5096: "RoomGroupRemove",
    5109: "RoomDenyDownloadEnabled",
    5110: "RoomDenyDownloadDisabled",
    5116: "RoomLifeTimeSet",
    5117: "RoomLifeTimeDisabled",
    5118: "RoomInviteResend",
    5159: "RoomChangeOwner",
    6032: "CookieSettingsUpdated",
    6058: "ApiKeyCreated",
    6059: "ApiKeyUpdated",
    6060: "ApiKeyDeleted",
}
#: What is stored and never shown: a portal fails when it is asked for it.
HIDDEN_ACTIONS = {5098: "RoomExternalLinkRenamed", 5103: "RoomCoverChanged"}


@dataclass(frozen=True)
class AuditEvent:
    """Something that was done, or a log-in, be it one that failed.

    :param id: its number, by which it is told apart from others of the same kind.
    :param at: when it was written, to the second, by the clock of the portal.
    :param user: the name of who did it, as it is today.
    :param action: the number of what was done.
    :param text: what was done, in the language of the credential's owner.
    :param targets: the ids of what it was done to.
    :param login: what was typed to log in.
    """

    id: int
    at: datetime
    user_id: str
    user: str
    action: int
    text: str = ""
    targets: tuple[str, ...] = ()
    context: str = ""
    ip: str = ""
    country: str = ""
    city: str = ""
    login: str = ""

    @property
    def action_name(self) -> str | None:
        """What the portal calls the action; None if that is not known."""
        return ACTION_NAMES.get(self.action)
