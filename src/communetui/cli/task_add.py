"""`communetui task add` and `task attach`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.domain.task import Level, NewTask, Rhythm
from communetui.cli.documents import as_model, read_one, read_text
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.task_told import as_document, row_of
from communetui.strings.cli_tasks import cli_tasks

if TYPE_CHECKING:
    from communedb.register import Register
    from communetui.cli.start import Start


@command("task add")
@click.option("--title", type=TEXT)
@click.option("--code", type=TEXT)
@click.option("--document", "document_number", type=TEXT)
@click.option("--document-on", type=DAY)
@click.option("--block", type=TEXT)
@click.option("--level", type=one_of(Level))
@click.option("--lead-unit", type=TEXT)
@click.option("--coordinating", type=TEXT, multiple=True)
@click.option("--responsible", type=TEXT)
@click.option("--follower", "followers", type=TEXT, multiple=True)
@click.option("--parent", type=TEXT)
@click.option("--start", "start_on", type=DAY)
@click.option("--due", "due_on", type=DAY)
@click.option("--expected", type=TEXT)
@click.option("--reports", type=one_of(Rhythm))
@click.option("--budget", "budget_assigned", type=click.IntRange(min=0))
@click.option("--note", type=TEXT)
@click.option("--json-file", type=click.Path(path_type=Path, allow_dash=True))
@start_of
def add_task(start: Start, json_file: Path | None, **flags: Any) -> None:
    """Enter a task, by options, by JSON, or both."""
    from communedb.desk.task_entry import create_task

    given = {} if json_file is None else read_one(read_text(None if str(json_file) == "-" else json_file))
    if isinstance(given, dict):
        given |= {name: value for name, value in flags.items() if value not in {None, ()}}
    with opened(start) as register:
        new = as_model(NewTask, _with_keys(register, given))
        made = register.write(create_task, new)
        line = row_of(register, made.task)
    answer(start, as_document(line), lambda: cli_tasks().added.format(code=made.code))


def _with_keys(register: Register, given: Any) -> Any:
    """What was given, with keys in place of officers' names and of the parent's code."""
    from communedb.stores.officers import read_officers
    from communedb.stores.tasks import find_task

    if not isinstance(given, dict):
        return given
    officers = read_officers(register.db, active_only=False)
    told = {"title": "", **given}
    if isinstance(told.get("responsible"), str):
        told["responsible"] = find_officer(officers, told["responsible"]).id
    if isinstance(told.get("followers"), (list, tuple)):
        told["followers"] = tuple(find_officer(officers, str(name)).id for name in told["followers"])
    if isinstance(told.get("parent"), str):
        told["parent"] = find_task(register.db, told["parent"])
    return told


@command("task attach")
@click.argument("code", type=TEXT)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", type=TEXT)
@start_of
def attach_file(start: Start, code: str, file: Path, name: str | None) -> None:
    """Attach a file of evidence; it is safe in the register's folder before it is noted."""
    from communedb.desk.task_steps import attach_evidence
    from communedb.stores.tasks import find_task

    with opened(start) as register:
        task = find_task(register.db, code)
        stored = register.files.store(file)
        shown = name or file.name
        key = register.write(attach_evidence, task, stored, shown)
        line = row_of(register, task)
    document = {
        "task": task,
        "code": line.code,
        "attachment": key,
        "digest": stored.digest,
        "size": stored.size,
        "media_type": stored.media_type,
    }
    answer(start, document, lambda: cli_tasks().attached.format(code=line.code, name=shown))
