# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import re
from textwrap import dedent, indent

from ansible_collections.onlyoffice.docspace.plugins.doc_fragments.access_lists import access_lists
from ansible_collections.onlyoffice.docspace.plugins.doc_fragments.room_link_options import (
    ModuleDocFragment as RoomLinkOptions,
)
from ansible_collections.onlyoffice.docspace.plugins.doc_fragments.room_options import (
    ModuleDocFragment as RoomOptions,
)


def _within(fragment: str, place: str) -> str:
    """The options of a module as suboptions.

    :param place: where they stand, with a dot behind.
    """
    options = dedent(fragment.partition("options:\n")[2])
    return re.sub(r"\b(O|RV)\((?=[a-z])", rf"\1({place}", options)


class ModuleDocFragment:
    """The rooms that a task names, in modules with this list alone, and with others."""

    DOCUMENTATION: str = (
        """
options:
  rooms:
    description:
      - The rooms, each with what is desired of it. What an entry leaves out stays as it is.
      - A room may stand here only once.
    type: list
    elements: dict
    required: true
    suboptions:
"""
        + indent(_within(RoomOptions.DOCUMENTATION, "rooms[]."), "      ")
        + """\
      access:
        description:
          - Who may enter the room. The owner must not be in a list.
          - In a room that the task makes or hands over, whoever it belonged to until then is not in
            the way of O(rooms[].access.exact), and goes last.
        type: dict
        suboptions:
"""
        + indent(access_lists("rooms[].access."), "          ")
        + """\
      links:
        description:
          - Links of the room, each with what is desired of it. Others stay as they are.
        type: list
        elements: dict
        suboptions:
"""
        + indent(_within(RoomLinkOptions.DOCUMENTATION, "rooms[].links[]."), "          ")
    )

    # Beside other lists, it may be left out, its rules and what it returns stand elsewhere.
    OPTIONAL: str = (
        DOCUMENTATION.replace("    required: true\n", "", 1)
        .replace("RV(rooms[]", "RV(onlyoffice.docspace.rooms#module:rooms[]")
        .replace("O(only_by_group", "O(rooms_options.only_by_group")
    )
