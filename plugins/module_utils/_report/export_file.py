# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""A portal as a YAML file that roles take.

The text depends on nothing but the portal, and nothing that a portal contains can change what the
file means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

_HEAD = """\
---
# The {nouns} of {portal}, written by onlyoffice.docspace.export.
# The {roles} the portal so.
"""
_NOT_WRITTEN = """\
# Until when somebody may enter a room, and why, is not kept by the portal, and not written.
# Links with a password have a comment, as passwords are not written.
"""
_PORTALS = re.compile(
    r"^# The (?:groups|people|rooms|and|, | )+ of (\S+), written by onlyoffice\.docspace\.",
    re.MULTILINE,
)
_PORTS = {"http": 80, "https": 443}


def export_file(portal: str, lists: Mapping[str, Iterable[str]]) -> str:
    """The text of the file.

    :param portal: its address.
    :param lists: the lines of each list, by the name of the role that takes it.
    """
    roles = _joined([f"onlyoffice.docspace.{role}" for role in lists])
    head = _HEAD.format(
        nouns=_joined(list(lists)),
        portal=_plain_address(portal),
        roles=f"role {roles} makes" if len(lists) == 1 else f"roles {roles} make",
    )
    head += _NOT_WRITTEN if "rooms" in lists else ""
    return head + "".join(f"{line}\n" for lines in lists.values() for line in lines)


def other_portals(text: str, portal: str) -> list[str] | None:
    """For which other portals a file was written; None if it is none of these files."""
    found = list(dict.fromkeys(_PORTALS.findall(text)))
    return [each for each in found if each != _plain_address(portal)] if found else None


def _plain_address(portal: str) -> str:
    """The one of all notations of an address that a file has."""
    parts = urlsplit(portal)
    host, default = parts.netloc.lower(), f":{_PORTS[parts.scheme]}"
    return (
        f"{parts.scheme}://{host[: -len(default)] if host.endswith(default) else host}{parts.path}"
    )


def _joined(words: Sequence[str]) -> str:
    return " and ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])
