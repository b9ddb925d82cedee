# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs chains of checks side by side, says how each ended, and sums up."""

from __future__ import annotations

import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from .checks import Check, CheckError, FoundEarlyError, Log, NotRunError, say
from .trees import CACHE, ROOT

SHOWN_LINES = 200
# What pip says inside ansible-test, and progress signs: left out where a failure is shown.
NOISE = re.compile(
    r"\s*([━⠀-⣿]|Collecting |Downloading |Using cached |Installing |Successfully |Running sanity )"
)


def run_check(check: Check) -> tuple[str, str]:
    """Run one check, print its line, return its verdict and that line."""
    path = CACHE / "logs" / (re.sub(r"[^\w.]+", "-", check.name) + ".log")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    log = Log(path)
    start = time.monotonic()
    verdict, text = "ok", ""
    try:
        check.work(log)
    except NotRunError as error:
        verdict, text = "NOT RUN", str(error)
    except FoundEarlyError as error:
        verdict, text = "WARNING", f"{error}; see {path.relative_to(ROOT)}"
    except (CheckError, OSError, subprocess.CalledProcessError) as error:
        verdict, text = "FAILED", str(error)
    line = f"{verdict:<8}{check.name:<42}{time.monotonic() - start:6.1f} s  {log.note}".rstrip()
    if verdict == "FAILED":
        shown = path.read_text(encoding="utf-8").splitlines()
        shown = [line for line in shown if not NOISE.match(line)]
        if len(shown) > SHOWN_LINES:
            shown = [f"[... the rest is in {path.relative_to(ROOT)}]", *shown[-SHOWN_LINES:]]
        output = "\n".join(shown)
        say(f"{'-' * 20} {check.name} {'-' * 20}\n{output}\n{text}\n{'-' * 60}\n{line}")
    elif verdict in ("NOT RUN", "WARNING"):
        line = f"{verdict} {check.name}: {text}"
        say(line)
    else:
        say(line)
    extra = [f"NOT RUN {check.name}, {left_out}" for left_out in log.left_out]
    return verdict, "\n".join([line, *extra])


def run_chains(wanted: list[list[Check]]) -> int:
    """Run chains of checks, two at a time (much of it uses one core only), and sum up."""
    start = time.monotonic()
    with ThreadPoolExecutor(max_workers=2) as pool:
        done = pool.map(lambda chain: [run_check(check) for check in chain], wanted)
        results = [result for chain in done for result in chain]
    verdicts = [result[0] for result in results]
    lines = [line for result in results for line in result[1].splitlines()]
    if len(wanted) > 1:
        say("\nSummary:")
        for prefix in ("ok", "NOT RUN", "WARNING", "FAILED"):
            for line in lines:
                if line.startswith(prefix):
                    say(line)
    passed, failed = verdicts.count("ok"), verdicts.count("FAILED")
    say(f"{time.monotonic() - start:.0f} s, logs in .cache/logs")
    say(f"{passed} passed, {failed} failed")
    return 1 if failed or not (passed or "WARNING" in verdicts) else 0
