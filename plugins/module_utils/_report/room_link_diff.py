# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How changes of links into rooms look; never with a password or an address."""

from __future__ import annotations

from typing import Any

from .._base.moments import written
from .._base.texts import printable
from .._plan.desired_room_link import NEVER
from .._plan.room_links import RoomLinkPlan
from .._portal.model.room import LEVELS
from .._portal.model.room_link import RoomLink
from .documents import yaml_lines


def room_link_warnings(plan: RoomLinkPlan) -> list[str]:
    """What to say of a link that is as desired, and that opens nothing."""
    link = plan.after
    if not link:
        return list(plan.warnings)
    subject = f"{plan.subject[:1].upper()}{plan.subject[1:]}"
    if link.is_expired and link.expires:
        return [
            f"{subject} has ended ({written(link.expires)}) and opens nothing. Give expires a"
            " moment to come to open it again, or remove it."
        ]
    if link.is_used_up:
        return [
            f"Nobody can join by {plan.subject} any more, as {link.uses} of {link.max_uses} have."
            " Give a higher max_use_count, or remove it and make a new one."
        ]
    return []


def room_link_diff(plan: RoomLinkPlan) -> dict[str, str]:
    """A link before and after."""
    return {
        "before_header": plan.subject if plan.before else "no link",
        "after_header": plan.subject if plan.after else "no link",
        "before": room_link_yaml(plan.before) if plan.before else "",
        "after": room_link_yaml(plan.after, plan.before) if plan.after else "",
    }


def room_link_yaml(link: RoomLink, before: RoomLink | None = None) -> str:
    """A link as YAML.

    :param before: as it was, to say of a password that it is another one.
    """
    is_other = before and before.password and link.password and before.password != link.password
    shown: dict[str, Any] = {
        "title": printable(link.title) or None,
        "level": LEVELS.get(link.level, str(link.level)),
        "expires": _expires(link),
    }
    if link.is_external:
        shown["password"] = "set (another one)" if is_other else _set(link.password)
        shown["deny_download"] = link.deny_download
        shown["internal"] = link.internal
    else:
        shown["max_use_count"] = link.max_uses or None
    return "".join(f"{line}\n" for line in yaml_lines(shown))


def _set(secret: str) -> str:
    return "set" if secret else "none"


def _expires(link: RoomLink) -> str:
    return written(link.expires) if link.expires else NEVER
