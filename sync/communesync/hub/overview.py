"""The hub's view of its province for a period: the report by commune with what the hub knows of their contacts."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from communedb.domain.moment import VIETNAM, local
from communedb.reports.by_commune import Commune, by_commune
from communesync.hub.state import contacts
from communesync.keys.keyring import Keyring

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.calendar import WorkCalendar
    from communedb.register import Register

_LONGEST_CLOSURE = 30
"""Days: Tết is the longest time without a working day."""


def overview(register: Register, since: date, until: date) -> list[Commune]:
    """Every commune of the province; silent is who was not heard of since the working day before today began.

    Refused: PERIOD_REVERSED.
    """
    db, now = register.db, register.now()
    quiet_since = datetime.combine(_working_day_before(register.calendar(), local(now).date()), time(), VIETNAM)
    return by_commune(db, since, until, now, silent_since=quiet_since, contacts=contacts(db, Keyring.load(db)))


def _working_day_before(calendar: WorkCalendar, today: date) -> date:
    before = (today - timedelta(days=back) for back in range(1, _LONGEST_CLOSURE))
    return next((day for day in before if calendar.is_working_day(day)), today - timedelta(days=_LONGEST_CLOSURE))
