# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`export` writes what there is, as a whole, and only if it differs."""

from __future__ import annotations

import os
import stat

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.modules import export, groups
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.export.tasks import (
    HEAD,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

READS = [
    "GET group?count=100&startIndex=0",
    "GET people/filter?count=100&startIndex=0",
    "GET files/rooms?count=100&searchArea=Any&sortOrder=ascending&startIndex=0",
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "groups.yml"


def test_what_is_written_is_what_the_portal_has_and_applies_without_a_change(site, path):
    result = task(site, path)
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["docspace_groups"]
    applied = groups.run(parameters(site, groups, groups=entries, prune=True), False)

    assert result["changed"]
    assert result["file"] == str(path)
    assert result["groups"] == len(entries) == len(site.state["groups"]) - 1
    assert result["left_out"] == ["Directory team"]
    assert "Directory team" in path.read_text(encoding="utf-8")
    assert not applied["changed"]


def test_groups_people_and_rooms_are_read_by_pages(site, path):
    result = task(site, path)

    assert site.log() == READS
    assert result["requests"] == {"read": 3, "write": 0}


def test_groups_of_a_directory_are_written_if_asked_for(site, path):
    result = task(site, path, include_ldap=True)

    assert result["left_out"] == []
    assert result["groups"] == len(site.state["groups"])
    assert "  - name: Directory team  # LDAP\n" in path.read_text(encoding="utf-8")


def test_the_same_text_is_no_change_and_leaves_the_file_alone(site, path):
    task(site, path)
    path.chmod(0o640)
    os.utime(path, (0, 0))

    again = task(site, path)

    assert not again["changed"]
    assert (path.stat().st_mtime, stat.S_IMODE(path.stat().st_mode)) == (0, 0o640)
    assert again["diff"]["before"] == again["diff"]["after"]


def test_what_somebody_has_edited_is_written_anew(site, path):
    task(site, path)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"# Ours.\n{text}# More.\n", encoding="utf-8")

    result = task(site, path)

    assert result["changed"]
    assert path.read_text(encoding="utf-8") == text == result["diff"]["after"]
    assert result["diff"]["before"] == f"# Ours.\n{text}# More.\n"


@pytest.mark.parametrize(("mode", "wanted"), [("0644", 0o644), ("600", 0o600), ("0777", 0o777)])
def test_the_file_has_the_permissions_that_are_asked_for(site, path, mode, wanted):
    umask = os.umask(0o077)
    try:
        task(site, path, mode=mode)
    finally:
        os.umask(umask)

    assert stat.S_IMODE(path.stat().st_mode) == wanted


def test_check_mode_shows_the_change_and_writes_nothing(site, path):
    result = task(site, path, check_mode=True)

    assert result["changed"]
    assert result["diff"]["before"] == ""
    assert result["diff"]["after"].startswith(f"---\n{HEAD(site.base_url)}")
    assert not list(path.parent.iterdir())


def test_nothing_else_is_left_in_the_folder(site, path):
    task(site, path)

    assert list(path.parent.iterdir()) == [path]


def test_a_name_like_a_secret_is_written_as_it_is(site, path):
    site.state["groups"][2]["name"] = f"Copied {site.api_key()} by mistake"
    site.__post_init__()

    task(site, path)

    assert f"  - name: Copied {site.api_key()} by mistake\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("there", [False, True])
def test_when_the_portal_does_not_tell_the_file_stays_as_it_is(site, path, number, there):
    if there:
        path.write_text(HEAD(site.base_url))
    site.faults += [
        (method, route, {"status": 500}) for method, route in [("GET", READS[number][4:8])] * 9
    ]

    result = failed(site, path)

    assert not result["changed"]
    assert list(path.parent.iterdir()) == ([path] if there else [])
    assert not there or path.read_text() == HEAD(site.base_url)


def test_a_relative_path_begins_in_the_folder_of_the_playbook(site, tmp_path):
    given = connection.in_folder(parameters(site, export, path="groups.yml"), str(tmp_path))

    result = export.run(given, False)

    assert result["file"] == str(tmp_path / "groups.yml")
    assert list(tmp_path.iterdir()) == [tmp_path / "groups.yml"]


def test_behind_a_link_is_written_where_it_points_to(site, path):
    (path.parent / "there").mkdir()
    path.symlink_to("there/groups.yml")

    task(site, path)

    assert path.is_symlink()
    assert (path.parent / "there/groups.yml").read_text(encoding="utf-8").startswith("---\n")


def test_a_full_disk_ends_the_task_and_leaves_the_file_as_it_was(site, path, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    path.write_text(HEAD(site.base_url))
    monkeypatch.setattr("os.fsync", full)

    result = failed(site, path)

    assert "cannot be written: No space left on device. Nothing was changed" in result["msg"]
    assert result["failure"]["code"] == "file_not_written"
    assert (result["changed"], path.read_text()) == (False, HEAD(site.base_url))
    assert list(path.parent.iterdir()) == [path]
