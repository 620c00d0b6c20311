"""One thread that writes, so that no two threads of a process meet in a transaction."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_Job = tuple["Future[Any]", "Callable[[], Any]"]


class Writer:
    """Runs jobs one after the other in a thread of its own; their results come back as futures."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="register-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T]) -> Future[T]:
        """Queue a job; the future holds what it returned or raised. Refused: REGISTER_CLOSED."""
        future: Future[T] = Future()
        # Together with `close`: a job behind the end of the queue would keep its caller waiting for ever.
        with self._guard:
            if self._closed:
                raise Refused(Reason.REGISTER_CLOSED)
            self._jobs.put((future, job))
        return future

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        with self._guard:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (item := self._jobs.get()) is not None:
            future, job = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(job())
            except BaseException as error:
                future.set_exception(error)
