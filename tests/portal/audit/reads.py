# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read the audit trail, and who logged in when."""

from __future__ import annotations

import datetime

from ..call import Call
from ..http import binding, failures
from ..http.failures import Invalid
from ..http.paging import Paging
from ..http.properties import View
from . import views
from .records import HIDDEN, KINDS, Row
from .rules import in_order, is_about, is_in
from .words import ACTION_TYPES, ACTIONS, ENTRIES, MODULES, NUMBERS, PRODUCTS

#: What is shown where the plan has no audit trail, whatever is asked for.
_LAST = 20
_TYPES = {name: number for number, name in enumerate(ACTION_TYPES)}
_MODULES = {name: number for number, name in enumerate(MODULES)}
_ENTRIES = {name: number for number, name in enumerate(ENTRIES)}
#: What the server says when it makes its list of actions for one of these.
_TWICE = {"Room": 5154, "Tag": 5076}


def list_events(call: Call) -> list[View]:
    """GET security/audit/events/filter"""
    page = Paging.of(call.query)
    action, what = _action(call), call.query.choice("actionType", _TYPES) or 0
    entry = ENTRIES[call.query.choice("entryType", _ENTRIES) or 0]
    module = call.query.choice("moduleType", _MODULES)
    user, target = call.query.identifier("userId"), call.query.text("target")
    since, until = _moment(call, "from"), _moment(call, "to")
    call.demand_admin()
    if "audit" in call.world.settings.values.lacks:
        return last_events(call)
    if module or action in HIDDEN:
        raise failures.null_reference()
    if target and entry in _TWICE:
        message = f"An item with the same key has already been added. Key: {_TWICE[entry]}"
        raise failures.bad_argument(message)
    rows = [
        row
        for row in call.world.audit.rows
        if is_in(row, since, until)
        and user in (None, row.user)
        and action in (None, row.number)
        and what in (0, KINDS[row.number].type)
        and is_about(row, target, entry, action)
    ]
    return [_event(call, row) for row in page.cut(in_order(rows, page))]


def last_events(call: Call) -> list[View]:
    """GET security/audit/events/last"""
    call.demand_admin()
    rows = in_order(call.world.audit.rows, Paging(_LAST, 0, "", False))
    return [_event(call, row) for row in rows[:_LAST]]


def list_logins(call: Call) -> list[View]:
    """GET security/audit/login/filter: the page is cut before it is looked at what is asked."""
    page = Paging.of(call.query)
    action, user = _action(call), call.query.identifier("userId")
    since, until = _moment(call, "from"), _moment(call, "to")
    call.demand_admin()
    if "audit" in call.world.settings.values.lacks:
        return last_logins(call)
    rows = page.cut(in_order(call.world.audit.logins, page))
    rows = [row for row in rows if user in (None, row.user) and action in (None, row.number)]
    return [_login(call, row) for row in rows if is_in(row, since, until)]


def last_logins(call: Call) -> list[View]:
    """GET security/audit/login/last"""
    call.demand_admin()
    rows = in_order(call.world.audit.logins, Paging(_LAST, 0, "", False))
    return [_login(call, row) for row in rows[:_LAST]]


def list_words(_call: Call) -> View:
    """GET security/audit/types"""
    return {
        "actions": ACTIONS,
        "actionTypes": ACTION_TYPES,
        "productTypes": PRODUCTS,
        "moduleTypes": MODULES,
        "entryTypes": ENTRIES,
    }


def _action(call: Call) -> int | None:
    sent = call.query.text("action")
    if not sent:
        return None
    names = {name: NUMBERS.get(name, -number) for number, name in enumerate(ACTIONS, 1)}
    number = binding.choice("action", sent, names)
    return number if number in HIDDEN or number in NUMBERS.values() else 0


def _moment(call: Call, name: str) -> datetime.datetime | None:
    """A moment in the query: it needs a zone."""
    sent = call.query.text(name)
    if not sent:
        return None
    try:
        when = datetime.datetime.fromisoformat(sent.replace("Z", "+00:00"))
    except ValueError:
        when = None
    if when is None or when.tzinfo is None:
        raise Invalid(name, "The input was not valid.")
    return when


def _event(call: Call, row: Row) -> View:
    return views.event(row, _name(call, row))


def _login(call: Call, row: Row) -> View:
    return views.login(row, _name(call, row))


def _name(call: Call, row: Row) -> str:
    person = call.world.people.get(row.user)
    return person.display_name if person else row.login
