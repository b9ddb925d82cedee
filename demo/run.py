# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Show remove_leavers.yml on the simulated portal: preview, apply, again.

`make demo` runs this with ansible-playbook on PATH. `--collections DIR` takes the collection from
there, as it was installed, instead of from this checkout. Fails if a run changed too much or too
little.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAYBOOK = "demo/remove_leavers.yml"
STEPS = (
    ("1. Preview: who would go? Nothing is written.", ("--check", "--diff"), 1),
    ("2. Apply.", ("--diff",), 1),
    ("3. Again: the group is as it should be, so nothing is changed.", (), 0),
)


@contextmanager
def portal() -> Iterator[dict[str, str]]:
    """Run the simulated portal; give what it says about itself in its one line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.portal"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        if not line:
            raise SystemExit("demo: the simulated portal did not start")
        yield json.loads(line)
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()


def run_playbook(words: tuple[str, ...], env: dict[str, str]) -> str:
    """Run the playbook, pass on what it prints, return it."""
    command = ["ansible-playbook", PLAYBOOK, *words]
    print(f"$ {' '.join(command)}", flush=True)
    output = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        for line in process.stdout:
            print(line, end="", flush=True)
            output += line
    return output


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--collections", type=Path, help="a folder with installed collections")
    arguments = parser.parse_args()
    env = os.environ | {
        "ANSIBLE_FORCE_COLOR": str(sys.stdout.isatty()),
        # The demo needs no inventory: no warnings that there is none.
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_NOCOWS": "true",
    }
    if arguments.collections:
        env["ANSIBLE_COLLECTIONS_PATH"] = str(arguments.collections.resolve())
    with portal() as address:
        env |= {"DOCSPACE_BASE_URL": address["base_url"], "DOCSPACE_API_KEY": address["api_key"]}
        print(f"A simulated DocSpace portal runs at {address['base_url']} for this demo.")
        print("Two people have left; the playbook takes them out of the group Engineering.")
        for heading, words, expected in STEPS:
            print(f"\n{heading}\n", flush=True)
            output = re.sub(r"\x1b\[[0-9;]*m", "", run_playbook(words, env))
            if not re.search(rf"\bchanged={expected}\s+unreachable=0\s+failed=0\b", output):
                raise SystemExit(f"demo: this run was to end with changed={expected}")


if __name__ == "__main__":
    main()
