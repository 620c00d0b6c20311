"""Late entry: what was received on paper while nothing could be entered, with its real time and the reason."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from communedb.domain.day import parse_clock, parse_day
from communedb.domain.moment import VIETNAM, local
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communetui.intake.state import FormState


class LateEntry(NamedTuple):
    """What the part of a late entry says; `code` is that of a handwritten receipt, None without one."""

    received_at: datetime
    reason: str
    code: str | None


def read_late(form: FormState, today: date) -> LateEntry | None:
    """The late entry that the form holds, None for one that is received now; a refusal names the `field`."""
    if not form.late:
        return None
    day, clock = late_day(form, today), late_clock(form)
    if not clean(form.late_reason):
        raise Refused(Reason.LATE_ENTRY_LACKS_REASON, field="late_reason")
    return LateEntry(datetime.combine(day, clock, VIETNAM), form.late_reason, clean(form.late_code) or None)


def late_day(form: FormState, today: date) -> date:
    """The real day of reception, today if none is typed; a future one is refused at its field."""
    with _at("late_day"):
        day = parse_day(form.late_day, today) if form.late_day.strip() else today
        if day > today:
            raise Refused(Reason.RECEPTION_IN_FUTURE, received=day)
        return day


def late_clock(form: FormState) -> time:
    """The real time of reception."""
    with _at("late_time"):
        if not form.late_time.strip():
            raise Refused(Reason.LATE_ENTRY_LACKS_TIME)
        return parse_clock(form.late_time)


def reception_of(form: FormState, now: datetime) -> datetime:
    """From when the promise runs: the real time of a late entry as far as it can be read, else now."""
    try:
        late = read_late(form.model_copy(update={"late_reason": "-"}), local(now).date()) if form.late else None
    except Refused:
        return now
    return late.received_at if late is not None else now


@contextmanager
def _at(field: str) -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise Refused(refusal.reason, **refusal.facts | {"field": field}) from refusal
