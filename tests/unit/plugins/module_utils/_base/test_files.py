# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Files for people to keep are written as a whole, and none is lost."""

from __future__ import annotations

import os
import stat

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.files import (
    check_path,
    file_format,
    write_file,
)


@pytest.mark.parametrize(
    ("name", "written"), [("a.json", "json"), ("a.yml", "yaml"), ("a.b.YAML", "yaml")]
)
def test_the_ending_says_how_it_is_written(tmp_path, name, written):
    check_path("report", name, str(tmp_path / name))

    assert file_format(name) == written


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "is empty"),
        (" ", "is empty"),
        ("a", "must end with .json, .yml, .yaml"),
        (".json", "must end with"),
        ("none/a.json", "the folder does not exist"),
        ("folder.json", "it is no file"),
        ("a\0b.json", "it is no path"),
        (f"{'a' * 300}.json", "it is no path"),
        ("file.json/a.json", "the folder does not exist"),
    ],
)
def test_a_path_that_cannot_be_written_is_refused(tmp_path, name, reason):
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "file.json").touch()

    with pytest.raises(OptionError, match=reason):
        check_path("report", name, str(tmp_path / name))


def test_a_folder_without_the_right_to_write_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.W_OK)

    with pytest.raises(OptionError, match="its folder is not writable"):
        check_path("report", "a.json", str(tmp_path / "a.json"))


def test_only_the_owner_may_read_it(tmp_path):
    before = os.umask(0)
    try:
        assert write_file("report", str(tmp_path / "a.json"), "é\n") is None
    finally:
        os.umask(before)

    assert (tmp_path / "a.json").read_bytes() == b"\xc3\xa9\n"
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_each_file_that_is_there_is_kept(tmp_path):
    path = tmp_path / "a.json"
    for text in ("first", "second", "third"):
        if path.exists():
            os.utime(path, (0, 0))
        write_file("report", str(path), text)

    texts = {each.name: each.read_text() for each in tmp_path.iterdir()}
    assert texts == {
        "a.19700101T000000Z.json": "first",
        "a.19700101T000000Z-1.json": "second",
        "a.json": "third",
    }


def test_behind_a_link_is_written_where_it_points_to(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "a.json").symlink_to("there/b.json")

    write_file("report", str(tmp_path / "a.json"), "text")

    assert (tmp_path / "there/b.json").read_text() == "text"
    assert (tmp_path / "a.json").is_symlink()
