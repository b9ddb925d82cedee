# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A client of a portal that is not there, and how its requests fail."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

import pytest
import urllib3

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.retry import (
    CarefulRetry,
    Outage,
    careful_retry,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.transport import Transport

KEY = "sk-0123456789"
BASE = "https://portal.example.com"
GROUP = f"{BASE}/api/2.0/group/1"
#: Enough for four tries, with pauses of 0, 1 and 2 seconds.
RETRY_FOR = 3
TRIES = 4
POOL = urllib3.HTTPConnectionPool("x")


def connect(**changes: Any) -> Connection:
    """Options as a module gets them, checked."""
    return Connection.from_params(
        {
            "base_url": "https://portal.example.com",
            "api_key": "sk-test",
            "validate_certs": True,
            "ca_path": None,
            "timeout": 30,
            "retry_for": 30,
            **changes,
        }
    )


@contextmanager
def opened(connection, **options):
    with Sessions() as sessions:
        yield Transport(sessions, connection, **options)


def policy(repeatable: bool = True, retry_for: float = RETRY_FOR) -> CarefulRetry:
    return careful_retry(Outage(retry_for), repeatable)


def failure(transport, method="GET", path=("group", "1")):
    with pytest.raises(RequestError) as raised:
        transport.request(method, path)
    assert KEY not in repr(raised.value.result())
    assert "stack" not in str(raised.value)
    return raised.value
