# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The connection options are checked before anything is sent."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
    secrets,
)


def connect(**changes):
    return Connection.from_params(
        {
            "base_url": "https://portal.example.com",
            "api_key": "sk-test",
            "validate_certs": True,
            "ca_path": None,
            "timeout": 30,
            **changes,
        }
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


def test_a_private_certificate_authority(tmp_path):
    assert connect(ca_path=str(tmp_path)).verify == str(tmp_path)
    assert connect().verify is True
    assert connect(validate_certs=False).verify is False


def test_certificates_that_are_not_there_are_an_error(tmp_path):
    with pytest.raises(OptionError, match=r"^ca_path: .*/none does not exist; give a file"):
        connect(ca_path=str(tmp_path / "none"))


@pytest.mark.parametrize("path", ["/x" * 5000, "/x\0y"])
def test_certificates_that_cannot_be_there_are_an_error(path):
    with pytest.raises(OptionError, match=r"^ca_path: .* does not exist; give a file"):
        connect(ca_path=path)


@pytest.mark.parametrize(("option", "most"), [("base_url", 2048), ("api_key", 4096)])
def test_what_is_too_long_is_an_error(option, most):
    start = "https://example.com/" if option == "base_url" else ""
    longest = start + "x" * (most - len(start))

    connect(**{option: longest})
    with pytest.raises(OptionError, match=f"^{option}: has {most + 1} characters"):
        connect(**{option: f"{longest}x"})


def test_contradictory_certificate_options_are_an_error(tmp_path):
    with pytest.raises(OptionError, match=r"^ca_path: has no effect with validate_certs false"):
        connect(ca_path=str(tmp_path), validate_certs=False)


@pytest.mark.parametrize("seconds", [1, 86400])
def test_a_second_and_a_day_are_time_enough(seconds):
    assert connect(timeout=seconds).timeout == seconds


@pytest.mark.parametrize("seconds", [0, -5, 86401])
def test_no_time_at_all_and_more_than_a_day_are_an_error(seconds):
    with pytest.raises(OptionError, match=f"^timeout: must be from 1 to .* seconds, not {seconds}"):
        connect(timeout=seconds)


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


def test_secrets_in_all_their_forms(monkeypatch):
    params = {"api_key": "Bearer sk-1", "base_url": "https://ben:pass@portal.example.com"}

    assert secrets(params) == {"Bearer sk-1", "sk-1", "pass"}
    with monkeypatch.context() as proxy:
        proxy.setenv("HTTPS_PROXY", "http://ben:eight4us@proxy.example.com")
        assert secrets(params) == {"Bearer sk-1", "sk-1", "pass", "eight4us"}
    assert secrets({"api_key": None, "base_url": "https://[broken"}) == set()


@pytest.mark.parametrize("key", ['a"b', 'ключ"', "ключ"])
def test_a_secret_is_hidden_as_it_is_and_as_a_difference_would_show_a_name(key):
    assert secrets({"api_key": key}) == {key, key.replace('"', '\\"')}


@pytest.mark.parametrize(
    "address",
    [
        "https://ben:p%40ss@portal.example.com",
        "https://p%40ss@portal.example.com",
        "https:/ben:p%40ss@portal.example.com",
        "ben:p%40ss@portal.example.com",
        "https://ben:p%40ss@[broken",
    ],
)
def test_a_password_in_an_address_is_a_secret_however_it_is_mistyped(address, monkeypatch):
    assert {"p%40ss", "p@ss"} <= secrets({"base_url": address})

    monkeypatch.setenv("HTTPS_PROXY", address.replace("p%40ss", "long%40password"))
    proxy = {"long%40password", "long@password"}
    assert proxy <= secrets({"base_url": "https://portal.example.com"})


def test_what_is_short_in_a_proxys_address_hides_nothing_in_results(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://ben:admin@proxy.example.com:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://ben@proxy.example.com:3128")

    assert secrets({"base_url": "https://portal.example.com"}) == set()


def test_a_connection_does_not_show_its_credential():
    assert "sk-test" not in repr(connect())
