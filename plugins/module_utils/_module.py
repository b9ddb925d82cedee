# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Between Ansible and a module's work: arguments in, result or failure out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable

from ansible.module_utils.basic import AnsibleModule, missing_required_lib

from . import _connection
from ._errors import DocSpaceError
from ._transport import REQUESTS_IMPORT_ERROR


def run_module(
    run: Callable[[dict[str, Any], bool], dict[str, Any]],
    argument_spec: dict[str, Any],
    mutually_exclusive: Sequence[tuple[str, str]] = (),
) -> None:
    """Run a module's work as an Ansible module.

    :param run: the work: a function of the module's parameters and check mode. It returns the
        result, with ``warnings`` and, if it can change anything, ``diff``, or raises
        :class:`DocSpaceError`.
    :param argument_spec: the module's own options.
    :param mutually_exclusive: which of them exclude each other.
    """
    module = AnsibleModule(
        argument_spec={**_connection.ARGUMENT_SPEC, **argument_spec},
        mutually_exclusive=mutually_exclusive,
        supports_check_mode=True,
    )
    # Also the forms of the secrets that are not the value of an option themselves.
    module.no_log_values.update(_connection.secrets(module.params))
    if REQUESTS_IMPORT_ERROR:
        module.fail_json(msg=missing_required_lib("requests"), exception=REQUESTS_IMPORT_ERROR)
    failure = None
    try:
        result = run(module.params, module.check_mode)
    except DocSpaceError as error:
        failure = error.result()
    if failure:  # outside of the handler, or Ansible would add a traceback
        module.fail_json(**failure)
    for warning in result.pop("warnings"):
        module.warn(warning)
    if not module._diff:
        result.pop("diff", None)
    module.exit_json(**result)
