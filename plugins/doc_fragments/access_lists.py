# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from textwrap import indent

_ENTRIES = """\
{name}:
  description:
{description}
  type: list
  elements: dict
  suboptions:
    user:
      description:
        - A person, by id, e-mail address or user name.
        - One of this option and O({place}{name}[].group) is required.
      type: str
    group:
      description:
        - A group, by its id (a GUID) or its exact name. The group of all people is only known by
          its id, V(c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e).
      type: str
    level:
      description:
        - What they are to be in the room. The type of the room decides which levels there are, and
          others are refused. Custom rooms have V(viewer), V(reviewer), V(commenter), V(editor) and
          V(content_creator), virtual data rooms V(viewer), V(form_filler), V(editor) and
          V(content_creator), collaboration rooms V(viewer), V(editor) and V(content_creator),
          public rooms V(content_creator), form filling rooms V(form_filler) and
          V(content_creator), and rooms of agents V(viewer) and, for others than guests and groups,
          V(content_creator).
        - Only room administrators and DocSpace administrators with an active account can be
          V(room_manager), in every room, and no group can.
      type: str
      required: true
      choices: [viewer, reviewer, commenter, form_filler, room_manager, editor, content_creator]
    until:
      description:
        - When the access ends, as a date in quotes such as V(2030-12-31), which is the end of that
          day in UTC, or as a moment with its zone such as V(2030-12-31T18:00:00+02:00).
        - Nothing ends by itself on the portal. At the first run after that moment, the entry counts
          as one of somebody who is not to be in the room, and is taken out.
        - The portal does not keep it, nor why and by whom it was approved, so that no export has
          it. A list that is written anew from an export makes such access permanent.
      type: str
    reason:
      description:
        - Why they are let in. It is only shown in results, differences and warnings.
      type: str
    approved_by:
      description:
        - Who has approved it, shown in the same places.
      type: str
"""

_ADD = """\
    - People and groups who are to be in the room, each with a level, whoever else is.
    - Excludes O({place}exact)."""

_EXACT = """\
    - The people and groups who are to be the only ones with an entry in the room, beside its owner.
      An empty list takes out everybody but the owner.
    - External links, and people who came by one, are not touched. They are in no list.
    - Excludes O({place}add) and O({place}remove)."""

_REMOVE = """\
remove:
  description:
    - People who are to have no entry in the room, each as a text (an id, an e-mail address or a
      user name), and groups, each as a mapping with the key C(group) and no other.
    - To put out somebody who is in by a group only is refused, as the portal would do nothing. If
      somebody has an entry and is in by a group as well, the entry is taken out, the task warns,
      and from the next run on this is refused until the group is out, or this person out of it.
      With O(only_by_group=warn), the task only warns, in every run.
    - Nobody may be in O({place}add) too. Excludes O({place}exact).
  type: list
  elements: raw
"""


def access_lists(place: str) -> str:
    """The options of one room.

    :param place: where they stand, with a dot behind.
    """
    return (
        _ENTRIES.format(name="add", place=place, description=_ADD.format(place=place))
        + _REMOVE.format(place=place)
        + _ENTRIES.format(name="exact", place=place, description=_EXACT.format(place=place))
    )


class ModuleDocFragment:
    """Who is to be in rooms, in modules for one room and for many."""

    #: The lists of the only room of a task.
    DOCUMENTATION: str = "options:\n" + indent(access_lists(""), "  ")

    #: The same for each of many rooms.
    MANY: str = """
options:
  rooms:
    description:
      - The rooms, each with its lists. A room may stand here only once.
    type: list
    elements: dict
    required: true
    suboptions:
      room:
        description:
          - The room, by its id or its exact title.
        type: str
        required: true
""" + indent(access_lists("rooms[]."), "      ")

    #: What all lists must keep to.
    RULES = r"""
options:
  unknown_users:
    description:
      - What to do about people who are not on this portal. V(fail) ends the task before anything
        is changed, V(warn) warns, and V(ignore) only returns them in RV(unknown).
      - The default is V(warn) for those who are to be out, groups included, and V(fail) for those
        who are to be in. A group that is to be in must exist.
      - A list of the only entries in which nobody is on this portal is always an error.
    type: str
    choices: [fail, warn, ignore]
  invite_guests:
    description:
      - Whether an e-mail address that nobody on the portal has is invited. The portal makes an
        account of it, of a guest, and sends a mail. By default such an address is somebody unknown.
    type: bool
    default: false
  only_by_group:
    description:
      - What to do about people who are to be put out of a room and are in it by a group only, which
        nothing but a change of the group ends. V(refuse) ends the task before anything is changed.
        V(warn) leaves them as they are, and warns of each in every run until the group is out of
        the room, or they are out of the group.
    type: str
    choices: [refuse, warn]
    default: refuse
  max_removals:
    description:
      - The most entries to take out of any one room, as a number such as V(10), or as a percentage
        of its present entries such as V(25%). A group counts as one, and the owner does not count.
      - A task that would take out more fails before anything is changed, in check mode too.
    type: str
  expiring_within:
    description:
      - Warns of access that ends within this time, such as V(14d), V(48h) or V(2w).
    type: str
  notify:
    description:
      - Whether the portal sends mails to people who are let in or whose level changes. Guests who
        are invited get a mail in any case.
    type: bool
    default: false
  force:
    description:
      - Whether to change the access of people who have a role in a form of the room, which the
        portal refuses otherwise.
    type: bool
    default: false
"""

    #: In modules about the access alone.
    OWNERSHIP = r"""
options:
  via_ownership:
    description:
      - Whether a room that the owner of the credential does not manage is taken over for the
        change. An administrator becomes the owner of the room, changes who enters it, gives the
        room back and leaves it. Each step is proven, and whatever fails behind the first one, the
        room is given back and left. Afterwards, the entries are as before but for the change. The
        history of the room tells of it. If somebody else gives the room away meanwhile, the task
        leaves it to the new owner, and fails.
      - It is refused where not only the change would remain - if the owner of the credential is no
        administrator, has an entry in the room or is named in the task, or if the present owner
        could not get the room back, being neither an administrator nor a room administrator with
        an active account.
      - The key needs the scope C(files:write) too.
    type: bool
    default: false
"""
