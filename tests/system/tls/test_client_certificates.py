# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A portal behind something that wants a certificate of the client gets ours, or says why not."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from werkzeug.wrappers import Response

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import BOTH_FRONTS
from ansible_collections.onlyoffice.docspace.tests.system.tls.secure import (
    as_process,
    failure,
    good,
    read,
    secure,
)


def wanting(ca, version=ssl.TLSVersion.TLSv1_3):
    """A server that lets only those in who have a certificate of the same authority."""
    made = good(ca)
    made.maximum_version = version
    made.verify_mode = ssl.CERT_REQUIRED
    ca.configure_trust(made)
    return made


def wanting_over_old_tls(ca):
    return wanting(ca, ssl.TLSVersion.TLSv1_2)


@pytest.fixture
def client(ca, tmp_path):
    """The files of a client: certificate, key, both in one, and the key with a passphrase."""
    issued = ca.issue_cert("client.example.com")
    files = {name: tmp_path / f"{name}.pem" for name in ("cert", "key", "both", "locked", "other")}
    issued.cert_chain_pems[0].write_to_path(files["cert"])
    issued.private_key_pem.write_to_path(files["key"])
    issued.private_key_and_cert_chain_pem.write_to_path(files["both"])
    ca.issue_cert("other.example.com").private_key_pem.write_to_path(files["other"])
    key = serialization.load_pem_private_key(issued.private_key_pem.bytes(), None)
    files["locked"].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"passphrase"),
        )
    )
    return {name: str(path) for name, path in files.items()}


@pytest.mark.parametrize("make", [wanting, wanting_over_old_tls])
def test_a_certificate_opens_the_door_with_its_key_in_the_same_file_or_another(
    ca, ca_file, client, make
):
    with secure(make, ca) as (base_url, _seen):
        for options in (
            {"client_cert": client["both"]},
            {"client_cert": client["cert"], "client_key": client["key"]},
        ):
            assert read(base_url, ca_path=str(ca_file), **options)["groups"]


@pytest.mark.parametrize("make", [wanting, wanting_over_old_tls])
def test_without_a_certificate_the_message_says_what_to_give(ca, ca_file, make):
    with secure(make, ca) as (base_url, seen):
        error = failure(base_url, ca_path=str(ca_file), retry_for=30)

    assert error.code == "tls"
    assert "client_cert" in str(error)
    assert seen.requests == []


def test_a_certificate_of_somebody_else_is_told(ca, ca_file, tmp_path):
    stranger = trustme.CA().issue_cert("client.example.com")
    stranger.private_key_and_cert_chain_pem.write_to_path(tmp_path / "stranger.pem")
    with secure(wanting, ca) as (base_url, seen):
        options = {"client_cert": str(tmp_path / "stranger.pem")}
        error = failure(base_url, ca_path=str(ca_file), **options)

    assert error.code == "tls"
    assert f"{base_url} did not accept the client certificate: " in str(error)
    assert str(error).endswith(". Check client_cert.")
    assert seen.requests == []


def test_a_proxy_that_says_it_in_a_page_is_understood():
    page = Response("<h1>400 No required SSL certificate was sent</h1>", 400, mimetype="text/html")
    with serve(page) as base_url:
        error = failure(base_url)

    assert (error.code, error.status) == ("not_docspace", 400)
    assert f"{base_url} wants a client certificate: 400. Give client_cert" in str(error)


@pytest.mark.parametrize(
    ("cert", "key", "message"),
    [
        ("none", None, "client_cert: {none} does not exist; give a PEM file with a certificate."),
        ("cert", "none", "client_key: {none} does not exist; give the PEM file with the key of"
                         " client_cert."),
        (None, "key", "client_key: has no effect without client_cert; give both."),
        ("locked", None, "client_cert: {locked} is no certificate in PEM format with its key; give"
                         " the key in client_key."),
        ("cert", "locked", "client_key: the key in {locked} is encrypted; give one without a"
                           " passphrase that only its owner can read."),
        ("cert+locked", None, "client_cert: the key in {cert+locked} is encrypted; give one without"
                              " a passphrase that only its owner can read."),
        ("cert", None, "client_cert: {cert} is no certificate in PEM format with its key; give the"
                       " key in client_key."),
        ("cert", "other", "client_cert: {cert} is no certificate in PEM format, or the key in"
                          " {other} is not the one that belongs to it."),
        ("key", "key", "client_cert: {key} is no certificate in PEM format, or the key in {key} is"
                       " not the one that belongs to it."),
    ],
)  # fmt: skip
def test_files_that_cannot_be_used_are_one_sentence(client, tmp_path, cert, key, message):
    client["none"] = str(tmp_path / "none.pem")
    client["cert+locked"] = str(tmp_path / "cert+locked.pem")
    both = [Path(client[part]).read_bytes() for part in ("cert", "locked")]
    Path(client["cert+locked"]).write_bytes(b"".join(both))

    given = {"client_cert": cert and client[cert], "client_key": key and client[key]}
    with pytest.raises(OptionError) as raised:
        read("https://portal.invalid", **{name: path for name, path in given.items() if path})

    assert str(raised.value) == message.format(**client)


@BOTH_FRONTS
def test_paths_begin_in_the_playbooks_folder_wherever_ansible_was_started(
    play, ca, client, tmp_path, direct
):
    # What the current folder has under the same name is another authority's.
    trustme.CA().cert_pem.write_to_path(tmp_path / "ca.pem")
    files = {f"{name}.pem": Path(client[name]).read_bytes() for name in ("cert", "key")}
    ours = {"all": True, "client_cert": "cert.pem", "client_key": "key.pem"}
    tasks = [
        {"name": "option", "onlyoffice.docspace.group_info": {**ours, "ca_path": "ca.pem"}},
        {"name": "bundle", "onlyoffice.docspace.group_info": ours},
    ]

    with secure(wanting, ca) as (base_url, seen):
        run = play(
            as_process(base_url),
            tasks,
            direct=direct,
            env={"REQUESTS_CA_BUNDLE": "ca.pem"},
            files={**files, "ca.pem": ca.cert_pem.bytes()},
            cwd=tmp_path,
        )

    assert run.status == 0, run.output
    assert len(seen.requests) == 2
