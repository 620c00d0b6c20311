"""`communetui task extend`, `decide` and `answer`: more time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communedb.domain.task_extension import Decision
from communetui.cli.kinds import DAY, TEXT, one_of
from communetui.cli.lazy import command, start_of
from communetui.cli.task_told import step

if TYPE_CHECKING:
    from datetime import date

    from communetui.cli.start import Start


@command("task extend")
@click.argument("code", type=TEXT)
@click.argument("new_due", type=DAY)
@click.option("--reason", type=TEXT, default="")
@start_of
def extend(start: Start, code: str, new_due: date, reason: str) -> None:
    """Ask for a later due date."""
    from communedb.desk.task_extension import ask_extension

    step(start, code, lambda r, key: r.write(ask_extension, key, new_due, reason))


@command("task decide")
@click.argument("code", type=TEXT)
@click.argument("decision", type=one_of(Decision))
@click.option("--reason", type=TEXT, default="")
@click.option("--new-due", type=DAY)
@start_of
def decide(start: Start, code: str, decision: str, reason: str, new_due: date | None) -> None:
    """Decide on a request for more time."""
    from communedb.desk.task_extension import decide_extension

    step(start, code, lambda r, key: r.write(decide_extension, key, Decision(decision), reason, new_due))


@command("task answer")
@click.argument("code", type=TEXT)
@click.argument("answer", type=click.Choice(("accept", "decline")))
@click.option("--text", type=TEXT, default="")
@start_of
def answer_offer(start: Start, code: str, answer: str, text: str) -> None:
    """Accept the date that was offered instead, or decline it."""
    from communedb.desk.task_extension import answer_counter

    step(start, code, lambda r, key: r.write(answer_counter, key, answer == "accept", text))
