# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: explain_access
short_description: Say into which rooms somebody gets and why, and what leaving a group would change
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Says of each room that M(onlyoffice.docspace.room_info) or M(onlyoffice.docspace.access_report)
    has told of as what a person is in, by which reason, and which other reasons do not count. Of
    rooms that this person does not get into it says why.
  - With O(without_group) or O(without_groups), also what this person would have in each of these
    rooms if they left these groups. Their other groups and an entry of their own may still let them
    in. It is the rule by which M(onlyoffice.docspace.room_info) tells who gets in.
  - Nothing is asked of the portal. The filter knows what the result or the report has, and nothing
    of what was changed later. A group that lets somebody into rooms that were not asked about does
    so unsaid, so ask with O(onlyoffice.docspace.room_info#module:effective_for) alone for all rooms
    of a person.
  - The portal shows to nobody who came by an external link, and whether the groups of
    administrators or of users that it has itself were let into a room. Rooms with external links
    are pointed out, where this may be why somebody gets in.
  - Texts of portals, such as titles of rooms, are on one line and without control characters in the
    sentences. In rows they are as they are, but for RV(_value[].text).
positional: _input, person
options:
  _input:
    description:
      - The whole result of M(onlyoffice.docspace.room_info) with
        O(onlyoffice.docspace.room_info#module:effective_for) or
        O(onlyoffice.docspace.room_info#module:access), not only its list of rooms.
      - Or a report of M(onlyoffice.docspace.access_report), as its file with JSON has it, or the
        result with O(onlyoffice.docspace.access_report#module:return_report). In a report that was
        redacted, people are named as it names them.
      - Of a result with O(onlyoffice.docspace.room_info#module:access), somebody who is in none of
        the rooms cannot be told from a misspelt name, and is an error.
    type: dict
    required: true
  person:
    description: Whom to tell of, by id, e-mail address or user name.
    type: str
    required: true
  without_group:
    description:
      - A group, by its id or its exact name, which the person is thought to have left.
      - It must be a group that the result tells of.
      - Excludes O(without_groups).
    type: str
  without_groups:
    description:
      - The same with several groups, all of them left at once.
      - An empty list is an error, so that an empty variable is not taken for no change.
    type: list
    elements: str
  format:
    description:
      - V(text) is a list of sentences, one for each room.
      - V(rows) is a list of dictionaries, one for each room, to select from.
    type: str
    choices: [text, rows]
    default: text
seealso:
  - module: onlyoffice.docspace.room_info
  - module: onlyoffice.docspace.access_report
  - module: onlyoffice.docspace.group_members
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Ask into which rooms Eva gets
  onlyoffice.docspace.room_info:
    effective_for: [eva@example.com]
  register: of_eva

# "Plans" (101): eva@example.com is editor by group "Sales"; group "Design" (viewer) does not count.
- name: Say why
  ansible.builtin.debug:
    msg: "{{ of_eva | onlyoffice.docspace.explain_access('eva@example.com') }}"

# ... Without group "Sales": viewer by group "Design".
- name: Say what she would have without the group Sales
  ansible.builtin.debug:
    msg: "{{ of_eva | onlyoffice.docspace.explain_access(eva, without_group='Sales') }}"
  vars:
    eva: eva@example.com

- name: Stop if she would lose a room
  ansible.builtin.assert:
    that: lost | length == 0
    fail_msg: "She would lose: {{ lost | map(attribute='room.title') | join(', ') }}"
  vars:
    rows: >-
      {{ of_eva | onlyoffice.docspace.explain_access('eva@example.com', format='rows',
         without_groups=['Sales', 'Marketing']) }}
    lost: "{{ rows | selectattr('change', 'equalto', 'lost') }}"

- name: Ask who gets into a room
  onlyoffice.docspace.room_info:
    rooms: [Contracts]
    access: true
  register: contracts

- name: Explain each of them
  ansible.builtin.debug:
    msg: "{{ contracts | onlyoffice.docspace.explain_access(item.id) }}"
  loop: "{{ contracts.rooms | map(attribute='access') | flatten }}"
  loop_control:
    label: "{{ item.email }}"

- name: Explain what a report of last month says
  ansible.builtin.debug:
    msg: "{{ report | onlyoffice.docspace.explain_access('eva@example.com') }}"
  vars:
    report: "{{ lookup('ansible.builtin.file', 'reports/portal.json') | from_json }}"
"""

RETURN = r"""
_value:
  description: A sentence, or with O(format=rows) a dictionary, for each room, in the order of the
    rooms.
  type: list
  elements: raw
  contains:
    room:
      description: The room, with C(id), C(title) and C(archived).
      type: dict
    user:
      description: The person, with C(id), C(display_name) and C(email).
      type: dict
    level:
      description: As what this person is in, null if they do not get in, or that is not known.
      type: str
    cause:
      description: The reason that counts, or null.
      type: str
    causes:
      description: All reasons, as M(onlyoffice.docspace.room_info) has them.
      type: list
      elements: dict
    why_not:
      description: Null for who gets in. V(disabled) and V(pending) are about the account, V(not_in)
        is for active people whom nothing lets in. V(unseen) is for people whom the portal did not
        show, so that it is not known.
      type: str
    without:
      description: The same four keys as they would be without the groups. Null if this was not
        asked.
      type: dict
    change:
      description: V(same), V(changed) for another level, V(lost) if this person would not get in
        any more. Null if this was not asked, or is not known.
      type: str
    text:
      description: The sentence.
      type: str
"""

from collections.abc import Mapping
from typing import Any, Callable

from ansible.errors import AnsibleFilterError
from jinja2 import Undefined

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.explained_access import (
    explained,
    told_access,
)

_FORMATS = ["text", "rows"]
_SPEC: dict[str, dict[str, Any]] = {
    "person": {"type": "str"},
    "without_group": {"type": "str"},
    "without_groups": {"type": "list", "elements": "str"},
    "format": {"type": "str", "choices": _FORMATS, "default": "text"},
}


def explain_access(result: Any, *person: Any, **options: Any) -> list[Any]:
    """See DOCUMENTATION."""
    try:
        return _explain(result, _given(person, options))
    except OptionError as error:
        raise AnsibleFilterError(f"explain_access: {error}") from None


def _explain(result: Any, options: Mapping[str, Any]) -> list[Any]:
    _raise_if_undefined(result)
    told = told_access(result, options["person"])
    left = None
    for option in ("without_group", "without_groups"):
        if option in options:
            left = _left(option, options[option], told.group)
    rows = explained(told, left)
    return rows if options.get("format") == "rows" else [row["text"] for row in rows]


def _given(person: tuple[Any, ...], options: Mapping[str, Any]) -> dict[str, Any]:
    """The options as they are written.

    :raises OptionError: naming one, what is wrong and what to do.
    """
    if len(person) > 1 or (person and "person" in options):
        raise OptionError("person", "is one person; write the names of other options before them.")
    given = {**dict(zip(("person",), person)), **options}
    for option, value in given.items():
        _raise_if_undefined(value)
        if option not in _SPEC:
            raise OptionError(option, f"is no option; there are {', '.join(_SPEC)}.")
    if "person" not in given:
        raise OptionError("person", "is missing; name one person.")
    given = check_given(_SPEC, given)
    if {"without_group", "without_groups"} <= given.keys():
        raise OptionError("without_group", "excludes without_groups; leave out one of them.")
    if given.get("format", "text") not in _FORMATS:
        raise OptionError("format", f"is none of {', '.join(_FORMATS)}; give one of these.")
    return given


def _left(option: str, groups: Any, meant: Callable[[str, str], str]) -> list[str]:
    """The ids of groups."""
    texts = [groups] if isinstance(groups, str) else list(groups)
    if not texts:
        raise OptionError(option, "is empty; name the groups, or leave it out.")
    return list(dict.fromkeys(meant(option, each) for each in texts))


def _raise_if_undefined(value: Any) -> None:
    """Let a variable that is not set be told of by its name, as Ansible does."""
    if isinstance(value, Undefined):
        str(value)


class FilterModule:
    """What Ansible asks for the filters of this file."""

    def filters(self) -> dict[str, Callable[..., Any]]:
        """The filters by name."""
        return {"explain_access": explain_access}
