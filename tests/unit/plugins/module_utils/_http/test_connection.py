# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The connection options are checked before anything is sent."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    connect,
)


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://portal.example.com", "https://portal.example.com"),
        ("https://portal.example.com/", "https://portal.example.com"),
        (" https://portal.example.com// ", "https://portal.example.com"),
        ("HTTPS://portal.example.com:8443", "https://portal.example.com:8443"),
        ("https://example.com/docspace/", "https://example.com/docspace"),
        ("https://example.com/A%2fB%C3%BCX/", "https://example.com/A%2fB%C3%BCX"),
        ("http://[::1]:8092/", "http://[::1]:8092"),
    ],
)
def test_an_address_with_or_without_trailing_slash(given, used):
    assert connect(base_url=given).base_url == used


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("", "must begin with https:// or http:// and a host"),
        ("portal.example.com", "must begin with https:// or http:// and a host"),
        ("ftp://portal.example.com", "must begin with https:// or http:// and a host"),
        ("https://", "must begin with https:// or http:// and a host"),
        ("https://ben:secret@portal.example.com", "contains credentials; use api_key"),
        ("https://secret@portal.example.com", "contains credentials; use api_key"),
        ("https://ben:#secret@portal.example.com", "contains credentials; use api_key"),
        ("https://ben:/secret@portal.example.com", "contains credentials; use api_key"),
        ("ben:secret@portal.example.com", "contains credentials; use api_key"),
        ("https://portal.example.com?x=1", r"must end before any '\?' or '#'"),
        ("https://portal.example.com/#top", r"must end before any '\?' or '#'"),
        ("https://portal.example.com:port", "is not an address"),
        ("https://[portal.example.com", "is not an address"),
        ("https://portal.example.com/100%", "has a '%' that stands for nothing"),
        ("https://portal%20example.com", "has a '%' that stands for nothing"),
        ("https://portal example.com", "contains blanks or control characters"),
        ("https://portal.example.com\r\nX-Evil: 1", "contains blanks or control characters"),
        ("https://portal.example.com\\@evil.example", "contains blanks or control characters"),
    ],
)
def test_a_bad_address_is_an_error_that_says_what_to_do(given, complaint):
    with pytest.raises(OptionError, match=f"^base_url: {complaint}.*https://") as raised:
        connect(base_url=given)

    assert "secret" not in str(raised.value)
    assert raised.value.result()["failure"] == {
        "code": "invalid_option",
        "option": "base_url",
        "status": None,
    }


@pytest.mark.parametrize("given", ["sk-1", "Bearer sk-1", "bearer  sk-1", " BEARER\tsk-1 "])
def test_a_key_with_or_without_bearer(given):
    assert connect(api_key=given).credential == "sk-1"


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("", "is empty"),
        ("Bearer ", "is empty"),
        ("sk-1 sk-2", "contains blanks or characters that no key has"),
        ("sk-1\r\nX-Evil: 1", "contains blanks or characters that no key has"),
        ("sk-ключ", "contains blanks or characters that no key has"),
    ],
)
def test_a_bad_key_is_an_error_that_does_not_show_it(given, complaint):
    with pytest.raises(OptionError, match=f"^api_key: ({complaint})") as raised:
        connect(api_key=given)

    assert "sk-" not in str(raised.value)


@pytest.mark.parametrize(("option", "most"), [("base_url", 2048), ("api_key", 4096)])
def test_what_is_too_long_is_an_error(option, most):
    start = "https://example.com/" if option == "base_url" else ""
    longest = start + "x" * (most - len(start))

    connect(**{option: longest})
    with pytest.raises(OptionError, match=f"^{option}: has {most + 1} characters"):
        connect(**{option: f"{longest}x"})


@pytest.mark.parametrize(
    ("option", "seconds"),
    [("timeout", 1), ("timeout", 86400), ("retry_for", 0), ("retry_for", 86400)],
)
def test_a_second_and_a_day_are_time_enough(option, seconds):
    assert getattr(connect(**{option: seconds}), option) == seconds


@pytest.mark.parametrize(
    ("option", "least", "seconds"),
    [
        ("timeout", 1, 0),
        ("timeout", 1, -5),
        ("timeout", 1, 86401),
        ("retry_for", 0, -1),
        ("retry_for", 0, 86401),
    ],
)
def test_no_time_at_all_and_more_than_a_day_are_an_error(option, least, seconds):
    message = f"^{option}: must be from {least} to 86400 seconds, not {seconds}"
    with pytest.raises(OptionError, match=message):
        connect(**{option: seconds})


@pytest.mark.parametrize(
    ("url", "warned"),
    [
        ("http://portal.example.com", True),
        ("http://192.0.2.1:8092", True),
        ("http://127.0.0.1:8092", False),
        ("http://127.8.8.8", False),
        ("http://localhost:8092", False),
        ("http://portal.localhost", False),
        ("http://[::1]:8092", False),
        ("http://localhost.example.com", True),
        ("https://portal.example.com", False),
    ],
)
def test_plain_http_warns_unless_it_stays_on_this_machine(url, warned):
    assert any("plain http" in text for text in connect(base_url=url).warnings()) is warned


def test_what_is_not_safe_warns_with_the_way_out():
    plain, unverified = connect(base_url="http://example.com", validate_certs=False).warnings()

    assert plain == (
        "base_url: plain http sends the API key readable for everybody on the way; use https."
    )
    assert unverified == (
        "validate_certs: false accepts any server as the portal and gives it the API key; for a"
        " private certificate authority use ca_path."
    )


def test_a_connection_does_not_show_its_credential():
    assert "sk-test" not in repr(connect())
