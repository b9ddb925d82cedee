# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Let plain pytest import this checkout, wherever it lies, as a collection.

ansible-test brings its own loader; then there is nothing to do.
"""

from __future__ import annotations

import importlib.util
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent
COLLECTION = "ansible_collections.onlyoffice.docspace"


def _installed(name: str) -> list[str]:
    """The folders of a package that is installed, so that its other collections stay visible."""
    spec = importlib.util.find_spec(name)
    return list(spec.submodule_search_locations or ()) if spec else []


if "ansible_collections" not in sys.modules:
    for name in ("ansible_collections", "ansible_collections.onlyoffice", COLLECTION):
        package = types.ModuleType(name)
        package.__path__ = [str(ROOT)] if name == COLLECTION else _installed(name)
        sys.modules[name] = package
        parent, dot, child = name.rpartition(".")
        if dot:
            setattr(sys.modules[parent], child, package)
