# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""People."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..._base.references import Reference
from ..._base.texts import printable

#: All types of people, from the one with the most rights down.
TYPES = ("owner", "docspace_admin", "room_admin", "user", "guest")
#: Who sees everybody, and may change groups and people.
ADMINISTRATORS = ("owner", "docspace_admin")
#: The types that take one of the seats that a plan counts, while the account is not disabled.
PAID_TYPES = (*ADMINISTRATORS, "room_admin")


#: In the place of an id, before the address of somebody who has no account yet.
_TO_COME = "to come: "
_AS_GUEST = f"{_TO_COME}as guest: "


@dataclass(frozen=True)
class Profile:
    """What people tell of themselves; ``quota`` is in bytes and None where quotas are off.

    :param registered: when the account was made or invited, as the portal writes it.
    """

    first_name: str = ""
    last_name: str = ""
    location: str = ""
    comment: str = ""
    language: str = ""
    quota: int | None = None
    has_own_quota: bool = False
    registered: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody with an account on the portal; ``status`` is active, disabled or pending."""

    id: str
    display_name: str
    email: str
    user_name: str
    status: str
    guest: bool = False
    #: One of :data:`TYPES`. Like what follows, it is only known of people who
    #: were looked up or read from the directory.
    type: str = "unknown"
    #: Whether the account comes from a directory (LDAP), which alone decides on its status.
    ldap: bool = False
    #: Whether this person signs in through an identity provider (SSO).
    sso: bool = False
    #: Names, by id, of the groups this person is in, hidden membership included.
    groups: Mapping[str, str] = field(default_factory=dict, hash=False)
    #: Only known of people who were read with it.
    profile: Profile | None = None

    @classmethod
    def to_come(cls, email: str, name: str, status: str, kind: str) -> Person:
        """Somebody who has no account yet, in a preview of what comes after it is made."""
        key = f"{_TO_COME}{email.lower()}"
        return cls(key, name, email, "", status, guest=kind == "guest", type=kind)

    @classmethod
    def guest_to_come(cls, email: str) -> Person:
        """Somebody who gets an account by being let into a room."""
        key = f"{_AS_GUEST}{email.lower()}"
        return cls(key, email, email, "", "pending", guest=True, type="guest")

    @property
    def is_invited_by_room(self) -> bool:
        """Whether this is somebody who gets an account by being let into a room."""
        return self.id.startswith(_AS_GUEST)

    @property
    def has_account(self) -> bool:
        """Whether this is somebody on the portal, and not only in a preview."""
        return not self.id.startswith(_TO_COME)

    @property
    def label(self) -> str:
        """This person in a line for people: the e-mail address, or the id of those without one."""
        return f"{printable(self.email or self.id)} ({printable(self.display_name)})"

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything by which a task may name this person."""
        return (
            Reference("id", self.id.lower()),
            Reference("email", self.email.lower()),
            Reference("user_name", self.user_name.lower()),
        )

    def has_address(self, reference: Reference) -> bool:
        """Whether a reference is this address, and not only a user name with an @ in it."""
        return reference == Reference("email", self.email.lower())

    def is_named_by(self, reference: Reference) -> bool:
        """Whether a task may mean this person by a reference, if nobody has it as their address."""
        # What has an @ in it is a user name only if it is no address.
        return reference in (*self.references, Reference("email", self.user_name.lower()))

    @property
    def takes_seat(self) -> bool:
        """Whether this account takes a paid seat; an invited one does too."""
        return self.type in PAID_TYPES and self.status != "disabled"

    @property
    def cannot_join(self) -> str | None:
        """Why this person cannot join a group; the portal would leave them out in silence."""
        if self.guest:
            return "is a guest, and guests cannot be in groups"
        if self.status == "disabled":
            return "is disabled; enable the account first"
        return None
