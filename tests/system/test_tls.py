# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Only the portal that was meant gets the key: certificates, proxies, redirects."""

from __future__ import annotations

import datetime
import os
import ssl
import warnings
from contextlib import contextmanager

import pytest
import trustme
from OpenSSL import crypto
from werkzeug.utils import redirect

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.system.hiding import leaks
from ansible_collections.onlyoffice.docspace.tests.system.servers import Recorder, proxying
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

KEY = load_state()["api_keys"][0]["key"]
OTHER_KEY = load_state()["api_keys"][1]["key"]
PROXY_PASSWORD = "pw-4Xe-Mj9-Qs-Vk6Ft"
FRONTS = pytest.mark.parametrize("direct", [True, False], ids=["direct", "module"])


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    """None of the variables that lead elsewhere; no pauses between repeats."""
    for name in list(os.environ):
        if name.lower().endswith(("_proxy", "ca_bundle")) or name.startswith("SSL_CERT_"):
            monkeypatch.delenv(name)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)


@pytest.fixture(scope="module")
def ca():
    return trustme.CA()


@pytest.fixture
def ca_file(ca, tmp_path):
    path = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(path)
    return path


@pytest.fixture
def ca_folder(ca, tmp_path):
    """A folder as `openssl rehash` makes it."""
    folder = tmp_path / "cas"
    folder.mkdir()
    certificate = crypto.load_certificate(crypto.FILETYPE_PEM, ca.cert_pem.bytes())
    ca.cert_pem.write_to_path(folder / f"{certificate.subject_name_hash():08x}.0")
    return folder


def context(certificate):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


def good(ca):
    return context(ca.issue_cert("127.0.0.1"))


def self_signed(ca):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    alone = trustme.CA()
    with alone.cert_pem.tempfile() as certificate, alone.private_key_pem.tempfile() as key:
        made.load_cert_chain(certificate, key)
    return made


def from_another_ca(ca):
    return context(trustme.CA().issue_cert("127.0.0.1"))


def expired(ca):
    now = datetime.datetime.now(datetime.timezone.utc)
    days = datetime.timedelta(days=1)
    certificate = ca.issue_cert("127.0.0.1", not_before=now - 9 * days, not_after=now - days)
    return context(certificate)


def not_valid_yet(ca):
    now = datetime.datetime.now(datetime.timezone.utc)
    return context(ca.issue_cert("127.0.0.1", not_before=now + datetime.timedelta(days=1)))


def for_another_address(ca):
    return context(ca.issue_cert("127.0.0.2"))


def for_another_name(ca):
    return context(ca.issue_cert("portal.example.com"))


def old_tls_only(ca):
    made = good(ca)
    made.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that is the point
        made.minimum_version = made.maximum_version = ssl.TLSVersion.TLSv1_1
    return made


def no_tls(ca):
    return None


#: Servers that are not to be trusted, each with what is said of it, behind its address.
UNTRUSTED = [
    (self_signed, "could not be trusted: self-signed certificate. For a private certificate"
                  " authority give ca_path."),
    (from_another_ca, "could not be trusted: unable to get local issuer certificate. For a private"
                      " certificate authority give ca_path."),
    (expired, "is out of date: certificate has expired. Have it renewed, or check the clock of this"
              " machine."),
    (not_valid_yet, "is out of date: certificate is not yet valid. Have it renewed, or check the"
                    " clock of this machine."),
    (for_another_address, "is not for this address: IP address mismatch, certificate is not valid"
                          " for '127.0.0.1'. Give as base_url a name that is in the certificate."),
    (for_another_name, "is not for this address: IP address mismatch, certificate is not valid"
                       " for '127.0.0.1'. Give as base_url a name that is in the certificate."),
    (old_tls_only, "failed: tlsv1 alert protocol version. Have TLS 1.2 or newer switched on"
                   " there."),
    (no_tls, "failed: wrong version number. Check base_url: what answers there does not speak"
             " TLS."),
]  # fmt: skip


def read(base_url, **options):
    """All groups, by the module's own code."""
    given = {"base_url": base_url, "api_key": KEY, **options}
    return group_info.run(dict(validator(group_info).validate(given).validated_parameters), False)


def failure(base_url, **options):
    with pytest.raises(RequestError) as raised:
        read(base_url, **options)
    assert leaks(KEY, repr(raised.value.result())) == []
    return raised.value


@contextmanager
def secure(make, ca, app=None):
    """A portal behind TLS, and all that it sees."""
    seen = Recorder(app or Portal(load_state()))
    with serve(seen, tls=make(ca)) as base_url:
        yield base_url.replace("http://", "https://"), seen


def as_process(base_url):
    return Process(base_url, KEY, os.getpid())


@pytest.mark.parametrize(
    ("make", "sentence"), UNTRUSTED, ids=lambda each: getattr(each, "__name__", "")
)
def test_an_untrusted_server_gets_nothing_and_the_message_says_what_to_do(
    ca, ca_file, make, sentence
):
    with secure(make, ca) as (base_url, seen):
        error = failure(base_url, ca_path=str(ca_file))

    assert error.code == "tls"
    assert base_url in str(error)
    assert str(error).endswith(sentence)
    assert seen.requests == []


def test_a_certificate_for_another_name_is_refused_by_name_too(ca, ca_file):
    with secure(for_another_name, ca) as (base_url, seen):
        error = failure(base_url.replace("127.0.0.1", "localhost"), ca_path=str(ca_file))

    assert "is not for this address: Hostname mismatch" in str(error)
    assert seen.requests == []


def test_an_own_authority_is_trusted_by_file_and_by_folder(ca, ca_file, ca_folder):
    with secure(good, ca) as (base_url, _seen):
        assert "could not be trusted" in str(failure(base_url))
        for path in (ca_file, ca_folder):
            result = read(base_url, ca_path=str(path))
            assert len(result["groups"]) == len(load_state()["groups"])
            assert result["warnings"] == []


def test_a_folder_without_the_authority_trusts_nobody(ca, tmp_path):
    (tmp_path / "empty").mkdir()
    with secure(good, ca) as (base_url, seen):
        error = failure(base_url, ca_path=str(tmp_path / "empty"))

    assert "could not be trusted" in str(error)
    assert seen.requests == []


def test_a_file_that_holds_no_certificate_is_named(ca, tmp_path):
    path = tmp_path / "no.pem"
    path.write_text("no certificate")
    with secure(good, ca) as (base_url, seen):
        error = failure(base_url, ca_path=str(path))

    assert error.code == "tls"
    assert "ca_path" in str(error)
    assert seen.requests == []


@pytest.mark.parametrize("make", [self_signed, expired, for_another_name])
def test_without_verification_everybody_is_trusted_and_a_warning_says_so(ca, make):
    with secure(make, ca) as (base_url, _seen):
        result = read(base_url, validate_certs=False)

    assert result["groups"]
    (warning,) = result["warnings"]
    assert warning.startswith("validate_certs: false accepts any server as the portal")


def test_requests_ca_bundle_counts_unless_an_option_says_otherwise(
    ca, ca_file, tmp_path, monkeypatch
):
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    with secure(good, ca) as (base_url, _seen):
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ca_file))
        assert read(base_url)["groups"]
        assert "could not be trusted" in str(failure(base_url, ca_path=str(other)))

        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(other))
        assert "could not be trusted" in str(failure(base_url))
        assert read(base_url, ca_path=str(ca_file))["groups"]
        assert read(base_url, validate_certs=False)["groups"]

        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "nowhere.pem"))
        error = failure(base_url)
    assert error.code == "tls"
    assert "REQUESTS_CA_BUNDLE" in str(error)


def test_ssl_cert_file_does_not_count(ca, ca_file, ca_folder, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    monkeypatch.setenv("SSL_CERT_DIR", str(ca_folder))
    with secure(good, ca) as (base_url, _seen):
        assert "could not be trusted" in str(failure(base_url))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("where", ["port", "host", "http"])
def test_nothing_is_sent_to_where_a_redirect_leads(ca, ca_file, status, where):
    elsewhere = Recorder()
    with serve(elsewhere, tls=None if where == "http" else good(ca)) as other:
        if where == "host":
            other = other.replace("127.0.0.1", "localhost")
        away = redirect(f"{other}/api/2.0/group", status)
        with secure(good, ca, away) as (base_url, seen):
            error = failure(base_url, ca_path=str(ca_file))

    assert (error.code, len(seen.requests)) == ("redirected", 1)
    assert f"{base_url} redirects to {other} ({status}), and redirects are not followed." in str(
        error
    )
    assert elsewhere.requests == []


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


@FRONTS
def test_playbooks_against_servers_and_through_proxies(play, ca, ca_file, direct):
    def task(name, base_url, **options):
        options = {"base_url": base_url, "ca_path": str(ca_file), **options}
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


@FRONTS
def test_each_portal_of_a_run_gets_its_own_key_only(play, direct):
    first, second = Recorder(Portal(load_state())), Recorder(Portal(load_state()))
    with serve(first) as one, serve(second) as two:
        task = {
            "name": "read",
            "onlyoffice.docspace.group_info": {
                "base_url": "{{ item[0] }}",
                "api_key": "{{ item[1] }}",
                "validate_certs": "{{ item[2] }}",
            },
            "loop": [[one, KEY, True], [two, OTHER_KEY, True], [one, KEY, False], [one, KEY, True]],
            "no_log": True,
        }
        run = play(as_process(one), [task], direct=direct)

    assert run.status == 0, run.output
    assert {each["Authorization"] for each in first.requests} == {f"Bearer {KEY}"}
    assert {each["Authorization"] for each in second.requests} == {f"Bearer {OTHER_KEY}"}
    assert (len(first.requests), len(second.requests)) == (3, 1)
