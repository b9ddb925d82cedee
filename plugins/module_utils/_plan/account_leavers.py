# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""People who leave, and are still in a list of accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._base.errors import OptionError
from .._base.references import Reference
from .._base.texts import listed, printable
from .accounts import Found, Unlisted, is_named
from .desired_account import DesiredAccount


def leave_out(
    desired: Sequence[DesiredAccount], found: Found, leavers: Iterable[Reference]
) -> tuple[list[DesiredAccount], list[str]]:
    """The entries that are not about somebody who leaves, and a warning of the others.

    Somebody whose account is deleted would otherwise be invited again.
    """
    leaving = set(leavers)

    def leaves(each: DesiredAccount) -> bool:
        person = found.of(each)
        return each.reference in leaving or (person is not None and is_named(person, leaving))

    out = [each for each in desired if leaves(each)]
    if not out:
        return list(desired), []
    names = listed([printable(each.reference.text) for each in out])
    verb = "is" if len(out) == 1 else "are"
    return (
        [each for each in desired if not leaves(each)],
        [f"users: {names} {verb} among the leavers, and left out."],
    )


def check_staying(staying: Sequence[DesiredAccount], unlisted: Unlisted) -> None:
    """Refuse to disable all people because all who are named leave.

    :raises OptionError: in that case.
    """
    if not staying and unlisted.choice == "disable":
        raise OptionError(
            "users",
            "has nobody but leavers, and with unlisted=disable nobody would be left; name who"
            " stays.",
        )
