# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A GitLab and a GitHub as far as comments go, and what their runners make of a pipeline."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
#: What a runner does with the network before the commands that count.
SET_UP = re.compile(r"(pip install|ansible-galaxy collection install) [^\n]*")
COMMENTS = re.compile("/(projects/7/merge_requests/3/notes|repos/us/portal/issues/3/comments)")
COMMENT = re.compile(
    r"/(?:projects/7/merge_requests/3/notes|repos/us/portal/issues/comments)/(\d+)"
)


class Forge:
    """Keeps the comments of one merge request."""

    def __init__(self) -> None:
        self.url = ""
        self.token = "a-token"
        #: As many as others have written already.
        self.comments = dict.fromkeys(range(1, 151), "Looks good to me.")
        self.calls: list[str] = []

    def answer(self, method: str, path: str, headers: Any, body: dict[str, Any] | None) -> Any:
        """The status, and what is behind an address."""
        self.calls.append(method)
        given = headers.get("PRIVATE-TOKEN") or headers.get("Authorization", "")[len("Bearer ") :]
        if given != self.token:
            return 403, {"message": "403 Forbidden"}
        place, _mark, query = path.partition("?")
        if method == "GET" and COMMENTS.fullmatch(place):
            page = int(re.search(r"page=(\d+)$", query)[1])  # type: ignore[index]
            shown = list(self.comments.items())[(page - 1) * 100 : page * 100]
            return 200, [{"id": number, "body": text} for number, text in shown]
        if method == "POST" and COMMENTS.fullmatch(place) and body:
            self.comments[len(self.comments) + 1] = body["body"]
            return 201, {}
        found = COMMENT.fullmatch(place)
        if method == ("PUT" if "PRIVATE-TOKEN" in headers else "PATCH") and found and body:
            self.comments[int(found[1])] = body["body"]
            return 200, {}
        return 404, {}


@contextmanager
def serving() -> Iterator[Forge]:
    """Run a forge on a port of this machine."""
    forge = Forge()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            status, content = forge.answer(self.command, self.path, self.headers, body)
            text = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PUT = do_PATCH = _answer  # noqa: N815 the names are http.server's

        def log_message(self, *_words: Any) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield forge
        finally:
            server.shutdown()
            thread.join()


def gitlab_job(name: str, known: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The commands of a job, and its environment; variables of the project are known."""
    pipeline = yaml.safe_load((EXAMPLES / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    job = pipeline[name]
    lines = [*pipeline["default"]["before_script"], *job["script"]]
    variables = {
        key: re.sub(r"\$(\w+)", lambda found: known[found[1]], value)
        for key, value in job.get("variables", {}).items()
    }
    return _without_set_up(lines), {**known, **variables}


def github_job(name: str, known: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The commands of a job, and its environment; expressions are known by what they say."""
    path = EXAMPLES / ".github/workflows/docspace.yml"
    job = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"][name]
    variables = dict(job.get("env", {}))
    for step in job["steps"]:
        variables.update(step.get("env", {}))
    filled = {
        key: re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: known[found[1]], value)
        for key, value in variables.items()
    }
    lines = [step["run"] for step in job["steps"] if "run" in step]
    return _without_set_up(lines), filled


def _without_set_up(lines: list[str]) -> str:
    """All but the installation of what the test has already, as one script."""
    left = [line for line in lines if not SET_UP.fullmatch(line.strip())]
    assert len(left) == len(lines) - 2, "the set-up of the pipeline has changed"
    return "\n".join(["set -eo pipefail", *left])
