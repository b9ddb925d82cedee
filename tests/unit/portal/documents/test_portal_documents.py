# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents: what becomes of them, as far as no recording that is replayed shows it."""

from __future__ import annotations

import typing as t

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state
from ansible_collections.onlyoffice.docspace.tests.unit.portal.asking import send

LEAVER = "e0000000-0000-4000-8000-000000000001"
ADMIN = "a0000000-0000-4000-8000-000000000001"
BEN = "c0000000-0000-4000-8000-000000000002"
REASSIGN = "/api/2.0/people/reassign"


def document(kind: str, number: int, parent: int = 0, **given: t.Any) -> dict[str, t.Any]:
    title = f"{kind} {number}"
    return {"kind": kind, "id": number, "title": title, "parent": parent, "maker": LEAVER, **given}


@pytest.fixture
def portal() -> Portal:
    shares = [{"user": BEN, "access": 2, "giver": LEAVER}]
    state = {
        **load_state(),
        "rooms": [{"id": 5, "title": "Room", "type": 5, "owner": ADMIN}],
        "documents": [
            document("folder", 10, shares=shares),
            document("file", 1, parent=10),
            document("file", 2),
            document("file", 3, parent=5),
        ],
    }
    return Portal(state)


def hand_over(portal: Portal, deletes: bool) -> None:
    body = {"fromUserId": LEAVER, "toUserId": ADMIN, "deleteProfile": deletes}
    assert send(portal, "POST", f"{REASSIGN}/start", body).status_code == 200
    for _poll in range(3):
        send(portal, "GET", f"{REASSIGN}/progress/{LEAVER}")


def makers(portal: Portal) -> dict[str, str]:
    return {each["title"]: each["maker"] for each in portal.state()["documents"]}


def test_what_is_shared_goes_with_all_in_it_and_the_rest_stays(portal: Portal) -> None:
    hand_over(portal, deletes=False)
    into = "Documents of user Dora1 Disabled"
    moved = {into: ADMIN, "folder 10": ADMIN, "file 1": ADMIN, "file 3": ADMIN}
    assert makers(portal) == {**moved, "file 2": LEAVER}
    folder = next(each for each in portal.state()["documents"] if each["title"] == "folder 10")
    assert folder["shares"] == [{"user": BEN, "access": 2, "giver": LEAVER}]


def test_what_is_not_shared_is_lost_by_a_deletion(portal: Portal) -> None:
    hand_over(portal, deletes=True)
    assert "file 2" not in makers(portal)
    assert LEAVER not in makers(portal).values()


def test_without_shared_documents_nothing_is_made(portal: Portal) -> None:
    hand_over(portal, deletes=False)
    before = makers(portal)
    hand_over(portal, deletes=False)
    assert makers(portal) == before
