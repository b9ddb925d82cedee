# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A proxy on the way sees no key, can be avoided, and is named where it is in the way."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.hiding import leaks
from ansible_collections.onlyoffice.docspace.tests.system.servers import proxying
from ansible_collections.onlyoffice.docspace.tests.system.tls.secure import (
    KEY,
    as_process,
    expired,
    failure,
    good,
    read,
    secure,
)

PROXY_PASSWORD = "pw-4Xe-Mj9-Qs-Vk6Ft"


def proxies(monkeypatch, url, no_proxy=""):
    for name in ("HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, url)
        monkeypatch.setenv(name.lower(), url)
    monkeypatch.setenv("NO_PROXY", no_proxy)
    monkeypatch.setenv("no_proxy", no_proxy)


def test_a_proxy_sees_no_key_of_an_https_portal(ca, ca_file, monkeypatch):
    with proxying() as proxy, secure(good, ca) as (base_url, seen):
        address = proxy.url.replace("//", f"//ben:{PROXY_PASSWORD}@")
        proxies(monkeypatch, address)
        assert read(base_url, ca_path=str(ca_file))["groups"]

    assert {*proxy.asked} == {f"CONNECT {base_url.removeprefix('https://')}"}
    assert b"Proxy-Authorization: Basic" in proxy.heard
    assert leaks(KEY, proxy.heard.decode(errors="replace")) == []
    assert seen.requests[0]["Authorization"] == f"Bearer {KEY}"
    assert not any("Proxy-Authorization" in each for each in seen.requests)


def test_a_proxy_passes_on_an_http_portal(monkeypatch):
    with proxying() as proxy, serve(Portal(load_state())) as base_url:
        proxies(monkeypatch, proxy.url)
        assert read(base_url)["groups"]

    assert proxy.asked[0].startswith(f"GET {base_url}/api/2.0/group?")


@pytest.mark.parametrize("exception", ["127.0.0.1", "localhost,127.0.0.0/8", "*"])
def test_no_proxy_is_respected(ca, ca_file, monkeypatch, exception):
    with proxying("502 Bad Gateway") as proxy, secure(good, ca) as (base_url, _seen):
        proxies(monkeypatch, proxy.url, no_proxy=exception)
        assert read(base_url, ca_path=str(ca_file))["groups"]

    assert proxy.asked == []


@pytest.mark.parametrize(
    "answer", ["407 Proxy Authentication Required", "502 Bad Gateway", "403 No"]
)
def test_a_proxy_that_refuses_is_one_sentence(ca, ca_file, monkeypatch, answer):
    with proxying(answer) as proxy, secure(good, ca) as (base_url, seen):
        proxies(monkeypatch, proxy.url.replace("//", f"//ben:{PROXY_PASSWORD}@"))
        error = failure(base_url, ca_path=str(ca_file))

    assert error.code == "proxy"
    assert str(error) == (
        f"The proxy on the way to {base_url} did not let the request through: {answer}."
        " Check the proxy variables of the environment, or except the portal in NO_PROXY."
    )
    assert leaks(PROXY_PASSWORD, repr(error.result())) == []
    assert seen.requests == []


def test_a_proxy_that_wants_credentials_for_an_http_portal_is_named(monkeypatch):
    with proxying("407 Proxy Authentication Required") as proxy:
        proxies(monkeypatch, proxy.url)
        error = failure("http://127.0.0.1:1")

    assert (error.code, error.may_be_done) == ("proxy", False)
    assert "did not let the request through: 407 Proxy Authentication Required." in str(error)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://ben:{}@[broken", "http://ben:{}@"]
)
def test_a_proxy_that_is_not_there_is_one_sentence(monkeypatch, address):
    proxies(monkeypatch, address.format(PROXY_PASSWORD))
    error = failure("https://portal.invalid")

    assert leaks(PROXY_PASSWORD, repr(error.result())) == []
    assert "check" in str(error).lower()
    assert "the proxy variables of the environment" in str(error)


@BOTH_FRONTS
def test_playbooks_against_servers_and_through_proxies(play, ca, ca_file, direct):
    def task(name, base_url, **options):
        options = {"all": True, "base_url": base_url, "ca_path": str(ca_file), **options}
        module = {"onlyoffice.docspace.group_info": options}
        return {"name": name, **module, "ignore_errors": True}

    with (
        secure(good, ca) as (base_url, _seen),
        secure(expired, ca) as (stale, _not_seen),
        proxying() as proxy,
    ):
        env = {"HTTPS_PROXY": proxy.url.replace("//", f"//ben:{PROXY_PASSWORD}@"), "NO_PROXY": ""}
        tasks = [
            task("trusted", base_url),
            task("expired", stale),
            task("unverified", stale, validate_certs=False, ca_path="{{ omit }}"),
        ]
        run = play(as_process(base_url), tasks, "-vvvvv", direct=direct, env=env)
        proxy.answer = "407 Proxy Authentication Required"
        second = play(as_process(base_url), tasks[:1], "-vvvvv", direct=direct, env=env)

    assert run.of("trusted")[0]["groups"]
    assert "is out of date: certificate has expired" in run.of("expired")[0]["msg"]
    assert run.of("unverified")[0]["groups"]
    assert "validate_certs: false accepts any server" in " ".join(run.output.split())
    assert second.of("trusted")[0]["failure"]["code"] == "proxy"
    for each in (run, second):
        assert leaks(KEY, each.output + repr(each.results)) == []
        assert leaks(PROXY_PASSWORD, each.output + repr(each.results)) == []
        assert "Traceback" not in each.output
