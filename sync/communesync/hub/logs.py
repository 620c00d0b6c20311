"""Structured logs: one JSON object a line on standard error, without names, addresses, texts or keys of anybody.

A station is told by the first eight digits of its public key. Of a fault its kind and the places in the program are
told, not its words, which may repeat what somebody wrote.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN_DIGITS: Final = 8
"""Digits of a public key or a digest that a log line shows."""


class Log:
    """Writes events; `write` takes a line."""

    def __init__(self, write: Callable[[str], object] | None = None) -> None:
        self._write = write or _to_standard_error

    def tell(self, event: str, **facts: str | float | None) -> None:
        """One event with its facts; those that are None are left out."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        told: dict[str, Any] = {"at": at, "event": event}
        told |= {name: value for name, value in facts.items() if value is not None}
        self._write(json.dumps(told, ensure_ascii=False))

    def fault(self, event: str, fault: BaseException, **facts: str | float | None) -> None:
        """A fault of the program: what kind, and where it came up."""
        places = traceback.extract_tb(fault.__traceback__)[-6:]
        where = " < ".join(f"{place.name}:{place.lineno}" for place in reversed(places))
        self.tell(event, fault=type(fault).__name__, where=where, **facts)


class ServerLines(logging.Handler):
    """What the server library says, as events: its level and logger; the words only of what is no fault."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.INFO)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """One line of the library."""
        if record.exc_info and record.exc_info[1] is not None:
            self._log.fault("server_fault", record.exc_info[1])
        elif record.levelno < logging.WARNING:
            self._log.tell("server", says=record.msg)
        else:
            self._log.tell("server", level=record.levelname.lower())


def _to_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
