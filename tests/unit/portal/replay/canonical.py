# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What of a body counts, and whether two bodies say the same."""

from __future__ import annotations

import collections.abc as c
import itertools
import json
import re
import typing as t

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.words import GUID

_PORTAL = "portal.example.org"
_AT_HOME = f"https://{_PORTAL}"
_URL = re.compile(r"https?://(?:localhost|127\.0\.0\.1)(?::\d+)?(?=[/?\s\"'<]|$)")
_HOST = re.compile(r"127\.0\.0\.1|\blocalhost\b")

# Of no interest to a client, or new each time.
_VOLATILE = frozenset(
    (
        *("avatar", "avatarOriginal", "avatarMax", "avatarMedium", "avatarSmall", "theme"),
        *("links", "profileUrl", "webUrl", "viewUrl", "shortWebUrl", "traceId", "keyPostfix"),
        *("created", "updated", "lastAccessed", "lastOpened", "lastSeen", "expires"),
        *("birthday", "workFrom", "registrationDate", "terminated", "usedSpace"),
    )
)
# Of interest only to who asks for it.
_ASKED = frozenset(("quotaLimit", "isCustomQuota", "cultureName"))
_UNORDERED = {"members", "groups", "tags", "related"}
_SHORTENED = "<shortened>"
# Words that stand for any text of a form.
_ANY = {
    "<any>": re.compile(".*", re.DOTALL),
    "<date>": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"),
    "<masked key>": re.compile(r"sk-\*+\w+"),
}


def volatile(path: str, query: str) -> frozenset[str]:
    """The properties that do not count in the answer to this request."""
    unasked = frozenset(name for name in _ASKED if name not in query)
    keeps_maker = "/files" in path or "/webhook" in path
    return _VOLATILE | unasked | (frozenset() if keeps_maker else {"createdBy"})


def impersonal(value: t.Any) -> t.Any:
    """A body without the address of the portal."""
    if isinstance(value, dict):
        return {name: impersonal(item) for name, item in value.items()}
    if isinstance(value, list):
        return [impersonal(item) for item in value]
    if isinstance(value, str):
        return _HOST.sub(_PORTAL, _URL.sub(_AT_HOME, value))
    return value


def without(value: t.Any, names: t.Collection[str]) -> t.Any:
    """A body without the properties of these names."""
    if isinstance(value, dict):
        return {name: without(v, names) for name, v in value.items() if name not in names}
    return [without(item, names) for item in value] if isinstance(value, list) else value


class Order:
    """Gives lists that the server keeps in no order one that does not depend on new ids."""

    def __init__(self, is_known: c.Callable[[str], bool], unordered: bool = False) -> None:
        self._is_known = is_known
        self._loose = _UNORDERED | ({"response", "folders"} if unordered else set())

    def of(self, value: t.Any, name: str = "") -> t.Any:
        """A body, with the name of the property in which it stands."""
        if isinstance(value, dict):
            # Of the events of one moment any may carry the others.
            if value.get("related"):
                first = {key: item for key, item in value.items() if key != "related"}
                value = {"related": [first, *value["related"]]}
            return {key: self.of(item, key) for key, item in value.items()}
        if not isinstance(value, list):
            return value
        items = [self.of(item, name) for item in value]
        if name in self._loose:
            return sorted(items, key=self._masked)
        if name == "response" and items and all(map(_is_share, items)):
            equals = (
                sorted(run, key=self._masked) for _level, run in itertools.groupby(items, _level)
            )
            return [item for run in equals for item in run]
        return items

    def _masked(self, value: t.Any) -> tuple[str, str]:
        """Sorts alike on both sides, whether ids were learnt already or not."""
        text = json.dumps(value, sort_keys=True)
        for word in ("<date>", "<masked key>"):
            text = _ANY[word].sub(word, text)
        return GUID.sub(lambda found: found[0] if self._is_known(found[0]) else "?", text), text


def same(wanted: t.Any, answered: t.Any) -> bool:
    """Whether a body says what was recorded."""
    if isinstance(wanted, dict) and _SHORTENED in wanted:
        return True
    if isinstance(wanted, dict) and isinstance(answered, dict):
        if wanted.keys() != answered.keys():
            return False
        return all(same(item, answered[name]) for name, item in wanted.items())
    if isinstance(wanted, list) and isinstance(answered, list):
        return len(wanted) == len(answered) and all(map(same, wanted, answered))
    if isinstance(answered, str) and wanted in _ANY:
        return bool(_ANY[wanted].fullmatch(answered))
    if wanted in (None, "") and answered in (None, ""):
        return True
    return type(wanted) is type(answered) and bool(wanted == answered)


def _is_share(value: t.Any) -> bool:
    return isinstance(value, dict) and ("access" in value or "sharedLink" in value)


def _level(share: dict[str, t.Any]) -> tuple[t.Any, ...]:
    """What orders people, groups and links in a room; among equals there is no order."""
    who = share.get("sharedToUser") or share.get("sharedToGroup") or {}
    name = who.get("displayName") or who.get("name")
    return share.get("access"), share.get("isOwner"), "sharedLink" in share, name
