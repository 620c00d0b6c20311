"""The working calendar: shipped holidays, what the administrator closed or opened, and the desk's sessions."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from communedb.domain.calendar import CalendarDay, DayKind, Session, WorkCalendar
from communedb.sqlite import rows
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from communedb.sqlite import Database


def read_calendar(db: Database) -> WorkCalendar:
    """The calendar as it stands: the administrator's entries lie over the shipped ones."""
    return _calendar(db, "active = 1")


def read_other_calendar(db: Database) -> WorkCalendar:
    """The calendar with every decision on an own day the other way round: closed days open, reopened ones closed.

    A promise on which both calendars agree does not hang on any day that this office ever changed.
    """
    return _calendar(db, "active = 0 AND day NOT IN (SELECT day FROM calendar_day WHERE active = 1)")


def _calendar(db: Database, own: str) -> WorkCalendar:
    days = {day.day: day for day in map(_day, rows(db, "SELECT * FROM holiday"))}
    days.update({day.day: day for day in map(_day, rows(db, f"SELECT * FROM calendar_day WHERE {own} ORDER BY id"))})
    sessions = tuple(
        Session(start=time.fromisoformat(start), end=time.fromisoformat(end))
        for start, end in (part.split("-") for part in read_setting(db, "sessions").split(","))
    )
    return WorkCalendar(days=days, sessions=sessions, saturday_morning=read_setting(db, "saturday_morning") == "yes")


def own_days(db: Database) -> list[dict[str, Any]]:
    """The days that this office entered itself, latest first, with their keys."""
    return list(rows(db, "SELECT * FROM calendar_day WHERE active = 1 ORDER BY day DESC"))


def _day(row: dict[str, Any]) -> CalendarDay:
    return CalendarDay(
        day=date.fromisoformat(row["day"]),
        kind=DayKind(row["kind"]),
        name=row["name"],
        announced=bool(row["announced"]),
        source=row["source"],
    )
