# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What the settings of a portal do not let a link be."""

from __future__ import annotations

from .._base.errors import DocSpaceError
from .._portal.model.plan import PasswordPolicy
from .._portal.model.room_link import ExternalSharing
from .room_link_rules import is_always_open
from .room_links import RoomLinkPlan


def depends_on_sharing(plan: RoomLinkPlan) -> bool:
    """Whether the settings about links for everybody count for a change."""
    link = plan.after or plan.before
    if plan.action == "none" or not link or not link.is_external:
        return False
    return is_always_open(plan.room) or bool(plan.after and not plan.after.internal)


def check_sharing(plan: RoomLinkPlan, sharing: ExternalSharing) -> None:
    """Refuse what is not possible, or would close a link, while external sharing is off.

    :raises DocSpaceError: with the way out.
    """
    if sharing.allowed or not depends_on_sharing(plan):
        return
    if is_always_open(plan.room):
        what, way_out = "cannot be made, changed or removed (403)", "."
    else:
        what = (
            "cannot open it to people without an account: the portal would make the link internal,"
            " for good"
        )
        way_out = ", or set internal=true."
    raise DocSpaceError(
        f"External sharing is switched off in the settings of this portal, so {plan.subject}"
        f" {what}. Switch it on first{way_out}",
        "external_sharing_off",
        room=plan.room.id,
    )


def check_sharing_unknown(plan: RoomLinkPlan) -> None:
    """Refuse what would harm a link if external sharing were off, where that cannot be read.

    A new link is removed again if the portal makes it internal, and links that are always for
    everybody are refused by the portal itself.

    :raises DocSpaceError: with the way out.
    """
    if plan.action != "changed" or is_always_open(plan.room) or not depends_on_sharing(plan):
        return
    if plan.before and plan.before.internal:  # and is no more open afterwards than it was
        return
    raise DocSpaceError(
        f"Whether external sharing is switched off cannot be read with this key, and if it is, a"
        f" change of {plan.subject} would make it internal, for good. Use a key that opens"
        " files:read too, or set internal=true.",
        "missing_scope",
        room=plan.room.id,
    )


def depends_on_passwords(plan: RoomLinkPlan) -> bool:
    """Whether the policy about passwords counts for a change."""
    return plan.action != "none" and bool(plan.after and plan.after.password)


def check_password(plan: RoomLinkPlan, policy: PasswordPolicy) -> None:
    """Refuse a password that the portal does, be it a new one or one that is sent along.

    :raises DocSpaceError: with what it lacks.
    """
    if not plan.after or not depends_on_passwords(plan):
        return
    password = plan.after.password
    lacking = [
        words
        for words, is_lacking in (
            (f"{policy.min_length} characters at least", len(password) < policy.min_length),
            ("a capital letter", policy.upper_case and not any(map(str.isupper, password))),
            ("a digit", policy.digits and not any(map(str.isdigit, password))),
            ("a sign", policy.symbols and password.isalnum()),
        )
        if is_lacking
    ]
    if lacking:
        raise DocSpaceError(
            f"password: that of {plan.subject} is against the policy of this portal, which wants"
            f" {', '.join(lacking)}. Give another one.",
            "password_refused",
            room=plan.room.id,
        )
