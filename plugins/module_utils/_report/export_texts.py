# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Texts of a portal in a file that roles take: none can change what the file means."""

from __future__ import annotations

import re

from .._base.edge import check_given
from .._base.errors import OptionError
from .._base.guids import parse_guid
from .._base.references import parse_references
from .._base.texts import printable
from .._base.yaml import scalar
from .._portal.model.person import Person


def person_reference(person: Person) -> str:
    """Who a person is: the e-mail address, or the id where that would be no reference."""
    try:
        (reference,) = parse_references("members", [person.email])
        is_email = re.fullmatch(r"[^\s@]+@[^\s@]+", person.email) and reference.kind == "email"
    except OptionError:
        is_email = None
    return person.email if is_email and may_be_given(person.email) else person.id


def person_value(person: Person) -> str:
    """A person in the file, with a comment for those who read it."""
    reference = person_reference(person)
    # Of somebody who has not yet accepted an invitation, the name is the address.
    words = [person.display_name] if person.display_name != reference else []
    words += [f"({person.status})"] if person.status != "active" else []
    return value(reference) + comment(printable(" ".join(words)))


def comment(text: str) -> str:
    """A comment at the end of a line."""
    return f"  # {text.strip()}" if text.strip() else ""


def may_be_given(text: str) -> bool:
    """Whether options take a text as a name."""
    if not text.isprintable() or text != text.strip() or parse_guid(text):
        return False
    try:
        check_given({"name": {"type": "str"}}, {"name": text})
    except OptionError:
        return False
    return True


def value(text: str) -> str:
    """A text in YAML; what Ansible would take for a template is marked, so that it is none."""
    templated = any(opening in text for opening in ("{{", "{%", "{#"))
    return f"!unsafe {scalar(text)}" if templated else scalar(text)
