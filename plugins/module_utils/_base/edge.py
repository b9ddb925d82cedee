# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The edge: options as a task gives them, before Ansible makes texts of whatever they are.

Ansible turns lists, mappings, booleans, numbers and placeholders into text without a word, and each
version does it differently. A name that nobody wrote is an error here, whatever option it is for.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from .errors import OptionError
from .texts import MAX_LENGTH, SURROGATES, decomposed, invisible, printable

#: What stands for an omitted value in lists, in mappings and in the variables of roles.
_PLACEHOLDER = "__omit_place_holder__"
#: What a template makes of a boolean or a null before ansible-core 2.19.
_PYTHON_WORDS = frozenset(("True", "False", "None"))
#: Types of which null means the same as leaving the option out, where that is harmless.
_NULL_IS_LEFT_OUT = frozenset(("bool", "int", "path"))
#: Texts that are no names; whoever reads these knows how long they may be.
_LONG = frozenset(("base_url",))
#: The longest path of a file that systems know, in characters.
_MAX_PATH = 4096

#: Options that name rooms, whose ids are numbers, and what was done, and to which of these.
_ROOM = re.compile(r"(?:^|\s)rooms?(?:, entry [0-9]+)?$|^(?:action|target)$")

Spec = Mapping[str, Mapping[str, Any]]


def check_given(specs: Spec, given: Mapping[str, Any], where: str = "") -> dict[str, Any]:
    """What a task gives, less the nulls that mean that an option is left out.

    :param specs: the argument specification.
    :param given: the options as they are written or as templates have made them.
    :param where: the option and the entry that these are in, if they are suboptions.
    :raises OptionError: naming the option, what it is, and what to write instead.
    """
    kept = {}
    aliases = {alias: spec for spec in specs.values() for alias in spec.get("aliases", ())}
    for option, value in given.items():
        spec = specs.get(option) or aliases.get(option)
        if spec is None or option.startswith("_ansible_"):  # Ansible refuses what it does not know
            kept[option] = value
        elif value is not None or not _may_be_null(spec):
            try:
                kept[option] = _checked(f"{where}{option}", spec, value)
            except OptionError as error:
                if f"no_{option}" in specs and _is_nothing(value):
                    raise error.with_advice(f"To have none, set no_{option}.") from None
                raise
    return kept


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def check_text(option: str, text: str, max_length: int = MAX_LENGTH) -> None:
    """Refuse what no request could carry.

    :raises OptionError: if a text is too long, or cannot be written as UTF-8.
    """
    if len(text) > max_length:
        raise OptionError(
            option, f"has {len(text)} characters, and what it may mean has at most {max_length}."
        )
    if SURROGATES.search(text):
        raise OptionError(
            option, "contains bytes that are no text; write it in UTF-8, without escapes."
        )


def _may_be_null(spec: Mapping[str, Any]) -> bool:
    is_harmless = "choices" not in spec and spec.get("default") is not True
    return is_harmless and spec["type"] in _NULL_IS_LEFT_OUT


def _checked(option: str, spec: Mapping[str, Any], value: Any) -> Any:
    kind = spec["type"]
    if isinstance(value, str) and _PLACEHOLDER in value:
        raise OptionError(option, "is the placeholder of a variable that is not set; set it.")
    if kind == "list":
        return _list(option, spec, value)
    if kind == "dict":
        return _mapping(option, spec, value)
    if value is None:
        raise OptionError(option, f"is {_kind(value)}; {_value_of(spec)}, or leave it out.")
    if kind == "int" and isinstance(value, bool):  # which Ansible takes for 1 or 0
        raise OptionError(option, f"is {_kind(value)} and no number; give one.")
    if kind == "raw":  # nothing else is given in two forms
        _check_raw(option, spec, value)
    elif kind in ("str", "path") and "choices" not in spec:
        _check_written(option, spec, value)
    return value


def _value_of(spec: Mapping[str, Any]) -> str:
    if "choices" in spec:
        return f"give one of {', '.join(spec['choices'])}"
    return "give true or false" if spec["type"] == "bool" else "write a text"


def _list(option: str, spec: Mapping[str, Any], value: Any) -> Any:
    if value is None:
        raise OptionError(option, "is null, an empty value; write [] for an empty list.")
    of_texts = spec["elements"] != "dict"
    if of_texts and isinstance(value, str):  # Ansible splits it at commas
        if not value.strip():
            raise OptionError(option, "is an empty text; write [] for an empty list.")
        _check_written(option, spec, value)
        return value
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Sequence):
        raise OptionError(option, f"is {_kind(value)}; give a list.")
    entry = {**spec, "type": spec["elements"]}
    return [
        _checked(f"{option}, entry {position}{_label(each)}", entry, each)
        for position, each in enumerate(value, start=1)
    ]


def _mapping(option: str, spec: Mapping[str, Any], value: Any) -> Any:
    if not isinstance(value, Mapping):
        keys = f" with {', '.join(spec['options'])}" if "options" in spec else ""
        raise OptionError(option, f"is {_kind(value)}; give a mapping{keys}.")
    if any(not isinstance(key, str) for key in value):
        raise OptionError(option, "has a key that is no text; quote it.")
    if "options" not in spec:
        return value
    return check_given(spec["options"], value, f"{option}, ")


def _check_raw(option: str, spec: Mapping[str, Any], value: Any) -> None:
    """Check what is a text, or a mapping of texts to texts."""
    text = {**spec, "type": "str"}
    if not isinstance(value, Mapping):
        _checked(option, text, value)
        return
    if not value:
        raise OptionError(option, "is an empty mapping; leave it out.")
    for key, inner in value.items():
        _checked(f"{option}, a key", text, key)
        _checked(f'{option}, "{printable(key)}"', text, inner)


def _label(entry: Any) -> str:
    """The group or person that an entry of a list is about, for a message."""
    if not isinstance(entry, Mapping):
        return ""
    name = next(
        (entry[key] for key in ("name", "group", "room", "user", "id") if entry.get(key)), None
    )
    return f' ("{printable(name)}")' if isinstance(name, str) else ""


def _check_written(option: str, spec: Mapping[str, Any], value: Any) -> None:
    """Refuse what is no text, or none that anything is called."""
    kind, is_secret = spec["type"], spec.get("no_log", False)
    if getattr(value, "__ENCRYPTED__", False):  # by ansible-vault, within the line
        return
    if (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and _may_be_number(option, value)
    ):
        return
    if not isinstance(value, str):
        raise OptionError(option, f"is {_kind(value, is_secret)}{_way_out(option, value)}")
    if not value.strip():
        raise OptionError(option, "is empty; write a text, or leave it out.")
    if is_secret:
        return
    if value in _PYTHON_WORDS:
        raise OptionError(
            option,
            f"is '{value}', which Ansible makes of a value that is no text; give another name, or"
            " an id.",
        )
    is_long = kind in ("list", "path") or option in _LONG
    check_text(option, value, _MAX_PATH if is_long else MAX_LENGTH)
    if kind != "path":
        _check_characters(option, value)


def _check_characters(option: str, value: str) -> None:
    """Refuse names that look like others, or that no portal stores."""
    unseen = invisible(value)
    if unseen:
        way_out = "give one name per entry" if "\n" in value else "remove that"
        raise OptionError(option, f"contains {unseen}; {way_out}, or give an id instead.")
    apart = decomposed(value)
    if apart:
        raise OptionError(
            option,
            f"contains {apart} apart from its letter, which looks the same as one character and is"
            " another name; write it as one, or give an id instead.",
        )
    beyond = next((char for char in value if char > "\uffff"), None)
    if beyond:
        raise OptionError(
            option,
            f"contains {beyond} (U+{ord(beyond):X}), and portals neither store nor find characters"
            " beyond U+FFFF; leave it out, or give an id instead.",
        )


def _may_be_number(option: str, value: float) -> bool:
    """Whether an option is a number or something else, such as a percentage or a title."""
    name = option.rpartition(" ")[2]
    if name.startswith("max_") or name.endswith("limit") or name == "quota":
        return True
    return isinstance(value, int) and bool(_ROOM.search(option))


def _kind(value: Any, secret: bool = False) -> str:
    """What a value is, in words."""
    if value is None:
        return "null, an empty value"
    if isinstance(value, bool):
        return "a boolean" if secret else f"the boolean {str(value).lower()}"
    if isinstance(value, (int, float)):
        return "a number" if secret else f"the number {value}"
    if isinstance(value, datetime.date):
        return "a date"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, Sequence) else "no text"


def _way_out(option: str, value: Any) -> str:
    if isinstance(value, (bool, int, float, datetime.date)):
        return " and no text; quote it where it is written."
    if ", entry " in option:
        return "; give one text per entry, such as an e-mail address, a name or an id."
    return "; give one text, such as a name, an id or a path."
