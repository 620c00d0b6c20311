"""One at a time, whichever program of this PC began: a lock file beside what it guards."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone(lock_file: Path, otherwise: Reason) -> Iterator[None]:
    """Hold a lock for as long as the body takes; taken in one thread and given back in it.

    Refused: `otherwise`, when somebody holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(lock_file)
    try:
        lock.acquire(timeout=0)
    except Timeout as fault:
        raise Refused(otherwise) from fault
    try:
        yield
    finally:
        lock.release()
