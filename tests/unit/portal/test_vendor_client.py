# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The vendor's own client drives the simulated portal over a real socket."""

from __future__ import annotations

import uuid

import pytest

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve

sdk = pytest.importorskip("docspace_api_sdk", exc_type=ModuleNotFoundError)

MANAGER, MEMBER, ADDED = (
    uuid.UUID(f"c0000000-0000-4000-8000-{number:012d}") for number in (1, 2, 3)
)


def test_a_group_from_its_creation_to_its_end() -> None:
    state = load_state()
    with serve(Portal(state)) as base_url:
        configuration = sdk.Configuration(
            host=base_url, access_token=state["api_keys"][0]["key"], retries=0
        )
        with sdk.ApiClient(configuration) as client:
            groups = sdk.GroupApi(client)

            created = groups.add_group(
                sdk.GroupRequestDto(
                    group_name="Vendor", group_manager=MANAGER, members=[MANAGER, MEMBER]
                )
            ).response
            listed = groups.get_groups(filter_value="vendor").response
            grown = groups.add_members_to(created.id, sdk.MembersRequest(members=[ADDED])).response
            shrunk = groups.remove_members_from(
                created.id, sdk.MembersRequest(members=[MEMBER])
            ).response
            groups.delete_group(created.id)
            left = groups.get_groups(filter_value="vendor").response

    assert [group.id for group in listed] == [created.id]
    assert {member.id for member in created.members} == {MANAGER, MEMBER}
    assert {member.id for member in grown.members} == {MANAGER, MEMBER, ADDED}
    assert {member.id for member in shrunk.members} == {MANAGER, ADDED}
    assert left == []
