"""Whoever writes does so in turn, so that no two threads of a process meet in a transaction."""

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
    """Runs jobs one after the other: queued ones in a thread of its own, waited-for ones in the thread that waits."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._turn = threading.Lock()
        self._unfinished = 0
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="register-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T]) -> Future[T]:
        """Queue a job; the future holds what it returned or raised. Refused: REGISTER_CLOSED."""
        future: Future[T] = Future()
        # Together with `close`: a job behind the end of the queue would keep its caller waiting for ever.
        with self._guard:
            self._require_open()
            self._unfinished += 1
            self._jobs.put((future, job))
        return future

    def run(self, job: Callable[[], T]) -> T:
        """Do a job after all that was queued before it and return what it returns. Refused: REGISTER_CLOSED."""
        if not self._is_our_turn():
            return self.submit(job).result()
        try:
            return job()
        finally:
            self._turn.release()
            self._finished()

    def close(self) -> None:
        """Finish what is queued or under way and end the thread."""
        with self._guard:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()
        # A job in its caller's thread may still be under way.
        with self._turn:
            pass

    def _is_our_turn(self) -> bool:
        """Take the turn if nobody is before us: to hand a job to another thread and back costs a tenth of a save."""
        with self._guard:
            self._require_open()
            if self._unfinished:
                return False
            self._unfinished = 1
            # Free: it is given back before a job counts as finished.
            self._turn.acquire()
            return True

    def _finished(self) -> None:
        with self._guard:
            self._unfinished -= 1

    def _require_open(self) -> None:
        if self._closed:
            raise Refused(Reason.REGISTER_CLOSED)

    def _work(self) -> None:
        while (item := self._jobs.get()) is not None:
            with self._turn:
                _answer(*item)
            self._finished()


def _answer(future: Future[Any], job: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(job())
    except BaseException as error:
        future.set_exception(error)
