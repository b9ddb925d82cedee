# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A JSON reader that knows where each value ends: the server names these places in its errors."""

from __future__ import annotations

import dataclasses
import json
import re
import typing as t

from .failures import Invalid

_SCALAR = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null')
_BLANK = re.compile(r"[ \t\r\n]*")


@dataclasses.dataclass
class Node:
    """A value of the text; `end` is where its (first) token ends, `value` holds nodes inside."""

    path: str
    value: t.Any
    text: str
    end: int

    def invalid(self, clr_type: str) -> Invalid:
        """This value does not fit the type that the server wants."""
        message = f"The JSON value could not be converted to {clr_type}."
        return Invalid(self.path, message + _place(self.path, self.text, self.end))


def read(text: str) -> Node:
    """Parse a whole text, or raise `Invalid`."""
    reader = _Reader(text)
    node = reader.value("$")
    if reader.peek():
        raise reader.broken("$", f"'{reader.peek()}' is invalid after a single JSON value.")
    return node


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def peek(self) -> str:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def value(self, path: str) -> Node:
        opening = self.peek()
        if opening in ("{", "["):
            self._at += 1
            node = Node(path, None, self._text, self._at)
            node.value = self._object(path) if opening == "{" else self._array(path)
            return node
        match = _SCALAR.match(self._text, self._at)
        if not match:
            raise self.broken(path, f"'{opening}' is an invalid start of a value.")
        self._at = match.end()
        return Node(path, json.loads(match.group(), strict=False), self._text, self._at)

    def broken(self, path: str, message: str) -> Invalid:
        if not self.peek():
            message = (
                "Expected depth to be zero at the end of the JSON payload."
                " There is an open JSON object or array that should be closed."
            )
        return Invalid(path, message + _place(path, self._text, self._at))

    def _object(self, path: str) -> dict[str, Node]:
        members: dict[str, Node] = {}
        inner = path
        while not self._closed(inner, "}", bool(members)):
            name = _SCALAR.match(self._text, self._at)
            if self.peek() != '"' or not name:
                raise self.broken(inner, f"'{self.peek()}' is an invalid start of a property name.")
            self._at = name.end()
            key = json.loads(name.group(), strict=False)
            inner = f"{path}.{key}"
            if self.peek() != ":":
                raise self.broken(inner, f"'{self.peek()}' is invalid after a property name.")
            self._at += 1
            members[key] = self.value(inner)
        return members

    def _array(self, path: str) -> list[Node]:
        items: list[Node] = []
        while not self._closed(f"{path}[{len(items)}]", "]", bool(items)):
            items.append(self.value(f"{path}[{len(items)}]"))
        return items

    def _closed(self, path: str, closing: str, started: bool) -> bool:
        found = self.peek()
        if found == closing:
            self._at += 1
            return True
        if not started:
            return False
        if found != ",":
            raise self.broken(path, f"'{found}' is invalid after a value.")
        self._at += 1
        if self.peek() == closing:
            kind = "array" if closing == "]" else "object"
            raise self.broken(
                path,
                f"The JSON {kind} contains a trailing comma at the end"
                " which is not supported in this mode. Change the reader options.",
            )
        return False


def _place(path: str, text: str, end: int) -> str:
    lines = text[:end].split("\n")
    column = len(lines[-1].encode())
    return f" Path: {path} | LineNumber: {len(lines) - 1} | BytePositionInLine: {column}."
