# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """The rooms that people lose or gain through what a task does to them and their groups."""

    DOCUMENTATION = r"""
options:
  show_rooms:
    description:
      - Whether to show which rooms people lose, gain or have at another level through the task, and
        why, in RV(rooms) and in the difference. In check mode, that is what the real run would do.
      - What counts is what people have in the end, by entries of their own, by all their groups, as
        owners and as administrators. Somebody who leaves a group and stays in a room by another one
        at the same level is not shown.
      - Disabled people have no access, so that nothing is shown of them unless they are enabled.
        People whose invitation is not accepted are shown with what they have as soon as they accept
        it.
      - People who are in a room by a link that they followed are in no list of the portal. The task
        warns where a room that somebody loses has links.
      - The keys of room administrators show only the rooms that these may enter. The task warns of
        that.
      - Requires a key with the scope C(rooms:read) besides what the task needs anyway, and fails
        before anything is changed where that is missing.
      - Where nothing changes for anybody, nothing more is read. Otherwise, rooms are found with two
        requests for each group that somebody joins or leaves. For people whose type or status
        changes, it is two for each of them, for each of their groups, and for everyone. With more
        than three of these in all, one page of rooms is read, and then whatever takes fewer
        requests - those, or all rooms. Of each of the rooms, one request for each 100 entries shows
        who may enter. People whose types are not known yet are read, one by one or by pages. In
        check mode, up to two requests tell whose key it is.
    type: bool
    default: false
"""
