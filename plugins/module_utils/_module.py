# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Between Ansible and a module's work: arguments in, result or failure out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Callable

from ansible.module_utils.basic import AnsibleModule, missing_required_lib
from ansible.module_utils.common import parameters

from ._base.errors import DocSpaceError
from ._http import connection
from ._http.libraries import IMPORT_ERROR, MISSING_LIBRARY

try:
    from ansible.module_utils.secrets import register_secrets
except ImportError:  # ansible-core 2.21 and older
    register_secrets = None

#: A module's work: a function of its checked options, check mode, diff mode and, if they are
#: shared, the sessions with portals. It returns the result, with ``warnings``, or raises
#: :class:`DocSpaceError`.
Run = Callable[..., dict[str, Any]]


def result_of(run: Run, params: dict[str, Any], *more: Any) -> dict[str, Any]:
    """The result of a module's work; ``failed`` is in it and true if it failed."""
    try:
        return run(params, *more)
    except DocSpaceError as error:
        return {"failed": True, **error.result()}


def hide(result: dict[str, Any], secrets: Iterable[str]) -> dict[str, Any]:
    """A result that does not show these."""
    if register_secrets:  # Ansible hides them, wherever it shows anything
        register_secrets(secrets)
        return result
    return dict(parameters.remove_values(result, secrets))


def run_module(run: Run, argument_spec: dict[str, Any], **constraints: Any) -> None:
    """Run a module's work as an Ansible module, in a process of its own.

    :param argument_spec: the module's own options.
    :param constraints: between options, such as ``mutually_exclusive``.
    """
    module = AnsibleModule(
        argument_spec={**connection.ARGUMENT_SPEC, **argument_spec},
        supports_check_mode=True,
        **constraints,
    )
    # Also the forms of the secrets that are not the value of an option themselves.
    secrets = connection.secrets(module.params)
    if register_secrets:
        register_secrets(secrets)
    else:
        module.no_log_values.update(secrets)
    if MISSING_LIBRARY:
        module.fail_json(msg=missing_required_lib(MISSING_LIBRARY), exception=IMPORT_ERROR)
    result = result_of(run, module.params, module.check_mode, module._diff)
    for warning in result.pop("warnings", ()):
        module.warn(warning)
    if result.pop("failed", False):
        module.fail_json(**result)
    module.exit_json(**result)
