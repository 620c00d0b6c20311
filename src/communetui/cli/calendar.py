"""`communetui calendar`: days off, make-up days, and days that the office closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.calendar import DayKind
from communedb.domain.moment import local
from communetui.cli.faults import Problem
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.calendar import CalendarDay
    from communetui.cli.start import Start

calendar = group(
    "calendar",
    {
        "list": "communetui.cli.calendar:list_days",
        "close": "communetui.cli.calendar:close",
        "reopen": "communetui.cli.calendar:reopen",
    },
)


@command("calendar list")
@click.option("--year", type=click.IntRange(2000, 2199))
@start_of
def list_days(start: Start, year: int | None) -> None:
    """List the days of a year that are not what their weekday says; this year unless another is given."""
    with opened(start) as register:
        wanted = year or local(register.now()).year
        days = [day for _, day in sorted(register.calendar().days.items()) if day.day.year == wanted]
    answer(start, {"year": wanted, "days": [_document(day) for day in days]}, lambda: _told(days))


@command("calendar close")
@click.argument("day", type=DAY)
@click.argument("name", type=TEXT)
@click.option("--kind", type=one_of(DayKind), default=DayKind.CLOSED.value)
@start_of
def close(start: Start, day: date, name: str, kind: str) -> None:
    """Close a day for a reason, or enter a holiday or make-up day; promises made stay as they are."""
    from communedb.desk.office import close_day

    with opened(start) as register:
        done = register.write(close_day, day, name, DayKind(kind))
    document = {"id": done.entry, "day": day, "kind": kind, "name": name, "affected": done.affected}
    said = cli().day_entered.format(day=_shown(day), kind=heads().day_kinds[kind], name=name)
    answer(start, document, lambda: _with_affected(said, done.affected))


@command("calendar reopen")
@click.argument("day", type=DAY)
@start_of
def reopen(start: Start, day: date) -> None:
    """Take back the office's own latest entry for a day."""
    from communedb.desk.office import reopen_day
    from communedb.stores.calendar import own_days

    with opened(start) as register:
        found = [row["id"] for row in own_days(register.db) if row["day"] == day.isoformat()]
        if not found:
            raise Problem("calendar_day_unknown", day=_shown(day))
        done = register.write(reopen_day, max(found))
    said = cli().day_reopened.format(day=_shown(day))
    document = {"id": done.entry, "day": day, "affected": done.affected}
    answer(start, document, lambda: _with_affected(said, done.affected))


def _document(day: CalendarDay) -> dict[str, Any]:
    return {"day": day.day, "kind": day.kind, "name": day.name, "announced": day.announced, "source": day.source}


def _with_affected(said: str, affected: int) -> str:
    """What was done, and that promises which it touches stay and are listed."""
    return f"{said}\n{cli().promises_affected.format(count=affected)}" if affected else said


def _shown(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _told(days: list[CalendarDay]) -> str:
    said = heads()
    rows = [
        (
            _shown(day.day),
            said.day_kinds[day.kind],
            day.name if day.announced else f"{day.name} ({said.expected})",
            day.source,
        )
        for day in days
    ]
    return table((said.date, said.kind, said.name, said.source), rows, flexible=3)
