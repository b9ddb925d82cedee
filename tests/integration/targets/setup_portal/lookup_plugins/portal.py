# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""lookup('portal', PORTAL, WHAT) asks a simulated portal about itself, or to take another state."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ansible.errors import AnsibleError
from ansible.plugins.lookup import LookupBase


class LookupModule(LookupBase):
    """Much faster than the lookup url, which matters as the tests look after each task.

    The portal gets a state as ``body``, or what is in a ``file``.
    """

    def run(
        self,
        terms: list[Any],
        variables: Any = None,
        body: Any = None,
        file: str = "",
        **kwargs: Any,
    ) -> list[Any]:
        portal, what = terms
        data = Path(file).read_bytes() if file else json.dumps(body).encode() if body else None
        connection = http.client.HTTPConnection(urlsplit(portal["base_url"]).netloc, timeout=60)
        connection.request("POST" if data else "GET", f"/_portal/{what}", data)
        answer = connection.getresponse()
        if answer.status != http.client.OK:
            raise AnsibleError(f"/_portal/{what}: {answer.status} {answer.reason}")
        return [json.load(answer)]
