# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Bodies and query strings as the server binds them to typed values."""

from __future__ import annotations

import collections.abc as c
import functools
import operator
import re
import typing as t
import urllib.parse

from . import guid, jsontext
from .failures import Invalid, UnsupportedMediaType
from .jsontext import Node

_JSON_TYPE = re.compile(r"(?:application|text)/json\Z|application/[^/]+\+json\Z")

_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,10}\s*\Z")

Converter = c.Callable[[Node], t.Any]


def text(node: Node) -> str | None:
    """A string or null."""
    if node.value is not None and not isinstance(node.value, str):
        raise node.invalid("System.String")
    return node.value


def identifier(node: Node) -> str:
    """A GUID with dashes: in bodies no other notation is understood."""
    if not isinstance(node.value, str) or not guid.DASHED.match(node.value):
        raise node.invalid("System.Guid")
    return node.value.lower()


def truth(node: Node) -> bool | None:
    """True, false or null."""
    if node.value is not None and not isinstance(node.value, bool):
        raise node.invalid("System.Nullable`1[System.Boolean]")
    return node.value


def flag(node: Node) -> bool:
    """True or false."""
    if not isinstance(node.value, bool):
        raise node.invalid("System.Boolean")
    return node.value


def number(node: Node) -> int | None:
    """A whole number, also in quotes, or null."""
    if isinstance(node.value, str) and _NUMBER.match(node.value):
        return int(node.value)
    if node.value is not None and (isinstance(node.value, bool) or not isinstance(node.value, int)):
        raise node.invalid("System.Nullable`1[System.Int32]")
    return node.value


def member_of(clr_type: str, names: dict[str, int]) -> Converter:
    """A value of an enumeration, by its name or number; gives the name."""

    def convert(node: Node) -> str:
        for name, value in names.items():
            if node.value == value or str(node.value).lower() == name.lower():
                return name
        raise node.invalid(clr_type)

    return convert


def list_of(convert: Converter, clr_type: str, collection: str = "IEnumerable") -> Converter:
    """A list or null; `collection` is what the server calls a list here."""

    def convert_all(node: Node) -> list[t.Any] | None:
        if node.value is None:
            return None
        if not isinstance(node.value, list):
            raise node.invalid(f"System.Collections.Generic.{collection}`1[{clr_type}]")
        return [convert(item) for item in node.value]

    return convert_all


def record(
    clr_type: str, fields: dict[str, Converter], required: t.Sequence[str] = ()
) -> Converter:
    """An object; gives those of the fields that were sent, whatever their case."""
    known = {name.lower(): name for name in fields}

    def convert(node: Node) -> dict[str, t.Any]:
        if not isinstance(node.value, dict):
            raise node.invalid(clr_type)
        sent = {
            known[name.lower()]: fields[known[name.lower()]](item)
            for name, item in node.value.items()
            if name.lower() in known
        }
        missing = [f"'{name}'" for name in required if name not in sent]
        if missing:
            message = (
                f"JSON deserialization for type '{clr_type}' was missing"
                f" required properties including: {', '.join(missing)}."
            )
            raise Invalid(node.path, message)
        return sent

    return convert


guids = list_of(identifier, "System.Guid")


def body(data: bytes, content_type: str, convert: Converter, parameter: str) -> t.Any:
    """The typed body of a request; `parameter` is the server's name for it."""
    kind, _semicolon, options = content_type.partition(";")
    if not _JSON_TYPE.match(kind.strip().lower()):
        raise UnsupportedMediaType
    charset = "utf-16" if "utf-16" in options.lower() else "utf-8-sig"
    sent = data.decode(charset, errors="replace")
    if not sent.strip() or sent.strip() == "null":
        raise Invalid(parameter, "A non-empty request body is required.")
    return convert(jsontext.read(sent))


class Query:
    """The parameters of a query string; names in any case, the first value counts."""

    def __init__(self, raw: str) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in urllib.parse.parse_qsl(raw, keep_blank_values=True):
            self._values.setdefault(name.lower(), []).append(value)

    @property
    def fields(self) -> list[str] | None:
        """The properties that the client asks for; None if it wants them all."""
        lists = self._values.get("fields", []) + self._values.get("fields[]", [])
        return [field for item in lists for field in item.split(",")] if lists else None

    def text(self, name: str) -> str:
        """The parameter as it is, empty if it is missing."""
        return self._values.get(name.lower(), [""])[0]

    def flag(self, name: str, default: bool = False) -> bool:
        """A nullable boolean: an empty value is as good as none."""
        return self._boolean(name) if self.text(name) else default

    def required_flag(self, name: str, default: bool) -> bool:
        """A boolean that may be left out, but not be empty."""
        return self._boolean(name) if self._sent(name) else default

    def identifier(self, name: str) -> str | None:
        """A GUID in any notation."""
        sent = self.text(name)
        if not sent:
            return None
        found = guid.parse(sent)
        if found is None:
            raise _not_valid(name, sent)
        return found

    def number(self, name: str, default: int) -> int:
        """A whole number that may be left out, but not be empty."""
        if not self._sent(name):
            return default
        sent = self.text(name)
        if not _NUMBER.match(sent) or not -(2**31) <= int(sent) < 2**31:
            raise _not_valid(name, sent)
        return int(sent)

    def choice(self, name: str, names: dict[str, int], flags: bool = False) -> int | None:
        """A value of an enumeration, by name or number, or a combination if they are flags."""
        values = self.choices(name, names, flags)
        return values[0] if values else None

    def choices(self, name: str, names: dict[str, int], flags: bool = False) -> list[int]:
        """All the values of a repeated parameter."""
        sent = [value for value in self._values.get(name.lower(), []) if value]
        return [choice(name, value, names, flags) for value in sent]

    def _boolean(self, name: str) -> bool:
        sent = self.text(name)
        if sent.strip().lower() not in ("true", "false"):
            raise _not_valid(name, sent)
        return sent.strip().lower() == "true"

    def _sent(self, name: str) -> bool:
        return name.lower() in self._values


def choice(name: str, sent: str, names: dict[str, int], flags: bool = False) -> int:
    """One value of an enumeration that stands in a query or a path."""
    for candidate, value in names.items():
        if sent.strip().lower() in (candidate.lower(), str(value)):
            return value
    combined = functools.reduce(operator.or_, names.values()) if flags else 0
    if sent.isdigit() and int(sent) > 0 and int(sent) | combined == combined:
        return int(sent)
    raise _not_valid(name, sent)


def _not_valid(name: str, sent: str) -> Invalid:
    if not sent:
        return Invalid(name, "The value '' is invalid.")
    return Invalid(name, f"The value '{sent}' is not valid for {name[0].upper()}{name[1:]}.")
