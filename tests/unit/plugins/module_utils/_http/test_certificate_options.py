# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whom to trust and who asks: paths of files, and what is wrong with them."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.connection import (
    Connection,
    in_folder,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.module_utils._http.client import (
    connect,
)


@pytest.fixture
def no_bundle(monkeypatch):
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


def test_a_private_certificate_authority(tmp_path, no_bundle):
    assert connect(ca_path=str(tmp_path)).verify == str(tmp_path)
    assert connect().verify is True
    assert connect(validate_certs=False).verify is False


@pytest.mark.parametrize("bundle", ["", None])
@pytest.mark.parametrize("validate_certs", [True, None, 0, ""])
def test_nothing_but_false_leaves_certificates_unchecked(
    no_bundle, monkeypatch, bundle, validate_certs
):
    if bundle is not None:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)

    assert connect(validate_certs=validate_certs).verify is True


@pytest.mark.parametrize("option", ["ca_path", "client_cert", "client_key"])
@pytest.mark.parametrize("path", ["", " ", "\n", "\u2003"])
def test_a_path_that_is_empty_is_an_error(tmp_path, option, path):
    given = {"client_cert": str(tmp_path)} if option == "client_key" else {}
    with pytest.raises(OptionError, match=f"^{option}: is empty; give .* or leave the option out"):
        connect(**{**given, option: path})


def test_relative_paths_begin_where_the_task_says(no_bundle, monkeypatch, tmp_path):
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ca.pem").touch()
    monkeypatch.chdir(tmp_path / "here")
    here, there = (str(tmp_path / folder / "ca.pem") for folder in ("here", "there"))

    def verify(ca_path):
        params = {"base_url": "https://a.example", "api_key": "sk-1", "validate_certs": True}
        params |= {"ca_path": ca_path, "timeout": 1, "retry_for": 1}
        return [
            Connection.from_params(each).verify
            for each in (params, in_folder(params, str(tmp_path / "there")))
        ]

    assert verify("ca.pem") == [here, there]
    assert verify(here) == [here, here]
    for name in ("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, "ca.pem")
        assert verify(None) == [here, there]
        monkeypatch.setenv(name, here)  # the other one counts less
        assert verify(None) == [here, here]


def test_certificates_that_are_not_there_are_an_error(tmp_path):
    with pytest.raises(OptionError, match=r"^ca_path: .*/none does not exist; give a file"):
        connect(ca_path=str(tmp_path / "none"))


@pytest.mark.parametrize("path", ["/x" * 5000, "/x\0y"])
def test_certificates_that_cannot_be_there_are_an_error(path):
    with pytest.raises(OptionError, match=r"^ca_path: .* does not exist; give a file"):
        connect(ca_path=path)


def test_contradictory_certificate_options_are_an_error(tmp_path):
    with pytest.raises(OptionError, match=r"^ca_path: has no effect with validate_certs false"):
        connect(ca_path=str(tmp_path), validate_certs=False)
