# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a user writes with requests: read each group, remove whoever has to go.

    plain.py JOB [--fields] [--always] [--same-calls]

`--fields` asks for the ids of the members only; `--always` sends the removal even if nobody of
those named is a member; `--same-calls` asks what `group_members` asks: for the group without its
members, and for the groups of each person, which tells of disabled members, too.
"""

from __future__ import annotations

import json
import os
import sys
import typing as t
from pathlib import Path

import requests

BATCH = 100
API = f"{os.environ['DOCSPACE_BASE_URL']}/api/2.0"


def get(session: requests.Session, url: str, query: dict[str, str]) -> t.Any:
    """What an answer has to say."""
    answer = session.get(url, params=query, timeout=60)
    answer.raise_for_status()
    return answer.json()["response"]


def is_member(session: requests.Session, person: str, group: str) -> bool:
    """Whether somebody is in a group."""
    groups = get(session, f"{API}/people/{person}", {"fields": "id,groups.id"}).get("groups", ())
    return group in {each["id"] for each in groups}


def main() -> None:
    """Do the whole job."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    query = {"fields": "id,members.id"} if "--fields" in sys.argv else {}
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {os.environ['DOCSPACE_API_KEY']}"
        for task in job["work"]:
            url = f"{API}/group/{task['group']}"
            named = set(task["members"])
            if "--same-calls" in sys.argv:
                get(session, url, {"includeMembers": "false", "fields": "id,name"})
                members = {each for each in named if is_member(session, each, task["group"])}
            else:
                members = {member["id"] for member in get(session, url, query)["members"]}
            if job["wanted_state"] == "exact":
                leaving = sorted(members - named)
            else:
                leaving = sorted(named if "--always" in sys.argv else members & named)
            for start in range(0, len(leaving), BATCH):
                part = {"members": leaving[start : start + BATCH]}
                session.delete(
                    f"{url}/members", params=query, json=part, timeout=60
                ).raise_for_status()


main()
