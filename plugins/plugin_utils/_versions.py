# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What differs between versions of ansible-core on the machine that runs Ansible."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ansible.executor import module_common

# What packs the options of a module.
try:
    from ansible.module_utils.common.json import Direction, get_module_encoder

    _ENCODER = {"cls": get_module_encoder("legacy", Direction.CONTROLLER_TO_MODULE)}
except ImportError:  # ansible-core 2.18 and older
    from ansible.module_utils.common.json import AnsibleJSONEncoder

    _ENCODER = {"cls": AnsibleJSONEncoder, "vault_to_text": True}


def plain(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options without what Ansible knows of them, as a module gets them."""
    return dict(json.loads(json.dumps(options, **_ENCODER)))


def with_defaults(task: Any, templar: Any, omit: Any) -> dict[str, Any]:
    """The arguments of a task, with ``module_defaults`` for those that are ``default(omit)``.

    Ansible itself takes what a task omits for given, when it looks for what defaults are needed.

    :param omit: what stands for an omitted value before ansible-core 2.19.
    """
    given = dict(task.args)
    if not task.module_defaults:
        return given
    name = task.resolved_action
    if hasattr(module_common, "_apply_action_arg_defaults"):
        return dict(module_common._apply_action_arg_defaults(name, task, given, templar))
    groups = task._parent._play._action_groups
    defaults = module_common.get_action_args_with_defaults(
        name, {}, task.module_defaults, templar, action_groups=groups
    )
    return {**{option: value for option, value in defaults.items() if value != omit}, **given}
