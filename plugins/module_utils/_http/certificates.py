# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The files that say whom to trust, and who asks, checked before the first request."""

from __future__ import annotations

import os
from pathlib import Path

from .._base.errors import OptionError
from .._base.texts import printable

#: What names CA certificates in the environment; the first that is set counts, as for requests.
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def trusted(validate_certs: bool, ca_path: str | None, folder: str) -> bool | str:
    """What to check the portal's certificate with; False, and nothing like it, is not at all.

    :param folder: where a relative path begins.
    """
    unchecked = validate_certs is False
    if ca_path is None:
        bundle = next(filter(None, map(os.environ.get, _BUNDLES)), None)
        return False if unchecked else bundle is None or from_folder(bundle, folder)
    if unchecked:
        raise OptionError("ca_path", "has no effect with validate_certs false; drop one of them.")
    return _existing("ca_path", ca_path, folder, "a file or folder of CA certificates")


def client_certificate(
    cert: str | None, key: str | None, folder: str
) -> tuple[str | None, str | None]:
    """The paths of a certificate to show, and of its key if that is in a file of its own.

    :param folder: where a relative path begins.
    """
    if cert is None:
        if key is not None:
            raise OptionError("client_key", "has no effect without client_cert; give both.")
        return None, None
    cert = _existing("client_cert", cert, folder, "a PEM file with a certificate")
    if key is not None:
        key = _existing("client_key", key, folder, "the PEM file with the key of client_cert")
    _check_pair(cert, key)
    return cert, key


def _check_pair(cert: str, key: str | None) -> None:
    import ssl  # most tasks have none

    holds_key = "client_cert" if key is None else "client_key"

    def password() -> str:
        # Without this, OpenSSL would ask at the terminal.
        raise OptionError(
            holds_key,
            f"the key in {printable(key or cert)} is encrypted; give one without a passphrase that"
            " only its owner can read.",
        )

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(cert, key, password)
    except ssl.SSLError:
        raise OptionError(
            "client_cert",
            f"{printable(cert)} is no certificate in PEM format"
            + (" with its key; give the key in client_key." if key is None else
               f", or the key in {printable(key)} is not the one that belongs to it."),
        ) from None  # fmt: skip
    except OSError as error:
        raise OptionError(
            "client_cert",
            f"{printable(cert)}{'' if key is None else f' or {printable(key)}'} cannot be read:"
            f" {error.strerror}; give files that this user may read.",
        ) from None


def _existing(option: str, path: str, folder: str, wanted: str) -> str:
    if not path.strip():  # as of a variable that is not set
        raise OptionError(option, f"is empty; give {wanted}, or leave the option out.")
    path = from_folder(path, folder)
    try:
        exists = Path(path).exists()
    except (OSError, ValueError):  # too long, or with characters that no path has
        exists = False
    if not exists:
        raise OptionError(option, f"{printable(path)} does not exist; give {wanted}.")
    return path


def from_folder(path: str, folder: str) -> str:
    """A path from the root; a relative one begins in a folder, which may be relative itself."""
    return str(Path.cwd() / folder / path)
