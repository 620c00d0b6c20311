"""`communetui report end-of-day` and `communetui backup`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.evening.told import day_lines, day_text, done_text, phones
from communetui.strings.evening import evening

if TYPE_CHECKING:
    from communedb.reports.end_of_day import EndOfDay
    from communetui.cli.start import Start


@command("report end-of-day")
@start_of
def end_of_day_report(start: Start) -> None:
    """Tell what the day came to and what it leaves to do."""
    from communedb.reports.end_of_day import end_of_day
    from communetui.exchange.unsent import unsent_lines

    with opened(start) as register:
        day = end_of_day(register.db, register.now(), register.calendar())
        day = replace(day, unsent=unsent_lines(register.db))
    answer(start, day, lambda: _told(day))


@command("backup")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@start_of
def backup(start: Start, folder: Path | None) -> None:
    """Back up into the folder that is given, that of the settings or that of the last backup."""
    from communedb.backup import back_up
    from communedb.domain.refusal import Reason, Refused
    from communedb.stores.backups import usual_folder

    with opened(start) as register:
        usual = usual_folder(register.db)
        if folder is None and not usual:
            raise Refused(Reason.BACKUP_FOLDER_NOT_CHOSEN)
        done = back_up(register, folder or Path(usual))
    answer(start, done, lambda: done_text(done))


def _told(day: EndOfDay) -> str:
    words = evening()
    parts = ["\n".join(day_lines(day))]
    lists = (
        (words.uncollected.format(count=len(day.uncollected)), words.ready, day.uncollected, False),
        (words.due_next.format(day=f"{day.next_day:%d/%m/%Y}", count=len(day.due_next)), words.due, day.due_next, True),
    )
    for title, when, lines, due in lists:
        rows = [
            (one.code, day_text(one.due_at if due else one.since), one.applicant, "; ".join(phones(one)), one.procedure)
            for one in lines
        ]
        heads = (words.code, when, words.applicant, words.phone, words.procedure)
        parts.append("\n".join([title, *([table(heads, rows, flexible=4)] if rows else [])]))
    return "\n\n".join(parts)
