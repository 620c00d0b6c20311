"""`communetui import dossiers` and `export dossiers`: books in spreadsheets, exports of other systems."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communetui.cli.dossier_list import dossier_filter, filter_options
from communetui.cli.faults import Problem, error_of
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, group, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer, say
from communetui.cli.start import DONE, REFUSED, STOPPED
from communetui.strings.dossier_files import dossier_files
from communetui.strings.reasons import reason_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communedb.desk.bring_update import Source
    from communedb.dossier_files import DossierFile, Tally
    from communedb.register import Register
    from communetui.cli.start import Start

_FILE = click.Path(path_type=Path)
_TOLD = 1_000
"""Rejected rows that a document lists; all of them are in the file of rejected rows."""

import_group = group("import", {"dossiers": "communetui.cli.dossier_files:import_dossiers"})
export_group = group(
    "export",
    {
        "dossiers": "communetui.cli.dossier_files:export_dossiers",
        "open-data": "communetui.cli.open_data:export_open_data",
    },
)


@dataclass
class _Run:
    """One import as it was asked for, and how it went."""

    file: Path
    sheet: str | None
    said: dict[str, str]
    dry_run: bool
    problem: Refused | None = None
    interrupted: bool = False


@command("import dossiers")
@click.argument("file", type=_FILE)
@click.option("--dry-run", is_flag=True)
@click.option("--yes", is_flag=True)
@click.option("--map", "maps", type=TEXT, multiple=True)
@click.option("--match", "match", type=TEXT)
@click.option("--save-match", "save_as", type=TEXT)
@click.option("--system", type=TEXT)
@click.option("--sheet", type=TEXT)
@start_of
def import_dossiers(
    start: Start, file: Path, dry_run: bool, yes: bool, maps: tuple[str, ...], match: str | None, **more: Any
) -> int:
    """Show how the columns are understood, ask, and bring the rows in."""
    from communedb.dossier_files import Tally, open_dossiers, parse_said, require_headings
    from communedb.stores.column_matches import read_match

    given = parse_said(maps)
    with opened(start) as register:
        _require_reception(register)
        said = (read_match(register.db, match) if match else {}) | given
        run = _Run(file, more["sheet"], said, dry_run)
        tally = Tally()
        with open_dossiers(file, said, sheet=run.sheet) as opened_file:
            require_headings(opened_file.headed, given)
            matched = _matched(opened_file)
            _show(start, _match_text(opened_file, matched))
            _confirm(dry_run or yes)
            if more["save_as"]:
                _save_match(register, more["save_as"], said | {name: field for name, field in matched.items() if field})
            _bring(register, opened_file, _source(run, more["system"]), tally, run)
        saved = _save_rejected(register, run, tally)
    answer(start, _document(run, matched, tally, saved), lambda: _told(run, tally))
    if run.problem is not None:
        say(reason_text(run.problem))
    if run.interrupted:
        return STOPPED
    return REFUSED if tally.rejected or run.problem else DONE


@command("export dossiers")
@click.argument("file", type=_FILE)
@click.option("--yes", is_flag=True)
@filter_options
@start_of
def export_dossiers(start: Start, file: Path, yes: bool, **wanted: Any) -> None:
    """Write the dossiers that the filters leave to a CSV or XLSX file."""
    from communedb.dossier_files import export_dossiers as write

    if file.exists() and not yes:
        raise Refused(Reason.TABLE_FILE_EXISTS, path=str(file))
    with opened(start) as register:
        count = write(register, file, dossier_filter(register, wanted))
    told = dossier_files().exported.format(count=count, file=file)
    answer(start, {"file": file, "dossiers": count}, lambda: told)


def _require_reception(register: Register) -> None:
    """Say no before anything is read; the register itself says it once more when it writes."""
    from communedb.domain.event import EventKind
    from communedb.domain.workflow import STEPS

    needed = STEPS[EventKind.RECEIVED].roles
    if not holds(register.officer.roles, needed):
        raise Refused(Reason.ROLE_NOT_ALLOWED, roles=", ".join(sorted(needed)))


def _source(run: _Run, system: str | None) -> Source:
    from communedb.desk.bring_update import Source
    from communedb.domain.text import clean
    from communedb.dossier_files import UNNAMED_SYSTEM

    said = dossier_files()
    name = clean(run.file.name)[:200]
    return Source(name, clean(system or "", 200) or UNNAMED_SYSTEM, said.reason.format(file=name))


def _matched(file: DossierFile) -> dict[str, str]:
    """Each heading of the file and the field that it is read as; an empty one is not read."""
    by_place = {place: column.value for column, place in file.headed.places.items()}
    return {name: by_place.get(place, "") for place, name in enumerate(file.headed.names) if name}


def _match_text(file: DossierFile, matched: dict[str, str]) -> str:
    from communedb.domain.text import clean
    from communedb.dossier_files import HEADINGS, Column

    said = dossier_files()
    lines = [said.match_title.format(name=file.table.name)]
    lines += [f"  {clean(name)} → {HEADINGS[Column(field)]}" for name, field in matched.items() if field]
    unread = ", ".join(clean(name)[:60] for name, field in matched.items() if not field)
    if unread:
        lines.append(said.unread.format(columns=unread))
    if file.table.other_sheets:
        lines.append(said.sheets.format(sheet=file.table.sheet, others=", ".join(file.table.other_sheets)))
    return "\n".join(lines)


def _show(start: Start, text: str) -> None:
    """The match is for people; a program's answer is one document."""
    if start.as_json:
        say(text)
    else:
        answer(start, None, lambda: text)


def _confirm(sure: bool) -> None:
    """Ask; without a terminal and without `--yes` nothing is written."""
    if not sure and (not sys.stdin.isatty() or not click.confirm(dossier_files().ask, default=False, err=True)):
        raise Problem("dossiers_not_confirmed")


def _save_match(register: Register, name: str, said: dict[str, str]) -> None:
    from communedb.desk.column_matches import save_match
    from communedb.tables.headings import heading_key

    register.write(save_match, name, {heading_key(heading): field for heading, field in said.items()})
    say(dossier_files().match_saved.format(name=name))


def _bring(register: Register, file: DossierFile, source: Source, tally: Tally, run: _Run) -> None:
    """Bring the rows in; Ctrl+C ends it after the batch under way, a fault of the file where it stands."""
    from communedb.dossier_files import bring_file

    try:
        with _asked_to_stop() as asked, _progress(file.rows) as advance:
            for rows in bring_file(register, file, source, tally, dry_run=run.dry_run):
                advance(rows)
                if asked.is_set():
                    run.interrupted = True
                    break
    except Refused as refusal:
        run.problem = refusal


@contextmanager
def _asked_to_stop() -> Iterator[Event]:
    """Set by Ctrl+C, so that no batch is cut between its save and its count; a second Ctrl+C ends at once."""
    asked = Event()

    def stop(*_: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress(length: int) -> Iterator[Callable[[int], object]]:
    """A bar with the time that is left, on standard error, where somebody looks at it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=length, label=dossier_files().progress, file=sys.stderr, show_pos=True) as bar:
        yield bar.update


def _save_rejected(register: Register, run: _Run, tally: Tally) -> Path | None:
    """Write the rejected rows beside the file, or into the register's folder, and say where."""
    from communedb.dossier_files import RejectedRows
    from communedb.tables.rejected import rejected_file, write_rejected

    if not tally.rejected:
        return None
    rows = RejectedRows(run.file, run.said, run.sheet, tally.rejected)
    wanted = rejected_file(run.file)
    saved = write_rejected(wanted, register.folder, rows.names, rows, reason_text)
    said = dossier_files()
    say((said.saved if saved == wanted else said.saved_elsewhere).format(file=saved))
    return saved


def _document(run: _Run, matched: dict[str, str], tally: Tally, saved: Path | None) -> dict[str, Any]:
    rejected = [
        {"row": number, "reason": refusal.reason.value, "message": reason_text(refusal)}
        for number, refusal in list(tally.rejected.items())[:_TOLD]
    ]
    return {
        "file": run.file,
        "columns": matched,
        "dry_run": run.dry_run,
        "rows": tally.rows,
        "new": tally.new,
        "updated": tally.updated,
        "unchanged": tally.unchanged,
        "kept": tally.kept,
        "rejected_count": len(tally.rejected),
        "rejected": rejected,
        "rejected_file": saved,
        "interrupted": run.interrupted,
        "problem": error_of(run.problem) if run.problem else None,
    }


def _told(run: _Run, tally: Tally) -> str:
    said = dossier_files()
    counted = {
        "name": run.file.name, "rows": tally.rows, "new": tally.new, "updated": tally.updated,
        "unchanged": tally.unchanged, "rejected": len(tally.rejected),
    }  # fmt: skip
    lines = [said.counted.format(**counted)]
    if tally.kept:
        lines.append(said.kept.format(count=tally.kept))
    if run.dry_run:
        lines.append(said.dry_run)
    elif run.interrupted or run.problem:
        lines.append(said.stopped.format(count=tally.taken))
    return "\n".join(lines)
