# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Send the same requests as somebody else did before, one after the other.

same.py JOB
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import requests

job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
with requests.Session() as session:
    session.headers["Authorization"] = f"Bearer {os.environ['DOCSPACE_API_KEY']}"
    for method, target, body, status in job["requests"]:
        answer = session.request(
            method, os.environ["DOCSPACE_BASE_URL"] + target, json=body, timeout=60
        )
        if answer.status_code != status:
            sys.exit(f"{method} {target}: {answer.status_code}, not {status}")
