# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Values as documents for people to keep: JSON, or YAML in which every text is quoted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .._base.yaml import scalar


def json_document(value: Any) -> str:
    """Mappings, lists, texts and null as JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # What is not seen, or changes how others are seen, by its number.
    signs = (
        char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text
    )
    return "".join(signs) + "\n"


def yaml_document(value: Any) -> str:
    """Mappings, lists, texts and null as YAML, the same for parsers of 1.1 and 1.2."""
    return "".join(f"{line}\n" for line in ("---", *yaml_lines(value)))


def yaml_lines(value: Any) -> Iterator[str]:
    """A mapping or a list as lines of YAML."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if _is_nested(inner):
                yield f"{key}:"
                yield from (f"  {line}" for line in yaml_lines(inner))
            else:
                yield f"{key}: {_scalar(inner)}"
    else:
        for inner in value:
            first, *rest = yaml_lines(inner) if _is_nested(inner) else [_scalar(inner)]
            yield f"- {first}"
            yield from (f"  {line}" for line in rest)


def _is_nested(value: Any) -> bool:
    return isinstance(value, (dict, list)) and bool(value)


def _scalar(value: Any) -> str:
    return scalar(value) if isinstance(value, str) else json.dumps(value)
