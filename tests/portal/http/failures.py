# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The ways in which the server refuses a request."""

from __future__ import annotations

import urllib.parse


class Failure(Exception):
    """Any refusal; `status` is the HTTP status."""

    status: int


class Refused(Failure):
    """A refusal without a body: unknown route, wrong method, missing credentials, missing scope."""

    def __init__(self, status: int, headers: dict[str, str] | None = None) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers or {}


class Invalid(Failure):
    """A request that could not be bound: 400 with the errors by field."""

    status = 400

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.errors = {field: [message]}


class UnsupportedMediaType(Failure):
    """A body that is not declared as JSON."""

    status = 415


class Forbidden(Failure):
    """A key without the scope, in a call that needs no key."""

    status = 403


class ApiError(Failure):
    """An exception inside the server, shown with its type."""

    def __init__(self, status: int, message: str, kind: str | None, hresult: int) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.kind = kind
        self.hresult = hresult


def not_found(message: str) -> ApiError:
    """There is no such thing."""
    return ApiError(404, message, "ASC.Common.Web.ItemNotFoundException", -2146233088)


def not_authorized() -> ApiError:
    """The caller lacks the right to the whole operation."""
    kind = "ASC.Common.Security.Authorizing.AuthorizingException"
    return ApiError(403, "Access denied", kind, -2146233088)


def access_denied() -> ApiError:
    """The caller may not do this to that person."""
    return ApiError(403, "Access denied", "System.Security.SecurityException", -2146233078)


def unauthorized() -> ApiError:
    """The caller may not do this for themselves."""
    return ApiError(403, "Access denied", "System.UnauthorizedAccessException", -2147024891)


def bad_argument(message: str) -> ApiError:
    """An argument that was understood but is not acceptable."""
    return ApiError(400, message, "System.ArgumentException", -2147024809)


def null_argument(name: str) -> ApiError:
    """An argument that must not be null."""
    message = f"Value cannot be null. (Parameter '{name}')"
    return ApiError(400, message, "System.ArgumentNullException", -2147467261)


def out_of_range(name: str, number: int) -> ApiError:
    """A number that cannot be."""
    message = (
        f"{name} ('{number}') must be greater than or equal to '0'. (Parameter '{name}')"
        f"\nActual value was {number}."
    )
    return ApiError(400, message, "System.ArgumentOutOfRangeException", -2146233086)


def not_among(name: str, number: int) -> ApiError:
    """A number that names nothing."""
    message = (
        "Specified argument was out of the range of valid values."
        f" (Parameter '{name}')\nActual value was {number}."
    )
    return ApiError(400, message, "System.ArgumentOutOfRangeException", -2146233086)


def no_file(message: str) -> ApiError:
    """There is no such file or folder."""
    return ApiError(404, message, "System.IO.FileNotFoundException", -2147024894)


def quota_exceeded(message: str) -> ApiError:
    """The plan does not have so much."""
    return ApiError(402, message, "ASC.Core.Tenants.TenantQuotaException", -2146233088)


def not_in_plan() -> ApiError:
    """The plan lacks an option."""
    message = "Your pricing plan does not support this option"
    return ApiError(402, message, "ASC.Core.Billing.BillingException", -2146233088)


def no_such_record() -> ApiError:
    """There is no record with this id."""
    return not_found("The record could not be found")


def invalid_operation(message: str) -> ApiError:
    """An operation that does not fit the state; the server calls this forbidden."""
    return ApiError(403, message, "System.InvalidOperationException", -2146233079)


def null_reference() -> ApiError:
    """A null that the server did not expect."""
    message = "Object reference not set to an instance of an object."
    return ApiError(500, message, "System.NullReferenceException", -2147467261)


def not_serializable() -> ApiError:
    """A value of a type that the server did not expect."""
    message = "The object or value could not be serialized. Path: $."
    return ApiError(500, message, "System.Text.Json.JsonException", -2146233088)


def not_fetched(url: str) -> ApiError:
    """The server could not fetch something from elsewhere."""
    host = urllib.parse.urlsplit(url).netloc
    kind = "System.Net.Http.HttpRequestException"
    return ApiError(500, f"Connection refused ({host})", kind, -2147467259)


def not_stored() -> ApiError:
    """The database refused a value."""
    message = (
        "An error occurred while saving the entity changes. See the inner exception for details."
    )
    return ApiError(500, message, "Microsoft.EntityFrameworkCore.DbUpdateException", -2146233088)


def bad_format(message: str, kind: str) -> ApiError:
    """A header that could not be parsed."""
    return ApiError(500, message, kind, -2146233033)


def bad_query(near: str) -> ApiError:
    """The database did not understand what the server asked."""
    message = (
        "You have an error in your SQL syntax; check the manual that corresponds to your MariaDB"
        f" server version for the right syntax to use near '{near}' at line 6"
    )
    return ApiError(500, message, "MySqlConnector.MySqlException", -2147467259)


def not_readable(message: str) -> ApiError:
    """A text that is no JSON, where the server only reads it when it is at work."""
    return ApiError(500, message, "System.Text.Json.JsonException", -2146233088)
