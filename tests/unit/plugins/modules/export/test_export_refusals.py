# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`export` never writes over what is not its file for this portal."""

from __future__ import annotations

import threading

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base import files
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.tests.portal import serve
from ansible_collections.onlyoffice.docspace.tests.portal.http.faults import before
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.export.tasks import (
    HEAD,
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import Site

OTHER = "https://other.example"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "groups.yml"


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("check_mode", [False, True])
def test_the_file_of_another_portal_is_left_and_nothing_asked(site, path, overwrite, check_mode):
    path.write_text(HEAD(OTHER))

    result = failed(site, path, check_mode=check_mode, overwrite=overwrite)

    assert result["msg"] == (
        f"path: {path} was written for {OTHER}, and is not overwritten for {site.base_url}; give"
        " each portal a file of its own, such as with inventory_hostname in the path, or remove the"
        " file."
    )
    assert (path.read_text(), site.log()) == (HEAD(OTHER), [])


def test_another_file_is_left_and_nothing_asked(site, path):
    path.write_bytes(b"all: of it\n\xff")

    result = failed(site, path)

    assert "was not written by this module; give another path, or allow overwrite." in result["msg"]
    assert (path.read_bytes(), site.log()) == (b"all: of it\n\xff", [])


def test_another_file_is_overwritten_if_asked_for_and_not_shown(site, path):
    path.write_text("password: hidden-word\n")

    result = task(site, path, overwrite=True)

    assert result["changed"]
    assert path.read_text(encoding="utf-8") == result["diff"]["after"]
    assert "hidden-word" not in repr(result)
    assert "not shown" in result["diff"]["before_header"]


def test_a_key_that_does_not_see_disabled_members_is_refused(site, path):
    result = failed(site, path, key="room admin key")

    assert result["failure"]["code"] == "hidden_people"
    assert not list(path.parent.iterdir())


def test_an_empty_file_is_filled(site, path):
    path.touch()

    assert task(site, path)["changed"]


@pytest.mark.parametrize("there", [None, "somebody's"])
def test_what_another_task_has_written_meanwhile_is_left(site, path, there):
    if there:
        path.write_text(there)
    write = before(lambda _portal: path.write_text(HEAD(OTHER)))
    site.faults.append(("GET", "people", write))

    result = failed(site, path, overwrite=True)

    assert f"was written for {OTHER}" in result["msg"]
    assert path.read_text() == HEAD(OTHER)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("there", [None, "somebody's"])
def test_of_several_portals_at_once_one_writes_and_the_others_fail(path, there, monkeypatch):
    if there:
        path.write_text(there)
    together = threading.Barrier(4, timeout=30)
    replace = files.replace_file

    def at_once(*args):
        together.wait()
        replace(*args)

    monkeypatch.setattr(
        "ansible_collections.onlyoffice.docspace.plugins.modules.export.replace_file",
        at_once,
    )
    ended = []

    def export():
        site = Site()
        with serve(site) as site.base_url:
            try:
                task(site, path, overwrite=True)
                ended.append(site.base_url)
            except DocSpaceError as error:
                ended.append(str(error))

    threads = [threading.Thread(target=export) for _each in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    (winner,) = (each for each in ended if each.startswith("http"))
    assert HEAD(winner) in path.read_text(encoding="utf-8")
    assert len([each for each in ended if f"was written for {winner}" in each]) == 3
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none/groups.yml", "the folder does not exist"),
        ("folder", "it is no file"),
        ("folder/", "is the path of a folder"),
        ("a\0b.yml", "it is no path"),
        ("a" * 300, "it is no path"),
        ("file/groups.yml", "the folder does not exist"),
        ("/dev/null", "it is no file"),
    ],
)
def test_a_path_that_cannot_be_written_is_refused_before_the_first_request(
    site, tmp_path, name, reason
):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    result = failed(site, name if name[0] == "/" else f"{tmp_path}/{name}")

    assert reason in result["msg"]
    assert result["failure"] == {"code": "invalid_option", "status": None, "option": "path"}
    assert site.log() == []


@pytest.mark.parametrize("mode", ["rw", "u=rw", "0888", "4755", "420 ", "00644", "preserve"])
def test_permissions_that_are_no_octal_number_are_refused(site, path, mode):
    result = failed(site, path, mode=mode)

    assert result["msg"] == f"mode: must be an octal number such as '0644', not '{mode}'."
    assert site.log() == []


def test_a_file_that_cannot_be_read_is_refused(site, path, monkeypatch):
    def denied(_path):
        raise PermissionError(13, "Permission denied")

    path.touch()
    monkeypatch.setattr("pathlib.Path.read_bytes", denied)

    assert "cannot be read: Permission denied; give another path" in failed(site, path)["msg"]
    assert site.log() == []
