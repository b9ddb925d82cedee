# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""`groups` previews people as a task before it would leave them, and never believes in that."""

from __future__ import annotations

import pytest

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import users
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.modules.groups.tasks import (
    failed,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.simulated import parameters

NEW, NEWER = "New@example.org", "newer@example.org"
USER, GUEST, DISABLED = "user01@example.org", "guest01@example.com", "disabled01@example.org"
MOVED = "moved@example.org"
DESIGN = {"name": "Design", "add": [NEW, NEWER, "user08@example.org"]}
INVITED = [{"user": each, "type": "user"} for each in (NEW, NEWER)]


def people(site, *entries, check_mode=True, **options):
    """What a task before does, or would do."""
    given = parameters(site, users, users=list(entries), **options)
    result = users.run(given, check_mode)
    return result["users"] + result["disabled"]


def test_who_has_no_account_yet_is_previewed_with_a_warning(site):
    result = task(site, DESIGN, check_mode=True, preview_users=people(site, *INVITED))

    (group,) = result["groups"]
    assert [(each["email"], each["id"]) for each in group["added"]][:2] == [
        (NEW, None),
        (NEWER, None),
    ]
    assert len(group["added"]) == 3
    assert result["unknown"] == []
    assert f"{NEW} ({NEW}) (pending)" in str(result["diff"])
    assert (
        f"groups: {NEW}, {NEWER} have no account yet; this is a preview as if an earlier task had"
        " made one."
    ) in result["warnings"]


@pytest.mark.parametrize(
    ("entry", "options", "wishes"),
    [
        ({"user": NEW, "type": "user"}, {}, [{"add": [NEW]}]),
        ({"user": NEW, "type": "user"}, {}, [{"members": [NEW], "manager": NEW}]),
        (
            {"user": NEW, "type": "user", "first_name": "Nora", "last_name": "New"},
            {"create": "active"},
            [{"add": [NEW]}],
        ),
        ({"user": USER, "email": MOVED}, {}, [{"add": [MOVED]}, {"members": [MOVED, USER]}]),
        ({"user": USER, "email": MOVED}, {}, [{"manager": MOVED}, {"remove": [MOVED]}]),
        ({"user": USER, "email": MOVED}, {}, [{"add": [USER]}]),
        ({"user": DISABLED, "state": "enabled"}, {}, [{"add": [DISABLED]}]),
        ({"user": GUEST, "type": "user"}, {}, [{"add": [GUEST]}]),
        ({"user": GUEST, "type": "guest"}, {}, [{"add": [GUEST]}]),
        ({"user": USER, "type": "guest"}, {}, [{"add": [USER]}]),
        ({"user": USER, "state": "disabled"}, {}, [{"add": [USER]}, {"members": [USER]}]),
        ({"user": NEW, "state": "disabled"}, {}, [{"add": [NEW]}]),
        (
            {"user": NEW, "type": "guest", "first_name": "Nora", "last_name": "New"},
            {"create": "active"},
            [{"add": [NEW]}],
        ),
    ],
)
@pytest.mark.parametrize("others", [0, 6])
def test_a_preview_says_what_happens(site, entry, options, wishes, others):
    names = ["Engineering", "Empty", "Everybody's new"]
    entries = [{"name": name, **wish} for name in names for wish in wishes[:1]]
    if len(wishes) > 1:
        entries.append({"name": "Design", **wishes[1]})
    more = [f"user{number:02}@example.org" for number in range(2, 2 + others)]
    if others:
        entries.append({"name": "Many", "members": more})

    def outcome(check_mode, coming):
        given = {"unknown_users": "fail", "preview_users": coming}
        try:
            result = task(site, *entries, check_mode=check_mode, **given)
        except DocSpaceError as error:
            return str(error)
        return result["diff"]

    preview = outcome(True, people(site, entry, **options))
    people(site, entry, check_mode=False, **options)

    assert preview == outcome(False, [])


@pytest.mark.parametrize("check_mode", [True, False])
def test_others_and_without_check_mode_all_are_errors(site, check_mode):
    coming = people(site, *INVITED[check_mode:])

    result = failed(site, DESIGN, check_mode=check_mode, preview_users=coming)

    assert f"{NEW} is nobody on this portal" in result["msg"]
    assert site.portal.mutations == 0


def test_who_is_to_be_removed_is_unknown_as_ever(site):
    wish = {"name": "Design", "remove": [NEW]}

    result = task(site, wish, check_mode=True, preview_users=people(site, *INVITED))

    assert result["unknown"] == [NEW]


@pytest.mark.parametrize("row", [{}, {"user": NEW, "type": "user"}, {"id": 7, "email": NEW}])
def test_something_else_than_a_result(site, row):
    result = failed(site, DESIGN, check_mode=True, preview_users=[row])

    assert "preview_users, entry 1: is no result of users" in result["msg"]
