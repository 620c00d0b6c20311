"""`communetui task report`, `reopen-period` and `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.cli.table import table
from communetui.cli.task_told import as_document, row_of, step
from communetui.strings.cli_tasks import cli_tasks

if TYPE_CHECKING:
    from communedb.register import Register
    from communedb.stores.task_reports import ReportAsked
    from communetui.cli.start import Start


@command("task report")
@click.argument("code", type=TEXT)
@click.argument("period", type=TEXT, required=False)
@click.option("--text", type=TEXT, default="")
@click.option("--no-work", is_flag=True)
@click.option("--replace", is_flag=True)
@click.option("--difficulty", type=TEXT)
@click.option("--topic", type=TEXT)
@start_of
def report_one(start: Start, code: str, period: str | None, **given: Any) -> None:
    """Report a period of a task; without one, the period that is open now."""
    from communedb.desk.task_reports import report_period

    def work(register: Register, key: str) -> str:
        made = register.write(report_period, key, period or _open_period(register, key), **given)
        noted.extend([made.difficulty.code] if made.difficulty else [])
        return made.event

    noted: list[str] = []
    step(start, code, work, noted)


def _open_period(register: Register, key: str) -> str:
    from communedb.domain.task import Rhythm
    from communedb.domain.task_period import period_at
    from communedb.stores.task_rules import read_rules

    line = row_of(register, key)
    rhythm = Rhythm(line.reports) if line.reports in set(Rhythm) else Rhythm.NONE
    return period_at(rhythm, register.now(), read_rules(register.db).cut_offs)


@command("task reopen-period")
@click.argument("code", type=TEXT)
@click.argument("period_asked", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def reopen_one(start: Start, code: str, period_asked: str, reason: str) -> None:
    """Open a locked period again for one report more."""
    from communedb.desk.task_reports import reopen_period

    step(start, code, lambda r, key: r.write(reopen_period, key, period_asked, reason))


@command("task reports")
@click.option("--officer", type=TEXT)
@start_of
def list_asked(start: Start, officer: str | None) -> None:
    """List the reports of the open period that nobody has written."""
    from communedb.stores.officers import officer_names, read_officers
    from communedb.stores.task_reports import reports_asked
    from communedb.stores.task_rules import read_rules

    with opened(start) as register:
        chosen = find_officer(read_officers(register.db), officer).id if officer else None
        found = reports_asked(register.db, register.now(), read_rules(register.db), chosen)
        names = officer_names(register.db)
    document = {
        "count": len(found),
        "reports": [
            {**as_document(one.row), "period": one.due.period, "cut_off": one.due.cut_off, "within": one.within}
            for one in found
        ],
    }
    answer(start, document, lambda: _told(found, names))


def _told(found: list[ReportAsked], names: dict[str, str]) -> str:
    said = cli_tasks()
    if not found:
        return said.nothing_due
    rows = [
        (
            one.row.code,
            one.due.period,
            moment(one.due.cut_off),
            names.get(one.row.responsible, "") or one.row.responsible_name,
            one.row.title,
        )
        for one in found
    ]
    return table(said.due_heads, rows, flexible=4)
