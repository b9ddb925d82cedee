# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls that change what stands in a profile."""

from __future__ import annotations

import typing as t

from ..call import Call
from ..http import binding, failures, guid
from ..http.failures import Refused
from ..http.properties import View
from ..views import full_person
from .new_writes import PROFILE, contacts, demand_lengths, fetch_photo, set_departments
from .profile_rules import ProfileRules
from .reads import demand_address, named_in_path
from .records import Person
from .state import not_found

_DTO = "ASC.People.ApiModels.RequestDto"
_MEMBER = binding.record(
    f"{_DTO}.UpdateMemberRequestDto",
    {**PROFILE, "disable": binding.truth, "isUser": binding.truth},
)
_EMAIL = binding.record(
    f"{_DTO}.UpdateMemberRequestDto", {"userId": binding.text, "email": binding.text}
)
_PASSWORD = binding.record(f"{_DTO}.EmailMemberRequestDto", {"email": binding.text})
_CULTURE = binding.record(f"{_DTO}.CultureRequestDto", {"cultureName": binding.text})


def change(call: Call) -> View:
    """PUT people/{id or user name}: of others the status and being a guest only."""
    sent = call.body(_MEMBER, "UpdateMember")
    demand_lengths(sent, "UpdateMember.")
    person = _named(call)
    rules = _rules(call)
    rules.demand_editor(person)
    if person is not call.caller:
        rules.switch(person, sent.get("disable"), sent.get("isUser"))
        return full_person(call.world, person)
    before = person.contacts
    rules.change_own({**sent, "contacts": contacts(sent)})
    set_departments(call, person, sent.get("department"))
    fetch_photo(sent)
    # The answer still has the contacts of which nothing was left.
    shown = {} if person.contacts or not before else {"contacts": before}
    return {**full_person(call.world, person), **shown}


def change_email(call: Call) -> str:
    """POST people/email"""
    sent = call.body(_EMAIL, "")
    email = sent.get("email")
    demand_address(email, "Email")
    person_id = guid.parse(sent.get("userId") or "")
    if person_id in (None, guid.ZERO):
        raise failures.null_argument("UserId")
    if email is None:
        raise failures.bad_argument("Email field is empty")
    _rules(call).change_email(call.world.people.get(person_id or ""), email.strip())
    return "The email change instructions have been successfully sent"


def mail_password(call: Call) -> str:
    """POST people/password"""
    email = call.body(_PASSWORD, "").get("email")
    demand_address(email, "Email")
    if email is None:
        raise failures.bad_argument("Email field is empty")
    if call.is_anonymous:
        instruction = "the password change instruction has been sent to this email address."
        return f"If a user with the {email} email exists, {instruction}"
    _rules(call).demand_password_mail(email)
    return f"The password change instruction has been sent to {email} email address."


def change_culture(call: Call) -> View:
    """PUT people/{id or user name}/culture"""
    sent = call.body(_CULTURE, "Culture")
    person = _named(call)
    _rules(call).change_culture(person, sent.get("cultureName") or "")
    return full_person(call.world, person)


def mail_deletion(call: Call) -> str:
    """PUT people/self/delete"""
    email = call.caller.email
    return f"Instructions to disable your profile has been sent to <b>{email}</b> email address"


def confirm(_call: Call) -> t.NoReturn:
    """Calls that want a link out of a mail, where a key does not count."""
    raise Refused(403)


def delete_self(_call: Call) -> t.NoReturn:
    """DELETE people/@self: wants a link out of a mail, too."""
    raise Refused(401)


def _rules(call: Call) -> ProfileRules:
    return ProfileRules(call.caller, call.world.people, call.portal)


def _named(call: Call) -> Person:
    person = named_in_path(call)
    if person is None:
        raise not_found()
    return person
