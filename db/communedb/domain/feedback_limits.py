"""The time limits of feedback, by the deadline engine of dossiers (Decision 766/QĐ-TTg, indicators 5.1 to 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.domain.deadlines import Due, LimitUnit, TimeLimit, due, resume

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.calendar import WorkCalendar

REFUSE: Final = TimeLimit(amount=2, unit=LimitUnit.WORKING_DAY)
ASK_MORE: Final = TimeLimit(amount=5, unit=LimitUnit.WORKING_DAY)
HANDLE: Final = TimeLimit(amount=15, unit=LimitUnit.WORKING_DAY)
PUBLISH: Final = TimeLimit(amount=2, unit=LimitUnit.WORKING_DAY)


class Promises(NamedTuple):
    """Until when feedback is refused, more is asked for, and it is answered."""

    refuse: Due
    ask_more: Due
    handle: Due


def promises(received: datetime, calendar: WorkCalendar) -> Promises:
    """The limits of feedback received (or reopened) at this moment."""
    return Promises(*(due(received, limit, calendar) for limit in (REFUSE, ASK_MORE, HANDLE)))


def publish_by(answered: datetime, calendar: WorkCalendar) -> Due:
    """Until when an answer given at this moment is published."""
    return due(answered, PUBLISH, calendar)


def handle_after_wait(promised: Due, asked: datetime, came: datetime, calendar: WorkCalendar) -> Due:
    """Until when to answer once what was asked for has come; no time has passed where a clock was set back."""
    return resume(promised, asked, max(came, asked), HANDLE, calendar)
