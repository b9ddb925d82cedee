# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a connection's options hold, no other host is asked, and the key goes nowhere else."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    export,
    group,
    group_info,
    group_members,
    memberships,
    user_info,
    user_status,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import (
    KEY,
    MODULES,
    texts,
    values,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.witness import (
    ASKED,
    assert_clean,
    assert_only_meant,
    assert_readable,
    outcome,
)

addresses = st.one_of(
    st.builds("HERE{}".format, texts),
    st.builds("HERE/{}".format, texts),
    st.builds("http://{}:PORT".format, texts),
    st.builds("{}://127.0.0.1:PORT".format, texts),
    texts,
)
#: Here PORT stands for the portal's port and HERE for its address.
connections = st.fixed_dictionaries(
    {"base_url": addresses},
    optional={
        name: values(spec)
        for name, spec in connection.ARGUMENT_SPEC.items()
        if name not in ("base_url", "validate_certs")
    },
)


@settings(max_examples=300, derandomize=True, database=None)
@given(module=st.sampled_from(MODULES), given=connections)
@example(module=group_info, given={"base_url": "HERE/"})
@example(module=group_info, given={"base_url": " HERE/docspace/ "})
@example(module=group_info, given={"base_url": "HERE/a b"})
@example(module=group_info, given={"base_url": "HERE/\xe9/%20/..%2f"})
@example(module=group_info, given={"base_url": "HERE/../x/./y"})
@example(module=group_info, given={"base_url": "HERE?x=y"})
@example(module=group_info, given={"base_url": "HERE#x"})
@example(module=group_info, given={"base_url": "HERE;x"})
@example(module=group_info, given={"base_url": "HERE@evil.example"})
@example(module=group_info, given={"base_url": "HERE\\@evil.example"})
@example(module=group_info, given={"base_url": "http://evil.example\\@127.0.0.1:PORT"})
@example(module=group_info, given={"base_url": "http://me:secret@127.0.0.1:PORT"})
@example(module=group_info, given={"base_url": "http://[::1]:PORT"})
@example(module=group_info, given={"base_url": "http://[::1%25lo]:PORT"})
@example(module=group_info, given={"base_url": "http://[::1:PORT"})
@example(module=group_info, given={"base_url": "http://b\xfccher.example:PORT"})
@example(module=group_info, given={"base_url": "http://a..b:PORT"})
@example(module=group_info, given={"base_url": f"http://{'a' * 64}.example:PORT"})
@example(module=group_info, given={"base_url": "http://127.0.0.1%00.evil.example:PORT"})
@example(module=group_info, given={"base_url": "http://*:PORT"})
@example(module=group_info, given={"base_url": "HTTP://LOCALHOST:PORT"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:99999"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:0"})
@example(module=group_info, given={"base_url": "http://127.0.0.1:\u0663"})
@example(module=group_info, given={"base_url": "HERE\x9b/"})
@example(module=group_info, given={"base_url": "HERE/\ud800"})
@example(module=group_info, given={"base_url": "HERE/\u202e"})
@example(module=group_info, given={"base_url": "HERE", "timeout": 10**30})
@example(module=group_info, given={"base_url": "HERE", "timeout": 10**9})
@example(module=group_info, given={"base_url": "HERE", "ca_path": ""})
@example(module=group_info, given={"base_url": "HERE", "ca_path": "\0"})
@example(module=group_info, given={"base_url": "HERE", "client_cert": "\0"})
@example(module=group_info, given={"base_url": "HERE", "client_cert": ".", "client_key": "."})
@example(module=group_info, given={"base_url": "HERE", "client_key": "x"})
@example(module=group_info, given={"base_url": "HERE", "retry_for": 10**30})
@example(module=group_info, given={"base_url": "http://127.0.0.1:0", "retry_for": 86400})
@example(module=group_info, given={"base_url": "HERE", "ca_path": "a\x1b[2J\nb"})
@example(module=group_info, given={"base_url": "HERE", "api_key": f"{KEY}\r\nX-Evil: 1"})
@example(module=group_info, given={"base_url": "HERE", "api_key": f"{KEY}\xe9"})
def test_the_connection_is_the_one_that_was_meant(served, module, given):
    served.start_anew()
    ASKED.clear()
    port = str(urlsplit(served.base_url).port)
    address = given["base_url"].replace("HERE", served.base_url).replace("PORT", port)
    needed: dict[Any, dict[str, Any]] = {
        group_info: {"all": True},
        user_info: {"all": True},
        group: {"name": "HR"},
        group_members: {"group": "HR", "members": []},
        export: {"path": "groups.yml"},
        memberships: {"groups": []},
        user_status: {"users": ["user05"], "status": "active"},
    }
    given = {"api_key": KEY, **needed.get(module, {}), **given, "base_url": address}

    found = outcome(module, given, True)

    if isinstance(found, DocSpaceError):
        assert_clean(str(found))
        assert KEY not in str(found)
        if found.code == "invalid_option":
            assert str(found).startswith(found.details["option"])
            assert not served.portal.requests
            assert not ASKED
    else:
        assert_readable(found)
    if given["api_key"] != KEY:
        assert not [each for each in served.portal.requests if each.status == 200]
    elif served.portal.requests:
        assert_only_meant(served, given, urlsplit(prepared(address)).path.rstrip("/"))
    if ASKED:
        hosts = {urlsplit(address.strip()).hostname, urlsplit(prepared(address)).hostname}
        assert {host.lower() for host in ASKED} <= {str(host).lower() for host in hosts}


def prepared(address: str) -> str:
    """An address as it is in a request: without climbing, with its host as names are looked up."""
    return str(requests.Request("GET", address.strip()).prepare().url)
