# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where the processor time of a run goes: py-spy looks at its stacks, a category gets each look."""

from __future__ import annotations

import collections
import json
import re
import subprocess
import typing as t
from pathlib import Path

from . import competitors as who
from .competitors import Competitor
from .measure import Site, environment
from .work import Scenario

#: Looks per second.
_RATE = 250
#: The first of these that fits any frame of the stack counts.
_CATEGORIES = (
    ("imports", r"<frozen importlib|^_find_and_load|^exec_module|^import_module"),
    ("building the module (AnsiballZ)", r"module_common\.py|zipfile"),
    ("JSON", r"json/|simplejson"),
    ("HTTP", r"requests/|urllib3/|http/client\.py|/socket\.py|/ssl\.py"),
    ("planning", r"module_utils/_plan/"),
    ("the collection, all else", r"onlyoffice/docspace/plugins/"),
    ("templates and variables", r"_templating|template/|vars/|parsing/"),
    ("callbacks and display", r"plugins/callback|utils/display\.py"),
    ("Ansible, all else", r"ansible/"),
)
#: Where a process waits: py-spy takes some of it for work.
_WAITING = re.compile(
    r"_wait_on_pending_results|/selectors\.py|multiprocessing/connection\.py|_results_thread"
    r"|^(wait|accept|poll|_worker|Condition\.wait|SocketIO\.readinto|socket\.accept"
    r"|Threads\._serve) "
)
#: What is profiled: the collection's own.
PROFILED = {
    "loop": (who.GROUP_MEMBERS, who.MEMBERSHIPS),
    "nothing": (who.MEMBERSHIPS,),
    "large-nothing": (who.GROUP_MEMBERS,),
    "huge": (who.GROUP_MEMBERS,),
    "single": (who.EMPTY, who.GROUP_MEMBERS),
    "people": (who.USERS,),
}

_OUTSIDE = "Python's start and end"

Profile = dict[str, t.Any]


def profile(scenario: Scenario, competitor: Competitor, site: Site, folder: Path) -> Profile:
    """The share of each category, and the functions in which most of the time is spent."""
    job, stacks, log = folder / "job.json", folder / "stacks.txt", folder / "output.txt"
    job.write_text(json.dumps(scenario.job()), encoding="utf-8")
    site.look(scenario.state())
    spy = ["py-spy", "record", "--rate", str(_RATE), "--subprocesses", "--format", "raw"]
    with log.open("w") as output:
        subprocess.run(
            [*spy, "--full-filenames", "--output", str(stacks), "--", *competitor.command(job)],
            cwd=folder, env=environment(site), stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, check=True,
        )  # fmt: skip
    shares: collections.Counter[str] = collections.Counter()
    functions: collections.Counter[str] = collections.Counter()
    for line in stacks.read_text(encoding="utf-8").splitlines():
        stack, _blank, looks = line.rpartition(" ")
        frames = [frame for frame in stack.split(";") if not frame.startswith("process ")]
        if not (frames and _WAITING.search(frames[-1])):
            shares[_category(frames)] += int(looks)
            functions[_short(frames[-1]) if frames else _OUTSIDE] += int(looks)
    total = sum(shares.values())
    return {
        "title": scenario.title,
        "competitor": competitor.name,
        "seconds": total / _RATE,
        "shares": {name: looks / total for name, looks in shares.most_common()},
        "functions": {name: looks / total for name, looks in functions.most_common(10)},
    }


def load(folder: Path) -> list[Profile]:
    """The profiles that are kept."""
    paths = [folder / file_name(key, one) for key, some in PROFILED.items() for one in some]
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()]


def file_name(key: str, competitor: Competitor) -> str:
    """Under which name a profile is kept."""
    return f"{key}.{Path(competitor.file).stem}.json"


def _category(frames: list[str]) -> str:
    if not frames:
        return _OUTSIDE
    for name, pattern in _CATEGORIES:
        if any(re.search(pattern, frame) for frame in frames):
            return name
    return "Python, all else"


def _short(frame: str) -> str:
    """A function with the end of its file's path: not where this checkout or Python lies."""
    name, _blank, place = frame.partition(" (")
    path = place.rstrip(")").rpartition(":")[0]
    return f"{name} in {'/'.join(path.split('/')[-2:])}"
