# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""An option that is given and has no content, or none that a request could carry, is refused."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.options import (
    check_not_blank,
)


@pytest.mark.parametrize("text", [None, "Design", " Design ", "x" * 255])
def test_what_is_left_out_or_has_a_content_is_fine(text):
    check_not_blank("group", text, "give a name.")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is empty; give a name."),
        (" \t\n", "is empty; give a name."),
        ("x" * 256, "has 256 characters, and what it may mean has at most 255."),
        ("\udc80", "contains bytes that are no text; write it in UTF-8, without escapes."),
    ],
)
def test_what_has_no_content_is_refused_under_the_name_of_the_option(text, complaint):
    with pytest.raises(OptionError) as raised:
        check_not_blank("group", text, "give a name.")

    assert str(raised.value) == f"group: {complaint}"
    assert raised.value.details == {"option": "group"}
