# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the figures depend on besides the code."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from pathlib import Path


def describe() -> dict[str, str]:
    """The machine and the versions, without anything that names this one machine."""
    models = re.findall(r"^model name\s*: (.+)$", _read("/proc/cpuinfo"), flags=re.MULTILINE)
    packages = ("ansible-core", "requests", "docspace-api-sdk")
    return {
        "processor": f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        **{package: importlib.metadata.version(package) for package in packages},
    }


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
