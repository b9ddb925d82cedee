# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: access_review
short_description: Carry out what people decided about who may open what in a DocSpace portal
version_added: 0.2.0
author:
  - onlyoffice.docspace contributors (@ONLYOFFICE)
description:
  - Closes a review of access to an ONLYOFFICE DocSpace portal. The module
    M(onlyoffice.docspace.access_report) writes a report and, with the format V(decisions), a table
    of all that gives access. People write their decisions into the table, in a spreadsheet or an
    editor. This module takes away what is to go, proves it by a second report, and keeps everything
    in a folder that can be given to an auditor.
  - Each line of the table is one thing that can be taken away by itself, and says in C(cause) what
    that is - C(direct), an entry of somebody in a room, C(group), the entry of a group in a room,
    C(membership), that somebody is in a group which has such an entry, C(link), a link into a room,
    C(guest), the account of a guest, which would be disabled, and C(administrator), that somebody
    is a DocSpace administrator, who would be a room administrator.
  - What else goes with a line is in its column C(also_loses) - of a group in a room, the people who
    are in by it, and of a membership, the rooms that this person is in by the group. What lets
    people in all the same is in C(still_in).
  - The columns for people are C(decision), which is C(keep), C(revoke) or C(until), C(until), the
    last day of access, such as C(2027-01-31), C(reviewer), which each decision needs, and, if they
    are wanted, C(date) and C(reason). Portals have no expiry of access. What is to be kept until a
    day is kept by this run, and taken away by the first run with the same table after this day in
    UTC.
  - Spreadsheets may save the table with semicolons or tabs, in UTF-8 or UTF-16, its lines and
    columns in another order, and lines without the empty cells at their end. Everything else must
    be as it was. Lines that were added, are missing
    or are there twice, cells that were changed, other words than those above, and days that
    can be read in two ways are refused before the first request.
  - Before anything is written, the portal is read, and each line held against it. What is not
    any more as it was reviewed is not touched, and returned in RV(changed_meanwhile). That is so
    too if people would lose more, or be able to do more afterwards, than all decisions together
    meant when they were made.
  - Everything is planned before the first write, by what the modules
    M(onlyoffice.docspace.access), M(onlyoffice.docspace.memberships),
    M(onlyoffice.docspace.room_link) and M(onlyoffice.docspace.users) do. What these would refuse is
    refused, and one message names all of it.
  - After the writes, a second report must show that everything revoked is gone, and that nobody
    has lost anything else than the decisions say. Otherwise the task fails.
  - Not part of a review are the owners of rooms and of the portal, rooms in the archive, links that
    the report does not have, links on files and folders, and API keys. The folder says so.
  - The role P(onlyoffice.docspace.access_review#role) is this module with variables.
extends_documentation_fragment:
  - onlyoffice.docspace.access_lists.ownership
  - onlyoffice.docspace.connection
  - onlyoffice.docspace.attributes
options:
  decisions:
    description:
      - The table with the decisions, on the machine where the task runs.
      - Relative paths of this and the other options begin where that of
        O(onlyoffice.docspace.export#module:path) does.
    type: path
    required: true
  report:
    description:
      - The report about which was decided, in JSON, as M(onlyoffice.docspace.access_report) wrote
        it together with the table. It must not be redacted, and be of this portal. If the file with
        hashes that was written with it is beside it, it must be as that says.
    type: path
    required: true
  dest:
    description:
      - The folder for what is kept of the review. It must not be there, and its own folder must.
      - It gets the table as C(decisions.csv) and the report as C(report.json), as they were given,
        the report before the writes as C(before.json) and afterwards as C(after.json), if anything
        was written, what was done as C(done.json), a summary as C(summary.md), and the hashes of
        all of them as C(SHA256SUMS), which C(sha256sum -c) checks.
      - It is written as a whole or not at all, for its owner's eyes only. If something is not as it
        was decided, it is written beside that path, with C(.failed-) and the time behind its name,
        so that the next run can write the folder.
      - A folder of the same table is left as it is if nothing is to be taken away, so that a second
        run changes nothing. If something is, as a day has come, give another one.
    type: path
    required: true
  undecided:
    description:
      - What an empty C(decision) means. With V(fail) it is an error, and with V(keep) nothing is
        done about the line, and the summary says so.
    type: str
    choices: [fail, keep]
    default: fail
  max_removals:
    description:
      - The most entries to take out of any one room, and the most members out of any one group, as
        a number or as a percentage of them.
    type: str
  max_removals_total:
    description:
      - The most lines to carry out, as a number or as a percentage of all lines of the table.
    type: str
  max_disables:
    description:
      - The most accounts of guests to disable, as a number or as a percentage of all people.
    type: str
    default: "10"
  allow_ldap_group:
    description:
      - Whether to take people out of groups that a directory synchronisation (LDAP) owns. The next
        synchronisation would undo that, so it is refused by default.
    type: bool
    default: false
  wait_timeout:
    description: Seconds to wait for each job of the portal.
    type: int
    default: 300
  parallel:
    description: How many requests may run side by side, from 1 to 15.
    type: int
    default: 4
attributes:
  check_mode:
    support: full
    details:
      - Returns and shows what would be taken away, and writes nothing to the portal and no folder.
  diff_mode:
    support: full
    details:
      - What the modules show that take something away, and behind that who loses which room or has
        another level in it by all of it together.
  idempotent:
    support: full
    details:
      - A second run with the same table and folder changes nothing, until a day in the column
        C(until) is over.
notes:
  - >-
    Requests to the portal. The report before costs what that of
    M(onlyoffice.docspace.access_report) does, and so does the one afterwards, which is left out if
    nothing was written. The plans and writes between them cost what those of the modules do.
  - The key needs C(accounts:read) and C(rooms:read), and to take something away what
    M(onlyoffice.docspace.access), M(onlyoffice.docspace.memberships),
    M(onlyoffice.docspace.room_link) and M(onlyoffice.docspace.users) name. It must be that of an
    administrator, as others are not shown everything, and what is not shown would seem to be gone.
seealso:
  - module: onlyoffice.docspace.access_report
  - module: onlyoffice.docspace.access
  - module: onlyoffice.docspace.memberships
"""

EXAMPLES = r"""
# In all examples, base_url and api_key come from the environment variables DOCSPACE_BASE_URL and
# DOCSPACE_API_KEY. Preview any of them with: ansible-playbook --check --diff playbook.yml

- name: Carry out what was decided
  onlyoffice.docspace.access_review:
    decisions: 2026-q4/access.decisions.csv
    report: 2026-q4/access.json
    dest: reviews/2026-q4
    max_removals_total: 25%

- name: Take away what was to be kept until a day, when it is over
  onlyoffice.docspace.access_review:
    decisions: 2026-q4/access.decisions.csv
    report: 2026-q4/access.json
    dest: "reviews/2026-q4-until-{{ now(utc=true).strftime('%Y-%m-%d') }}"

- name: Carry out a review in which only what is to go was written down
  onlyoffice.docspace.access_review:
    decisions: guests/access.decisions.csv
    report: guests/access.json
    dest: reviews/guests
    undecided: keep
    via_ownership: true
"""

RETURN = r"""
summary:
  description: How many lines there are, and what became of them.
  returned: success, and failures after a write
  type: dict
  contains:
    lines:
      description: Lines of the table.
      type: int
      sample: 240
    kept:
      description: Kept, those until a day included.
      type: int
      sample: 228
    undecided:
      description: Not decided, and kept.
      type: int
      sample: 0
    revoked:
      description: Taken away, in a preview to be taken away.
      type: int
      sample: 9
    gone:
      description: Gone already.
      type: int
      sample: 1
    changed_meanwhile:
      description: Not touched, as not as it was reviewed.
      type: int
      sample: 2
    not_reviewed:
      description: What gives access by now, and was not in the report.
      type: int
      sample: 3
revoked:
  description: What was taken away, in a preview would be.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: &lines
    cause:
      description: What this is about.
      type: str
      sample: direct
    level:
      description: The level of an entry or a link, or null.
      type: str
      sample: editor
    person:
      description: Whom it is about, with C(id), C(display_name) and C(email), or null.
      type: dict
      sample: {id: 3e1f0a52-0b0e-5d0c-9f7b-0a4a1d4c2b11, display_name: Eva, email: eva@example.com}
    group:
      description: Which group, with C(id) and C(name), or null.
      type: dict
      sample: null
    room:
      description: Which room, with C(id) and C(title), or null.
      type: dict
      sample: {id: "17", title: Contracts}
    link:
      description: Which link, with C(id) and C(title), or null.
      type: dict
      sample: null
    decision:
      description: What was decided, or null.
      type: str
      sample: revoke
    reviewer:
      description: Who decided it, as it is written.
      type: str
      sample: Ada Ahn
    date:
      description: On which day, or null.
      type: str
      sample: "2026-12-01"
    reason:
      description: Why, or null.
      type: str
      sample: Left the project.
    proven:
      description: Whether the second report shows that it is gone; null in a preview.
      returned: in RV(revoked)
      type: bool
      sample: true
    still_in:
      description: Who is in the rooms of this line all the same, and why, in words.
      returned: in RV(revoked)
      type: list
      elements: str
      sample: ["eva@example.com in Contracts (group Sales: viewer)"]
    why:
      description: What is not as it was reviewed.
      returned: in RV(changed_meanwhile)
      type: str
      sample: is viewer now instead of editor
gone:
  description: What was in the report, and is not there any more.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *lines
changed_meanwhile:
  description: What is not as it was reviewed, and was not touched.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *lines
effects:
  description: What the decisions mean for people - who loses a room, or has another level in it.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: &differences
    person:
      description: Whom it is about, with C(id), C(display_name) and C(email).
      type: dict
      sample: {id: 3e1f0a52-0b0e-5d0c-9f7b-0a4a1d4c2b11, display_name: Eva, email: eva@example.com}
    room:
      description: The room, with C(id) and C(title).
      type: dict
      sample: {id: "17", title: Contracts}
    before:
      description: The level before, or null.
      type: str
      sample: editor
    after:
      description: The level afterwards, or null.
      type: str
      sample: viewer
    by:
      description: What lets this person in afterwards, in words, or null.
      type: str
      sample: "group Sales: viewer"
not_reviewed:
  description: What gives access by now, and was not in the report.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *lines
lost:
  description: Access of people that is not as it was and as the decisions leave it.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *differences
gained:
  description: Access that people got while the task ran, by others.
  returned: success, and failures after a write
  type: list
  elements: dict
  contains: *differences
folder:
  description: The folder that was written, or that is there already, from the root; in a preview,
    the one that would be. Null if the task failed and nothing was changed.
  returned: success, and failures after a write
  type: str
  sample: /srv/reviews/2026-q4
sha256:
  description: The hashes of the table and of the report, by the names that they have in the folder.
  returned: success, and failures after a write
  type: dict
  sample:
    decisions.csv: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
requests:
  description: How many requests were sent to the portal.
  returned: when a connection was tried
  type: dict
  contains:
    read:
      description: Requests that read.
      type: int
      sample: 540
    write:
      description: Requests that write. Always 0 in check mode, and where nothing is to go.
      type: int
      sample: 9
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
      sample: review_not_proven
    status:
      description: The HTTP status behind it, or null.
      type: int
      sample: null
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any

from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.errors import (
    DocSpaceError,
    OptionError,
    collect_errors,
    combine_errors,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.folders import write_folder
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.limits import (
    Limit,
    check_limit,
    check_range,
    parse_limit,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._base.texts import printable
from ansible_collections.onlyoffice.docspace.plugins.module_utils._engine.access_review import (
    apply_review,
    plan_review,
    read_again,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http import connection
from ansible_collections.onlyoffice.docspace.plugins.module_utils._http.sessions import Sessions
from ansible_collections.onlyoffice.docspace.plugins.module_utils._module import run_module
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_review import (
    hold_against,
    prove,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.access_review_lines import (
    ReportIndex,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.review_rules import (
    ReviewRules,
    check_reader,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._plan.review_wishes import (
    review_wishes,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._portal.portal import (
    Portal,
    open_portal,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.access_review import (
    ReviewFacts,
    check_proof,
    review_result,
    review_warnings,
    writes_part,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.review_files import (
    review_files,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.review_input import (
    ReviewInput,
)
from ansible_collections.onlyoffice.docspace.plugins.module_utils._report.review_rows import (
    effects_diff,
    line_words,
)

ARGUMENT_SPEC: dict[str, Any] = {
    "decisions": {"type": "path", "required": True},
    "report": {"type": "path", "required": True},
    "dest": {"type": "path", "required": True},
    "undecided": {"type": "str", "choices": ["fail", "keep"], "default": "fail"},
    "max_removals": {"type": "str"},
    "max_removals_total": {"type": "str"},
    "max_disables": {"type": "str", "default": "10"},
    "via_ownership": {"type": "bool", "default": False},
    "allow_ldap_group": {"type": "bool", "default": False},
    "wait_timeout": {"type": "int", "default": 300},
    "parallel": {"type": "int", "default": 4},
}
_FILES = ("decisions", "report", "dest")


@dataclass(frozen=True)
class Options:
    """The options and the files that they name, checked before the first request."""

    connection: connection.Connection
    now: datetime
    given: ReviewInput
    rules: ReviewRules
    max_removals_total: Limit | None
    wait_timeout: int
    parallel: int

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Options:
        """:raises DocSpaceError: naming the options, what was wrong and what to do."""
        now = datetime.now(timezone.utc)
        portal = connection.Connection.from_params(params)
        rules = ReviewRules.from_params(params, portal.base_url.partition("://")[2], now)
        total = parse_limit("max_removals_total", params["max_removals_total"])
        timeout = check_range("wait_timeout", params["wait_timeout"], 1, 86400, unit=" seconds")
        parallel = check_range("parallel", params["parallel"], 1, 15)
        paths = {option: connection.absolute(params, params[option]) for option in _FILES}
        given = ReviewInput.read(
            **paths, portal=portal.base_url, undecided=params["undecided"], now=now
        )
        return cls(
            portal,
            now,
            given,
            rules,
            total,
            timeout,
            parallel,
        )


def run(
    params: dict[str, Any],
    check_mode: bool,
    diff_mode: bool = True,
    sessions: Sessions | None = None,
) -> dict[str, Any]:
    """The work of this module, as a function of plain values.

    :raises DocSpaceError: if the review cannot be carried out, or is not proven.
    """
    options = Options.from_params(params)
    with open_portal(options.connection, check_mode, sessions, options.parallel) as portal:
        # plan
        before = _read(portal, options)
        check_reader(before.report)
        reviewed = options.given.reviewed.index
        held = hold_against(options.given.decisions, reviewed, before, options.now)
        facts = ReviewFacts(held, reviewed, before)
        _check(options, facts)
        plan = plan_review(portal, review_wishes(facts.revoked, before), options.rules)

        # apply
        done = apply_review(portal, plan, options.rules, check_mode, options.wait_timeout)
        plans = plan.access.plans if plan.access else ()
        facts = replace(facts, writes=writes_part(plans, done.outcomes, done.portal, diff_mode))
        failures = [facts.writes.failure] if facts.writes.failure else []
        if facts.revoked and not check_mode:
            with collect_errors(failures):
                after = _read(portal, options)
                facts = replace(facts, after=after, proof=prove(before, after, facts.revoked))
            with collect_errors(failures):
                check_proof(facts)

        # report
        result = {
            **review_result(facts),
            "changed": facts.writes.changed,
            "sha256": options.given.files.sums,
            "warnings": options.connection.warnings() + review_warnings(facts),
        }
        with collect_errors(failures):
            result |= _keep(options, facts, failures, check_mode)
        if failures:
            failure = combine_errors(failures)
            failure.facts = result
            raise failure
        if diff_mode:
            result["diff"] = [*facts.writes.diff, *effects_diff(facts.effects, facts.before)]
        return {**result, "requests": portal.requests}


def _read(portal: Portal, options: Options) -> ReportIndex:
    """The portal as it is now, as far as the report that was reviewed has it."""
    now = datetime.now(timezone.utc)
    reviewed = options.given.reviewed.index.report
    return ReportIndex(read_again(portal, options.connection.base_url, reviewed, now))


def _check(options: Options, facts: ReviewFacts) -> None:
    """Refuse to take away too much, and what could not be kept in the folder.

    :raises DocSpaceError: before anything is written.
    """
    revoked = len(facts.revoked)
    if revoked and options.given.there is not None:
        raise OptionError(
            "dest",
            f"{printable(options.given.dest)} has the review of these decisions already, and"
            f" {revoked} more are to be carried out, as a day has come or something is back; give"
            " another folder.",
        )
    check_limit(
        "max_removals_total",
        options.max_removals_total,
        revoked,
        len(facts.reviewed),
        "lines of the table",
        [line_words(line, facts.before) for line in facts.revoked],
    )


def _keep(
    options: Options, facts: ReviewFacts, failures: Sequence[DocSpaceError], check_mode: bool
) -> dict[str, Any]:
    """Write the folder, beside its path if the review failed, and say where it is."""
    path = options.given.dest
    if options.given.there is not None:
        return {"folder": path}
    if failures and not facts.writes.changed:
        return {"folder": None}
    if failures:
        path = f"{path}.failed-{options.now:%Y%m%dT%H%M%SZ}"
    if not check_mode:
        failure = str(combine_errors(failures)) if failures else ""
        try:
            files = review_files(facts, options.given.files, failure, options.now)
            write_folder("dest", path, files)
        except DocSpaceError as error:
            if not facts.writes.changed:
                raise
            raise DocSpaceError(
                f"{error} The portal was changed before: what was taken away, and whether that is"
                " proven, is in this result only, and not in the folder of a later run.",
                error.code,
            ) from None
    return {"folder": path, "changed": True}


def main() -> None:
    """Run as a module."""
    run_module(run, ARGUMENT_SPEC)


if __name__ == "__main__":
    main()
