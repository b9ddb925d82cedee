# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What of the connection must not be shown: passwords in all their forms, and no names."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import secrets


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
        "https:/ben:p%40ss@portal.example.com",
        "ben:p%40ss@portal.example.com",
        "https://ben:p%40ss@[broken",
        "https://:p%40ss@portal.example.com",
    ],
)
def test_a_password_in_an_address_is_a_secret_however_it_is_mistyped(address, monkeypatch):
    assert {"p%40ss", "p@ss"} <= secrets({"base_url": address})

    monkeypatch.setenv("HTTPS_PROXY", address.replace("p%40ss", "long%40password"))
    proxy = {"long%40password", "long@password"}
    assert proxy <= secrets({"base_url": "https://portal.example.com"})


def test_a_token_without_a_name_in_the_address_of_a_portal_is_a_secret():
    assert secrets({"base_url": "https://p%40ss@portal.example.com"}) == {"p%40ss", "p@ss"}


@pytest.mark.parametrize("start", ["http://", "https:/", "socks5h://", ""])
@pytest.mark.parametrize("password", ["", ":/slash/first", ":with:colon"])
def test_the_name_of_a_proxys_user_is_no_secret_its_password_is(monkeypatch, start, password):
    monkeypatch.setenv("HTTPS_PROXY", f"{start}administrator{password}@proxy.example.com:3128")

    assert secrets({}) == ({password[1:]} if password else set())


def test_a_proxy_of_the_systems_settings_is_not_asked_for(monkeypatch):
    def ask():
        pytest.fail("macOS would end this process")

    monkeypatch.setattr("urllib.request.getproxies", ask)

    assert secrets({"base_url": "https://portal.example.com"}) == set()


def test_what_is_short_in_a_proxys_address_hides_nothing_in_results(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://ben:admin@proxy.example.com:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://ben@proxy.example.com:3128")

    assert secrets({"base_url": "https://portal.example.com"}) == set()
