# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Real ansible-playbook runs against simulated portals in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from ansible.release import __version__ as core_version

from ansible_collections.onlyoffice.docspace.tests.system import fault_totals
from ansible_collections.onlyoffice.docspace.tests.system.fault_totals import Totals

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORE, NEWEST_CORE = ".".join(core_version.split(".")[:2]), "2.21"
#: Both fronts, for what takes long and where as a process only Ansible's packing depends on its
#: version, which other tests see.
FRONTS = pytest.mark.parametrize(
    "direct",
    [
        True,
        pytest.param(
            False,
            marks=pytest.mark.skipif(CORE != NEWEST_CORE, reason="long, and seen elsewhere"),
        ),
    ],
    ids=["direct", "process"],
)
#: Both fronts, on every ansible-core.
BOTH_FRONTS = pytest.mark.parametrize("direct", [True, False], ids=["direct", "module"])
#: Fixtures with which a test runs ansible-playbook.
RUN_PLAYBOOKS = {"play", "checkout", "copied"}
#: Of the recipes and pipelines, each so manieth runs on other versions than the newest.
COPIED = 3
#: Seconds after which a run hangs.
LONGEST_RUN = 300


@dataclass(frozen=True)
class Process:
    """A simulated portal in a process of its own."""

    base_url: str
    api_key: str
    pid: int

    def look(self) -> dict[str, Any]:
        """Its ``state``, and the ``requests`` and ``mutations`` since the last look."""
        return self._reset(None)

    def restart(self, state: dict[str, Any]) -> None:
        """Give it a state, and an empty log."""
        self._reset(state)

    def _reset(self, state: dict[str, Any] | None) -> dict[str, Any]:
        answer = requests.post(f"{self.base_url}/_portal/reset", json=state, timeout=60)
        answer.raise_for_status()
        return dict(answer.json())


@contextmanager
def started(*words: str) -> Iterator[Process]:
    """Start a simulated portal with these command line options, and end it."""
    command = [sys.executable, "-m", "tests.portal", *words]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield Process(**json.loads(process.stdout.readline()))
        finally:
            process.terminate()


@pytest.fixture
def portal() -> Iterator[Process]:
    """A portal in the recorded state."""
    with started() as process:
        yield process


@dataclass(frozen=True)
class Run:
    """What a run of ansible-playbook left behind."""

    status: int
    #: Everything that was shown.
    output: str
    #: Each result as Ansible has it, by the name of its task; those of a loop's items come first.
    results: list[tuple[str, dict[str, Any]]]

    def of(self, name: str) -> list[dict[str, Any]]:
        """The results of the tasks with a name."""
        return [result for task, result in self.results if task == name]


Play = Callable[..., Run]


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Runs tasks on localhost; further keywords are those of the play.

    ``files`` are those beside the playbook, and ``cwd`` is where Ansible is started, if not there.
    """
    runs = iter(range(1000))

    def run(
        portal: Process,
        tasks: Sequence[dict[str, Any]],
        *words: str,
        direct: bool | str = True,
        env: dict[str, str] | None = None,
        hosts: str = "localhost",
        files: Mapping[str, bytes] | None = None,
        cwd: Path | None = None,
        **keys: Any,
    ) -> Run:
        folder = tmp_path / f"run{next(runs)}"
        folder.mkdir()
        playbook, results = folder / "playbook.json", folder / "results.jsonl"
        results.touch()
        for name, content in (files or {}).items():
            (folder / name).write_bytes(content)
        plays = [{"hosts": hosts, "gather_facts": False, "tasks": list(tasks), **keys}]
        playbook.write_text(json.dumps(plays), encoding="utf-8")
        done = subprocess.run(
            ["ansible-playbook", str(playbook), "-e", json.dumps(_switch(direct)), *words],
            cwd=cwd or folder,
            env=os.environ
            | {
                "ANSIBLE_CALLBACK_PLUGINS": str(HERE / "callback_plugins"),
                "ANSIBLE_CALLBACKS_ENABLED": "results",
                "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
                "ANSIBLE_LOCALHOST_WARNING": "false",
                "ANSIBLE_NOCOWS": "true",
                "DOCSPACE_API_KEY": portal.api_key,
                "DOCSPACE_BASE_URL": portal.base_url,
                "TASK_RESULTS": str(results),
            }
            | (env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST_RUN,
            check=False,
        )
        kept = map(json.loads, results.read_text(encoding="utf-8").splitlines())
        return Run(done.returncode, done.stdout, [(each["task"], each["result"]) for each in kept])

    return run


_TOTALS = pytest.StashKey[Totals]()


@pytest.fixture(scope="session")
def totals(request: pytest.FixtureRequest) -> Totals:
    """How the cells of the table of faults ended, by task: shown at the end."""
    return request.config.stash.setdefault(_TOTALS, defaultdict(Counter))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What runs no playbook is tested once, and of what users copy, other versions see a part."""
    if CORE == NEWEST_CORE:
        return
    skip = pytest.mark.skip(reason=f"runs no playbook: on ansible-core {NEWEST_CORE} only")
    spare = pytest.mark.skip(reason=f"all of these on ansible-core {NEWEST_CORE} only")
    copied = 0
    for item in items:
        if HERE not in item.path.parents:
            continue
        if RUN_PLAYBOOKS.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(skip)
        elif item.path.parent.name == "documents":
            copied += 1
            if copied % COPIED:
                item.add_marker(spare)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-totals", metavar="FILE", help="put the totals into this page")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    totals = config.stash.get(_TOTALS, None)
    if totals:
        terminalreporter.section("faults")
        terminalreporter.write_line(fault_totals.table(totals))
        if config.option.write_totals:
            fault_totals.write(Path(config.option.write_totals), totals)


def _switch(direct: bool | str) -> dict[str, bool | str]:
    return {"onlyoffice_docspace_direct": direct}
