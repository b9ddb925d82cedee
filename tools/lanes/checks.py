# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a check is, what it prints, and how it says that something is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from .trees import ROOT

ANSI = re.compile(r"\x1b\[[0-9;]*m")


class CheckError(Exception):
    """A check found something; the text says what."""


class FoundEarlyError(Exception):
    """A check found what is no fault yet; the text says what."""


class NotRunError(Exception):
    """A check cannot run on this machine; the text says why."""


@dataclass
class Check:
    """One line of the summary."""

    name: str
    work: Callable[[Log], object]


@dataclass
class Log:
    """What one check prints, kept in a file and shown only if the check fails."""

    path: Path
    note: str = ""
    left_out: list[str] = field(default_factory=list)

    def run(self, *command: str | Path, cwd: Path = ROOT, env: dict[str, str]) -> str:
        """Run a command to its end, return what it printed; CheckError if it failed."""
        words = [str(word) for word in command]
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"$ {' '.join(words)}\n")
        done = subprocess.run(
            words, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        with self.path.open("a", encoding="utf-8") as file:
            file.write(done.stdout)
        if done.returncode:
            raise CheckError(f"exit status {done.returncode} of {words[0]}")
        return ANSI.sub("", done.stdout)


_print_lock = threading.Lock()


def say(text: str, file: TextIO = sys.stdout) -> None:
    """Print one piece whole."""
    with _print_lock:
        print(text, file=file, flush=True)
