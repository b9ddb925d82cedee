# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The web pages of the documentation."""

from __future__ import annotations

import re
import shutil

from .checks import CheckError, Log
from .trees import CACHE
from .venvs import make_venv, venv_environment

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
