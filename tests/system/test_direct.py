# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Both fronts of the modules, in Ansible's process and out of it, do the same and say the same."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from ansible_collections.onlyoffice.docspace.tests.portal import Portal, load_state, serve
from ansible_collections.onlyoffice.docspace.tests.system.conftest import Process
from ansible_collections.onlyoffice.docspace.tests.system.direct_tasks import (
    COLLECTION,
    REMOVAL,
    is_direct,
    task,
)
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.linked_rooms import with_a_room
from ansible_collections.onlyoffice.docspace.tests.unit.plugins.reviews import empty_review

ROOT = Path(__file__).resolve().parents[2]

LINK = {"room": "Project", "title": "For Globex"}
LATER = "2031-12-31T23:59:00Z"
AT = {"taken_at": "2026-11-28T02:00:00Z"}
REVIEW = {"decisions": "review.csv", "report": "review.json", "dest": "reviewed"}
EVA = {"user": "user05", "level": "editor", "until": "2999-12-31", "reason": "Audit"}
DESIGN = {"group": "Design", "level": "viewer"}
#: Success and failure, of all modules, in all ways that a task can be run.
TASKS = [
    task("group_members", REMOVAL, check_mode=True, diff=True),
    task("group_members", REMOVAL, diff=True),
    task("group_members", REMOVAL),
    task("group_members", {**REMOVAL, "members": ["nobody", 5, "user05"]}),
    task("group_members", {**REMOVAL, "name": "Engineering"}),
    task("group_members", {**REMOVAL, "sate": "absent"}),
    task("group_members", {**REMOVAL, "state": "gone", "timeout": "soon"}),
    task("group_members", {"group": "Engineering"}),
    task("group_members", {**REMOVAL, "group": ""}),
    task("group_members", {**REMOVAL, "api_key": "Bearer sk-nobody"}),
    task("group_members", {**REMOVAL, "base_url": "https://ben:hidden-word@example.com"}),
    task("group_members", {**REMOVAL, "validate_certs": False}),
    task(
        "group_members", {**REMOVAL, "group": "{{ item }}"}, loop=["Design", "Twins", "Empty group"]
    ),
    task("group_members", REMOVAL, changed_when="result.removed | length > 9", register="result"),
    task("group_members", REMOVAL, failed_when="result.group.size > 0", register="result"),
    task("group_members", REMOVAL, until="result.added is defined", register="result"),
    task("group_members", REMOVAL, delegate_to="127.0.0.1"),
    task("group_members", REMOVAL, run_once=True, throttle=1),
    task("group_members", REMOVAL, no_log=True),
    task("group_members", REMOVAL, when="false"),
    task("group_members", {**REMOVAL, "members": ["{{ 2024 }}-01-01", "2024-01-01"]}),
    task("group", {"name": "New", "manager": "user01", "members": {"add": ["user02"]}}, diff=True),
    task("group", {"name": "New", "state": "absent"}, diff=True),
    task("group", {"name": "Twins"}),
    task("group", {"name": "Twins", "id": "1"}),
    task("group", {"manager": "user01"}),
    task("group_info", {"all": True, "members": True}),
    task("group_info", {"group": "Design", "search": "x"}),
    task("memberships", {"groups": [{"group": "Design", "add": ["user07"]}]}, diff=True),
    task("room_access", {"room": "Project", "add": [EVA, DESIGN]}, check_mode=True, diff=True),
    task("room_access", {"room": 301, "add": [EVA, DESIGN], "max_removals": 5}, diff=True),
    task("room_access", {"room": "Project", "remove": ["user03"]}),
    task("room_access", {"room": "Project", "remove": [{"group": "Design"}, 5]}),
    task("room_access", {"room": "Project", "exact": [{"user": "user05"}]}),
    task("access", {"rooms": [{"room": "Project", "remove": ["user05"]}]}, diff=True),
    task("access", {"rooms": [{"room": "Project", "exact": [{**EVA, "level": "filler"}]}]}),
    task("access", {"rooms": [{"room": "Project", "exact": [{**EVA, "until": "2020-01-01"}]}]}),
    task("memberships", {"groups": [{"group": "Design", "exact": [], "add": []}]}),
    task("memberships", {"groups": [{"group": "Design", "add": ["nobody"]}]}),
    task("groups", {"groups": [{"name": "Newer"}, {"name": "HR", "members": []}]}, diff=True),
    task("groups", {"groups": [{"name": "HR", "members": [], "add": []}]}),
    task("groups", {"groups": [{"name": 2.10}]}),
    task("offboard", {"users": ["user08"], "report": "leavers.yml"}, diff=True),
    task("offboard", {"users": ["user09"], "new_manager": "user10"}, check_mode=True, diff=True),
    task("offboard", {"users": ["admin", "nobody"], "max_users": 0}),
    task("export", {"path": "exported.yml"}, diff=True),
    task("export", {"path": "exported.yml"}, diff=True),
    task("export", {"path": "none/exported.yml"}, check_mode=True),
    task("access_report", {"include": ["links", "invitations"], "return_report": True, **AT}),
    # The address of the portal is in the other forms, and so in their hashes.
    task("access_report", {"dest": "report", "formats": ["csv"], **AT}, check_mode=True),
    task("access_report", {"dest": "report", "formats": ["csv"], **AT}),
    task("access_report", {"previous": "report.csv"}),
    task("access_report", {"people": ["user01", "nobody"]}),
    task("access_review", REVIEW, check_mode=True, diff=True),
    task("access_review", {**REVIEW, "report": "review.csv"}),
    task("access_review", REVIEW, diff=True),
    task("access_review", {**REVIEW, "max_removals_total": "few"}),
    task("user_info", {"users": ["user01", "nobody"]}),
    task("user_info", {"users": ["user01"], "rooms": True}),
    task("portal", {"users": [{"user": "user10", "type": "user"}], "groups": []}, diff=True),
    task("portal", {"groups": [{"name": "Newest", "members": ["user01"]}]}, check_mode=True),
    task("portal", {"groups": [], "groups_options": {"prune_limit": "few"}}),
    task("portal", {}),
    task(
        "rooms",
        {
            "rooms": [
                {
                    "room": "Made at once",
                    "room_type": "custom",
                    "access": {"exact": [{"user": "user01", "level": "viewer"}]},
                    "links": [{"title": "x", "level": "viewer", "allow_permanent": True}],
                }
            ]
        },
        diff=True,
    ),
    task("rooms", {"rooms": [{"room": 7}, {"room": "No type"}]}),
    task("room_info", {"all": True, "access": True}),
    task("room_info", {"rooms": [10, "Nowhere"], "links": True}),
    task("room_info", {"rooms": [10], "user": "user01"}),
    task("room_info", {"effective_for": ["user01", "ghost"]}),
    task("audit_info", {"from": "2026-11-01T00:00:00Z", "to": "2026-11-02T00:00:00Z"}),
    task("audit_info", {"from": "-1h", "action": 5085, "target": [8]}),
    task("portal_info", {}),
    task("portal_info", {"all": True}),
    task("invitation_link", {"type": "user", "expires": "2999-12-31T23:59:00Z"}, diff=True),
    task("invitation_link", {"type": "user", "expires": "2999-12-31"}),
    task("invitation_link", {"type": "user", "state": "absent", "return_link": True}),
    task("invitation_link", {"type": "user", "state": "absent"}, diff=True),
    task("invitation_resend", {"users": ["pending01", "user01"], "older_than_days": 7}, diff=True),
    task("invitation_resend", {"users": ["pending01", "ghost"]}),
    task("room_link", {**LINK, "level": "viewer", "expires": LATER}, check_mode=True, diff=True),
    task("room_link", {**LINK, "level": "viewer", "expires": LATER}, diff=True),
    task("room_link", {**LINK, "password": "Passw0rd!12"}, diff=True),
    task("room_link", {**LINK, "room": 301, "password": "too short"}),
    task("room_link", {**LINK, "level": "content_creator", "return_link": True}),
    task("room_link", {**LINK, "level": "content_creator"}),
    task("room_link", {**LINK, "state": "absent"}, diff=True),
    task("users", {"users": [{"user": "new@example.org", "type": "user"}]}, diff=True),
    task("users", {"users": [{"user": "user11", "quota": 1024, "state": "disabled"}]}, diff=True),
    task("users", {"users": [{"user": "ghost"}], "max_disables": 2}),
    task("room", {"room": "New", "room_type": "custom", "tags": {"add": ["x"]}}, diff=True),
    task("room", {"room": "Newer", "room_type": "custom"}, check_mode=True),
    task("room", {"room": "Nosuch", "state": "archived"}),
    task("room", {"room": "New", "lifetime": {"period": "day", "value": "soon"}}),
    task("user_handover", {"users": ["disabled01"], "successor": "roomadmin"}, diff=True),
    task(
        "user_handover",
        {"users": ["disabled02"], "successor": {"disabled02": "roomadmin"}, "delete": True},
        check_mode=True,
    ),
    task("user_handover", {"users": ["disabled02"], "successor": ["roomadmin"]}),
    task("user_handover", {"users": ["disabled02"], "successor": {"disabled02": 5}}),
    task("user_status", {"users": ["user05"], "status": "disabled"}, diff=True),
    task("user_status", {"users": ["admin"], "status": "disabled"}),
    task("user_info", {}),
    task("user_info", {"all": True}),
    {"name": "short name", "user_info": {"usr": []}},
]
DEFAULTS = {
    f"{COLLECTION}.user_info": {"users": ["user02"]},
    f"{COLLECTION}.group_members": {"max_removals": 50},
    f"group/{COLLECTION}.docspace": {"timeout": 20},
}


def shown(value):
    """A result as playbooks see it, less what differs by nature."""
    if isinstance(value, dict):
        return {key: shown(inner) for key, inner in value.items() if key not in DIFFERS}
    if isinstance(value, (list, tuple)):
        return [shown(inner) for inner in value]
    return re.sub(NEW_ID, "new", value) if isinstance(value, str) else value


#: The options as a module of its own shows them, notes of Ansible on how it ran one, and when
#: something was done in a room.
DIFFERS = {"invocation", "_ansible_parsed", "date"}
#: How the simulated portal begins the ids that it gives, and the folder of a run.
NEW_ID = "5[0-9]{7}-[0-9a-f-]{27}|run[0-9]+(?=/)"


def test_results_and_requests_are_the_same(portal, play):
    state = with_a_room(portal.look()["state"])
    tasks = [{"ignore_errors": True, **each} for each in TASKS]
    keys = {"module_defaults": DEFAULTS, "collections": [COLLECTION]}
    runs = []
    for direct in (True, False):
        portal.restart(state)
        beside = empty_review(portal.base_url)
        run = play(portal, tasks, "-vvv", direct=direct, files=beside, **keys)
        assert is_direct(run) is direct
        after = shown(portal.look())
        # Some are sent side by side.
        after["requests"].sort(key=json.dumps)
        runs.append(([json.dumps(each, sort_keys=True) for each in shown(run.results)], after))

    for in_process, as_module in zip(*(results for results, _log in runs)):
        assert in_process == as_module
    assert runs[0] == runs[1]
    assert len(runs[0][0]) > len(TASKS)


def test_deprecated_options_are_told_in_both(portal, play, tmp_path):
    copy = tmp_path / "collections/ansible_collections/onlyoffice/docspace"
    for part in ("plugins", "meta"):
        shutil.copytree(ROOT / part, copy / part)
    module = copy / "plugins/modules/user_info.py"
    option = '"search": {"type": "str"'
    ending = f'{option}, "removed_in_version": "9.0.0", "removed_from_collection": "{COLLECTION}"'
    text = module.read_text(encoding="utf-8")
    assert option in text
    module.write_text(text.replace(option, ending), encoding="utf-8")
    env = {"ANSIBLE_COLLECTIONS_PATH": str(tmp_path / "collections")}
    tasks = [task("user_info", {"search": "x"}), task("user_info", {"search": "x", "typ": "user"})]

    in_process, as_module = (
        play(portal, [{"ignore_errors": True, **each} for each in tasks], direct=direct, env=env)
        for direct in (True, False)
    )

    assert shown(in_process.results) == shown(as_module.results)
    for _name, result in in_process.results:
        assert "9.0.0" in json.dumps(result["deprecations"])


def test_a_loop_keeps_its_connection_and_another_task_makes_a_new_one(play):
    ports = []

    def watched(environ, start_response):
        ports.append(environ["REMOTE_PORT"])
        return site(environ, start_response)

    site = Portal(load_state())
    looped = task(
        "group_members", {**REMOVAL, "members": ["{{ item }}"]}, loop=["user05", "user06"]
    )
    with serve(watched) as base_url:
        key = next(key["key"] for key in site.state()["api_keys"] if key["name"] == "owner key")
        run = play(Process(base_url, key, 0), [looped, looped])

    assert run.status == 0, run.output
    assert len(ports) == 10
    assert len(set(ports)) == 2
