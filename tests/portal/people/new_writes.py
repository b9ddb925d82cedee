# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that make accounts."""

from __future__ import annotations

import typing as t
import urllib.parse

from ..call import Call
from ..groups.rules import Rules as GroupRules
from ..http import binding, costs, failures
from ..http.envelope import Stream
from ..http.failures import Invalid, Refused
from ..http.properties import View
from ..invitation_links.reads import shown_with
from ..invitation_links.rules import VALID, validity
from ..views import full_person
from . import records
from .new_rules import New, NewRules
from .profile_rules import known_culture
from .reads import demand_address
from .records import ALL, ROOM_ADMIN, Person
from .views import new_profile, short

_DTO = "ASC.People.ApiModels.RequestDto"
_LONGEST_NAME = 255
_TYPE = binding.member_of("ASC.Core.Users.EmployeeType", records.GIVEN_TYPES)
_CONTACTS = binding.list_of(
    binding.record(f"{_DTO}.Contact", {"type": binding.text, "value": binding.text}),
    f"{_DTO}.Contact",
)
#: What may stand in a profile, for the calls that make and change one.
PROFILE = {
    **dict.fromkeys(("firstName", "lastName", "location", "comment", "files"), binding.text),
    "contacts": _CONTACTS,
    "department": binding.guids,
}
_MEMBER = binding.record(
    f"{_DTO}.MemberRequestDto",
    {
        **PROFILE,
        **dict.fromkeys(("email", "password", "passwordHash", "cultureName", "key"), binding.text),
        "type": _TYPE,
        "fromInviteLink": binding.flag,
    },
)
_INVITATIONS = binding.record(
    f"{_DTO}.InviteUsersRequestDto",
    {
        "invitations": binding.list_of(
            binding.record(f"{_DTO}.UserInvitation", {"email": binding.text, "type": _TYPE}),
            f"{_DTO}.UserInvitation",
        ),
        "culture": binding.text,
    },
)
_RESENT = binding.record(
    f"{_DTO}.UpdateMembersRequestDto", {"userIds": binding.guids, "resendAll": binding.flag}
)


def create_active(call: Call) -> View:
    """POST people/active"""
    sent = _member(call)
    person = rules(call).create(call.caller, _new(sent), _kind(sent))
    return _made(call, person, sent)


def post(call: Call) -> View:
    """POST people"""
    if call.is_anonymous:
        return _join(call)
    sent = _member(call)
    if sent.get("fromInviteLink"):
        raise failures.access_denied()
    new = _new(sent, known_culture(sent.get("cultureName")))
    return _made(call, rules(call).post(call.caller, new, _kind(sent)), sent)


def invite(call: Call) -> list[View]:
    """POST people/invite"""
    sent = call.body(_INVITATIONS, "")
    invitations = sent.get("invitations")
    if invitations is None:
        raise Invalid("Invitations", "The Invitations field is required.")
    for number, invitation in enumerate(invitations):
        demand_address(invitation.get("email"), f"Invitations[{number}].Email")
    call.work.people = costs.interpolate(costs.INVITE, len(invitations))
    wanted = [(each.get("email"), each.get("type", ALL)) for each in invitations]
    rules(call).invite(call.caller, wanted, known_culture(sent.get("culture")))
    return [short(person) for person in rules(call).awaited() if call.caller.sees(person)]


def resend(call: Call) -> Stream:
    """PUT people/invite"""
    sent = call.body(_RESENT, "")
    to_all, user_ids = sent.get("resendAll", False), sent.get("userIds")
    if user_ids is None and not to_all:
        raise failures.null_argument("source")
    people = rules(call).to_resend(call.caller, None if to_all else user_ids)
    return Stream([full_person(call.world, person) for person in people])


def rules(call: Call) -> NewRules:
    """The rules for making accounts."""
    return NewRules(call.world.people, call.portal)


def demand_lengths(sent: dict[str, t.Any], prefix: str = "") -> None:
    """Refuse names that are too long."""
    for name, field in (("firstName", "FirstName"), ("lastName", "LastName")):
        if len(sent.get(name) or "") > _LONGEST_NAME:
            limit = f"must be a string with a maximum length of {_LONGEST_NAME}."
            raise Invalid(prefix + field, f"The field {field} {limit}")


def contacts(sent: dict[str, t.Any]) -> list[dict[str, str]] | None:
    """The contacts of a body, without those that say nothing."""
    given = sent.get("contacts")
    return given and [contact for contact in given if contact.get("value")]


def set_departments(call: Call, person: Person, group_ids: list[str] | None) -> None:
    """Make somebody a member of these groups and no others, if the caller may do so."""
    if group_ids is None or not call.caller.is_admin:
        return
    groups = GroupRules(call.world.groups, call.world.people)
    for group in call.world.groups.of(person.id):
        if group.id not in group_ids:
            groups.remove_member(group, person.id)
    for group_id in group_ids:
        known = call.world.groups.find(group_id)
        if known:
            groups.add_member(known, person.id)


def fetch_photo(sent: dict[str, t.Any]) -> None:
    """Photos are elsewhere, where this server never gets to."""
    if sent.get("files"):
        raise failures.not_fetched(sent["files"])


def _join(call: Call) -> View:
    """Somebody has no account yet, and a link."""
    known = dict(urllib.parse.parse_qsl(call.confirmation))
    key, kind = known.get("key", ""), known.get("emplType", "")
    shown = shown_with(call, key)
    number = shown and records.EMPLOYEE_TYPES[shown.link.type]
    if shown is None or kind != str(number) or validity(shown, shown.link.type) != VALID:
        raise Refused(401)
    if not call.world.people.is_enabled(shown.reader):
        raise failures.ApiError(401, "account", None, 0)
    sent = _member(call)
    if not sent.get("fromInviteLink") or sent.get("key") != key or _kind(sent) != shown.link.type:
        raise failures.access_denied()
    person = rules(call).join(shown.reader, _new(sent), shown.link.type)
    call.world.invitation_links.change(shown.link, uses=shown.link.uses + 1)
    return new_profile(full_person(call.world, person))


def _member(call: Call) -> dict[str, t.Any]:
    sent: dict[str, t.Any] = call.body(_MEMBER, "")
    demand_address(sent.get("email"), "Email")
    demand_lengths(sent)
    return sent


def _kind(sent: dict[str, t.Any]) -> str:
    kind = sent.get("type", ALL)
    return ROOM_ADMIN if kind == ALL else str(kind)


def _new(sent: dict[str, t.Any], culture: str = "") -> New:
    has_hash = (sent.get("passwordHash") or "").strip()
    return New(
        sent.get("email"),
        sent.get("firstName"),
        sent.get("lastName"),
        None if has_hash else (sent.get("password") or "").strip(),
        sent.get("location") or "",
        sent.get("comment") or "",
        culture,
        contacts(sent) or [],
    )


def _made(call: Call, person: Person, sent: dict[str, t.Any]) -> View:
    call.work.people = costs.MAKE_PERSON
    set_departments(call, person, sent.get("department"))
    fetch_photo(sent)
    return new_profile(full_person(call.world, person))
