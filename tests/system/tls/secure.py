# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Portals behind TLS with certificates good and bad, and reads of them by the module's code."""

from __future__ import annotations

import datetime
import os
import ssl
import warnings
from contextlib import contextmanager

import pytest
import trustme

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.modules import group_info
from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.system.hiding import leaks
from ansible_collections.onlyoffice.docspace.tests.system.servers import Recorder
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import validator

KEY = load_state()["api_keys"][0]["key"]


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


def read(base_url, **options):
    """All groups, by the module's own code."""
    given = {"all": True, "base_url": base_url, "api_key": KEY, "retry_for": 0, **options}
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
