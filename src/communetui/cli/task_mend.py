"""`communetui task correct`, `take-back` and `void`: mistakes mended, nothing erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communedb.domain.task import CORRECTABLE
from communetui.cli.kinds import TEXT
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer
from communetui.cli.task_told import step

if TYPE_CHECKING:
    from communedb.register import Register
    from communetui.cli.start import Start


@command("task correct")
@click.argument("code", type=TEXT)
@click.argument("field", type=click.Choice(CORRECTABLE))
@click.argument("value", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@click.option("--old", type=TEXT)
@start_of
def correct(start: Start, code: str, field: str, value: str, reason: str, old: str | None) -> None:
    """Correct one fact; an empty value takes it away."""
    from communedb.desk.task_mend import correct_task, shown_value
    from communedb.stores.tasks import read_task

    def work(register: Register, key: str) -> str:
        task = read_task(register.db, key)
        seen = shown_value(task.facts, task.state, field) if old is None else old
        new = _officers(register, value) if field == "followers" else value
        return register.write(correct_task, key, field, seen, new, reason)

    step(start, code, work)


def _officers(register: Register, typed: str) -> str:
    """A list of officers by key, as it is kept, from one by name; refused as `find_officer` refuses."""
    from communedb.stores.officers import read_officers

    among = read_officers(register.db, active_only=False)
    return ";".join(find_officer(among, one).id for one in typed.split(";") if one.strip())


@command("task take-back")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def take_back(start: Start, code: str, reason: str) -> None:
    """Take back the last step."""
    from communedb.desk.task_mend import take_back_task_step

    step(start, code, lambda r, key: r.write(take_back_task_step, key, reason))


@command("task void")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def void(start: Start, code: str, reason: str) -> None:
    """Mark a task as entered by mistake."""
    from communedb.desk.task_mend import void_task

    step(start, code, lambda r, key: r.write(void_task, key, reason))
