"""`communetui feedback act`, `correct`, `take-back`, `void` and `attach`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communedb.desk.feedback import act_on_feedback
from communedb.desk.feedback_mend import (
    CORRECTABLE,
    attach_to_feedback,
    correct_feedback,
    take_back_feedback_step,
    void_feedback,
)
from communedb.domain.feedback import FeedbackAct, Level
from communedb.domain.feedback_event import FeedbackEventKind
from communedb.domain.feedback_steps import STEPS
from communedb.domain.moment import local
from communetui.cli.documents import as_model, read_one, read_text
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT, one_of, parse_moment
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.showing import findings, moment
from communetui.strings.cli_feedback import cli_feedback
from communetui.strings.feedback_values import feedback_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.desk.feedback import FeedbackDone
    from communedb.register import Register
    from communedb.stores.feedback import Feedback
    from communetui.cli.start import Start

_KINDS = tuple(kind.value for kind in STEPS if kind is not FeedbackEventKind.RECEIVED)


@command("feedback act")
@click.argument("code", type=TEXT)
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--text", type=TEXT)
@click.option("--to", "to_officer", type=TEXT)
@click.option("--place", type=TEXT)
@click.option("--level", type=one_of(Level))
@click.option("--happened-at", type=TEXT)
@click.option("--json-file", type=click.Path(path_type=Path, allow_dash=True))
@start_of
def act(start: Start, code: str, kind: str, json_file: Path | None, **flags: Any) -> None:
    """Take a step with feedback or a difficulty."""
    from communedb.stores.feedback import find_feedback, read_feedback

    given = {} if json_file is None else read_one(read_text(None if str(json_file) == "-" else json_file))
    if not isinstance(given, dict):
        raise Problem("not_an_object")
    if given.get("kind", kind) != kind:
        raise Problem("kind_differs", kind=kind)
    with opened(start) as register:
        key = find_feedback(register.db, code)
        asked = as_model(FeedbackAct, {**given, **_flagged(register, flags), "kind": kind})
        done = register.write(act_on_feedback, key, asked)
        own = read_feedback(register.db, key).code
    document = {
        "feedback": key,
        "code": own,
        "kind": kind,
        "event": done.event,
        "due_at": done.due_at,
        "due_expected": done.due_expected,
        "escalated": {"feedback": done.escalated.feedback, "code": done.escalated.code} if done.escalated else None,
        "findings": findings(done.findings),
    }
    answer(start, document, lambda: _told(own, kind, done))


def _flagged(register: Register, flags: dict[str, Any]) -> dict[str, Any]:
    from communedb.stores.officers import read_officers

    given = {name: value for name, value in flags.items() if value is not None}
    if "happened_at" in given:
        given["happened_at"] = parse_moment(given["happened_at"], local(register.now()).date(), register.calendar())
    if given.get("to_officer"):
        given["to_officer"] = find_officer(read_officers(register.db, active_only=False), given["to_officer"]).id
    return given


def _told(code: str, kind: str, done: FeedbackDone) -> str:
    said = cli_feedback()
    lines = [f"{code}: {feedback_values().step[kind]}."]
    if done.due_at is not None:
        lines.append(f"{said.due}: {moment(done.due_at)}")
    if done.escalated is not None:
        lines.append(said.escalated.format(code=done.escalated.code))
    return "\n".join([*lines, *(finding["message"] for finding in findings(done.findings))])


@command("feedback correct")
@click.argument("code", type=TEXT)
@click.argument("field", type=click.Choice(CORRECTABLE))
@click.argument("value", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@click.option("--old", type=TEXT)
@start_of
def correct(start: Start, code: str, field: str, value: str, reason: str, old: str | None) -> None:
    """Correct one field; an empty value takes away what was entered."""

    def work(register: Register, found: Feedback) -> str:
        seen = found.row[field] if old is None else old
        return register.write(correct_feedback, found.id, field, seen, value or None, reason)

    _mend(start, code, work, "corrected")


@command("feedback take-back")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def take_back(start: Start, code: str, reason: str) -> None:
    """Take back the last step."""
    _mend(start, code, lambda register, found: register.write(take_back_feedback_step, found.id, reason), "taken_back")


@command("feedback void")
@click.argument("code", type=TEXT)
@click.option("--reason", type=TEXT, default="")
@start_of
def void(start: Start, code: str, reason: str) -> None:
    """Void what was entered by mistake."""
    _mend(start, code, lambda register, found: register.write(void_feedback, found.id, reason), "voided")


@command("feedback attach")
@click.argument("code", type=TEXT)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", type=TEXT)
@start_of
def attach(start: Start, code: str, file: Path, name: str | None) -> None:
    """Attach a letter or a photograph; it is safe in the register's folder before it is noted."""
    from communedb.stores.feedback import find_feedback, read_feedback

    with opened(start) as register:
        found = read_feedback(register.db, find_feedback(register.db, code))
        stored = register.files.store(file)
        shown = name or file.name
        key = register.write(attach_to_feedback, found.id, stored, shown)
    document = {"feedback": found.id, "code": found.code, "attachment": key, "digest": stored.digest}
    answer(start, document, lambda: cli_feedback().attached.format(code=found.code, name=shown))


def _mend(start: Start, code: str, work: Callable[[Register, Feedback], str], step: str) -> None:
    """Find it, do the work in one transaction, answer with the event and the state it left."""
    from communedb.stores.feedback import find_feedback, read_feedback

    with opened(start) as register:
        found = read_feedback(register.db, find_feedback(register.db, code))
        event = work(register, found)
        state = read_feedback(register.db, found.id).state
    document = {
        "feedback": found.id, "code": found.code, "event": event, "status": state.status, "voided": state.voided,
    }  # fmt: skip
    answer(start, document, lambda: f"{found.code}: {feedback_values().step[step]}.")
