"""`communetui hub report`: the communes of a province side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communedb.domain.moment import local
from communetui.cli.kinds import DAY
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.cli.table import table
from communetui.strings.cli_hub import hub

if TYPE_CHECKING:
    from datetime import date

    from communedb.reports.by_commune import Commune
    from communetui.cli.start import Start


@command("hub report")
@click.option("--from", "since", type=DAY)
@click.option("--to", "until", type=DAY)
@click.option("--file", type=click.Path(path_type=Path))
@start_of
def report(start: Start, since: date | None, until: date | None, file: Path | None) -> None:
    """Tell what each commune received and resolved in a period, and where it stands; or write it as a table file."""
    from communedb.reports.by_commune import totals
    from communedb.tables.writing import write_table
    from communesync.hub.overview import overview

    with opened(start) as register:
        today = local(register.now()).date()
        first, last = since or until or today, until or today
        communes = overview(register, first, last)
    sums = totals(communes)
    rows = [*map(_row, communes), _sum_row(sums)]
    if file is not None:
        write_table(file, hub().heads, rows)
    document = {"from": first, "to": last, "communes": communes, "total": sums, "file": file}
    answer(start, document, lambda: hub().saved.format(file=file) if file else _told(first, last, communes, rows))


def _told(first: date, last: date, communes: list[Commune], rows: list[list[str | int]]) -> str:
    said = hub()
    silent = sum(commune.silent for commune in communes)
    head = said.period.format(
        since=f"{first:%d/%m/%Y}", until=f"{last:%d/%m/%Y}", communes=len(communes), silent=silent
    )
    return f"{head}\n\n{table(said.heads, ([str(cell) for cell in row] for row in rows), flexible=1)}"


def _row(commune: Commune) -> list[str | int]:
    said = hub()
    contact = moment(commune.last_contact) or said.never
    return [
        "" if commune.rank is None else commune.rank,
        commune.name,
        commune.received,
        commune.resolved,
        commune.resolved_late,
        commune.in_progress,
        commune.overdue,
        "" if commune.on_time is None else f"{commune.on_time:.1%}",
        f"{contact} ({said.silent})" if commune.silent and commune.last_contact else contact,
    ]


def _sum_row(sums: dict[str, int]) -> list[str | int]:
    return ["", hub().total, *(sums[name] for name in _SUMMED), "", ""]


_SUMMED = ("received", "resolved", "resolved_late", "in_progress", "overdue")
