# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A client of a portal that is not there, and how its requests fail."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import Transport

KEY = "sk-0123456789"
BASE = "https://portal.example.com"
GROUP = f"{BASE}/api/2.0/group/1"
POOL = urllib3.HTTPConnectionPool("x")


@contextmanager
def opened(connection, **options):
    with Sessions() as sessions:
        yield Transport(sessions, connection, **options)


def failure(transport, method="GET", path=("group", "1")):
    with pytest.raises(RequestError) as raised:
        transport.request(method, path)
    assert KEY not in repr(raised.value.result())
    assert "stack" not in str(raised.value)
    return raised.value
