# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The report of `offboard`: written before the first change, and never lost."""

from __future__ import annotations

import json
import os
import stat

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.offboard.tasks import (
    failed,
    names,
    task,
)


def test_it_tells_what_those_had_about_whom_something_changes(site, tmp_path):
    path = tmp_path / "leavers.json"

    result = task(site, ["user03", "disabled03"], report=str(path))

    content = json.loads(path.read_text(encoding="utf-8"))
    assert content.keys() == {"portal", "time", "leavers"}
    assert content["portal"] == site.base_url
    (cleo,) = content["leavers"]
    assert cleo["email"] == "user03@example.org"
    assert cleo["previous_status"] == "active"
    assert names(cleo["groups"]) == ["Böhm & Söhne", "Design", "Directory team"]
    assert (names(cleo["managed"]), names(cleo["kept"])) == (["Design"], ["Directory team"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert result["report"] == str(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ["yml", "YAML"])
def test_as_yaml_it_tells_the_same(site, tmp_path, ending):
    path, other = tmp_path / f"leavers.{ending}", tmp_path / "leavers.json"
    users = ["user03", "disabled01"]

    task(site, users, report=str(path))
    site.__post_init__()
    task(site, users, report=str(other))

    texts = [yaml.safe_load(path.read_text()), json.loads(other.read_text())]
    assert texts[0]["leavers"] == texts[1]["leavers"]


def test_it_is_there_before_the_first_write(site, tmp_path):
    path = tmp_path / "leavers.json"
    found = []
    site.faults.append(("PUT", "group/", before(lambda _portal: found.append(path.exists()))))

    task(site, ["user05"], report=str(path), new_manager="user01")

    assert found == [True]


def test_a_second_run_that_finds_nothing_leaves_it_alone(site, tmp_path):
    path = tmp_path / "leavers.json"
    task(site, ["user05"], report=str(path))
    first = path.read_bytes()

    again = task(site, ["user05"], report=str(path))

    assert path.read_bytes() == first
    assert "report" not in again
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_that_finds_more_keeps_the_first_report_beside_its_own(site, tmp_path):
    path = tmp_path / "leavers.json"
    task(site, ["user05"], report=str(path))
    first = path.read_bytes()
    os.utime(path, (1769878800, 1769878800))

    again = task(site, ["user05", "user06"], report=str(path))

    kept = tmp_path / "leavers.20260131T170000Z.json"
    assert again["backup_file"] == str(kept)
    assert kept.read_bytes() == first
    assert [each["email"] for each in json.loads(path.read_text())["leavers"]] == [
        "user06@example.org"
    ]


def test_the_preview_writes_none_and_tells_of_it(site, tmp_path):
    path = tmp_path / "leavers.json"

    assert task(site, ["user05"], check_mode=True, report=str(path))["report"] == str(path)
    assert not list(tmp_path.iterdir())


def test_a_path_that_turns_out_not_to_be_writable_ends_the_task_before_a_write(
    site, tmp_path, monkeypatch
):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    result = failed(site, ["user05"], report=str(tmp_path / "leavers.json"))

    assert "cannot be written: No space left on device. Nothing was changed" in result["msg"]
    assert result["failure"]["code"] == "file_not_written"
    assert (result["changed"], site.portal.mutations) == (False, 0)
    assert not list(tmp_path.iterdir())
