"""Answers on standard output, messages on standard error; as one JSON document or as text for people."""

from __future__ import annotations

import dataclasses
import errno
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communedb.domain.moment import utc_text
from communetui.cli.start import ReaderGone

if TYPE_CHECKING:
    from collections.abc import Callable

    from communetui.cli.start import Start

# Windows reports a closed pipe as an invalid argument.
_CLOSED = {errno.EPIPE, errno.EINVAL}


def answer(start: Start, document: object, text: Callable[[], str]) -> None:
    """Give the one answer of a command: `document` as JSON where it was asked for, else `text()`."""
    if start.as_json:
        write_json(document)
    else:
        _write(text())


def write_json(document: object) -> None:
    """Write one JSON document."""
    _write(json.dumps(document, ensure_ascii=False, indent=2, default=plain))


def say(message: str) -> None:
    """Tell people something that is not the answer: on standard error."""
    try:
        sys.stderr.write(message + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody listens; the exit code still tells.
        return


def plain(value: Any) -> Any:
    """A value as JSON has it: instants in UTC, dates as text, models and dataclasses as objects."""
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Path):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    dump = getattr(value, "model_dump", None)
    if dump is not None:
        return dump(mode="json")
    msg = f"no JSON for {type(value).__name__}"
    raise TypeError(msg)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as fault:
        if fault.errno in _CLOSED:
            raise ReaderGone from fault
        raise
