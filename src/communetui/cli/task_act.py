"""`communetui task assign`, `progress`, `complete`, `reopen` and `note`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communetui.cli.kinds import DAY, TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.task_told import step

if TYPE_CHECKING:
    from datetime import date

    from communedb.register import Register
    from communetui.cli.start import Start

_MONEY = click.IntRange(min=0)


@command("task assign")
@click.argument("code", type=TEXT)
@click.argument("officer", type=TEXT)
@click.option("--text", type=TEXT, default="")
@start_of
def assign(start: Start, code: str, officer: str, text: str) -> None:
    """Make an officer responsible for a task."""
    from communedb.desk.task_steps import assign_task
    from communedb.stores.officers import read_officers
    from communetui.cli.opening import find_officer

    def work(register: Register, key: str) -> str:
        chosen = find_officer(read_officers(register.db, active_only=False), officer).id
        return register.write(assign_task, key, chosen, text)

    step(start, code, work)


@command("task progress")
@click.argument("code", type=TEXT)
@click.argument("percent", type=click.IntRange(0, 100))
@click.option("--text", type=TEXT, default="")
@click.option("--disbursed", type=_MONEY)
@click.option("--on", "happened_on", type=DAY)
@start_of
def progress(start: Start, code: str, percent: int, text: str, disbursed: int | None, happened_on: date | None) -> None:
    """Note how far a task is."""
    from communedb.desk.task_steps import note_progress

    step(start, code, lambda r, key: r.write(note_progress, key, percent, text, disbursed, happened_on))


@command("task complete")
@click.argument("code", type=TEXT)
@click.option("--result", type=TEXT, default="")
@click.option("--disbursed", type=_MONEY)
@click.option("--on", "happened_on", type=DAY)
@start_of
def complete(start: Start, code: str, result: str, disbursed: int | None, happened_on: date | None) -> None:
    """Complete a task with what came of it."""
    from communedb.desk.task_steps import complete_task

    step(
        start,
        code,
        lambda r, key: r.write(complete_task, key, result, disbursed=disbursed, happened_on=happened_on),
    )


@command("task reopen")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def reopen(start: Start, code: str, reason: str) -> None:
    """Open a completed task again."""
    from communedb.desk.task_steps import reopen_task

    step(start, code, lambda r, key: r.write(reopen_task, key, reason))


@command("task note")
@click.argument("code", type=TEXT)
@click.option("--text", type=TEXT, default="")
@start_of
def note(start: Start, code: str, text: str) -> None:
    """Note something that changes nothing."""
    from communedb.desk.task_steps import note_task

    step(start, code, lambda r, key: r.write(note_task, key, text))
