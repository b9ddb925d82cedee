# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read people."""

from __future__ import annotations

import collections.abc as c

from .. import views
from ..call import Call
from ..groups.members import all_members
from ..http import binding, failures, guid
from ..http.envelope import Page, Stream
from ..http.failures import Invalid
from ..http.paging import Paging
from ..http.properties import View
from . import records, search
from .records import ADMIN, GUEST, OUTSIDE, OUTSIDE_USER, USER, Person
from .search import PeopleFilter
from .state import not_found
from .views import own_profile, short

# Only these built-in groups have their members written down; in others nobody is found.
_LISTED = (None, ADMIN, USER, GUEST)


def get_self(call: Call) -> View:
    """GET people/@self"""
    return own_profile(views.full_person(call.world, call.caller), call.caller)


def get_person(call: Call) -> View:
    """GET people/{id or user name}"""
    return _seen(call, named_in_path(call))


def get_by_email(call: Call) -> View:
    """GET people/email"""
    email = call.query.text("email")
    if not email:
        raise failures.null_argument("email")
    demand_address(email, "email")
    return _seen(call, call.world.people.by_email(email))


def exists(call: Call) -> View:
    """GET people/exists"""
    if not call.query.text("email"):
        raise failures.null_argument("email")
    person = call.world.people.by_email(call.query.text("email"))
    return {"exists": True, "status": person.status} if person else {"exists": False}


def filter_full(call: Call) -> Page:
    """GET people/filter"""
    return _full_page(call, _wanted(call.query))


def filter_simple(call: Call) -> Page:
    """GET people/simple/filter"""
    people, total = _filtered(call, _wanted(call.query))
    call.work.simple_rows = len(people)
    return Page([short(person) for person in people], total, len(people))


def list_active(call: Call) -> Page:
    """GET people"""
    return _full_page(call, PeopleFilter(status=records.EMPLOYEE_STATUSES["Active"]))


def list_by_status(call: Call) -> Page:
    """GET people/status/{status}"""
    return _full_page(call, PeopleFilter(status=status_in_path(call)))


def find_by_words(call: Call) -> Stream:
    """GET people/@search/{text} and people/search"""
    if not call.caller.is_admin:
        raise failures.access_denied()
    found = search.with_words(call.world.people, call.path.get("text", call.query.text("query")))
    call.work.full_rows = len(found)
    return Stream([views.full_person(call.world, person) for person in found])


def find_in_status(call: Call) -> Stream:
    """GET people/status/{status}/search"""
    status = status_in_path(call)
    call.demand_admin()
    found = search.with_words(call.world.people, call.query.text("query"), status)
    return Stream([views.full_person(call.world, person) for person in found])


def guest_link(call: Call) -> str:
    """GET people/guests/{id}/share: an address at which others see the guest."""
    guest = call.world.people.demand(call.path["id"])
    if guest.type != GUEST:
        raise not_found()
    return f"{call.origin}/s/{guest.id[:15]}"


def token_claims(call: Call) -> View:
    """GET people/tokendiagnostics"""
    caller, soap = call.caller, "http://schemas.xmlsoap.org/ws/2005/05/identity/claims"
    role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"
    roles = ["Authenticated", *(["Administrators"] if caller.is_admin else []), "Users"]
    claims = [
        f"{soap}/name:{caller.display_name}",
        f"{soap}/sid:{caller.id}",
        f"{soap}/name:{caller.display_name}",
        *(f"{role}:{name}" for name in roles),
        *(f"scope:{scope}" for scope in call.key.permissions or ["*:write"]),
    ]
    return {"name": caller.display_name, "claims": claims}


def named_in_path(call: Call) -> Person | None:
    """The person whose id or user name stands in a path."""
    name = call.path["name"]
    person_id = guid.parse(name)
    person = call.world.people.by_user_name(name) or call.world.people.get(person_id or "")
    return OUTSIDE if person is None and person_id == OUTSIDE_USER else person


def status_in_path(call: Call) -> int:
    """The status that stands in a path."""
    return binding.choice("status", call.path["status"], records.EMPLOYEE_STATUSES, flags=True)


def demand_address(email: str | None, field: str) -> None:
    """Refuse what is there and no e-mail address."""
    if email is None:
        return
    name, at_sign, host = email.partition("@")
    if not (name and at_sign and host) or "@" in host:
        raise Invalid(field, "The Email field is not a valid e-mail address.")


def _seen(call: Call, person: Person | None) -> View:
    if person is None:
        raise not_found()
    call.demand_view(person)
    return views.full_person(call.world, person)


def _wanted(query: binding.Query) -> PeopleFilter:
    kinds = records.EMPLOYEE_TYPES
    area = query.choice("area", records.AREAS)
    return PeopleFilter(
        status=query.choice("employeeStatus", records.EMPLOYEE_STATUSES, flags=True),
        activation=query.choice("activationStatus", records.ACTIVATION_STATUSES),
        types=(*query.choices("employeeTypes", kinds), *query.choices("employeeType", kinds)),
        area=records.AREAS["All"] if area is None else area,
        group_id=query.identifier("groupId"),
        exclude_group=query.flag("excludeGroup"),
        without_group=query.flag("withoutGroup"),
        text=query.text("filterValue"),
        separator=query.text("filterSeparator"),
        quota=query.choice("quotaFilter", records.QUOTAS),
        login=query.choice("accountLoginType", records.LOGINS),
        payment=query.choice("payments", records.PAYMENTS),
        only_admins=query.flag("isAdministrator"),
        only_made_by_caller=query.flag("invitedByMe"),
    )


def _in_groups(call: Call, wanted: PeopleFilter) -> c.Iterable[Person]:
    people, groups = call.world.people, call.world.groups
    if wanted.without_group:
        return [person for person in people if not groups.of(person.id)]
    if wanted.group_id is None:
        return people
    group = groups.find(wanted.group_id)
    listed = all_members(group, people) if group and group.system in _LISTED else []
    if not wanted.exclude_group:
        return [people[person_id] for person_id in listed]
    members = set(listed)
    return [person for person in people if person.id not in members]


def _filtered(call: Call, wanted: PeopleFilter) -> tuple[list[Person], int]:
    page = Paging.of(call.query)
    if call.caller.type in (USER, GUEST):
        raise failures.access_denied()

    def find() -> list[Person]:
        found = search.find_people(_in_groups(call, wanted), wanted, call.caller)
        return page.order(found, search.people_key(page))

    asked = (call.caller.id, wanted, page.sort_by, page.descending)
    found = call.world.listing(asked, find)
    return page.cut(found), len(found)


def _full_page(call: Call, wanted: PeopleFilter) -> Page:
    people, total = _filtered(call, wanted)
    call.work.full_rows = len(people)
    rows = [views.full_person(call.world, person, call.shows_groups) for person in people]
    return Page(rows, total, len(people))
