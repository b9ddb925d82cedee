# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Run a command; print the seconds it took, its processor time, largest memory and exit status.

    timed.py LOG COMMAND ...

A process of its own, and a small one: what a process starts counts the memory of its parent, too.
"""

from __future__ import annotations

import json
import os
import sys
import time

log, *command = sys.argv[1:]
started = time.perf_counter()
pid = os.posix_spawnp(
    command[0],
    command,
    os.environ,
    file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ],
)
_pid, status, usage = os.wait4(pid, 0)
seconds = time.perf_counter() - started
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpu": usage.ru_utime + usage.ru_stime,
            # Of the largest of the command's processes.
            "peak_mb": usage.ru_maxrss * 1024 / 1e6,
            "status": os.waitstatus_to_exitcode(status),
        }
    )
)
