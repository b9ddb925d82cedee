# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Runs a module of the collection in Ansible's own process where that differs only in its time.

Ansible packs a module, starts a Python for it and imports everything anew, which takes many times
as long as the requests to a portal. An action plugin goes before the module of its name; there is
one for each module, and not one for all, as Ansible imports what has the name of a task's module
once, and what else there is in each task again.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from ansible.constants import config
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.errors import UnsupportedError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase
from ansible.plugins.action.normal import ActionModule as ModuleInItsOwnProcess

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.libraries import (
    MISSING_LIBRARY,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import hide, result_of
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils import _versions
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils._omitted import check_entries
from ansible_collections.onlyoffice.docspace.plugins.plugin_utils._roles import check_names

COLLECTION = "onlyoffice.docspace"
#: The variable that switches this off.
SWITCH = "onlyoffice_docspace_direct"
_PLAYBOOKS = Path(__file__).resolve().parents[2] / "playbooks"

# A task has a process of its own, in which these last for all items of its loop.
_SESSIONS = Sessions()
#: The tasks that are right as they are written, by their ids.
_WELL_WRITTEN: set[str] = set()


class DirectAction(ModuleInItsOwnProcess):
    """A module of the collection, run directly if nothing asks for another process."""

    module: ModuleType

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_checked = False
        self._host: str | None = None

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> Any:
        """Run the module, here or as Ansible always does; the result is the same."""
        variables = task_vars or {}
        self._host = variables.get("inventory_hostname")
        try:
            self._check(variables)
        except OptionError as error:
            failed = {**ActionBase.run(self, tmp, task_vars), "failed": True, **error.result()}
            return hide(failed, self._secrets())
        if not self._is_direct(self._host_vars(variables)):
            return super().run(tmp, task_vars)
        self._display.vvv(f"{self._task.action} runs in Ansible's own process ({SWITCH}: true)")
        return {**ActionBase.run(self, tmp, task_vars), **self._run_directly()}

    def _check(self, variables: dict[str, Any]) -> None:
        if self._is_checked:  # tried again, as `until` asks
            return
        if self._task._uuid not in _WELL_WRITTEN:
            self._check_written(variables)
            _WELL_WRITTEN.add(self._task._uuid)
        arguments = _versions.with_defaults(self._task, self._templar, variables.get("omit"))
        self._task.args = self._with_paths(check_given(self._specs(), arguments))
        self._check_hidden()
        self._is_checked = True

    def _check_written(self, variables: dict[str, Any]) -> None:
        """Check what is the same for all items of a loop: all variables, and the task itself."""
        role = self._task._role
        if role is not None and role._role_collection == COLLECTION:
            check_names(role._role_name, self._roles(Path(role._role_path).parent), variables)
        check_entries(self._written(), variables)

    def _check_hidden(self) -> None:
        """Refuse to return a secret where Ansible would show it, as it does with all results."""
        option = getattr(self.module, "REVEALING_OPTION", "")
        value = self._task.args.get(option)
        # Of lists and mappings, not all versions of `boolean` say that they are none.
        asked = isinstance(value, (bool, int, str)) and boolean(value, strict=False)
        if asked and not self._task.no_log:
            raise OptionError(
                option,
                "returns a secret, and the result of this task would be shown and logged; add"
                " no_log=true to the task.",
            )

    def _written(self) -> dict[str, Any]:
        """The options and the loop of the task before templates are evaluated."""
        task = self._task.get_ds() or {}
        written = {key: task[key] for key in task if key == "loop" or key.startswith("with_")}
        for key in (self._task.action, self._task.action.rpartition(".")[2], "args"):
            if isinstance(task.get(key), dict):
                written.update(task[key])
        return written

    def _roles(self, folder: Path) -> dict[str, dict[str, Any]]:
        """The options of the roles in a folder."""
        specs = folder.glob("*/meta/argument_specs.yml")
        return {
            path.parts[-3]: self._loader.load_from_file(str(path))["argument_specs"]["main"][
                "options"
            ]
            for path in specs
        }

    def _with_paths(self, given: dict[str, Any]) -> dict[str, Any]:
        """Options whose relative paths begin where both fronts have their files.

        That is the folder of the playbook. Nobody keeps files beside the playbooks of the
        collection, so theirs begin where Ansible was started.
        """
        if self._connection.transport != "local":
            return given
        folder = Path(self._loader.get_basedir()).absolute()
        if folder.resolve() == _PLAYBOOKS:
            folder = Path.cwd()
        return {
            option: os.path.join(folder, value)  # noqa: PTH118  as a module gets it, not cleaned
            if isinstance(value, str)
            and self._specs().get(option, {}).get("type") == "path"
            and not value.startswith(("~", "$"))
            else value
            for option, value in given.items()
        }

    def _host_vars(self, task_vars: dict[str, Any]) -> dict[str, Any]:
        """The variables of the host that the task is for, or delegated to."""
        delegated: dict[str, Any] = task_vars.get("ansible_delegated_vars", {})
        return dict(delegated.get(self._task.delegate_to, task_vars))

    def _is_direct(self, variables: dict[str, Any]) -> bool:
        environment: dict[str, str] = {}
        self._compute_environment_string(environment)
        return (
            self._connection.transport == "local"
            and not self._connection.become
            and not self._task.async_val
            and not environment
            and not MISSING_LIBRARY
            and boolean(self._templar.template(variables.get(SWITCH, True)))
            and self._is_this_python(variables)
        )

    def _is_this_python(self, variables: dict[str, Any]) -> bool:
        """Whether no other Python than the one that runs Ansible is asked for."""
        wanted = config.get_config_value("INTERPRETER_PYTHON", variables=variables)
        wanted = self._templar.template(wanted)
        if wanted.startswith("auto"):  # any that Ansible would find
            return True
        here, there = Path(sys.executable), Path(wanted)
        # In a virtual environment, the file alone is that of the Python it was made with.
        return here.parent == there.parent and here.resolve() == there.resolve()

    def _run_directly(self) -> dict[str, Any]:
        checked = ArgumentSpecValidator(
            self._specs(), **getattr(self.module, "CONSTRAINTS", {})
        ).validate(_versions.plain(self._task.args))
        params = connection.in_folder(checked.validated_parameters, self._loader.get_basedir())
        if checked.error_messages:
            result: dict[str, Any] = {"failed": True, "msg": self._complaint(checked.errors)}
        else:
            mode = self._task.check_mode, self._task.diff
            _SESSIONS.tell = self._tell if self._display.verbosity else None
            try:
                result = result_of(self.module.run, params, *mode, _SESSIONS)
            except BaseException:  # Ansible's alarm, which does not wait for a portal
                _SESSIONS.abandon()
                raise
        if result.get("warnings") == []:  # as a process of its own does not return any
            del result["warnings"]
        if checked._deprecations:
            result["deprecations"] = checked._deprecations
        return hide(result, connection.secrets(params) | checked._no_log_values)

    def _tell(self, text: str) -> None:
        self._display.v(f"{self._task.action}: {text}", host=self._host)

    def _specs(self) -> dict[str, Any]:
        return {**connection.ARGUMENT_SPEC, **self.module.ARGUMENT_SPEC}

    def _secrets(self) -> set[str]:
        """Those of a connection whose options are not checked: they may be anything."""
        options = {"api_key": os.environ.get("DOCSPACE_API_KEY"), **self._task.args}
        return connection.secrets(
            {
                option: str(options[option] or "")
                for option in ("api_key", "base_url")
                if option in options
            }
        )

    def _complaint(self, errors: Any) -> str:
        if isinstance(errors[0], UnsupportedError):
            return f"Unsupported parameters for ({self._task.action}) module: {errors.msg}"
        return str(errors.msg)
