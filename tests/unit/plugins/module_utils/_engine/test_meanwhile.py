# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Why people were not added is told as far as their accounts tell, and a failure to ask is none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import RequestError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.meanwhile import (
    explain_missing,
    group_gone,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.group import Group
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.model.person import Person
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import Portal

ACTIVE, DISABLED, GUEST = (
    Person(status, "Ada", "ada@example.org", "ada", status, guest=status == "guest")
    for status in ("active", "disabled", "guest")
)


def explained(*present):
    def find_each(references):
        if isinstance(present[0], RequestError):
            raise present[0]
        assert [each.kind for each in references] == ["id"] * len(references)
        return present

    portal: Any = SimpleNamespace(people=SimpleNamespace(find_each=find_each))
    return explain_missing(cast(Portal, portal), [ACTIVE] * len(present))


@pytest.mark.parametrize(
    ("present", "sentences"),
    [
        ([ACTIVE], []),
        ([None], ["ada@example.org (Ada) has no account any more."]),
        ([GUEST, ACTIVE, DISABLED],
         ["ada@example.org (Ada) is a guest, and guests cannot be in groups.",
          "ada@example.org (Ada) is disabled; enable the account first."]),
        ([RequestError("The portal is away.", "timeout")], []),
    ],
)  # fmt: skip
def test_what_accounts_tell_is_told(present, sentences):
    assert explained(*present) == sentences


@pytest.mark.parametrize("may_be_done", [True, False])
def test_a_group_that_is_gone_is_named(may_be_done):
    failure = group_gone(Group("g1", "Design", 3), may_be_done)

    assert str(failure) == 'The group "Design" (g1) was deleted while the task ran.'
    assert failure.result()["failure"] == {
        "code": "group_not_found",
        "status": 404,
        "group": "g1",
    }
    assert failure.may_be_done is may_be_done
