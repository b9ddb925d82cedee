# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The glue between Ansible and a module's work."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils import _module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError


class Ended(Exception):
    """How a module ends: with a failure or not, and the result."""

    def __init__(self, failed: bool, result: dict[str, Any]) -> None:
        super().__init__(result)
        self.failed = failed
        self.result = result


class AnsibleModule:
    """As much of Ansible's class as the glue uses; like the real one, it ends for good."""

    def __init__(self, argument_spec, supports_check_mode, mutually_exclusive=()):
        assert supports_check_mode
        self.mutually_exclusive = mutually_exclusive
        assert argument_spec["api_key"]["no_log"]
        self.params = {"api_key": "Bearer sk-1", "base_url": "https://a:secret@example.com"}
        self.check_mode = True
        self._diff = False
        self.no_log_values: set[str] = set()
        self.warnings: list[str] = []

    def warn(self, text):
        self.warnings.append(text)

    def exit_json(self, **result):
        raise Ended(False, result)

    def fail_json(self, **result):
        # Ansible would attach the traceback of an exception that is being handled.
        assert sys.exc_info() == (None, None, None)
        raise Ended(True, result)


@pytest.fixture
def module(monkeypatch):
    made = []

    def make(**options):
        made.append(AnsibleModule(**options))
        return made[0]

    monkeypatch.setattr(_module, "AnsibleModule", make)
    return made


def work(params, check_mode, diff_mode):
    assert params["api_key"] == "Bearer sk-1"
    assert check_mode
    diff = {"diff": {"before": "", "after": "x"}} if diff_mode else {}
    return {"changed": True, "warnings": ["careful"], **diff}


def test_a_result_goes_out_with_its_warnings(module):
    with pytest.raises(Ended) as ended:
        _module.run_module(work, {"group": {}})

    assert (ended.value.failed, ended.value.result) == (False, {"changed": True})
    assert module[0].warnings == ["careful"]


def test_the_diff_goes_out_where_it_is_asked_for(module, monkeypatch):
    monkeypatch.setattr(
        _module, "AnsibleModule", lambda **options: diffing(AnsibleModule(**options))
    )

    def diffing(made):
        made._diff = True
        return made

    with pytest.raises(Ended) as ended:
        _module.run_module(work, {})

    assert ended.value.result["diff"] == {"before": "", "after": "x"}


def test_a_module_that_only_reads_has_no_diff(module):
    with pytest.raises(Ended) as ended:
        _module.run_module(
            lambda params, check_mode, diff_mode: {"changed": False, "warnings": []}, {}
        )

    assert ended.value.result == {"changed": False}


def test_options_that_exclude_each_other_are_left_to_ansible(module):
    with pytest.raises(Ended):
        _module.run_module(work, {}, mutually_exclusive=[("user", "group")])

    assert module[0].mutually_exclusive == [("user", "group")]


def test_a_failure_goes_out_without_traceback(module):
    def fails(params, check_mode, diff_mode):
        raise DocSpaceError("Nobody is there.", "nobody", count=2)

    with pytest.raises(Ended) as ended:
        _module.run_module(fails, {})

    assert ended.value.failed
    assert ended.value.result == {
        "msg": "Nobody is there.",
        "failure": {"code": "nobody", "status": None, "count": 2},
        "changed": False,
    }


def test_secrets_are_masked_in_every_form(module):
    with pytest.raises(Ended):
        _module.run_module(work, {})

    assert module[0].no_log_values == {"Bearer sk-1", "sk-1", "secret"}


def test_requests_that_is_not_installed_is_told_as_usual(module, monkeypatch):
    monkeypatch.setattr(_module, "MISSING_LIBRARY", "requests")
    monkeypatch.setattr(_module, "IMPORT_ERROR", "No module named 'requests'")

    with pytest.raises(Ended) as ended:
        _module.run_module(work, {})

    assert ended.value.failed
    assert "Failed to import the required Python library (requests)" in ended.value.result["msg"]
    assert ended.value.result["exception"] == "No module named 'requests'"
