# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""What a task wants of one account: an entry of ``users``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._base.errors import DocSpaceError, OptionError, collect_errors, combine_errors
from .._base.quotas import parse_quota
from .._base.references import Reference, parse_reference
from .._base.texts import printable
from .._portal.model.account_properties import ACCOUNT_PROPERTIES


@dataclass(frozen=True)
class DesiredAccount:
    """What is desired of one account; what is None stays as it is.

    :param reference: who it is; if that is nobody's address, a new account.
    :param state: ``present``, ``enabled`` or ``disabled``.
    :param properties: what only new accounts get, by option.
    :param email: the address that the account is to have.
    :param quota: in bytes, or as it is sent.
    """

    position: int
    reference: Reference
    type: str | None = None
    state: str = "present"
    properties: Mapping[str, str] = field(default_factory=dict, hash=False)
    email: Reference | None = None
    quota: int | None = None

    @property
    def place(self) -> str:
        """This entry at the beginning of a message."""
        return f"users, {printable(self.reference.text)}"

    @property
    def needs_profile(self) -> bool:
        """Whether more than an account's type and status is to be read."""
        return bool(self.properties) or self.quota is not None

    @property
    def address(self) -> str:
        """The address that a new account gets."""
        return self.reference.text


def parse_accounts(entries: Sequence[Mapping[str, Any]]) -> tuple[DesiredAccount, ...]:
    """Read the entries of ``users``.

    :raises OptionError: naming what is wrong with an entry; of several, all of them.
    """
    problems: list[DocSpaceError] = []
    desired = []
    for position, entry in enumerate(entries, start=1):
        with collect_errors(problems):
            desired.append(_parse(position, entry))
    if not problems:
        _check_once(desired)
    if problems:
        raise combine_errors(problems)
    return tuple(desired)


def _parse(position: int, entry: Mapping[str, Any]) -> DesiredAccount:
    place = f"users, entry {position}"
    reference = parse_reference(f"{place}, user", entry["user"])
    if reference is None:
        raise OptionError(f"{place}, user", "is null, an empty value; name somebody.")
    email = parse_reference(f"{place}, email", entry.get("email"))
    if email and email.kind != "email":
        raise OptionError(f"{place}, email", f"'{printable(email.text)}' is no address.")
    return DesiredAccount(
        position,
        reference,
        type=entry.get("type"),
        state=entry.get("state") or "present",
        properties={
            each.option: entry[each.option]
            for each in ACCOUNT_PROPERTIES
            if entry.get(each.option) is not None
        },
        email=email,
        quota=parse_quota(f"{place}, quota", entry.get("quota")),
    )


def _check_once(desired: Sequence[DesiredAccount]) -> None:
    seen: dict[Reference, DesiredAccount] = {}
    for each in desired:
        other = seen.setdefault(each.reference, each)
        if other is not each:
            raise OptionError(
                f"users, entry {each.position}, user",
                f"{printable(each.reference.text)} is in entry {other.position} too; name everybody"
                " once.",
            )
    addresses: dict[Reference, DesiredAccount] = {}
    for each in desired:
        if each.email:
            other = addresses.setdefault(each.email, each)
            if other is not each:
                raise OptionError(
                    f"users, entry {each.position}, email",
                    f"{printable(each.email.text)} is the address of entry {other.position} too;"
                    " nobody can share one.",
                )
