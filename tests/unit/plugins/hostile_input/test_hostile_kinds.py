# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is no text, for every option of every module that takes one, by their specifications."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.edge import check_given
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import MODULES
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.kinds import (
    ODD,
    harmless,
    places,
    put,
)

CASES = [
    pytest.param(specs, path, kind, id=f"{module.__name__.rpartition('.')[2]}-{path}")
    for module in MODULES
    for specs in [{**connection.ARGUMENT_SPEC, **module.ARGUMENT_SPEC}]
    for path, kind in places(specs)
]


@pytest.mark.parametrize(("specs", "path", "kind"), CASES)
def test_every_option_refuses_what_is_no_text(specs, path, kind):
    for value in ODD:
        if harmless(value, kind):
            continue
        with pytest.raises(OptionError) as raised:
            check_given(specs, put(path, value))
        assert str(raised.value).startswith(path[0]), value
        assert raised.value.details == {"option": path[0]}
