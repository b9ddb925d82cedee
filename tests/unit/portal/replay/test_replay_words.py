# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which words of a recording are replaced by what this portal has."""

from __future__ import annotations

import datetime

import pytest

from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.kinds import Place
from ansible_collections.onlyoffice.docspace.tests.unit.portal.replay.words import Words

NOW = datetime.datetime(2026, 3, 1, 23, 59, 30, tzinfo=datetime.timezone.utc)
SEEDED = "10000000-0000-4000-8000-000000000001"
GROUP, PERSON = "50000000-0000-4000-8000-000000000001", "60000000-0000-4000-8000-000000000001"
MINE, OTHER = "aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000002"
ROOMS, FILES = Place("/api/2.0/files/rooms"), Place("/api/2.0/files/file/7")


@pytest.fixture
def words() -> Words:
    return Words({"owner key": "sk-1"}, [SEEDED])


def test_named_texts_and_addresses_are_filled_in(words: Words) -> None:
    text = words.text("<owner key> <loop> <local> <unknown key>", NOW)
    assert text == "sk-1 127.0.0.1 localhost <unknown key>"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("<now+60>", "2026-03-02T00:00:30"),
        ("<now-30>", "2026-03-01T23:59:00"),
        ("<day+1>", "2026-03-02"),
        ("<day-1>", "2026-02-28"),
    ],
)
def test_moments_are_counted_from_now(words: Words, text: str, sent: str) -> None:
    assert words.text(text, NOW) == sent


def test_confirmations_are_asked_for(words: Words) -> None:
    assert words.text(f"<confirm {SEEDED}>", NOW, lambda person: person[:4]) == "1000"


def test_new_ids_are_learnt_wherever_they_stand_and_seeded_ones_never(words: Words) -> None:
    wanted = {"id": GROUP, "url": f"/{PERSON}/x", "seeded": PERSON}
    answered = {"id": MINE, "url": f"/{OTHER}/x", "seeded": SEEDED}
    words.learn(wanted, answered, Place("/"))

    assert words.text(f"{GROUP}/{SEEDED}", NOW) == f"{MINE}/{SEEDED}"
    assert words.recorded([MINE, SEEDED], Place("/")) == [GROUP, SEEDED]
    assert words.is_known(GROUP)
    assert not words.is_known("50000000-0000-4000-8000-000000000009")


def test_an_id_once_learnt_stays(words: Words) -> None:
    words.learn({"id": GROUP}, {"id": MINE}, Place("/"))
    words.learn({"id": GROUP}, {"id": OTHER}, Place("/"))
    assert words.text(GROUP, NOW) == MINE


def test_of_keys_that_were_made_under_a_name_the_last_one_counts(words: Words) -> None:
    for text in ("sk-2", "sk-3"):
        words.learn({"key": "<made key>"}, {"key": text}, Place("/"))
    assert words.text("Bearer <made key>", NOW) == "Bearer sk-3"


def test_a_masked_key_is_no_key(words: Words) -> None:
    words.learn({"key": "<masked key>"}, {"key": "sk-***1234"}, Place("/"))
    assert words.text("<masked key>", NOW) == "<masked key>"


def test_the_texts_of_links_are_learnt_whole(words: Words) -> None:
    wanted, answered = "https://portal.example.org/s/x", "https://portal.example.org/s/Ab1"
    words.learn({"shareLink": wanted}, {"shareLink": answered}, Place("/"))
    assert words.text(f"{wanted}?a", NOW) == f"{answered}?a"
    assert words.recorded(answered, Place("/")) == wanted


def learn_number(words: Words, place: Place, wanted: int, answered: int) -> None:
    words.learn({"id": wanted}, words.recorded({"id": answered}, place), place)


def test_whole_numbers_are_learnt_by_what_they_count(words: Words) -> None:
    learn_number(words, ROOMS, 5, 105)
    learn_number(words, FILES, 5, 205)

    assert words.numbers_in_path("/files/rooms/5/file/5") == "/files/rooms/105/file/205"
    body = {"folderIds": [5], "fileIds": [5, "x"], "access": 5}
    sent = words.body(body, Place("/api/2.0/files/fileops/move"), str.upper)
    assert sent == {"folderIds": [105], "fileIds": [205, "X"], "access": 5}
    assert words.recorded({"id": 105, "count": 105}, ROOMS) == {"id": 5, "count": 105}


def test_a_number_that_is_not_known_is_not_taken_for_another(words: Words) -> None:
    assert words.recorded({"id": 5}, ROOMS) == {"id": "?5"}
    learn_number(words, ROOMS, 5, 105)
    assert words.recorded({"id": "105"}, ROOMS) == {"id": "5"}


def test_a_number_once_learnt_stays(words: Words) -> None:
    learn_number(words, ROOMS, 5, 105)
    learn_number(words, ROOMS, 5, 106)
    assert words.numbers_in_path("/rooms/5") == "/rooms/105"


@pytest.mark.parametrize(
    ("place", "known"),
    [
        (Place("/api/2.0/files/5", "id", "current"), True),
        (Place("/api/2.0/files/5", "parentId"), True),
        (Place("/api/2.0/files/5", "id", "files"), False),
        (Place("/api/2.0/files/5", "id", "response", ("fileExst",)), False),
        (Place("/api/2.0/files/rooms/5/log", "id", "response"), False),
        (Place("/api/2.0/settings/webhook", "id", "configs"), False),
        (Place("/api/2.0/settings/webhook", "id", "response"), False),
        (Place("/api/2.0/settings/webhooks/log", "id"), False),
        (Place("/api/2.0/files/rooms/5/log", "id", "action"), None),
        (Place("/api/2.0/files/5", "count"), None),
    ],
)
def test_where_a_number_stands_tells_what_it_counts(
    words: Words, place: Place, known: bool | None
) -> None:
    learn_number(words, ROOMS, 5, 105)
    assert words.recorded(105, place) == (105 if known is None else 5 if known else "?105")
