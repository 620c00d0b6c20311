"""`communetui hub task`: plans given to the communes, and how far the communes are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communetui.cli.faults import Problem
from communetui.cli.hub_notice import commune
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.start import DONE, REFUSED
from communetui.cli.table import table
from communetui.strings.cli_notices import hub_notices
from communetui.strings.reasons import reason_text
from communetui.strings.task_values import task_values

if TYPE_CHECKING:
    from communedb.domain.refusal import Refused
    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communedb.task_files.reading import Plan
    from communesync.hub.tasks import Given
    from communetui.cli.start import Start

task = group(
    "hub task",
    {
        "import": "communetui.cli.hub_task:import_plan",
        "list": "communetui.cli.hub_task:list_given",
        "void": "communetui.cli.hub_task:void",
    },
)

_KINDS = ("new", "updated", "unchanged")


@command("hub task import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", type=TEXT, multiple=True, required=True)
@click.option("--sheet", type=TEXT)
@click.option("--dry-run", is_flag=True)
@click.option("--yes", is_flag=True)
@start_of
def import_plan(start: Start, file: Path, to: tuple[str, ...], sheet: str | None, dry_run: bool, yes: bool) -> int:
    """Show what a plan would give to each commune, ask, and write it."""
    from communedb.domain.text import clean
    from communedb.task_files.reading import read_plan
    from communesync.hub.tasks import give

    plan, source = read_plan(file, sheet=sheet), clean(file.name)[:200]
    with opened(start) as register:
        units = [commune(register, one) for one in to]
        given = give(register, plan.rows, source, units, dry_run=True)
        names = _names(register)
        if not dry_run:
            _confirm(_given_text(plan, given, names), yes)
            given = give(register, plan.rows, source, units)
        rejected = _rejected(plan, given)
        saved = _save_rejected(register, file, plan, rejected)
    document = {
        "file": file,
        "dry_run": dry_run,
        "communes": [{"unit": one.unit, **{kind: one.count(kind) for kind in _KINDS}} for one in given],
        "rejected": [{"row": number, "message": reason_text(refusal)} for number, refusal in rejected.items()],
        "rejected_file": saved,
    }
    said = hub_notices()
    done = said.tried if dry_run else said.given
    answer(start, document, lambda: f"{_given_text(plan, given, names)}\n{done}")
    return REFUSED if rejected else DONE


@command("hub task list")
@click.option("--commune", "at", type=TEXT)
@start_of
def list_given(start: Start, at: str | None) -> None:
    """Tell how far the communes are with what they were given."""
    from communesync.hub.tasks import given_tasks

    with opened(start) as register:
        unit = commune(register, at) if at else None
        found, names = given_tasks(register, unit), _names(register)
    answer(start, [_document(one) for one in found], lambda: _listed(found, names))


@command("hub task void")
@click.argument("code", type=TEXT)
@click.option("--to", type=TEXT, required=True)
@click.option("--reason", type=TEXT, default="")
@start_of
def void(start: Start, code: str, to: str, reason: str) -> None:
    """Void a task that was given to a commune."""
    from communesync.hub.tasks import void_given
    from communetui.cli.task_told import row_of

    with opened(start) as register:
        unit = commune(register, to)
        key, event = void_given(register, unit, code, reason)
        line, names = row_of(register, key), _names(register)
    told = hub_notices().task_voided.format(code=line.code, to=names.get(unit, unit))
    answer(start, {**_document(line), "task": key, "event": event, "voided": line.voided}, lambda: told)


def _names(register: Register) -> dict[str, str]:
    from communedb.stores.units import known_units

    return {unit.code: unit.name for unit in known_units(register.db)}


def _confirm(told: str, sure: bool) -> None:
    """Ask; without a terminal and without `--yes` nothing is written."""
    say(told)
    if not sure and (not sys.stdin.isatty() or not click.confirm(hub_notices().ask, default=False, err=True)):
        raise Problem("dossiers_not_confirmed")


def _rejected(plan: Plan, given: list[Given]) -> dict[int, Refused]:
    """The rows that could not be understood, or that one of the communes could not be given."""
    found = dict(plan.refused)
    for one in given:
        found |= one.refused
    return dict(sorted(found.items()))


def _save_rejected(register: Register, file: Path, plan: Plan, rejected: dict[int, Refused]) -> Path | None:
    from communedb.tables.rejected import RejectedRow, rejected_file, write_rejected

    if not rejected:
        return None
    rows = [RejectedRow(plan.source[number], refusal) for number, refusal in rejected.items()]
    saved = write_rejected(rejected_file(file), register.folder, plan.names, rows, reason_text)
    say(hub_notices().rejected_saved.format(file=saved))
    return saved


def _given_text(plan: Plan, given: list[Given], names: dict[str, str]) -> str:
    rows = [
        (names.get(one.unit, one.unit), *(str(one.count(kind)) for kind in _KINDS), str(len(one.refused)))
        for one in given
    ]
    lines = [table(hub_notices().given_heads, rows)]
    if plan.refused:
        lines.append(hub_notices().not_understood.format(count=len(plan.refused)))
    return "\n".join(lines)


def _listed(found: list[TaskRow], names: dict[str, str]) -> str:
    said = hub_notices()
    rows = [
        (
            names.get(one.scope, one.scope),
            one.code,
            one.title,
            task_values().status[one.status.value],
            f"{one.percent} %",
            f"{one.due_on:%d/%m/%Y}" if one.due_on else "",
            "!" if one.red else "",
        )
        for one in found
    ]
    return table(said.task_heads, rows, flexible=2) if rows else said.no_tasks


def _document(one: TaskRow) -> dict[str, Any]:
    names = ("scope", "code", "title", "due_on", "first_due_on", "completed_on", "percent", "responsible_name")
    return {**{name: getattr(one, name) for name in names}, "status": one.status.value, "red": one.red}
