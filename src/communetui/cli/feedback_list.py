"""`communetui feedback list` and `feedback export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.dossier_filter import DueFilter
from communedb.domain.feedback import Category, FeedbackKind, Level, Source
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.feedback_steps import FeedbackStatus
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.feedback.told import told_day
from communetui.strings.cli_feedback import cli_feedback
from communetui.strings.feedback_values import feedback_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communedb.stores.feedback_list import FeedbackRow
    from communetui.cli.start import Start


def _filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a command is told which feedback is meant."""
    for option in (
        click.option("--voided", is_flag=True),
        click.option("--to", "received_to", type=DAY),
        click.option("--from", "received_from", type=DAY),
        click.option("--unassigned", is_flag=True),
        click.option("--officer", type=TEXT),
        click.option("--level", type=one_of(Level)),
        click.option("--source", type=one_of(Source)),
        click.option("--topic", type=TEXT),
        click.option("--kind", type=one_of(FeedbackKind)),
        click.option("--category", type=one_of(Category)),
        click.option("--open", "open_only", is_flag=True),
        click.option("--due", type=one_of(DueFilter)),
        click.option("--status", "statuses", type=one_of(FeedbackStatus), multiple=True),
    ):
        function = option(function)
    return function


@command("feedback list")
@click.argument("text", type=TEXT, nargs=-1)
@_filters
@start_of
def list_feedback(start: Start, text: tuple[str, ...], **wanted: Any) -> None:
    """List the feedback in which every typed word occurs and that the filters leave."""
    from communedb.stores.feedback_list import feedback_rows

    with opened(start) as register:
        found = feedback_rows(register.db, _filter(register, text, wanted), register.now(), register.calendar())
    document = {"count": len(found), "feedback": [_document(row) for row in found]}
    answer(start, document, lambda: _told(found))


@command("feedback export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("text", type=TEXT, nargs=-1)
@_filters
@click.option("--yes", is_flag=True)
@start_of
def export(start: Start, file: Path, text: tuple[str, ...], yes: bool, **wanted: Any) -> None:
    """Write what the filters leave to a CSV or XLSX file."""
    from communedb.domain.refusal import Reason, Refused
    from communetui.feedback.export import export_feedback

    if file.exists() and not yes:
        raise Refused(Reason.TABLE_FILE_EXISTS, name=file.name)
    with opened(start) as register:
        count = export_feedback(register, file, _filter(register, text, wanted))
    answer(start, {"file": file, "count": count}, lambda: cli_feedback().exported.format(count=count, file=file))


def _filter(register: Register, text: tuple[str, ...], wanted: dict[str, Any]) -> FeedbackFilter:
    from communedb.stores.officers import read_officers

    if wanted["officer"] is not None:
        wanted["officer"] = find_officer(read_officers(register.db, active_only=False), wanted["officer"]).id
    return FeedbackFilter(**wanted, text=" ".join(text))


def _document(row: FeedbackRow) -> dict[str, Any]:
    return row._asdict() | {name: bool(getattr(row, name)) for name in ("anonymous", "voided", "open", "paused")}


def _told(found: list[FeedbackRow]) -> str:
    said, named = cli_feedback(), feedback_values()
    if not found:
        return said.none
    rows = [
        (
            row.code,
            told_day(row.received_at),
            told_day(row.due_at if row.open else row.handle_due_at) + ("?" if row.due_expected else ""),
            said.due_states.get(row.due, ""),
            named.status.get(row.status, row.status),
            named.kind.get(row.kind, row.kind),
            row.sender_name or (said.anonymous if row.anonymous else ""),
            row.content,
        )
        for row in found
    ]
    return table(said.columns, rows, flexible=len(said.columns) - 1)
