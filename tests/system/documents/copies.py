# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Recipes of the documentation, each copied into a folder and run by its own commands."""

from __future__ import annotations

import os
import shlex
import subprocess

import pytest

from ansible_collections.onlyoffice.docspace.tests.system.documents.company import (
    company,
    key,
    members,
)
from ansible_collections.onlyoffice.docspace.tests.system.documents.pages import recipes

GUIDES = ("guide_portal_as_code.rst", "guide_rooms_as_code.rst", "guide_access_review.rst")
#: Those of the guides are the sections with files to copy.
RECIPES = recipes("recipes.rst") | {
    title: each for guide in GUIDES for title, each in recipes(guide).items() if each.files
}
BEFORE = members(company())


class Copied:
    """A recipe in a folder of its own, with the company's portal."""

    def __init__(self, folder, portal, title):
        self.folder, self.portal = folder, portal
        self.commands = iter(RECIPES[title].commands)
        for name, text in RECIPES[title].files.items():
            (folder / name).write_text(text, encoding="utf-8")

    def run(self, rights=()):
        """Run the next command; give the exit status and what was shown."""
        env = {
            **os.environ,
            "ANSIBLE_NOCOWS": "true",
            "DOCSPACE_API_KEY": key(list(rights)),
            "DOCSPACE_BASE_URL": self.portal.base_url,
        }
        done = subprocess.run(
            shlex.split(next(self.commands)), cwd=self.folder, env=env, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
        )  # fmt: skip
        return done.returncode, done.stdout

    def first(self, title):
        """Run the first command of another recipe beforehand, in the same folder."""
        for name, text in RECIPES[title].files.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        later, self.commands = self.commands, iter(RECIPES[title].commands[:1])
        status, output = self.run()
        assert status == 0, output
        self.commands = later

    def state(self):
        return self.portal.look()["state"]


def recipe(title):
    return pytest.mark.parametrize("copied", [title], indirect=True)
