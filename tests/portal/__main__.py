# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serve a simulated portal until a signal or a time limit ends it."""

from __future__ import annotations

import argparse
import json
import os
import signal
import threading
import typing as t

from .http.app import Portal
from .http.faults import Faults
from .http.server import serve
from .people.records import OWNER
from .state_file import load_state


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.portal", description=__doc__)
    environ = os.environ
    parser.add_argument("--port", type=int, default=environ.get("PORT") or 0, metavar="N")
    parser.add_argument(
        "--state", type=_state, default=environ.get("STATE") or None, metavar="FILE"
    )
    parser.add_argument(
        "--seats",
        type=int,
        default=environ.get("SEATS") or None,
        metavar="N",
        help="paid seats of the plan, -1 for no limit; otherwise as the state file says",
    )
    parser.add_argument("--cost", choices=["none", "real"], default=environ.get("COST") or "none")
    parser.add_argument("--max-seconds", type=float, metavar="N")
    return parser.parse_args()


def _state(path: str) -> dict[str, t.Any]:
    try:
        return load_state(path)
    except (OSError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{path} is no state file: {error}") from error


def _owner_key(state: dict[str, t.Any]) -> str | None:
    owners = {user["id"] for user in state["users"] if user["type"] == OWNER}
    for key in state["api_keys"]:
        usable = key.get("active", True) and not key.get("expired", False)
        if key["user"] in owners and usable and not key["permissions"]:
            return t.cast(str, key["key"])
    return None


def main() -> None:
    """Print one line that says how to reach the portal, then serve."""
    arguments = _arguments()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    state = arguments.state or load_state()
    if arguments.seats is not None:
        state.setdefault("portal", {})["seats"] = arguments.seats
    portal = Portal(state, real_costs=arguments.cost == "real")
    with serve(Faults(portal, state.get("faults", ())), arguments.port) as base_url:
        line = {"base_url": base_url, "api_key": _owner_key(state), "pid": os.getpid()}
        print(json.dumps(line), flush=True)
        stop.wait(arguments.max_seconds)


if __name__ == "__main__":
    main()
