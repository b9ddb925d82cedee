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

import docspace_api_sdk as sdk


def main() -> None:
    """Do the whole job."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    configuration = sdk.Configuration(
        host=os.environ["DOCSPACE_BASE_URL"], access_token=os.environ["DOCSPACE_API_KEY"]
    )
    with sdk.ApiClient(configuration) as client:
        api = sdk.GroupApi(client)
        for task in job["work"]:
            group = api.get_group(uuid.UUID(task["group"]), include_members=True).response
            members = {str(member.id) for member in group.members}
            named = set(task["members"])
            leaving = members - named if job["wanted_state"] == "exact" else members & named
            if leaving:
                api.remove_members_from(group.id, sdk.MembersRequest(members=sorted(leaving)))


main()
