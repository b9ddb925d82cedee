# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The words of a recording, and what this portal has in their place.

Ids, keys, links and numbers that were made during the recording are others here. Each is learnt
where it first appears in an answer.
"""

from __future__ import annotations

import collections.abc as c
import datetime
import re
import typing as t

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.kinds import (
    Place,
    kind,
    kind_in_path,
)

GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
#: Ids of what was made during a recording, and of keys, of which a state file has no ids.
MADE = re.compile(r"(?:[4-8]0|42)000000-0000-4000-8000-\d{12}")

_NAMED = re.compile(r"<([^<>]+)>")
# A masked key is any key, not one that is meant later.
_NAMED_SECRET = re.compile(r"<(?!masked key>)[^<>]*\b(?:key|token)\b[^<>]*>")
_MOMENT = re.compile(r"<(now|day)([+-]\d+)>")
_CONFIRM = re.compile(r"<confirm ([^<>]+)>")
_NUMBER_IN_PATH = re.compile(r"(?<=/)([a-z]+)/(\d+)(?=/|$)")
# Properties with texts that the portal invents for a link.
_INVENTED = {"shareLink", "requestToken", "url"}

Number = tuple[str, int]


class Words:
    """Translates between a recording and a portal, and learns on the way.

    `given` are texts known by a name from the beginning, `fixed` ids that are the same in both.
    """

    def __init__(self, given: dict[str, str], fixed: c.Iterable[str] = ()) -> None:
        self._given = {**given, "loop": "127.0.0.1", "local": "localhost"}
        self._fixed = set(fixed)
        self._texts: dict[str, str] = {}
        self._texts_back: dict[str, str] = {}
        self._numbers: dict[Number, int] = {}
        self._numbers_back: dict[Number, int] = {}

    # What is sent

    def text(self, text: str, now: datetime.datetime, confirm: c.Callable[[str], str] = str) -> str:
        """A text as this portal has it; `confirm` knows the confirmations shown to people."""
        text = _MOMENT.sub(lambda found: _moment(found[1], int(found[2]), now), text)
        text = _CONFIRM.sub(lambda found: confirm(found[1]), text)
        whole = [word for word in self._texts if not GUID.fullmatch(word) and word in text]
        for word in sorted(whole, key=len, reverse=True):
            text = text.replace(word, self._texts[word])
        text = MADE.sub(lambda found: self._texts.get(found[0], found[0]), text)
        return _NAMED.sub(lambda found: self._given.get(found[1], found[0]), text)

    def numbers_in_path(self, path: str) -> str:
        """A path with the numbers that this portal has."""

        def number(found: re.Match[str]) -> str:
            what = kind_in_path(found[1])
            wanted = int(found[2])
            return f"{found[1]}/{self._numbers.get((what, wanted), wanted) if what else wanted}"

        return _NUMBER_IN_PATH.sub(number, path)

    def body(self, value: t.Any, place: Place, translate: c.Callable[[str], str]) -> t.Any:
        """A body with the numbers that this portal has, and its texts translated."""
        if isinstance(value, dict):
            return {k: self.body(v, place.at(k, value), translate) for k, v in value.items()}
        if isinstance(value, list):
            return [self.body(item, place, translate) for item in value]
        if isinstance(value, str):
            return translate(value)
        what = kind(place)
        return self._numbers.get((what, value), value) if what and _is_number(value) else value

    # What is answered

    def recorded(self, value: t.Any, place: Place) -> t.Any:
        """An answer in the words of the recording; a number not known yet becomes a text: ?n."""
        if isinstance(value, dict):
            return {k: self.recorded(v, place.at(k, value)) for k, v in value.items()}
        if isinstance(value, list):
            return [self.recorded(item, place) for item in value]
        what = kind(place)
        if what and (_is_number(value) or (isinstance(value, str) and value.isdigit())):
            known = self._numbers_back.get((what, int(value)))
            return f"?{value}" if known is None else type(value)(known)
        if isinstance(value, str):
            if value in self._texts_back:
                return self._texts_back[value]
            return GUID.sub(lambda found: self._texts_back.get(found[0], found[0]), value)
        return value

    def learn(self, wanted: t.Any, answered: t.Any, place: Place) -> None:
        """Note what stands in an answer, in recorded words, where the recording has new ones."""
        if isinstance(wanted, dict) and isinstance(answered, dict):
            for name in wanted.keys() & answered.keys():
                self.learn(wanted[name], answered[name], place.at(name, wanted))
        elif isinstance(wanted, list) and isinstance(answered, list):
            for mine, theirs in zip(wanted, answered):
                self.learn(mine, theirs, place)
        elif isinstance(answered, str) and answered[:1] == "?" and str(wanted).isdigit():
            self._learn_number(kind(place), int(wanted), int(answered[1:]))
        elif isinstance(wanted, str) and isinstance(answered, str) and wanted != answered:
            self._learn_text(wanted, answered, place.name in _INVENTED)

    def is_known(self, id: str) -> bool:
        """Whether an id is the same in both, or was learnt: others sort at random."""
        return id in self._fixed or id in self._texts

    def _learn_text(self, wanted: str, answered: str, invented: bool) -> None:
        if invented or _NAMED_SECRET.fullmatch(wanted):
            self._texts[wanted], self._texts_back[answered] = answered, wanted
        elif GUID.sub("", wanted) == GUID.sub("", answered):
            for mine, theirs in zip(GUID.findall(wanted), GUID.findall(answered)):
                new = mine not in self._texts and theirs not in self._texts_back
                if new and MADE.fullmatch(mine) and theirs not in self._fixed:
                    self._texts[mine], self._texts_back[theirs] = theirs, mine

    def _learn_number(self, what: str | None, wanted: int, answered: int) -> None:
        if what and (what, wanted) not in self._numbers:
            self._numbers[what, wanted] = answered
            self._numbers_back[what, answered] = wanted


def _is_number(value: t.Any) -> bool:
    """Whether it may be an id: those of what is not there yet are below zero."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _moment(unit: str, count: int, now: datetime.datetime) -> str:
    if unit == "day":
        return f"{now + datetime.timedelta(days=count):%Y-%m-%d}"
    return f"{now + datetime.timedelta(seconds=count):%Y-%m-%dT%H:%M:%S}"
