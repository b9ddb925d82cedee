# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import datetime
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError

SPECS: dict[str, Any] = {
    "name": {"type": "str"},
    "key": {"type": "str", "no_log": True},
    "state": {"type": "str", "choices": ["present", "absent"]},
    "users": {"type": "list", "elements": "str"},
    "max_removals": {"type": "str"},
    "ca_path": {"type": "path"},
    "disable": {"type": "bool", "default": True},
    "timeout": {"type": "int"},
    "groups": {
        "type": "list",
        "elements": "dict",
        "options": {
            "name": {"type": "str"},
            "prune": {"type": "bool"},
            "add": {"type": "list", "elements": "str"},
        },
    },
    "members": {"type": "dict", "options": {"exact": {"type": "list", "elements": "str"}}},
}


@pytest.mark.parametrize(
    "given",
    [
        {"name": "2.10", "users": ["ada@example.com", "1001"], "max_removals": 10},
        {"users": "ada@example.com,ben@example.com", "max_removals": "25%"},
        {"users": [], "groups": [{"name": "Sales", "add": []}], "members": {"exact": []}},
        {"timeout": "30", "state": "present", "_ansible_check_mode": True, "unheard_of": None},
        {"name": "M\u00fcnchen & S\u00f6hne; \u2764\ufe0f \u0645\u06cc\u200c\u062e\u0648"},
    ],
)
def test_what_somebody_wrote_passes_as_it_is(given):
    assert check_given(SPECS, given) == given


def test_null_means_left_out_where_that_is_harmless():
    given = {"timeout": None, "ca_path": None, "groups": [{"prune": None}]}

    assert check_given(SPECS, given) == {"groups": [{}]}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": None}, "name: is null, an empty value; write a text, or leave it out."),
        ({"name": " "}, "name: is empty; write a text, or leave it out."),
        ({"name": True},
         "name: is the boolean true and no text; quote it where it is written."),
        ({"name": 2.1}, "name: is the number 2.1 and no text; quote it where it is written."),
        ({"name": datetime.date(2026, 5, 31)},
         "name: is a date and no text; quote it where it is written."),
        ({"name": ["A", "B"]}, "name: is a list; give one text, such as a name, an id or a path."),
        ({"name": {"name": "A"}}, "name: is a mapping; give one text, such as a name, an id or a"
         " path."),
        ({"name": "None"},
         "name: is 'None', which Ansible makes of a value that is no text; give another name, or an"
         " id."),
        ({"name": "__omit_place_holder__0123"},
         "name: is the placeholder of a variable that is not set; set it."),
        ({"name": "a\nb"},
         "name: contains U+000A (a line end); give one name per entry, or give an id instead."),
        ({"name": "\ufeffSales"},
         "name: contains U+FEFF (zero width no-break space); remove that, or give an id instead."),
        ({"name": "Sa\u200cles"},
         "name: contains U+200C (zero width non-joiner); remove that, or give an id instead."),
        ({"name": "Sales\u3164"},
         "name: contains U+3164 (hangul filler); remove that, or give an id instead."),
        ({"name": "Sales \U0001f680"},
         "name: contains \U0001f680 (U+1F680), and portals neither store nor find characters beyond"
         " U+FFFF; leave it out, or give an id instead."),
        ({"name": "a\udc80"},
         "name: contains bytes that are no text; write it in UTF-8, without escapes."),
        ({"name": "Bo\u0308hm"},
         "name: contains U+0308 (combining diaeresis) apart from its letter, which looks the same"
         " as one character and is another name; write it as one, or give an id instead."),
        ({"state": None},
         "state: is null, an empty value; give one of present, absent, or leave it out."),
        ({"disable": None},
         "disable: is null, an empty value; give true or false, or leave it out."),
        ({"key": True}, "key: is a boolean and no text; quote it where it is written."),
        ({"key": 471147114711}, "key: is a number and no text; quote it where it is written."),
        ({"key": ""}, "key: is empty; write a text, or leave it out."),
        ({"ca_path": ""}, "ca_path: is empty; write a text, or leave it out."),
        ({"max_removals": None},
         "max_removals: is null, an empty value; write a text, or leave it out."),
        ({"max_removals": True},
         "max_removals: is the boolean true and no text; quote it where it is written."),
        ({"users": None}, "users: is null, an empty value; write [] for an empty list."),
        ({"users": " "}, "users: is an empty text; write [] for an empty list."),
        ({"users": "__omit_place_holder__0123"},
         "users: is the placeholder of a variable that is not set; set it."),
        ({"users": 7}, "users: is the number 7; give a list."),
        ({"users": {"ada": 1}}, "users: is a mapping; give a list."),
        ({"users": ["ada", {"email": "ben@example.com"}]},
         "users, entry 2: is a mapping; give one text per entry, such as an e-mail address, a name"
         " or an id."),
        ({"users": [["ada", "ben"]]},
         "users, entry 1: is a list; give one text per entry, such as an e-mail address, a name or"
         " an id."),
        ({"users": [None]},
         "users, entry 1: is null, an empty value; write a text, or leave it out."),
        ({"users": "ada\nben"},
         "users: contains U+000A (a line end); give one name per entry, or give an id instead."),
        ({"groups": "Sales"}, "groups: is a text; give a list."),
        ({"groups": ["Sales"]}, "groups, entry 1: is a text; give a mapping with name, prune,"
         " add."),
        ({"groups": [{1: "Sales"}]}, "groups, entry 1: has a key that is no text; quote it."),
        ({"groups": [{"name": "Sales", "add": [True]}]},
         'groups, entry 1 ("Sales"), add, entry 1: is the boolean true and no text; quote it where'
         " it is written."),
        ({"members": ["ada"]}, "members: is a list; give a mapping with exact."),
        ({"members": {"exact": None}},
         "members, exact: is null, an empty value; write [] for an empty list."),
    ],
)  # fmt: skip
def test_what_nobody_wrote_as_a_text_is_refused_in_a_sentence(given, message):
    with pytest.raises(OptionError) as raised:
        check_given(SPECS, given)

    assert str(raised.value) == message
    assert raised.value.details == {"option": next(iter(given))}


@pytest.mark.parametrize("value", [None, ""])
def test_what_can_be_asked_for_in_words_is_told(value):
    specs: dict[str, Any] = {"manager": {"type": "str"}, "no_manager": {"type": "bool"}}

    with pytest.raises(OptionError, match=r"leave it out\. To have none, set no_manager\.$"):
        check_given(specs, {"manager": value})


def test_a_value_within_ansible_vault_is_a_text():
    class Vaulted:
        __ENCRYPTED__ = True

    given = {"key": Vaulted()}

    assert check_given(SPECS, given) == given
