"""`communetui catalogue import` and `export`: the catalogue as a file that an office edits in a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communedb.domain.moment import local
from communedb.domain.officer import Role, holds
from communedb.domain.refusal import Reason, Refused
from communetui.cli.faults import Problem
from communetui.cli.kinds import DAY, TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.start import DONE, REFUSED
from communetui.strings.catalogue_files import catalogue_files
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from datetime import date

    from communedb.catalogue_files import Plan
    from communedb.register import Register
    from communetui.cli.start import Start

_FILE = click.Path(path_type=Path)


@command("catalogue import")
@click.argument("file", type=_FILE)
@click.option("--dry-run", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--valid-from", "begins", type=DAY)
@click.option("--sheet", type=TEXT)
@start_of
def import_command(start: Start, file: Path, dry_run: bool, yes: bool, begins: date | None, sheet: str | None) -> int:
    """Show what a file would change in the catalogue, ask, and write it."""
    from communedb.catalogue_files import apply_plan, read_plan
    from communedb.journal.pen import shown_now
    from communetui.cli.catalogue_plan import plan_document, plan_text

    said = catalogue_files()
    with opened(start) as register:
        _require_administrator(register)
        day = begins or local(register.now()).date()
        # Before the catalogue is read: what another station brings while the officer reads the plan is not overwritten.
        shown = shown_now(register.db)
        plan = read_plan(register.db, file, day, sheet=sheet)
        if not (start.as_json and (yes or dry_run)):
            _show(start, plan_text(plan, file.name))
        saved = _save_rejected(register, plan, file)
        written = 0
        if plan.changes_something and not dry_run:
            _confirm(yes)
            written = register.write_as_shown(shown, apply_plan, plan)
    document = {"file": file, "valid_from": day, "dry_run": dry_run, "written": written, **plan_document(plan)}
    done = said.written.format(count=written) if written else said.nothing
    would = said.dry_run if plan.changes_something else said.nothing
    answer(start, {**document, "rejected_file": saved}, lambda: would if dry_run else done)
    return REFUSED if plan.rejected else DONE


@command("catalogue export")
@click.argument("file", type=_FILE)
@click.option("--on", "day", type=DAY)
@click.option("--yes", is_flag=True)
@start_of
def export_command(start: Start, file: Path, day: date | None, yes: bool) -> None:
    """Write the procedures that hold on a day, today unless another is given, to a CSV or XLSX file."""
    from communedb.catalogue_files import export_catalogue

    if file.exists() and not yes:
        raise Refused(Reason.TABLE_FILE_EXISTS, path=str(file))
    with opened(start) as register:
        wanted = day or local(register.now()).date()
        count = export_catalogue(register.db, file, wanted)
    told = catalogue_files().exported.format(count=count, file=file)
    answer(start, {"file": file, "on": wanted, "procedures": count}, lambda: told)


def _require_administrator(register: Register) -> None:
    """Say no before anything is read; the register itself says it once more when it writes."""
    needed = frozenset({Role.ADMINISTRATOR})
    if not holds(register.officer.roles, needed):
        raise Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(needed))


def _show(start: Start, text: str) -> None:
    """The plan belongs to the answer for people; a program's answer is one document, so people read it beside that."""
    if start.as_json:
        say(text)
    else:
        answer(start, None, lambda: text)


def _confirm(yes: bool) -> None:
    """Ask; without a terminal and without `--yes` nothing is written."""
    if yes:
        return
    if not sys.stdin.isatty() or not click.confirm(catalogue_files().ask, default=False, err=True):
        raise Problem("import_not_confirmed")


def _save_rejected(register: Register, plan: Plan, file: Path) -> Path | None:
    """Write the rejected rows beside the file, or into the register's folder, and say where."""
    from communedb.catalogue_files import rejected_file, write_rejected

    if not plan.rejected:
        return None
    wanted = rejected_file(file)
    saved = write_rejected(wanted, register.folder, plan.names, plan.rejected, reason_text)
    said = catalogue_files()
    say((said.saved if saved == wanted else said.saved_elsewhere).format(file=saved))
    return saved
