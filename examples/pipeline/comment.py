# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Put a preview into the merge request: in one comment, which every push writes anew.

    python3 pipeline/comment.py preview.txt

Runs in pipelines of GitLab and GitHub, and needs nothing but Python. Without a token it says that
the preview is in the artifacts of the job alone.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

# How the comment of an earlier push is found again.
MARK = "<!-- preview of onlyoffice.docspace -->"
# Comments have a greatest length, 65,536 characters on GitHub.
LONGEST = 60_000


def gitlab(env):
    """Where the comments of a merge request are, and how to write one anew."""
    place = (
        f"{env['CI_API_V4_URL']}/projects/{env['CI_PROJECT_ID']}"
        f"/merge_requests/{env['CI_MERGE_REQUEST_IID']}/notes"
    )
    headers = {"PRIVATE-TOKEN": env.get("COMMENT_TOKEN", "")}
    return place, headers, "PUT", lambda note: f"{place}/{note['id']}"


def github(env):
    """Where the comments of a pull request are, and how to write one anew."""
    issues = f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}/issues"
    token = env.get("COMMENT_TOKEN", "")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    place = f"{issues}/{env['PULL_REQUEST']}/comments"
    return place, headers, "PATCH", lambda note: f"{issues}/comments/{note['id']}"


def ask(method, url, headers, body=None):
    """Send a request; give its JSON."""
    request = urllib.request.Request(
        url,
        data=None if body is None else json.dumps({"body": body}).encode(),
        headers={**headers, "Content-Type": "application/json"},
        method=method,
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def earlier_comment(place, headers):
    """The comment of an earlier push, if there is one."""
    for page in range(1, 100):
        notes = ask("GET", f"{place}?per_page=100&page={page}", headers)
        for note in notes:
            if note["body"].startswith(MARK):
                return note
        if len(notes) < 100:
            break
    return None


def comment(text):
    """The comment around a preview, of which the end is kept if it is too long."""
    fence = "`" * 8  # longer than any in names of groups
    cut = "The beginning is left out; all of it is in the artifacts of the job.\n\n"
    return (
        f"{MARK}\nWhat would change on the portal:\n\n{cut if len(text) > LONGEST else ''}"
        f"{fence}diff\n{text[-LONGEST:]}\n{fence}\n"
    )


def main():
    env = os.environ
    place, headers, update, address = (gitlab if "CI_API_V4_URL" in env else github)(env)
    if not any(headers.values()):
        print("There is no COMMENT_TOKEN: the preview is in the artifacts of this job alone.")
        return 0
    body = comment(Path(sys.argv[1]).read_text(encoding="utf-8", errors="replace"))
    try:
        if note := earlier_comment(place, headers):
            ask(update, address(note), headers, body)
        else:
            ask("POST", place, headers, body)
    except urllib.error.URLError as error:  # with the status, if there is one
        print(f"The comment could not be written: {error}. Check COMMENT_TOKEN and its role.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
