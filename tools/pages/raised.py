# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which failures the plugins raise: their codes and keys, as the source code has them.

A code is the second argument of :class:`DocSpaceError` or of a class made of it. Where it is no
text, its values are looked for: what is assigned to the name in the function around it, what other
functions of the file return, or what callers pass. A code that is not found this way is an error.
"""

from __future__ import annotations

import ast
import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

BASE = "DocSpaceError"
#: Arguments that are no keys of ``failure``.
NO_KEYS = {"message", "code", "may_be_done", "option"}
Function = ast.FunctionDef


class AstError(Exception):
    """The source code does not say what a failure is."""


@dataclass
class Failures:
    """What the plugins raise.

    :param codes: the keys that each code has in some places at least.
    :param passed_on: the keys that are added to failures of any code.
    """

    codes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    passed_on: set[str] = field(default_factory=set)


class Source:
    """All files of the plugins, parsed."""

    def __init__(self, plugins: Path) -> None:
        self.trees = {
            path: ast.parse(path.read_text(encoding="utf-8"))
            for folder in ("module_utils", "modules", "plugin_utils")
            for path in sorted((plugins / folder).rglob("*.py"))
        }
        self.calls: list[tuple[Path, tuple[Function, ...], ast.Call]] = []
        self.functions: dict[Path, dict[str, list[Function]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.classes: dict[str, ast.ClassDef] = {}
        for path, tree in self.trees.items():
            self._walk(path, tree, ())
        self.failures = {BASE}
        bases = {name: {_name(base) for base in each.bases} for name, each in self.classes.items()}
        while more := {name for name in bases if self.failures & bases[name]} - self.failures:
            self.failures |= more

    def _walk(self, path: Path, node: ast.AST, around: tuple[Function, ...]) -> None:
        if isinstance(node, ast.ClassDef):
            self.classes[node.name] = node
        if isinstance(node, ast.FunctionDef):
            self.functions[path][node.name].append(node)
            around = (*around, node)
        if isinstance(node, ast.Call):
            self.calls.append((path, around, node))
        for child in ast.iter_child_nodes(node):
            self._walk(path, child, around)

    def callers(self, function: str) -> Iterator[tuple[Path, tuple[Function, ...], ast.Call]]:
        return (each for each in self.calls if _name(each[2].func) == function)


def read_failures(plugins: Path) -> Failures:
    """All failures of the plugins."""
    source = Source(plugins)
    found = Failures()
    for path, around, call in source.calls:
        name = _name(call.func)
        if name == "super" or (name == "__init__" and not _is_failure_init(source, around)):
            continue
        if name != "__init__" and (name not in source.failures or _own_code(source, name)):
            continue
        code = _argument(call, 1, "code")
        if code is None:
            raise AstError(f"{path.name}:{call.lineno}: {name} without a code")
        where = f"{path.name}:{call.lineno}"
        keys = set(_keys(source, path, call, where))
        if name == "__init__" and isinstance(code, ast.Name):  # a class that is given its code
            continue
        values = set(_texts(source, path, around, code, where))
        if None in values:
            found.passed_on |= keys
        for value in values - {None}:
            found.codes[str(value)] |= keys
    return found


def _own_code(source: Source, name: str | None) -> bool:
    """Whether a class of failures has one code of its own, given to ``super().__init__``."""
    if name == BASE or name not in source.classes:
        return False
    for node in ast.walk(source.classes[name]):
        if isinstance(node, ast.Call) and _name(node.func) == "__init__":
            return isinstance(_argument(node, 1, "code"), (ast.Constant, ast.JoinedStr))
    return False


def _is_failure_init(source: Source, around: tuple[Function, ...]) -> bool:
    return any(
        around and around[-1] in source.classes[name].body
        for name in source.failures & source.classes.keys() - {BASE}
    )


def _keys(source: Source, path: Path, call: ast.Call, where: str) -> Iterator[str]:
    for keyword in call.keywords:
        if keyword.arg is not None:
            if keyword.arg not in NO_KEYS or (keyword.arg == "option" and _is_detail(call)):
                yield keyword.arg
            continue
        yield from _spread(source, keyword.value, where)


def _is_detail(call: ast.Call) -> bool:
    return _name(call.func) in (BASE, "__init__")


def _spread(source: Source, value: ast.expr, where: str) -> Iterator[str]:
    """The keys of ``**value``; those of another failure are its own already."""
    if isinstance(value, ast.Dict):
        for key, inner in zip(value.keys, value.values):
            if key is None:
                yield from _spread(source, inner, where)
            else:
                yield str(ast.literal_eval(key))
    elif isinstance(value, ast.IfExp):
        yield from _spread(source, value.body, where)
        yield from _spread(source, value.orelse, where)
    elif isinstance(value, ast.Call):
        name = _name(value.func) or ""
        functions = [each for names in source.functions.values() for each in names.get(name, ())]
        if not functions:
            raise AstError(f"{where}: nobody knows the keys of {ast.unparse(value)}")
        for returned in itertools.chain.from_iterable(map(_returned, functions)):
            yield from _spread(source, returned, where)
    elif not (_name(value) or "").endswith("details"):
        raise AstError(f"{where}: nobody knows the keys of {ast.unparse(value)}")


def _texts(
    source: Source, path: Path, around: tuple[Function, ...], value: ast.expr, where: str
) -> Iterator[str | None]:
    """The texts that an expression may be; None for the code of another failure."""
    if isinstance(value, ast.Constant):
        yield str(value.value)
    elif isinstance(value, ast.IfExp):
        yield from _texts(source, path, around, value.body, where)
        yield from _texts(source, path, around, value.orelse, where)
    elif isinstance(value, ast.JoinedStr):
        parts = [list(_texts(source, path, around, each, where)) for each in value.values]
        for combination in itertools.product(*parts):
            yield "".join(map(str, combination))
    elif isinstance(value, ast.FormattedValue):
        yield from _texts(source, path, around, value.value, where)
    elif isinstance(value, ast.Attribute) and value.attr == "code":
        yield None
    elif isinstance(value, ast.Name) and around:
        yield from _named(source, path, around, value.id, where)
    else:
        raise AstError(f"{where}: nobody knows the code {ast.unparse(value)}")


def _named(
    source: Source, path: Path, around: tuple[Function, ...], name: str, where: str
) -> Iterator[str | None]:
    """What a name may be in a function: a parameter, or what is assigned to it."""
    function = around[-1]
    parameters = [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]
    if name in parameters:
        position = parameters.index(name) - ("self" in parameters or "cls" in parameters)
        for caller_path, caller_around, call in source.callers(function.name):
            given = _argument(call, position, name)
            if given is not None:
                yield from _texts(source, caller_path, caller_around, given, where)
        return
    found = False
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for value in _assigned(source, path, node, name):
                found = True
                yield from _texts(source, path, around, value, where)
    if not found:
        raise AstError(f"{where}: nobody knows what {name} is")


def _assigned(source: Source, path: Path, node: ast.Assign, name: str) -> Iterator[ast.expr]:
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == name:
            yield node.value
        if not isinstance(target, ast.Tuple):
            continue
        names = [_name(each) for each in target.elts]
        if name in names:
            for value in _tuples(source, path, node.value):
                yield value.elts[names.index(name)]


def _tuples(source: Source, path: Path, value: ast.expr) -> Iterator[ast.Tuple]:
    """The pairs that an expression may be: written down, or returned by a function of the file."""
    if isinstance(value, ast.Tuple):
        yield value
    elif isinstance(value, ast.Call):
        functions = source.functions[path].get(_name(value.func) or "", ())
        for returned in itertools.chain.from_iterable(map(_returned, functions)):
            yield from _tuples(source, path, returned)


def _returned(function: Function) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[position] if position < len(call.args) else None


def _name(node: ast.expr) -> str | None:
    """The last part of a name, such as ``request`` of ``portal.request``."""
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", None)
