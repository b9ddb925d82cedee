# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that read links by which people join."""

from __future__ import annotations

from ..call import Call
from ..http import binding, failures
from ..http.envelope import Redirect
from ..http.failures import Refused
from ..http.properties import View
from ..links.reads import confirm_link, link_target
from ..people.new_rules import may_invite
from ..people.records import ALL, EMPLOYEE_TYPES, GIVEN_TYPES, GUEST, PAID
from . import views
from .records import InvitationLink
from .rules import Rules, Shown, validity

_CONFIRMED = binding.record(
    "ASC.Web.Api.ApiModels.RequestsDto.EmailValidationKeyModel",
    {
        **dict.fromkeys(("type", "key", "uid"), binding.text),
        "emplType": binding.member_of("ASC.Core.Users.EmployeeType", GIVEN_TYPES),
    },
)


def get_link(call: Call) -> View | None:
    """GET portal/users/invitationlink/{type}"""
    kind = kind_in_path(call)
    demand_inviter(call, kind)
    demand_seat(call, kind)
    link = call.world.invitation_links.of_type(kind)
    return shown(call, link) if link else None


def get_old_link(call: Call) -> str:
    """GET portal/users/invite/{type}: an address, as it was before there were limits."""
    kind = kind_in_path(call)
    demand_inviter(call, kind)
    demand_seat(call, kind)
    return f"{call.origin}/s/{Shown(InvitationLink('', kind), call.caller.id).token}"


def follow(call: Call) -> Redirect:
    """GET /s/{token}: what a browser is sent to."""
    room = link_target(call, call.path["token"])
    if room:
        return Redirect(room)
    found = rules(call).by_token(call.path["token"], [person.id for person in call.world.people])
    if found is None:
        raise Refused(404)
    return Redirect(views.target(found, EMPLOYEE_TYPES[found.link.type], call.origin))


def confirm(call: Call) -> View:
    """POST authentication/confirm: whether somebody may join by a link."""
    sent = call.body(_CONFIRMED, "")
    room = confirm_link(call, sent.get("key") or "")
    if room:
        return room
    found = shown_with(call, sent.get("key") or "")
    return {"result": validity(found, sent.get("emplType")), "isAgent": False}


def shown_with(call: Call, key: str) -> Shown | None:
    """The link of which somebody was shown this key."""
    return rules(call).by_key(key, [person.id for person in call.world.people])


def rules(call: Call) -> Rules:
    """The rules for links."""
    return Rules(call.world.invitation_links)


def shown(call: Call, link: InvitationLink) -> View:
    """A link as the caller sees it."""
    return views.full(Shown(link, call.caller.id), EMPLOYEE_TYPES[link.type], call.origin)


def kind_in_path(call: Call) -> str:
    """The type of people that stands in a path."""
    number = binding.choice("employeeType", call.path["type"], GIVEN_TYPES)
    kind = next(name for name, value in GIVEN_TYPES.items() if value == number)
    demand_kind(kind)
    return kind


def demand_kind(kind: str) -> None:
    """Refuse types of people who cannot join by a link."""
    if kind in (GUEST, ALL):
        raise failures.bad_argument("EmployeeType")


def demand_inviter(call: Call, kind: str) -> None:
    """Refuse callers who may not invite people of a type."""
    if not may_invite(call.caller, kind):
        raise failures.access_denied()
    call.portal.demand_inviting()


def demand_seat(call: Call, kind: str) -> None:
    """Refuse links for people who could not have a seat."""
    if kind in PAID:
        call.portal.demand_seat()
