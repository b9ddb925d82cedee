# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How many milliseconds the plan for a group takes that is to lose one of a hundred members.

    plan.py MEMBERS ROUNDS

Prints the medians: of the plan itself, and of finding whom the references mean.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from typing import Any, Callable

sys.path.insert(0, os.environ["ANSIBLE_COLLECTIONS_PATH"])

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.membership import plan_exact
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.people import match
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person

size, rounds = map(int, sys.argv[1:])


def milliseconds(work: Callable[[], Any]) -> float:
    times = []
    for _round in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


members = [
    Person(
        id=f"70000000-0000-4000-8000-{number:012}",
        display_name=f"First{number:05} Last",
        email=f"person{number:05}@example.net",
        user_name=f"person{number:05}",
        status="active",
    )
    for number in range(size)
]
stay = members[size // 100 :]
ids = [person.id for person in stay]
print(
    json.dumps(
        {
            "plan": milliseconds(lambda: plan_exact(members, stay)),
            "match": milliseconds(lambda: match(parse_references("members", ids), members)),
        }
    )
)
