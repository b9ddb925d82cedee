# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The same with the vendor's docspace-api-sdk: read each group, remove whoever has to go."""

from __future__ import annotations

import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any

import docspace_api_sdk

# As most people see it: without its types, in which everything may be missing.
sdk: Any = docspace_api_sdk


def main() -> None:
    """Do the whole job."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    configuration = sdk.Configuration(
        host=os.environ["DOCSPACE_BASE_URL"], access_token=os.environ["DOCSPACE_API_KEY"]
    )
    with sdk.ApiClient(configuration) as client:
        api = sdk.GroupApi(client)
        for task in job["work"]:
            group_id = uuid.UUID(task["group"])
            group = api.get_group(group_id, include_members=True).response
            members = {member.id for member in group.members}
            named = {uuid.UUID(text) for text in task["members"]}
            leaving = members - named if job["wanted_state"] == "exact" else members & named
            if leaving:
                api.remove_members_from(group_id, sdk.MembersRequest(members=sorted(leaving)))


main()
