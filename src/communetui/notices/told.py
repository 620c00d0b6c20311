"""A notice in words, the same on the screen and at the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communedb.domain.moment import local, parse_utc
from communetui.strings.notices import notices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.stores.notices import Notice, Reader


def day_text(day: str | None) -> str:
    """A day of the register as people read it; what is none stays as it is, nothing for None."""
    found = typed_day(day or "")
    return f"{found:%d/%m/%Y}" if isinstance(found, date) else found


def typed_day(day: str) -> date | str:
    """A day of the register as a date; what is none stays as it is."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return day


def kind_text(kind: str) -> str:
    """The name of a kind; one that is not known here stays as it is."""
    return notices().kinds.get(kind, kind)


def facts(notice: Notice, task: str | None = None) -> list[tuple[str, str]]:
    """What stands above the text of a notice: name and value; a value may be empty."""
    said = notices()
    found = [
        (said.kind, kind_text(notice.kind)),
        (said.number, notice.number),
        (said.subject, notice.title),
        (said.issued_by, notice.issued_by),
        (said.issued_on, day_text(notice.issued_on)),
        (said.due_on, day_text(notice.due_on)),
    ]
    if not notice.active:
        found.append(("!", said.withdrawn_why.format(reason=notice.withdrawn_reason or "-")))
    if task is not None:
        found.append(("*", said.task_made.format(code=task)))
    return found


def readers_text(readers: Sequence[Reader]) -> str:
    """Who has read it and when, and who has not: one line each."""
    said = notices()
    done = [f"{one.name} ({at_text(one.read_at)})" for one in readers if one.read_at]
    waits = [one.name for one in readers if not one.read_at]
    lines = [said.readers.format(read=len(done), count=len(readers), names=", ".join(done)).rstrip(" :")]
    if waits:
        lines.append(said.not_read.format(names=", ".join(waits)))
    return "\n".join(lines)


def at_text(read_at: str) -> str:
    """When it was read, on the clock of the desk: `08:05 23/11`; what is no instant stays as it is."""
    try:
        return f"{local(parse_utc(read_at)):%H:%M %d/%m}"
    except (ValueError, OverflowError):
        return read_at
