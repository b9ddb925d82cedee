# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What `room_link` refuses as the settings of a portal or the key do not allow it."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import (
    LATER,
    PUBLIC,
    site_with,
    stored,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.room_link.tasks import (
    FULL,
    OTHER_PASSWORD,
    PASSWORD,
    PUT,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import request

NEW: dict[str, Any] = {"title": "New", "level": "viewer", "expires": LATER}
INVITATION = {"type": "invitation", "title": None}
POLICY = {"minLength": 12, "upperCase": True, "digits": True, "specSymbols": True}


@pytest.mark.parametrize(
    ("password", "lacking"),
    [
        ("Sh0rt.pass", "12 characters at least"),
        ("no-capital-1ere", "a capital letter"),
        ("No-digit-at-all", "a digit"),
        ("No0signNo0sign", "a sign"),
    ],
)
def test_a_password_against_the_policy(linked, password, lacking):
    request(linked.portal, "PUT", "settings/security/password", POLICY, linked.api_key())
    result = failed(linked, **NEW, password=password)

    assert result["failure"]["code"] == "password_refused"
    assert f"wants {lacking}." in result["msg"]
    assert password not in repr(result)
    assert task(linked, **NEW, password="Is-l0ng-enough")["changed"]


def test_a_password_that_is_sent_along_and_against_the_policy_by_now():
    with site_with(FULL) as site:
        request(site.portal, "PUT", "settings/security/password", POLICY, site.api_key())
        result = failed(site, title="Full", level="editor")
        assert result["failure"]["code"] == "password_refused"
        assert not task(site, title="Full", password=PASSWORD)["changed"]
        assert task(site, title="Full", level="editor", password="Is-l0ng-enough")["changed"]


def share_nothing(site):
    body = {"externalShare": False, "externalShareApplyToRooms": True}
    path = "files/settings/externalsharingsettings"
    request(site.portal, "PUT", path, body, site.api_key())


def test_external_sharing_is_off():
    with site_with({**FULL, "is_internal": False}) as site:
        share_nothing(site)
        for options in (NEW, {"title": "Full", "level": "editor"}):
            result = failed(site, **options)
            assert result["failure"]["code"] == "external_sharing_off"
            assert "set internal=true" in result["msg"]
        primary: dict[str, Any] = {"title": None, "primary": True, "password": PASSWORD}
        for public in (NEW, primary):
            ending = {"expires": None, "allow_permanent": True}
            result = failed(site, room=PUBLIC, **{**public, **ending})
            assert result["failure"]["code"] == "external_sharing_off"

        assert task(site, **NEW, internal=True)["changed"]
        assert task(site, title="Full", state="absent")["changed"]
        assert task(site, **{**NEW, **INVITATION})["changed"]


def test_a_key_that_may_not_read_these_settings_leaves_no_other_link(linked):
    share_nothing(linked)
    for _run in range(2):
        result = failed(linked, key="owner rooms:write key", **NEW)

        assert (result["changed"], result["failure"]["code"]) == (False, "not_as_planned")
        assert "internal is True" in result["msg"]
        assert "external sharing is switched off" in result["msg"]
        assert stored(linked) == {}


def test_a_key_that_may_not_read_these_settings_closes_no_link():
    with site_with({**FULL, "is_internal": False}) as site:
        share_nothing(site)
        before_it = stored(site)
        for _run in range(2):
            result = failed(site, key="owner rooms:write key", title="Full", level="editor")

            assert (result["changed"], result["failure"]["code"]) == (False, "missing_scope")
            assert "files:read" in result["msg"]
            assert stored(site) == before_it
        options = {"title": "Full", "level": "editor", "internal": True}
        assert task(site, key="owner rooms:write key", **options)["changed"]


def test_what_such_a_key_changes_all_the_same():
    with site_with({**FULL, "is_internal": True}) as site:
        key = "owner rooms:write key"
        assert task(site, key=key, **NEW)["changed"]
        assert task(site, key=key, title="Full", internal=False)["changed"]
        assert task(site, key=key, title="Full", state="absent")["changed"]
        assert task(site, key=key, room=PUBLIC, primary=True, password=PASSWORD)["changed"]


def test_scopes(linked):
    result = failed(linked, key="owner rooms:read key", **NEW)
    assert result["failure"]["code"] == "missing_scope"
    assert "rooms:write" in result["msg"]
    assert PUT in linked.log()
    preview = task(linked, check_mode=True, key="owner rooms:read key", **NEW)
    assert "lacks the scope rooms:write" in preview["warnings"][0]
    primary = {**NEW, "title": None, "primary": True}
    preview = task(linked, check_mode=True, key="owner rooms:write key", **primary)
    assert "files:write" in preview["warnings"][0]
    assert OTHER_PASSWORD not in repr(preview)
