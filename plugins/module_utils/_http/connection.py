# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The options that say which portal to talk to, and as whom."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies_environment

from ansible.module_utils.common.parameters import env_fallback

from .._base.edge import check_text
from .._base.errors import OptionError
from .._base.limits import check_range
from .certificates import client_certificate, from_folder, trusted

ARGUMENT_SPEC: dict[str, Any] = {
    "base_url": {
        "type": "str",
        "required": True,
        "fallback": (env_fallback, ["DOCSPACE_BASE_URL"]),
    },
    "api_key": {
        "type": "str",
        "required": True,
        "no_log": True,
        "fallback": (env_fallback, ["DOCSPACE_API_KEY"]),
    },
    "validate_certs": {
        "type": "bool",
        "default": True,
        "fallback": (env_fallback, ["DOCSPACE_VALIDATE_CERTS"]),
    },
    "ca_path": {"type": "path"},
    "client_cert": {"type": "path"},
    "client_key": {"type": "path", "no_log": False},  # where it is, and not what it is
    "timeout": {"type": "int", "default": 30},
    "retry_for": {"type": "int", "default": 30},
}

#: Longer ones do not fit into a request.
_MAX_URL, _MAX_KEY = 2048, 4096
#: Nobody waits longer; much longer ones are too long for the system, too.
_MAX_SECONDS = 86400
#: In an address, whatever stands before the last @ and behind scheme and name, if it has them.
_CREDENTIALS = re.compile(r"(?:\w+:/*)?(?:[^:@]*:)?(.*)@", re.DOTALL)
#: The same of a proxy, behind its user's name.
_PASSWORD = re.compile(
    r"(?:{0}[^:@]*|(?!{0})[^:@]*):(.*)@".format("(?:https?|socks\\w+):/+"),
    re.DOTALL | re.IGNORECASE,
)
#: Beside the options: the folder in which relative paths begin.
_FOLDER = "_folder"
#: Of a proxy, to be hidden in results.
_MIN_PASSWORD = 8
_EXAMPLE = "such as https://portal.example.com"


@dataclass(frozen=True)
class Connection:
    """A portal's address and the credential for it, checked.

    ``verify`` is what certificates are checked with, False if they are not; ``timeout`` and
    ``retry_for`` are in seconds. ``secrets`` are those that the portal has told.
    """

    base_url: str
    credential: str = field(repr=False)
    verify: bool | str = True
    client_cert: str | None = None
    client_key: str | None = None
    timeout: int = 30
    retry_for: int = 30
    secrets: set[str] = field(default_factory=set, repr=False, compare=False)

    @classmethod
    def from_params(cls, params: dict[str, Any]) -> Connection:
        """Check a module's connection options.

        :raises OptionError: naming the option and what to do.
        """
        folder = params.get(_FOLDER, "")
        client_cert, client_key = client_certificate(
            params.get("client_cert"), params.get("client_key"), folder
        )
        return cls(
            base_url=_base_url(params["base_url"]),
            credential=_credential(params["api_key"]),
            verify=trusted(params["validate_certs"], params.get("ca_path"), folder),
            client_cert=client_cert,
            client_key=client_key,
            timeout=check_range("timeout", params["timeout"], 1, _MAX_SECONDS, " seconds"),
            retry_for=check_range("retry_for", params["retry_for"], 0, _MAX_SECONDS, " seconds"),
        )

    @property
    def has_api_key(self) -> bool:
        """Whether the credential is an API key for certain, and no person's access token."""
        return self.credential.startswith("sk-")

    def warnings(self) -> list[str]:
        """What a careful administrator would want to know about this connection."""
        found = []
        parts = urlsplit(self.base_url)
        if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
            found.append(
                "base_url: plain http sends the API key readable for everybody on the way;"
                " use https."
            )
        if self.verify is False:
            found.append(
                "validate_certs: false accepts any server as the portal and gives it the API key;"
                " for a private certificate authority use ca_path."
            )
        return found


def in_folder(params: dict[str, Any], folder: str) -> dict[str, Any]:
    """Options whose relative paths, and those of the environment, begin in a folder.

    Otherwise they begin in the one where the process is.
    """
    return {**params, _FOLDER: folder}


def absolute(params: dict[str, Any], path: str) -> str:
    """The path of another option, which begins where those of a connection do."""
    return from_folder(path, params.get(_FOLDER, ""))


def secrets(params: dict[str, Any]) -> set[str]:
    """Whatever in the connection options must never be shown, in every form it may take."""
    api_key = params.get("api_key") or ""
    words = {api_key, _without_scheme(api_key)}
    words |= _found(_CREDENTIALS, params.get("base_url") or "")
    for address in getproxies_environment().values():
        # A short one may be a part of anything that a portal has, and nothing repeats it.
        words |= {each for each in _found(_PASSWORD, address) if len(each) >= _MIN_PASSWORD}
    # Where somebody is called like a secret, a difference shows the name in quotes.
    words |= {json.dumps(word, ensure_ascii=False)[1:-1] for word in words}
    return words - {""}


def _found(secret: re.Pattern[str], address: str) -> set[str]:
    # Not by urlsplit: what is mistyped and therefore refused is shown as well.
    found = secret.match(address)
    return {found[1], unquote(found[1])} if found else set()


def _base_url(text: str) -> str:
    text = text.strip()
    check_text("base_url", text, _MAX_URL)
    if " " in text or "\\" in text or not text.isprintable():
        raise OptionError(
            "base_url", f"contains blanks or control characters; give an address {_EXAMPLE}."
        )
    if "@" in text:  # wherever it is, as a password may hold what ends a host's name
        raise OptionError(
            "base_url", f"contains credentials; use api_key for them and an address {_EXAMPLE}."
        )
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname)
        bool(parts.port)  # raises if it is no number
    except ValueError:
        raise OptionError("base_url", f"is not an address; give one {_EXAMPLE}.") from None
    if re.search("%(?![0-9a-fA-F]{2})", parts.path) or "%" in parts.netloc:
        raise OptionError("base_url", f"has a '%' that stands for nothing; give one {_EXAMPLE}.")
    if parts.scheme not in ("http", "https") or not has_host:
        raise OptionError(
            "base_url", f"must begin with https:// or http:// and a host, {_EXAMPLE}."
        )
    if parts.query or parts.fragment:
        raise OptionError(
            "base_url", f"must end before any '?' or '#'; give the portal's address {_EXAMPLE}."
        )
    return _rebuilt(parts)


def _rebuilt(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _is_loopback(host: str) -> bool:
    from ipaddress import ip_address  # only plain http asks

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _without_scheme(api_key: str) -> str:
    return re.sub(r"^bearer(\s+|$)", "", api_key.strip(), flags=re.IGNORECASE)


def _credential(api_key: str) -> str:
    check_text("api_key", api_key, _MAX_KEY)
    credential = _without_scheme(api_key)
    if not credential:
        raise OptionError("api_key", "is empty; create a key in the portal's developer tools.")
    if not re.fullmatch(r"[\x21-\x7e]+", credential):
        raise OptionError(
            "api_key", "contains blanks or characters that no key has; copy the key once more."
        )
    return credential
