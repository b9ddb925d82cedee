# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """What a task wants of a room, in modules for one room and for many."""

    DOCUMENTATION = r"""
options:
  room:
    description:
      - The room, by its id, a number, or by its exact title. With O(state=present), a title that no
        room has creates one.
      - Titles of rooms are not unique on a portal. If several rooms have it, those in the archive
        included, the task fails and lists their ids.
    type: str
    required: true
  title:
    description:
      - The title that the room is to have. A room given by another title in O(room) is then never
        created. If no room has that any more, and one has the new title, it is renamed already.
      - A title that another room has is refused, and so is one that the portal would change, with
        what it would become. It has at most 170 characters and none of V(*), V(:), V("), V(<),
        V(>), V(?), V(|), V(/) and V(\\).
    type: str
  room_type:
    description:
      - The type of the room. A new room needs it, unless it is made from a O(template).
      - No portal changes the type of a room. If it has another one, that is in RV(unchangeable),
        with a warning.
    type: str
    choices: [filling_forms, editing, custom, public, virtual_data, ai]
  owner:
    description:
      - Who is to own the room, by id, e-mail address or user name - an active administrator or room
        administrator.
      - The portal leaves the former owner in the room as a room manager, and takes the new one's
        own level away, as owners need none. The difference shows both before and after.
      - Only the present owner and administrators can hand a room over, and only an active one.
    type: str
  tags:
    description:
      - The tags of the room. Tags that the portal does not have yet are made.
      - Without this option, they stay as they are.
    type: dict
    suboptions:
      add:
        description:
          - Tags that the room is to have, whatever others it has.
          - Excludes O(tags.exact).
        type: list
        elements: str
      remove:
        description:
          - Tags that the room is not to have.
          - Excludes O(tags.exact).
        type: list
        elements: str
      exact:
        description:
          - The only tags that the room is to have. An empty list takes all of them away.
          - Excludes O(tags.add) and O(tags.remove).
        type: list
        elements: str
  quota:
    description:
      - How much may be stored in the room, in bytes, V(none) for no limit, or V(default) for what
        the portal sets for all rooms. C({{ '5G' | ansible.builtin.human_to_bytes }}) is 5 gigabytes
        in bytes.
      - While quotas of rooms are switched off, the portal keeps none. A number is then in
        RV(unchangeable), with a warning.
    type: str
  indexing:
    description: Whether what is in the room is numbered.
    type: bool
  deny_download:
    description: Whether people who only view or comment cannot download or copy what is in it.
    type: bool
  lifetime:
    description:
      - How long files stay in the room. It is compared as a whole, and sent only where it differs,
        as the time begins again with each change.
      - Excludes O(no_lifetime).
    type: dict
    suboptions:
      period:
        description: In what O(lifetime.value) is counted.
        type: str
        choices: [day, month, year]
        required: true
      value:
        description: How many of these, from 1 to 999.
        type: int
        required: true
      delete_permanently:
        description: Whether files are deleted for good then, and not moved to the trash.
        type: bool
        default: false
  no_lifetime:
    description:
      - Whether files are to stay for as long as the room does.
      - Excludes O(lifetime).
    type: bool
  watermark:
    description:
      - What is drawn over documents that somebody looks at. It is compared as a whole, and what is
        left out of it is taken away.
      - Needs one of O(watermark.text), O(watermark.additions) and O(watermark.image_url).
      - Excludes O(no_watermark).
    type: dict
    suboptions:
      text:
        description: A text of at most 255 characters.
        type: str
      additions:
        description: What is said of whoever looks, when and where.
        type: list
        elements: str
        choices: [user_name, user_email, user_ip_address, current_date, room_name]
      rotate:
        description: By how many degrees it is turned.
        type: int
        default: 0
      image_url:
        description: Where the portal keeps a picture that is drawn.
        type: str
      image_scale:
        description: The size of the picture, in percent. It takes a write of its own in a new room.
        type: int
        default: 0
      image_width:
        description: The width of the picture.
        type: int
        default: 0
      image_height:
        description: The height of the picture.
        type: int
        default: 0
  no_watermark:
    description:
      - Whether nothing is to be drawn over documents.
      - Excludes O(watermark).
    type: bool
  color:
    description:
      - The color of the room, as six hexadecimal digits such as V(FF6680). Quote it, as YAML takes
        some for numbers.
    type: str
  cover:
    description:
      - The picture of the room, by the portal's name for it, such as V(anchor). One that it does
        not have is refused with those that it has.
      - Excludes O(no_cover).
    type: str
  no_cover:
    description:
      - Whether the room is to have no picture.
      - Excludes O(cover).
    type: bool
  template:
    description:
      - The template that a new room is made from, by its id or its exact title. What is in it comes
        along, as does O(deny_download) unless the task names it. Lifetime, watermark, tags, color
        and people do not.
      - A room that exists is not compared with it.
      - A portal makes one room from a template at a time. The task waits for others.
    type: str
  state:
    description:
      - V(present) creates the room if it does not exist, and brings it back if it is in the
        archive.
      - V(archived) moves it into the archive, after everything else that the task changes of it. In
        the archive, nothing of a room can be changed.
      - V(absent) deletes the room with all that is in it, for good. Only rooms in the archive are
        deleted, unless O(allow_delete=true). The other options of the room are ignored then.
      - To archive a room in one task and to delete it in the next cannot be previewed, as the room
        is not in the archive yet then. O(state=absent) with O(allow_delete=true) does both.
    type: str
    choices: [present, archived, absent]
    default: present
  allow_delete:
    description:
      - Whether O(state=absent) also deletes a room that is active. It is archived first.
    type: bool
    default: false
"""
