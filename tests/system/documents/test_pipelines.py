# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The pipelines of examples/ do what their README says, by the commands that are in them."""

from __future__ import annotations

import re

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.system.conftest import CORE, NEWEST_CORE
from ansible_collections.onlyoffice.docspace.tests.system.documents.company import members

#: A workflow of GitHub runs the same playbooks.
FORGES = pytest.mark.parametrize(
    "forge",
    [
        "gitlab",
        pytest.param(
            "github", marks=pytest.mark.skipif(CORE != NEWEST_CORE, reason="seen on the newest")
        ),
    ],
)
MARK = "<!-- preview of onlyoffice.docspace -->"


@FORGES
def test_a_change_from_the_merge_request_to_the_night(checkout, forge):
    run = getattr(checkout, forge)

    # the merge request
    status, output = run("preview")
    assert status == 0, output
    (comment,) = [text for text in checkout.forge.comments.values() if text.startswith(MARK)]
    assert re.search(r"^-.*gina@example\.com", comment, re.MULTILINE), comment
    assert re.search(r"^\+.*cleo@example\.com", comment, re.MULTILINE), comment
    assert len(re.findall(r"^\+.*hanna@example\.com", comment, re.MULTILINE)) == 3, comment
    assert (checkout.folder / "preview.txt").read_text(encoding="utf-8") in comment
    assert checkout.portal.look()["mutations"] == 0

    # another push to it
    checkout.write("inventory/group_vars/docspace/groups.yml", "add: [dan@", "add: [finn@")
    status, output = run("preview")
    assert status == 0, output
    (second,) = [text for text in checkout.forge.comments.values() if text.startswith(MARK)]
    assert "finn@example.com" in second
    assert "finn@example.com" not in comment

    # before it is applied, the portal is different
    status, output = run("drift")
    assert status != 0, output
    assert "gina@example.com" in output
    assert checkout.portal.look()["mutations"] == 0

    status, output = run("apply")
    assert status == 0, output
    state = checkout.portal.look()["state"]
    assert members(state) == {
        "Engineering": {"ada", "ben", "cleo", "hanna"},
        "Everybody's darlings": {"ada", "finn"},
        "Finance": {"finn", "eva"},
    }
    (newcomer,) = (user for user in state["users"] if user["status"] == "pending")
    assert (newcomer["email"], newcomer["type"]) == ("hanna@example.com", "User")
    (report,) = (checkout.folder / "reports").glob("*.yml")
    (leaver,) = yaml.safe_load(report.read_text(encoding="utf-8"))["leavers"]
    assert leaver["email"] == "gina@example.com"
    assert [group["name"] for group in leaver["groups"]] == ["Engineering", "Everybody's darlings"]

    status, output = run("drift")
    assert status == 0, output


def test_a_preview_that_fails_is_commented_and_fails_the_job(checkout):
    checkout.write("inventory/group_vars/docspace/groups.yml", "ben@example.com", "bne@example.com")

    status, output = checkout.gitlab("preview")

    assert status != 0
    assert "bne@example.com" in output
    assert "bne@example.com" in list(checkout.forge.comments.values())[-1]


def test_without_a_token_the_preview_is_an_artifact(checkout):
    status, output = checkout.gitlab("preview", token="")

    assert status == 0, output
    assert "There is no COMMENT_TOKEN" in output
    assert "gina@example.com" in (checkout.folder / "preview.txt").read_text(encoding="utf-8")
    assert checkout.forge.calls == []


@FORGES
def test_a_token_that_may_not_comment_fails_the_job(checkout, forge):
    status, output = getattr(checkout, forge)("preview", token="wrong")

    assert status != 0
    assert "403" in output
    assert "Check COMMENT_TOKEN and its role" in output
