"""`communetui feedback add`: feedback or a difficulty, by flags, by JSON, or both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.desk.feedback import add_feedback
from communedb.domain.feedback import Category, FeedbackKind, Level, NewFeedback, Source, SubjectKind
from communedb.domain.moment import local
from communetui.cli.documents import as_model, read_one, read_text
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT, one_of, parse_moment
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import opened
from communetui.cli.output import answer
from communetui.cli.showing import moment
from communetui.strings.cli_feedback import cli_feedback

if TYPE_CHECKING:
    from communedb.register import Register
    from communetui.cli.start import Start


@command("feedback add")
@click.argument("content", type=TEXT, required=False)
@click.option("--category", type=one_of(Category))
@click.option("--kind", type=one_of(FeedbackKind))
@click.option("--topic", type=TEXT)
@click.option("--source", type=one_of(Source))
@click.option("--anonymous", is_flag=True)
@click.option("--sender", "sender_name", type=TEXT)
@click.option("--phone", "sender_phone", type=TEXT)
@click.option("--email", "sender_email", type=TEXT)
@click.option("--address", "sender_address", type=TEXT)
@click.option("--dossier", type=TEXT)
@click.option("--procedure", type=TEXT)
@click.option("--task", type=TEXT)
@click.option("--level", type=one_of(Level))
@click.option("--received-at", type=TEXT)
@click.option("--json-file", type=click.Path(path_type=Path, allow_dash=True))
@start_of
def add(start: Start, json_file: Path | None, **flags: Any) -> None:
    """Enter feedback; a dossier, procedure or task that it is about is named by its code."""
    given = {} if json_file is None else read_one(read_text(None if str(json_file) == "-" else json_file))
    if not isinstance(given, dict):
        raise Problem("not_an_object")
    with opened(start) as register:
        added = register.write(add_feedback, as_model(NewFeedback, {"content": "", **given, **_told(register, flags)}))
    document = {
        "feedback": added.feedback,
        "code": added.code,
        "due_at": added.due_at,
        "due_expected": added.due_expected,
    }
    said = cli_feedback()
    promise = moment(added.due_at) or said.no_due
    answer(start, document, lambda: said.added.format(code=added.code, due=promise))


def _told(register: Register, flags: dict[str, Any]) -> dict[str, Any]:
    """The flags that were given, as the JSON has them."""
    from communedb.stores.feedback_subject import find_subject

    given = {name: value for name, value in flags.items() if value not in (None, False)}
    for kind in (SubjectKind.DOSSIER, SubjectKind.PROCEDURE, SubjectKind.TASK):
        if code := given.pop(kind.value, None):
            given |= {"subject_kind": kind.value, "subject": find_subject(register.db, kind, code)}
    if typed := given.pop("received_at", None):
        given["received_at"] = parse_moment(typed, local(register.now()).date(), register.calendar())
    return given
