"""`communetui task import` and `task export`: plans in spreadsheets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.start import DONE, REFUSED
from communetui.cli.task_list import filter_options, filtered
from communetui.strings.cli_tasks import cli_tasks
from communetui.strings.reasons import reason_text
from communetui.strings.task_values import task_values

if TYPE_CHECKING:
    from communedb.desk.task_plan import Outcome
    from communedb.register import Register
    from communedb.task_files.reading import Plan
    from communetui.cli.start import Start

_SHOWN: Final = 40
"""Changes that people are shown before they are asked; a document lists all."""

Outcomes = dict[int, "Outcome | Refused"]


@command("task import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--map", "maps", type=TEXT, multiple=True)
@click.option("--sheet", type=TEXT)
@start_of
def import_tasks(start: Start, file: Path, dry_run: bool, yes: bool, maps: tuple[str, ...], sheet: str | None) -> int:
    """Show what a plan would change, ask, and bring it in."""
    from communedb.desk.task_plan import Tried, bring_plan, try_plan
    from communedb.domain.text import clean
    from communedb.task_files.match import parse_said
    from communedb.task_files.reading import read_plan

    plan = read_plan(file, parse_said(maps), sheet=sheet)
    source = cli_tasks().source.format(file=clean(file.name)[:200])
    with opened(start) as register:
        try:
            register.write(try_plan, plan.rows, source)
            outcomes: Outcomes = {}
        except Tried as tried:
            outcomes = tried.outcomes
        _show(start, plan, outcomes)
        if not dry_run:
            _confirm(yes)
            outcomes = register.write(bring_plan, plan.rows, source)
        rejected = _rejected(plan, outcomes)
        saved = _save_rejected(register, file, plan, rejected)
    answer(start, _document(file, plan, outcomes, (dry_run, saved)), lambda: _counted(plan, outcomes, dry_run))
    return REFUSED if rejected else DONE


@command("task export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True)
@filter_options
@start_of
def export_tasks(start: Start, file: Path, yes: bool, **wanted: Any) -> None:
    """Write the tasks that the filters leave to a CSV or XLSX file."""
    from communedb.task_files.export import export_tasks as write

    if file.exists() and not yes:
        raise Refused(Reason.TABLE_FILE_EXISTS, path=str(file))
    with opened(start) as register:
        found = filtered(register, wanted)
        count = write(register.db, file, found, task_values().status)
    answer(start, {"file": file, "tasks": count}, lambda: cli_tasks().exported.format(count=count, file=file))


def _confirm(sure: bool) -> None:
    """Ask; without a terminal and without `--yes` nothing is written."""
    if not sure and (not sys.stdin.isatty() or not click.confirm(cli_tasks().ask, default=False, err=True)):
        raise Problem("dossiers_not_confirmed")


def _show(start: Start, plan: Plan, outcomes: Outcomes) -> None:
    """How the columns are understood and what would change: for people, on either side of a document."""
    from communedb.task_files.columns import HEADINGS, Column

    said = cli_tasks()
    lines = [said.match_title.format(name=plan.name)]
    lines += [f"  {name} → {HEADINGS[Column(column)]}" for name, column in plan.matched.items() if column]
    unread = ", ".join(name[:60] for name, column in plan.matched.items() if not column)
    if unread:
        lines.append(said.unread.format(columns=unread))
    if plan.other_sheets:
        lines.append(said.sheets.format(sheet=plan.sheet, others=", ".join(plan.other_sheets)))
    lines += [said.would, _counted(plan, outcomes, dry_run=False), *_changes(outcomes)]
    text = "\n".join(lines)
    if start.as_json:
        say(text)
    else:
        answer(start, None, lambda: text)


def _changes(outcomes: Outcomes) -> list[str]:
    said, field = cli_tasks(), task_values().field
    lines = [
        said.change.format(
            code=outcome.code, field=field.get(change.field, change.field), old=change.old or "-", new=change.new or "-"
        )
        for outcome in outcomes.values()
        if not isinstance(outcome, Refused)
        for change in outcome.changes
    ]
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], said.more_changes.format(count=more)] if more > 0 else lines


def _rejected(plan: Plan, outcomes: Outcomes) -> dict[int, Refused]:
    refused = {number: outcome for number, outcome in outcomes.items() if isinstance(outcome, Refused)}
    return dict(sorted({**plan.refused, **refused}.items()))


def _save_rejected(register: Register, file: Path, plan: Plan, rejected: dict[int, Refused]) -> Path | None:
    """Write the rejected rows beside the file, or into the register's folder, and say where."""
    from communedb.tables.rejected import RejectedRow, rejected_file, write_rejected

    if not rejected:
        return None
    rows = [RejectedRow(plan.source[number], refusal) for number, refusal in rejected.items()]
    wanted = rejected_file(file)
    saved = write_rejected(wanted, register.folder, plan.names, rows, reason_text)
    said = cli_tasks()
    say((said.saved if saved == wanted else said.saved_elsewhere).format(file=saved))
    return saved


def _numbers(plan: Plan, outcomes: Outcomes) -> dict[str, int]:
    kinds = [outcome.kind.value for outcome in outcomes.values() if not isinstance(outcome, Refused)]
    told = {kind: kinds.count(kind) for kind in ("new", "updated", "unchanged")}
    return {**told, "rejected": len(_rejected(plan, outcomes))}


def _counted(plan: Plan, outcomes: Outcomes, dry_run: bool) -> str:
    said = cli_tasks()
    told = said.counted.format(name=plan.name, **_numbers(plan, outcomes))
    return f"{told}\n{said.dry_run}" if dry_run else told


def _document(file: Path, plan: Plan, outcomes: Outcomes, ran: tuple[bool, Path | None]) -> dict[str, Any]:
    dry_run, saved = ran
    numbers = _numbers(plan, outcomes)
    rejected = [
        {"row": number, "reason": refusal.reason.value, "message": reason_text(refusal)}
        for number, refusal in _rejected(plan, outcomes).items()
    ]
    return {
        "file": file,
        "columns": plan.matched,
        "dry_run": dry_run,
        "rows": len(plan.source) - plan.headings,
        "headings": plan.headings,
        **{kind: count for kind, count in numbers.items() if kind != "rejected"},
        "tasks": [
            {"row": number, "code": o.code, "kind": o.kind.value, "changes": [c._asdict() for c in o.changes]}
            for number, o in outcomes.items()
            if not isinstance(o, Refused)
        ],
        "rejected_count": numbers["rejected"],
        "rejected": rejected,
        "rejected_file": saved,
    }
