# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Options that exclude each other, or need each other, say so where they are documented."""

from __future__ import annotations

import importlib
import itertools
import re
from pathlib import Path

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.doc_fragments.connection import (
    ModuleDocFragment,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection

MODULES = "ansible_collections.onlyoffice.docspace.plugins.modules"
NAMES = sorted(p.stem for p in (Path(__file__).parents[3] / "plugins/modules").glob("*.py"))


def pairs(spec, constraints, documented, path=()):
    """Each option, what it is documented as, and another one that it has to name."""
    for kind in ("mutually_exclusive", "required_together"):
        for options in constraints.get(kind, ()):
            for option, other in itertools.permutations(options, 2):
                if option in documented:  # or else it is the connection's
                    yield "".join(path) + option, documented[option]["description"], other
    for option, entry in spec.items():
        if "options" in entry and option in documented:
            inner = documented[option]["suboptions"]
            yield from pairs(entry["options"], entry, inner, (*path, f"{option}."))


def all_pairs():
    for name in NAMES:
        module = importlib.import_module(f"{MODULES}.{name}")
        documented = yaml.safe_load(module.DOCUMENTATION)["options"]
        constraints = getattr(module, "CONSTRAINTS", {})
        for option, text, other in pairs(module.ARGUMENT_SPEC, constraints, documented):
            yield pytest.param(text, other, id=f"{name}: {option} names {other}")
    documented = yaml.safe_load(ModuleDocFragment.DOCUMENTATION)["options"]
    constraints = getattr(connection, "CONSTRAINTS", {})
    for option, text, other in pairs(connection.ARGUMENT_SPEC, constraints, documented):
        yield pytest.param(text, other, id=f"connection: {option} names {other}")


@pytest.mark.parametrize(("text", "other"), list(all_pairs()))
def test_options_name_those_that_they_exclude_or_need(text, other):
    words = text if isinstance(text, str) else " ".join(text)

    assert re.search(rf"\bO\((?:[\w\[\]]+\.)*{other}[=)]", words)


def test_there_are_such_options():
    assert len(list(all_pairs())) >= 10
