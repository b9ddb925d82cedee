# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A browser for pages that the collection writes; it is the machine's own, and loads nothing."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import sync_playwright


class Opened:
    """A page in a window of its own without a network.

    ``seconds`` is what its process took until the first of it was drawn, without the time in which
    other processes had the processor.
    """

    def __init__(self, page, path):
        self.page = page
        #: What the page says on the console, and what it asks for beside itself.
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(path.as_uri())
        page.screenshot()  # waits until it is drawn
        measured = session.send("Performance.getMetrics")["metrics"]
        self.seconds = {each["name"]: each["value"] for each in measured}["ProcessTime"]

    def unfold(self):
        """Open all that is folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        # Without the sandbox, as tests may run as root; there is nothing here to protect.
        made = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def show(browser, tmp_path):
    """Opens a text as a page; options are those of a window in Playwright."""
    contexts = []

    def opened(text, **options):
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context(offline=True, **options))
        return Opened(contexts[-1].new_page(), path)

    yield opened
    for context in contexts:
        context.close()
