# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Looking for a secret in what a run leaves behind, in whatever form it may be there."""

from __future__ import annotations

import base64
import html
import json
import shlex
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: What is shorter than this could be there by chance.
SHORTEST = 8


def forms(secret: str) -> dict[str, str]:
    """The halves of a secret in every notation in which it might be written; each with its name."""
    found: dict[str, str] = {}
    for name, complete in _notations(secret).items():
        middle = len(complete) // 2
        found |= {
            f"{name}, first half": complete[:middle],
            f"{name}, second half": complete[middle:],
        }
    assert all(len(form) >= SHORTEST for form in found.values())
    return found


def _notations(secret: str) -> dict[str, str]:
    as_json = json.dumps(secret)
    found = {
        "as it is": secret,
        "in a URL": urllib.parse.quote(secret, safe=""),
        "in a path": urllib.parse.quote(secret),
        "in JSON": as_json[1:-1],
        "in JSON in JSON": json.dumps(as_json)[3:-3],
        "as repr": repr(secret)[1:-1],
        "in HTML": html.escape(secret),
        "for a shell": shlex.quote(secret),
        "in hexadecimal": secret.encode().hex(),
    }
    for before in range(3):  # base64 depends on what stands in front
        coded = base64.b64encode(b"." * before + secret.encode())
        found[f"base64 behind {before}"] = coded[4:-4].decode()
    return found


def leaks(secret: str, text: str) -> list[str]:
    """Where a secret is in a text: each form with what stands around it."""
    found = []
    for name, form in forms(secret).items():
        if form in text:
            at = text.index(form)
            found.append(f"{name}: {text[max(0, at - 120) : at + len(form) + 40]}")
    return found


def leaks_of_folder(secret: str, folder: Path) -> list[str]:
    """Where a secret is in the files below a folder, their names included."""
    found = []
    for path in folder.rglob("*"):
        text = str(path.relative_to(folder)) + "\n"
        if path.is_file():
            text += path.read_bytes().decode(errors="replace")
        found += [f"{path.name}, {leak}" for leak in leaks(secret, text)]
    return found


@contextmanager
def command_lines() -> Iterator[set[str]]:
    """All command lines of this machine that are seen meanwhile."""
    seen: set[str] = set()
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.05):
            for path in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):  # it has ended
                    seen.add(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield seen
    finally:
        stop.set()
        watching.join()
