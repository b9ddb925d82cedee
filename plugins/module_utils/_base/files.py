# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Files that a task writes for people to keep."""

from __future__ import annotations

import fcntl
import itertools
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, Callable

from .errors import DocSpaceError, OptionError
from .texts import printable

#: Files that people look at, by the endings of their names, and how they are written.
FORMATS = {".json": "json", ".yml": "yaml", ".yaml": "yaml"}
#: In each folder, the file that becomes another one, by one task at a time.
_CLAIMED = ".docspace-export"


def file_format(path: str) -> str:
    """How a file is written, by its ending; an empty text if it has another one."""
    return FORMATS.get(Path(path).suffix.lower(), "")


def check_path(option: str, text: str, path: str) -> None:
    """Refuse a path to which a task could not write a file.

    :param text: as the task gives it.
    :param path: from the root.
    :raises OptionError: if the ending is unknown, or the file or its folder cannot be written.
    """
    if not text.strip():
        raise OptionError(option, "is empty; give the path of a file, or leave the option out.")
    if not file_format(path):
        raise OptionError(
            option,
            f"{printable(text)} must end with {', '.join(FORMATS)}, which says how to write.",
        )
    _check_writable(option, path)


def write_file(option: str, path: str, text: str) -> str | None:
    """Write a file as a whole, for its owner's eyes only; one that is there is kept beside it.

    :returns: where the old one is kept, which has the time of its last change in its name.
    :raises DocSpaceError: if it cannot be written.
    """
    target = Path(os.path.realpath(path))
    with _told(option, path):
        handle, temporary = tempfile.mkstemp(prefix=".docspace-", dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            kept = _keep(target)
            Path(temporary).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(temporary).unlink()
            raise
    return str(kept) if kept else None


def _check_writable(option: str, path: str) -> None:
    reason = _obstacle(path)
    if reason:
        raise OptionError(option, f"{printable(path)} cannot be written: {reason}.")


def _obstacle(path: str) -> str | None:
    try:
        if "\0" in path:  # which raises at once in some releases of Python, and later in others
            return "it is no path"
        target = Path(os.path.realpath(path))
        if not target.parent.is_dir():
            return "the folder does not exist"
        if target.exists() and not target.is_file():
            return "it is no file"
        if not os.access(target.parent, os.W_OK | os.X_OK):
            return "its folder is not writable"
    except (OSError, ValueError):  # too long, or with characters that no path has
        return "it is no path"
    return None


def _keep(target: Path) -> Path | None:
    """Give a file that is there another name."""
    if not target.exists():
        return None
    changed = datetime.fromtimestamp(target.stat().st_mtime, tz=timezone.utc)
    for number in itertools.count():
        more = f"-{number}" if number else ""
        kept = target.with_name(f"{target.stem}.{changed:%Y%m%dT%H%M%SZ}{more}{target.suffix}")
        if not kept.exists():
            target.rename(kept)
            return kept
    return None


def read_file(option: str, path: str) -> bytes | None:
    """What is in a file that a task is going to write; None if there is none.

    :raises OptionError: if it cannot be read, or a task could not write it.
    """
    _check_writable(option, path)
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OptionError(
            option, f"{printable(path)} cannot be read: {error.strerror}; give another path."
        ) from None


def read_given(option: str, path: str, advice: str) -> bytes:
    """What is in a file that a task names to be read.

    :param advice: what to do if it cannot be read, in the end of a sentence.
    :raises OptionError: if there is no such file, or it cannot be read.
    """
    try:
        target = Path(path)
        reason = "it is no file" if target.exists() and not target.is_file() else None
        if not reason:
            return target.read_bytes()
    except OSError as error:
        reason = str(error.strerror)
    except ValueError:  # with characters that no path has
        reason = "it is no path"
    raise OptionError(option, f"{printable(path)} cannot be read: {reason}; {advice}.")


def replace_file(
    option: str, path: str, text: str, mode: int, check: Callable[[bytes | None], None]
) -> None:
    """Write a file as a whole; of several tasks that do so at once, each sees what others wrote.

    :param check: gets what is in the file at the last moment, and raises if that must stay.
    :raises DocSpaceError: if it cannot be written.
    """
    target = Path(os.path.realpath(path))
    claimed = target.with_name(_CLAIMED)
    with _told(option, path), _claim(claimed) as file:
        check(read_file(option, path))
        file.truncate()
        file.write(text.encode())
        file.flush()
        os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())
        claimed.replace(target)


@contextmanager
def _told(option: str, path: str) -> Iterator[None]:
    """Say of which option the file is that cannot be written."""
    try:
        yield
    except OSError as error:
        raise DocSpaceError(
            f"{option}: {printable(path)} cannot be written: {error.strerror}. Nothing was"
            " changed; give another path.",
            "file_not_written",
        ) from None


@contextmanager
def _claim(path: Path) -> Iterator[IO[bytes]]:
    """A file that one task at a time has, until it gives the file another name or fails."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                    try:
                        yield file
                    except BaseException:
                        path.unlink()
                        raise
                    return
