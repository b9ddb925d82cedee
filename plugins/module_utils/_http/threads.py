# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Threads for what is done side by side."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Any, Callable

#: Told how many are done, about each second.
Tell = Callable[[int], object]
#: In seconds: a signal that the system gives to another thread ends no wait. What it is to do,
#: such as ending the task, is done when the main thread wakes.
_PATIENCE = 0.25


class Threads:
    """Threads that wait for work; starting one costs as much as some requests.

    They are daemons, so that no process has to wait for one that hears nothing from a portal.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._started = 0
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def results(
        self, function: Callable[[Any], Any], items: Sequence[Any], tell: Tell | None = None
    ) -> list[Any]:
        """``function`` of every item, in order.

        After a failure, no further item is begun, and those that are go on to their end. Only what
        ends a task from outside, such as Ansible's alarm, leaves them alone.
        """
        batch = _Batch(function, items, min(self._number, len(items)))
        for _thread in range(batch.threads):
            self._work.put(batch.run)
        for _thread in range(batch.threads - self._started):
            threading.Thread(target=self._serve, daemon=True).start()
            self._started += 1
        try:
            while not batch.ended.wait(_PATIENCE):
                if tell:
                    tell(len(batch.done))
        except BaseException:
            batch.stopped = True
            raise
        if batch.failures:
            raise batch.failures[min(batch.failures)]
        return [batch.done[index] for index in range(len(items))]

    def end(self) -> None:
        """Have the threads end as soon as they have nothing to do."""
        for _thread in range(self._started):
            self._work.put(None)
        self._started = 0

    def _serve(self) -> None:
        while run := self._work.get():
            run()


class _Batch:
    """The items of one call, and what became of them."""

    def __init__(self, function: Callable[[Any], Any], items: Sequence[Any], threads: int) -> None:
        self._function = function
        self._todo = iter(enumerate(items))
        self._lock = threading.Lock()
        self._running = threads
        self.threads = threads
        self.done: dict[int, Any] = {}
        self.failures: dict[int, BaseException] = {}
        self.stopped = False
        self.ended = threading.Event()

    def run(self) -> None:
        """Do one item after the other, as long as there is any."""
        while each := self._next():
            index, item = tuple(each)
            try:
                self.done[index] = self._function(item)
            except BaseException as error:  # noqa: BLE001  # for the thread that waits
                self.failures[index] = error

    def _next(self) -> tuple[int, Any] | None:
        with self._lock:
            each = None if self.stopped or self.failures else next(self._todo, None)
            if each is None:
                self._running -= 1
                if not self._running:
                    self.ended.set()
            return each
