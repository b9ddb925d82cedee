# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: access_report
short_description: Report who can open which rooms of a DocSpace portal, and why
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Tells of each room of an ONLYOFFICE DocSpace portal who gets in, as what, and for which reasons,
    with the one that counts. On request also which links there are, which API keys, who may still
    join, and some settings.
  - A report has what it could not see, each with what would make it visible, and its own counts
    beside those of the portal. If the portal changes while it is read, it is read again, and after
    three times the task fails.
  - The same portal gives the same bytes, but for the time of the report. That can be given with
    O(taken_at).
  - What stands out is in the findings, such as rooms without an owner, links without an end or a
    password, keys without restriction, guests, and people in no group.
extends_documentation_fragment:
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  rooms:
    description:
      - The only rooms that the report is about, each by its id (a number) or its exact title. All
        rooms of a title are in it.
      - All rooms are, those in the archive too, if this is left out.
    type: list
    elements: str
  people:
    description:
      - The only people that the report is about, by id, e-mail address or user name. How many
        people are in a room is told of all.
      - All people are, if this is left out.
    type: list
    elements: str
    aliases: [users]
  include:
    description:
      - What is in the report beside who gets into which rooms.
      - V(links) are the links of the rooms whose owner or manager the key's person is, as the
        portal shows them to nobody else. Rooms without external links are not asked for links by
        which people are invited, unless V(invitations) is there too.
      - V(keys) are the API keys. Administrators are shown everybody's, others their own.
      - V(invitations) are the links by which people join the portal, those by which they join rooms
        whose links are shown, and who has not accepted an invitation yet.
      - V(settings) are those about passwords, external sharing and invitations.
      - V(history) is who was let into which room, when and by whom, from the histories of the
        rooms.
      - V(items) are the links on folders and files inside of rooms, at any depth, which are not
        among the links of a room. Which folders and files have links is told of all rooms that the
        key's person may enter, and the links where this person is owner or manager, as far as the
        portal shows them.
    type: list
    elements: str
    choices: [links, keys, invitations, settings, history, items]
    default: []
  previous:
    description:
      - The JSON file of an earlier report of this portal, to tell what has changed since. It must
        be about the same O(rooms) and O(people), and not have been made with O(redact). Both must
        have been read with keys of administrators, or with those of the same person.
      - It may be the file that this task replaces.
    type: path
  dest:
    description:
      - The files to write, by their path without an ending, on the machine where the task runs. The
        endings are added, such as in C(portal.json). In a folder that exists, the files are called
        C(access_report).
      - Beside them, a file that ends with C(.sha256) has their hashes, as C(sha256sum --check)
        reads them. It is written last.
      - A file with JSON that is there and is no report of this portal is an error, and so is a
        table into which somebody has written a decision.
      - Files of formats that are not asked for stay as they are, and those with hashes are of the
        others only.
      - No file is written if this is left out.
    type: path
  formats:
    description:
      - In which forms the report is written.
      - V(json) is all of it. V(csv) has a line for each person and room, and no cell that a
        spreadsheet would run.
      - V(html) is a page of its own that needs nothing from elsewhere, to be read and printed. It
        needs the Python libraries jinja2 and leather where the task runs. V(markdown) is what
        matters of the report, such as for a merge request. Both have the hash of the JSON.
      - V(decisions) is a table, with the ending C(.decisions.csv), in which
        people decide who keeps which access; it excludes O(redact).
    type: list
    elements: str
    choices: [json, csv, html, markdown, decisions]
    default: [json]
  mode:
    description:
      - The permissions of the files when they are written, as an octal number in quotes. A file
        whose text stays the same keeps those that it has.
    type: str
    default: '0600'
  redact:
    description:
      - Whether people have numbers in the report instead of names, addresses and ids, in the order
        of their ids, so that it can be given away. Titles of rooms, folders and files, and names of
        groups, links and keys, are as they are.
    type: bool
    default: false
  taken_at:
    description:
      - The time of the report, such as V(2030-12-31T23:59:00Z), with a zone. It is the current
        time, to the second, if this is left out.
    type: str
  return_report:
    description:
      - Whether to return the report as RV(report) too. It is large on large portals.
    type: bool
    default: false
attributes:
  check_mode:
    support: full
    details:
      - Reads the portal all the same, and writes no file.
  diff_mode:
    support: none
    details:
      - Use O(previous) to see what has changed.
  idempotent:
    support: partial
    details:
      - Each report has its own time, and so is another one, unless O(taken_at) is given.
notes:
  - The key needs the scopes C(accounts:read) and C(rooms:read), C(files:read) too for V(items) in
    O(include), and C(*:read) or no restriction to show keys, invitations, settings and history. Use
    the key of an administrator, as others are not shown all people and rooms.
  - >-
    Requests to the portal. One for each 100 people, groups, active rooms and rooms in the archive,
    one for each 100 entries of each room, four of these side by side, and one for whose key it is.
    At the end, the rooms are read again, and the first page of people and of groups, to see whether
    something has changed.
  - >-
    With V(links) in O(include), one more for each room that has external links and is managed by
    the key's person, and with V(invitations) for each room that this person manages. With
    V(invitations) up to three more, with V(settings) four, and with V(keys) one. With V(history)
    one more for each 100 events of each room.
  - >-
    With V(items) in O(include), one for each 100 folders and files in each room and in each folder
    inside, at least one for each, and one for each folder or file that has links and is in a room
    that the key's person manages. Of a room, at most 1,000 folders are looked into, and no folder
    with more than 10,000 folders and files in it. What is left out is among the blind spots.
  - Entries of rooms that were changed while the report was read are as they were when their room
    was. Keys, settings, histories, and folders and files are read at last, and once.
seealso:
  - module: onlyoffice.docspace.room_info
  - module: onlyoffice.docspace.user_info
  - module: onlyoffice.docspace.group_info
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY.

- name: Write a report of the whole portal, as JSON and for a spreadsheet
  onlyoffice.docspace.access_report:
    include: [links, keys, invitations, settings]
    dest: reports/portal
    formats: [json, csv, html]

- name: Compare with the last report, which the new one replaces
  onlyoffice.docspace.access_report:
    previous: reports/portal.json
    dest: reports/portal
  register: access

- name: Show what it could not see
  ansible.builtin.debug:
    msg: "{{ item.text }} {{ item.way_out }}"
  loop: "{{ access.blind_spots }}"
  loop_control:
    label: "{{ item.code }} {{ item.room.title | default('') }}"

- name: Fail if a link opens a room to anybody
  onlyoffice.docspace.access_report:
    include: [links]
  register: links
  failed_when: links is failed or 'link_without_password' in links.summary.findings

- name: Make a report that can be given away
  onlyoffice.docspace.access_report:
    dest: reports/for-the-auditor
    redact: true
    taken_at: "{{ lookup('ansible.builtin.pipe', 'date --utc +%Y-%m-%dT00:00:00Z') }}"

- name: Read into which rooms two people get
  onlyoffice.docspace.access_report:
    people: [eva@example.com, gus@example.com]
    return_report: true
  register: two
"""

RETURN = r"""
summary:
  description: The report in numbers.
  returned: success
  type: dict
  contains:
    people:
      description: How many people are in it.
      type: int
      sample: 22
    guests:
      description: How many of them are guests.
      type: int
      sample: 2
    pending:
      description: How many have not accepted their invitation yet.
      type: int
      sample: 1
    disabled:
      description: How many are disabled.
      type: int
      sample: 1
    administrators:
      description: How many read every room, as active administrators.
      type: int
      sample: 2
    groups:
      description: How many groups there are, those of the portal itself included that were let into
        a room.
      type: int
      sample: 14
    rooms:
      description: How many active rooms there are.
      type: int
      sample: 31
    archived_rooms:
      description: How many rooms are in the archive.
      type: int
      sample: 4
    access:
      description: How often somebody gets into a room, not counting administrators who only read
        every room.
      type: int
      sample: 240
    links:
      description: How many links of rooms are shown. Null without V(links) in O(include).
      type: int
      sample: 12
    item_links:
      description: How many links of folders and files in rooms are shown. Null without V(items) in
        O(include).
      type: int
      sample: 4
    api_keys:
      description: How many API keys are shown. Null if they are not, or were not asked for.
      type: int
      sample: 3
    findings:
      description:
        - How many findings there are, by their code. About rooms C(room_without_owner),
          C(owner_not_shown), C(owner_disabled), C(owner_pending) and C(everyone_in_room), about
          links C(link_without_end) and C(link_without_password), about keys C(key_unrestricted) and
          C(key_without_end), and about people C(guest), C(pending), C(disabled_with_entry) and
          C(in_no_group).
      type: dict
      sample: {guest: 2, link_without_end: 1}
    changes:
      description: How often somebody gained access to a room, lost it, or has it for another reason
        or as something else. Null without O(previous).
      type: dict
      sample: {gained: 1, lost: 0, changed: 2}
blind_spots:
  description: What the report does not show.
  returned: success
  type: list
  elements: dict
  contains:
    code:
      description: The kind of blind spot.
      type: str
      sample: came_by_link
    room:
      description: Which room it is about, with C(id) and C(title). Null for the portal.
      type: dict
      sample: {id: "8", title: Project Phoenix}
    count:
      description: How many things are not shown. Null if that is not known.
      type: int
      sample: null
    text:
      description: What is not shown.
      type: str
      sample: People with an account who came by an external link of this room stay in, and are in
        no list of the portal.
    way_out:
      description: What would make it visible.
      type: str
      sample: Nothing shows it; removing the link ends it.
completeness:
  description: How many of something were read, beside how many the portal says that it has at the
    end. They are never different in a report.
  returned: success
  type: list
  elements: dict
  contains:
    what:
      description: What was counted.
      type: str
      sample: people
    counted:
      description: How many were read.
      type: int
      sample: 22
    portal:
      description: How many there are by the portal's own count.
      type: int
      sample: 22
files:
  description: The files of the report, those that were as they should be already included. In check
    mode, those that would be written.
  returned: success
  type: list
  elements: dict
  contains:
    format:
      description: In which form it is, as in O(formats).
      type: str
      sample: json
    path:
      description: The file, from the root.
      type: str
      sample: /srv/reports/portal.json
    sha256:
      description: The hash of its bytes.
      type: str
      sample: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
report:
  description:
    - The whole report, as in the JSON file. Its keys are C(report), C(version), C(portal),
      C(taken_at), C(read_by), C(scope), C(completeness), C(blind_spots), C(people), C(groups),
      C(administrators), C(rooms), C(findings) and C(changes), and as far as they were asked for
      C(keys), C(invitations) and C(settings).
    - In C(rooms), each has C(access), with the C(person), C(level), C(cause) and all C(causes) of
      everybody who gets in. In C(keys), C(state) is C(works), or why a key opens nothing, as the
      portal calls keys active that have expired or whose owner is disabled.
    - With V(items) in O(include) each has C(items), null if what is inside is not shown, with the
      C(id), C(title), C(type) (C(file) or C(folder)) and C(links) of each folder and file that has
      links. The C(links) are null if they are not shown.
  returned: with O(return_report)
  type: dict
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 42
    write:
      description: Requests that write. Always 0.
      type: int
      sample: 0
failure:
  description:
    - Why the task failed, for machines. All codes and their keys are in
      R(Failure codes,ansible_collections.onlyoffice.docspace.docsite.failure_codes).
  returned: failure
  type: dict
  contains:
    code:
      description: The kind of failure.
      type: str
      sample: list_unstable
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
"""

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import OptionError
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.moments import (
    parse_zoned,
    written,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.references import (
    Reference,
    parse_references,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.room_references import (
    check_room_reference,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_report_files import (  # noqa: E501  one name
    check_comparable,
    check_report_file,
    file_stem,
    read_previous,
    write_report_file,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_report_reads import (  # noqa: E501  one name
    ReportRead,
    read_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report import (
    access_report,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_facts import (
    ReportScope,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_previous import (  # noqa: E501  one name
    PreviousReport,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_report_redaction import (  # noqa: E501  one name
    redacted,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import open_portal
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_report_files import (  # noqa: E501  one name
    DECISIONS,
    ENDINGS,
    HASHES,
    JSON,
    ReportFile,
    cannot_be_made,
    check_undecided,
    hashes,
    report_files,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_report_result import (  # noqa: E501  one name
    blind_warnings,
    summary,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "rooms": {"type": "list", "elements": "str"},
    "people": {"type": "list", "elements": "str", "aliases": ["users"]},
    "include": {
        "type": "list",
        "elements": "str",
        "choices": ["links", "keys", "invitations", "settings", "history", "items"],
        "default": [],
    },
    "previous": {"type": "path"},
    "dest": {"type": "path"},
    "formats": {
        "type": "list",
        "elements": "str",
        "choices": ["json", "csv", "html", "markdown", "decisions"],
        "default": ["json"],
    },
    "mode": {"type": "str", "default": "0600"},
    "redact": {"type": "bool", "default": False},
    "taken_at": {"type": "str"},
    "return_report": {"type": "bool", "default": False},
}
#: What is added to the path of the files.
_ADDED = (*ENDINGS.values(), HASHES)


@dataclass(frozen=True)
class Options:
    """The options, checked before the first request."""

    connection: connection.Connection
    rooms: tuple[str, ...] | None
    people: tuple[Reference, ...] | None
    include: tuple[str, ...]
    previous: str | None
    dest: str | None
    formats: tuple[str, ...]
    mode: int
    redact: bool
    taken_at: datetime | None
    return_report: bool

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises OptionError: naming the option, what was wrong and what to do."""
        mode, people, taken_at = params["mode"], params["people"], params["taken_at"]
        for option in ("rooms", "people"):
            if params[option] == []:
                raise OptionError(option, f"is empty; name {option}, or leave it out for all.")
        if not params["formats"]:
            raise OptionError("formats", "is empty; leave it out, or leave out dest.")
        reason = cannot_be_made(params["formats"]) if params["dest"] is not None else None
        if reason:
            raise OptionError("formats", reason)
        if params["redact"] and DECISIONS in params["formats"]:
            raise OptionError(
                "formats",
                "decisions are about people, who are not in a report with redact; leave out one"
                " of the two.",
            )
        if not re.fullmatch("0?[0-7]{3}", mode):
            raise OptionError(
                "mode", f"must be an octal number such as '0600', not '{printable(mode)}'."
            )
        previous, dest = params["previous"], params["dest"]
        return cls(
            connection=connection.Connection.from_params(params),
            rooms=_parse_rooms(params["rooms"]),
            people=None if people is None else parse_references("people", people),
            include=tuple(sorted(set(params["include"]))),
            previous=None if previous is None else connection.absolute(params, previous),
            dest=None if dest is None else file_stem(_absolute(params, dest), _ADDED),
            formats=tuple(params["formats"]),
            mode=int(mode, 8),
            redact=params["redact"],
            taken_at=None if taken_at is None else parse_zoned("taken_at", taken_at),
            return_report=params["return_report"],
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the portal does not tell, or a file cannot or must not be written.
    """
    options = Options.from_params(params)
    secrets = connection.secrets(params)
    portal_name = options.connection.base_url
    previous = read_previous(options.previous, portal_name) if options.previous else None
    endings = [*(ENDINGS[each] for each in options.formats), HASHES] if options.dest else []
    for ending in endings:
        check_report_file(f"{options.dest}{ending}", portal_name)
        if ending == ENDINGS[DECISIONS]:
            check_undecided("dest", f"{options.dest}{ending}")
    with open_portal(options.connection, read_only=True, sessions=sessions) as portal:
        read = read_report(portal, options.include, options.rooms, options.people)
        report = _report(options, read, previous)
        files = report_files(report, options.formats, secrets) if options.dest else []
        changed = _write(options, files, check_mode)
        told = {"report": report} if options.return_report else {}
        return {
            "changed": changed,
            "summary": summary(report),
            "blind_spots": report["blind_spots"],
            "completeness": report["completeness"],
            "files": [
                {
                    "format": file.format,
                    "path": f"{options.dest}{file.ending}",
                    "sha256": file.sha256,
                }
                for file in files
            ],
            **told,
            "requests": portal.requests,
            "warnings": options.connection.warnings() + blind_warnings(report),
        }


def _report(options: Options, read: ReportRead, previous: PreviousReport | None) -> dict[str, Any]:
    facts = read.facts
    scope = ReportScope(read.rooms, read.people, options.include, options.redact)
    if previous:
        check_comparable(options.previous or "", previous, read)
    if options.redact:
        facts, scope, previous = redacted(facts, scope, previous)
    now = options.taken_at or datetime.now(timezone.utc)
    return access_report(facts, options.connection.base_url, written(now), scope, previous)


def _write(options: Options, files: list[ReportFile], check_mode: bool) -> bool:
    """Write what is not as it should be; whether there is anything.

    The JSON comes after the other formats, as it may be what this report was compared with: where
    one of them cannot be written, the next run must find it as it was. At last come the hashes.
    """
    if not files:
        return False
    name = Path(options.dest or "").name
    in_order = sorted(files, key=lambda file: file.format == JSON)
    texts = {file.ending: file.text for file in in_order}
    texts[HASHES] = hashes(name, files)
    portal = options.connection.base_url
    written_files = [
        write_report_file(f"{options.dest}{ending}", text, options.mode, portal, check_mode)
        for ending, text in texts.items()
    ]
    return any(written_files)


def _absolute(params: dict[str, Any], dest: str) -> str:
    """Where files are to be; of a folder, with the slash that may be at its end."""
    return connection.absolute(params, dest) + ("/" if dest.endswith("/") else "")


def _parse_rooms(texts: list[str] | None) -> tuple[str, ...] | None:
    if texts is None:
        return None
    places = enumerate(texts, start=1)
    found = [check_room_reference(f"rooms, entry {place}", text) for place, text in places]
    return tuple(dict.fromkeys(found))


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
