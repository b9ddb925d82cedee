# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Folders of files that belong together, with their hashes: written whole, never over others."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .errors import DocSpaceError, OptionError
from .texts import printable

#: In each folder, the hashes of the others, as ``sha256sum -c`` reads them.
SUMS = "SHA256SUMS"
#: Of the file with the hashes of those that begin with the same name.
HASHES = ".sha256"


def read_input(option: str, path: str, most: int) -> bytes:
    """What is in a file that a task is given.

    :param most: so many bytes are read at most.
    :raises OptionError: if there is none, or it has more.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no path"
        raise OptionError(
            option, f"{printable(path)} cannot be read: {reason}; give another path."
        ) from None
    if len(content) > most:
        raise OptionError(
            option, f"{printable(path)} is larger than {most:,} bytes; give another path."
        )
    return content


def check_hash(option: str, path: str, content: bytes) -> None:
    """Refuse a file that is not as the file with hashes beside it says, if there is one.

    :raises OptionError: if it was changed since.
    """
    beside = Path(path).with_suffix(HASHES)
    try:
        lines = beside.read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return
    digest, name = hashlib.sha256(content).hexdigest(), Path(path).name
    listed = [line.split(maxsplit=1) for line in lines]
    found = [each[0] for each in listed if len(each) == 2 and each[1].lstrip("*") == name]
    if found and digest not in found:
        raise OptionError(
            option,
            f"{printable(path)} was changed since it was written: {printable(beside.name)} beside"
            " it has another hash. Give the file as it was.",
        )


def check_folder(option: str, path: str) -> Mapping[str, bytes] | None:
    """The files of a folder that a task is going to write, if it is there; None if it is not.

    :raises OptionError: if it cannot be written, or is there and was not written so.
    """
    name = printable(path)
    if not _is_path(path):
        raise OptionError(option, f"{name} cannot be written: it is no path; give another path.")
    try:
        target = Path(path)
        if not target.exists() and not target.is_symlink():
            if not target.parent.is_dir():
                raise OptionError(option, f"{name} cannot be written: its folder does not exist.")
            if not os.access(target.parent, os.W_OK | os.X_OK):
                raise OptionError(option, f"{name} cannot be written: its folder is not writable.")
            return None
        found = {each.name: each.read_bytes() for each in target.iterdir()}
    except (OSError, ValueError):
        raise OptionError(
            option, f"{name} is there and is no folder of this module; give another path."
        ) from None
    if found.get(SUMS, b"").decode("ascii", "replace") != sums(found):
        raise OptionError(
            option,
            f"{name} is there, and its files are not those that {SUMS} in it lists; give another"
            " path.",
        )
    return found


def _is_path(path: str) -> bool:
    """Whether a file could have this path, if it is not there: not too long, and without NUL."""
    if "\0" in path:  # of which some releases of Python say that it is not there
        return False
    try:
        os.lstat(path)
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    except ValueError:
        return False
    return True


def sums(files: Mapping[str, bytes]) -> str:
    """The hashes of some files, but for that of the hashes, as ``sha256sum -c`` reads them."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(files.items())
        if name != SUMS
    )


def write_folder(option: str, path: str, files: Mapping[str, bytes]) -> None:
    """Write a folder with files and their hashes as a whole, for its owner's eyes only.

    :param path: of a folder that is not there.
    :raises DocSpaceError: if it is there by now, or cannot be written.
    """
    target = Path(path)
    temporary = ""
    try:
        temporary = tempfile.mkdtemp(prefix=".docspace-", dir=target.parent)
        for name, content in {**files, SUMS: sums(files).encode()}.items():
            _write(Path(temporary, name), content)
        if target.exists():  # an empty folder would be replaced
            raise FileExistsError(None, "it is there already")
        Path(temporary).rename(target)
    except (OSError, ValueError) as error:
        if temporary:
            shutil.rmtree(temporary, ignore_errors=True)
        reason = getattr(error, "strerror", None) or "it is no path"
        raise DocSpaceError(
            f"{option}: {printable(path)} cannot be written: {reason}; give another path.",
            "file_not_written",
        ) from None


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
