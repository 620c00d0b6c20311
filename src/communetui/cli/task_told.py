"""How a task is told on the command line: one line after a step, a row of a list, a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.strings.cli_tasks import cli_tasks
from communetui.strings.task import task
from communetui.strings.task_values import task_values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communetui.cli.start import Start


def step(start: Start, code: str, work: Callable[[Register, str], str], noted: Sequence[str] = ()) -> None:
    """Find the task, do one thing with it in a transaction, answer with the event and how the task stands then.

    `noted` are the codes of the difficulties that `work` entered.
    """
    from communedb.stores.officers import officer_names
    from communedb.stores.task_reports import replaced_report
    from communedb.stores.tasks import find_task, read_task

    with opened(start) as register:
        key = find_task(register.db, code)
        event = work(register, key)
        line = row_of(register, key)
        kind = next((one.kind.value for one in read_task(register.db, key).events if one.id == event), "")
        replaced = replaced_report(register.db, key, event)
        names = officer_names(register.db)
    document = {**as_document(line), "event": event, "kind": kind, **({"difficulties": noted} if noted else {})}
    told = [_stands(line, kind)]
    if replaced is not None:
        writer = names.get(replaced.officer, cli_tasks().elsewhere)
        told.append(cli_tasks().replaces.format(officer=writer, at=moment(replaced.entered_at)))
        document["replaces"] = {"event": replaced.id, "officer_name": writer, "entered_at": replaced.entered_at}
    told += [task().difficulty_noted.format(code=one) for one in noted]
    answer(start, document, lambda: "\n".join(told))


def row_of(register: Register, key: str) -> TaskRow:
    """The line of one task as it stands."""
    from communedb.stores.task_list import rows_of_tasks
    from communedb.stores.task_rules import read_rules

    (line,) = rows_of_tasks(register.db, [key], register.now(), read_rules(register.db))
    return line


def as_document(line: TaskRow) -> dict[str, Any]:
    """A line of a list as JSON."""
    told = line._asdict()
    told["task"] = told.pop("key")
    return {**told, "red": line.red}


def day_text(day: date | None) -> str:
    """A day as people read it, nothing for None."""
    return f"{day:%d/%m/%Y}" if day else ""


def status_text(line: TaskRow) -> str:
    """The status of a task, with the red alert in words; a voided task says so instead."""
    words = task_values()
    if line.voided:
        return words.event["voided"]
    status = words.status[line.status.value]
    return f"{cli_tasks().alert}: {status} ({words.alert[line.alert.value]})" if line.alert else status


def _stands(line: TaskRow, kind: str) -> str:
    said = cli_tasks()
    event = task_values().event.get(kind, kind)
    if line.voided:
        return said.stands_void.format(code=line.code, event=event)
    due = day_text(line.due_on) or said.no_due
    return said.stands.format(code=line.code, event=event, status=status_text(line), percent=line.percent, due=due)
