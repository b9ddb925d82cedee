# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the documentation says is so: options, examples, results, the action group."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
import yaml

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.documented_tasks import TASKS
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import Review, report_of
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import (
    parameters,
    request,
    validator,
)

ROOT = Path(__file__).parents[3]
COLLECTION = "onlyoffice.docspace"
NAMES = sorted(path.stem for path in (ROOT / "plugins/modules").glob("*.py"))


def load(name):
    return importlib.import_module(f"ansible_collections.{COLLECTION}.plugins.modules.{name}")


def tasks_in(entries):
    """All tasks of a piece of YAML, those in blocks too, with the defaults that apply to them."""
    for entry in entries:
        defaults = entry.get("module_defaults", {}).get(f"group/{COLLECTION}.docspace", {})
        for task, inherited in tasks_in(entry.get("block", [])):
            yield task, {**defaults, **inherited}
        if "block" not in entry:
            yield entry, defaults


def examples():
    """The examples' tasks that use a module of the collection, not always the documented one."""
    for name in NAMES:
        for task, defaults in tasks_in(yaml.safe_load(load(name).EXAMPLES)):
            for key in task:
                if key.startswith(f"{COLLECTION}."):
                    used = key[len(COLLECTION) + 1 :]
                    options = {**defaults, **(task[key] or {})}
                    # A template for a list of mappings is a list once it is evaluated.
                    for option in ("groups", "users", "rooms", "preview_users"):
                        if str(options.get(option)).startswith("{{"):
                            options[option] = []
                    yield pytest.param(used, options, id=f"{name}: {task['name']}")


@pytest.mark.parametrize(("name", "options"), list(examples()))
def test_examples_are_valid(name, options):
    from_environment = {"base_url": "https://portal.example.com", "api_key": "sk-x"}

    checked = validator(load(name)).validate({**from_environment, **options})

    assert checked.error_messages == []


@pytest.mark.parametrize("name", NAMES)
def test_every_module_has_examples_of_itself(name):
    assert f"{COLLECTION}.{name}:" in load(name).EXAMPLES


@pytest.mark.parametrize("name", NAMES)
def test_required_options_are_all_asked_for(name):
    spec = {**connection.ARGUMENT_SPEC, **load(name).ARGUMENT_SPEC}
    required = sorted(option for option, entry in spec.items() if entry.get("required"))

    alternatives = getattr(load(name), "CONSTRAINTS", {}).get("required_one_of", ())

    messages = validator(load(name)).validate({}).error_messages

    assert messages == [
        f"missing required arguments: {', '.join(required)}",
        *(f"one of the following is required: {', '.join(each)}" for each in alternatives),
    ]


def test_the_action_group_holds_all_modules():
    runtime = yaml.safe_load((ROOT / "meta/runtime.yml").read_text(encoding="utf-8"))

    assert sorted(runtime["action_groups"]["docspace"]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_module_can_run_in_ansibles_own_process(name):
    action = importlib.import_module(f"ansible_collections.{COLLECTION}.plugins.action.{name}")

    assert action.ActionModule.module is load(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_module_documents_its_attributes(name):
    documented = yaml.safe_load(load(name).DOCUMENTATION)

    assert f"{COLLECTION}.attributes" in documented["extends_documentation_fragment"]
    assert set(documented["attributes"]) >= {"check_mode", "diff_mode", "idempotent"}


def assert_documented(value, fields, where):
    """Every key of a result, and of what is in it, has its entry under RETURN."""
    for key, inner in value.items():
        assert key in fields, f"{where}.{key} is not documented"
        for each in inner if isinstance(inner, list) else [inner]:
            if isinstance(each, dict) and "contains" in fields[key]:
                assert_documented(each, fields[key]["contains"], f"{where}.{key}")


@pytest.mark.parametrize("name", NAMES)
def test_results_have_no_key_that_ansible_reads_itself(name):
    reserved = {"skipped", "failed", "unreachable", "results", "stdout", "rc", "path"}

    assert not yaml.safe_load(load(name).RETURN).keys() & reserved


BY_ANSIBLE = {"changed", "diff", "warnings", "msg"}


@pytest.mark.parametrize("name", NAMES)
def test_results_are_documented(site, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    module = load(name)
    options, fault = TASKS[name]
    request(site.portal, "POST", "files/rooms", {"title": "Project", "roomType": 5}, site.api_key())
    if name == "access_review":  # of a guest whose account is disabled by it
        review = Review(tmp_path, report_of(site))
        review.revoke("guest", person="guest01@example.com")
        review.write()
    params = parameters(site, module, **options)

    results = [module.run(params, False)]
    with pytest.raises(DocSpaceError) as raised:
        module.run({**params, **fault}, False)
    results.append(raised.value.result())

    fields = yaml.safe_load(module.RETURN)
    # The machine-readable details differ from failure to failure.
    results[1]["failure"] = {"code": "", "status": None}
    for result in results:
        assert_documented(
            {key: value for key, value in result.items() if key not in BY_ANSIBLE}, fields, "result"
        )
