# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import re


class ModuleDocFragment:
    """The accounts that a task names, in modules with this list alone, and with others."""

    DOCUMENTATION = r"""
options:
  users:
    description:
      - The accounts, each with what is desired of it. What an entry leaves out stays as it is.
      - Everybody may stand here only once, in whatever notation.
    type: list
    elements: dict
    required: true
    suboptions:
      user:
        description:
          - Who it is, by e-mail address, id or user name. Addresses that differ only in case are
            the same.
          - An address that nobody has is a new account. An id or a user name that nobody has is an
            error.
        type: str
        required: true
      type:
        description:
          - The type of the account. Required for new accounts, and left as it is where it is not
            given.
          - A V(docspace_admin) or V(room_admin) takes a paid seat, unless the account is disabled.
          - A V(guest) cannot be invited to the portal, only be made with O(create=active).
          - Where it goes down to V(user) or V(guest), a job of the portal moves rooms. See
            O(successor) and O(other_rooms).
        type: str
        choices: [user, room_admin, docspace_admin, guest]
      state:
        description:
          - V(present) makes an account if there is none, and leaves a disabled one disabled.
          - V(enabled) also enables a disabled account. An invitation that is open counts as
            enabled.
          - V(disabled) disables the account. If there is none, none is made, with a warning.
        type: str
        choices: [present, enabled, disabled]
        default: present
      first_name:
        description:
          - The first name. Required for new accounts with O(create=active).
          - This and the next four only go into new accounts with O(create=active),
            O(users[].language) not even into these. The portal lets nobody but the people
            themselves change them. Where they differ they are in
            RV(onlyoffice.docspace.users#module:users[].unchangeable), with one
            warning for all, and never sent.
          - Where a directory (LDAP) or an identity provider (SSO) has the names, another one is
            refused.
        type: str
      last_name:
        description:
          - The last name.
        type: str
      location:
        description:
          - The location.
        type: str
      comment:
        description:
          - The comment.
        type: str
      language:
        description:
          - The language, such as V(de) or V(en-US).
        type: str
      email:
        description:
          - The address that the account is to have. It counts at once, without a confirmation.
          - If nobody is O(users[].user) any more and somebody has this address, it is changed
            already. Such an entry never makes an account.
          - Only for active accounts. The portal takes an address in another case for the same one.
        type: str
      quota:
        description:
          - How many bytes this person may store, V(none) for no limit, or V(default) for that of
            the portal.
          - Only where user quotas are switched on. Else a number is in
            RV(onlyoffice.docspace.users#module:users[].unchangeable).
        type: str
"""

    # Beside other lists, it may be left out, and its rules are in users_options.
    OPTIONAL: str = re.sub(
        r"O\((create|successor|other_rooms|unlisted)\b",
        r"O(users_options.\1",
        DOCUMENTATION.replace("    required: true\n", "", 1),
    )
