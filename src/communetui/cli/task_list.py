"""`communetui task list` and `task findings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communedb.domain.task_status import TaskStatus
from communetui.cli.kinds import TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.table import table
from communetui.cli.task_told import as_document, day_text, status_text
from communetui.strings.cli_tasks import cli_tasks
from communetui.strings.findings import finding_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communetui.cli.start import Start


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a command is told which tasks are meant."""
    for option in (
        click.option("--voided", is_flag=True),
        click.option("--parent", type=TEXT),
        click.option("--mine", is_flag=True),
        click.option("--red", is_flag=True),
        click.option("--search", type=TEXT, default=""),
        click.option("--document", type=TEXT),
        click.option("--lead-unit", type=TEXT),
        click.option("--officer", type=TEXT),
        click.option("--block", type=TEXT),
        click.option("--open", "open_only", is_flag=True),
        click.option("--status", type=one_of(TaskStatus)),
    ):
        function = option(function)
    return function


@command("task list")
@filter_options
@click.option("--limit", type=click.IntRange(min=0), default=200)
@start_of
def list_tasks(start: Start, limit: int, **wanted: Any) -> None:
    """List the tasks that the filters leave."""
    from communedb.stores.officers import officer_names

    with opened(start) as register:
        found = filtered(register, wanted)
        names = officer_names(register.db)
        units = {line.lead_unit: unit_text(register, line.lead_unit) for line in found}
    shown = found[: limit or None]
    document = {"count": len(found), "tasks": [as_document(line) for line in shown]}
    answer(start, document, lambda: _told(shown, len(found), names, units))


def filtered(register: Register, wanted: dict[str, Any]) -> list[TaskRow]:
    """The tasks that the options mean; officers, units and the parent by name or code."""
    from communedb.domain.text import fold
    from communedb.stores.officers import read_officers
    from communedb.stores.task_list import TaskFilter, task_rows
    from communedb.stores.task_rules import read_rules
    from communedb.stores.tasks import find_task

    rules = read_rules(register.db)
    given = dict(wanted)
    if given["officer"]:
        given["officer"] = find_officer(read_officers(register.db, active_only=False), given["officer"]).id
    if given["parent"]:
        given["parent"] = find_task(register.db, given["parent"])
    given["mine"] = register.officer.id if given["mine"] else None
    given["status"] = TaskStatus(given["status"]) if given["status"] else None
    for name, known in (("block", rules.blocks), ("lead_unit", rules.units)):
        if given[name]:
            given[name] = next((one for one in known if fold(one) == fold(given[name])), given[name])
    return task_rows(register.db, TaskFilter(**given), register.now(), rules)


def unit_text(register: Register, unit: str) -> str:
    """A unit's name: a department's own, or that of an administrative unit's code."""
    from communedb.stores.units import unit_name

    return unit_name(register.db, unit)


def _told(found: list[TaskRow], count: int, names: dict[str, str], units: dict[str, str]) -> str:
    said = cli_tasks()
    if not found:
        return said.nothing
    rows = [
        (
            line.code,
            line.title,
            units[line.lead_unit],
            names.get(line.responsible, "") or line.responsible_name,
            day_text(line.due_on),
            "" if line.days_left is None or line.status.done else str(line.days_left),
            str(line.percent),
            status_text(line),
        )
        for line in found
    ]
    return table(said.heads, rows, flexible=1) + "\n" + said.count.format(count=count)


@command("task findings")
@start_of
def list_findings(start: Start) -> None:
    """List the tasks that contradict themselves after an exchange."""
    from communedb.reports.task_contradictions import task_contradictions

    with opened(start) as register:
        found = task_contradictions(register.db)
    document = {
        "count": len(found),
        "tasks": [{**one._asdict(), "message": finding_text(one.finding)} for one in found],
    }
    lines = [f"{one.code}  {one.title}: {finding_text(one.finding)}" for one in found]
    answer(start, document, lambda: "\n".join(lines) or cli_tasks().nothing_found)
