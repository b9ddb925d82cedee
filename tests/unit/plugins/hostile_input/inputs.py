# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Texts that mean something to a portal or to something before it, and options drawn from them.

What is drawn is the same in every run: a new fault shall be found by who made it, not by who comes
next.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ansible_collections.onlyoffice.docspace.plugins.modules import (
    access,
    access_report,
    access_review,
    audit_info,
    export,
    group,
    group_info,
    group_members,
    groups,
    invitation_link,
    invitation_resend,
    memberships,
    offboard,
    portal,
    portal_info,
    room,
    room_access,
    room_info,
    room_link,
    rooms,
    user_handover,
    user_info,
    user_status,
    users,
)
from ansible_collections.onlyoffice.docspace.tests.portal import load_state

MODULES = [
    access,
    access_report,
    access_review,
    audit_info,
    group,
    group_info,
    group_members,
    groups,
    export,
    invitation_link,
    invitation_resend,
    memberships,
    offboard,
    portal,
    portal_info,
    room,
    room_info,
    room_access,
    room_link,
    rooms,
    user_handover,
    user_info,
    user_status,
    users,
]
STATE = load_state()
KEY = next(key["key"] for key in STATE["api_keys"] if key["name"] == "owner key")

ENGINEERING = "10000000-0000-4000-8000-000000000004"
USER05 = "c0000000-0000-4000-8000-000000000005"


def notations(key: str) -> list[str]:
    """An id as it may be written."""
    bare = key.replace("-", "")
    return [key, key.upper(), bare, f"{{{key}}}", f"({key})", f"urn:uuid:{key}", f" {key} "]


#: Names, addresses, moments and ids that mean something, in each of their notations.
KNOWN = [
    *(row["name"] for row in STATE["groups"]),
    *(text for row in STATE["users"] for text in (row["email"], row["userName"])),
    *STATE["system_groups"].values(),
    "2999-12-31T23:59:00+14:00",
    "-7d",
    "RoomCreated",
    "never",
    *notations(ENGINEERING),
    *notations(USER05),
    " User05@EXAMPLE.org ",
]
#: What has a meaning to something between the task and the portal, or looks like something else.
TRAPS = [
    "",
    " ",
    ".",
    "..",
    "../group",
    "%2e%2e",
    "%2f",
    "a/b",
    "a\\b",
    "a?fields=members",
    "a#b",
    "a;b=c",
    "x&filterValue=y",
    "a+b",
    "100%",
    "email",
    "filter",
    "@self",
    "@search",
    "status",
    "null",
    "-1",
    "\0",
    "a\0b",
    "a\nb",
    "a\r\nHost: evil.example",
    "a\x1b[2Jb",
    "a\x9b31mb",
    "\u202ekcatta",
    "\u200fa",
    "\ufeff",
    "\u2028",
    "\u200b",
    "a\ud800b",
    "\udcff",
    "'",
    '"',
    "`id`",
    "$(id)",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "%(key)s",
    "{0}",
    "user05+tag@example.org",
    "user@b\xfccher.example",
    "user@xn--bcher-kva.example",
    "a@b&email=user05@example.org",
    "@",
    "a@@b",
    "00000000-0000-0000-0000-000000000000",
    "e78f4c20-2f3b-4a9d-ad13-5f298bd5a3ba",
    "c0000000-0000-4000-8000-00000000000g",
    "c0000000-0000-4000-8000-000000000005/x",
    "B\xd6HM & S\xd6HNE",
    "\u0130stanbul",
    "\U0001f680",
    "e\u0301",
    "25%",
    "10",
    "1e9",
    "\u0663",
]
characters = st.one_of(
    st.sampled_from("./%?&#+@:;\\\"'{}\0\n\r\x1b\x85\u202e \ud800"), st.characters()
)
texts = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(TRAPS),
    st.text(characters, max_size=12),
    st.builds("{}{}".format, st.sampled_from(KNOWN), st.sampled_from(TRAPS)),
)
#: What `users` returns of somebody.
accounts = st.fixed_dictionaries(
    {key: st.one_of(st.none(), texts) for key in ("id", "display_name", "email", "status", "type")}
)


def values(spec: dict[str, Any]) -> st.SearchStrategy[Any]:
    """What an option may be given, by its specification."""
    if "choices" in spec:
        return st.sampled_from(spec["choices"])
    if spec["type"] == "bool":
        return st.booleans()
    if spec["type"] == "int":
        return st.one_of(st.integers(-1, 16), st.sampled_from([10**9, 10**30, -(10**30)]))
    if spec["type"] == "list":
        return st.lists(values({**spec, "type": spec["elements"]}), max_size=8)
    if spec["type"] == "dict":
        return options(spec["options"]) if "options" in spec else accounts
    if spec["type"] == "raw":  # a text, or a mapping of texts
        return st.one_of(texts, st.dictionaries(texts, texts, max_size=3))
    if spec["type"] == "path":  # of a file that may be written
        return texts.map(lambda text: text.replace("/", "_"))
    return texts


def options(specs: dict[str, dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """What all the options may be given; the optional ones may be missing."""
    required = {name: values(spec) for name, spec in specs.items() if spec.get("required")}
    optional = {name: values(spec) for name, spec in specs.items() if not spec.get("required")}
    return st.fixed_dictionaries(required, optional=optional)


tasks = st.sampled_from(MODULES).flatmap(
    lambda module: st.tuples(st.just(module), options(module.ARGUMENT_SPEC), st.booleans())
)
