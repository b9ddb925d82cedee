# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sets up and runs the checks of this collection; the Makefile is its front.

    lanes.py exec VENV COMMAND ...   run a command in a virtual environment, made first if need be
    lanes.py run GROUP ...           run groups of checks (see GROUPS), and sum up

Needs nothing but the standard library. All it makes lies in .cache/ (which may be removed at any
time) and dist/.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import functools
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
COLLECTION = Path("ansible_collections/onlyoffice/docspace")
DIST = ROOT / "dist"

# The Pythons that may run each ansible-core, best first, and the newest one its modules may run on.
CORES = {
    "2.16": (("3.11", "3.12", "3.10"), "3.12"),
    "2.19": (("3.11", "3.12", "3.13"), "3.13"),
    "2.21": (("3.13", "3.12", "3.14"), "3.14"),
}
# Sanity, the system tests, and the playbooks with modules as processes of their own.
OUTER_CORES = ("2.16", "2.21")
COVERAGE_CORES = ("2.21", "2.19")
OLDEST_TARGET = "3.9"
# The other virtual environments (requirements/*.txt) take the first of these that is there.
DEV_PYTHONS = ("3.13", "3.12", "3.14", "3.11")
KNOWN_PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")

# The names under which ansible-test looks for get-pip in its cache, over all CORES.
GET_PIP_VERSIONS = ("23_1_2", "24_2", "25_2")
# ansible-test only warns where it leaves something out: any line not listed here is a failure.
HARMLESS_WARNINGS = (
    re.compile(r'WARNING: Using locale "C\.UTF-8" instead of'),
    re.compile(r"WARNING: Reviewing previous \d+ warning\(s\):"),
)
PYTHON_MISSING = re.compile(
    r'WARNING: Skipping sanity test "(?P<test>[\w-]+)" on Python (?P<python>[\d.]+)'
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
SHOWN_LINES = 200
# Mutation: files that the quick tests of module_utils test well enough without those of modules,
# and tests that take long for what they would add.
TESTED_APART = {
    "_connection", "_errors", "_failures", "_groups", "_hiding", "_membership", "_module", "_retry",
    "_sessions", "_texts", "_transport",
}  # fmt: skip
NOT_FOR_MUTATION = (
    "test_documentation.py", "test_groups_yaml.py", "test_hostile_input.py", "test_roles.py"
)  # fmt: skip
LEAST_KILLED = 0.9
# The playbooks in here take these from the environment; ansible-lint asks the module whether it has
# all options it requires.
PLAYBOOK_ENVIRONMENT = {"DOCSPACE_BASE_URL": "https://docspace.example", "DOCSPACE_API_KEY": "sk-x"}
# What pip says inside ansible-test, and progress signs: left out where a failure is shown.
NOISE = re.compile(
    r"\s*([━⠀-⣿]|Collecting |Downloading |Using cached |Installing |Successfully |Running sanity )"
)


class CheckError(Exception):
    """A check found something; the text says what."""


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


# --- Pythons and virtual environments ------------------------------------------------------------


@functools.cache
def find_python(version: str) -> Path | None:
    """A Python of this version that can make virtual environments: on PATH, or one of pyenv's."""
    path = [Path(folder) for folder in os.environ.get("PATH", os.defpath).split(os.pathsep)]
    # pyenv's shims only serve the version that is switched on: look behind them.
    pyenvs = [folder.parent for folder in path if folder.name == "shims"]
    pyenvs += [Path(os.environ.get("PYENV_ROOT") or "~/.pyenv").expanduser()]
    candidates = [folder / f"python{version}" for folder in path if folder.name != "shims"]
    for pyenv in pyenvs:
        candidates += sorted(pyenv.glob(f"versions/{version}.*/bin/python{version}"))
    if version == "{}.{}".format(*sys.version_info):
        candidates.insert(0, Path(sys.executable))
    probe = "import ensurepip, venv, sys; print('%d.%d' % sys.version_info[:2])"
    for candidate in candidates:
        if os.access(candidate, os.X_OK):
            done = subprocess.run(
                [candidate, "-c", probe], capture_output=True, text=True, check=False
            )
            if done.returncode == 0 and done.stdout.strip() == version:
                return candidate
    return None


def pick_python(versions: tuple[str, ...]) -> tuple[str, Path]:
    """The first of these Pythons that is there."""
    for version in versions:
        if python := find_python(version):
            return version, python
    raise NotRunError(f"found no Python {' or '.join(versions)} with its venv module")


REQUIREMENTS = ROOT / "requirements"


def read_requirements(path: Path) -> str:
    """A requirements file with the files it includes."""
    text = path.read_text(encoding="utf-8")
    for included in re.findall(r"^-r (\S+)", text, flags=re.MULTILINE):
        text += read_requirements(path.parent / included)
    return text


def make_venv(name: str) -> Path:
    """The virtual environment of requirements/NAME.txt, rebuilt if that or the Python changed."""
    pythons, _newest = CORES.get(name.removeprefix("core-"), (DEV_PYTHONS, ""))
    version, python = pick_python(pythons)
    requirements = REQUIREMENTS / f"{name}.txt"
    wanted = hashlib.sha256(f"{python.resolve()}\n{requirements.read_text()}".encode()).hexdigest()
    venv = CACHE / "venv" / name
    stamp = venv / ".stamp"
    with locked(f"venv-{name}"):
        if stamp.is_file() and stamp.read_text() == wanted:
            return venv
        # to stderr: stdout belongs to the command that is run in here
        say(f"Set-up: .cache/venv/{name} on Python {version}", file=sys.stderr)
        subprocess.run([python, "-m", "venv", "--clear", venv], check=True, stdout=sys.stderr)
        pip = [str(venv / "bin/python"), "-m", "pip", "-qq", "--disable-pip-version-check"]
        install = [*pip, "install", "--require-hashes", "-r", str(requirements)]
        for command in (install, [*pip, "check"]):
            subprocess.run(command, check=True, stdout=sys.stderr)
        stamp.write_text(wanted)
    return venv


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """Keep other runs in this checkout out of a part of .cache/."""
    folder = CACHE / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def venv_environment(venv: Path) -> dict[str, str]:
    """The environment with this one switched on; what its tools leave in HOME goes to .cache/."""
    home = CACHE / "home" / "tools"
    home.mkdir(parents=True, exist_ok=True)
    env = os.environ | {
        "HOME": str(home),
        "PATH": f"{venv / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "VIRTUAL_ENV": str(venv),
        "ANSIBLE_COLLECTIONS_PATH": str(link_collection()),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(CACHE / "hypothesis"),
        "LC_ALL": "C.UTF-8",
    }
    env.pop("PYTHONHOME", None)
    return env


# --- Where the collection lies -------------------------------------------------------------------


def link_collection() -> Path:
    """A collections path with a link to this checkout: enough for playbooks and the linters."""
    link = CACHE / "collections" / COLLECTION
    if not link.is_symlink():
        link.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):  # made by another run meanwhile
            link.symlink_to(os.path.relpath(ROOT, link.parent))
    return CACHE / "collections"


def copy_tree(name: str) -> Path:
    """A copy of the files that git knows or would add: ansible-test does not follow links."""
    tree = CACHE / "tree" / name / COLLECTION
    shutil.rmtree(CACHE / "tree" / name, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-coz", "--exclude-standard"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():  # not one that was deleted and is still in git's index
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, tree / path, follow_symlinks=False)
    # ansible-test asks the nearest git repository for files, and ROOT ignores .cache/.
    subprocess.run(["git", "init", "-q", tree], check=True)
    return tree


# --- ansible-test --------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnsibleTest:
    """ansible-test of one ansible-core, ready to run in its own copy of the tree."""

    tree: Path
    env: dict[str, str]
    python: str

    def __call__(self, log: Log, *words: str) -> str:
        """Run it; CheckError also for warnings that something was left out."""
        output = log.run("ansible-test", *words, "--color", "no", cwd=self.tree, env=self.env)
        unexpected = []
        for line in sorted({line for line in output.splitlines() if line.startswith("WARNING: ")}):
            missing = PYTHON_MISSING.match(line)
            if missing and not find_python(missing["python"]):
                log.left_out.append(f"{missing['test']} on Python {missing['python']}: not found")
            elif not any(harmless.match(line) for harmless in HARMLESS_WARNINGS):
                unexpected.append(line)
        if unexpected:
            raise CheckError("unexpected warnings:\n" + "\n".join(unexpected))
        return output


@contextlib.contextmanager
def ansible_test(core: str) -> Iterator[AnsibleTest]:
    """ansible-test of this core: own HOME, no shims on PATH, a fresh copy of the tree."""
    venv = make_venv(f"core-{core}")
    with locked(f"core-{core}"):
        home, pythons = CACHE / "home" / core, CACHE / "home" / core / "pythons"
        cache = home / ".ansible/test/cache"
        for folder in (cache, pythons):
            folder.mkdir(parents=True, exist_ok=True)
        for version in GET_PIP_VERSIONS:
            shutil.copy(ROOT / "tools/get_pip.py", cache / f"get_pip_{version}.py")
        for version in KNOWN_PYTHONS:
            link = pythons / f"python{version}"
            link.unlink(missing_ok=True)
            if python := find_python(version):
                link.symlink_to(python)
        rest = os.environ.get("PATH", os.defpath).split(os.pathsep)
        path = [str(venv / "bin"), str(pythons), *(f for f in rest if Path(f).name != "shims")]
        env = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": os.pathsep.join(path)}
        yield AnsibleTest(copy_tree(f"core-{core}"), env, pick_python(CORES[core][0])[0])


def target_pythons(core: str) -> tuple[str, str]:
    """The oldest Python that modules may run on, and the newest that is there for this core."""
    newest = CORES[core][1]
    supported = KNOWN_PYTHONS[: KNOWN_PYTHONS.index(newest) + 1]
    return OLDEST_TARGET, next((v for v in reversed(supported) if find_python(v)), newest)


def sanity(core: str, log: Log) -> None:
    with ansible_test(core) as run:
        if list(run.tree.glob("tests/sanity/ignore*")):
            raise CheckError("tests/sanity/ignore*: this collection has no exceptions")
        run(log, "sanity", "--local")


def units(core: str, python: str, log: Log) -> None:
    pick_python((python,))
    with ansible_test(core) as run:
        log.note = pytest_total(run(log, "units", "--venv", "--python", python))


def integration(core: str, front: str, log: Log) -> None:
    """The playbooks, with the modules run in Ansible's own process or as processes of their own."""
    with ansible_test(core) as run:
        switch = json.dumps({"onlyoffice_docspace_direct": front == "direct"})
        config = run.tree / "tests/integration/integration_config.yml"
        config.write_text(switch, encoding="utf-8")
        output = run(log, "integration", "--venv")
    recaps = re.findall(r"^\S+ +: ok=(\d+)", output, flags=re.MULTILINE)
    log.note = f"{sum(map(int, recaps))} tasks"


# How the cells of the table of faults ended, which is for whoever reads the end of the run.
FAULT_TOTALS = re.compile(r"^\| task \|.*\n(?:\|.*\n)+", re.MULTILINE)


def system(core: str, log: Log) -> None:
    venv = make_venv(f"core-{core}")
    command = ["python", "-m", "pytest", "-q", "tests/system"]
    output = log.run(*command, env=venv_environment(venv))
    log.note = pytest_total(output)
    if table := FAULT_TOTALS.search(output):
        say(table[0].rstrip())


def pytest_total(output: str) -> str:
    """The closing lines of pytest added up: ansible-test calls it once for each kind of code."""
    counts: dict[str, int] = {}
    for line in re.findall(r"^(?:=+ )?(\d+ passed.*) in [\d.]+s", output, flags=re.MULTILINE):
        for count, what in re.findall(r"(\d+) (\w+)", line):
            counts[what] = counts.get(what, 0) + int(count)
    return ", ".join(f"{count} {what}" for what, count in counts.items())


# --- What the virtual environments hold ----------------------------------------------------------

LOCK_HEADER = """\
# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Made by `make lock` from {name}.in as of {digest}
"""


def lock_header(wanted: Path) -> str:
    """The head of what is made of requirements/NAME.in and the files that it includes."""
    digest = hashlib.sha256(read_requirements(wanted).encode()).hexdigest()
    return LOCK_HEADER.format(name=wanted.stem, digest=digest)


def lock(log: Log) -> None:
    """Make requirements/NAME.txt of NAME.in: all packages, for all Pythons, with their hashes.

    What NAME.txt has stays if it still fits: remove it first to have everything in it newer.
    """
    env = venv_environment(make_venv("lock"))
    for wanted in sorted(REQUIREMENTS.glob("*.in")):
        core = CORES.get(wanted.stem.removeprefix("core-"))
        oldest = min(core[0] if core else DEV_PYTHONS, key=KNOWN_PYTHONS.index)
        made = wanted.with_suffix(".txt")
        log.run(
            "uv", "--no-config", "pip", "compile", "--quiet", "--universal", "--generate-hashes",
            "--no-header", "--no-annotate", "--python-version", oldest,
            "--output-file", made, wanted, env=env,
        )  # fmt: skip
        made.write_text(lock_header(wanted) + made.read_text(encoding="utf-8"), encoding="utf-8")


def check_locks(log: Log) -> None:
    """Every environment is pinned to the hash, and by what its .in file says now; no network."""
    found, total = [], 0
    for made in sorted({path.with_suffix(".txt") for path in REQUIREMENTS.iterdir()}):
        name, wanted = f"requirements/{made.name}", made.with_suffix(".in")
        if not (made.is_file() and wanted.is_file()):
            found.append(f"{name} and its .in file belong together, and one is missing")
            continue
        head, text = lock_header(wanted), made.read_text(encoding="utf-8")
        if not text.startswith(head):
            found.append(f"{name} is not what `make lock` made of {wanted.name}")
        body = text.removeprefix(head).replace("\\\n", "")
        entries = body.splitlines()
        odd = [entry for entry in entries if not LOCKED.fullmatch(entry)]
        found += [f"{name}: not a version with hashes and nothing else: {entry}" for entry in odd]
        total += len(entries)
    if found:
        raise CheckError("\n".join(found))
    log.note = f"{total} versions"


# A package, its version, the environments that want it, hashes: no addresses, no options.
LOCKED = re.compile(r"[\w.-]+(\[[\w,-]+\])?==[\w.+!]+( ; [^:@]+)?(\s+--hash=sha256:[0-9a-f]{64})+")


FREE_LICENCES = (
    "Apache Software License", "Apache-2.0", "BSD-3-Clause", "MIT", "MIT License", "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)",
)  # fmt: skip


def licences(log: Log) -> None:
    """What users of the collection need beside ansible-core is free software."""
    python = make_venv("runtime") / "bin/python"
    allowed = f"--allow-only={';'.join(FREE_LICENCES)}"
    listed = dev(
        "pip-licenses", f"--python={python}", "--from=mixed", "--format=csv", allowed, log=log
    )
    log.note = f"{len(listed.splitlines()) - 1} packages"


# --- Checks in the development environment -------------------------------------------------------


def dev(*command: str, log: Log, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    venv = make_venv("dev")
    return log.run(*command, cwd=cwd, env=venv_environment(venv) | (env or {}))


def unit(log: Log) -> None:
    log.note = pytest_total(dev("python", "-m", "pytest", "-q", log=log))


def mypy(log: Log) -> None:
    """From the collections path, so that imports between our own files keep their types."""
    names = ("benchmarks", "contract", "portal", "system", "unit")
    folders = [str(COLLECTION / "plugins"), *(str(COLLECTION / "tests" / name) for name in names)]
    config = f"--config-file={ROOT / 'pyproject.toml'}"
    cache = f"--cache-dir={CACHE / 'mypy'}"
    dev("python", "-m", "mypy", config, cache, *folders, log=log, cwd=link_collection())
    tools = ["tools/lanes.py", "demo/run.py", "conftest.py"]
    for tool in tools:
        dev("python", "-m", "mypy", cache, tool, log=log)


# Pages of Ansible's own documentation, which cannot be looked up without a network.
ELSEWHERE = re.compile(
    r"undefined label: '(action_plugins|ansible_configuration_settings|common_return_values)'"
)


def docs(log: Log) -> None:
    """The web pages in .cache/site: modules, roles and guides, with every reference resolved."""
    env = venv_environment(make_venv("docs"))
    site = CACHE / "site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(mode=0o755)
    what = ["--use-current", "onlyoffice.docspace", "--dest-dir"]
    log.run("antsibull-docs", "sphinx-init", "--lenient", *what, site, env=env)
    with (site / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("intersphinx_mapping = {}\n")
    (site / "rst").mkdir(mode=0o755, exist_ok=True)
    (site / "rst").chmod(0o755)
    pages = ["--config-file", "antsibull-docs.cfg", "collection", "--cleanup", "everything", *what]
    log.run("antsibull-docs", *pages, site / "rst", cwd=site, env=env)
    output = log.run(
        "sphinx-build", "-q", "-b", "html", "-c", ".", "rst", "html", cwd=site, env=env
    )
    found = [line for line in output.splitlines() if ": WARNING: " in line or ": ERROR: " in line]
    if found := [line for line in found if not ELSEWHERE.search(line)]:
        raise CheckError("\n".join(found))
    log.note = f"{len(list((site / 'html').rglob('*.html')))} pages"


# --- Build and the built tarball -----------------------------------------------------------------

# What users need, each at least one file; nothing else is in the tarball.
TARBALL = (
    "LICENSES/*.txt", "README.md", "REUSE.toml", "changelogs/changelog.yaml",
    "docs/docsite/extra-docs.yml", "docs/docsite/rst/*.rst", "meta/execution-environment.yml",
    "meta/runtime.yml", "playbooks/*.yml", "plugins/action/*.py", "plugins/doc_fragments/*.py",
    "plugins/filter/*.py", "plugins/module_utils/*.py", "plugins/modules/*.py",
    "plugins/plugin_utils/*.py", "requirements.txt", "roles/*/README.md",
    "roles/*/meta/argument_specs.yml", "roles/*/meta/main.yml", "roles/*/tasks/*.yml",
    "roles/*/vars/main.yml",
)  # fmt: skip
# What they get as well where it is there.
TARBALL_TOO = ("CHANGELOG.md",)
# What ansible-galaxy adds.
TARBALL_LISTS = {"FILES.json", "MANIFEST.json"}


def build(log: Log) -> Path:
    """Build from a clean copy, so that nothing that lies about gets in."""
    with locked("build"):
        tree = copy_tree("build")
        dev(
            "ansible-galaxy", "collection", "build", "--force", "--output-path", str(DIST),
            log=log, cwd=tree,
        )  # fmt: skip
        return newest_tarball()


def newest_tarball() -> Path:
    return max(DIST.glob("onlyoffice-docspace-*.tar.gz"), key=lambda path: path.stat().st_mtime)


def dist_build(log: Log) -> None:
    with tarfile.open(build(log)) as tarball:
        packed = {each.name for each in tarball if not each.isdir()} - TARBALL_LISTS
    tree = CACHE / "tree/build" / COLLECTION
    needed = {pattern: {str(path.relative_to(tree)) for path in tree.glob(pattern)}
              for pattern in (*TARBALL, *TARBALL_TOO)}  # fmt: skip
    wanted = set().union(*needed.values())
    found = [f"there is no {pattern}" for pattern in TARBALL if not needed[pattern]]
    found += [f"not in the tarball: {name}" for name in sorted(wanted - packed)]
    found += [f"does not belong in the tarball: {name}" for name in sorted(packed - wanted)]
    if found:
        raise CheckError("\n".join(found))
    log.note = f"{len(packed)} files"


def dist_import(log: Log) -> None:
    output = dev("python", "-m", "galaxy_importer.main", str(newest_tarball()), log=log, cwd=CACHE)
    if found := [line for line in output.splitlines() if re.match("(WARNING|ERROR)", line)]:
        raise CheckError("\n".join(found))


def dist_demo(log: Log) -> None:
    collections = CACHE / "installed"
    shutil.rmtree(collections, ignore_errors=True)
    install = ["ansible-galaxy", "collection", "install", "--offline", "-p", str(collections)]
    dev(
        *install, str(newest_tarball()), log=log, env={"ANSIBLE_COLLECTIONS_PATH": str(collections)}
    )
    demo(log, "--collections", str(collections))


def demo(log: Log, *words: str) -> None:
    venv = make_venv("demo")
    log.run("python", "demo/run.py", *words, env=venv_environment(venv))


# --- Reports -------------------------------------------------------------------------------------


def coverage(log: Log) -> None:
    """Branch coverage of plugins/: units and integration together, subprocesses included."""
    core = next((core for core in COVERAGE_CORES if any(map(find_python, CORES[core][0]))), "")
    if not core:
        raise NotRunError("no Python for ansible-core " + " or ".join(COVERAGE_CORES))
    with ansible_test(core) as run:
        run(log, "units", "--venv", "--python", run.python, "--coverage")
        run(log, "integration", "--venv", "--coverage")
        run(log, "coverage", "combine", "--venv", "--requirements")
        data = f"--data-file={run.tree / 'tests/output/coverage/coverage'}"
        dev("coverage", "html", "-q", data, "-d", str(CACHE / "coverage"), log=log, cwd=run.tree)
        say(dev("coverage", "report", data, log=log, cwd=run.tree).rstrip())
        log.note = "see .cache/coverage/index.html"


def mutation(log: Log) -> None:
    """Change plugins/module_utils in small ways: a change that no unit test notices survives."""
    files = {path.stem for path in (ROOT / "plugins/module_utils").glob("_*.py")}
    noticed = mutants("mutation-apart", TESTED_APART, "tests/unit/plugins/module_utils", log)
    noticed |= mutants("mutation-whole", files - TESTED_APART, "tests/unit/plugins", log)
    for file, of_file in sorted(noticed.items()):
        say(f"{file:<16}{sum(of_file):5} of {len(of_file):4} killed")
    killed, total = sum(map(sum, noticed.values())), sum(map(len, noticed.values()))
    log.note = f"{killed} of {total} mutants killed; the log shows the survivors"
    if killed < LEAST_KILLED * total or not total:
        raise CheckError(f"{log.note}: less than {LEAST_KILLED:.0%}")


def mutants(name: str, files: set[str], tests: str, log: Log) -> dict[str, list[bool]]:
    """Mutate some files: for each, which mutants the tests noticed. The log gets the others."""
    venv = make_venv("mutation")
    with locked(name):
        folder = CACHE / "tree" / name
        tree = copy_tree(name).relative_to(folder)
        utils = tree / "plugins/module_utils"
        settings = {
            "source_paths": [str(tree / "plugins")],
            "only_mutate": [str(utils / f"{file}.py") for file in sorted(files)],
            "also_copy": [str(tree)],
            "pytest_add_cli_args": ["--hypothesis-profile=mutation"],
            "pytest_add_cli_args_test_selection": [
                str(tree / tests), *(f"--ignore-glob=*/{test}" for test in NOT_FOR_MUTATION)
            ],
            # A busy machine is no reason to take a survivor for a mutant that never ends, which in
            # turn should not take all the time.
            "timeout_constant": 10.0,
            "timeout_multiplier": 20.0,
        }  # fmt: skip
        text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
        (folder / "pyproject.toml").write_text(f"[tool.mutmut]\n{text}", encoding="utf-8")
        env = venv_environment(venv) | {"PYTHONPATH": "."}
        # The tests wait for sockets at times.
        children = str(2 * (os.cpu_count() or 1))
        log.run("mutmut", "run", "--max-children", children, cwd=folder, env=env)
        results = log.run("mutmut", "results", "--all", "yes", cwd=folder, env=env)
        noticed: dict[str, list[bool]] = {}
        for mutant, file, status in re.findall(
            r"^ +(\S+\.(\w+)\.\S+__mutmut_\d+): (.+)$", results, flags=re.MULTILINE
        ):
            noticed.setdefault(file, []).append(status in ("killed", "timeout"))
            if not noticed[file][-1]:
                log.run("mutmut", "show", mutant, cwd=folder, env=env)
    return noticed


# --- Groups of checks ----------------------------------------------------------------------------


def lint_checks() -> list[Check]:
    def tool(*command: str) -> Callable[[Log], object]:
        return lambda log: dev(*command, log=log, env=PLAYBOOK_ENVIRONMENT)

    ansible_lint = ["ansible-lint", "--nocolor", "--strict"]
    docs = ["--plugin-docs", "--validate-collection-refs=all", "--skip-rstcheck"]
    return [
        Check("lint: ruff check", tool("ruff", "check")),
        Check("lint: ruff format", tool("ruff", "format", "--diff")),
        Check("lint: mypy", mypy),
        Check("lint: reuse", tool("reuse", "lint")),
        Check("lint: locked requirements", check_locks),
        Check("lint: licences of what is required", licences),
        Check("lint: antsibull-changelog", tool("antsibull-changelog", "lint")),
        Check("lint: antsibull-docs", tool("antsibull-docs", "lint-collection-docs", *docs, ".")),
        Check("lint: ansible-lint", tool(*ansible_lint)),
        Check("lint: ansible-lint, module options",
              tool(*ansible_lint, "-c", "tools/ansible-lint-args.yml", "demo", "examples",
                   "playbooks", "roles")),
    ]  # fmt: skip


def core_checks(kind: str, core: str) -> list[Check]:
    if kind == "sanity":
        return [Check(f"sanity {core}", functools.partial(sanity, core))]
    if kind == "system":
        return [Check(f"system {core}", functools.partial(system, core))]
    if kind == "integration":
        return [
            Check(f"integration {core}, {front}", functools.partial(integration, core, front))
            for front in (("direct", "modules") if core in OUTER_CORES else ("direct",))
        ]
    return [
        Check(f"units {core} on Python {python}", functools.partial(units, core, python))
        for python in target_pythons(core)
    ]


# Groups that are one check, in the order in which they run.
SINGLE_CHECKS: dict[str, Callable[[Log], object]] = {
    "docs": docs, "unit": unit, "lock": lock, "build": build, "coverage": coverage,
    "mutation": mutation,
}  # fmt: skip


def chains(groups: list[str]) -> list[list[Check]]:
    """The checks of these groups: one after the other within a chain, chains side by side."""
    dev_chain: list[Check] = []
    if "lint" in groups:
        dev_chain += lint_checks()
    for name, work in SINGLE_CHECKS.items():
        if name in groups:
            dev_chain.append(Check(name, work))
    if "dist-test" in groups:
        dev_chain += [
            Check("dist-test: build", dist_build),
            Check("dist-test: galaxy-importer", dist_import),
            Check("dist-test: demo from the tarball", dist_demo),
        ]
    cores = []
    for core in reversed(CORES):
        kinds = [kind for kind in ("sanity", "units", "integration", "system") if kind in groups]
        if core not in OUTER_CORES:
            kinds = [kind for kind in kinds if kind not in ("sanity", "system")]
        cores.append([check for kind in kinds for check in core_checks(kind, core)])
    return [chain for chain in (dev_chain, *cores) if chain]


GROUPS = (
    "lint", "docs", "unit", "sanity", "units", "integration", "system", "dist-test", "build",
    "coverage", "lock", "mutation",
)  # fmt: skip

_print_lock = threading.Lock()


def say(text: str, file: TextIO = sys.stdout) -> None:
    """Print one piece whole."""
    with _print_lock:
        print(text, file=file, flush=True)


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
    elif verdict == "NOT RUN":
        line = f"NOT RUN {check.name}: {text}"
        say(line)
    else:
        say(line)
    extra = [f"NOT RUN {check.name}, {left_out}" for left_out in log.left_out]
    return verdict, "\n".join([line, *extra])


def run_groups(groups: list[str]) -> int:
    """Run chains of checks, two at a time (much of it uses one core only), and sum up."""
    start = time.monotonic()
    wanted = chains(groups)
    with ThreadPoolExecutor(max_workers=2) as pool:
        done = pool.map(lambda chain: [run_check(check) for check in chain], wanted)
        results = [result for chain in done for result in chain]
    verdicts = [result[0] for result in results]
    lines = [line for result in results for line in result[1].splitlines()]
    if len(wanted) > 1:
        say("\nSummary:")
        for prefix in ("ok", "NOT RUN", "FAILED"):
            for line in lines:
                if line.startswith(prefix):
                    say(line)
    passed, failed = verdicts.count("ok"), verdicts.count("FAILED")
    say(f"{time.monotonic() - start:.0f} s, logs in .cache/logs")
    say(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
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
        return run_groups(arguments.groups)
    except (NotRunError, subprocess.CalledProcessError) as error:
        say(f"lanes.py: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
