# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """What a task wants of a link into a room, in modules for one link and for many."""

    DOCUMENTATION = r"""
options:
  title:
    description:
      - The title of the link. It says which external link is meant, unless O(link_id),
        O(primary=true) or O(type=invitation) does; then it is the title that the link shall have.
      - Titles count in full and in their case. One that several external links of the room have is
        refused with the ids of these.
    type: str
  link_id:
    description:
      - The id of a link that is there, as results have it. Never that of a person or a group.
    type: str
  type:
    description:
      - V(external) is for reading the room without being in it, V(invitation) is for becoming a
        member. A room has one invitation link at most.
      - Without it, what O(link_id) is, or V(external).
    type: str
    choices: [external, invitation]
  primary:
    description:
      - Whether the primary external link of the room is meant, which every member and every
        administrator can see, with its password. V(false) for one of the others. Without this
        option, O(title) may mean either, and a new link is none.
      - Rooms of the types public and filling_forms always have a primary link, and nothing else
        makes or removes it. In a custom room, making it needs a key with the scope V(files:write)
        as well.
    type: bool
  level:
    description:
      - What people can do who come by the link. Required for a new link. Which levels there are
        depends on the type of the room and of the link. One that is not offered is refused with
        those that are.
    type: str
    choices: [viewer, reviewer, commenter, form_filler, editor, content_creator]
  expires:
    description:
      - When the link ends, as a date, a time and a zone, such as V(2030-12-31T23:59:00Z) or
        V(2030-12-31T23:59+02:00), in quotes. Or as a time from now on, such as V(+30d), V(+12h) or
        V(+2w). Or V(never), which needs O(allow_permanent).
      - A time from now on counts once. A link that has an end keeps it, even one that has ended. A
        link without end gets one.
      - Required for a new link, unless O(allow_permanent) is set. Refused are a moment without a
        zone, one that is more than ten years ahead, and any for the primary link of a public or
        filling_forms room, which never ends.
      - A moment that is over, or less than a minute ahead, is refused where it would be sent. A
        link that has this end, or has ended, stays as it is, with a warning, and a link in a list
        that is not there is not made, with a warning too. So what is kept as code goes on when an
        end has come.
      - A link that has ended can only be changed together with a moment to come, as it would be
        open again without end.
    type: str
  allow_permanent:
    description: Whether the link may be one that never ends.
    type: bool
    default: false
  password:
    description:
      - A password that people need beside the address of an external link. It has from 8 to 30
        latin letters, digits and signs, and what else the policy of the portal wants.
      - Members of the room do not need it. Owner and managers of the room see it on the portal.
    type: str
  no_password:
    description: Whether the link shall have no password.
    type: bool
    default: false
  update_password:
    description:
      - V(always) gives the link O(password) if it has another one. V(on_create) only sets it for a
        new link, or one that has none.
    type: str
    choices: [always, on_create]
    default: always
  deny_download:
    description:
      - Whether people who come by an external link must not copy, print or download anything.
    type: bool
  internal:
    description:
      - Whether an external link is only for those who have an account of the portal. Links of
        public rooms cannot be so.
    type: bool
  max_use_count:
    description:
      - How many people may join by an invitation link, from 1 to 1000. Those who have already
        count.
      - Without this option, a link that is there keeps its limit, and a new one has none. To lift a
        limit, remove the link and make a new one.
    type: int
  state:
    description:
      - V(present) makes the link, or changes what the task names of the one that is there.
      - V(absent) removes it. Its address opens nothing any more, and who had opened the room by an
        external link is out of it. People who joined by an invitation link stay. Of the options,
        only those that say which link is meant count.
      - The primary link of a public or filling_forms room cannot be removed, as the portal would
        put a new one in its place, open to everybody. Give it a password instead.
    type: str
    choices: [present, absent]
    default: present
"""
