# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Only the portal that was meant gets the key: certificates, redirects, more than one portal."""

from __future__ import annotations

import pytest
import trustme
from werkzeug.utils import redirect

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.servers import Recorder
from ansible_collections.onlyoffice.docspace.tests.system.tls.secure import (
    KEY,
    as_process,
    expired,
    failure,
    for_another_address,
    for_another_name,
    from_another_ca,
    good,
    no_tls,
    not_valid_yet,
    old_tls_only,
    read,
    secure,
    self_signed,
)

OTHER_KEY = load_state()["api_keys"][1]["key"]


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


@BOTH_FRONTS
def test_each_portal_of_a_run_gets_its_own_key_only(play, direct):
    first, second = Recorder(Portal(load_state())), Recorder(Portal(load_state()))
    with serve(first) as one, serve(second) as two:
        task = {
            "name": "read",
            "onlyoffice.docspace.group_info": {
                "all": True,
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
