# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The front of the checks, for the Makefile; needs nothing but the standard library.

    python -m tools.lanes exec VENV COMMAND ...   in a virtual environment, made first if need be
    python -m tools.lanes run GROUP ...           run groups of checks (see groups.py), and sum up

All it makes lies in .cache/ (which may be removed at any time) and dist/.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from .checks import NotRunError, say
from .groups import GROUPS, chains
from .running import run_chains
from .venvs import make_venv, venv_environment


def main() -> int:
    parser = argparse.ArgumentParser(prog="lanes", description=__doc__.partition("\n")[0])
    actions = parser.add_subparsers(dest="action", required=True)
    execute = actions.add_parser("exec")
    execute.add_argument("venv")
    execute.add_argument("command", nargs=argparse.REMAINDER)
    actions.add_parser("run").add_argument("groups", nargs="+", choices=GROUPS)
    arguments = parser.parse_args()
    try:
        if arguments.action == "exec":
            env = venv_environment(make_venv(arguments.venv))
            os.execvpe(arguments.command[0], arguments.command, env)
        return run_chains(chains(arguments.groups))
    except (NotRunError, subprocess.CalledProcessError) as error:
        say(f"lanes: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
