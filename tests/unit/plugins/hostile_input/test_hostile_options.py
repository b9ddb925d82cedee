# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever a task's options hold, its requests are those that are meant, and failures are clean."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import DocSpaceError
from ansible_collections.onlyoffice.docspace.plugins.modules import (
    access_report,
    export,
    group,
    group_info,
    group_members,
    invitation_resend,
    memberships,
    user_info,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.inputs import (
    ENGINEERING,
    KEY,
    STATE,
    notations,
    tasks,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.hostile_input.witness import (
    assert_clean,
    assert_only_meant,
    assert_readable,
    outcome,
)


@settings(max_examples=300, derandomize=True, database=None)
@given(task=tasks)
@example(task=(group, {"group": "a\nb\x1b"}, False))
@example(task=(group, {"group": "caf\xe9 {{ 7*7 }} <b>", "members": ["user05"]}, False))
@example(task=(group, {"group": f"{{{ENGINEERING}}}".upper(), "name": "x & y\n%"}, False))
@example(task=(group_info, {"group": "a\nb\x1b[2J\u202e"}, False))
@example(task=(group_members, {"group": "a\nb\x9b", "members": []}, False))
@example(task=(user_info, {"user": ["a/b", "..", "@self", "email", "a?b#c"]}, False))
def test_options_do_what_they_say_or_are_refused(served, task):
    module, given, check_mode = task
    served.start_anew()
    given = {"base_url": served.base_url, "api_key": KEY, **given}

    found = outcome(module, given, check_mode)

    mutations = served.portal.mutations
    assert_only_meant(served, given)
    if isinstance(found, DocSpaceError):
        assert_clean(str(found))
        assert found.facts["changed"] == bool(mutations)
        if found.code == "invalid_option":
            assert str(found).startswith(found.details["option"])
        json.dumps(found.result())
    else:
        assert_readable(found)
        # Some change files and mailboxes only.
        if check_mode or module in (access_report, export, invitation_resend):
            assert mutations == 0
        else:
            assert found["changed"] == bool(mutations)
        again = outcome(module, given, check_mode)
        assert not isinstance(again, DocSpaceError)
        # Each report has a time of its own.
        assert check_mode or module is access_report or not again["changed"]


def of_person(user: dict[str, Any]) -> list[str]:
    email, name = user["email"], user["userName"]
    return [*notations(user["id"]), email, email.upper(), f"  {email} ", name, name.title()]


def of_group(group: dict[str, Any]) -> list[str]:
    namesakes = [each for each in STATE["groups"] if each["name"] == group["name"]]
    return [*notations(group["id"]), *([group["name"]] if len(namesakes) == 1 else [])]


#: Who can be in a group, and the groups that may be changed.
PEOPLE = [each for each in STATE["users"] if (each["status"], each["type"]) == ("active", "User")]
GROUPS = [each for each in STATE["groups"] if not each["ldap"]]


@settings(max_examples=100, derandomize=True, database=None)
@given(data=st.data())
def test_whoever_is_meant_comes_and_goes_and_nobody_else(served, data):
    place = data.draw(st.sampled_from(GROUPS))
    written = data.draw(st.sampled_from(of_group(place)))
    people = data.draw(st.lists(st.sampled_from(PEOPLE), max_size=8))
    names = [data.draw(st.sampled_from(of_person(person))) for person in people]
    state, key = data.draw(
        st.sampled_from([("present", "add"), ("absent", "remove"), ("exact", "exact")])
    )
    in_one = data.draw(st.booleans())
    before, meant = set(place["members"]), {person["id"] for person in people}
    after = {"present": before | meant, "absent": before - meant, "exact": meant}[state]
    served.start_anew()
    module, wanted = (
        (group_members, {"group": written, "members": names, "state": state})
        if in_one
        else (memberships, {"groups": [{"group": written, key: names}]})
    )

    found = outcome(module, {"base_url": served.base_url, "api_key": KEY, **wanted}, False)

    assert not isinstance(found, DocSpaceError), found
    told = found if in_one else found["groups"][0]
    assert {person["id"] for person in told["added"]} == after - before
    assert {person["id"] for person in told["removed"]} == before - after
    others = {each["id"]: set(each["members"]) for each in STATE["groups"]}
    now = {each["id"]: set(each["members"]) for each in served.portal.state()["groups"]}
    assert now == others | {place["id"]: after}
