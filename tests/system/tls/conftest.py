# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A certificate authority of our own, and an environment that leads nowhere else."""

from __future__ import annotations

import os

import pytest
import trustme
from OpenSSL import crypto


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
